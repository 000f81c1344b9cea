"""Every component of the interface once, on one page, for whoever builds or checks it."""

from datetime import UTC, datetime

from flask import Blueprint, render_template
from flask_babel import gettext as _

from app.core.report.document import Block, BlockKind, Numbering, Report, Run, Sentence
from app.web.access import public

WHEN = datetime(2009, 1, 12, 14, 2, tzinfo=UTC)

patterns = Blueprint("patterns", __name__)


@patterns.get("/patterns")
@public
def show() -> str:
    return render_template("patterns.html", report=_report(), rests_on=_refs, when=WHEN)


def _refs(block: Block) -> list[tuple[str, str]]:
    return [(ref, "#votes") for ref in block.sources]


def _report() -> Report:
    consensus = _("There was a consensus that the cluster of events needed another format.")
    agreement = _("There was an agreement that written reports should be sent before the meetings.")
    thoughts = _("The following thoughts were put forward:")
    views = [_("Reports should reach the Commission before it meets."), _("It should not become heavy.")]
    listed = Block(
        kind=BlockKind.LIST,
        id="thoughts",
        blocks=tuple(
            _paragraph(f"thought-{number}", "", view, f"P3.{number + 1}", Numbering.DOT)
            for number, view in enumerate(views, 1)
        ),
    )
    lead = _paragraph("para-7", "7.", thoughts, "P3")
    return Report(
        lang="en",
        style="numbered",
        title=_("Open consultation on an example"),
        kind=_("Final report"),
        date=_("15 September 2008"),
        place=_("Secretariat of examples"),
        symbol="EX/2008/4",
        body=(
            Block(
                kind=BlockKind.HEADING,
                id="section-3",
                label="3.",
                sentences=(_sentence(_("Objectives of the cluster")),),
            ),
            _paragraph("para-6", "6.", consensus, "P3.1"),
            Block(kind=lead.kind, id=lead.id, label="7.", sentences=lead.sentences, blocks=(listed,)),
            _paragraph("para-7b", "", agreement, "P4.1"),
        ),
        digest_line="sha-256 3f1c9a7d5e2b8c4f6a0d9e8b7c6a5f4e3d2c1b0a9f8e7d6c5b4a39281706f5e4",
    )


def _paragraph(id: str, label: str, text: str, ref: str, numbering: Numbering = Numbering.PARAGRAPH) -> Block:
    return Block(
        kind=BlockKind.PARAGRAPH, id=id, label=label, numbering=numbering, sentences=(_sentence(text, ref),)
    )


def _sentence(text: str, *refs: str) -> Sentence:
    return Sentence(runs=(Run(text),), sources=refs)
