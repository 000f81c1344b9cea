"""The verbs of the desk: each makes one revision, note or reason, and one event."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from app.consultations.models import Consultation, Seat
from app.consultations.terms import ReportStyle
from app.core.report.document import Numbering
from app.core.report.edition import USUAL, Annex
from app.core.report.revision import ADDED, check_words, part_id, parts
from app.core.words import N_, Incomplete
from app.db import db
from app.drafting.models import BlockRevision, Jotting, MarginNote, ReportDraft, SetAside
from app.drafting.queries import draft_of, history, reasons_aside
from app.drafting.strays import unwritten
from app.ledger.actions import record

REASON_LIMIT = 400
NOTE_LIMIT = 1_200
_STATE = ("text", "composed", "language", "joined", "excluded", "after", "sources")


def open_desk(consultation: Consultation) -> ReportDraft:
    """The desk of a consultation, which begins with the first act on it; the consultation is locked."""
    found = draft_of(consultation)
    if found is None:
        found = ReportDraft(
            consultation_id=consultation.id,
            style=consultation.report_style,
            annexes=[annex.value for annex in USUAL.annexes],
            order=[],
        )
        db.session.add(found)
        db.session.flush()
    return found


def set_edition(
    draft: ReportDraft,
    seat: Seat,
    now: datetime,
    *,
    style: ReportStyle,
    language: str,
    numbering: Numbering,
    annexes: Iterable[Annex],
    quantifiers: str,
    word_limit: int | None,
) -> None:
    """How the report is wanted."""
    draft.style, draft.language, draft.numbering = style, language, numbering
    draft.quantifiers = quantifiers
    draft.annexes, draft.word_limit = [annex.value for annex in annexes], word_limit
    record("draft", draft, now, seat=seat, what="edition", style=style.value, language=language)


def reword(
    draft: ReportDraft, block: str, text: str, composed: str, seat: Seat, now: datetime, language: str = ""
) -> None:
    """Other words for a block; those composed, letter by letter, are no revision but the end of one."""
    check_words(text)
    own = block.startswith(ADDED)
    worded = {"text": text, "composed": composed, "language": language}
    changes = worded if own or text != composed else _UNWORDED
    _revise(draft, block, "reword", seat, now, **changes)
    forget(draft, block, seat)


def take_composed(draft: ReportDraft, block: str, seat: Seat, now: datetime) -> None:
    """The words composed, instead of others."""
    _revise(draft, block, "take composed", seat, now, **_UNWORDED)
    forget(draft, block, seat)


def keep_words(draft: ReportDraft, block: str, composed: str, seat: Seat, now: datetime) -> None:
    """The words stay, though the record under them has changed: it has been looked at."""
    _revise(draft, block, "keep", seat, now, composed=composed)


def let_go(draft: ReportDraft, block: str, seat: Seat, now: datetime) -> None:
    """Words whose paragraph has left the draft are no longer wanted there; the history keeps them."""
    _revise(draft, block, "let go", seat, now, **_UNWORDED)


def restore(draft: ReportDraft, block: str, number: int, seat: Seat, now: datetime) -> None:
    """An earlier revision once more, as a new one."""
    earlier = next(row for row in history(draft, block) if row.number == number)
    _revise(draft, block, "restore", seat, now, **{name: getattr(earlier, name) for name in _STATE})


def join(draft: ReportDraft, block: str, joined: bool, seat: Seat, now: datetime) -> None:
    """Lets a block run on in the one before it, or no longer."""
    _revise(draft, block, "join" if joined else "part", seat, now, joined=joined)


def leave_out(draft: ReportDraft, block: str, reason: str, seat: Seat, now: datetime) -> None:
    if not reason.strip():
        raise Incomplete("reason", N_("Say why: participants read the reason beside their words."))
    _revise(draft, block, "leave out", seat, now, excluded=reason)


def take_in(draft: ReportDraft, block: str, seat: Seat, now: datetime) -> None:
    _revise(draft, block, "take in", seat, now, excluded="")


def add_block(
    draft: ReportDraft,
    after: str,
    text: str,
    sources: Sequence[str],
    seat: Seat,
    now: datetime,
    language: str = "",
) -> str:
    """A paragraph of the rapporteur's after another, resting on these refs or on nothing; its id."""
    check_words(text)
    used = db.session.scalar(
        sa.select(sa.func.count(sa.distinct(BlockRevision.block))).where(
            BlockRevision.draft_id == draft.id, BlockRevision.block.startswith(ADDED, autoescape=True)
        )
    )
    block = f"{ADDED}{(used or 0) + 1}"
    worded = {"text": text, "language": language}
    _revise(draft, block, "add", seat, now, **worded, after=after, sources=list(sources))
    forget(draft, unwritten(after), seat)
    return block


def move(draft: ReportDraft, block: str, order: Sequence[str], seat: Seat, now: datetime) -> None:
    """The blocks in another order, for the sake of one of them."""
    if list(order) == draft.order:
        return
    draft.order = list(order)
    record("draft", draft, now, seat=seat, what="move", block=block)


