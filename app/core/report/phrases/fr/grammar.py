"""What French does to words within a sentence: contraction, elision, capitals, lists, dates, articles."""

import re
from collections.abc import Sequence
from datetime import date

from app.core.report.phrases.en.grammar import letter as letter
from app.core.report.phrases.frames import Noun

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
    "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ENDING = re.compile(r"(?i)\b(de|à|que|si|lorsque|puisque) $")
_ARTICLE = re.compile(r"(le|les) ")
_VOWEL = re.compile(r"(?i)[aeiouyàâäéèêëîïôöùûüœæh]")
# Before these nothing is elided: an aspirated h, and vowels that sound like consonants.
_ASPIRATED = (
    "hach|hack|hain|haï|hall|halt|hamac|hamster|hanche|handicap|hangar|hant|harc|hardi|haricot|harnais|hasard|hât|"
    "hauss|haut|hériss|hernie|héros|heurt|hiérarch|hip|hiss|hobby|hockey|holding|holland|hongr|hondur|hont|hors|"
    "houill|huée|huit|hurl|hutte"
)
_UNELIDED = re.compile(rf"(?i)({_ASPIRATED}|onz|oui\b|y[aeiou])")

_SOFT = """
le la les l’ un une des de du d’ ce cet cette ces il elle ils elles on leur leurs son sa ses notre nos nous
tout tous toute toutes chaque aucun aucune certains certaines plusieurs quelques la plupart beaucoup deux
trois quatre cinq si quand lorsque où dans sur en à au aux par pour sans avec et ou parce afin avant après
pendant depuis jusque sous entre parmi seulement seuls seules plus moins davantage autre autres même qui que
quoi dont comment pourquoi chacun ceux celles s’ quant concernant rappelant notant considérant vu compte eu
étant bien selon malgré outre enfin
"""
SOFT = frozenset(_SOFT.split())


def soften(text: str) -> str:
    first = re.match(r"[^\W\d_]+[’']?", text)
    if first and first[0].replace("'", "’").lower() in SOFT and not first[0][1:].isupper():
        return first[0].lower() + text[first.end() :]
    return text


def seam(before: str, after: str) -> tuple[str, str]:
    """“de” and “le port” are “du port”, “que” and “il” are “qu’il”."""
    found = _ENDING.search(before)
    if not found:
        return before, after
    word = found[1].lower()
    article = _ARTICLE.match(after)
    if article and (word, article[1]) in _CONTRACTED:
        return before[: found.start()] + _CONTRACTED[word, article[1]] + " ", after[article.end() :]
    if word == "si":
        return (before[:-2] + "’", after) if re.match(r"(?i)ils?\b", after) else (before, after)
    if word != "à" and _is_elided(after):
        return before[:-2] + "’", after
    return before, after


def _is_elided(after: str) -> bool:
    return bool(_VOWEL.match(after)) and not _UNELIDED.match(after)


def listing(things: Sequence[str]) -> str:
    """a ; a et b ; a, b et c : with semicolons where the things have commas of their own."""
    if len(things) < 2:
        return "".join(things)
    between = "\u202f; " if any("," in thing for thing in things) and len(things) > 2 else ", "
    comma = "," if any("," in thing for thing in things) else ""
    return f"{between.join(things[:-1])}{comma} et {things[-1]}"


def say_date(day: date, this_year: int | None = None) -> str:
    words = f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]}"
    return words if day.year == this_year else f"{words} {day.year}"


_ARTICLES = {
    "secteur": "le", "monde": "le", "milieu": "le", "patronat": "le", "public": "le",
    "société": "la", "communauté": "la", "jeunesse": "la", "recherche": "la", "presse": "la",
    "industrie": "l’", "administration": "l’", "université": "l’",
}  # fmt: skip


def say_group(name: str) -> str:
    """« Secteur privé » is « le secteur privé » in a sentence, « Gouvernements » « les gouvernements »."""
    first, _, rest = name.partition(" ")
    if first[1:] != first[1:].lower() or first.lower() in ("le", "la", "les"):
        return soften(name)
    soft = f"{first.lower()} {rest}".strip()
    article = _ARTICLES.get(first.lower(), "les" if first.endswith(("s", "x")) else "")
    return soft if not article else f"{article}{soft}" if article.endswith("’") else f"{article} {soft}"


_MASCULINE = ("Belize", "Cambodge", "Mexique", "Mozambique", "Suriname", "Zimbabwe")
_PLURAL = (
    "Bahamas", "Comores", "Émirats", "États", "Fidji", "Îles", "Maldives", "Palaos", "Pays-Bas",
    "Philippines", "Seychelles", "Tonga",
)  # fmt: skip
_WITHOUT_ARTICLE = (
    "Andorre", "Antigua", "Bahreïn", "Chypre", "Cuba", "Djibouti", "El Salvador", "Haïti", "Israël",
    "Kiribati", "Madagascar", "Malte", "Maurice", "Monaco", "Nauru", "Oman", "Saint", "Singapour",
    "Sri Lanka", "Taïwan", "Trinité", "Tuvalu", "Vanuatu",
)  # fmt: skip


def say_country(name: str) -> Noun:
    """« Suisse » is « la Suisse » in a sentence, « Japon » « le Japon », « Pays-Bas » « les Pays-Bas »."""
    article = re.match(r"(?i)(le|la|les) ", name)
    if article:
        return Noun(name, "f" if article[1].lower() == "la" else "m", article[1].lower() == "les")
    if name.startswith(_PLURAL):
        return Noun(f"les {name}", "m", plural=True)
    first = re.split(r"[ ,-]", name)[0]
    gender = "f" if first.endswith("e") and not name.startswith(_MASCULINE) else "m"
    if name.startswith(_WITHOUT_ARTICLE):
        return Noun(name, gender)
    if _is_elided(name):
        return Noun(f"l’{name}", gender)
    return Noun(f"{'la' if gender == 'f' else 'le'} {name}", gender)


def say_number(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def plural(count: int) -> int:
    return int(count > 1)


def agree(noun: Noun) -> int:
    """Masculine, feminine, plural."""
    return 2 if noun.plural else int(noun.gender == "f")
