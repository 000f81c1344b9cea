"""What the votes say: what unites and divides, the groups, the course; each picture with its table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.core.opinion.course import Day, Ruling
from app.core.opinion.findings import Findings
from app.core.pictures.drawing import Drawing, Kind
from app.core.report.context import Context
from app.core.report.document import Block, BlockKind, Run, Sentence
from app.core.report.phrases.frames import Words
from app.core.report.record import Position, Proposal, Record
from app.core.report.styles.layout import block_id

MAP, STRIP, COURSE = "said-map", "said-strip", "said-course"
Row = tuple[Words, ...]
NOTHING: Words = (Run("–"),)


def votes_say(record: Record, context: Context, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """The tables and pictures; none where no votes were counted."""
    found = record.findings
    if found is None or not found.votes:
        return ()
    teller = _Teller(record, context)
    parts = (
        teller.counted,
        teller.united,
        teller.divided,
        teller.undecided,
        teller.groups,
        teller.support,
        teller.course,
    )
    return tuple(block for part in parts for block in part(found))


def drawings(record: Record, context: Context, blocks: Iterable[Block]) -> tuple[Drawing, ...]:
    """What the pictures among the blocks are drawn from."""
    found = record.findings
    shown = {inner.id for block in blocks for inner in block.walk() if inner.kind is BlockKind.PICTURE}
    if found is None or not shown:
        return ()
    dates = [context.language.date(day.on, None) for day in (found.days[:1] + found.days[-1:])] or [""]
    every = (
        Drawing(block=MAP, kind=Kind.MAP, marks=found.marks, letters=found.letters),
        Drawing(block=STRIP, kind=Kind.STRIP, lines=found.lines),
        Drawing(
            block=COURSE,
            kind=Kind.COURSE,
            days=found.days,
            rulings=_rulings(record),
            first=context.language.capital(dates[0]),
            last=context.language.capital(dates[-1]),
        ),
    )
    return tuple(drawing for drawing in every if drawing.block in shown)


class _Teller:
    """Tells findings in the report's language, with the words of the positions that they name."""

    def __init__(self, record: Record, context: Context) -> None:
        self.context = context
        self.say = context.say
        self.positions = {position.ref: position for position in _positions(record)}
        self.rulings = _rulings(record)

    def counted(self, found: Findings) -> Iterable[Block]:
        yield self._paragraph(
            "said-counted",
            self.say("said.counted", n=found.votes, voters=found.voters),
            self.say(f"said.{found.verdict}"),
        )

    def united(self, found: Findings) -> Iterable[Block]:
        caption = self.say("said.unites" if found.between else "said.unites.all")
        rows = [
            (self._put(each.ref), self._side(each.in_favour), _share(each.surely)) for each in found.bridges
        ]
        yield from self._table("said-unites", caption, ("position", "side", "surely"), rows)

    def divided(self, found: Findings) -> Iterable[Block]:
        if found.between:
            rows = [
                (self._put(each.ref), self._named(found, each.in_favour), self._named(found, each.against))
                for each in found.divides
            ]
        else:
            lines = {line.ref: line.tally for line in found.lines}
            rows = [
                (self._put(each.ref), _number(lines[each.ref].in_favour), _number(lines[each.ref].against))
                for each in found.divides
            ]
        caption = self.say("said.divides" if found.between else "said.divides.all")
        yield from self._table("said-divides", caption, ("position", "for", "against"), rows)

    def undecided(self, found: Findings) -> Iterable[Block]:
        said = [
            self.say(key, x=Run(", ".join(refs)), n=found.few)
            for key, refs in (("said.uncertain", found.uncertain), ("said.unseen", found.unseen))
            if refs
        ]
        if said:
            yield self._paragraph("said-undecided", *said)

    def groups(self, found: Findings) -> Iterable[Block]:
        if found.marks:
            sizes = "; ".join(f"{group.letter}: {group.voters}" for group in found.groups)
            yield self._picture(
                MAP, self.say("said.map"), *([self.say("said.sizes", x=Run(sizes))] if sizes else [])
            )
        for group in found.groups:
            rows = [
                (self._put(each.ref), self._side(each.in_favour), _share(each.share), _share(each.elsewhere))
                for each in group.traits
            ]
            caption = self.say("said.typical", x=Run(group.letter))
            head = ("position", "side", "here", "elsewhere")
            yield from self._table(f"said-{block_id(group.letter)}", caption, head, rows)

    def support(self, found: Findings) -> Iterable[Block]:
        yield self._picture(STRIP, self.say("said.strip"))
        rows = [
            (
                self._put(line.ref),
                *(_number(n) for n in (line.tally.in_favour, line.tally.against, line.tally.abstain)),
                (Run(f"{_per_cent(line.low)}–{_per_cent(line.high)}"),) if line.tally.voters else NOTHING,
            )
            for line in found.lines
        ]
        head = ("position", "for", "against", "abstain", "likely")
        yield from self._table("said-support", self.say("said.support"), head, rows)

    def course(self, found: Findings) -> Iterable[Block]:
        if len(found.days) < 2:
            return
        yield self._picture(COURSE, self.say("said.course.picture"))
        head = ("day", "for", "against", "abstain", "share", "determined")
        rows = [self._day(day) for day in _with_rulings(found.days, self.rulings)]
        yield from self._table("said-days", self.say("said.course"), head, rows)

    def _day(self, day: Day) -> Row:
        determined = ", ".join(ruling.ref for ruling in self.rulings if ruling.on == day.on)
        return (
            (Run(self.context.language.date(day.on, None)),),
            *(_number(number) for number in (day.in_favour, day.against, day.abstain)),
            _share(round(1000 * day.in_favour / day.sided)) if day.sided else NOTHING,
            (Run(determined),) if determined else NOTHING,
        )

    def _put(self, ref: str) -> Words:
        position = self.positions[ref]
        return (Run(f"{ref} "), self.context.run(position.text, position.language or self.context.home))

    def _side(self, in_favour: bool) -> Words:
        return self.say("annex.for" if in_favour else "annex.against")

    def _named(self, found: Findings, names: tuple[str, ...]) -> Words:
        if found.by_opinion:
            return (Run(", ".join(names)),)
        return self.context.language.row([self.context.directory.listed(f"G:{key}") for key in names])

    def _paragraph(self, key: str, *said: Words) -> Block:
        self.context.begin_paragraph()
        sentences = tuple(map(self.context.sentence, said))
        return Block(kind=BlockKind.PARAGRAPH, id=key, sentences=sentences)

    def _picture(self, key: str, *said: Words) -> Block:
        self.context.begin_paragraph()
        return Block(kind=BlockKind.PICTURE, id=key, sentences=tuple(map(self.context.sentence, said)))

    def _table(self, key: str, caption: Words, head: tuple[str, ...], rows: Sequence[Row]) -> Iterable[Block]:
        if not rows:
            return
        heads = tuple(self.context.language.sentence(self.say(f"annex.{name}"), "") for name in head)
        self.context.begin_paragraph()
        yield Block(
            kind=BlockKind.TABLE,
            id=key,
            sentences=(self.context.sentence(caption),),
            blocks=tuple(_row(f"{key}-{number}", cells) for number, cells in enumerate([heads, *rows])),
        )


