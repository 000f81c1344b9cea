"""Every address of the application, filled in for one consultation that has one of everything."""

from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

FILLERS: dict[str, object] = {
    "number": 1,
    "position_number": 1,
    "comment_number": 1,
    "objection_number": 1,
    "outcome_number": 1,
    "ref": "P1.1",
    "target": "closed",
    "version": 1,
    "extension": "docx",
    "part": "agenda",
    "sheet": "description",
    "token": "no-such-token",
    "name": "no-such-letter",
    "filename": "app.css",
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
