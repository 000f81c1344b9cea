"""Where results lie, one file a consultation: all processes read them, and one at a time computes anew."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import msgspec
import numpy as np

from app.analysis.results import Results


class Shelf:
    """A folder of results. What lies there is derived from the votes: it may be thrown away at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, key: int, results: Results) -> None:
        with NamedTemporaryFile(dir=self.folder, delete=False) as file:
            file.write(_ENCODER.encode(results))
        os.replace(file.name, self._path(key))

    def take(self, key: int) -> Results | None:
        """The last results; None where there are none, or none that this program can read."""
        try:
            return _DECODER.decode(self._path(key).read_bytes())
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def stamp(self, key: int) -> tuple[int, int]:
        """When its results were put there, and their bytes; zeros where there are none."""
        try:
            told = self._path(key).stat()
        except FileNotFoundError:
            return 0, 0
        return told.st_mtime_ns, told.st_size

    @contextmanager
    def turn(self, key: int, *, wait: bool = True) -> Iterator[bool]:
        """Whether it is one's turn to compute; a process that dies gives its turn back."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._path(key, "turn").open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
                return
            yield True

    def note(self, key: int, step: int) -> None:
        """How far whoever has the turn has come."""
        self._path(key, "step").write_text(str(step))

    def step(self, key: int) -> int:
        """How far they have come; 0 where nobody has the turn."""
        with self.turn(key, wait=False) as idle:
            if idle:
                return 0
        try:
            return int(self._path(key, "step").read_text() or 0)
        except FileNotFoundError:
            return 0

    def _path(self, key: int, suffix: str = "results") -> Path:
        return self.folder / f"{key}.{suffix}"


def _told(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return (value.dtype.str, value.shape, np.ascontiguousarray(value).data)
    raise NotImplementedError(type(value))


def _read(kind: type, told: Any) -> Any:
    dtype, shape, data = told
    return np.frombuffer(data, dtype).reshape(shape)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_told)
_DECODER = msgspec.msgpack.Decoder(Results, dec_hook=_read)
