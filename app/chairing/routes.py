"""The chair's acts and the board that everybody reads."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.chairing.actions import determine
from app.chairing.forms import DeterminationForm
from app.chairing.queries import standing_determinations
from app.consultations.gate import enter, permit
from app.consultations.queries import agenda
from app.core.acts import Act
from app.core.determinations import Status
from app.db import write
from app.deliberation.queries import find_position, find_proposal, positions, proposals
from app.web.clock import now

chairing = Blueprint("chairing", __name__)


@chairing.get("/consultations/<slug>/board")
def board(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    texts = proposals(consultation)
    ids = [proposal.id for proposal in texts]
    return render_template(
        "chairing/board.html",
        consultation=consultation,
        standing=standing,
        agenda=agenda(consultation),
        positions=positions(*ids),
        determinations=standing_determinations(ids),
    )


@chairing.post("/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>/determination")
def determine_position(slug: str, number: int, position_number: int) -> Response:
    form = DeterminationForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.DETERMINE, consultation)
        proposal = find_proposal(consultation, number) or abort(404)
        position = find_position(proposal, position_number) or abort(404)
        if not form.validate():
            abort(422)
        determine(
            standing.seat,
            proposal,
            position,
            Status(form.status.data),
            form.rationale.data or "",
            form.departure.data or "",
            now(),
        )
    return redirect(url_for("deliberation.proposal", slug=slug, number=number) + f"#{position.ref}", code=303)
