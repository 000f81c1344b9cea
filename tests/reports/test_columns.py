"""A wide table fits the page: its columns share the width by what stands in them."""

from math import ceil

from app.core.report.document import Block, BlockKind, Run, Sentence
from app.reports.render.columns import BOLD, EDGE, SENTENCE, WORD, divides, fills, widths


def table(*rows: tuple[str, ...]) -> Block:
    def cell(words: str) -> Block:
        return Block(kind=BlockKind.CELL, id="c", sentences=(Sentence((Run(words),)),))

    return Block(
        kind=BlockKind.TABLE,
        id="t",
        blocks=tuple(Block(kind=BlockKind.ROW, id="r", blocks=tuple(map(cell, row))) for row in rows),
    )


def test_a_column_of_sentences_is_wider_than_one_of_figures() -> None:
    found = widths(table(("Position", "All"), ("the gate should open " * 9, "12/4/8")))
    assert found == [EDGE + SENTENCE, EDGE + 6]


def test_a_long_title_goes_on_in_the_next_line_and_a_long_word_is_divided() -> None:
    assert widths(table(("one two three four five", "x" * 300), ("", ""))) == [
        EDGE + 5 * BOLD,
        EDGE + ceil(WORD * BOLD),
    ]


def test_only_a_word_too_long_for_its_column_is_divided_in_a_head() -> None:
    assert not divides(table(("Technical and academic community", "All"), ("x" * 40, "3")))
    assert divides(table(("Nichtregierungsorganisationen", "All"), ("A", "3")))


def test_only_a_table_that_needs_it_takes_the_whole_width() -> None:
    assert not fills(table(("Position", "All"), ("A", "3")))
    assert fills(table(("Position", *("International organizations",) * 6), ("the gate " * 30, *("1",) * 6)))


def test_rows_of_unequal_length_and_an_empty_table_have_widths() -> None:
    assert widths(table(("A",), ("B", "CC"))) == [EDGE + 2, EDGE + 2]
    assert widths(table()) == []
