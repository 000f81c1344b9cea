"""Voting where the position stands."""

from flask import Blueprint, abort, redirect, url_for
from werkzeug.wrappers import Response

from app.consultations.gate import enter, permit
from app.core.acts import Act
from app.core.votes import Choice
from app.db import write
from app.deliberation.queries import find_position, find_proposal
from app.voting.actions import cast_vote
from app.voting.forms import VoteForm
from app.web.clock import now

voting = Blueprint("voting", __name__)


@voting.post("/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>/votes")
def vote(slug: str, number: int, position_number: int) -> Response:
    form = VoteForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.VOTE, consultation)
        proposal = find_proposal(consultation, number) or abort(404)
        position = find_position(proposal, position_number) or abort(404)
        if not form.validate():
            abort(422)
        cast_vote(
            standing.seat,
            position,
            Choice(form.choice.data),
            now(),
            reason=form.reason.data or "",
            reservation=form.reservation.data or "",
            remedy=form.remedy.data or "",
        )
    return redirect(url_for("deliberation.proposal", slug=slug, number=number) + f"#{position.ref}", code=303)
