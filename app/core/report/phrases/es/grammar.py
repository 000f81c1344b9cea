"""What Spanish does to words within a sentence: contraction, capitals, lists, dates, articles, genders."""

import re
from collections.abc import Sequence
from datetime import date

from app.core.report.phrases.en.grammar import letter as english_letter
from app.core.report.phrases.frames import Noun

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
    "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip

_SOFT = """
el la los las lo un una unos unas del al este esta estos estas ese esa esos esas aquel aquella su sus
nuestro nuestra nuestros nuestras todo toda todos todas cada ningún ninguna ninguno algunos algunas algún
alguna varios varias muchos muchas ambos ambas dos tres cuatro cinco si cuando donde en a de por para sin
con y o u e porque antes después durante desde hasta sobre entre según solo más menos otro otra otros otras
mismo misma que quien quienes como cómo cuándo dónde cualquier no nadie nada se es son hay debe deben
debería deberían convendría conviene procede cabe respecto aunque dado dada teniendo recordando observando
considerando acogiendo pese además
"""
SOFT = frozenset(_SOFT.split())


def soften(text: str) -> str:
    first = re.match(r"[^\W\d_]+", text)
    if first and first[0].lower() in SOFT and not (len(first[0]) > 1 and first[0].isupper()):
        return first[0].lower() + text[first.end() :]
    return text


def seam(before: str, after: str) -> tuple[str, str]:
    """“de” and “el puerto” are “del puerto”, “a” and “el puerto” “al puerto”; but “de El Salvador”."""
    if after.startswith("el ") and re.search(r"(?i)\b(de|a) $", before):
        return before[:-1] + "l ", after[len("el ") :]
    return before, after


def listing(things: Sequence[str]) -> str:
    """a; a y b; a, b e Irán: with semicolons where the things have commas of their own."""
    if len(things) < 2:
        return "".join(things)
    commas = any("," in thing for thing in things)
    between = "; " if commas and len(things) > 2 else ", "
    word = "e" if re.match(r"(?i)(i|hi(?!e))", things[-1]) else "y"
    return f"{between.join(things[:-1])}{between.rstrip() if commas else ''} {word} {things[-1]}"


def say_date(day: date, this_year: int | None = None) -> str:
    words = f"{day.day} de {MONTHS[day.month - 1]}"
    return words if day.year == this_year else f"{words} de {day.year}"


_FEMININE = re.compile(r"(?i).*(as?|ión|iones|dad|dades|tud|tudes|red|redes|mujeres)\.?$")
_MASCULINE = re.compile(r"(?i).*(ema|grama|oma|día)s?$")  # temas, programas, idiomas, días


def is_feminine(word: str) -> bool:
    """More or less, by the ending."""
    return bool(_FEMININE.match(word)) and not _MASCULINE.match(word)


def say_group(name: str) -> str:
    """«Sector privado» is «el sector privado» in a sentence, «Gobiernos» «los gobiernos»."""
    first, _, rest = name.partition(" ")
    if first[1:] != first[1:].lower() or first.lower() in ("el", "la", "los", "las"):
        return soften(name)
    soft = f"{first.lower()} {rest}".strip()
    plural = first.endswith("s")
    if is_feminine(first):
        return f"{'las' if plural else 'la'} {soft}"
    if plural:
        return f"los {soft}"
    return f"el {soft}" if first.endswith(("o", "or")) else soft


_WITH_ARTICLE = {
    "el": "Afganistán Brasil Camerún Canadá Chad Congo Ecuador Estado Gabón Irak Iraq Japón Líbano Níger "
    "Pakistán Paraguay Perú Reino Senegal Sudán Uruguay Yemen",
    "la": "Arabia Argentina Federación India República",
    "los": "Emiratos Estados Países",
    "las": "Bahamas Islas",
}
_ARTICLES = {name: article for article, names in _WITH_ARTICLE.items() for name in names.split()}


def say_country(name: str) -> Noun:
    """«Japón» is «el Japón» in a sentence, «Estados Unidos» «los Estados Unidos», «Suiza» stays."""
    first = re.split(r"[ ,-]", name)[0]
    article = (
        first.lower() if first.lower() in _WITH_ARTICLE and first.islower() else _ARTICLES.get(first, "")
    )
    gender = {"el": "m", "los": "m", "la": "f", "las": "f"}.get(article, "f" if is_feminine(first) else "m")
    said = name if article in ("", first) else f"{article} {name}"
    return Noun(said, gender, plural=article in ("los", "las"))


def letter(number: int) -> str:
    """a) to z), then aa), bb) and so on."""
    return english_letter(number).removeprefix("(")


def say_number(number: int) -> str:
    """1234, but 12 345."""
    return str(number) if number < 10_000 else f"{number:,}".replace(",", "\u202f")


def plural(count: int) -> int:
    return int(count != 1)


def agree(noun: Noun) -> int:
    """Masculine, feminine, plural; where nobody knows the gender, the first word's ending tells it."""
    if noun.plural:
        return 2
    return int(noun.gender == "f" or (not noun.gender and is_feminine(noun.words.partition(" ")[0])))
