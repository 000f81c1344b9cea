"""The reader's language and zone, and sentences of core said in them."""

from datetime import datetime
from urllib.parse import urlencode

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_timedelta
from babel.lists import format_list
from babel.units import format_unit
from flask import Flask, has_request_context, request, session
from flask_babel import Babel, get_locale, gettext, ngettext
from flask_login import current_user

from app.core.words import Sentence
from app.core.zones import find_zone
from app.web.clock import now

LANGUAGES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ar": "العربية",
    "ru": "Русский",
    "zh": "中文",
}
RIGHT_TO_LEFT = frozenset({"ar"})

babel = Babel()


def init_languages(app: Flask) -> None:
    """Chooses the language of each request and gives templates what they need to speak it."""
    babel.init_app(app, locale_selector=choose_language, timezone_selector=lambda: None)
    app.jinja_env.filters.update(
        direction=direction,
        say=say,
        in_zone=in_zone,
        utc=lambda at: in_zone(at, "UTC"),
        from_now=from_now,
        instant=datetime.fromisoformat,
        day=day,
        size=size,
        term=term,
    )
    app.jinja_env.globals.update(own_zone=own_zone)
    app.context_processor(_describe_language)


def choose_language() -> str:
    """What the reader chose by a link or before, else what the browser prefers, else English."""
    if not has_request_context():
        return "en"
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        session["language"] = asked
    chosen = session.get("language") or getattr(current_user, "language", "")
    return chosen if chosen in LANGUAGES else request.accept_languages.best_match(LANGUAGES, default="en")


def own_zone() -> str:
    """The reader's time zone: an IANA name."""
    return getattr(current_user, "timezone", "") or "UTC"


def say(sentence: Sentence | str) -> str:
    """A sentence of core in the reader's language; words among its values are translated too."""
    if isinstance(sentence, str):
        return gettext(sentence) if sentence else ""
    values = {key: _say_value(value) for key, value in sentence.values.items()}
    if sentence.many:
        return ngettext(sentence.text, sentence.many, **values)
    return gettext(sentence.text, **values) if values else gettext(sentence.text)


def term(word: object) -> str:
    """A label of core in the reader's language."""
    return gettext(str(word)) if word else ""


def in_zone(at: datetime, zone: str) -> str:
    """A date and time in a zone, named: "14 November 2026, 18:00 (Europe/Paris)"."""
    info = find_zone(zone)
    local = at.astimezone(info)
    return f"{format_date(local, 'long', _locale())}, {local:%H:%M} ({info.key.replace('_', ' ')})"


def from_now(at: datetime) -> str:
    """How far away an instant is: "in 3 days", "2 hours ago"."""
    return format_timedelta(at - now(), add_direction=True, locale=_locale())


def direction(lang: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    return "rtl" if lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def day(at: datetime) -> str:
    """A day in words, in UTC for an instant."""
    return format_date(at, "long", _locale())


def size(count: int) -> str:
    """How large a file of so many bytes is: "0.7 kB", "1.4 MB", in the units and figures of the language."""
    unit, whole = ("megabyte", 1e6) if count >= 1e6 else ("kilobyte", 1e3)
    return format_unit(max(0.1, round(count / whole, 1)), unit, "short", locale=_locale())


def _say_value(value: object) -> object:
    if isinstance(value, tuple):
        return format_list([gettext(str(part)) for part in value], locale=_locale())
    return gettext(value) if isinstance(value, str) and value else value


def _locale() -> Locale:
    """The language of the request, with the day before the month where English is written."""
    try:
        found = Locale.parse(str(get_locale() or "en"))
    except (UnknownLocaleError, ValueError):
        found = Locale("en")
    return Locale("en", "GB") if found.language == "en" else found


def _describe_language() -> dict[str, object]:
    lang = choose_language()
    others = request.args.to_dict() | {"lang": ""}
    return {
        "lang": lang,
        "text_direction": direction(lang),
        "languages": [
            (code, name, f"{request.path}?{urlencode(others | {'lang': code})}")
            for code, name in LANGUAGES.items()
        ],
    }
