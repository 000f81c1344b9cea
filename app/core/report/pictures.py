"""The pictures of a report, drawn from its values whenever it is rendered: same values, same bytes."""

from app.core.pictures.drawing import draw
from app.core.pictures.svg import Caption
from app.core.report.document import Block, Report


def picture_of(report: Report, block: Block, *, rtl: bool) -> str:
    """The picture that a block shows, as SVG; empty where the report has none for it."""
    first, *further = (sentence.text for sentence in block.sentences)
    caption = Caption(block.id, first, " ".join(further), rtl)
    found = (draw(drawing, caption) for drawing in report.drawings if drawing.block == block.id)
    return next(found, "")
