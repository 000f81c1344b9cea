"""How statements follow one another: pairs, lists, connectors, and the order of a section."""

import re
from dataclasses import astuple, replace
from datetime import UTC, datetime

import pytest

from app.core.calls import CallFigures, CallState, Manner
from app.core.determinations import Status
from app.core.objections import ObjectionState
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.document import BlockKind, Numbering
from app.core.report.edition import Edition
from app.core.report.phrases import LANGUAGES
from app.core.report.record import (
    Adoption,
    Delegation,
    Determination,
    Document,
    Join,
    MinorityStatement,
    Objection,
    Officer,
    Outcome,
    Placing,
    Reservation,
    Thresholds,
)
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally
from tests.core.report.records import AT, DAY, item, lines, position, proposal, record, told

COUNTER, REMARK = Relation.COUNTER, Relation.REMARK


BROADLY_SUPPORTED = "The proposal received broad support."
LESS_CONSENSUS = "On other questions, however, there was less consensus:"


def thread(*positions, style="numbered", **facts):
    """The lines of a report on one proposal."""
    told = lines(compose(record(item(1, proposal("P1", *positions, **facts))), Edition(style=style)))
    return [line for line in told if line != "1. Subject 1"]


def test_a_divided_pair_stands_in_two_paragraphs_of_a_numbered_report() -> None:
    pair = (
        position("P1.1", "the gate should open", Status.DIVIDED),
        position("P1.2", "the gate was fine", answers="P1.1", answers_as=COUNTER),
    )
    assert thread(*pair) == [
        "1. Some participants considered that the gate should open.",
        "2. However, some participants considered that the gate was fine.",
    ]
    assert thread(*pair, style="bulleted") == [
        "• Some felt that the gate should open. Others felt that the gate was fine."
    ]


def test_an_emphasis_beside_a_divided_pair_bridges_it_afterwards() -> None:
    assert thread(
        position("P1.1", "the gate should open", Status.DIVIDED),
        position("P1.2", "gates serve all", kind=Kind.EMPHASIS, answers="P1.1", answers_as=REMARK),
        position("P1.3", "the gate was fine", answers="P1.1", answers_as=COUNTER),
    )[1:] == [
        "2. However, some participants considered that the gate was fine.",
        "3. It was emphasized that gates serve all.",
    ]


def test_a_counter_position_is_never_told_as_one_without_what_it_answers() -> None:
    assert thread(
        position("P1.1", "the gate should open", Status.DIVIDED, withdrawn=True),
        position("P1.2", "the gate was fine", answers="P1.1", answers_as=COUNTER),
    ) == ["1. It was suggested that the gate was fine."]


def test_a_counter_position_with_a_result_of_its_own_stands_by_itself() -> None:
    assert thread(
        position("P1.1", "the gate should open", Status.REJECTED),
        position("P1.2", "the gate should close", Status.AGREED, answers="P1.1", answers_as=COUNTER),
    ) == [
        "1. It was agreed that the gate should close.",
        "2. The proposal that the gate should open did not find favour.",
    ]


def test_opposition_that_nobody_put_in_words_is_told_all_the_same() -> None:
    votes = Tally(support=6, disagree=5)
    assert told(position("P1.1", "the gate should open", Status.DIVIDED, tally=votes)) == [
        "Some participants considered that the gate should open. Others did not agree."
    ]


def test_two_of_one_status_share_a_lead_in() -> None:
    assert told(
        position("P1.1", "the gate should open", Status.AGREED, elaboration="It has been shut since May."),
        position("P2.1", "repair the pier", Status.AGREED, form=Form.INFINITIVE),
    ) == [
        "The following was agreed:",
        "The gate should open. It has been shut since May.",
        "To repair the pier.",
    ]


def test_questions_without_agreement_gather_under_one_lead_in_of_a_summary() -> None:
    assert told(
        position("P1.1", "the pier should stay", Status.AGREED),
        position("P2.1", "the gate should open", Status.DIVIDED),
        position("P3.1", "new lamps", Status.NONE, form=Form.NOUN),
        style="bulleted",
    ) == [
        "It was agreed that the pier should stay.",
        LESS_CONSENSUS,
        "Some felt that the gate should open.",
        "New lamps",
    ]


