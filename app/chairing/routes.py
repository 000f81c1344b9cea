"""The chair's desk and acts, and the board that everybody reads."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from app.chairing.actions import determine
from app.chairing.board import board as draw_board
from app.chairing.desk import PAGE, SORTS
from app.chairing.desk import desk as lay_desk
from app.chairing.evidence import Brief, group_lines, is_own, lay_before, thaw, thaw_calls
from app.chairing.forms import DeterminationForm, PreparationForm
from app.chairing.interests import at_stake
from app.chairing.objectors import all_heard, heard
from app.chairing.preparing import FIELDS, discard, preparation_of, prepare, prepared, publish_prepared
from app.chairing.queries import other_chairs
from app.chairing.rounds import challenged, rounds
from app.chairing.silence import remind, silent
from app.chairing.statements import all_filed, filed, window_of
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import agenda, groups
from app.core.acts import Act
from app.core.calls import CallFigures
from app.core.consensus import how_it_stands
from app.core.determinations import Sight, Status, changes
from app.core.objections import ObjectionState
from app.db import write
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import find_position, find_proposal
from app.outcomes.queries import outcomes
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside
from app.web.languages import say

chairing = Blueprint("chairing", __name__)

CONFLICT = 409
WHOLE = "/consultations/<slug>/proposals/<int:number>/determination"
ONE = "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>/determination"


@chairing.get("/consultations/<slug>/board")
def board(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "chairing/board.html",
        consultation=consultation,
        standing=standing,
        agenda=agenda(consultation),
        board=draw_board(consultation),
        outcomes=outcomes(consultation),
    )


@chairing.get("/consultations/<slug>/desk")
def desk(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.DETERMINE, consultation)
    sort = request.args.get("sort", "")
    sort = sort if sort in SORTS else "agenda"
    matters = lay_desk(consultation, sort, now())
    refs = [matter.position.ref for matter in matters]
    after = request.args.get("after", "")
    start = refs.index(after) + 1 if after in refs else 0
    return render_template(
        "chairing/desk.html",
        consultation=consultation,
        standing=standing,
        matters=matters[start : start + PAGE],
        start=start,
        total=len(matters),
        sort=sort,
        sorts={key: label for key, (label, _) in SORTS.items()},
        unanswered=[h for h in all_heard(consultation) if h.objection.state is ObjectionState.OPEN],
        statements=len(all_filed(consultation)),
        challenged=challenged(consultation, now()),
        prepared=prepared(consultation, standing.seat, now()),
        silent=silent(consultation, now()),
    )


@chairing.get(WHOLE)
@chairing.get(ONE)
def determination(slug: str, number: int, position_number: int | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    proposal, position = _subject(consultation, standing, number, position_number)
    brief = lay_before(proposal, position, now())
    form = _prepared_form(standing, brief)
    return render_template("chairing/determination.html", **_page(standing, brief, form))


@chairing.post(WHOLE)
@chairing.post(ONE)
def make_determination(
    slug: str, number: int, position_number: int | None = None
) -> Response | tuple[str, int]:
    form = DeterminationForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        proposal, position = _subject(consultation, standing, number, position_number)
        at = now()
        brief = lay_before(proposal, position, at)
        sight = brief.sight()
        changed = changes(Sight.parse(form.seen.data or ""), sight)
        form.seen.data = str(sight)
        valid = form.validate()
        if changed:
            return render_template(
                "chairing/determination.html", **_page(standing, brief, form, changed=changed)
            ), CONFLICT
        with beside(form):
            if valid:
                determine(
                    standing.seat,
                    proposal,
                    position,
                    Status(form.status.data),
                    form.rationale.data or "",
                    form.departure.data or "",
                    at,
                    new_information=form.new_information.data or "",
                )
        if form.errors:
            return refuse("chairing/determination.html", **_page(standing, brief, form))
        if kept := preparation_of(proposal, position):
            discard(kept)
        count = len(brief.earlier) + 1
    flash(gettext("Your determination is on record, with the figures of this minute."))
    return redirect(f"{request.path}#D{count}", code=303)


@chairing.post(f"{WHOLE}/preparation")
@chairing.post(f"{ONE}/preparation")
def keep(slug: str, number: int, position_number: int | None = None) -> Response | tuple[str, int]:
    form = PreparationForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        proposal, position = _subject(consultation, standing, number, position_number)
        if not form.validate():
            brief = lay_before(proposal, position, now())
            return refuse("chairing/determination.html", **_page(standing, brief, form))
        status = Status(form.status.data) if form.status.data else None
        words = {name: form[name].data or "" for name in FIELDS}
        prepare(standing.seat, proposal, position, status, now(), **words)
    flash(gettext("It is prepared. Only the chairs can see it."))
    return redirect(url_for("chairing.desk", slug=slug) + "#prepared", code=303)


@chairing.post(f"{WHOLE}/preparation/removal")
@chairing.post(f"{ONE}/preparation/removal")
def drop(slug: str, number: int, position_number: int | None = None) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        discard(preparation_of(*_subject(consultation, standing, number, position_number)) or abort(404))
    return redirect(url_for("chairing.desk", slug=slug) + "#prepared", code=303)


@chairing.post("/consultations/<slug>/desk/publication")
def publish(slug: str) -> Response:
    """What was chosen of that which is prepared; what comes back stays prepared."""
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        at, refs = now(), request.form.getlist("ref")
        chosen = [
            p.preparation for p in prepared(consultation, standing.seat, at) if p.preparation.ref in refs
        ]
        made, back = publish_prepared(standing.seat, chosen, at)
        told = [(preparation.ref, say(sentence)) for preparation, sentence in back]
        number = len(made)
    if number:
        flash(ngettext("One determination is on record.", "%(num)d determinations are on record.", number))
    for ref, sentence in told:
        flash(f"{ref}: {sentence}")
    return redirect(url_for("chairing.desk", slug=slug) + "#prepared", code=303)


@chairing.post("/consultations/<slug>/desk/reminder")
def ask(slug: str) -> Response:
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        at = now()
        number = remind(standing.seat, silent(consultation, at), at)
    flash(ngettext("One person is being reminded.", "%(num)d people are being reminded.", number))
    return redirect(url_for("chairing.desk", slug=slug) + "#silent", code=303)


def _prepared_form(standing: Standing, brief: Brief) -> DeterminationForm:
    """The form as the chairs have left it; what they see now is what they have seen."""
    kept = preparation_of(brief.proposal, brief.position) if standing.may(Act.DETERMINE) else None
    form = DeterminationForm(formdata=None, obj=kept)
    form.seen.data = str(brief.sight())
    form.status.data = kept.status.value if kept and kept.status else None
    return form


def _subject(
    consultation: Consultation, standing: Standing, number: int, position_number: int | None
) -> tuple[Proposal, Position | None]:
    """The position, or the whole proposal; 404 where there is none, or it is hidden from this reader."""
    proposal = find_proposal(consultation, number) or abort(404)
    position = None
    if position_number is not None:
        position = find_position(proposal, position_number) or abort(404)
    hidden = proposal.hidden_at or (position and position.hidden_at)
    if hidden and not standing.sees_hidden:
        abort(404)
    return proposal, position


def _page(standing: Standing, brief: Brief, form: DeterminationForm, **more: object) -> dict[str, object]:
    """What the determination page shows, to a reader and to a chair."""
    consultation = standing.consultation
    own = standing.seat is not None and is_own(standing.seat.id, brief.proposal, brief.position)
    shown_groups = groups(consultation)
    subject = (brief.proposal.id, brief.position.id if brief.position else None)

    def tables(found: dict, put: Mapping[str, CallFigures]) -> list[dict[str, object]]:
        return [
            {
                "ref": ref,
                "rows": group_lines(
                    evidence.by_group, shown_groups, consultation.names_public, evidence.objections
                ),
                "total": evidence.tally,
                "objections": evidence.objections,
                "words": how_it_stands(evidence),
                "call": put.get(ref),
            }
            for ref, evidence in found.items()
        ]

    return {
        "consultation": consultation,
        "standing": standing,
        "brief": brief,
        "form": form,
        "own": own,
        "barred": own and other_chairs(standing.seat),
        "figures": tables(brief.evidence, brief.calls),
        "frozen": {
            d.id: tables(thaw(d.evidence, brief.ref), thaw_calls(d.evidence, brief.ref))
            for d in brief.earlier
        },
        "kept": preparation_of(brief.proposal, brief.position) if standing.may(Act.DETERMINE) else None,
        "rounds": rounds(brief.earlier, now(), standing.seat),
        "heard": heard(consultation, [position.id for position in brief.covered]),
        "at_stake": at_stake(consultation, brief.proposal.agenda_item),
        "statements": filed([brief.proposal.id], standing.seat).get(subject, ()),
        "window": window_of(brief.proposal, brief.position, now()),
        **more,
    }
