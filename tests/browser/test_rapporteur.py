"""A rapporteur at the screen: from the draft to the published report, and its files."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from app.core.phases import Phase
from app.core.roles import Role
from tests.browser.test_every_page import sign_in
from tests.sweeps.conftest import furnish, set_phase


@pytest.mark.sqlite_only
def test_a_rapporteur_publishes_and_takes_the_files_home(app, page, now):
    slug = furnish(app, now, circulated=False)
    sign_in(page, app, Role.RAPPORTEUR)
    page.goto(f"/consultations/{slug}")
    page.get_by_role("link", name="Draft report").first.click()
    page.get_by_label("Style").select_option("Bulleted meeting summary")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved: this is how the report is wanted.").wait_for()
    page.get_by_role("link", name="Preview and files").click()
    page.get_by_text("Draft meeting summary").wait_for()
    page.get_by_text("You can publish it once the consultation is closed.").wait_for()

    set_phase(app, slug, Phase.CLOSED)
    page.goto(f"/consultations/{slug}/draft/preview")
    page.get_by_role("link", name="Publish the report").click()
    page.get_by_text("The chair has not approved these words yet.").wait_for()
    sign_in(page, app, Role.CHAIR)
    page.goto(f"/consultations/{slug}/approval")
    page.get_by_role("button", name="Approve the whole report").click()
    page.get_by_text("The report is approved as it stands.").wait_for()

    sign_in(page, app, Role.RAPPORTEUR)
    page.goto(f"/consultations/{slug}/draft")
    page.get_by_role("link", name="Publish the report").click()
    page.get_by_text("Nothing in the consultation can be changed any more.").wait_for()
    page.get_by_role("button", name="Publish the report").click()

    page.get_by_text("Meeting summary", exact=True).wait_for()
    paragraph = page.locator("#report .leaf", has_text="The name should be Forum")
    paragraph.get_by_role("link", name="P1.1").click()
    page.wait_for_url("**/proposals/1#P1.1")

    page.goto(f"/consultations/{slug}/report")
    assert "The name should be Forum" in _words(_download(page, "Word"))
    assert "The name should be Forum" in _download(page, "Plain text").read_text(encoding="utf-8")
    assert page.get_by_role("link", name="Set up").count() == 0


def _download(page, label: str) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name=label, exact=True).click()
    return download.value.path()


def _words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(path.read_bytes())).paragraphs)
