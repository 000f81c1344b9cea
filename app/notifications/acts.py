"""The table of acts of which people are told: a row says which act, whom it concerns, and the sentence.

A new kind of notice is one row of ACTS: the verb and the subject of an event, as `record(verb, subject, …)`
has them; a condition on the seats of the consultation (`circles.py`); a sentence. What a sentence may name
(`%(ref)s`, `%(until)s` …) and where the notice leads stands in `matters.py`, in the entry of its subject, and
a new kind of subject gets one there. A deadline is one row of DEADLINES in `deadlines.py`. Nothing else needs
to be done: notices, digests, letters, choices and the page know no kinds.

Of several rows that fit one act each person is told by the first. `name` is kept in the database, so it is
never changed; what was told by a row that is gone can no longer be read.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.calls.models import Call
from app.chairing.models import Appeal, Challenge, Determination, MinorityStatement
from app.consultations.models import AgendaItem, Consultation, Seat
from app.consultations.terms import SeatState
from app.core.calls import Manner
from app.core.objections import Step
from app.core.phases import UNDER_WAY, Phase
from app.core.votes import Choice
from app.core.words import N_
from app.db import db
from app.deliberation.models import Comment, Position, Proposal
from app.floor.models import Intervention
from app.ledger.models import Event
from app.notifications.circles import (
    acting,
    addressed,
    answerable,
    asked,
    author,
    chairs,
    challengers,
    drafters,
    everybody,
    lapsed,
    officers,
    owners,
    secretariat,
    voice,
)
from app.notifications.kinds import ActKind
from app.outcomes.models import Outcome
from app.publication.approvals import WHOLE
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.voting.models import Objection


def _moved_to(*targets: Phase) -> Callable[[Event, Any], bool]:
    return lambda event, _: event.data.get("target") in targets


def _choice_stands(event: Event, position: Position) -> bool:
    """Whether somebody has objected by this vote, and not undone it."""
    if event.data.get("choice") != Choice.OBJECT:
        return False
    opened = sa.exists().where(
        Objection.position_id == position.id,
        Objection.seat_id == event.seat_id,
        Objection.opened_at == event.at,
    )
    return bool(db.session.scalar(sa.select(opened)))


ACTS = (
    ActKind(
        name="replied",
        verb="comment",
        of=Comment,
        to=lambda comment: author(comment.parent),
        says=N_("Your comment on %(ref)s has an answer."),
    ),
    ActKind(
        name="mentioned",
        verb="comment",
        of=Comment,
        to=addressed,
        says=N_("You are mentioned in a comment on %(ref)s."),
    ),
    ActKind(
        name="mentioned later",
        verb="revise",
        of=Comment,
        to=addressed,
        says=N_("You are mentioned in a comment on %(ref)s."),
    ),
    ActKind(
        name="commented",
        verb="comment",
        of=Comment,
        to=lambda comment: owners(comment.position or comment.proposal),
        says=N_("There is a comment on your %(ref)s."),
    ),
    ActKind(
        name="answered by a position",
        verb="table",
        of=Position,
        to=lambda position: owners(position.answers),
        says=N_("A new position answers yours: %(ref)s."),
    ),
    ActKind(
        name="joined by a position",
        verb="table",
        of=Position,
        to=lambda position: owners(position.proposal),
        says=N_("A position was added to your proposal: %(ref)s."),
    ),
    ActKind(
        name="objected to own",
        verb="vote",
        of=Position,
        when=_choice_stands,
        to=owners,
        says=N_("Somebody objects to your %(ref)s."),
    ),
    ActKind(
        name="objected",
        verb="vote",
        of=Position,
        when=_choice_stands,
        to=chairs,
        says=N_("An objection to %(ref)s waits for an answer."),
    ),
    ActKind(
        name="objection answered",
        verb=Step.ANSWER,
        of=Objection,
        to=voice,
        says=N_("The chair has answered your objection to %(ref)s: %(state)s."),
    ),
    ActKind(
        name="objection to own answered",
        verb=Step.ANSWER,
        of=Objection,
        to=lambda objection: owners(objection.position),
        says=N_("The chair has answered an objection to your %(ref)s: %(state)s."),
    ),
    ActKind(
        name="objection pursued",
        verb=Step.REPLY,
        of=Objection,
        to=chairs,
        says=N_("Your answer to the objection to %(ref)s does not satisfy."),
    ),
    ActKind(
        name="objection taken back",
        verb=Step.RETRACT,
        of=Objection,
        to=lambda objection: chairs(objection) | owners(objection.position),
        says=N_("An objection to %(ref)s has been taken back."),
    ),
    ActKind(
        name="objection reopened",
        verb=Step.REOPEN,
        of=Objection,
        to=lambda objection: voice(objection) | chairs(objection) | owners(objection.position),
        says=N_("An objection to %(ref)s is open again."),
    ),
    ActKind(
        name="asked in a call",
        verb="call",
        of=Call,
        when=lambda event, call: call.manner is Manner.CALL,
        to=asked,
        says=N_("Can you live with this? A consensus call can be answered until %(until)s."),
        deadline=True,
    ),
    ActKind(
        name="put under silence",
        verb="call",
        of=Call,
        when=lambda event, call: call.manner is Manner.SILENCE,
        to=asked,
        says=N_("A silence procedure is running until %(until)s: adopted unless somebody objects."),
        deadline=True,
    ),
    ActKind(
        name="call extended",
        verb="extend",
        of=Call,
        to=asked,
        says=N_("There is more time to answer a call: until %(until)s."),
        deadline=True,
    ),
    ActKind(
        name="call cancelled",
        verb="cancel",
        of=Call,
        to=asked,
        says=N_("A call that you were asked to answer has been cancelled."),
    ),
    ActKind(
        name="silence broken",
        verb="stop",
        of=Call,
        to=lambda call: asked(call) | chairs(call),
        says=N_("An objection has stopped a silence procedure: nothing is adopted."),
    ),
    ActKind(
        name="determined provisionally",
        verb="determine",
        of=Determination,
        when=lambda event, determination: determination.review_until is not None,
        to=everybody,
        says=N_("The chair has determined %(ref)s: %(status)s. It can be challenged until %(closes)s."),
        deadline=True,
    ),
    ActKind(
        name="determined",
        verb="determine",
        of=Determination,
        when=lambda event, determination: determination.review_until is None,
        to=everybody,
        says=N_("The chair has determined %(ref)s: %(status)s."),
    ),
    ActKind(
        name="challenged",
        verb="challenge",
        of=Challenge,
        to=lambda challenge: chairs(challenge) | owners(challenge.determination.position),
        says=N_("What was determined of %(ref)s has been challenged."),
    ),
    ActKind(
        name="challenge answered",
        verb="answer challenges",
        of=Determination,
        to=challengers,
        says=N_("The chair has answered the challenges to %(ref)s, yours among them."),
    ),
    ActKind(
        name="review extended",
        verb="extend",
        of=Determination,
        to=everybody,
        says=N_("There is more time to challenge what was determined of %(ref)s: until %(closes)s."),
        deadline=True,
    ),
    ActKind(
        name="determination withdrawn",
        verb="withdraw",
        of=Determination,
        to=everybody,
        says=N_("The chair has withdrawn what was determined of %(ref)s."),
    ),
    ActKind(
        name="appealed",
        verb="appeal",
        of=Appeal,
        to=officers,
        says=N_("An appeal against what was determined of %(ref)s is on record."),
    ),
    ActKind(
        name="appeal answered",
        verb="answer appeal",
        of=Appeal,
        to=voice,
        says=N_("The host body has answered your appeal about %(ref)s."),
    ),
    ActKind(
        name="dissent filed",
        verb="file",
        of=MinorityStatement,
        to=officers,
        says=N_("A minority statement on %(ref)s has been filed."),
    ),
    ActKind(
        name="dissent signed",
        verb="sign",
        of=MinorityStatement,
        to=owners,
        says=N_("Your minority statement on %(ref)s has another signature."),
    ),
    ActKind(
        name="signature lapsed",
        verb="revise",
        of=MinorityStatement,
        to=lapsed,
        says=N_("The minority statement on %(ref)s that you signed has other words now. Sign it anew."),
        deadline=True,
    ),
    ActKind(
        name="written down",
        verb="enter",
        of=Intervention,
        to=lambda said: Seat.delegation_id == said.delegation_id,
        says=N_("What your delegation said in the room is written down. Confirm or correct it: %(ref)s."),
        deadline=True,
    ),
    ActKind(
        name="written down wrongly",
        verb="refuse",
        of=Intervention,
        to=drafters,
        says=N_("A delegation says that these were not its words in the room: %(ref)s."),
    ),
    ActKind(
        name="charged",
        verb="conclude",
        of=Outcome,
        to=acting,
        says=N_("Your delegation is to see to what happens next: %(kind)s."),
        deadline=True,
    ),
    ActKind(
        name="concluded",
        verb="conclude",
        of=Outcome,
        to=everybody,
        says=N_("What happens next is on record: %(kind)s."),
    ),
    ActKind(
        name="accounted for",
        verb="account for",
        of=Outcome,
        to=answerable,
        says=N_("What has become of %(ref)s: %(course)s."),
    ),
    ActKind(
        name="agenda adopted",
        verb="adopt",
        of=AgendaItem,
        to=everybody,
        says=N_("The agenda has been adopted."),
    ),
    ActKind(
        name="opened",
        verb="advance",
        of=Consultation,
        when=_moved_to(Phase.OPEN),
        to=everybody,
        says=N_("The consultation is open: proposals can be put forward."),
    ),
    ActKind(
        name="called",
        verb="advance",
        of=Consultation,
        when=_moved_to(Phase.CALL),
        to=everybody,
        says=N_("The consensus call has begun: the texts are fixed and wait for your vote."),
        deadline=True,
    ),
    ActKind(
        name="closed",
        verb="advance",
        of=Consultation,
        when=_moved_to(Phase.CLOSED),
        to=everybody,
        says=N_("The consultation is closed."),
    ),
    ActKind(
        name="closing moved",
        verb="set up",
        of=Consultation,
        when=lambda event, held: "closes_at" in event.data.get("changed", {}) and held.phase in UNDER_WAY,
        to=everybody,
        says=N_("The consultation has another closing time: %(until)s."),
        deadline=True,
    ),
    ActKind(
        name="circulated",
        verb="circulate",
        of=Circulation,
        to=everybody,
        says=N_("The draft report is in circulation. Corrections can be proposed until %(until)s."),
        deadline=True,
    ),
    ActKind(
        name="extended",
        verb="extend",
        of=Circulation,
        to=everybody,
        says=N_("There is more time for corrections to the draft report: until %(until)s."),
        deadline=True,
    ),
    ActKind(
        name="correction proposed",
        verb="correct",
        of=Correction,
        to=drafters,
        says=N_("Correction number %(number)s to the draft report waits for an answer."),
    ),
    *(
        ActKind(
            name=f"correction: {verb}",
            verb=verb,
            of=Correction,
            to=author,
            says=N_("Your correction number %(number)s to the draft report has an answer: %(state)s."),
        )
        for verb in ("accept", "decline")
    ),
    ActKind(
        name="approved",
        verb="approve",
        of=Approval,
        when=lambda event, approval: approval.block == WHOLE,
        to=drafters,
        says=N_("The chair has approved the report as a whole."),
    ),
    ActKind(
        name="published",
        verb="publish",
        of=PublishedReport,
        when=lambda event, version: not version.corrects,
        to=everybody,
        says=N_("The report is published."),
    ),
    ActKind(
        name="set right",
        verb="publish",
        of=PublishedReport,
        when=lambda event, version: bool(version.corrects),
        to=everybody,
        says=N_("The report has a new version, which sets something right."),
    ),
    ActKind(
        name="seat asked for",
        verb="seat",
        of=Seat,
        when=lambda event, seat: seat.state is SeatState.REQUESTED,
        to=secretariat,
        says=N_("Somebody asks for a seat."),
    ),
    ActKind(
        name="asked for a vote",
        verb="remind",
        of=Seat,
        to=lambda seat: Seat.id == seat.id,
        says=N_("The chair would be glad of your vote: your voice has not been heard yet."),
        leads="voting.calm",
    ),
    *(
        ActKind(
            name=f"hidden: {model.__tablename__}",
            verb="hide",
            of=model,
            to=owners if model is not Comment else author,
            says=N_("Your text on %(ref)s has been hidden. Its place shows the reason."),
            hidden=True,
        )
        for model in (Proposal, Position, Comment, MinorityStatement)
    ),
)
