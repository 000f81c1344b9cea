"""What stands after the report proper: only what was asked for, in a fixed order, naming who may be named."""

from dataclasses import replace

import pytest

from app.core.determinations import Status
from app.core.opinion.findings import Findings, Line
from app.core.opinion.groups import Verdict
from app.core.report.compose import compose
from app.core.report.document import Block, BlockKind, Numbering, Report
from app.core.report.edition import Annex, Edition
from app.core.report.record import (
    Delegation,
    Document,
    Group,
    GroupTally,
    MinorityStatement,
    Person,
    Position,
    Record,
)
from app.core.votes import Tally
from tests.core.report.records import item, position, proposal, record

GOVERNMENTS = Group(ref="G:governments", name="Governments")
CIVIL = Group(ref="G:civil-society", name="Civil society")
SWISS = Delegation(ref="B1", name="Switzerland", kind="country", group="G:governments")
HARBOUR = Delegation(ref="B2", name="Harbour Watch", group="G:civil-society")
ALONE = Delegation(ref="B3", name="Quay Press")
TIDES = Document(ref="D1", title="Tide tables", presented_by="the secretariat", item="I1")
MAP = Document(ref="D2", title="A map")
AGAINST = MinorityStatement(ref="M1", text="the gate should stay shut", of="G:civil-society")


def voted(ref: str, *by_group: tuple[str, Tally | None], status: Status | None = None) -> Position:
    tallies = tuple(GroupTally(group=group, tally=tally) for group, tally in by_group)
    counted = sum((tally for _, tally in by_group if tally), Tally())
    return position(ref, "the gate should open", status, by_group=tallies, tally=counted)


def port(*positions: Position) -> Record:
    counted = Line("P1.1", Tally(support=3), 400, 1000)
    return record(
        item(1, proposal("P1", *positions, minority_statements=(AGAINST,))),
        groups=(GOVERNMENTS, CIVIL),
        delegations=(SWISS, HARBOUR, ALONE),
        persons=(Person(ref="S4", name="Ada Quay"),),
        documents=(TIDES, MAP),
        findings=Findings(votes=3, voters=3, verdict=Verdict.TOO_FEW, lines=(counted,)),
    )


def report_with(taken: Record, *annexes: Annex, **wanted: object) -> Report:
    return compose(taken, Edition(annexes=annexes, **wanted))


def note(taken: Record, annex: Annex, **wanted: object) -> Block:
    return report_with(taken, annex, **wanted).notes[0]


def cells(table: Block) -> list[list[str]]:
    return [[cell.text.replace("\u202f", "") for cell in row.blocks] for row in table.blocks]


def test_the_order_of_annexes_is_fixed_and_an_empty_one_is_left_out() -> None:
    taken = port(voted("P1.1"))
    notes = report_with(taken, *reversed(Annex)).notes
    assert [each.id for each in notes] == [f"note-{annex}" for annex in Annex]
    empty = report_with(record(item(1)), *Annex).notes
    assert [each.id for each in empty] == ["note-method"]
    assert report_with(taken).notes == ()


def test_participants_stand_under_their_group_and_persons_only_by_consent() -> None:
    told = [
        (b.text, [line.text for line in b.blocks[0].blocks]) for b in note(port(), Annex.PARTICIPANTS).blocks
    ]
    assert told == [
        ("Governments:", ["Switzerland"]),
        ("Civil society:", ["Harbour Watch"]),
        ("Delegations:", ["Quay Press"]),
        ("Persons who agreed to be named:", ["Ada Quay"]),
    ]


def test_countries_and_groups_are_listed_in_the_language_of_the_report() -> None:
    first, second, *_ = note(port(), Annex.PARTICIPANTS, language="fr").blocks
    assert first.text == "Les gouvernements\u00a0:"
    assert first.blocks[0].blocks[0].text == "Suisse"
    assert second.blocks[0].blocks[0].text == "Harbour Watch"


def test_documents_say_where_they_belong_and_who_presented_them() -> None:
    (listed,) = note(port(), Annex.DOCUMENTS).blocks
    assert [line.text for line in listed.blocks] == [
        "Tide tables (agenda item 1), presented by the secretariat",
        "A map",
    ]


def test_the_table_counts_each_position_by_group_and_withholds_what_would_tell_who() -> None:
    taken = port(
        voted(
            "P1.1",
            ("G:governments", Tally(3, 2, 1, 4, 0)),
            ("G:civil-society", None),
            status=Status.BROAD,
        ),
        position("P1.2", "the gate should be painted"),
    )
    (table,) = note(taken, Annex.POSITIONS).blocks
    assert cells(table) == [
        ["Position", "All", "Governments", "Civil society"],
        ["P1.1 the gate should open (broad support, paragraph 1)", "5/4/1", "5/4/1", "–"],
        ["P1.2 the gate should be painted (put forward, paragraph 2)", "0/0/0", "0/0/0", "0/0/0"],
    ]
    assert "dash" in table.text


