"""What we carry of other people's is byte for byte what they published."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "static" / "vendor"


def test_every_vendored_file_has_the_digest_that_was_written_down():
    notes = (VENDOR / "VENDOR.md").read_text(encoding="utf-8")
    written = {name: digest for digest, name in re.findall(r"^ +([0-9a-f]{64})  (\S+)$", notes, re.MULTILINE)}
    present = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "VENDOR.md"
    }
    assert present == written
