"""The browser under test hears what it should complain of."""

import pytest


@pytest.mark.sqlite_only
def test_a_breach_of_the_security_policy_is_heard(open_page, complaints):
    page = open_page()
    page.goto("/")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))"
    )
    page.goto("/")
    assert any("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()


@pytest.mark.sqlite_only
def test_a_broken_script_is_heard(open_page, complaints):
    page = open_page()
    page.goto("/")
    page.evaluate("queueMicrotask(() => nowhere())")
    page.goto("/")
    assert any("nowhere" in complaint for complaint in complaints)
    complaints.clear()
