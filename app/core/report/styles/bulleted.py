"""The bulleted meeting summary: two levels, agreement and the lack of it as lead-ins."""

from app.core.report.document import Numbering
from app.core.report.record import Join
from app.core.report.styles.style import Style
from app.core.report.verbs import Verb
from app.core.texts import Form

BULLETED = Style(
    name="bulleted",
    sections=False,
    paragraphs=Numbering.DOT,
    items=Numbering.DASH,
    phrases=Numbering.DASH,
    capitals=False,
    dated_title=True,
    noun=False,
    opinions={
        Form.CLAUSE: Verb.FELT,
        Form.INFINITIVE: Verb.FAVOURED,
        Form.GERUND: Verb.FAVOURED,
        Form.NOUN: Verb.FAVOURED,
    },
    answer=Join.RUN_ON,
    gathers=True,
)
