"""Every address of the application, filled in for one consultation that has one of everything."""

import ast
import inspect
import textwrap
from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from app.consultations.parts import PARTS
from app.consultations.sheets import SHEETS
from app.core.acts import Act
from app.core.rounds import RulingKind
from app.reports.formats import FORMATS

FILLERS: dict[str, object] = {
    "number": 1,
    "position_number": 1,
    "call_number": 1,
    "comment_number": 1,
    "objection_number": 1,
    "outcome_number": 1,
    "intervention_number": 1,
    "statement_number": 1,
    "correction_number": 1,
    "round_number": 1,
    "appeal_number": 1,
    "interest_number": 1,
    "ruling": "answer",
    "place": 1,
    "ref": "P1.1",
    "block": "p1-1",
    "target": "closed",
    "version": 1,
    "extension": "docx",
    "part": "agenda",
    "sheet": "description",
    "token": "no-such-token",
    "name": "no-such-letter",
    "filename": "app.css",
    "key": "no-such-file",
    "table": "xlsx",
}
VARIANTS = {
    "table": ("xlsx", "csv"),
    "part": tuple(PARTS),
    "sheet": tuple(SHEETS),
    "ruling": tuple(RulingKind),
    "extension": tuple(format.extension for format in FORMATS.values()),
}


def rules(app: Flask) -> Iterator[Rule]:
    """The rules of the URL map but for the static files."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            yield rule


def address(app: Flask, rule: Rule, slug: str, **own: object) -> str:
    """An address that a rule matches; a placeholder without a filler fails, so that none is left out."""
    values = FILLERS | {"slug": slug} | own
    missing = rule.arguments - set(values)
    assert not missing, f"{rule.rule}: give {missing} a value in tests/sweeps/addresses.py"
    with app.test_request_context():
        return app.url_map.bind("localhost").build(
            rule.endpoint, {name: values[name] for name in rule.arguments}
        )


def addresses(app: Flask, rule: Rule, slug: str, **own: object) -> list[str]:
    """The addresses of a rule, with each word where it takes one of several."""
    name = next((name for name in VARIANTS if name in rule.arguments), "")
    return [address(app, rule, slug, **own, **{name: word}) for word in VARIANTS.get(name, ())] or [
        address(app, rule, slug, **own)
    ]


def act_of(app: Flask, endpoint: str) -> Act | None:
    """The act that a route permits, read from its source; None for those outside any consultation."""
    source = textwrap.dedent(inspect.getsource(inspect.unwrap(app.view_functions[endpoint])))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "permit":
            return Act[node.args[0].attr]
    return None
