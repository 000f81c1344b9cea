"""The record sorted into sections: what is told at the opening, under each agenda item, and at the end."""

from app.core.report.claims import Claim, Formalities, Opening, Section, Silence
from app.core.report.record import AgendaItem, Record
from app.core.report.threads import next_steps, thread
from app.core.texts import Kind

OFFICERS = "officers"  # the ref of the opening


def sections(record: Record) -> tuple[Section, ...]:
    """The opening, one section an agenda item, and what concludes the whole; in the record's order."""
    opening = _opening(record)
    agenda = [Section(item, _under(item, record)) for item in record.agenda]
    if opening and record.agenda and _is_procedural(record.agenda[0]):
        agenda[0] = Section(agenda[0].item, (*opening, *_spoken(agenda[0].claims)))
        opening = ()
    closing = next_steps(record.outcomes)
    return tuple(
        section for section in (Section(None, opening), *agenda, Section(None, closing)) if section.claims
    )


def _opening(record: Record) -> tuple[Claim, ...]:
    adoption = record.adoption if record.adoption and not record.adoption.item else None
    background = tuple(document for document in record.documents if not document.item)
    claims: list[Claim] = []
    if record.officers:
        claims.append(Opening(OFFICERS, record.officers))
    if adoption or any(document.presented_by for document in background):
        claims.append(Formalities(adoption.ref if adoption else background[0].ref, adoption, background))
    return tuple(claims)


def _is_procedural(item: AgendaItem) -> bool:
    """Nothing under it is for the participants to judge: the officers open the meeting there."""
    return all(
        position.kind is not Kind.VIEW for proposal in item.proposals for position in proposal.positions
        if not position.entry
    )  # fmt: skip


def _spoken(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if not isinstance(claim, Silence))


def _under(item: AgendaItem, record: Record) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    if record.adoption and record.adoption.item == item.ref:
        claims.append(Formalities(record.adoption.ref, record.adoption, ()))
    for proposal in item.proposals:
        if not proposal.withdrawn:
            claims.extend(thread(proposal))
    claims.extend(next_steps(item.outcomes))
    return tuple(claims) or (Silence(item.ref),)
