"""The two reference reports come out of the same code as any live consultation's."""

import sys
from dataclasses import replace

import pytest

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.phrases import LANGUAGES
from app.core.report.phrases.en import ENGLISH
from app.core.report.phrases.frames import Row
from app.core.report.verbs import Verb
from app.core.texts import ProposalKind
from tests.reference.errata import ERRATA, corrected
from tests.reference.meetings import bulleted_meeting, numbered_meeting
from tests.reference.original import Line, composed, original
from tests.reference.units import FOLDER, read_units

MEETINGS = {"A": numbered_meeting, "B": bulleted_meeting}
ENOUGH = 95  # per cent of the sentences

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"The reference reports are not in {FOLDER}.")


def reproduced(doc: str) -> tuple[list[Line], list[Line]]:
    meant = [Line(line.label, corrected(doc, line.text)) for line in original(doc)]
    return meant, composed(compose(MEETINGS[doc](read_units())))


def equal_sentences(doc: str, lines: list[Line], correct: bool = True) -> tuple[int, int]:
    """How many of the annotated sentences stand in the report, in their order, and how many there are."""
    text, place, found = "\n".join(line.text for line in lines), 0, 0
    units = [unit for unit in read_units().values() if unit["doc"] == doc]
    for unit in units:
        words = unit["content"] if unit["block"] == "heading" else unit["text"]
        at = text.find(corrected(doc, words) if correct else words, place)
        found += at >= 0
        place = max(place, at)
    return found, len(units)


@pytest.mark.parametrize("doc", MEETINGS)
def test_the_sentences_of_the_reference_reports_are_reproduced(
    doc: str, capsys: pytest.CaptureFixture
) -> None:
    _, lines = reproduced(doc)
    (found, total), (plain, _) = equal_sentences(doc, lines), equal_sentences(doc, lines, correct=False)
    with capsys.disabled():
        sys.stdout.write(
            f"\nSeed {doc}: {found} of {total} sentences ({100 * found / total:.1f} %) equal the original"
            f" with {len(ERRATA[doc])} errata, {plain} without.\n"
        )
    assert found * 100 >= ENOUGH * total


@pytest.mark.parametrize("doc", MEETINGS)
def test_paragraphs_numbers_lists_and_continuations_are_those_of_the_reference_reports(doc: str) -> None:
    meant, lines = reproduced(doc)
    assert [line.label for line in lines] == [line.label for line in meant]


@pytest.mark.parametrize("doc", MEETINGS)
def test_whole_paragraphs_equal_those_of_the_reference_reports(doc: str) -> None:
    meant, lines = reproduced(doc)
    assert lines == meant


# The rows of English that the two reports show; changing any one of them makes the comparison fail.
SHOWN = {
    "impersonal": [
        Verb.AGREED, Verb.AGREEMENT, Verb.CONSENSUS, Verb.WELCOMED, Verb.SUGGESTED, Verb.PROPOSAL,
        Verb.CONCERN, Verb.EMPHASIZED, Verb.STRESSED, Verb.NOTED, Verb.MENTIONED, Verb.DISCUSSION,
    ],
    "spoken": [
        Verb.IN_FAVOUR, Verb.FAVOURED, Verb.CONSIDERED, Verb.FELT, Verb.ARGUED, Verb.COMMENTED, Verb.RECALLED,
        Verb.EXPRESSED_THE_VIEW, Verb.EMPHASIZED, Verb.STRESSED, Verb.INVITED, Verb.URGED, Verb.PRESENTED,
    ],
    "sentences": [
        "however", "finally", "lead", "including", "following", "several", "less.other", "not all", "dated",
        "as drafted", "adopted", "both", "documents", "presented.proposed", "representing", "aside",
    ],
    "entries": (Status.AGREED,),
    "verdicts": ((Status.BROAD, ProposalKind.TEXT),),
    "outcomes": (
        (OutcomeKind.DEADLINE, None),
        (OutcomeKind.REFERRED, None),
        (OutcomeKind.REFERRED, Modality.SHALL),
        (OutcomeKind.NEXT_STEP, Modality.COULD),
        (OutcomeKind.NEXT_STEP, Modality.WOULD),
    ),
    "actions": (OutcomeKind.NEXT_STEP,),
    "roles": ("co-chair",),
}  # fmt: skip


@pytest.mark.parametrize(("table", "row"), [(table, row) for table, rows in SHOWN.items() for row in rows])
def test_changing_a_frame_is_noticed(table: str, row: object, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = getattr(ENGLISH, table)
    frame = frames[row]
    changed = Row(*(f"{each} indeed" for each in frame)) if isinstance(frame, Row) else f"{frame} indeed"
    monkeypatch.setitem(LANGUAGES, "en", replace(ENGLISH, **{table: {**frames, row: changed}}))
    assert any(lines != meant for meant, lines in map(reproduced, MEETINGS))
