"""Addresses made of titles."""

from itertools import islice

import pytest

from app.core.slugs import slugs


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Name of the Forum, 2009", "name-of-the-forum-2009"),
        ("Été à Genève", "ete-a-geneve"),
        ("اسم المنتدى", "consultation"),
        ("New", "new-2"),
        ("!!!", "consultation"),
        ("x" * 300, "x" * 56),
    ],
)
def test_the_plainest_address_comes_first(title, first):
    assert next(slugs(title, "consultation")) == first


def test_then_they_are_counted():
    assert list(islice(slugs("Name", "x"), 3)) == ["name", "name-2", "name-3"]
