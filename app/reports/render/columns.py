"""How the width of a page is shared out among the columns of a table."""

from itertools import zip_longest
from math import ceil

from app.core.report.document import Block

ROOM = 88  # letters that stand side by side on a page
SENTENCE = 26  # letters: what is longer goes on in the next line
WORD = 14  # letters: what is longer is divided
EDGE = 3  # letters’ width between two columns
BOLD = 1.4  # how much wider the letters of a head are


def widths(table: Block) -> list[int]:
    """For each column a share of the width: as many letters as its longest word, or line below the head."""
    rows = [[cell.text for cell in row.blocks] for row in table.blocks]
    return [_width(column) for column in zip_longest(*rows, fillvalue="")]


def fills(table: Block) -> bool:
    """Whether a table needs the whole width of a page."""
    return sum(widths(table)) > ROOM


def divides(table: Block) -> bool:
    """Whether a word in its head is too long for a line of its column."""
    return any(
        len(word) > WORD for row in table.blocks[:1] for cell in row.blocks for word in cell.text.split()
    )


def _width(column: tuple[str, ...]) -> int:
    head, *below = column
    heads = [ceil(min(WORD, len(word)) * BOLD) for word in head.split(" ")]
    words = [min(WORD, len(word)) for text in below for word in text.split(" ")]
    lines = [min(SENTENCE, len(text)) for text in below]
    return EDGE + max(1, *heads, *words, *lines)
