"""The order of the house: imports go down, core is pure, feature folders hold their six files."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
FLOORS = [
    {"core"},
    {"db", "config"},
    {"web"},
    {"ledger", "mail", "migrations"},
    {"accounts"},
    {"consultations"},
    {"deliberation"},
    {"voting"},
    {"analysis"},
    {"calls", "floor"},
    {"outcomes"},
    {"chairing"},
    {"reports"},
    {"drafting"},
    {"publication"},
    {"downloads"},
    {"exchange"},
    {"notifications"},
    {"demo"},
    {"routes"},  # pages show what many rooms know, and nobody imports them
    {"__init__", "cli"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
FEATURES = [
    "accounts",
    "consultations",
    "deliberation",
    "voting",
    "analysis",
    "calls",
    "floor",
    "outcomes",
    "chairing",
    "reports",
    "drafting",
    "publication",
    "notifications",
]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "services", "manager", "common", "misc"}
IMPURE = {"flask", "sqlalchemy", "flask_sqlalchemy", "flask_login", "flask_babel", "time", "random"}


def modules() -> list[Path]:
    return sorted(APP.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(APP).parts[0]
    return first.removesuffix(".py")


def floor_of(module: str) -> int:
    """The floor of a module's dotted name: a routes module stands above the rooms."""
    return FLOOR["routes"] if module.endswith("routes") else FLOOR[module.split(".")[1]]


def imports_of(path: Path) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            found.append((node.module or "", node.lineno))
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_imports_from_its_own_floor_or_from_one_below(path: Path) -> None:
    room = room_of(path)
    assert room in FLOOR, f"{room} has no floor yet: give it one in FLOORS"
    here = floor_of("app." + ".".join(path.relative_to(APP).with_suffix("").parts))
    for name, line in imports_of(path):
        if not name.startswith("app"):
            continue
        if name == "app":
            assert here == FLOOR["cli"], f"{path}:{line} imports from the roof"
            continue
        own = name.split(".")[1] == room and not name.endswith("routes")
        assert own or floor_of(name) < here, f"{path}:{line}: {path.stem} of {room} may not know {name}"


@pytest.mark.parametrize(
    "path", [p for p in modules() if p.stem.endswith("routes")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_a_route_calls_only_actions_of_its_own_room_or_below(path: Path) -> None:
    for name, line in imports_of(path):
        if name.endswith(".actions"):
            assert FLOOR[name.split(".")[1]] <= FLOOR[room_of(path)], f"{path}:{line} calls {name}"


@pytest.mark.parametrize(
    "path", [p for p in modules() if room_of(p) == "core"], ids=lambda p: str(p.relative_to(ROOT))
)
def test_core_knows_neither_flask_nor_database_nor_clock(path: Path) -> None:
    for name, line in imports_of(path):
        assert name.split(".")[0] not in IMPURE, f"{path}:{line} imports {name}"
    source = path.read_text()
    for clock in ("datetime.now", "date.today", "utcnow"):
        assert clock not in source, f"{path} reads a clock"


def test_only_markup_imports_the_sanitizers() -> None:
    importers = {
        path.relative_to(APP).as_posix()
        for path in modules()
        for name, _ in imports_of(path)
        if name in {"bleach", "nh3"}
    }
    assert importers == {"web/markup.py"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_is_named_after_nothing(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inner = [n.lineno for n in ast.walk(node) if isinstance(n, (ast.Import, ast.ImportFrom))]
            assert not inner, f"{path}:{inner} imports inside {node.name}"


def test_every_form_makes_what_people_type_regular() -> None:
    forms = [path for path in modules() if path != APP / "web/forms.py"]
    plain = [path for path in forms if re.search(r"^class \w+\(FlaskForm\)", path.read_text(), re.MULTILINE)]
    assert not plain, "a form comes from TidyForm"
