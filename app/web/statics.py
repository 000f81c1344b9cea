"""A page is light on the wire: answers are compressed, and static files are kept until they change."""

import hashlib
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from flask_compress import Compress

KEPT = timedelta(days=365)


def init_statics(app: Flask) -> None:
    """Compresses what is text, and gives each static file an address that changes with its content."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = KEPT
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    Compress(app)
    app.after_request(_read_whole)

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "filename" in values:
            values["v"] = _version(Path(app.static_folder or "") / values["filename"])


def _read_whole(response: Response) -> Response:
    """Our static files are small; compressed as streams they would be left open."""
    if request.endpoint == "static":
        response.direct_passthrough = False
        response.make_sequence()
    return response


@cache
def _version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else ""
