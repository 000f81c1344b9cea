"""The languages in which a report can be told: one module each."""

from app.core.report.phrases.en import ENGLISH
from app.core.report.phrases.frames import Language

LANGUAGES = {language.code: language for language in (ENGLISH,)}


def language_of(code: str) -> Language:
    """The language asked for, or its main language ("en-GB" is "en"); English where neither is known."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.partition("-")[0]) or ENGLISH
