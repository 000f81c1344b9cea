"""A request that changes something comes from our own pages: Sec-Fetch-Site, then Origin, then the token."""

from urllib.parse import urlsplit

from flask import Flask, abort, request
from flask_wtf import CSRFProtect

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

csrf = CSRFProtect()


def init_origin(app: Flask) -> None:
    """Refuses forged requests with 400 before any route sees them."""
    app.config["WTF_CSRF_TIME_LIMIT"] = (
        None  # as long as the session: a long text must not be lost to a clock
    )
    app.config["WTF_CSRF_SSL_STRICT"] = False  # the check below looks at the origin, with or without TLS

    @app.before_request
    def check_origin() -> None:
        if request.method not in SAFE_METHODS and not _is_own():
            abort(400)

    csrf.init_app(app)


def _is_own() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host
