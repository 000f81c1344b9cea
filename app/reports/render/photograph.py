"""A drawn picture as points, for files that cannot be trusted with lines; and how large it is on paper."""

import re
import tempfile

import typst

from app.reports.render.fonts import fonts_for

WIDEST, TALLEST = 120, 200  # millimetres
FINE = 200  # points to the inch
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
_SHEET = """
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawn), format: "svg", width: eval(sys.inputs.width))
"""


def size_of(drawn: str) -> tuple[float, float]:
    """How wide and how high, in millimetres."""
    found = _SIZE.search(drawn)
    assert found, "a picture says how large it is"
    width, height = map(int, found.groups())
    wide = min(WIDEST, TALLEST * width / height)
    return round(wide, 1), round(wide * height / width, 1)


def photograph(drawn: str, lang: str) -> bytes:
    """The picture as PNG: the same bytes for the same picture."""
    inputs = {"drawn": drawn, "width": f"{size_of(drawn)[0]}mm"}
    with tempfile.TemporaryDirectory() as nothing:
        compiler = typst.Compiler(_SHEET.encode(), root=nothing, font_paths=fonts_for(lang))
        return compiler.compile(format="png", ppi=FINE, sys_inputs=inputs)
