"""Uploaded files: what they are, judged by their content, and where they lie, named by their digest."""

import hashlib
import io
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile

from app.core.words import N_, Incomplete
from app.web.typed import tidy_line

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"

TYPES = {
    ".pdf": PDF,
    ".docx": WORD,
    ".odt": ODT,
    ".txt": TEXT,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
SIGNATURES = {
    b"%PDF-": PDF,
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
PARTS_LIMIT = 5_000  # parts of a packed document
CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept: what the columns of a document say of it, and its bytes."""

    filename: str
    media_type: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def judge(filename: str, content: bytes) -> Upload:
    """The upload, under a plain name; Incomplete unless its content is what its name says and we take."""
    name = tidy_line(PurePosixPath(filename.replace("\\", "/")).name)
    stem, extension = os.path.splitext(name)
    wanted = TYPES.get(extension.lower())
    if wanted is None:
        raise Incomplete(
            "file", N_("Send a PDF, Word (.docx), ODT or text file, or an image (PNG, JPEG, GIF, WebP).")
        )
    if not content:
        raise Incomplete("file", N_("This file is empty. Choose another."))
    if type_of(content) != wanted:
        raise Incomplete(
            "file", N_("The content of this file is not what its name says. Save it anew and send that.")
        )
    return Upload(f"{stem[:180]}{extension.lower()}", wanted, content)


def type_of(content: bytes) -> str:
    """The media type that the bytes themselves show; empty where it is none that we take."""
    for signature, media_type in SIGNATURES.items():
        if content.startswith(signature):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content.startswith(b"PK\x03\x04"):
        return _type_of_package(content)
    return TEXT if _is_text(content) else ""


def store(upload: Upload, folder: Path) -> None:
    """The bytes under their digest, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / upload.digest
    if target.exists():
        return
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(upload.content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(file.name, target)


def _type_of_package(content: bytes) -> str:
    """A Word or ODT document by the table of its parts; nothing is unpacked but ODT's own name."""
    if content.count(b"PK\x01\x02") > PARTS_LIMIT:
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            if "word/document.xml" in names:
                return "" if any(name.endswith("vbaProject.bin") for name in names) else WORD
            label = package.infolist()[0]
            if (label.filename, label.file_size, label.compress_type) == ("mimetype", len(ODT), 0):
                return ODT if package.read(label) == ODT.encode() else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, IndexError):
        return ""
    return ""


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return content.translate(None, CONTROLS) == content
