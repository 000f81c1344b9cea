"""The help page prints the tables by which the code decides."""

import html
import re

from app.core.acts import Act, may
from app.core.determinations import MEANINGS
from app.core.phases import LABELS, Phase
from app.core.roles import Role
from tests import cast

ROW = re.compile(r'<tr id="act-([\w-]+)">(.*?)</tr>', re.DOTALL)
CELL = re.compile(r'<td data-role="([\w-]+)">(.*?)</td>', re.DOTALL)


def test_the_table_of_acts_on_the_page_is_the_table_of_the_code(app):
    page = cast.visitor(app).get("/help").text
    printed = {
        (act.replace("-", " "), role, phase)
        for act, cells in ROW.findall(page)
        for role, words in CELL.findall(cells)
        for phase in Phase
        if words.strip() == "always" or LABELS[phase] in words.split(", ")
    }
    table = {
        (act.value, role.value, phase)
        for act in Act
        for role in Role
        for phase in Phase
        if may(act, role, phase)
    }
    assert printed == table


def test_every_status_is_told_with_its_meaning(app):
    page = html.unescape(cast.visitor(app).get("/help").text)
    for meaning in MEANINGS.values():
        assert meaning.label in page
        assert meaning.definition in page


def test_every_page_leads_to_it(app):
    assert 'href="/help"' in cast.visitor(app).get("/").text