def _row(key: str, cells: Row) -> Block:
    return Block(
        kind=BlockKind.ROW,
        id=key,
        blocks=tuple(
            Block(kind=BlockKind.CELL, id=f"{key}-{number}", sentences=(Sentence(words),))
            for number, words in enumerate(cells, 1)
        ),
    )


def _number(number: int) -> Words:
    return (Run(str(number)),)


def _share(thousandths: int) -> Words:
    return (Run(_per_cent(thousandths)),)


def _per_cent(thousandths: int) -> str:
    return f"{round(thousandths / 10)}\u00a0%"


def _positions(record: Record) -> Iterable[Position]:
    return (p for item in record.agenda for proposal in item.proposals for p in proposal.positions)


def _rulings(record: Record) -> tuple[Ruling, ...]:
    """What was determined on which day, oldest first."""
    proposals = [proposal for item in record.agenda for proposal in item.proposals]
    matters: list[Proposal | Position] = [*proposals, *_positions(record)]
    found = [
        Ruling(each.at.date(), matter.ref, each.status)
        for matter in matters
        for each in (*matter.earlier, *filter(None, [matter.determination]))
        if each.at
    ]
    return tuple(sorted(found, key=lambda ruling: (ruling.on, ruling.ref)))


def _with_rulings(days: tuple[Day, ...], rulings: tuple[Ruling, ...]) -> list[Day]:
    """The days told, and those on which something was determined while the votes stood as before."""
    told = {day.on: day for day in days}
    for on in {ruling.on for ruling in rulings} - told.keys():
        before = [day for day in days if day.on < on]
        told[on] = replace(before[-1], on=on) if before else Day(on, 0, 0, 0)
    return [told[on] for on in sorted(told)]
