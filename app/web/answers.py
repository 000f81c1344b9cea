"""One route, two audiences: htmx gets the fragment, a plain form is sent back to where the thing stands."""

from typing import Any
from urllib.parse import urlsplit

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

GONE = 410
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


def dead_link(again: str, label: str) -> tuple[str, int]:
    """A link from a letter whose time has passed, and where to get another."""
    return render_template("dead_link.html", again=again, label=label), GONE


def own_path(target: str | None, otherwise: str) -> str:
    """A path on this site to go on to, as a page sent it along; `otherwise` where it leads elsewhere."""
    target = (target or "").strip()
    if not target.startswith("/") or target.startswith("//") or any(c in target for c in _TREACHEROUS):
        return otherwise
    try:
        parts = urlsplit(target)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else target


_TREACHEROUS = "\\" + "".join(map(chr, range(0x20))) + "\x7f"  # browsers drop or turn them
