"""Consensus over time: the share in favour at the end of each day, and the days with determinations."""

from app.core.opinion.course import Day, Ruling
from app.core.pictures.svg import INK, PAPER, RULE, Caption, Sheet, group, path, picture

WIDTH, TOP, TALL, BELOW = 400, 18, 130, 24
START = 46  # along, that the figures of the scale take
WHOLE = 100


def timeline(
    caption: Caption, days: tuple[Day, ...], rulings: tuple[Ruling, ...], first: str, last: str
) -> str:
    """The course from the first day to the last; `first` and `last` are their dates in words."""
    sheet = Sheet(WIDTH, caption.rtl)
    dates = [day.on.toordinal() for day in days] + [ruling.on.toordinal() for ruling in rulings]
    begin, end = min(dates, default=0), max(dates, default=0)

    def x(ordinal: int) -> int:
        span = end - begin
        return sheet.x(START + (WIDTH - START - 6) * ((ordinal - begin) / span if span else 0.5))

    steps = [(x(day.on.toordinal()), _y(day.in_favour, day.sided)) for day in days if day.sided]
    drawn = "".join(
        f"{'H' if number else 'M'}{at}{'V' if number else ' '}{up}" for number, (at, up) in enumerate(steps)
    )
    body = _scale(sheet) + path(
        drawn + (f"H{x(end)}" if steps else ""), class_="course", fill="none", stroke=INK, stroke_width="2"
    )
    body += "".join(
        f'<circle cx="{at}" cy="{up}" r="2.5"/>' for at, up in (steps if len(steps) < 30 else steps[-1:])
    )
    body += _ruled({x(ruling.on.toordinal()) for ruling in rulings})
    body += sheet.label(START, TOP + TALL + 18, first, "start", font_size="12")
    body += sheet.label(WIDTH, TOP + TALL + 18, last, "end", font_size="12") if last != first else ""
    return picture(caption, WIDTH, TOP + TALL + BELOW, body)


def _y(part: int, whole: int) -> int:
    return TOP + TALL - round(TALL * part / whole)


def _scale(sheet: Sheet) -> str:
    lines = "".join(f"M{sheet.x(START)} {_y(share, WHOLE)}H{sheet.x(WIDTH)}" for share in (0, 50, 100))
    return path(lines, class_="rule", stroke=RULE) + "".join(
        sheet.label(START - 6, _y(share, WHOLE) + 4, f"{share}%", "end", font_size="12")
        for share in (0, 50, 100)
    )


def _ruled(at: set[int]) -> str:
    """A line down from a lozenge, for each day with determinations."""
    lines = path("".join(f"M{x} {TOP}V{TOP + TALL}" for x in sorted(at)), stroke=INK, stroke_dasharray="2 3")
    heads = path("".join(f"M{x} {TOP - 12}l6 6-6 6-6-6z" for x in sorted(at)), stroke=PAPER)
    return group(lines + heads, class_="ruled")
