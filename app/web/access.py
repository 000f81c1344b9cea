"""Marks for the routes that stand outside any consultation; all others pass the gate."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import abort
from flask_login import current_user, login_required

View = Callable[..., Any]


def public(view: View) -> View:
    """Anyone may come here."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Only somebody who has signed in may come here; others are asked to."""
    guarded = login_required(view)
    guarded.access = "signed in"  # type: ignore[attr-defined]
    return guarded


def opener(view: View) -> View:
    """Only somebody who may open consultations on this installation."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not current_user.may_open:
            abort(403)
        return view(*args, **kwargs)

    marked = login_required(guarded)
    marked.access = "opener"  # type: ignore[attr-defined]
    return marked
