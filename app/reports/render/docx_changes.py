"""What has changed since an earlier report, as Word tracks changes: it can be accepted or rejected there.

LibreOffice 7.4 forgets to count a paragraph in which words are deleted when it asks how paragraphs are
numbered after the changes, and writes “[1.]” before it and “1.[2.]” before the next, the former numbers in
brackets. It does so to any file, however its paragraphs are numbered; Word shows plain numbers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count, groupby

from app.core.redline import Difference, compare, redline
from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Run
from app.reports.render.docx_xml import Element, text_run, w
from app.reports.render.telling import Part

AUTHOR = "Plenary"
Piece = tuple[str, Part]  # same · insert · delete


class Changes:
    """The differences from an earlier report, block by block; none where there is no earlier one."""

    def __init__(self, since: Report | None, report: Report, ids: "count[int]") -> None:
        self.lang = report.lang
        self.ids = ids
        self.date = report.at.strftime("%Y-%m-%dT%H:%M:%SZ") if report.at else "1970-01-01T00:00:00Z"
        self.since = since
        self.gone: dict[str, list[Block]] = defaultdict(list)  # by the block that they stood after
        self.changed: dict[str, Difference] = {}
        last = ""
        for difference in compare(since, report) if since else ():
            after, before = difference.after, difference.before
            if after is None and before and before.kind is not BlockKind.FRONT:
                self.gone[last].append(before)
            elif after and after.kind is not BlockKind.FRONT:
                last = after.id
                self.changed[last] = difference
                if after.kind is BlockKind.ROW:
                    self._compare_cells(before, after)

    def is_new(self, block: Block) -> bool:
        return block.id in self.changed and self.changed[block.id].before is None

    def pieces(self, block: Block, parts: Iterable[Part]) -> Iterator[Piece]:
        """The words of a block, told apart; footnotes stay with the words that they follow."""
        difference = self.changed.get(block.id)
        if difference is None or not difference.is_changed:
            yield from (("same", part) for part in parts)
            return
        after = [(c, s.change) for s in difference.stretches if s.change != "delete" for c in legible(s.text)]
        deleted, lang = _deletions(difference), difference.before.lang if difference.before else ""
        place, change = 0, "same"
        for part in parts:
            if not isinstance(part, Run):
                yield "same", part
                continue
            told: list[tuple[str, str]] = []
            for letter in part.text:
                if place in deleted:
                    told.extend(("delete", each) for each in deleted.pop(place))
                if place < len(after) and letter == after[place][0]:
                    change, place = after[place][1], place + 1
                told.append((change, letter))
            for kind, letters in groupby(told, key=lambda each: each[0]):
                spoken = lang or part.lang if kind == "delete" else part.lang
                yield kind, Run("".join(letter for _, letter in letters), spoken)
        yield from (("delete", Run(words, lang)) for words in deleted.values())

    def line(self, name: str, words: str) -> Iterator[Piece]:
        """The words of a line that is no block, as of the title block."""
        stretches = redline(getattr(self.since, name) if self.since else words, words)
        yield from ((stretch.change, Run(stretch.text)) for stretch in stretches)

    def rows(self, after: str) -> list[Block]:
        """The rows that an earlier table had after a row, or at its beginning; they are handed over once."""
        blocks = self.gone.get(after, [])
        count = next((n for n, block in enumerate(blocks) if block.kind is not BlockKind.ROW), len(blocks))
        self.gone[after] = blocks[count:]
        return blocks[:count]

    def written(self, change: str, run: Run, *, bold: bool = False) -> Element:
        """A run as it is, or within what says that it was inserted or deleted."""
        lang = run.lang or self.lang
        if change == "same":
            return text_run(run.text, lang, bold=bold)
        tag, text = ("ins", "t") if change == "insert" else ("del", "delText")
        return self.tracked(tag, text_run(run.text, lang, tag=text, bold=bold))

    def mark(self, paragraph: Element, tag: str) -> None:
        """Says of the end of a paragraph too that it was inserted or deleted."""
        paragraph.pPr.append(w("rPr", self.tracked(tag)))

    def _compare_cells(self, before: Block | None, after: Block) -> None:
        were = {cell.id: cell for cell in before.blocks} if before else {}
        for cell in after.blocks:
            was = were.get(cell.id)
            self.changed[cell.id] = Difference(was, cell, redline(was.text if was else "", cell.text))

    def tracked(self, tag: str, *runs: Element) -> Element:
        return w(tag, *runs, id=str(next(self.ids)), author=AUTHOR, date=self.date)


def whole(told: list[Piece]) -> str:
    """Whether all of it was inserted ("ins"), or all deleted ("del")."""
    return {"insert": "ins", "delete": "del"}.get(told[0][0], "") if len(told) == 1 else ""


def _deletions(difference: Difference) -> dict[int, str]:
    """What was deleted, by the place in the later text where it stood."""
    found: dict[int, str] = {}
    place = 0
    for stretch in difference.stretches:
        if stretch.change == "delete":
            found[place] = found.get(place, "") + stretch.text
        else:
            place += len(legible(stretch.text))
    return found
