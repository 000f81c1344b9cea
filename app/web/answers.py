"""One route, two audiences: htmx gets the fragment, a plain form is sent back to where the thing stands."""

from typing import Any

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

UNPROCESSABLE = 422


def is_htmx() -> bool:
    """Whether htmx asks, which swaps a fragment into the page."""
    return request.headers.get("HX-Request") == "true" and "HX-Boosted" not in request.headers


def answer(fragment: str, to: str, **context: Any) -> Response | str:
    """After an act: the fragment for htmx, else 303 to the page where the thing stands."""
    if is_htmx():
        return render_template(fragment, **context)
    return redirect(to, code=303)


def refuse(page: str, fragment: str | None = None, **context: Any) -> tuple[str, int]:
    """After input that lacks something: the same form with its errors and all that was typed, as 422."""
    template = fragment if fragment and is_htmx() else page
    return render_template(template, **context), UNPROCESSABLE
