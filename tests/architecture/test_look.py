"""The look keeps its promises: readable ink, both directions, no inline style, and light over the wire."""

import gzip
import re
from pathlib import Path

import pytest

from app.core.pictures.shapes import COLOURS
from app.core.votes import Choice

ROOT = Path(__file__).parents[2]
CSS = (ROOT / "static" / "app.css").read_text(encoding="utf-8")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
IMPORT = re.compile(r'\{%-? from "[^"]+" import ([^%]+?)(?: with context)? -?%\}')
PICTURES = sorted((ROOT / "app" / "core" / "pictures").glob("*.py"))
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))

TOKENS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS)
}
VOTES = {f"v-{choice}" for choice in Choice}
GROUPS = [f"group-{place}" for place in range(len(COLOURS))]
READ = [  # ink, ground: text is read at 4.5 to 1
    *((ink, ground) for ink in ("ink", "muted", "act") for ground in ("paper", "sheet", "act-soft")),
    *((ink, "marked") for ink in ("ink", "muted", "act")),
    ("ink", "alert-soft"),
    *(("alert", ground) for ground in ("paper", "sheet", "alert-soft")),
    ("paper", "act"),
    ("paper", "alert"),
]
SEEN = [("edge", "paper"), ("edge", "sheet"), ("support", "paper"), ("object", "paper")]  # shapes: 3 to 1
SEEN += [(group, "paper") for group in GROUPS]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_imports_only_what_it_uses(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    body = IMPORT.sub("", text)
    names = [name.split(" as ")[-1].strip() for found in IMPORT.findall(text) for name in found.split(",")]
    unused = [name for name in names if not re.search(rf"\b{name}\b", body)]
    assert not unused


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"), [(*pair, 4.5) for pair in READ] + [(*pair, 3) for pair in SEEN]
)
def test_ink_stands_out_from_its_ground(ink, ground, least, scheme):
    assert _contrast(TOKENS[ink][scheme], TOKENS[ground][scheme]) >= least


def test_the_stylesheet_knows_no_left_and_right():
    rules = re.sub(r"@media[^{]*", "", CSS)
    sided = r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)"
    assert re.findall(sided + r"|(?<![\w-])(?:left|right|width|height):", rules) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_carries_a_style_or_a_script_of_its_own(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|\son\w+=|<style|<script(?! src=)|javascript:", text) == []


def test_every_class_has_its_rule_and_every_rule_its_class():
    bare = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"/\*.*?\*/", "", CSS, flags=re.S))
    ruled = set(re.findall(r"\.([a-z][\w-]*)", bare))
    said = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    written = " ".join(re.findall(r'class="([^"]*)"', said))
    worn = set(re.findall(r"[a-z][\w-]*", re.sub(r"{[{%].*?[%}]}", " ", written)))
    targets = set(re.findall(r"closest \.([\w-]+)", said))  # found by htmx
    assert worn - ruled - targets - {"v-"} == set()  # v-: followed by a vote
    drawn = said + "".join(path.read_text(encoding="utf-8") for path in PICTURES)
    unworn = {name for name in ruled if not re.search(rf"(?<![\w-]){name}(?![\w-])", drawn)}
    assert unworn == VOTES | {f"g{place}" for place in range(len(COLOURS))}


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_every_component_is_introduced_at_the_top_of_its_file(path):
    text = path.read_text(encoding="utf-8")
    introduction = text[: text.index("-#}")]
    macros = re.findall(r"{%- macro ([a-z]\w*)", text)
    assert [name for name in macros if not re.search(rf"\b{name}\(", introduction)] == []


@pytest.mark.parametrize(("name", "limit"), [("app.css", 12_000), ("app.js", 4_000)])
def test_it_is_light_over_the_wire(name, limit):
    assert len(gzip.compress((ROOT / "static" / name).read_bytes())) <= limit


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
