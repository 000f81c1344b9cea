"""What must be known while a section is told: the language, the manner, and what was said before."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from app.core.determinations import Status
from app.core.report.characters import legible
from app.core.report.document import Run, Sentence
from app.core.report.phrases.frames import EVENTS, Choice, Language, Row, Slot, Words, plain
from app.core.report.record import Officer, Position, Record
from app.core.report.styles.style import Style
from app.core.report.verbs import FAMILIES, Verb
from app.core.report.voices import Directory
from app.core.texts import Form

END_MARKS = ".;,: 。；，：؛،\u00a0\u202f"
QUOTATION = re.compile('“([^“”]+)”|„([^„“”]+)[“”]|«\\s*([^«»]+?)\\s*»|「([^「」]+)」|"([^"]+)"')
SETTLED = frozenset({Status.AGREED, Status.CONSENSUS, Status.BROAD})


class Context:
    """The memory of a section, and the words that depend on it."""

    def __init__(self, record: Record, language: Language, style: Style, quantifiers: str = "") -> None:
        consultation = record.consultation
        self.language = language
        self.style = style
        self.home = consultation.language  # in which everything is put that does not say otherwise
        self.directory = Directory(record, language)
        self.scale = (quantifiers or consultation.quantifiers) == "scale"
        self.event = Choice(EVENTS.index("meeting" if consultation.held_on else "consultation"))
        day = consultation.held_on or consultation.closes_at or record.at
        self.year = day.year
        self.said: set[str] = set()  # the refs of all positions told so far
        self.quoted = False  # something was put in another language
        self.begin()

    def begin(self) -> None:
        """A new section: nothing has been said yet."""
        self.families: Counter[str] = Counter()
        self.speaker: Officer | None = None
        self.spoken = 0  # statements so far
        self.settled = False  # something was agreed, or nearly
        self.begin_paragraph()

    def begin_paragraph(self, heard: str = "") -> None:
        """A new paragraph or item: no other language has been named in it, or that of the whole list."""
        self.heard = heard
        self.begun = False

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

    def say(self, key: str, **slots: Slot) -> Words:
        return self.language.say(key, **slots)

    def tell(self, table: Mapping[Verb, Row], verb: Verb, position: Position, **slots: Slot) -> Words:
        """A position in the frame of a verb, by its form or, from another language, as it was put."""
        row = table[verb]
        frame = row.put if self.foreign(position.language) else row.frame(position.form)
        return self.language.fill(frame, x=self.inner(position), event=self.event, **slots)

    def lead(self, words: Words, lang: str = "") -> Words:
        """A lead-in with its colon, naming the language in which what follows was put."""
        if lang and lang != self.heard:
            return self.say("lead.put", x=words, language=self._named(lang))
        return self.say("lead", x=words)

    def opened(self, words: Words, opener: str = "", own: str = "") -> Words:
        """The words after what opens their sentence: somebody's own, or else "However," and its like."""
        if own:
            return self.say("opener", opener=" ".join(own.split()), x=words)
        return self.say(opener, x=words) if opener else words

    def opener(self, position: Position) -> str:
        """What a position begins with, unless it is quoted with it."""
        return "" if self.foreign(position.language) else position.opener

    def foreign(self, lang: str = "") -> str:
        """The language of somebody's words, where it is not the report's."""
        lang = lang or self.home
        return "" if lang.partition("-")[0] == self.language.code else lang

    def shared(self, languages: Iterable[str]) -> str:
        """The other language in which all of something was put, so that its lead-in can name it once."""
        found = {self.foreign(lang) for lang in languages}
        return found.pop() if len(found) == 1 else ""

    def run(self, text: str, lang: str = "") -> Run:
        """Somebody's words on one line, in their own language."""
        return Run(" ".join(legible(text).split()), self.foreign(lang))

    def quote(self, text: str, lang: str = "", *, named: bool = True, ends: bool = True) -> Words:
        """Somebody's words in quotation marks; the first in another language of a paragraph name it.

        A full stop of theirs stays within the marks only where the sentence that quotes them ends too.
        """
        text = text if ends and not self.language.stop_outside else _unstopped(text)
        run = self.run(self._within_marks(text), lang)
        self.quoted = self.quoted or bool(run.lang)
        if run.lang and named and run.lang != self.heard:
            self.heard = run.lang
            return self.say("quote.put", x=run, language=self._named(run.lang))
        return self.say("quote", x=run)

    def quotes(self, texts: tuple[str, ...]) -> Words:
        """Several in a row: only the last keeps its full stop."""
        *before, last = texts
        return self.language.row([*(self.quote(text, ends=False) for text in before), self.quote(last)])

    def put(self, text: str, lang: str = "", *, named: bool = True) -> Words:
        """Somebody's words as they are; in quotation marks where they are in another language."""
        if not text.strip():
            return ()
        return self.quote(text, lang, named=named) if self.foreign(lang) else (self.run(text),)

    def paragraphs(self, texts: tuple[str, ...], lang: str = "") -> tuple[Words, ...]:
        """Somebody's paragraphs; of those in another language each begins with a quotation mark, and the
        last ends with one."""
        *before, last = texts
        mark = self.language.sentences["quote"].partition("{x}")[0] if self.foreign(lang) else ""
        runs = [self.run(self._within_marks(text) if mark else text, lang) for text in before]
        return (*((Run(mark), run) for run in runs), self.put(last, lang))

    def inner(self, position: Position) -> Words:
        """A position as it stands within a sentence: no end mark, no capital that is only a beginning."""
        text = position.text
        if position.opener and self.foreign(position.language):
            text = f"{position.opener} {text}"
        return self.within(text, position.language, position.form)

    def within(self, text: str, lang: str, form: Form) -> Words:
        text = text.strip().rstrip(END_MARKS)
        if self.foreign(lang):
            return self.quote(text, lang)
        text = self.run(text).text
        verbal = form in (Form.GERUND, Form.INFINITIVE) and text[1:2].islower()
        return (Run(text[:1].lower() + text[1:] if verbal else self.language.soften(text)),)

    def outer(self, position: Position, end: str | None) -> Words:
        """A position that stands by itself: a sentence, or a noun phrase with a capital."""
        words = self.put(position.text.strip().rstrip(END_MARKS), position.language)
        if position.form is Form.INFINITIVE and not self.foreign(position.language):
            words = self.say("to", x=words)
        self.begun = True
        return self.language.sentence(words, end)

    def sentence(
        self, words: Words, *sources: str, status: Status | None = None, own: bool = False
    ) -> Sentence:
        """The next sentence of a paragraph; somebody's own words begin as they were put."""
        words = self.language.follow(words) if self.begun and not own else words
        self.begun = True
        return Sentence(self.language.sentence(words), tuple(filter(None, sources)), status)

    def _within_marks(self, text: str) -> str:
        """What somebody quotes, in the inner quotation marks; marks around all of it give way to ours."""
        if whole := QUOTATION.fullmatch(text.strip()):
            return str(whole[whole.lastindex or 0])
        return QUOTATION.sub(lambda own: plain(self.say("quote.within", x=own[own.lastindex or 0])), text)

    def _named(self, lang: str) -> str:
        names = self.language.languages
        return names.get(lang.partition("-")[0]) or plain(self.say("other language"))


def _unstopped(text: str) -> str:
    """The text without its full stop, for what quotes it to end with one; an ellipsis stays."""
    text = text.strip()
    return text if text.endswith("..") else text.removesuffix(".").removesuffix("。")
