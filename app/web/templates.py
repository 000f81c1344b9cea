"""What every template may use."""

from flask import Flask, request, url_for
from markupsafe import Markup

from app.core import (
    calls,
    determinations,
    interventions,
    objections,
    outcomes,
    phases,
    roles,
    rounds,
    texts,
    threads,
    votes,
)
from app.core.acts import Act
from app.core.report.document import Block, Report
from app.core.report.pictures import picture_of
from app.web.clock import now
from app.web.languages import direction
from app.web.markup import show_html

DOORS = {
    "home": "consultations.home",
    "help": "handbook.show",
    "me": "profile.show",
    "notices": "notices.show",
    "sign_in": "accounts.sign_in",
    "sign_out": "accounts.sign_out",
}


def init_templates(app: Flask) -> None:
    """Adds the words of the procedure and the filters to the template environment."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["html"] = show_html
    app.jinja_env.globals.update(
        Act=Act,
        drawn=_drawn,
        now=now,
        choices=votes.Choice,
        choice_labels=votes.LABELS,
        choice_meanings=votes.MEANINGS,
        form_labels=texts.FORM_LABELS,
        answer_labels=calls.ANSWER_LABELS,
        call_state_labels=calls.STATE_LABELS,
        call_step_labels=calls.STEP_LABELS,
        manner_labels=calls.MANNER_LABELS,
        manner_meanings=calls.MANNER_MEANINGS,
        behalf_labels=objections.BEHALF_LABELS,
        objection_labels=objections.LABELS,
        step_labels=objections.STEP_LABELS,
        outcome_labels=outcomes.LABELS,
        course_labels=outcomes.COURSE_LABELS,
        phase_labels=phases.LABELS,
        proposal_kind_labels=texts.PROPOSAL_KIND_LABELS,
        intervention_labels=interventions.STATE_LABELS,
        contribution_labels=interventions.CONTRIBUTION_LABELS,
        kind_labels=texts.KIND_LABELS,
        may_still_edit=texts.may_still_edit,
        sort_labels=threads.SORT_LABELS,
        role_labels=roles.LABELS,
        state_labels=rounds.LABELS,
        status_meanings=determinations.MEANINGS,
    )
    app.context_processor(lambda: {"doors": _doors()})


def _drawn(report: Report, block: Block) -> Markup:
    """A picture of a report, to be put into a page."""
    picture = picture_of(report, block, rtl=direction(report.lang) == "rtl")
    return Markup(picture)  # noqa: S704 - drawn by ourselves, every word escaped


def _doors() -> dict[str, str]:
    """The addresses in the frame of every page."""
    return {name: url_for(endpoint) for name, endpoint in DOORS.items()} | {
        "sign_in": url_for(DOORS["sign_in"], next=_page_to_come_back_to())
    }


def _page_to_come_back_to() -> str | None:
    """The page from which somebody goes to sign in, where it is one to be read."""
    if request.method != "GET" or request.path == "/" or request.blueprint == "accounts":
        return None
    return request.full_path.rstrip("?")
