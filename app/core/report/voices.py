"""Who is said to speak: nobody in particular, participants in some number, or somebody who may be named."""

from dataclasses import dataclass

from app.core.report.characters import legible
from app.core.report.claims import Statement
from app.core.report.document import Run
from app.core.report.phrases import gender_of, in_other_words
from app.core.report.phrases.countries import country_in
from app.core.report.phrases.frames import Language, Noun, Words, plain
from app.core.report.record import Delegation, Group, Officer, Person, Proposal, Record
from app.core.report.verbs import DECIDED

Actor = Officer | Delegation | Group | Person


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody in particular."""

    who: Noun
    officer: Officer | None = None
    aside: bool = False  # an opener comes after the name
    apposed: bool = False  # the name is followed by whom it represents


class Directory:
    """Everybody who may be named, by ref; names that are said otherwise in another language are."""

    def __init__(self, record: Record, language: Language) -> None:
        self.language = language
        self.home = record.consultation.language.partition("-")[0]
        self.foreign = self.home != language.code
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
            return None if decided else Voice(self._officer(actor), officer=actor)
        if isinstance(actor, Group):
            return None if decided and not statement.named else self._group(actor)
        if isinstance(actor, Delegation) and actor.speaks_for_group and not decided:
            return self._mandated(actor)
        return Voice(self._called(actor)) if statement.named else None

    def pronoun(self, officer: Officer) -> Noun | None:
        """What stands for an officer who goes on speaking; None where the name is repeated."""
        gender = gender_of(officer.pronoun)
        words = self.language.pronouns.get(gender, "") if self.foreign else officer.pronoun
        return Noun(words, gender) if words else None

    def presenter(self, proposal: Proposal) -> str:
        """Who is named as having presented a document: in office, with a mandate, or on request."""
        actor = self.actors.get(proposal.put_by)
        mandated = isinstance(actor, Delegation) and actor.speaks_for_group
        in_office = isinstance(actor, Officer | Group)
        return self.name(proposal.put_by) if in_office or mandated or proposal.named else ""

    def name(self, ref: str) -> str:
        """A group, delegation, officer or person as named within a sentence."""
        actor = self.actors.get(ref)
        if actor is None:
            return ""
        if isinstance(actor, Delegation) and actor.speaks_for_group:
            return self._mandated(actor).who.words
        return self._in_a_sentence(actor) if isinstance(actor, Group) else self._called(actor).words

    def listed(self, ref: str) -> Words:
        """A group, delegation or person as it stands in a list: the bare name."""
        actor = self.actors[ref]
        if isinstance(actor, Group):
            known = self._known(actor)
            name = known[0] if known else actor.name
        elif isinstance(actor, Delegation) and actor.kind == "country" and self.foreign:
            name = country_in(actor.name, self.home, self.language.code) or actor.name
        else:
            name = actor.name
        return (Run(legible(name)),)

    def said(self, name: str) -> str:
        """A name in the record's own words; "the secretariat" in the report's."""
        return in_other_words(name, self.language)

    def _officer(self, officer: Officer) -> Noun:
        return Noun(self.said(officer.short or officer.name), gender_of(officer.pronoun))

    def _called(self, actor: Officer | Delegation | Person) -> Noun:
        if isinstance(actor, Delegation) and actor.kind == "country":
            name = country_in(actor.name, self.home, self.language.code) if self.foreign else actor.name
            return self.language.country(name) if name else Noun(actor.name)
        return Noun(self.said(actor.name) if isinstance(actor, Officer) else actor.name)

    def _mandated(self, delegation: Delegation) -> Voice:
        group = self.actors.get(delegation.group)
        own = self._called(delegation)
        if not isinstance(group, Group):
            return Voice(own)
        if delegation.name.casefold() == group.name.casefold():
            return self._group(group)
        words = self.language.say("representing", body=own, group=self._in_a_sentence(group))
        return Voice(Noun(plain(words), own.gender, own.plural), aside=True, apposed=True)

    def _group(self, group: Group) -> Voice:
        known = self._known(group)
        if known:
            words = known[1]
        elif group.representatives:
            words = _within(group.representatives)
        else:
            named = self._in_a_sentence(group)
            words = plain(self.language.say("representatives", name=group.name, group=named))
        return Voice(Noun(words, plural=True), aside=True)

    def _in_a_sentence(self, group: Group) -> str:
        known = self._known(group)
        if known:
            return known[0]
        return group.name if self.foreign else self.language.group(group.name)

    def _known(self, group: Group) -> tuple[str, str] | None:
        """One of the usual groups, in a report of another language than the record's."""
        return self.language.groups.get(group.ref.removeprefix("G:")) if self.foreign else None


def _within(name: str) -> str:
    """Without the capital of its beginning, where no other word in it has one."""
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name
