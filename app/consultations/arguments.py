"""What commands are given: the address of a consultation, a file to write."""

from pathlib import Path
from typing import Any

import click

from app.consultations.models import Consultation
from app.consultations.queries import find_consultation


def named(slug: str) -> Consultation:
    found = find_consultation(slug)
    if found is None:
        raise click.ClickException(f"There is no consultation “{slug}”; plenary list shows those there are.")
    return found


class Output(click.File):
    """A file that is written whole or not at all; a folder is refused before the work begins."""

    def __init__(self) -> None:
        super().__init__("wb", atomic=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(value)
        if path.is_dir():
            self.fail(f"{path} is a folder; name a file.", param, ctx)
        if path.exists() and not path.is_file():  # a device is written to, never replaced
            return click.File("wb").convert(value, param, ctx)
        return super().convert(value, param, ctx)


OUTPUT = Output()
