"""How long a report is, in words; in a script without spaces each character counts as one."""

import re
from collections.abc import Iterable

from app.core.report.document import Block

_UNSPACED = "\u2e80-\u2eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORDS = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]*\w[^\s{_UNSPACED}]*")


def count_words(text: str) -> int:
    return len(_WORDS.findall(text))


def length_of(blocks: Iterable[Block]) -> int:
    """The words of blocks and of all that hangs on them; labels are not counted."""
    return sum(count_words(block.text) for top in blocks for block in top.walk())
