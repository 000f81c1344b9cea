"""What changed between any two states of the report: circulated drafts, versions, the draft as it is."""

from collections.abc import Mapping

from flask import Blueprint, abort, render_template, request

from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.core.acts import Act
from app.core.redline import compare
from app.core.report.adoption import places
from app.core.report.document import Report
from app.publication.states import NOW, name_of, sealed_states, state_at, title_of
from app.web.clock import now

comparing = Blueprint("comparing", __name__, url_prefix="/consultations/<slug>")


@comparing.get("/report/differences")
def show(slug: str) -> str:
    """Both states in one, paragraph by paragraph; those that did not change where they are asked for."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    states = _states(standing)
    chosen = _chosen(list(states), request.args.get("from", ""), request.args.get("to", ""))
    before, after = (_report(consultation, key) for key in chosen)
    differences = compare(before, after) if before and after else ()
    return render_template(
        "publication/differences.html",
        consultation=consultation,
        standing=standing,
        states=states,
        chosen=chosen,
        all="all" in request.args,
        differences=differences,
        changed=sum(difference.is_changed for difference in differences),
        report=after,
        were=places(before) if before else {},
        are=places(after) if after else {},
    )


def _states(standing: Standing) -> Mapping[str, str]:
    """What can be compared, by its key, and how it is named."""
    consultation = standing.consultation
    named = {key: name_of(sealed) for key, sealed in sealed_states(consultation).items()}
    return named | ({NOW: title_of(NOW)} if standing.may(Act.DRAFT) else {})


def _chosen(states: list[str], before: str, after: str) -> tuple[str, str]:
    """What was asked for; else the newest state that is sealed, and of any the one before it."""
    if not set(filter(None, (before, after))) <= set(states):
        abort(404)
    if len(states) < 2:
        return "", ""
    sealed = [key for key in states if key != NOW]
    after = after or (sealed[-1] if len(sealed) > 1 else states[-1])
    if before:
        return before, after
    place = max(states.index(after), 1)
    return states[place - 1], states[place]


def _report(consultation: Consultation, key: str) -> Report | None:
    state = state_at(consultation, key, now()) if key else None
    return state.report if state else None
