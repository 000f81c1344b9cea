"""The support strip: a thin row for each position, in five shades of vote, with how sure its support is."""

from dataclasses import dataclass

from app.core.opinion.findings import Line
from app.core.pictures.svg import INK, MUTED, PAPER, RULE, Caption, Sheet, group, path, picture, text
from app.core.votes import Choice

WIDTH = 400
LABELLED = 40  # rows up to which each carries its reference
LABEL = 52  # along, that the references take
ROWS = (
    (LABELLED, 16, 10),
    (150, 6, 5),
    (400, 4, 3),
    (10**9, 2, 2),
)  # up to so many: pitch, height of the bar
THIN = 5  # bars below which a whisker has no halo
BELOW = 20
WHOLE = 1_000

SHADES = {
    Choice.SUPPORT: "#24508f",
    Choice.ACCEPT: "#93b7dc",
    Choice.ABSTAIN: "#c4beb3",
    Choice.DISAGREE: "#efb57c",
    Choice.OBJECT: "#b4500f",
}
# Where there is no colour, the two dark ends would look alike: those against are hatched.
HATCHES = {
    Choice.DISAGREE: '<circle cx="2" cy="2" r=".7"/>',
    Choice.OBJECT: f'<path d="M-1 1L1-1M0 4L4 0M3 5L5 3" stroke="{PAPER}" stroke-width="1"/>',
}


def support_strip(caption: Caption, lines: tuple[Line, ...]) -> str:
    """A row for each of the lines, as they come."""
    pitch, thick = next((pitch, thick) for most, pitch, thick in ROWS if len(lines) <= most)
    bars = _Bars(Sheet(WIDTH, caption.rtl), LABEL if len(lines) <= LABELLED else 0, thick)
    rows = [(line, number * pitch) for number, line in enumerate(lines)]
    height = len(lines) * pitch
    refs = "".join(text(bars.sheet.x(0), y + thick, line.ref, "start") for line, y in rows if bars.start)
    body = (
        _hatches(caption.key)
        + "".join(_shade(bars, caption.key, choice, rows) for choice in Choice)
        + path(
            "".join(bars.bar(0, WHOLE, WHOLE, y) for line, y in rows if not line.tally.voters),
            class_="none",
            fill="none",
            stroke=MUTED,
        )
        + _whiskers(bars, rows)
        + group(refs, class_="refs", font_size="11")
        + _axis(bars, height)
    )
    return picture(caption, WIDTH, height + BELOW, body)


@dataclass(frozen=True, slots=True)
class _Bars:
    """Where shares lie across the sheet."""

    sheet: Sheet
    start: int
    thick: int

    def at(self, part: int, whole: int) -> int:
        return self.sheet.x(self.start + part * (self.sheet.width - self.start) / whole)

    def bar(self, first: int, last: int, whole: int, y: int) -> str:
        """The path of a stretch."""
        begin, end = self.at(first, whole), self.at(last, whole)
        return f"M{begin} {y}H{end}v{self.thick}H{begin}z"


def _shade(bars: _Bars, key: str, choice: Choice, rows: list[tuple[Line, int]]) -> str:
    """All stretches of one vote in one path, hatched once more where colour may not be had."""
    before = list(Choice)[: list(Choice).index(choice)]
    drawn = ""
    for line, y in rows:
        first, number = sum(map(line.tally.count, before)), line.tally.count(choice)
        drawn += bars.bar(first, first + number, line.tally.voters, y) if number else ""
    if not drawn or choice not in HATCHES:
        return path(drawn, class_=f"v-{choice}", fill=SHADES[choice])
    name = f"{key}-{choice}"
    return (
        f'<defs><path id="{name}" d="{drawn}"/></defs>'
        f'<use href="#{name}" class="v-{choice}" fill="{SHADES[choice]}"/>'
        f'<use href="#{name}" class="hatch" fill="url(#{name}-hatch)"/>'
    )


def _hatches(key: str) -> str:
    size = 'width="4" height="4" patternUnits="userSpaceOnUse"'
    patterns = (
        f'<pattern id="{key}-{each}-hatch" {size}>{drawn}</pattern>' for each, drawn in HATCHES.items()
    )
    return f"<defs>{''.join(patterns)}</defs>"


def _whiskers(bars: _Bars, rows: list[tuple[Line, int]]) -> str:
    """From the least to the most support that is likely, over each bar."""
    drawn = "".join(
        f"M{bars.at(line.low, WHOLE)} {y + bars.thick // 2}H{bars.at(line.high, WHOLE)}"
        for line, y in rows
        if line.tally.voters
    )
    thin = bars.thick < THIN
    halo = path(drawn, class_="halo", stroke=PAPER, stroke_width="4") if not thin else ""
    return halo + path(drawn, class_="whisker", stroke=INK, stroke_width="1" if thin else "2")


def _axis(bars: _Bars, height: int) -> str:
    marked = "".join(f"M{bars.at(share, WHOLE)} 0V{height + 3}" for share in range(0, WHOLE + 1, WHOLE // 4))
    figures = ((0, "start"), (WHOLE // 2, "middle"), (WHOLE, "end"))
    return path(marked, class_="rule", stroke=RULE, stroke_width="0.7") + "".join(
        text(bars.at(share, WHOLE), height + 16, f"{share // 10}%", anchor, font_size="11")
        for share, anchor in figures
    )
