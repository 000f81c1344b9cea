"""The tool in hand at a block: what its form and its page need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.consultations.models import Seat
from app.core.redline import Stretch, redline
from app.core.report.moving import siblings
from app.drafting.desk import Desk
from app.drafting.entries import offered
from app.drafting.forms import AdditionForm, NoteForm, ReasonForm, WordsForm
from app.drafting.models import BlockRevision, Jotting, ReportDraft
from app.drafting.queries import history, jottings
from app.drafting.strays import unwritten


@dataclass(frozen=True, slots=True)
class Change:
    """One revision of a block beside the one before it."""

    row: BlockRevision
    before: BlockRevision | None
    words: Sequence[Stretch] = field(default=())


@dataclass(frozen=True, slots=True)
class Hand:
    """A block, what is composed for it, what is made of it, and by whom."""

    desk: Desk
    draft: ReportDraft | None
    seat: Seat | None
    block: str

    @property
    def composed(self) -> str:
        return self.desk.words_composed(self.block)

    @property
    def past(self) -> Sequence[BlockRevision]:
        return history(self.draft, self.block)

    def kept(self, key: str) -> Jotting | None:
        return jottings(self.draft, self.seat).get(key)


def in_hand(tool: str, hand: Hand) -> dict[str, Any]:
    """What a page with this tool shows; empty where there is no such tool."""
    return TOOLS[tool](hand) if tool in TOOLS else {}


def item_of(desk: Desk, block: str) -> str:
    """The ref of the agenda item under which a block stands now."""
    item = ""
    for top in desk.laid_out:
        if top.kind == "heading":
            item = top.sources[0] if top.sources else ""
        if top.id == block or siblings(top.blocks, block):
            return item
    return ""


def _reword(hand: Hand) -> dict[str, Any]:
    past, kept, composed = hand.past, hand.kept(hand.block), hand.composed
    held = past[-1] if past else None
    words = (held.text if held else "") or composed
    number = kept.number if kept else held.number if held else 0
    return {
        "form": WordsForm(
            formdata=None,
            number=str(number),
            text=kept.text if kept else words,
            language=hand.desk.language_of(hand.block),
        ),
        "kept": kept,
        "composed": composed,
        "changes": redline(composed, words) if composed and composed != words else (),
    }


def _compare(hand: Hand) -> dict[str, Any]:
    held = next(reversed(hand.past), None)
    return {"changes": redline(held.composed, hand.composed), "words": held.text} if held else {}


def _history(hand: Hand) -> dict[str, Any]:
    past, composed = hand.past, hand.composed
    found: list[Change] = []
    words = past[0].composed or composed if past else ""
    for place, row in enumerate(past):
        after = row.text or row.composed or composed
        found.append(
            Change(row, past[place - 1] if place else None, redline(words, after) if words != after else ())
        )
        words = after
    return {"past": found[::-1]}


def _leave_out(hand: Hand) -> dict[str, Any]:
    return {"form": ReasonForm(formdata=None)}


def _notes(hand: Hand) -> dict[str, Any]:
    return {"form": NoteForm(formdata=None)}


def _add(hand: Hand) -> dict[str, Any]:
    kept = hand.kept(unwritten(hand.block))
    item = item_of(hand.desk, hand.block)
    return {
        "form": AdditionForm(formdata=None, text=kept.text if kept else "", language=hand.desk.composed.lang),
        "kept": kept,
        "chosen": [],
        "offered": offered(hand.desk, item=item, find="", chosen=[]),
    }


TOOLS: dict[str, Callable[[Hand], dict[str, Any]]] = {
    "reword": _reword,
    "compare": _compare,
    "history": _history,
    "leave-out": _leave_out,
    "notes": _notes,
    "add": _add,
}
WORDED = {"reword", "compare"}  # of a part, they take the paragraph that was split in hand