def test_without_agreement_before_them_they_are_not_other_questions() -> None:
    assert told(
        position("P2.1", "the gate should open", Status.DIVIDED),
        position("P3.1", "new lamps", Status.NONE, form=Form.NOUN),
        style="bulleted",
    )[0] == "On the following questions, there was less consensus:"  # fmt: skip


def test_the_order_of_a_section_is_from_agreed_to_noted() -> None:
    kinds = [
        (Status.NOTED, Kind.INFORMATION, "It was noted that x 1."),
        (None, Kind.CONCERN, "Concern was expressed that x 2."),
        (None, Kind.VIEW, "It was suggested that x 3."),
        (Status.REJECTED, Kind.VIEW, "The proposal that x 4 did not find favour."),
        (Status.NONE, Kind.VIEW, "There was no agreement on whether x 5."),
        (Status.DIVIDED, Kind.VIEW, "Some participants considered that x 6."),
        (Status.BROAD, Kind.VIEW, "There was broad support for the view that x 7."),
        (Status.CONSENSUS, Kind.VIEW, "There was a consensus that x 8."),
        (Status.AGREED, Kind.VIEW, "It was agreed that x 9."),
        (None, Kind.RECALLED, "It was recalled that x 10."),
    ]
    positions = [
        position(f"P{n}.1", f"x {n}", status, kind=kind) for n, (status, kind, _) in enumerate(kinds, 1)
    ]
    expected = [sentence for _, _, sentence in reversed(kinds)]
    expected[-1] = "Finally, it was noted that x 1."
    assert told(*positions) == expected


def test_the_rapporteur_can_arrange_it_otherwise() -> None:
    first = position("P1.1", "the gate should open", Status.AGREED)
    second = position("P2.1", "lamps cost money")
    third = position("P3.1", "the pier is old", kind=Kind.CONCERN)
    placings = (
        Placing(ref="P2.1"),
        Placing(ref="P1.1", join=Join.CONTINUE),
        Placing(ref="P3.1", join=Join.RUN_ON),
    )
    assert told(first, second, third, arrangement=placings) == [
        "It was suggested that lamps cost money.",
        "It was agreed that the gate should open. Finally, concern was expressed that the pier is old.",
    ]


def test_also_and_further_follow_one_another() -> None:
    openers = [position(f"P{n}.1", f"x {n}", opener="On this,") for n in range(1, 5)]
    assert told(*openers) == [
        "On this, it was suggested that x 1.",
        "On this, it was also suggested that x 2.",
        "On this, it was further suggested that x 3.",
        "On this, it was further suggested that x 4.",
    ]


def entries(*words, statuses=(), **facts):
    padded = [*statuses, *[None] * (len(words) - len(statuses))]
    return tuple(
        position(f"P1.{n}", word, status, entry=True, form=Form.NOUN, **facts)
        for n, (word, status) in enumerate(zip(words, padded, strict=True), 1)
    )


def test_entries_stand_under_what_they_are_called() -> None:
    assert thread(*entries("lamps", "bells"), kind=ProposalKind.LIST, entries_called="signals") == [
        "1. The following signals were proposed:",
        "– Lamps",
        "– Bells",
    ]
    assert thread(*entries("lamps", "bells"), kind=ProposalKind.LIST, entries_called="comments")[0] == (
        "1. The following comments were made:"
    )


def test_entries_of_different_status_have_lead_ins_of_their_own() -> None:
    listed = entries(
        "lamps", "bells", "horns", "flags", statuses=(Status.AGREED, Status.AGREED, Status.REJECTED)
    )
    assert thread(*listed, kind=ProposalKind.LIST, entries_called="signals") == [
        "1. Several signals were proposed. On many of these, there was agreement:",
        "– Lamps",
        "– Bells",
        "One of these did not find favour:",
        "– Horns",
        "One other was also proposed:",
        "– Flags",
    ]


def test_a_lone_entry_under_its_topic_is_not_told_of_as_several() -> None:
    lead = position("P1.1", "signals for the harbour", form=Form.NOUN)
    lamps = position("P1.2", "lamps", form=Form.NOUN, entry=True)
    assert thread(lead, lamps, kind=ProposalKind.LIST, entries_called="signals") == [
        "1. On signals for the harbour, the following point was raised:",
        "– Lamps",
    ]


