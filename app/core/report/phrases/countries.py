"""Countries in the languages of reports, from the Unicode Consortium's tables."""

from functools import cache

from babel import Locale, UnknownLocaleError


def country_in(name: str, home: str, language: str) -> str:
    """The name of a country as the other language has it; nothing where the first does not know it."""
    code = _codes(home).get(name.casefold())
    return _names(language).get(code, "") if code else ""


@cache
def _names(language: str) -> dict[str, str]:
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: str(name) for code, name in territories.items() if len(code) == 2}


@cache
def _codes(language: str) -> dict[str, str]:
    return {name.casefold(): code for code, name in _names(language).items()}
