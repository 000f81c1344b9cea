"""The languages in which a report can be told: one module each."""

from functools import lru_cache

from app.core.report.phrases.ar import ARABIC
from app.core.report.phrases.en import ENGLISH
from app.core.report.phrases.es import SPANISH
from app.core.report.phrases.fr import FRENCH
from app.core.report.phrases.frames import Language
from app.core.report.phrases.ru import RUSSIAN
from app.core.report.phrases.zh import CHINESE

LANGUAGES = {language.code: language for language in (ENGLISH, FRENCH, ARABIC, CHINESE, RUSSIAN, SPANISH)}


def language_of(code: str) -> Language:
    """The language asked for, or its main language ("en-GB" is "en"); English where neither is known."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.partition("-")[0]) or ENGLISH


def gender_of(pronoun: str) -> str:
    """The gender of a pronoun in any of the languages; nothing for one that tells none."""
    genders = (
        gender
        for language in LANGUAGES.values()
        for gender, word in language.pronouns.items()
        if word.casefold() == pronoun.strip().casefold()
    )
    return next(genders, "")


def in_other_words(name: str, language: Language) -> str:
    """A name as it is, but "the secretariat" in a language of which it has words of its own."""
    known = {other.sentences["secretariat"].casefold() for other in LANGUAGES.values()}
    own = name.casefold() == language.sentences["secretariat"].casefold()
    return language.sentences["secretariat"] if name.casefold() in known and not own else name


@lru_cache(maxsize=1024)
def concept_of(name: str, home: str) -> str:
    """What entries are called, by the English word: "thèmes" are "themes"; nothing where it is not known.

    The record's own language knows best: "observations" are comments in French.
    """
    words = name.casefold().split()
    for language in sorted(LANGUAGES.values(), key=lambda language: language.code != home.partition("-")[0]):
        known = {c.noun.words.casefold(): concept for concept, c in language.called.items() if concept}
        found = next((known[word] for word in words if word in known), "")
        if found:
            return found
    return ""