def test_options_without_agreement_say_so() -> None:
    determined = Determination(ref="D", status=Status.NONE)
    assert thread(*entries("Port", "Haven"), kind=ProposalKind.OPTIONS, determination=determined) == [
        "1. The following options were proposed:",
        "– Port",
        "– Haven",
        "No agreement was reached on the choice between these options.",
    ]


def test_no_agreement_on_a_question_covers_the_positions_taken_on_it() -> None:
    determined = Determination(ref="D", status=Status.NONE)
    assert thread(
        position("P1.1", "the gate should be red"),
        position("P1.2", "the gate should be blue"),
        determination=determined,
    ) == [
        "1. Some participants considered that the gate should be red.",
        "2. However, some participants considered that the gate should be blue.",
    ]


def test_a_document_is_presented_and_commented_on() -> None:
    comments = [
        position(f"P1.{n}", f"the plan was {word}", entry=True) for n, word in ((2, "good"), (3, "long"))
    ]
    own = position("P1.1", "A plan of the week", form=Form.NOUN)
    secretariat = Officer(ref="F1", role="secretariat", name="the secretariat")
    plan = proposal(
        "P1", own, *comments, kind=ProposalKind.DOCUMENT, put_by="F1", purpose="as a basis for discussion"
    )
    assert lines(compose(record(item(1, plan), officers=(secretariat,))))[1:] == [
        (
            "1. A plan of the week was presented by the secretariat as a basis for discussion. "
            "The following comments were made:"
        ),
        "• The plan was good.",
        "• The plan was long.",
    ]


def test_a_reservation_is_heard_and_reported() -> None:
    reservation = Reservation(ref="R1", text="only in summer")
    assert told(position("P1.1", "the gate should open", Status.AGREED, reservations=(reservation,))) == [
        "It was agreed that the gate should open. A reservation was put on record: “only in summer”."
    ]


def test_objections_are_told_with_their_reasons() -> None:
    objections = (
        Objection(ref="J1", reason="It is cold."),
        Objection(ref="J2", reason="It is dear.", state=ObjectionState.OFF_MERITS, answer="It is paid."),
        Objection(ref="J3", reason="It is late.", state=ObjectionState.RETRACTED),
    )
    (paragraph,) = told(position("P1.1", "the gate should open", Status.BROAD, objections=objections))
    assert paragraph == (
        "There was broad support for the view that the gate should open. "
        "An objection was maintained: “It is cold.” "
        "An objection, “It is dear”, was set aside for these reasons: “It is paid.”"
    )


@pytest.mark.parametrize(
    ("status", "figures", "told_of"),
    [
        (Status.AGREED, {}, " When it was put to all, no objection was received."),
        (Status.CONSENSUS, {"accepted": 2}, " When it was put to all, no objection was received."),
        (
            Status.AGREED,
            {"manner": Manner.SILENCE},
            " Under a silence procedure, no objection was received by the deadline.",
        ),
        (Status.AGREED, {"objected": 1}, ""),
        (Status.BROAD, {"state": CallState.STOPPED, "objected": 1}, ""),
        (Status.DIVIDED, {}, ""),
    ],
)
def test_of_a_call_it_is_told_that_nobody_objected(status, figures, told_of) -> None:
    """Silence is not support: who was silent is in no sentence."""
    known = {"manner": Manner.CALL, "state": CallState.ENDED, "closes_at": datetime(2026, 3, 2, tzinfo=UTC)}
    call = CallFigures(**{"ref": "P1.1/K1", "asked": 12, **known, **figures})
    plain = told(position("P1.1", "the gate should open", status))
    assert told(position("P1.1", "the gate should open", status, call=call)) == [
        plain[0] + told_of,
        *plain[1:],
    ]


def test_what_several_put_on_record_is_joined() -> None:
    gate = position(
        "P1.1",
        "the gate should open",
        Status.BROAD,
        objections=tuple(
            Objection(ref=f"J{n}", reason=text) for n, text in enumerate(("Cold.", "Dear, too."))
        ),
        reservations=tuple(Reservation(ref=f"R{n}", text=text) for n, text in enumerate("abc")),
    )
    report = compose(record(item(1, proposal("P1", gate))))
    _, objections, reservations = report.body[1].sentences
    assert objections.text == "Objections were maintained: “Cold” and “Dear, too.”"
    assert objections.sources == ("J0", "J1", "P1.1")
    assert reservations.text == "Reservations were put on record: “a”, “b” and “c”."


