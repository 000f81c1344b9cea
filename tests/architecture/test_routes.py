"""Every route passes the gate or says that it is outside; every act has a route."""

import ast
from pathlib import Path

import pytest

from app.core.acts import RULES, Act

APP = Path(__file__).resolve().parents[2] / "app"
MARKS = {"public", "signed_in", "opener"}
METHODS = {"get", "post", "route", "put", "delete", "patch"}


def views() -> list[tuple[str, ast.FunctionDef]]:
    found = []
    for path in sorted(APP.glob("*/*.py")):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and any(_is_route(d) for d in node.decorator_list):
                found.append((f"{path.parent.name}.{node.name}", node))
    return found


def _is_route(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in METHODS
        and isinstance(decorator.func.value, ast.Name)
    )


def _acts(node: ast.FunctionDef) -> set[str]:
    return {
        call.args[0].attr
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "permit"
        and call.args
        and isinstance(call.args[0], ast.Attribute)
    }


@pytest.mark.parametrize(("name", "node"), views(), ids=[name for name, _ in views()])
def test_a_route_passes_the_gate_or_says_that_it_is_outside(name: str, node: ast.FunctionDef) -> None:
    marks = {d.id for d in node.decorator_list if isinstance(d, ast.Name)} & MARKS
    assert bool(marks) != bool(_acts(node)), (
        f"{name} must call permit(Act.…) itself, or be marked with one of {sorted(MARKS)}"
    )


def test_every_act_has_a_rule_and_a_route() -> None:
    routed = set().union(*(_acts(node) for _, node in views()))
    assert set(RULES) == set(Act)
    assert {act.name for act in Act} == routed
