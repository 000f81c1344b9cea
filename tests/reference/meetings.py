"""The two reference meetings: which unit is which fact of the record, and in what order they were told."""

from datetime import UTC, datetime

from app.core.determinations import Status
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.record import (
    Adoption,
    AgendaItem,
    Consultation,
    Delegation,
    Determination,
    Document,
    Group,
    Officer,
    Outcome,
    Proposal,
    Record,
)
from app.core.texts import Form, Kind, ProposalKind, Relation
from tests.reference.units import Unit, day, entries, placings, position

AT = datetime(2026, 1, 1, tzinfo=UTC)


def numbered_meeting(units: dict[str, Unit]) -> Record:
    """Seed A: the open consultation of September 2008."""
    u = units
    held_on = day(u["A2"]["content"])
    zhao, nisbet = (
        Officer(
            ref=ref, role=u["A5"]["role"], name=o["name"], short=o["short"], title=o["title"], pronoun=pronoun
        )
        for ref, pronoun, o in zip(("F1", "F2"), ("", u["A16"]["pronoun"]), u["A5"]["officers"], strict=True)
    )
    secretariat = Officer(ref="F3", role="secretariat", name=u["A52"]["by"])
    recalled = Proposal(
        ref="P1",
        title="",
        kind=ProposalKind.LIST,
        put_by="F1",
        positions=(
            position(u["A6"], kind=Kind.RECALLED),
            *entries(u, (7,), (8,), (9,), (10,), (11,), doc="A"),
        ),
    )
    remarks = Proposal(
        ref="P2",
        title="",
        positions=(
            position(u["A12"], u["A13"], kind=Kind.EMPHASIS, put_by="F1"),
            position(u["A14"], u["A15"], kind=Kind.EMPHASIS, put_by="F2"),
            position(u["A16"], kind=Kind.INVITATION, put_by="F2"),
        ),
    )
    reformat = Proposal(ref="P3", title="", positions=(position(u["A20"]),))
    thoughts = Proposal(
        ref="P4",
        title="",
        kind=ProposalKind.LIST,
        entries_called=u["A21"]["list_of"],
        positions=tuple(entries(u, (22, 23, 24), (25,), (26,), (27,), (28,), doc="A")),
    )
    themes_or_lines = Proposal(
        ref="P5",
        title="",
        positions=(
            position(u["A30"], u["A31"]),
            position(u["A32"], answers="A30", answers_as=Relation.REMARK),
            position(u["A33"], answers="A30", answers_as=Relation.COUNTER),
            position(u["A34"], kind=Kind.EMPHASIS, answers="A30", answers_as=Relation.REMARK),
        ),
    )
    workshops = Proposal(ref="P6", title="", positions=(position(u["A35"]),))
    reports = Proposal(ref="P7", title="", positions=(position(u["A36"]),))
    concern = Proposal(ref="P8", title="", positions=(position(u["A37"], kind=Kind.CONCERN),))
    themes = Proposal(
        ref="P9",
        title="",
        kind=ProposalKind.LIST,
        entries_called=u["A38"]["list_of"],
        positions=tuple(entries(noun_phrases(u, range(39, 52)), *((n,) for n in range(39, 52)), doc="A")),
    )
    time_plan = Proposal(
        ref="P10",
        title=u["A52"]["document"],
        kind=ProposalKind.DOCUMENT,
        entries_called=u["A53"]["list_of"],
        put_by="F3",
        purpose=u["A52"]["purpose"],
        positions=(
            position({**u["A52"], "content": u["A52"]["document"], "form": "noun phrase"}),
            *entries(u, (54, 55), (56, 57, 58), (59, 60), (61, 62), (63, 64, 65), (66,), doc="A"),
        ),
    )
    steps = (
        Outcome(
            ref="A67",
            kind=OutcomeKind.NEXT_STEP,
            text=u["A67"]["content"],
            modality=Modality.COULD,
            opener=u["A67"]["opener"],
        ),
        Outcome(
            ref="A68",
            kind=OutcomeKind.NEXT_STEP,
            text=u["A68"]["content"],
            modality=Modality.WOULD,
            purpose=u["A68"]["purpose"],
            counters="A67",
        ),
    )
    name = Proposal(
        ref="P11",
        title="",
        positions=(
            position(u["A70"]),
            position(u["A71"], answers="A70", answers_as=Relation.REMARK),
            position(u["A72"], kind=Kind.INFORMATION),
        ),
    )
    online = Proposal(
        ref="P12",
        title="",
        positions=(position(u["A73"]),),
        outcomes=(
            Outcome(
                ref="A74",
                kind=OutcomeKind.NEXT_STEP,
                text=u["A74"]["content"],
                form=Form.INFINITIVE,
                body=u["A74"]["who"],
            ),
        ),
    )
    headings = [u[ref]["content"] for ref in ("A4", "A17", "A19", "A29", "A69")]
    contents = (
        (recalled, remarks),
        (),
        (reformat, thoughts),
        (themes_or_lines, workshops, reports, concern, themes, time_plan),
        (name, online),
    )
    return Record(
        consultation=Consultation(title=u["A1"]["content"], held_on=held_on, style="numbered"),
        at=AT,
        officers=(zhao, nisbet, secretariat),
        adoption=Adoption(ref="A18", manner=u["A18"]["manner"], item="I2"),
        agenda=tuple(
            AgendaItem(
                ref=f"I{n}", number=n, title=title, proposals=proposals, outcomes=steps if n == 4 else ()
            )
            for n, (title, proposals) in enumerate(zip(headings, contents, strict=True), 1)
        ),
        arrangement=placings("A30", "A35", "&A36", "A37", "P9", "P10", "A67", "+A68", "A70", "&A72", "A73"),
    )


