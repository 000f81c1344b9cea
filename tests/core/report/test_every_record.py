"""What holds for the report of any record whatever, in either style and in every language."""

import re
from collections.abc import Iterator
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.determinations import Status
from app.core.objections import ObjectionState
from app.core.outcomes import Modality, OutcomeKind
from app.core.report.compose import compose
from app.core.report.document import BlockKind, Numbering, Report, Sentence
from app.core.report.edition import Edition
from app.core.report.phrases import LANGUAGES
from app.core.report.phrases.frames import plain
from app.core.report.record import (
    AgendaItem,
    Delegation,
    Determination,
    Group,
    Join,
    Objection,
    Officer,
    Outcome,
    Placing,
    Position,
    Proposal,
    Record,
    Reservation,
)
from app.core.report.verbs import BY_STATUS, Verb
from app.core.texts import Form, Kind, ProposalKind, Relation
from app.core.votes import Tally
from tests.core.report.records import record

TEXTS = ("the tide turns", "Mending nets", "sail at dawn.", "“a lamp”", "UNESCO’s pier", "a")
ACTORS = ("", "F1", "F2", "N1", "N2", "N3", "G1")
GROUPS = (Group(ref="G1", name="Private sector"),)
DELEGATIONS = (
    Delegation(ref="N1", name="Mandated", group="G1", speaks_for_group=True),
    Delegation(ref="N2", name="Unnamed", kind="country"),
    Delegation(ref="N3", name="Private sector", group="G1", speaks_for_group=True),
)
OFFICERS = (
    Officer(ref="F1", role="chair", name="Ms. Ada Quay", short="Ms. Quay", pronoun="She"),
    Officer(ref="F2", role="secretariat", name="the secretariat"),
)
SETTLED = {Status.AGREED, Status.CONSENSUS}


@cache
def agreement(code: str) -> list[re.Pattern]:
    """What only a sentence on something agreed may say, from the frames themselves."""
    language = LANGUAGES[code]
    also = "|".join(map(re.escape, ("", *language.connectors.values())))
    verbs = [verb for status in SETTLED for verb in BY_STATUS[status][:2]]
    frames = [re.escape(frame) for verb in verbs for frame in language.impersonal[verb]]
    sides = [frame.replace(r"\{also\}", f"({also})").split(r"\{x\}") for frame in frames]
    return [re.compile(".*".join(side), re.I) for side in sides]


maybe_status = st.none() | st.sampled_from(Status)
tallies = st.none() | st.builds(Tally, *[st.integers(0, 30)] * 5)


def determinations(ref: str) -> st.SearchStrategy:
    return maybe_status.map(lambda status: Determination(ref=f"{ref}/D1", status=status) if status else None)


@st.composite
def outcomes(draw: st.DrawFn, prefix: str) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            ref=f"{prefix}O{n}",
            kind=draw(st.sampled_from(OutcomeKind)),
            text=draw(st.sampled_from(TEXTS)),
            form=draw(st.sampled_from(Form)),
            modality=draw(st.sampled_from(Modality)),
            body=draw(st.sampled_from(["", "the Bureau"])),
            status=draw(maybe_status),
        )
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def objections(draw: st.DrawFn, ref: str) -> tuple[Objection, ...]:
    states = draw(st.lists(st.sampled_from(ObjectionState), max_size=2))
    return tuple(
        Objection(
            ref=f"{ref}/J{n}",
            reason="too far",
            state=s,
            answer="not so",
            on_behalf_of=draw(st.sampled_from(("", "G1"))),
        )
        for n, s in enumerate(states)
    )


