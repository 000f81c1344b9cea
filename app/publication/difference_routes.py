"""What changed between any two states of the report: circulated drafts, versions, the draft as it is."""

from collections.abc import Mapping

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from app.consultations.gate import Standing, enter, permit
from app.core.acts import Act
from app.core.redline import compare
from app.core.report.adoption import places
from app.core.report.document import Report
from app.core.report.seal import unseal
from app.drafting.desk import lay_desk
from app.publication.queries import circulations, published
from app.web.clock import now
from app.web.languages import day

comparing = Blueprint("comparing", __name__, url_prefix="/consultations/<slug>")

NOW = "now"


@comparing.get("/report/differences")
def show(slug: str) -> str:
    """Both states in one, paragraph by paragraph; those that did not change where they are asked for."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    states = _states(standing)
    chosen = _chosen(list(states), request.args.get("from", ""), request.args.get("to", ""))
    before, after = (_report(standing, key) if key else None for key in chosen)
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
    """What can be compared, by the word for it in the address: circulated drafts, versions, the draft."""
    consultation = standing.consultation
    found = {
        f"c{each.number}": (
            each.circulated_at,
            _("Draft %(number)s, circulated on %(day)s", number=each.number, day=day(each.circulated_at)),
        )
        for each in circulations(consultation)
    }
    found |= {
        str(each.version): (
            each.published_at,
            _("Version %(number)s of %(day)s", number=each.version, day=day(each.published_at)),
        )
        for each in published(consultation)
    }
    named = {key: name for key, (_at, name) in sorted(found.items(), key=lambda state: state[1][0])}
    return named | ({NOW: _("The draft as it stands now")} if standing.may(Act.DRAFT) else {})


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


def _report(standing: Standing, key: str) -> Report:
    consultation = standing.consultation
    if key == NOW:
        return lay_desk(consultation, now()).report
    if key.startswith("c"):
        rows, number = circulations(consultation), int(key[1:])
    else:
        rows, number = published(consultation), int(key)
    return unseal(rows[number - 1].document, Report)
