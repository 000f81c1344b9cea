"""The table of contents of the application."""

import os
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy: its threads would wait for each other

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app.accounts.profile_routes import profile
from app.accounts.routes import accounts
from app.accounts.signing import init_signing
from app.analysis.actions import catch_up
from app.analysis.routes import analysis
from app.calls.routes import calling
from app.chairing.interest_routes import declaring
from app.chairing.objection_routes import hearing
from app.chairing.round_routes import reviewing
from app.chairing.routes import chairing
from app.chairing.statement_routes import dissenting
from app.config import ROOT, Config, load_config
from app.consultations.adoption_routes import adopting
from app.consultations.document_routes import library
from app.consultations.help_routes import handbook
from app.consultations.invitation_routes import inviting
from app.consultations.routes import consultations
from app.consultations.seat_routes import seats
from app.consultations.set_up_routes import set_up
from app.db import init_db
from app.deliberation.comment_routes import comments
from app.deliberation.routes import deliberation
from app.deliberation.text_routes import texts
from app.downloads.actions import prepare
from app.downloads.letterhead_routes import letterheads
from app.downloads.routes import downloads
from app.drafting.block_routes import blocks
from app.drafting.routes import drafting
from app.floor.routes import floor
from app.mail.actions import deliver
from app.mail.routes import mail
from app.notifications.actions import remind, tell
from app.notifications.routes import init_notices, notices
from app.outcomes.routes import concluding
from app.publication.approval_routes import approving
from app.publication.circulation_routes import circulating
from app.publication.correction_routes import correcting
from app.publication.difference_routes import comparing
from app.publication.routes import publication
from app.publication.trail_routes import trails
from app.voting.routes import voting
from app.web.errors import init_errors
from app.web.headers import init_headers
from app.web.languages import init_languages
from app.web.origin import init_origin
from app.web.patterns import patterns
from app.web.rounds import employ
from app.web.statics import init_statics
from app.web.templates import init_templates

ROOMS = (
    mail,
    accounts,
    profile,
    consultations,
    adopting,
    seats,
    inviting,
    set_up,
    library,
    handbook,
    deliberation,
    comments,
    texts,
    voting,
    analysis,
    calling,
    floor,
    chairing,
    reviewing,
    declaring,
    concluding,
    hearing,
    dissenting,
    drafting,
    blocks,
    circulating,
    correcting,
    approving,
    comparing,
    publication,
    trails,
    downloads,
    letterheads,
    notices,
    patterns,
)


def create_app(config: Config | None = None) -> Flask:
    """The application, with settings from files and environment unless they are given."""
    config = config or load_config()
    app = Flask(
        "plenary",
        root_path=str(Path(ROOT) / "app"),
        instance_path=config.instance,
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config.update(
        SETTINGS=config,
        SECRET_KEY=config.secret_key,
        MAX_CONTENT_LENGTH=config.upload_megabytes * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2_000_000,  # a text of 100,000 characters of any script is refused in words
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.production,
        SESSION_COOKIE_NAME="__Host-plenary" if config.production else "plenary",
    )
    if config.trusted_proxies:
        hops = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    init_db(app, config.database)
    init_origin(app)
    init_headers(app, https=config.production)
    init_signing(app)
    init_statics(app)
    init_languages(app)
    init_templates(app)
    init_errors(app)
    init_notices(app)
    for room in ROOMS:
        app.register_blueprint(room)
    return app


def serve_app() -> Flask:
    """The application as a serving process has it, with those who work in its background."""
    app = create_app()
    employ(app, "herald", tell)
    employ(app, "timekeeper", remind, every=60)
    employ(app, "postman", deliver)
    employ(app, "clerk", prepare)
    employ(app, "teller", catch_up)
    return app
