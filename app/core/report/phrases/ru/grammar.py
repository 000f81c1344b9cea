"""What Russian does to words within a sentence: counts, capitals, lists, dates in the genitive, genders.

Nothing declines somebody's own words: the frames leave them in the nominative, or after a colon. What is
known to stand in another case is in `cases`.
"""

import re
from collections.abc import Sequence
from datetime import date

from app.core.report.phrases.frames import Noun

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля",
    "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

# First words that lose their capital within a sentence, and endings that no name is likely to have.
_SOFT = """
а без более большая будет будут был была были было в важно ввиду весь взносы во вопрос все всем встреча
встречи вся всё год государства группа группы данная данное данный дата даты день для дни до доклад
доклады документ документы доступ другие его единая ее ей ему если есть еще за закрытие и из или им итоги
их к каждая каждое каждый как какие какой когда комиссия конец конференция кроме ли любая любое любой
люди материалы между менее мероприятия меры место месяц механизм механизмы может можно мы на над начало
наш наша наши не неделя нельзя необходим необходима необходимо необходимы ни никакие никакой никто ничто
но нужен нужна нужно нужны о об обе обмен один одна одно он она они оно орган органы от открытие отныне
отчет отчеты оценка перевод переводы перед перечень перечни план по повестка под подготовка поддержка
поездка поездки порядок поскольку после почему правила правительства предложения при принципы проверка
программа проект процесс работа рабочая ради расходы результаты рекомендации ресурсы решения с самый свой
секретариат следует сначала со совет список средства срок сроки страны так также такие такой там текст
тексты тема темы то только тот три у уже условия участие участники формат форум хотя целесообразно цели
цель приветствуя относительно касаясь напоминая напомнив через число что чтобы эта эти это этот языки
"""
SOFT = frozenset(_SOFT.split())
_SOFT_ENDINGS = re.compile(
    r".{2,}(ени[ея]|ани[ея]|аци[яи]|ост[ьи]|ств[оа]|[аеияоуы]ть|[аеия]ться|[еия]тся|"
    r"ый|[жшщчнг]ий|[^к]ая|няя|ое|ее|ые|[кгхжшщчн]ие|[нтс]ы[мх]|ого)"
)


def soften(text: str) -> str:
    first = re.match(r"[^\W\d_]+", text)
    if not first or (len(first[0]) > 1 and not first[0][1:].islower()):
        return text
    word, rest = first[0].lower(), text[first.end() :]
    is_soft = word in SOFT or (_SOFT_ENDINGS.fullmatch(word) and not re.match(r"[- ][А-ЯЁ]", rest))
    return word + rest if is_soft else text


def listing(things: Sequence[str]) -> str:
    """a; a и b; a, b и c: with semicolons where the things have commas of their own."""
    if len(things) < 2:
        return "".join(things)
    commas = any("," in thing for thing in things)
    between = "; " if commas and len(things) > 2 else ", "
    return f"{between.join(things[:-1])}{between.rstrip() if commas else ''} и {things[-1]}"


def say_date(day: date, this_year: int | None = None) -> str:
    """In the genitive, which is right after “до” and “с”, and by itself says when."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == this_year else f"{words} {day.year} года"


def say_group(name: str) -> str:
    """«Частный сектор» is «частный сектор» in a sentence."""
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name


def say_country(name: str) -> Noun:
    """A country has no article, and its ending tells its gender."""
    return Noun(name)


LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюя"  # as Word has them


def letter(number: int) -> str:
    """а) to я), without ё, й, ъ and ь; then аа), бб) and so on."""
    times, place = divmod(number - 1, len(LETTERS))
    return f"{LETTERS[place] * (times + 1)})"


def say_number(number: int) -> str:
    """1234, but 12 345."""
    return str(number) if number < 10_000 else f"{number:,}".replace(",", "\u202f")


def plural(count: int) -> int:
    """1, 21, 31; 2 to 4, 22 to 24; all others."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


MASCULINE, FEMININE, NEUTER, PLURAL = range(4)
_GENDERS = {"m": MASCULINE, "f": FEMININE, "n": NEUTER}

_ADJECTIVE = re.compile(r"(?i).*([ыи]й|[ая]я|ое|[^ин]ее|ые|[кгхшщ]ие)")
_SURNAME = re.compile(r"(?i).*([оеё]в|ин|ский|цкий)(а|ая)?")
_ODD = {
    "беларусь": FEMININE, "сьерра-леоне": FEMININE, "сеть": FEMININE, "молодежь": FEMININE,
    "острова": PLURAL, "оаэ": PLURAL, "сша": PLURAL,
    "гаити": NEUTER, "чили": NEUTER, "мали": NEUTER, "фиджи": NEUTER, "кирибати": NEUTER, "бурунди": NEUTER,
    "джибути": NEUTER,
}  # fmt: skip
_ENDINGS = (
    ("ость", FEMININE), ("время", NEUTER), ("а", FEMININE), ("я", FEMININE), ("ы", PLURAL), ("и", PLURAL),
    ("о", NEUTER), ("е", NEUTER), ("у", NEUTER), ("э", NEUTER),
)  # fmt: skip


def agree(noun: Noun) -> int:
    """Masculine, feminine, neuter, plural; where nobody knows the gender, the ending tells it."""
    if noun.plural:
        return PLURAL
    return _GENDERS[noun.gender] if noun.gender in _GENDERS else _told_by_ending(noun.words)


def _told_by_ending(words: str) -> int:
    """By the first word that is no adjective; a surname tells it better than a given name."""
    parts = re.findall(r"[^\W\d_][\w’-]*", words.partition(",")[0].lower()) or [""]
    head = next((part for part in parts if not _ADJECTIVE.fullmatch(part)), parts[-1])
    odd = next((_ODD[part] for part in (head, parts[-1]) if part in _ODD), None)
    if odd is not None:
        return odd
    surname = _SURNAME.fullmatch(parts[-1]) if 1 < len(parts) < 4 and words.istitle() else None
    if surname:
        return FEMININE if surname[2] else MASCULINE
    return next((gender for ending, gender in _ENDINGS if head.endswith(ending)), MASCULINE)