def test_an_open_objection_is_told_of_what_nobody_has_determined() -> None:
    """It stands in the way: a report that says only what was suggested would hide why no more is said."""
    said = "An objection was maintained: “Cold.”"
    cold = (Objection(ref="J", reason="Cold."),)
    assert told(position("P1.1", "the gate should open", objections=cold)) == [
        f"It was suggested that the gate should open. {said}"
    ]
    themes = (
        position("P1.1", "gates", form=Form.NOUN, entry=True, objections=cold),
        position("P1.2", "lamps", form=Form.NOUN, entry=True),
    )
    assert thread(*themes, kind=ProposalKind.LIST)[1:] == [f"– Gates. {said}", "– Lamps"]


def test_a_minority_statement_is_printed_in_its_own_words_with_its_paragraph() -> None:
    statement = MinorityStatement(ref="M1", text="We keep to our view.")
    gate = position("P1.1", "the gate should open", Status.CONSENSUS, minority_statements=(statement,))
    report = compose(record(item(1, proposal("P1", gate))))
    note = report.notes[0]
    assert (note.kind, note.text) == (BlockKind.NOTE, "Minority statements")
    assert [block.text for block in note.blocks] == [
        "Statement on paragraph 1 by the proponents of a minority view: We keep to our view."
    ]


def test_the_opening_tells_the_officers_the_agenda_and_the_documents() -> None:
    report = compose(
        record(
            item(1, proposal("P1", position("P1.1", "the gate should open"))),
            officers=(
                Officer(ref="F1", role="chair", name="Ms. Quay", title="Harbour Master"),
                Officer(ref="F2", role="rapporteur", name="Mr. Swain"),
            ),
            adoption=Adoption(ref="A", manner="as amended"),
            documents=(Document(ref="D1", title="Tide tables", presented_by="the secretariat"),),
        )
    )
    assert lines(report)[:4] == [
        "Opening of the meeting",
        "1. The meeting was chaired by Ms. Quay, Harbour Master. The rapporteur was Mr. Swain.",
        (
            "2. The draft agenda was adopted as amended and the background document “Tide tables” "
            "was introduced by the secretariat."
        ),
        "1. Subject 1",
    ]


@pytest.mark.parametrize(
    ("style", "numbering", "labels"),
    [
        ("numbered", Numbering.PARAGRAPH, ["", "1.", "1.", "2."]),
        ("numbered", Numbering.DECIMAL, ["", "", "1.", "1.1."]),
        ("numbered", Numbering.LETTER, ["", "(a)", "1.", "(a)"]),
        ("bulleted", Numbering.DECIMAL, ["1.", "2."]),
    ],
)
def test_an_opening_stands_under_a_heading_that_takes_no_number(style, numbering, labels) -> None:
    """So that the first section is the first agenda item; by section nothing can be counted there."""
    taken = record(
        item(1, proposal("P1", position("P1.1", "the gate should open"))),
        officers=(Officer(ref="F1", role="chair", name="Ms. Quay"),),
    )
    report = compose(taken, Edition(style=style, numbering=numbering))
    assert [block.label for block in report.body] == labels
    assert report.body[0].kind is (BlockKind.PARAGRAPH if style == "bulleted" else BlockKind.HEADING)


def test_an_item_under_which_nothing_was_said_says_so() -> None:
    assert lines(compose(record(item(1), item(2)))) == [
        "1. Subject 1",
        "1. No proposals were put forward under this item.",
        "2. Subject 2",
        "2. No proposals were put forward under this item.",
    ]


