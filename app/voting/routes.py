"""Voting where the position stands, one position at a time on a phone, and what one has said so far."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.analysis.asking import asked_first
from app.chairing.objectors import heard
from app.chairing.panels import SAMPLE, panels
from app.chairing.statements import involving
from app.consultations.gate import enter, permit
from app.consultations.models import Consultation, Seat
from app.core.acts import Act
from app.core.texts import Form, Kind
from app.core.votes import Choice
from app.db import write
from app.deliberation.actions import is_own, replace_position
from app.deliberation.forms import WordingForm
from app.deliberation.models import Position, Proposal
from app.deliberation.phrasing import finish
from app.deliberation.queries import (
    comments_by,
    find_position,
    find_proposal,
    positions,
    proposals,
    tabled_by,
)
from app.voting.actions import cast_vote, reword_position, undo_vote
from app.voting.forms import UndoForm, VoteForm
from app.voting.queries import (
    casts_by,
    is_voted_on,
    own_votes,
    spoken_for,
    voter_of,
    votes_on,
    words_before,
)
from app.voting.walk import Order, Walk
from app.web.answers import UNPROCESSABLE, is_htmx
from app.web.clock import now
from app.web.forms import beside

voting = Blueprint("voting", __name__)

ONE = "/consultations/<slug>/proposals/<int:number>/positions/<int:position_number>"
Page = str | Response | tuple[str, int]


@voting.get(ONE)
def position(slug: str, number: int, position_number: int, form: VoteForm | None = None) -> str:
    """One position with every vote on it; htmx gets the position alone, as it stands in its thread."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = _position(consultation, number, position_number)
    if found.is_hidden and not standing.sees_hidden:
        abort(404)
    sample = SAMPLE if is_htmx() else None
    return render_template(
        "deliberation/_position.html" if is_htmx() else "voting/position.html",
        consultation=consultation,
        standing=standing,
        panel=panels(consultation, [found], standing.seat, now(), sample=sample)[0],
        votes=votes_on(found.id) if consultation.names_public and not is_htmx() else [],
        spoken_for=spoken_for,
        casts=casts_by(voter_of(standing.seat), [found.id])[found.id] if standing.seat else [],
        typed=form,
    )


@voting.post(f"{ONE}/votes")
def vote(slug: str, number: int, position_number: int) -> Page:
    form = VoteForm()
    with beside(form), write():
        consultation = enter(slug)
        standing = permit(Act.VOTE, consultation)
        found = _position(consultation, number, position_number)
        if form.validate():
            words = form.words(*words_before(standing.seat, found))
            cast_vote(standing.seat, found, Choice(form.choice.data), now(), **words)
            if not is_htmx():
                return redirect(_back(slug, found), code=303)
    if form.errors:
        show = calm if "calm" in request.args else position
        at = {"at": found.ref} if show is calm else {"number": number, "position_number": position_number}
        return show(slug, **at, form=form), UNPROCESSABLE
    return position(slug, number, position_number)


@voting.post(f"{ONE}/votes/undo")
def undo(slug: str, number: int, position_number: int) -> Page:
    form = UndoForm()
    with write():
        consultation = enter(slug)
        standing = permit(Act.VOTE, consultation)
        found = _position(consultation, number, position_number)
        if not form.validate():
            abort(422)
        undo_vote(standing.seat, found, form.cast_at.data, now())
        if not is_htmx():
            return redirect(_back(slug, found), code=303)
    return position(slug, number, position_number)


@voting.get(f"{ONE}/wording")
def wording(slug: str, number: int, position_number: int, form: WordingForm | None = None) -> str:
    """Other words for one's own position: once it has been voted on, they replace it."""
    consultation = enter(slug)
    standing = permit(Act.WITHDRAW, consultation)
    found = _position(consultation, number, position_number)
    if not is_own(found, standing.seat) or found.withdrawn_at:
        abort(403)
    form = form or WordingForm(formdata=None, obj=found)
    return render_template(
        "voting/wording.html",
        consultation=consultation,
        standing=standing,
        position=found,
        form=form,
        voted=is_voted_on(found),
        sentence=finish(form.text.data, form.form.data, consultation.language),
    )


