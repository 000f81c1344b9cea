"""What may not be in a file that leaves the house: nothing that acts, points outside or is markup."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from markdown_it import MarkdownIt

from tests.sweeps import hostile

ACTING = ("hyperlink", "instrText", "altChunk", "object", "control", "attachedTemplate", "subDoc", "script")
OWN_FIELDS = ([], ["PAGE"], ["NUMPAGES"])
LED = ("<a ", "<img ", "<b ", "<script", "<svg")


def wrong_in_word(content: bytes) -> Iterator[str]:
    """What acts or points outside; a part that is not well-formed raises."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith((".bin", ".vml")):
                yield f"{name} is in the file"
            for each in etree.fromstring(package.read(name)).iter("{*}*"):
                tag = etree.QName(each).localname
                field = [value for key, value in each.attrib.items() if key.endswith("}instr")]
                if tag in ACTING or each.get("TargetMode") == "External" or field not in OWN_FIELDS:
                    yield f"{name}: {etree.tostring(each)[:200]!r}"


def wrong_in_markdown(content: str) -> Iterator[str]:
    """What a reader who takes HTML and makes links would show as more than words."""
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(content)
    yield from hostile.dangers(page)
    yield from (led for led in LED if led in page)


def wrong_in_text(content: str) -> Iterator[str]:
    """Characters that steer a screen."""
    yield from (repr(char) for char in set(content) if char < " " and char != "\n")
