"""The sentence that somebody's words complete, as a report could print it."""

from flask_babel import force_locale, gettext

from app.core.texts import ENTRIES, FORM_FRAMES, POSITION_LIMIT, Form


def finish(text: str | None, form: str | None, language: str) -> list[str]:
    """The finished sentences, one for each line of the text, in the language of the consultation."""
    if form not in set(Form):
        return []
    lines = [" ".join(line.split()).rstrip(".") for line in (text or "").splitlines()[:ENTRIES]]
    with force_locale(language):
        return [gettext(FORM_FRAMES[Form(form)], words=line[:POSITION_LIMIT]) for line in lines if line]
