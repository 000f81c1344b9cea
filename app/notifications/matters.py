"""What one can be told of: how each thing is called, where it is read, and whether it still may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.calls.models import Call
from app.chairing.models import Appeal, Challenge, Determination, MinorityStatement
from app.chairing.objectors import heard
from app.consultations.models import AgendaItem, Consultation, Seat
from app.core import objections, outcomes, phases
from app.core.determinations import MEANINGS
from app.core.interventions import InterventionState
from app.core.minority import deadline
from app.db import Base, db
from app.deliberation.models import Comment, Position, Proposal
from app.floor.models import Intervention
from app.outcomes.models import Outcome
from app.outcomes.queries import account_of
from app.publication.models import Approval, Circulation, Correction, PublishedReport
from app.publication.queries import extensions
from app.publication.terms import CORRECTION_LABELS
from app.voting.models import Objection
from app.web.markup import to_text


@dataclass(frozen=True, slots=True)
class Matter:
    """A thing as a notice shows it: never more than its reader could open now."""

    page: str  # the endpoint of the page where it stands
    place: Mapping[str, object]  # the values of its address
    anchor: str = ""  # where on that page
    item: AgendaItem | None = None
    words: str = ""  # what it says
    answer: str = ""  # what is said to it
    by: str = ""  # whose words these are, where that is public
    gone: bool = False  # hidden, deleted or taken back
    values: Mapping[str, object] = field(default_factory=dict)  # for the sentence


def find_subject(name: str) -> Base | None:
    """The thing that the ledger calls "comment:12", if it is still there."""
    table, _, row_id = name.partition(":")
    return db.session.get(SUBJECTS[table], int(row_id)) if table in SUBJECTS else None


def look(subject: Base) -> Matter:
    """The matter that a thing is."""
    return MATTERS[type(subject)](subject)


def consultation_of(subject: Any) -> Consultation:
    """In which consultation a thing stands."""
    for name in ("consultation", "proposal", "position", "circulation", "determination"):
        if above := getattr(subject, name, None):
            return above if name == "consultation" else consultation_of(above)
    return subject


def _of_consultation(held: Consultation) -> Matter:
    values = {"phase": phases.LABELS[held.phase], "until": held.closes_at}
    return Matter("consultations.show", {}, values=values)


def _of_seat(seat: Seat) -> Matter:
    return Matter("seats.seat", {"number": seat.number}, by=seat.person.name)


def _of_item(item: AgendaItem) -> Matter:
    return Matter("consultations.item", {"number": item.number}, item=item, gone=item.adoption is None)


def _of_proposal(proposal: Proposal) -> Matter:
    return Matter(
        "deliberation.proposal",
        {"number": proposal.number},
        item=proposal.agenda_item,
        words=proposal.title,
        gone=proposal.is_hidden,
        values={"ref": proposal.ref},
    )


def _of_position(position: Position) -> Matter:
    return Matter(
        "deliberation.proposal",
        {"number": position.proposal.number},
        anchor=position.ref,
        item=position.proposal.agenda_item,
        words=position.text,
        gone=position.is_hidden,
        values={"ref": position.ref},
    )


def _of_comment(comment: Comment) -> Matter:
    return Matter(
        "comments.comment",
        {"number": comment.proposal.number, "comment_number": comment.number},
        anchor=f"C{comment.number}",
        item=comment.proposal.agenda_item,
        words=to_text(comment.body_html),
        by=comment.seat.person.name,
        gone=comment.is_hidden or comment.deleted_at is not None,
        values={"ref": (comment.position or comment.proposal).ref},
    )


def _of_objection(objection: Objection) -> Matter:
    position = objection.position
    found = heard(position.proposal.consultation, [position.id])
    number = next((each.number for each in found if each.objection is objection), 0)
    return Matter(
        "hearing.objection",
        {
            "number": position.proposal.number,
            "position_number": position.number,
            "objection_number": number,
        },
        item=position.proposal.agenda_item,
        words=objection.reason,
        answer=objection.answer,
        gone=position.is_hidden,
        values={"ref": position.ref, "state": objections.LABELS[objection.state]},
    )


def _of_determination(found: Determination) -> Matter:
    on = found.position or found.proposal
    place = {"number": found.proposal.number}
    if found.position:
        place["position_number"] = found.position.number
    held = found.proposal.consultation
    return Matter(
        "chairing.determination",
        place,
        item=found.proposal.agenda_item,
        words=found.text,
        answer=found.rulings[-1].text if found.rulings else found.rationale,
        gone=on.is_hidden,
        values={
            "ref": on.ref,
            "status": MEANINGS[found.status].label,
            "until": deadline(found.determined_at, held.statement_days, held.statements_until),
            "closes": found.closes_at,
        },
    )


def _of_challenge(challenge: Challenge) -> Matter:
    on = _of_determination(challenge.determination)
    return replace(on, words=challenge.text, answer="", gone=on.gone or challenge.withdrawn_at is not None)


def _of_appeal(appeal: Appeal) -> Matter:
    return replace(_of_determination(appeal.determination), words=appeal.text, answer=appeal.answer)


def _of_statement(statement: MinorityStatement) -> Matter:
    return Matter(
        "dissenting.statement",
        {"number": statement.proposal.number, "statement_number": statement.number},
        item=statement.proposal.agenda_item,
        words=statement.text,
        gone=statement.is_hidden or statement.withdrawn_at is not None,
        values={"ref": (statement.position or statement.proposal).ref},
    )


def _of_call(call: Call) -> Matter:
    return Matter(
        "calling.show",
        {"call_number": call.number},
        words=call.question,
        answer=call.steps[-1].reason,
        values={"until": call.closes_at},
    )


def _of_intervention(said: Intervention) -> Matter:
    refused = said.state is InterventionState.REFUSED
    return Matter(
        "floor.show",
        {"intervention_number": said.number},
        item=said.proposal.agenda_item,
        words=said.words,
        answer=said.answer if refused else "",
        gone=not (said.is_waiting or refused),
        values={"ref": said.ref},
    )


def _of_outcome(outcome: Outcome) -> Matter:
    account = account_of(outcome)
    return Matter(
        "concluding.outcome",
        {"outcome_number": outcome.number},
        item=outcome.agenda_item,
        words=outcome.text,
        answer=account.note if account else "",
        gone=outcome.withdrawn_at is not None,
        values={
            "ref": outcome.ref,
            "kind": outcomes.LABELS[outcome.kind],
            "course": outcomes.COURSE_LABELS[account.course] if account else "",
            "due": account.due_on if account else outcome.due_on,
        },
    )


def _of_circulation(circulation: Circulation) -> Matter:
    extended = extensions(circulation)
    return Matter(
        "circulating.show",
        {"number": circulation.number},
        words=circulation.message,
        answer=extended[-1].data["reason"] if extended else "",
        values={"until": circulation.closes_at},
    )


def _of_correction(correction: Correction) -> Matter:
    return Matter(
        "correcting.show",
        {"number": correction.circulation.number, "correction_number": correction.number},
        words=correction.words_after,
        answer=correction.answer,
        values={"number": correction.number, "state": CORRECTION_LABELS[correction.state]},
    )


def _of_approval(approval: Approval) -> Matter:
    return Matter("approving.show", {}, by=approval.seat.person.name)


def _of_report(version: PublishedReport) -> Matter:
    return Matter("publication.show_version", {"version": version.version}, words=version.corrects)


MATTERS: dict[type[Base], Callable[[Any], Matter]] = {
    Consultation: _of_consultation,
    Seat: _of_seat,
    AgendaItem: _of_item,
    Proposal: _of_proposal,
    Position: _of_position,
    Comment: _of_comment,
    Objection: _of_objection,
    Determination: _of_determination,
    Challenge: _of_challenge,
    Appeal: _of_appeal,
    MinorityStatement: _of_statement,
    Call: _of_call,
    Intervention: _of_intervention,
    Outcome: _of_outcome,
    Circulation: _of_circulation,
    Correction: _of_correction,
    Approval: _of_approval,
    PublishedReport: _of_report,
}
SUBJECTS: dict[str, type[Base]] = {model.__tablename__: model for model in MATTERS}
