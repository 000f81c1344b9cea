"""The support strip: a thin row for each position, in five shades of vote, with how sure its support is."""

from dataclasses import dataclass
from itertools import pairwise

from app.core.opinion.findings import Line
from app.core.pictures.svg import INK, MUTED, PAPER, RULE, Caption, Sheet, group, path, picture
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
    bars = _Bars(Sheet(WIDTH, caption.rtl), LABEL if len(lines) <= LABELLED else 0, thick, pitch)
    rows = [(line, number * pitch) for number, line in enumerate(lines)]
    height = len(lines) * pitch
    refs = "".join(bars.sheet.label(0, y + thick, line.ref, "start") for line, y in rows if bars.start)
    body = (
        _hatches(caption.key)
        + "".join(_shade(bars, caption.key, choice, rows) for choice in Choice)
        + path(_unvoted(bars, rows), class_="none", fill="none", stroke=MUTED)
        + _whiskers(bars, rows)
        + group(refs, class_="refs", font_size="11")
        + _axis(bars, height)
    )
    return picture(caption, WIDTH, height + BELOW, body)


Stretch = tuple[int, int, int]  # from and to along the sheet, and how far down


@dataclass(frozen=True, slots=True)
class _Bars:
    """Where shares lie across the sheet, and how stretches of rows are drawn."""

    sheet: Sheet
    start: int
    thick: int
    pitch: int

    def along(self, share: int) -> float:
        return self.start + share * (self.sheet.width - self.start) / WHOLE

    def stretch(self, first: int, last: int, whole: int, y: int) -> Stretch:
        wide = self.sheet.width - self.start
        begin, end = (self.sheet.x(self.start + part * wide / whole) for part in (first, last))
        return begin, end, y

    def path(self, stretches: list[Stretch]) -> str:
        """Bar by bar; where rows touch, one outline around all, which is half as long."""
        if self.thick == self.pitch:
            return _outline(stretches, self.pitch)
        return "".join(f"M{begin} {y}H{end}v{self.thick}H{begin}z" for begin, end, y in stretches)


def _outline(stretches: list[Stretch], pitch: int) -> str:
    """Down along where the rows begin, and up along where they end, step by step."""
    if not stretches:
        return ""
    down = [(begin, y + at) for begin, _, y in stretches for at in (0, pitch)]
    up = [(end, y + at) for _, end, y in reversed(stretches) for at in (pitch, 0)]
    corners = down + up
    steps = "".join(
        (f"h{x - before}" if x != before else "") + (f"v{y - above}" if y != above else "")
        for (before, above), (x, y) in pairwise(corners)
    )
    return f"M{corners[0][0]} {corners[0][1]}{steps}z"


def _shade(bars: _Bars, key: str, choice: Choice, rows: list[tuple[Line, int]]) -> str:
    """All stretches of one vote in one path, hatched once more where colour may not be had."""
    before = list(Choice)[: list(Choice).index(choice)]
    drawn = bars.path([_stretch(bars, line, y, before, choice) for line, y in rows if line.tally.voters])
    if not any(line.tally.count(choice) for line, _ in rows):
        return ""
    if choice not in HATCHES:
        return path(drawn, class_=f"v-{choice}", fill=SHADES[choice])
    name = f"{key}-{choice}"
    return (
        f'<defs><path id="{name}" d="{drawn}"/></defs>'
        f'<use href="#{name}" class="v-{choice}" fill="{SHADES[choice]}"/>'
        f'<use href="#{name}" class="hatch" fill="url(#{name}-hatch)"/>'
    )


def _stretch(bars: _Bars, line: Line, y: int, before: list[Choice], choice: Choice) -> Stretch:
    first = sum(map(line.tally.count, before))
    return bars.stretch(first, first + line.tally.count(choice), line.tally.voters, y)


def _unvoted(bars: _Bars, rows: list[tuple[Line, int]]) -> str:
    return bars.path([bars.stretch(0, WHOLE, WHOLE, y) for line, y in rows if not line.tally.voters])


def _hatches(key: str) -> str:
    size = 'width="4" height="4" patternUnits="userSpaceOnUse"'
    patterns = (
        f'<pattern id="{key}-{each}-hatch" {size}>{drawn}</pattern>' for each, drawn in HATCHES.items()
    )
    return f"<defs>{''.join(patterns)}</defs>"


def _whiskers(bars: _Bars, rows: list[tuple[Line, int]]) -> str:
    """From the least to the most support that is likely, over each bar."""
    known = [bars.stretch(line.low, line.high, WHOLE, y) for line, y in rows if line.tally.voters]
    if bars.thick == bars.pitch:
        return path(bars.path(known), class_="band", fill_opacity="0.45")
    drawn = "".join(f"M{begin} {y + bars.thick // 2}H{end}" for begin, end, y in known)
    thin = bars.thick < THIN
    halo = path(drawn, class_="halo", stroke=PAPER, stroke_width="4") if not thin else ""
    return halo + path(drawn, class_="whisker", stroke=INK, stroke_width="1" if thin else "2")


def _axis(bars: _Bars, height: int) -> str:
    marked = "".join(
        f"M{bars.sheet.x(bars.along(share))} 0V{height + 3}" for share in range(0, WHOLE + 1, WHOLE // 4)
    )
    figures = ((0, "start"), (WHOLE // 2, "middle"), (WHOLE, "end"))
    return path(marked, class_="rule", stroke=RULE, stroke_width="0.7") + "".join(
        bars.sheet.label(bars.along(share), height + 16, f"{share // 10}%", anchor, font_size="11")
        for share, anchor in figures
    )
