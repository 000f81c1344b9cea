"""Every component of the interface once, on one page, for whoever builds or checks it."""

from flask import Blueprint, render_template

from app.web.access import public

patterns = Blueprint("patterns", __name__)


@patterns.get("/patterns")
@public
def show() -> str:
    return render_template("patterns.html")