@voting.post(f"{ONE}/wording")
def save_wording(slug: str, number: int, position_number: int) -> Page:
    form = WordingForm()
    if "preview" in request.form:
        return wording(slug, number, position_number, form)
    if form.validate():
        with beside(form), write():
            consultation = enter(slug)
            standing = permit(Act.WITHDRAW, consultation)
            found = _position(consultation, number, position_number)
            words = (
                form.text.data or "",
                Form(form.form.data),
                Kind(form.kind.data),
                form.elaboration.data or "",
            )
            if form.as_new.data:
                found = replace_position(found, standing.seat, *words, now())
            else:
                reword_position(found, standing.seat, *words, now())
            return redirect(_place(slug, found), code=303)
    return wording(slug, number, position_number, form), UNPROCESSABLE


@voting.get("/consultations/<slug>/vote")
def calm(slug: str, at: str = "", form: VoteForm | None = None) -> str:
    """One position at a time: the one asked for, else the next without a vote that was not left for later."""
    consultation = enter(slug)
    standing = permit(Act.VOTE, consultation)
    walk = Walk.of(request.args)
    queue = _queue(consultation, standing.seat, walk)
    voted = own_votes(standing.seat, [text.id for text in queue])
    steps = walk.among(queue, set(voted), at or request.args.get("at", ""), request.args.get("after", ""))
    shown = [text for text in (steps.here, steps.last) if text]
    found = {panel.ref: panel for panel in panels(consultation, shown, standing.seat, now())}
    return render_template(
        "voting/calm.html",
        consultation=consultation,
        standing=standing,
        panel=found[steps.here.ref] if steps.here else None,
        last=found[steps.last.ref] if steps.last else None,
        steps=steps,
        walk=walk,
        total=len(queue),
        skipped=[text for text in queue if text.id not in voted],
        typed=form,
    )


@voting.get("/consultations/<slug>/mine")
def mine(slug: str) -> str:
    """All that a person has said in this consultation."""
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    if standing.seat is None:
        return render_template("voting/mine.html", consultation=consultation, standing=standing)
    texts = positions(*[proposal.id for proposal in proposals(consultation)])
    voice = voter_of(standing.seat)
    casts = casts_by(voice, [text.id for text in texts])
    own_proposals, own_positions = tabled_by(standing.seat)
    own_statements, signed_statements = involving(standing.seat)
    return render_template(
        "voting/mine.html",
        consultation=consultation,
        standing=standing,
        positions=[text for text in texts if text.id in casts],
        casts=casts,
        objections=[each for each in heard(consultation, casts) if each.objection.voter == voice],
        own_proposals=own_proposals,
        own_positions=own_positions,
        own_statements=own_statements,
        signed_statements=signed_statements,
        comments=comments_by(standing.seat),
    )


def _queue(consultation: Consultation, seat: Seat | None, walk: Walk) -> Sequence[Position]:
    """The positions on which one can vote, in the order of the walk."""
    put = [text for text in proposals(consultation) if not (text.withdrawn_at or text.hidden_at)]
    order = {text.id: place for place, text in enumerate(sorted(put, key=_place_on_agenda))}
    texts = [text for text in positions(*order) if not (text.withdrawn_at or text.hidden_at)]
    if walk.order is Order.AGENDA or seat is None:
        return sorted(texts, key=lambda text: (order[text.proposal_id], text.number))
    places = asked_first(consultation, voter_of(seat), [text.id for text in texts], now())
    return [texts[place] for place in places]


def _place_on_agenda(proposal: Proposal) -> tuple[int, int]:
    return proposal.agenda_item.number, proposal.number


def _position(consultation: Consultation, number: int, position_number: int) -> Position:
    proposal = find_proposal(consultation, number) or abort(404)
    return find_position(proposal, position_number) or abort(404)


def _place(slug: str, position: Position) -> str:
    """Where the position stands."""
    address = url_for("deliberation.proposal", slug=slug, number=position.proposal.number)
    return f"{address}#{position.ref}"


def _back(slug: str, position: Position) -> str:
    """Where the voter goes on: in the thread, or to the next position of the calm walk."""
    if "calm" in request.args:
        return url_for("voting.calm", slug=slug, after=position.ref, **Walk.of(request.args).address)
    return _place(slug, position)
