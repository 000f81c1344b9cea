"""Who is said to speak: nobody in particular, participants in some number, or somebody who may be named."""

from dataclasses import dataclass

from app.core.report.claims import Statement
from app.core.report.phrases.frames import Language, fill
from app.core.report.record import Delegation, Group, Officer, Person, Proposal, Record
from app.core.report.verbs import DECIDED

Actor = Officer | Delegation | Group | Person


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody in particular."""

    who: str
    n: int = 1  # 2: several
    officer: Officer | None = None
    aside: bool = False  # an opener comes after the name


class Directory:
    """Everybody who may be named, by ref."""

    def __init__(self, record: Record, language: Language) -> None:
        self.language = language
        self.actors: dict[str, Actor] = {
            actor.ref: actor
            for actors in (record.officers, record.groups, record.delegations, record.persons)
            for actor in actors
        }

    def voice(self, statement: Statement) -> Voice | None:
        """Who is named as having put it; None where it is told without a name."""
        actor = self.actors.get(statement.by)
        if actor is None or statement.position.entry:
            return None
        decided = statement.status in DECIDED
        if isinstance(actor, Officer):
            return None if decided else Voice(actor.short or actor.name, officer=actor)
        if isinstance(actor, Group):
            return None if decided and not statement.named else self._group(actor)
        if isinstance(actor, Delegation) and actor.speaks_for_group and not decided:
            return self._mandated(actor)
        return Voice(actor.name) if statement.named else None

    def presenter(self, proposal: Proposal) -> str:
        """Who is named as having presented a document: in office, with a mandate, or on request."""
        actor = self.actors.get(proposal.put_by)
        mandated = isinstance(actor, Delegation) and actor.speaks_for_group
        in_office = isinstance(actor, Officer | Group)
        return self.name(proposal.put_by) if in_office or mandated or proposal.named else ""

    def name(self, ref: str) -> str:
        """A group, delegation, officer or person as named within a sentence."""
        actor = self.actors.get(ref)
        if isinstance(actor, Delegation) and actor.speaks_for_group:
            return self._mandated(actor).who.rstrip(",")
        return self.language.group(actor.name) if isinstance(actor, Group) else actor.name if actor else ""

    def _mandated(self, delegation: Delegation) -> Voice:
        group = self.actors.get(delegation.group)
        if not isinstance(group, Group):
            return Voice(delegation.name)
        if delegation.name.casefold() == group.name.casefold():
            return self._group(group)
        return Voice(
            _text(self.language, "representing", body=delegation.name, group=self.language.group(group.name)),
            aside=True,
        )

    def _group(self, group: Group) -> Voice:
        who = group.representatives or _text(self.language, "representatives", group=group.name)
        return Voice(who, n=2, aside=True)


def _text(language: Language, key: str, **slots: str) -> str:
    return "".join(run.text for run in fill(language.sentences[key], **slots))