def noun_phrases(units: dict[str, Unit], numbers: range) -> dict[str, Unit]:
    """Units of list entries that are noun phrases, which the units themselves do not say."""
    return {f"A{n}": {**units[f"A{n}"], "form": "noun phrase"} for n in numbers}


def bulleted_meeting(units: dict[str, Unit]) -> Record:
    """Seed B: the informal consultation of May 2005."""
    u = units
    title, _, date = u["B1"]["content"].rpartition(": ")
    held_on = day(date)
    groups = (
        Group(ref="G1", name=u["B8"]["group"]),
        Group(ref="G2", name=u["B9"]["group"]),
    )
    delegations = (
        Delegation(ref="N1", name=u["B9"]["body"], group="G2", speaks_for_group=True),
        Delegation(ref="N2", name=u["B10"]["country"], kind="country"),
    )
    welcome = Proposal(ref="P1", title="", positions=(position(u["B3"]),))
    dialogue = Proposal(ref="P2", title="", positions=(position(u["B8"], put_by="G1"),))
    caution = Proposal(
        ref="P3",
        title="",
        positions=(position({**u["B9"], "opener": f"while {u['B9']['whilst']},"}, put_by="N1"),),
    )
    documents = Proposal(
        ref="P4",
        title="",
        kind=ProposalKind.LIST,
        put_by="N2",
        named=True,
        determination=Determination(ref="B13", status=Status.BROAD),
        positions=(
            position(u["B10"]),
            *(
                position({**u[ref], "form": "noun phrase"}, entry=True, determined=False)
                for ref in ("B11", "B12")
            ),
            position(u["B14"], kind=Kind.CONCERN, answers="B10", answers_as=Relation.REMARK),
        ),
        outcomes=(
            Outcome(
                ref="B15",
                kind=OutcomeKind.REFERRED,
                text=u["B15"]["content"],
                body=u["B15"]["referred_to"],
                due_on=day(u["B15"]["date"], held_on.year),
            ),
        ),
    )
    principles = Proposal(
        ref="P5",
        title="",
        kind=ProposalKind.LIST,
        entries_called=u["B16"]["content"],
        purpose=u["B16"]["purpose"],
        positions=(
            *entries(u, (18, 19), (21, 22), (23,), doc="B"),
            position(u["B20"], answers="B18", answers_as=Relation.REMARK),
        ),
    )
    questions = (
        (position(u["B25"]),),
        (position(u["B26"]), position(u["B27"], answers="B26", answers_as=Relation.COUNTER)),
        (position(u["B28"], u["B29"]), position(u["B30"], answers="B28", answers_as=Relation.COUNTER)),
        (position(u["B31"]),),
        (position(u["B32"]),),
    )
    unique = Proposal(ref="P20", title="", positions=(position(u["B33"], u["B34"], kind=Kind.EMPHASIS),))
    steps = (
        Outcome(
            ref="B5",
            kind=OutcomeKind.DEADLINE,
            text=u["B5"]["content"],
            modality=Modality.IS,
            due_on=day(u["B5"]["deadline"], held_on.year),
        ),
        *(
            Outcome(
                ref=ref,
                kind=OutcomeKind.NEXT_STEP,
                text=u[ref]["content"],
                form=Form.CLAUSE,
                modality=modality,
            )
            for ref, modality in (("B6", Modality.MAY), ("B7", Modality.WOULD))
        ),
    )
    return Record(
        consultation=Consultation(title=title, held_on=held_on, style="bulleted"),
        at=AT,
        groups=groups,
        delegations=delegations,
        adoption=Adoption(ref="B4"),
        documents=tuple(Document(ref=f"DOC{n}", title=f"{n}", presented_by=u["B4"]["by"]) for n in (1, 2)),
        agenda=(
            AgendaItem(
                ref="I1",
                number=1,
                title="",
                proposals=(
                    welcome,
                    dialogue,
                    caution,
                    documents,
                    principles,
                    *(
                        Proposal(ref=f"P{n}", title="", positions=asked)
                        for n, asked in enumerate(questions, 6)
                    ),
                    unique,
                ),
                outcomes=steps,
            ),
        ),
        outcomes=(
            Outcome(
                ref="B35",
                kind=OutcomeKind.REFERRED,
                text=u["B35"]["content"],
                modality=Modality.SHALL,
                body=u["B35"]["referred_to"],
                opener=u["B35"]["opener"],
            ),
        ),
        arrangement=placings(
            "B3",
            "B4",
            "B5",
            "+B6",
            "B7",
            "B8",
            "B9",
            "P4",
            "P5",
            "B25",
            "|B26",
            "|B28",
            "|B31",
            "|B32",
            "B33",
        ),
    )
