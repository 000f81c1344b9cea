"""Characters that no database or reader should get are gone before anything is kept, and break nothing."""

import pytest
from flask import Flask

from app.core.roles import Role
from app.db import db
from app.deliberation.models import Comment
from tests import cast

ODD = "\x00\x01\x1b[31m\u202eevil\u202d\x7f"


def test_hidden_characters_are_not_kept(app: Flask, slug: str) -> None:
    participant = cast.visitor(app, Role.PARTICIPANT)
    sent = participant.post(f"/consultations/{slug}/proposals/1/comments", {"body": f"before{ODD}after"})
    assert sent.status_code == 303
    with app.app_context():
        said = db.session.query(Comment).order_by(Comment.id.desc()).first()
        assert (said.body, said.body_html) == ("before[31mevilafter", "<p>before[31mevilafter</p>\n")


@pytest.mark.parametrize(
    "path", ["/consultations/a%00b", "/consultations/{slug}/texts/P1%00", "/outbox/%00", "/reset/%00", "/%00"]
)
def test_an_address_with_odd_characters_is_not_there(app: Flask, slug: str, path: str) -> None:
    assert cast.visitor(app).get(path.format(slug=slug)).status_code in {404, 410}


@pytest.mark.parametrize("page", ["", "/search", "/desk", "/vote", "/phrasing", "/proposals/1/comments"])
def test_a_question_with_odd_characters_is_answered(app: Flask, slug: str, page: str) -> None:
    asked = dict.fromkeys(("q", "sort", "after", "at", "on", "under", "text", "form", "lang"), ODD)
    for role in (Role.PARTICIPANT, Role.CHAIR):
        found = cast.visitor(app, role).get(f"/consultations/{slug}{page}", query_string=asked)
        assert found.status_code < 500