def test_the_table_explains_a_dash_only_where_there_is_one() -> None:
    (table,) = note(port(voted("P1.1", ("G:", Tally(3)))), Annex.POSITIONS).blocks
    assert cells(table)[0][-1] == "Without a group"
    assert "dash" not in table.text


def test_the_table_names_no_paragraph_where_those_have_no_numbers() -> None:
    (table,) = note(port(voted("P1.1")), Annex.POSITIONS, style="bulleted").blocks
    assert cells(table)[1][0] == "P1.1 the gate should open (put forward)"
    numbered = {"style": "bulleted", "numbering": Numbering.PARAGRAPH}
    (table,) = note(port(voted("P1.1")), Annex.POSITIONS, **numbered).blocks
    assert cells(table)[1][0] == "P1.1 the gate should open (put forward, paragraph 1)"


def test_what_was_withdrawn_is_not_in_the_table() -> None:
    gone = position("P1.1", "the gate should open", withdrawn=True)
    assert report_with(record(item(1, proposal("P1", gone))), Annex.POSITIONS).notes == ()


@pytest.mark.parametrize("annex", Annex)
def test_every_block_of_an_annex_has_an_id_of_its_own(annex: Annex) -> None:
    report = report_with(port(voted("P1.1", ("G:governments", Tally(3)))), annex)
    ids = [block.id for block in report.walk()]
    assert len(set(ids)) == len(ids)


def test_items_of_a_list_have_its_mark() -> None:
    report = report_with(port(), Annex.PARTICIPANTS, Annex.DOCUMENTS)
    lists = [block for top in report.notes for block in top.walk() if block.kind is BlockKind.LIST]
    assert {each.label for block in lists for each in block.blocks} == {"–"}


def test_the_desk_can_ask_for_the_scale_of_numbers_or_for_none() -> None:
    divided = position("P1.1", "the gate should open", Status.DIVIDED, tally=Tally(support=2, disagree=20))
    for own in ("neutral", "scale"):
        taken = record(item(1, proposal("P1", divided)), consultation={"quantifiers": own})
        said = {asked: compose(taken, Edition(quantifiers=asked)) for asked in ("", "neutral", "scale")}
        assert said[""] == said[own]
        assert said["neutral"].body != said["scale"].body


@pytest.mark.parametrize(
    ("supporters", "others", "told"),
    [
        ((), 0, ""),
        (("B1", "B2"), 0, ", supported by Switzerland and Harbour Watch"),
        (("B1",), 2, ", supported by Switzerland and 2 others"),
        ((), 1, ", supported by 1 participant"),
        (("S99",), 0, ", supported by 1 participant"),  # who may not be named any more
    ],
)
def test_those_who_signed_a_minority_statement_are_named_or_counted(supporters, others, told) -> None:
    statement = replace(AGAINST, supporters=supporters, others=others)
    gate = position("P1.1", "the gate should open", Status.BROAD, minority_statements=(statement,))
    taken = record(item(1, proposal("P1", gate)), groups=(GOVERNMENTS, CIVIL), delegations=(SWISS, HARBOUR))
    (printed,) = note(taken, Annex.MINORITY).blocks
    assert printed.text == f"Statement on paragraph 1 by civil society{told}: the gate should stay shut."


def test_a_minority_statement_in_another_language_is_quoted_with_its_language() -> None:
    statement = replace(AGAINST, text="La porte reste fermée.", language="fr")
    taken = record(item(1, proposal("P1", position("P1.1", "…"), minority_statements=(statement,))))
    (told,) = note(taken, Annex.MINORITY).blocks
    assert told.text.endswith("“La porte reste fermée.” (in French)."), told.text


def paragraphs(text: str, language: str = "", edition: str = "en") -> list[str]:
    statement = MinorityStatement(ref="P1.1/M1", text=text, language=language)
    gate = position("P1.1", "the gate should open", Status.BROAD, minority_statements=(statement,))
    (told,) = note(record(item(1, proposal("P1", gate))), Annex.MINORITY, language=edition).blocks
    return [block.text for block in told.walk()]


def test_a_minority_statement_keeps_its_paragraphs() -> None:
    assert paragraphs("The gate is old.\n\nIt creaks.\nLeave it.") == [
        "Statement on paragraph 1 by the proponents of a minority view: The gate is old.",
        "It creaks.",
        "Leave it.",
    ]


def test_each_quoted_paragraph_opens_with_a_mark_and_the_last_closes_with_one() -> None:
    assert paragraphs("La porte est vieille.\nElle grince.\nLaissez-la.", "fr") == [
        "Statement on paragraph 1 by the proponents of a minority view: “La porte est vieille.",
        "“Elle grince.",
        "“Laissez-la.” (in French).",
    ]


def test_where_nobody_voted_there_is_no_table() -> None:
    taken = record(item(1, proposal("P1", position("P1.1", "the gate should open", Status.AGREED))))
    assert report_with(taken, Annex.POSITIONS).notes == ()
