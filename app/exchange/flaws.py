"""What is wrong with a file, and where."""


class FileError(Exception):
    """A file cannot be taken as it is: the place in it, and what is wrong there."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what
