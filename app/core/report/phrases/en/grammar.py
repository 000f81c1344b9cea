"""What English does to words within a sentence: capitals, lists, dates, articles."""

from collections.abc import Sequence
from datetime import date
from string import ascii_lowercase

from app.core.report.phrases.frames import Noun

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

# First words that lose their capital within a sentence; any other may be a name.
_SOFT = """
a an the this that these those it its there their they any all each every no not some many most
several both either neither one two three four five if when while where in on at by for from of to
with without as and or because since before after during until under over within between among only
more less further another other such what which who how whether we our
although though given regarding concerning considering recalling noting welcoming recognizing referring
following taking bearing having despite notwithstanding while whilst whereas unlike moreover finally
"""
SOFT = frozenset(_SOFT.split())


def soften(text: str) -> str:
    first, _, rest = text.partition(" ")
    if first.lower() in SOFT and first[1:].islower() | (len(first) == 1):
        return f"{first.lower()} {rest}" if rest else first.lower()
    return text


def listing(things: Sequence[str]) -> str:
    """a; a and b; a, b and c: with a comma before "and" where the things have commas of their own."""
    if len(things) < 2:
        return "".join(things)
    comma = "," if any("," in thing for thing in things) else ""
    return f"{', '.join(things[:-1])}{comma} and {things[-1]}"


def say_date(day: date, this_year: int | None = None) -> str:
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == this_year else f"{words} {day.year}"


def say_group(name: str) -> str:
    """ "Private sector" is "the private sector" within a sentence, "Governments" is "governments"."""
    first, _, rest = name.partition(" ")
    soft = name if first[1:] != first[1:].lower() else f"{first.lower()} {rest}".strip()
    article = "the " if soft.endswith(("sector", "community", "industry")) else ""
    return soft if soft.startswith("the ") else article + soft


def letter(number: int) -> str:
    """(a) to (z), then (aa), (bb) and so on, as in Word."""
    times, place = divmod(number - 1, len(ascii_lowercase))
    return f"({ascii_lowercase[place] * (times + 1)})"


_WITH_ARTICLE = ("United", "Netherlands", "Philippines", "Bahamas", "Gambia", "Comoros", "Seychelles")
_KINDS_OF_STATE = ("Republic", "Kingdom", "Federation", "States", "Emirates", "Islands", "Union", "State of")


def say_country(name: str) -> Noun:
    """ "Switzerland", but "the Netherlands" and "the United Kingdom"."""
    article = name.startswith(_WITH_ARTICLE) or any(kind in name for kind in _KINDS_OF_STATE)
    return Noun(f"the {name}" if article else name)


def say_number(number: int) -> str:
    return f"{number:,}"


def plural(count: int) -> int:
    return int(count != 1)


def agree(noun: Noun) -> int:
    return int(noun.plural)
