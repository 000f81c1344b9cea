"""What a later version sets right, said in the report itself."""

from dataclasses import replace

from app.core.report.characters import legible
from app.core.report.document import Block, BlockKind, Report, Sentence
from app.core.report.phrases import language_of

ID = "corrigendum"


def corrected(report: Report, version: int, corrects: str) -> Report:
    """The report with a note at the head of its notes."""
    language = language_of(report.lang)
    what = " ".join(legible(corrects).split())
    line = language.sentence(language.say("corrigendum.line", version=str(version), corrects=what))
    note = Block(
        kind=BlockKind.NOTE,
        id=ID,
        sentences=(Sentence(language.say("corrigendum")),),
        blocks=(Block(kind=BlockKind.PARAGRAPH, id=f"{ID}-1", sentences=(Sentence(line),)),),
    )
    return replace(report, notes=(note, *report.notes))
