"""The lock files name every package with its digests, and no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_addresses(lock):
    assert not re.search(r"://|\s@\s|^-", _read(lock), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_gives_digests_for_every_package(lock):
    for entry in re.split(r"\n(?=\S)", _read(lock).strip()):
        assert PIN.match(entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_development_lock_contains_the_other():
    assert _pins("requirements.lock").items() <= _pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_knows_every_package_that_is_asked_for(lock):
    project = tomllib.loads(_read("pyproject.toml"))
    asked = project["project"]["dependencies"]
    if lock == "requirements-dev.lock":
        asked += project["dependency-groups"]["dev"]
    assert {re.match(r"[\w-]+", name)[0].lower() for name in asked} <= _pins(lock).keys()


def _pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall(_read(lock)))


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
