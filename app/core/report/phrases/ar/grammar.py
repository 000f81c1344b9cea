"""What Arabic does to words within a sentence: أن and its pronoun, attached letters, the article, dates.

Frames tell apart what is written alike: “أن” before a statement, and “أنْ” with its sukun before a verb in
the subjunctive, which loses it where the two meet. “بـ” and “لـ” attach to what fills the frame.
"""

import re
from collections.abc import Sequence
from datetime import date

from app.core.report.phrases.frames import Noun

MONTHS = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
    "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)  # fmt: skip
# As Word and LibreOffice count, which write (ه) where a typist would write (هـ).
ABJAD = ("أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
         "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ")  # fmt: skip

# What cannot follow أن by itself: a verb or a particle asks for the pronoun that stands for the sentence.
_PARTICLES = (
    "ينبغي|تنبغي|يجب|تجب|لا|لم|لن|ليس|ليست|لو|إذا|إن كان|قد|سوف|كان|كانت|تم|تمت|جرى|جرت|تجدر|تكون|ستكون|"
    "تلزم|توجد|تتعين|عندما|حيثما|كلما|بعدما|قبل أن|بعد أن|منذ"
)
_NOUNS = "يوم|يد|يمين|يسار|يقين|ينبوع|يخت|يناير|يونيه|يونيو|يوليه|يوليو|يوبيل|يونيسف|يونسكو"
_VERB = re.compile(rf"(?:{_PARTICLES})\b|(?!(?:{_NOUNS})\b)ي\w{{3,}}|سي(?!ا|ناريو|طر|د|ل|ر|ف|م)\w{{3,}}")
_OF_A_SENTENCE = {"هو": "أنه", "هي": "أنها", "هم": "أنهم", "نحن": "أننا"}
_FEMININE = re.compile(r"\w+(?:ة|ات)\b")


def soften(text: str) -> str:
    return text


def seam(before: str, after: str) -> tuple[str, str]:
    """“أن” and “ينبغي” are “أنه ينبغي”, “لـ” and “المرفأ” are “للمرفأ”, “هي” after her verb is left out."""
    for ending, meet in _MEETINGS:
        if before.endswith(ending):
            stem = before[: len(before) - len(ending)]
            return meet(stem, after, ending)
    return before, after


def _statement(stem: str, after: str, ending: str) -> tuple[str, str]:
    first, _, rest = after.partition(" ")
    if first in ("أن", "إن", "أنّ", "إنّ"):
        return f"{stem}أن ", rest
    if first in _OF_A_SENTENCE:
        return f"{stem}{_OF_A_SENTENCE[first]} ", rest
    return f"{stem}{'أنه' if _VERB.match(after) else 'أن'} ", after


def _subjunctive(stem: str, after: str, ending: str) -> tuple[str, str]:
    after = after.removeprefix("أن ").removeprefix("أنْ ")
    return (f"{stem}ألا ", after[3:]) if after.startswith("لا ") else (f"{stem}أن ", after)


def _whether(stem: str, after: str, ending: str) -> tuple[str, str]:
    """What is said to be so or not agrees with its verb."""
    feminine = _FEMININE.match(after) and not _VERB.match(after)
    return f"{stem}ما إذا {'كانت' if feminine else 'كان'} ", after


def _by(stem: str, after: str, ending: str) -> tuple[str, str]:
    return (f"{stem}ب", after) if _is_arabic(after) else (stem + ending, after)


def _for(stem: str, after: str, ending: str) -> tuple[str, str]:
    if not _is_arabic(after):
        return stem + ending, after
    return f"{stem}ل", after[2:] if after.startswith("الل") else re.sub("^ال", "ل", after)


def _the(stem: str, after: str, ending: str) -> tuple[str, str]:
    """The article: once for a noun and its adjectives, never before what another noun makes definite."""
    words = after.split(" ")
    if any(word.startswith("ال") for word in words) or not _is_arabic(after):
        return stem, after
    return f"{stem}ال", " ال".join(words)


def _subject(stem: str, after: str, ending: str) -> tuple[str, str]:
    return ("", "") if not stem and after in _PRONOUNS else (stem + ending, after)


_PRONOUNS = ("هو", "هي")
_MEETINGS = (
    ("ما إذا كان ", _whether), ("أن ", _statement), ("أنْ ", _subjunctive), ("بـ", _by), ("لـ", _for),
    (" ال", lambda stem, after, ending: _the(f"{stem} ", after, ending)), (" ", _subject),
)  # fmt: skip


def _is_arabic(text: str) -> bool:
    return "ء" <= text[:1] <= "ي"


def following(text: str) -> str:
    """“و” before a sentence, unless it has something of the kind."""
    return text if text.startswith(_CONNECTED) or not _is_arabic(text) else f"و{text}"


_CONNECTED = ("و", "غير أن", "إلا أن", "بيد أن", "لكن", "ثم ")


def listing(things: Sequence[str]) -> str:
    """أ; أ وب; أ وب وج: with commas where the things have commas of their own."""
    comma = "،" if any("،" in thing for thing in things) else ""
    return f"{comma} ".join(thing if place == 0 else _and(thing) for place, thing in enumerate(things))


def _and(thing: str) -> str:
    return f"و{thing}" if _is_arabic(thing) else f"و\u00a0{thing}"


def say_date(day: date, this_year: int | None = None) -> str:
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == this_year else f"{words} {day.year}"


def say_group(name: str) -> str:
    return name


_MASCULINE = (
    "الأردن", "الاتحاد", "السودان", "الصومال", "العراق", "الكرسي", "المغرب", "اليمن", "لبنان", "جنوب السودان"
)  # fmt: skip


def say_country(name: str) -> Noun:
    """Countries are feminine but for a few."""
    return Noun(name, "m" if name.startswith(_MASCULINE) else "f")


def letter(number: int) -> str:
    """(أ) to (غ) in the order of the abjad, then (أأ), (بب) and so on."""
    times, place = divmod(number - 1, len(ABJAD))
    return f"({ABJAD[place] * (times + 1)})"


def say_number(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def plural(count: int) -> int:
    """Frames name what is counted before its number, so that nothing has to agree with it."""
    return 0


def agree(noun: Noun) -> int:
    """The gender alone: a verb before its subject has no number. Of bodies the first word tells it."""
    return int(noun.gender == "f" or (not noun.gender and bool(_FEMININE.match(noun.words))))
