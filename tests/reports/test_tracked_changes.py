"""What has changed since an earlier report can be read, accepted and rejected in Word."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.report.document import Block, BlockKind, Numbering, Report, Run, Sentence
from app.core.report.labels import label
from app.core.report.phrases.en.grammar import letter
from app.core.words import Refusal
from app.reports.choices import Choices
from app.reports.formats import FORMATS
from app.reports.render.docx import render_docx
from tests.reports.reading import W, Word, deleted, inserted, plain
from tests.reports.samples import meeting

WORDS = st.text(alphabet="ab \u0645\u4e2d.", max_size=12)
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from("abcdef"), WORDS), unique_by=lambda paragraph: paragraph[0], max_size=5
)


def report_of(*paragraphs: tuple[str, str], lang: str = "en") -> Report:
    blocks = tuple(
        Block(
            kind=BlockKind.PARAGRAPH,
            id=key,
            numbering=Numbering.PARAGRAPH,
            sentences=(Sentence((Run(words),), ("P1.1",)),),
        )
        for key, words in paragraphs
    )
    return Report(lang=lang, style="numbered", title="T", kind="K", body=label(blocks, letter))


def tracked(since: Report, report: Report, **choices: object) -> Word:
    return Word(render_docx(report, Choices(since=since, **choices)))


def accepted(word: Word) -> list[str]:
    return word.lines()


def rejected(word: Word) -> list[str]:
    """The words of each paragraph once all changes are rejected."""
    found = []
    for paragraph in word.body.findall(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is None:
            texts = paragraph.iter(f"{W}t", f"{W}delText")
            kept = [text.text or "" for text in texts if not [*text.iterancestors(f"{W}ins")]]
            found.append(plain("".join(kept)).strip())
    return [words for words in found if words]


def test_changed_words_are_told_apart() -> None:
    before, after = (
        report_of(("a", "The pier should be repaired.")),
        report_of(("a", "The pier must be repaired.")),
    )
    word = tracked(before, after)
    assert [*deleted(word.body)] == ["should "]
    assert [*inserted(word.body)] == ["must "]
    assert accepted(word)[-1] == "1. The pier must be repaired."


def test_a_new_paragraph_is_inserted_whole_and_a_lost_one_deleted_whole() -> None:
    before, after = report_of(("a", "One."), ("b", "Two.")), report_of(("a", "One."), ("c", "Three."))
    word = tracked(before, after)
    assert [*inserted(word.body)] == ["Three."]
    assert [*deleted(word.body)] == ["Two."]
    marks = [p.find(f"{W}pPr/{W}rPr") for p in word.body.findall(f"{W}p")]
    assert [mark[0].tag for mark in marks if mark is not None] == [f"{W}del", f"{W}ins"]


def test_what_is_deleted_does_not_count() -> None:
    word = tracked(
        report_of(("a", "One."), ("b", "Two."), ("c", "Three.")), report_of(("a", "One."), ("c", "Three."))
    )
    assert accepted(word)[-2:] == ["1. One.", "2. Three."]


def test_every_change_says_when_and_has_a_number_of_its_own() -> None:
    word = tracked(meeting("en", repeat=2), replace(meeting("en"), at=meeting("en").at))
    changes = [*word.body.iter(f"{W}ins", f"{W}del")]
    numbers = [each.get(f"{W}id") for each in changes]
    assert len(numbers) > 5
    assert len(set(numbers)) == len(numbers)
    assert {each.get(f"{W}date") for each in changes} == {"2026-03-02T09:00:00Z"}


def test_footnotes_and_other_languages_stay_where_they_are() -> None:
    before = meeting("ar")
    word = tracked(replace(before, body=before.body[:-1]), before, sources={})
    assert word.footnotes()
    assert "Ada Quay" in "".join(inserted(word.body))


def test_the_title_block_and_the_seal_are_tracked() -> None:
    after = meeting("en")
    before = replace(after, title="Meeting on tides", place="", date="1 March 2026", digest_line="SHA-256 00")
    word = tracked(before, after)
    assert "1 March 2026" not in "".join(accepted(word))
    assert {"Port Example", "2 ", "the tide tables"} <= set(inserted(word.body))
    assert rejected(word)[:3] == ["PORT/2026/7", "1 March 2026", "Meeting on tides"]
    assert rejected(word)[-1] == "SHA-256 00"


def rows_of(*rows: tuple[str, ...]) -> Report:
    """A report of a table whose rows are known by their first cell, its columns by its head."""

    def row(cells: tuple[str, ...]) -> Block:
        known = zip(rows[0], cells, strict=True)
        told = tuple(
            Block(kind=BlockKind.CELL, id=f"{cells[0]}-{column}", sentences=(Sentence((Run(words),)),))
            for column, words in known
        )
        return Block(kind=BlockKind.ROW, id=f"row-{cells[0]}", blocks=told)

    caption = (Sentence((Run("Votes"),)),)
    table = Block(kind=BlockKind.TABLE, id="t", sentences=caption, blocks=tuple(map(row, rows)))
    return Report(lang="en", style="numbered", title="T", kind="K", notes=(table,) if len(rows) > 1 else ())


HEAD = ("Position", "For")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((("A", "3"), ("B", "4")), (("A", "3"), ("B", "5"))),
        ((("A", "3"), ("B", "4")), (("A", "3"),)),
        ((("A", "3"), ("B", "4")), (("B", "4"),)),
        ((("B", "4"),), (("A", "3"), ("B", "4"), ("C", "1"))),
        ((), (("A", "3"),)),
        ((("A", "3"),), ()),
    ],
)
def test_a_table_accepted_is_the_later_and_rejected_the_earlier(before, after) -> None:
    word = tracked(rows_of(HEAD, *before), rows_of(HEAD, *after))
    assert _rows(word, "del") == ([HEAD, *after] if after else [])
    assert _rows(word, "ins") == ([HEAD, *before] if before else [])


def _rows(word: Word, gone: str) -> list[tuple[str, ...]]:
    """The rows of all tables, without those changed in one way and the words so changed."""
    found = []
    for row in word.body.iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            continue
        cells = []
        for cell in row.iter(f"{W}tc"):
            texts = cell.iter(f"{W}t", f"{W}delText")
            cells.append("".join(text.text for text in texts if not [*text.iterancestors(f"{W}{gone}")]))
        found.append(tuple(cells))
    return found


def test_without_a_change_nothing_is_tracked() -> None:
    report = meeting("zh")
    assert [*tracked(report, report).body.iter(f"{W}ins", f"{W}del")] == []


@settings(deadline=None, max_examples=60)
@given(PARAGRAPHS, PARAGRAPHS)
def test_accepted_it_is_the_later_and_rejected_the_earlier(old: list, new: list) -> None:
    word = tracked(report_of(*old), report_of(*new), sources={})
    shown = [re.sub(r"^\d+\.", "", line).strip() for line in accepted(word)][2:]
    assert [line for line in shown if line] == [w.strip() for _, w in new if w.strip()]
    assert sorted(rejected(word)[2:]) == sorted(words.strip() for _, words in old if words.strip())


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "docx"])
def test_other_formats_say_that_they_cannot(name: str) -> None:
    with pytest.raises(Refusal, match="Only the Word file"):
        FORMATS[name].render(meeting("en"), Choices(since=meeting("en")))
    with pytest.raises(Refusal, match="Only the Word file"):
        FORMATS[name].render(meeting("en"), Choices(letterhead=b"x"))
