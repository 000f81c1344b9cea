"""What the rapporteur makes of the composed report."""

import pytest

from app.core.determinations import Status
from app.core.report.compose import compose
from app.core.report.document import Block, Numbering, Report
from app.core.report.edition import USUAL, Edition
from app.core.report.revision import Revision, Revisions, is_stale, parts, resourced
from tests.core.report.records import item, lines, position, proposal, record

GATE = position("P1.1", "the gate should open", Status.AGREED, elaboration="It had long been shut.")
LAMP = position("P2.1", "the lamp should burn", Status.CONSENSUS)
BELL = position("P3.1", "the bell should ring", Status.BROAD)


def meeting(*more):
    return record(item(1, proposal("P1", GATE), proposal("P2", LAMP), *more), item(2, proposal("P3", BELL)))


def revised(*blocks: Revision, order: tuple[str, ...] = (), taken=None, edition=USUAL) -> Report:
    return compose(taken or meeting(), edition, Revisions(blocks, order))


def block_of(report: Report, key: str) -> Block:
    return next(block for block in report.walk() if block.id == key)


def composed() -> list[str]:
    return lines(compose(meeting()))


def keys(report: Report) -> list[str]:
    return [block.id for top in report.body for block in top.walk()]


def test_the_report_without_revisions_is_the_one_composed() -> None:
    assert revised() == compose(meeting())
    assert len(composed()) == 5
    assert keys(revised()) == ["i1", "p1-1", "p2-1", "i2", "p3-1"]


def test_a_reworded_paragraph_keeps_its_number_and_its_sources() -> None:
    report = revised(Revision(block="p3-1", text="Everybody wanted the bell to ring."))
    assert lines(report)[-1] == "3. Everybody wanted the bell to ring."
    assert block_of(report, "p3-1").sources == block_of(revised(), "p3-1").sources


def test_a_sentence_that_was_left_as_it_was_keeps_its_own_sources() -> None:
    first, second = block_of(revised(), "p1-1").sentences
    told = resourced(f"{first.text} It had been shut for years.", (first, second))
    assert told[0] == first
    assert told[1].sources == second.sources


def test_words_in_another_language_say_so_and_in_the_reports_own_do_not() -> None:
    report = revised(
        Revision(block="p3-1", text="Tous voulaient sonner la cloche.", lang="fr"),
        Revision(block="p2-1", text="The lamp burns.", lang="en"),
        Revision(block="own-1", text="Rien de plus.", lang="fr", after="p3-1"),
    )
    assert [block_of(report, key).lang for key in ("p3-1", "p2-1", "own-1", "p1-1")] == ["fr", "", "fr", ""]
    told = revised(Revision(block="p2-1", text="The lamp burns.", lang="en"), edition=Edition(language="fr"))
    assert block_of(told, "p2-1").lang == "en"


def test_a_composed_sentence_keeps_its_language_among_others() -> None:
    first, _ = block_of(revised(), "p1-1").sentences
    report = revised(Revision(block="p1-1", text=f"{first.text} C’est tout.", lang="fr"))
    assert [run.lang for s in block_of(report, "p1-1").sentences for run in s.runs] == ["", "fr"]
    assert block_of(report, "p1-1").lang == ""


def test_what_is_written_beside_the_composed_sentences_is_the_rapporteurs_own() -> None:
    sentences = block_of(revised(), "p1-1").sentences
    told = resourced(f"After lunch, {' '.join(s.text for s in sentences)}", sentences)
    assert [bool(sentence.sources) for sentence in told] == [False, True, True]


def test_the_same_sentence_twice_is_told_twice() -> None:
    (sentence,) = block_of(revised(), "p3-1").sentences
    told = resourced(f"{sentence.text} {sentence.text}", (sentence, sentence))
    assert told == (sentence, sentence)


def test_an_empty_line_parts_a_paragraph_and_the_numbers_follow() -> None:
    report = revised(Revision(block="p1-1", text="The gate.\n\nIt had long been shut."))
    assert lines(report)[1:4] == [
        "1. The gate.",
        "2. It had long been shut.",
        composed()[2].replace("2.", "3."),
    ]
    assert keys(report)[1:3] == ["p1-1", "p1-1-part2"]