def note(draft: ReportDraft, block: str, text: str, seat: Seat, now: datetime) -> None:
    """Something between those at the desk, beside a block."""
    draft_note = MarginNote(draft_id=draft.id, block=block, text=text, seat_id=seat.id, noted_at=now)
    db.session.add(draft_note)
    record("draft", draft, now, seat=seat, what="note", block=block)


def settle(found: MarginNote, draft: ReportDraft, seat: Seat, now: datetime) -> None:
    if found.settled_at is None:
        found.settled_at = now
        record("draft", draft, now, seat=seat, what="settle", block=found.block)


def set_aside(draft: ReportDraft, refs: Sequence[str], reason: str, seat: Seat, now: datetime) -> None:
    """Leaves things on record out of the report, with one reason; those set aside already keep theirs."""
    if not refs:
        raise Incomplete("reason", N_("Choose what you set aside."))
    if not reason.strip():
        raise Incomplete("reason", N_("Say why: participants read the reason beside their words."))
    known = reasons_aside(draft)
    new = [ref for ref in dict.fromkeys(refs) if ref not in known]
    for ref in new:
        db.session.add(SetAside(draft_id=draft.id, ref=ref, reason=reason, seat_id=seat.id, set_aside_at=now))
    if new:
        record("draft", draft, now, seat=seat, what="set aside", refs=new, reason=reason)


def take_up(draft: ReportDraft, ref: str, seat: Seat, now: datetime) -> None:
    """What was set aside waits again."""
    if ref not in reasons_aside(draft):
        return
    db.session.execute(sa.delete(SetAside).where(SetAside.draft_id == draft.id, SetAside.ref == ref))
    record("draft", draft, now, seat=seat, what="take up", refs=[ref])


def jot(draft: ReportDraft, block: str, text: str, number: int, seat: Seat, now: datetime) -> None:
    """Keeps what somebody is writing; it is nobody else's, and no event."""
    found = db.session.scalar(_jotting(draft, block, seat))
    if found is None:
        found = Jotting(draft_id=draft.id, block=block, seat_id=seat.id)
        db.session.add(found)
    found.text, found.number, found.jotted_at = text, number, now


def forget(draft: ReportDraft, block: str, seat: Seat) -> None:
    """What was being written has been saved, or is not wanted."""
    if found := db.session.scalar(_jotting(draft, block, seat)):
        db.session.delete(found)


_UNWORDED = {"text": "", "composed": "", "language": ""}


def _jotting(draft: ReportDraft, block: str, seat: Seat) -> sa.Select[tuple[Jotting]]:
    return sa.select(Jotting).where(
        Jotting.draft_id == draft.id, Jotting.block == block, Jotting.seat_id == seat.id
    )


def _revise(draft: ReportDraft, block: str, what: str, seat: Seat, now: datetime, **changes: object) -> None:
    """One more revision of a block: as it was, but for these; none where nothing changes."""
    held = next(reversed(history(draft, block)), None)
    revision = _put(draft, block, held, seat, now, changes)
    if revision is None:
        return
    record("draft", draft, now, seat=seat, what=what, block=block, number=revision.number)
    before, after = (parts(each.text) if each else [] for each in (held, revision))
    if len(before) != len(after):
        _follow(draft, block, before, after, seat, now)


def _follow(
    draft: ReportDraft, block: str, before: Sequence[str], after: Sequence[str], seat: Seat, now: datetime
) -> None:
    """What of a split paragraph is left out or runs on stays so wherever its words now stand, if anywhere."""
    places = range(2, max(len(before), len(after)) + 1)
    rows = {place: next(reversed(history(draft, part_id(block, place))), None) for place in places}
    held = {text: rows[place] for place, text in enumerate(before[1:], 2)}
    for place in places:
        row = held.get(after[place - 1]) if place <= len(after) else None
        state = {"joined": row.joined, "excluded": row.excluded} if row else _UNPLACED
        _put(draft, part_id(block, place), rows[place], seat, now, state)


def _put(
    draft: ReportDraft,
    block: str,
    held: BlockRevision | None,
    seat: Seat,
    now: datetime,
    changes: Mapping[str, object],
) -> BlockRevision | None:
    before = {name: getattr(held, name) for name in _STATE} if held else _AS_COMPOSED
    after = {**before, **changes}
    if after == before:
        return None
    number = held.number + 1 if held else 1
    revision = BlockRevision(
        draft_id=draft.id, block=block, number=number, seat_id=seat.id, revised_at=now, **after
    )
    db.session.add(revision)
    return revision


_UNPLACED = {"joined": False, "excluded": ""}
_AS_COMPOSED: dict[str, object] = {
    "text": "",
    "composed": "",
    "language": "",
    "joined": False,
    "excluded": "",
    "after": "",
    "sources": [],
}
