"""What has changed since an earlier report, as Word tracks changes: it can be accepted or rejected there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count, groupby

from app.core.redline import Difference, compare
from app.core.report.characters import legible
from app.core.report.document import Block, Report, Run
from app.reports.render.docx_xml import Element, text_run, w
from app.reports.render.telling import Part

AUTHOR = "Plenary"
Piece = tuple[str, Part]  # same · insert · delete


class Changes:
    """The differences between two reports, block by block."""

    def __init__(self, since: Report, report: Report, ids: "count[int]") -> None:
        self.lang = report.lang
        self.ids = ids
        self.date = report.at.strftime("%Y-%m-%dT%H:%M:%SZ") if report.at else "1970-01-01T00:00:00Z"
        self.gone: dict[str, list[Block]] = defaultdict(list)  # by the block that they stood after
        self.changed: dict[str, Difference] = {}
        last = ""
        for difference in compare(since, report):
            if difference.after:
                last = difference.after.id
                self.changed[last] = difference
            elif difference.before:
                self.gone[last].append(difference.before)

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

    def written(self, change: str, run: Run) -> Element:
        """A run as it is, or within what says that it was inserted or deleted."""
        lang = run.lang or self.lang
        if change == "same":
            return text_run(run.text, lang)
        tag, text = ("ins", "t") if change == "insert" else ("del", "delText")
        return self.tracked(tag, text_run(run.text, lang, tag=text))

    def mark(self, paragraph: Element, tag: str) -> None:
        """Says of the end of a paragraph too that it was inserted or deleted."""
        paragraph.pPr.append(w("rPr", self.tracked(tag)))

    def tracked(self, tag: str, *runs: Element) -> Element:
        return w(tag, *runs, id=str(next(self.ids)), author=AUTHOR, date=self.date)


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