def test_next_steps_are_as_firm_as_they_were_meant() -> None:
    told = (
        (OutcomeKind.DEADLINE, "comments", {"modality": Modality.IS, "due_on": DAY}),
        (OutcomeKind.REFERRED, "the matter", {"body": "the Bureau", "due_on": DAY}),
        (OutcomeKind.REFERRED, "the results", {"body": "the Council", "modality": Modality.SHALL}),
        (OutcomeKind.NEXT_STEP, "a second meeting", {"modality": Modality.COULD}),
        (OutcomeKind.ACTION, "print the tables", {"form": Form.INFINITIVE, "body": "the port"}),
        (OutcomeKind.NEXT_STEP, "Tides may differ", {"form": Form.CLAUSE}),
        (OutcomeKind.NEXT_STEP, "meet in May", {"form": Form.INFINITIVE, "status": Status.AGREED}),
    )
    steps = tuple(
        Outcome(ref=f"O{n}", kind=kind, text=text, **facts) for n, (kind, text, facts) in enumerate(told)
    )
    (paragraph,) = lines(compose(record(item(1, outcomes=steps))))[1:]
    assert paragraph == (
        "1. The deadline for comments is 2 March. "
        "The matter will be further discussed in the Bureau on 2 March. "
        "The results shall be reported to the Council. A second meeting could be envisaged. "
        "The port will print the tables. Tides may differ. It was agreed to meet in May."
    )


def test_a_consultation_that_was_open_for_some_time_says_from_when_to_when() -> None:
    late = AT.replace(month=4, hour=20)  # already the next day in Tokyo
    dates = {"held_on": None, "opens_at": AT, "closes_at": late, "timezone": "Asia/Tokyo"}
    assert compose(record(item(1), consultation=dates)).date == "2 March to 3 April 2026"
    assert compose(record(item(1))).date == "2 March 2026"


def test_a_list_put_by_somebody_named_hangs_on_their_words_and_its_fate_follows() -> None:
    own = position("P1.0", "a scheme of two parts", form=Form.NOUN, verb="presented")
    remark = {"answers": "P1.0", "answers_as": REMARK, "kind": Kind.CONCERN, "verb": "discussion"}
    doubt = position("P1.9", "the cost", form=Form.NOUN, **remark)
    bureau = Outcome(ref="O1", kind=OutcomeKind.REFERRED, text="the matter", body="the Bureau")
    scheme = proposal(
        "P1",
        own,
        *entries("a dredger", "a crane"),
        doubt,
        kind=ProposalKind.LIST,
        put_by="N1",
        named=True,
        determination=Determination(ref="D", status=Status.BROAD),
        outcomes=(bureau,),
    )
    delegations = (Delegation(ref="N1", name="Freedonia", kind="country"),)
    assert lines(compose(record(item(1, scheme), delegations=delegations)))[1:] == [
        "1. Freedonia presented a scheme of two parts:",
        "– A dredger",
        "– A crane",
        (
            f"{BROADLY_SUPPORTED} There was some discussion over the cost. "
            "The matter will be further discussed in the Bureau."
        ),
    ]


def test_what_a_list_is_about_opens_its_lead_in() -> None:
    own = position("P1.0", "signals at night", form=Form.NOUN)
    assert thread(own, *entries("lamps", "bells"), kind=ProposalKind.LIST, entries_called="signals") == [
        "1. On signals at night, the following signals were proposed:",
        "– Lamps",
        "– Bells",
    ]


def test_a_reservation_to_what_a_list_is_about_is_reported() -> None:
    reservation = Reservation(ref="R1", text="only in summer")
    own = position("P1.0", "the harbour", form=Form.NOUN, reservations=(reservation,))
    lead = thread(own, *entries("lamps", "bells"), kind=ProposalKind.LIST, entries_called="signals")[0]
    assert "in favour of the harbour. A reservation was put on record: “only in summer”. The fol" in lead


def test_the_note_on_method_says_what_was_counted_and_how() -> None:
    note = compose(record(item(1), voters=1, consultation={"quantifiers": "scale"})).notes[-1]
    text = " ".join(block.text for block in note.blocks)
    assert note.text == "Note on method"
    assert "a consultation is not a vote" in text
    assert "1 delegation voted." in text
    assert "a consensus from 80 per cent" in text
    assert "“several” 30 to 49" in text


def test_the_note_on_method_prints_the_thresholds_that_were_used() -> None:
    own = Thresholds(
        consensus=91,
        broad=71,
        group=51,
        divided=31,
        rejected=21,
        objections=11,
        certainty=81,
        voters=6,
        turnout=12,
        groups=3,
        heard=4,
    )
    for language in LANGUAGES:
        held = replace(record(item(1), consultation={"language": language}), thresholds=own)
        told = "\n".join(block.text for block in compose(held).notes[-1].blocks)
        assert not {str(each) for each in astuple(own)} - set(re.findall(r"\d+", told)), language


