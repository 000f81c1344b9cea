"""The chair's desk and acts, and the board that everybody reads."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from app.chairing.actions import answer_objection, determine
from app.chairing.board import board as draw_board
from app.chairing.desk import PAGE, SORTS
from app.chairing.desk import desk as lay_desk
from app.chairing.evidence import Brief, group_lines, is_own, lay_before, thaw
from app.chairing.forms import AnswerForm, DeterminationForm
from app.chairing.objectors import Heard, all_heard, heard, nth
from app.chairing.queries import other_chairs
from app.chairing.statements import all_filed, filed, window_of
from app.consultations.gate import Standing, enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import agenda, groups
from app.core.acts import Act
from app.core.determinations import Sight, Status, changes
from app.core.objections import ObjectionState
from app.db import write
from app.deliberation.models import Position, Proposal
from app.deliberation.queries import find_position, find_proposal
from app.outcomes.queries import outcomes
from app.web.answers import refuse
from app.web.clock import now
from app.web.forms import beside

chairing = Blueprint("chairing", __name__)

CONFLICT = 409
WHOLE = "/consultations/<slug>/proposals/<int:number>/determination"
ONE = "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>/determination"
OBJECTION = (
    "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>"
    "/objections/<int:objection_number>"
)


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
    )


@chairing.get(WHOLE)
@chairing.get(ONE)
def determination(slug: str, number: int, position_number: int | None = None) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    proposal, position = _subject(consultation, standing, number, position_number)
    brief = lay_before(proposal, position, now())
    form = DeterminationForm(formdata=None, seen=str(brief.sight()))
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
                )
        if form.errors:
            return refuse("chairing/determination.html", **_page(standing, brief, form))
        count = len(brief.earlier) + 1
    flash(gettext("Your determination is on record, with the figures of this minute."))
    return redirect(f"{request.path}#D{count}", code=303)


@chairing.get("/consultations/<slug>/objections")
def objections(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    return render_template(
        "chairing/objections.html",
        consultation=consultation,
        standing=standing,
        heard=all_heard(consultation),
    )


@chairing.get(OBJECTION)
def objection(slug: str, number: int, position_number: int, objection_number: int) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _objection(consultation, standing, number, position_number, objection_number)
    return render_template("chairing/objection.html", **_hearing(standing, found, AnswerForm(formdata=None)))


@chairing.post(OBJECTION)
def answer(slug: str, number: int, position_number: int, objection_number: int) -> Response | tuple[str, int]:
    form = AnswerForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        found = _objection(consultation, standing, number, position_number, objection_number)
        with beside(form):
            if form.validate():
                answer_objection(
                    standing.seat,
                    found.objection,
                    ObjectionState(form.state.data),
                    form.answer.data or "",
                    now(),
                )
        if form.errors:
            return refuse("chairing/objection.html", **_hearing(standing, found, form))
    flash(gettext("Your answer to the objection is public."))
    to = url_for("chairing.determination", slug=slug, number=number, position_number=position_number)
    return redirect(f"{to}#{found.ref}", code=303)


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

    def tables(found: dict) -> list[dict[str, object]]:
        return [
            {
                "ref": ref,
                "rows": group_lines(
                    evidence.by_group, shown_groups, consultation.names_public, evidence.objections
                ),
                "total": evidence.tally,
                "objections": evidence.objections,
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
        "figures": tables(brief.evidence),
        "frozen": {d.id: tables(thaw(d.evidence, brief.ref)) for d in brief.earlier},
        "heard": heard(consultation, [position.id for position in brief.covered]),
        "statements": filed([brief.proposal.id], standing.seat).get(subject, ()),
        "window": window_of(brief.proposal, brief.position, now()),
        **more,
    }


def _objection(
    consultation: Consultation, standing: Standing, number: int, position_number: int, nth_: int
) -> Heard:
    _, position = _subject(consultation, standing, number, position_number)
    return nth(heard(consultation, [position.id]), nth_) or abort(404)


def _hearing(standing: Standing, found: Heard, form: AnswerForm) -> dict[str, object]:
    own = standing.seat is not None and is_own(standing.seat.id, found.position.proposal, found.position)
    return {
        "consultation": standing.consultation,
        "standing": standing,
        "heard": found,
        "form": form,
        "barred": own and other_chairs(standing.seat),
    }
