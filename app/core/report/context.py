"""What must be known while a section is told: the language, the manner, and what was said before."""

from collections import Counter

from app.core.determinations import Status
from app.core.report.characters import legible
from app.core.report.document import Run, Sentence
from app.core.report.phrases.frames import Language, Slot, Words, fill, sentence_case
from app.core.report.record import Officer, Position, Record
from app.core.report.styles.style import Style
from app.core.report.verbs import FAMILIES, Verb
from app.core.report.voices import Directory
from app.core.texts import Form

END_MARKS = ".;,: "
SETTLED = frozenset({Status.AGREED, Status.CONSENSUS, Status.BROAD})


class Context:
    """The memory of a section, and the words that depend on it."""

    def __init__(self, record: Record, language: Language, style: Style) -> None:
        consultation = record.consultation
        self.language = language
        self.style = style
        self.directory = Directory(record, language)
        self.home = consultation.language
        self.scale = consultation.quantifiers == "scale"
        self.event = language.sentences["meeting" if consultation.held_on else "consultation"]
        day = consultation.held_on or consultation.closes_at or record.at
        self.year = day.year
        self.said: set[str] = set()  # the refs of all positions told so far
        self.begin()

    def begin(self) -> None:
        """A new section: nothing has been said yet."""
        self.families: Counter[str] = Counter()
        self.speaker: Officer | None = None
        self.spoken = 0  # statements so far
        self.settled = False  # something was agreed, or nearly

    def remember(self, ref: str, status: Status) -> None:
        self.said.add(ref)
        self.spoken += 1
        self.settled = self.settled or status in SETTLED

    def also(self, verb: Verb, beside: bool) -> str:
        """The connector of a verb: nothing, "also" or "further", by how often its like was used before."""
        family = FAMILIES.get(verb)
        if family is None:
            return ""
        self.families[family] += 1
        used = self.families[family] - 1 or (1 if beside and self.spoken else 0)
        connectors = self.language.connectors
        return "" if not used else connectors["also" if used == 1 else "further"]

    def made(self, called: str) -> str:
        """How entries are put that are called so: comments are "made", concerns "raised"."""
        made = self.language.made
        return made.get(called.split()[-1], made[""])

    def say(self, key: str, **slots: Slot) -> Words:
        return fill(self.language.sentences[key], **slots)

    def quote(self, text: str, lang: str = "") -> Run:
        """Somebody's words on one line, in their own language."""
        return Run(" ".join(legible(text).split()), "" if lang in ("", self.language.code) else lang)

    def inner(self, position: Position) -> Run:
        """A position as it stands within a sentence: no end mark, no capital that is only a beginning."""
        return self.within(position.text, position.language or self.home, position.form)

    def within(self, text: str, lang: str, form: Form) -> Run:
        run = self.quote(text.strip().rstrip(END_MARKS), lang)
        if run.lang:
            return run
        verbal = form in (Form.GERUND, Form.INFINITIVE) and run.text[1:2].islower()
        return Run(run.text[:1].lower() + run.text[1:] if verbal else self.language.soften(run.text))

    def outer(self, position: Position, end: str) -> Words:
        """A position that stands by itself: a sentence, or a noun phrase with a capital."""
        run = self.quote(position.text.strip().rstrip(END_MARKS), position.language or self.home)
        words = self.say("to", x=run) if position.form is Form.INFINITIVE else (run,)
        return sentence_case(words, end)

    def sentence(
        self, words: Words, *sources: str, status: Status | None = None, opener: str = "", end: str = "."
    ) -> Sentence:
        if opener:
            words = (Run(f"{legible(opener).strip()} "), *words)
        return Sentence(sentence_case(words, end), tuple(source for source in sources if source), status)
