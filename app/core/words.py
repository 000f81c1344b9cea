"""Sentences are born untranslated here and are translated where they are shown."""

from dataclasses import dataclass, field


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Marks a sentence for the translators and returns it as it is."""
    return sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A translatable sentence with the values that fill it; one that counts has another form for many."""

    text: str
    values: dict[str, object] = field(default_factory=dict)
    many: str = ""  # chosen by the value of `num`

    def plain(self) -> str:
        """As it is written here: for machines and the command line."""
        text = self.many if self.many and self.values["num"] != 1 else self.text
        parts = {key: ", ".join(map(str, v)) if isinstance(v, tuple) else v for key, v in self.values.items()}
        return text % parts if parts else text


def counted(one: str, many: str, num: int, **values: object) -> Sentence:
    """A sentence about so many; marks both forms for the translators."""
    return Sentence(one, {"num": num, **values}, many)


class Refusal(Exception):  # noqa: N818 - a ruling, not a failure
    """The procedure does not allow an act; the sentence may be shown to the person."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text % values if values else text)
        self.sentence = Sentence(text, values)


class Untimely(Refusal):
    """An act comes too early or too late: who asks might do it in another phase."""


class Incomplete(Refusal):
    """What a person sent lacks something; `field` names where to say so."""

    def __init__(self, field: str, text: str, **values: object) -> None:
        super().__init__(text, **values)
        self.field = field


class TooMany(Refusal):
    """Something was tried too often; it works again after some minutes."""

    def __init__(self, minutes: int) -> None:
        super().__init__(N_("Too many attempts. This works again in %(minutes)d minutes."), minutes=minutes)
        self.minutes = minutes
