"""What we carry of other people's is byte for byte what they published."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["static/vendor", "app/reports/fonts"])
def test_every_vendored_file_has_the_digest_that_was_written_down(folder):
    vendored = ROOT / folder
    notes = (vendored / "VENDOR.md").read_text(encoding="utf-8")
    written = {name: digest for digest, name in re.findall(r"^ +([0-9a-f]{64})  (\S+)$", notes, re.MULTILINE)}
    present = {
        path.relative_to(vendored).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendored.rglob("*")
        if path.is_file() and path.name != "VENDOR.md"
    }
    assert present == written