@st.composite
def proposals(draw: st.DrawFn, ref: str) -> Proposal:
    kind = draw(st.sampled_from(ProposalKind))
    count = draw(st.integers(0, 5))
    refs = [f"{ref}.{n}" for n in range(1, count + 1)]
    positions = tuple(
        Position(
            ref=each,
            text=draw(st.sampled_from(TEXTS)),
            form=draw(st.sampled_from(Form)),
            kind=draw(st.sampled_from(Kind)),
            elaboration=draw(st.sampled_from(["", "It is so."])),
            opener=draw(st.sampled_from(["", "On this,"])),
            verb=draw(st.sampled_from(["", *Verb])),
            entry=kind is not ProposalKind.TEXT and draw(st.booleans()),
            answers=draw(st.sampled_from(["", *refs])),
            answers_as=draw(st.sampled_from([None, *Relation])),
            put_by=draw(st.sampled_from(ACTORS)),
            withdrawn=draw(st.integers(0, 9)) == 0,
            language=draw(st.sampled_from(["", "", *LANGUAGES, "xx"])),
            determination=draw(determinations(each)),
            tally=draw(tallies),
            objections=draw(objections(each)),
            reservations=(Reservation(ref=f"{each}/V1", text="only then"),) if draw(st.booleans()) else (),
            outcomes=draw(outcomes(f"{each}/")),
        )
        for each in refs
    )
    return Proposal(
        ref=ref,
        title="Title",
        kind=kind,
        put_by=draw(st.sampled_from(ACTORS)),
        positions=positions,
        determination=draw(determinations(ref)),
        outcomes=draw(outcomes(f"{ref}/")),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    agenda = tuple(
        AgendaItem(
            ref=f"I{n}",
            number=n,
            title=f"Subject {n}",
            proposals=tuple(draw(proposals(f"P{n}{m}")) for m in range(draw(st.integers(0, 3)))),
            outcomes=draw(outcomes(f"I{n}/")),
        )
        for n in range(1, draw(st.integers(1, 3)))
    )
    refs = [position.ref for position in _positions(agenda)]
    placed = draw(st.lists(st.sampled_from(refs), unique=True)) if refs else []
    return record(
        *agenda,
        consultation={
            "quantifiers": draw(st.sampled_from(["neutral", "scale"])),
            "language": draw(st.sampled_from([*LANGUAGES])),
        },
        groups=GROUPS,
        delegations=DELEGATIONS,
        officers=OFFICERS,
        outcomes=draw(outcomes("")),
        arrangement=tuple(Placing(ref=ref, join=draw(st.sampled_from(Join))) for ref in placed),
    )


@settings(max_examples=150, deadline=None)
@given(records(), st.sampled_from(["numbered", "bulleted"]), st.sampled_from([*LANGUAGES]))
def test_whatever_was_said(taken: Record, style: str, language: str) -> None:
    edition = Edition(style=style, language=language)
    report = compose(taken, edition)
    assert compose(taken, edition) == report
    _everything_is_told_and_nothing_withdrawn(taken, report)
    _labels_run_through(report)
    _sentences_are_whole(report)
    _nobody_is_named_unasked(report)
    _nothing_is_more_agreed_than_determined(report)
    _answers_follow_what_they_answer(taken, report)
    _nothing_is_told_twice(report)


def _everything_is_told_and_nothing_withdrawn(taken: Record, report: Report) -> None:
    sources = {ref for block in report.walk() for ref in block.sources}
    positions = list(_positions(taken.agenda))
    assert {p.ref for p in positions if not p.withdrawn} <= sources
    assert not {p.ref for p in positions if p.withdrawn} & sources
    rulings = [p.determination for p in positions if not p.withdrawn]
    rulings += [p.determination for item in taken.agenda for p in item.proposals]
    assert {r.ref for r in rulings if r and r.status is not Status.FORWARD} <= sources
    words = " ".join(sentence.text for sentence in _sentences(report))
    assert words.count("It is so") == sum(bool(p.elaboration) for p in positions if not p.withdrawn)
    assert words.count("only then") == sum(len(p.reservations) for p in positions if not p.withdrawn)
    met = (ObjectionState.RETRACTED, ObjectionState.ACCOMMODATED)
    put = [each for p in positions if not p.withdrawn for each in p.objections]
    assert {each.ref for each in put if each.state not in met} <= sources
    steps = [*taken.outcomes, *(o for item in taken.agenda for o in item.outcomes)]
    steps += [o for item in taken.agenda for p in item.proposals for o in p.outcomes]
    steps += [o for p in positions if not p.withdrawn for o in p.outcomes]
    assert {step.ref for step in steps} <= sources


def _labels_run_through(report: Report) -> None:
    blocks = list(report.walk())
    assert len({block.id for block in blocks}) == len(blocks)
    for numbering in (Numbering.PARAGRAPH, Numbering.SECTION):
        labels = [block.label for block in blocks if block.numbering is numbering]
        assert labels == [f"{n}." for n in range(1, len(labels) + 1)]
    for block in blocks:
        assert bool(block.sentences) is not (block.kind is BlockKind.LIST)
        assert bool(block.label) is (block.numbering is not Numbering.NONE) or block.kind is BlockKind.LIST


def _sentences_are_whole(report: Report) -> None:
    for sentence in _sentences(report):
        text = sentence.text
        assert text == text.strip()
        assert not re.search(r"  |\.\.|[{}]| [.,;]", text), text
        assert not text[0].islower(), text


def _nobody_is_named_unasked(report: Report) -> None:
    assert not any("Unnamed" in sentence.text for sentence in _sentences(report))


def _nothing_is_more_agreed_than_determined(report: Report) -> None:
    for sentence in _sentences(report):
        if any(pattern.search(sentence.text) for pattern in agreement(report.lang)):
            assert sentence.status in SETTLED, sentence


def _answers_follow_what_they_answer(taken: Record, report: Report) -> None:
    answers = {p.ref: p.answers for p in _positions(taken.agenda)}
    language = LANGUAGES[report.lang]
    however = plain(language.sentence(language.say("however", x=()), ""))
    told: set[str] = set()
    for sentence in _sentences(report):
        ref = sentence.sources[0] if sentence.sources else ""
        if sentence.text.startswith(however) and answers.get(ref):
            assert _answered(ref, answers) & told, sentence
        told.update(sentence.sources)


def _answered(ref: str, answers: dict[str, str]) -> set[str]:
    """What a position answers, directly or through others."""
    found: set[str] = set()
    while (ref := answers.get(ref, "")) and ref not in found:
        found.add(ref)
    return found


def _nothing_is_told_twice(report: Report) -> None:
    told = [(sentence.sources, sentence.text) for sentence in _sentences(report) if sentence.sources]
    assert len(set(told)) == len(told)


def _sentences(report: Report) -> Iterator[Sentence]:
    return (sentence for block in report.walk() for sentence in block.sentences)


def _positions(agenda: tuple[AgendaItem, ...]) -> Iterator[Position]:
    return (position for item in agenda for proposal in item.proposals for position in proposal.positions)
