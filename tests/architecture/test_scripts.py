"""The scripts can be called, say what they do, and are named where people look for them."""

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_can_be_called_and_says_what_it_does(script):
    shebang, promise = script.read_text(encoding="utf-8").splitlines()[:2]
    assert os.access(script, os.X_OK)
    assert shebang.startswith("#!")
    assert promise.startswith(("# ", '"""'))


def test_the_readme_names_every_script():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith("| `scripts/` |"))
    assert {script.name for script in SCRIPTS} == set(re.findall(r"`(\w+)`", row))