def test_a_proposal_and_its_own_text_may_each_have_a_status() -> None:
    broad = Determination(ref="D", status=Status.BROAD)
    gate = position("P1.1", "the gate should open", Status.AGREED)
    assert thread(gate, determination=broad) == [
        "1. It was agreed that the gate should open. The proposal received broad support."
    ]


COMMENTS = [
    position("P1.1", "the plan is good", Status.BROAD, entry=True),
    position("P1.2", "the map is old", entry=True),
    position("P1.3", "the ink is faint", entry=True),
]


def test_these_are_comments_that_were_spoken_of_before() -> None:
    several = "Several comments were made. One of these received broad support:"
    assert thread(*COMMENTS, kind=ProposalKind.DOCUMENT, title="Plan")[:3] == [
        f"1. The document “Plan” was presented. {several}",
        "• The plan is good.",
        "The following comments were also made:",
    ]


def test_a_concern_among_comments_has_a_sentence_of_its_own_after_them() -> None:
    cost = position("P1.4", "the cost of paper", form=Form.NOUN, kind=Kind.CONCERN, entry=True)
    told = thread(*COMMENTS, cost, kind=ProposalKind.DOCUMENT, title="Plan")
    assert told[-2:] == ["• The ink is faint.", "Concern was also raised about the cost of paper."]


def test_concerns_alone_are_a_list_of_concerns() -> None:
    concerns = (
        position(f"P1.{n}", text, form=Form.NOUN, kind=Kind.CONCERN, entry=True)
        for n, text in enumerate(("cost", "noise"))
    )
    assert thread(*concerns, kind=ProposalKind.DOCUMENT, title="Plan") == [
        "1. The document “Plan” was presented. The following concerns were raised:",
        "– Cost",
        "– Noise",
    ]


def test_one_comment_is_no_list() -> None:
    assert thread(COMMENTS[1], kind=ProposalKind.DOCUMENT, title="Plan") == [
        "1. The document “Plan” was presented. It was suggested that the map is old."
    ]


def test_lists_that_follow_one_another_under_a_number_are_siblings() -> None:
    report = compose(record(item(1, proposal("P1", *COMMENTS, kind=ProposalKind.DOCUMENT))))
    hanging = report.body[1].blocks
    assert [block.kind for block in hanging] == [BlockKind.LIST, BlockKind.PARAGRAPH, BlockKind.LIST]
    assert hanging[1].blocks == ()


def test_a_summary_keeps_the_order_of_the_agenda_around_what_was_arranged() -> None:
    chair = Officer(ref="F1", role="chair", name="Ms. Ada Quay")
    taken = record(
        item(1, proposal("P1", position("P1.1", "the storm", form=Form.NOUN, kind=Kind.RECALLED))),
        item(2, proposal("P2", position("P2.1", "lamps cost money"))),
        item(3, proposal("P3", position("P3.1", "the gate should open", Status.AGREED))),
        officers=(chair,),
        arrangement=(Placing(ref="P2.1"),),
    )
    assert lines(compose(taken, Edition(style="bulleted"))) == [
        "• The meeting was chaired by Ms. Ada Quay.",
        "• Reference was made to the storm.",
        "• It was suggested that lamps cost money.",
        "• It was agreed that the gate should open.",
    ]


def test_background_documents_are_introduced_where_the_agenda_is_adopted() -> None:
    taken = record(
        item(1, proposal("P1", position("P1.1", "the gate should open", Status.AGREED))),
        documents=(Document(ref="D1", title="Plan", presented_by="the secretariat"),),
        adoption=Adoption(ref="A", item="I1"),
    )
    assert lines(compose(taken)) == [
        "1. Subject 1",
        "1. The agenda was adopted. The background document “Plan” was introduced by the secretariat.",
        "2. It was agreed that the gate should open.",
    ]
    placed = (Placing(ref="P1.1"), Placing(ref="A"), Placing(ref="D1", join=Join.RUN_ON))
    assert lines(compose(replace(taken, arrangement=placed)))[1].endswith("the gate should open.")
