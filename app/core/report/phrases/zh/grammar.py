"""What Chinese does to words within a sentence: hardly anything; lists, dates, and no space anywhere."""

from collections.abc import Sequence
from datetime import date

from app.core.report.phrases.en.grammar import letter as letter
from app.core.report.phrases.frames import Noun


def soften(text: str) -> str:
    return text


def listing(things: Sequence[str]) -> str:
    """甲；甲和乙；甲、乙和丙: with commas where the things have marks of their own."""
    if len(things) < 2:
        return "".join(things)
    if any(mark in thing for thing in things for mark in "，、"):
        return f"{'，'.join(things[:-1])}，以及{things[-1]}"
    return f"{'、'.join(things[:-1])}和{things[-1]}"


def say_date(day: date, this_year: int | None = None) -> str:
    words = f"{day.month}月{day.day}日"
    return words if day.year == this_year else f"{day.year}年{words}"


def say_group(name: str) -> str:
    return name


def say_country(name: str) -> Noun:
    return Noun(name)


def say_number(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def plural(count: int) -> int:
    return 0


def agree(noun: Noun) -> int:
    return 0
