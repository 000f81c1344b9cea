"""The record sorted into sections: what is told at the opening, under each agenda item, and at the end."""

from app.core.report.claims import Claim, Formalities, Opening, Section, Silence
from app.core.report.record import Adoption, AgendaItem, Document, Record
from app.core.report.threads import next_steps, thread
from app.core.texts import Kind

OFFICERS = "officers"  # the ref of the opening


def sections(record: Record) -> tuple[Section, ...]:
    """The opening, one section an agenda item, and what concludes the whole; in the record's order."""
    opening = _opening(record)
    agenda = [Section(item, _under(item, record)) for item in record.agenda]
    if opening and record.agenda and _is_procedural(record.agenda[0], record.adoption):
        agenda[0] = Section(agenda[0].item, (*opening, *_spoken(agenda[0].claims)))
        opening = ()
    closing = next_steps(record.outcomes)
    return tuple(
        section for section in (Section(None, opening), *agenda, Section(None, closing)) if section.claims
    )


def _opening(record: Record) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    if record.officers:
        claims.append(Opening(OFFICERS, record.officers))
    adoption, background = record.adoption, _background(record)
    if adoption and not adoption.item:
        claims.append(Formalities(adoption.ref, adoption, background))
    elif background and not adoption:
        claims.append(Formalities(background[0].ref, None, background))
    return tuple(claims)


def _background(record: Record) -> tuple[Document, ...]:
    """The background documents, if anybody introduced one of them."""
    background = tuple(document for document in record.documents if not document.item)
    return background if any(document.presented_by for document in background) else ()


def _is_procedural(item: AgendaItem, adoption: Adoption | None) -> bool:
    """The officers open the meeting there: its agenda is adopted, or there is nothing to be judged."""
    if adoption and adoption.item == item.ref:
        return True
    return all(
        position.kind is not Kind.VIEW for proposal in item.proposals for position in proposal.positions
        if not position.entry
    )  # fmt: skip


def _spoken(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if not isinstance(claim, Silence))


def _under(item: AgendaItem, record: Record) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    if record.adoption and record.adoption.item == item.ref:
        documents = _background(record)
        introduced = (Formalities(documents[0].ref, None, documents),) if documents else ()
        claims.append(Formalities(record.adoption.ref, record.adoption, (), introduced))
    for proposal in item.proposals:
        if not proposal.withdrawn:
            claims.extend(thread(proposal))
    claims.extend(next_steps(item.outcomes))
    return tuple(claims) or (Silence(item.ref),)
