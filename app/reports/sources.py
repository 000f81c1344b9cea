"""Where a sentence leads back to: the address of every ref of the record."""

import re
from collections.abc import Callable, Sequence

from flask import url_for

from app.consultations.models import Consultation
from app.core.report.document import Block

_PLACES = (
    (re.compile(r"P(\d+)(\.\d+)?"), lambda m: f"/proposals/{m[1]}#{m[0]}"),
    (re.compile(r"I(\d+)"), lambda m: f"#{m[0]}"),
    (re.compile(r"O(\d+)"), lambda m: f"/outcomes#{m[0]}"),
    (re.compile(r"D(\d+)"), lambda m: f"/documents#{m[0]}"),
)


def source_address(root: str, ref: str) -> str:
    """The page of the record that a ref names: the thing's own, or else the consultation's.

    `root` is the consultation's address. A ref within another ("P3.2/J1") leads to the outer one.
    """
    outer = ref.split("/")[0]
    for pattern, place in _PLACES:
        if match := pattern.fullmatch(outer):
            return root + place(match)
    return root


def rests_on(block: Block, locate: Callable[[str], str]) -> Sequence[tuple[str, str]]:
    """What a block's own sentences rest on: (ref, address), each once, in order of use.

    What is told again by an item under it is shown there.
    """
    below = {ref for hanging in block.blocks for inner in hanging.walk() for ref in inner.sources}
    refs = dict.fromkeys(ref.split("/")[0] for ref in block.sources if ref not in below)
    return [(ref, locate(ref)) for ref in refs]


def locator(consultation: Consultation) -> Callable[[Block], Sequence[tuple[str, str]]]:
    """`rests_on` for the pages of a consultation."""
    root = url_for("consultations.show", slug=consultation.slug)
    return lambda block: rests_on(block, lambda ref: source_address(root, ref))