def test_what_is_written_beside_a_sentence_that_was_split_off_does_not_rest_on_it() -> None:
    first, second = block_of(revised(), "p1-1").sentences
    report = revised(Revision(block="p1-1", text=f"{first.text} So it was.\n\n{second.text}"))
    told = [*block_of(report, "p1-1").sentences, *block_of(report, "p1-1-part2").sentences]
    assert [sentence.sources for sentence in told] == [first.sources, (), second.sources]


def test_a_joined_paragraph_runs_on_in_the_one_before_it() -> None:
    report = revised(Revision(block="p2-1", joined=True))
    before, after = composed()[1:3]
    assert lines(report)[1] == f"{before} {after.removeprefix('2. ')}"
    assert "P2.1" in block_of(report, "p1-1").sources


def test_nothing_runs_on_in_a_heading() -> None:
    assert lines(revised(Revision(block="p1-1", joined=True))) == composed()


def test_a_paragraph_left_out_is_gone_and_the_numbers_close_up() -> None:
    report = revised(Revision(block="p1-1", excluded="Told under another item."))
    assert [line.split()[0] for line in lines(report)] == ["1.", "1.", "2.", "2."]
    assert "p1-1" not in keys(report)


def test_an_added_paragraph_follows_the_one_it_was_added_after() -> None:
    report = revised(Revision(block="own-1", text="Lunch was served.", after="p1-1", sources=("D1",)))
    assert keys(report)[1:4] == ["p1-1", "own-1", "p2-1"]
    assert block_of(report, "own-1").sources == ("D1",)
    assert block_of(report, "own-1").label == "2."


def test_added_paragraphs_follow_one_another_and_outlive_the_one_they_followed() -> None:
    added = (
        Revision(block="own-1", text="Lunch was served.", after="p1-1"),
        Revision(block="own-2", text="It was good.", after="own-1"),
    )
    assert keys(revised(*added))[1:4] == ["p1-1", "own-1", "own-2"]
    lone = record(item(2, proposal("P3", BELL)))
    assert keys(revised(*added, taken=lone))[-2:] == ["own-1", "own-2"]


def test_paragraphs_stand_in_the_order_that_was_given_and_new_ones_where_they_were_composed() -> None:
    order = ("i1", "p2-1", "p1-1", "i2", "p3-1")
    assert keys(revised(order=order)) == list(order)
    horn = proposal("P4", position("P4.1", "the horn should sound", Status.REJECTED))
    taken = meeting(horn)
    told = keys(compose(taken))
    place = told.index("p4-1")
    found = keys(revised(order=order, taken=taken))
    assert found.index("p4-1") == found.index(told[place - 1]) + 1


def test_a_paragraph_can_move_under_another_heading() -> None:
    report = revised(order=("i1", "p1-1", "i2", "p2-1", "p3-1"))
    assert keys(report) == ["i1", "p1-1", "i2", "p2-1", "p3-1"]
    assert [block.label for block in report.body] == ["1.", "1.", "2.", "2.", "3."]


def test_what_is_reworded_is_stale_once_other_words_would_be_composed() -> None:
    block = block_of(revised(), "p3-1")
    assert not is_stale(block, Revision(block="p3-1", text="Ring!", composed=block.text))
    assert is_stale(block, Revision(block="p3-1", text="Ring!", composed="There was no agreement."))
    assert not is_stale(block, Revision(block="p3-1", joined=True))


@pytest.mark.parametrize(
    ("numbering", "labels"),
    [
        (Numbering.PARAGRAPH, ["1.", "1.", "2.", "2.", "3."]),
        (Numbering.DECIMAL, ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        (Numbering.LETTER, ["1.", "(a)", "(b)", "2.", "(a)"]),
    ],
)
def test_paragraphs_are_numbered_as_the_edition_has_it(numbering: Numbering, labels: list[str]) -> None:
    report = revised(edition=Edition(numbering=numbering))
    assert [block.label for block in report.body] == labels


def test_every_sentence_that_is_composed_has_a_source() -> None:
    report = compose(meeting())
    assert all(
        sentence.sources for top in report.body for block in top.walk() for sentence in block.sentences
    )


def test_words_of_any_shape_are_parted_into_lines() -> None:
    assert parts(" a\nb \n \n\n c\x00 ") == ["a b", "c"]
    assert parts(" \n ") == []
