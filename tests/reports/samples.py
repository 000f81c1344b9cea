"""Reports to render: a small consultation on a harbour that has everything a format must show."""

from app.core.determinations import Status
from app.core.outcomes import OutcomeKind
from app.core.report.compose import compose
from app.core.report.document import Block, BlockKind, Report, Run, Sentence
from app.core.report.edition import Edition
from app.core.report.record import AgendaItem, Officer, Outcome, Record
from app.core.texts import Form, Kind, ProposalKind, Relation
from tests.core.report.records import DAY, position, proposal, record


def harbour() -> Record:
    """Agreement, a divided pair, lists of both kinds, a continuation, a concern and a next step."""
    signals = (("lamps", Status.AGREED), ("bells", None), ("horns", Status.REJECTED))
    pier = AgendaItem(
        ref="I1",
        number=1,
        title="The pier",
        proposals=(
            proposal("P1", position("P1.1", "the pier should be repaired", Status.AGREED)),
            proposal("P2", position("P2.1", "the harbour should stay open", Status.AGREED)),
            proposal(
                "P3",
                position("P3.1", "building a second pier", Status.DIVIDED, form=Form.GERUND),
                position("P3.2", "one pier was enough", answers="P3.1", answers_as=Relation.COUNTER),
            ),
            proposal(
                "P4",
                *(
                    position(f"P4.{n}", text, status, form=Form.NOUN, entry=True)
                    for n, (text, status) in enumerate(signals, 1)
                ),
                kind=ProposalKind.LIST,
                entries_called="signals",
            ),
        ),
    )
    tables = AgendaItem(
        ref="I2",
        number=2,
        title="The tide tables",
        proposals=(
            proposal("P5", position("P5.1", "publish the tide tables", form=Form.INFINITIVE)),
            proposal("P6", position("P6.1", "the cost of printing", kind=Kind.CONCERN, form=Form.NOUN)),
        ),
        outcomes=(Outcome(ref="O1", kind=OutcomeKind.FOLLOW_UP, text="an online consultation", due_on=DAY),),
    )
    chair = Officer(ref="F1", role="chair", name="Ms. Ada Quay", short="Ms. Quay", title="Harbour Master")
    return record(pier, tables, officers=(chair,), voters=12)


def harbour_report(style: str) -> Report:
    return compose(harbour(), Edition(style=style))


def lines_of(report: Report) -> list[str]:
    """Each line of the body as it must read in every format: its label, a space, its words."""
    blocks = (block for top in report.body for block in top.walk() if block.sentences)
    return [f"{block.label} {block.text}".strip() for block in blocks]


def table_report() -> Report:
    def cell(words: str) -> Block:
        return Block(kind=BlockKind.CELL, id=f"c-{words}", sentences=(Sentence((Run(words),)),))

    rows = tuple(
        Block(kind=BlockKind.ROW, id=f"r{n}", blocks=tuple(map(cell, words)))
        for n, words in enumerate((("Position", "For"), ("A", "3")))
    )
    table = Block(kind=BlockKind.TABLE, id="t", blocks=rows)
    return Report(lang="en", style="numbered", title="T", kind="K", body=(table,))
