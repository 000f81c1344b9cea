"""The numbered final report: headed sections, paragraphs numbered through the document."""

from app.core.report.document import Numbering
from app.core.report.record import Join
from app.core.report.styles.style import Style
from app.core.report.verbs import Verb
from app.core.texts import Form

NUMBERED = Style(
    name="numbered",
    sections=True,
    paragraphs=Numbering.PARAGRAPH,
    items=Numbering.DOT,
    phrases=Numbering.DASH,
    capitals=True,
    dated_title=False,
    noun=True,
    opinions={
        Form.CLAUSE: Verb.CONSIDERED,
        Form.INFINITIVE: Verb.IN_FAVOUR,
        Form.GERUND: Verb.IN_FAVOUR,
        Form.NOUN: Verb.IN_FAVOUR,
    },
    answer=Join.NEW,
    gathers=False,
)
