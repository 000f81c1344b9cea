"""What is chosen of a file, and the letterhead that is sent."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, RadioField, SelectChoice, SelectField

from app.downloads.models import Letterhead
from app.downloads.wishes import Wish
from app.reports.formats import FORMATS
from app.web.forms import TidyForm


class WishForm(TidyForm):
    """Sent in the address, since choosing a file changes nothing."""

    class Meta(TidyForm.Meta):
        csrf = False

    form = RadioField(
        _l("Format"),
        choices=[SelectChoice(key, _l(form.label)) for key, form in FORMATS.items()],
        default="docx",
    )
    sources = BooleanField(_l("With sources: a footnote says what each sentence rests on"))
    since = SelectField(_l("With tracked changes, in a Word file, since"), default="")
    letterhead = BooleanField(_l("On the letterhead of the consultation, in a Word file"))

    def offer(self, earlier: Mapping[str, str], letterhead: Letterhead | None) -> "WishForm":
        """The same form with the earlier states and their names; without a letterhead where there is none."""
        states = [SelectChoice(key, name) for key, name in earlier.items()]
        self.since.choices = [SelectChoice("", _("No tracked changes")), *states]
        if not earlier:
            del self.since
        if letterhead is None:
            del self.letterhead
        return self

    def wish(self, state: str, letterhead: Letterhead | None) -> Wish:
        wanted = letterhead is not None and self.letterhead.data
        return Wish(
            form=self.form.data,
            state=state,
            sources=self.sources.data,
            since=self.since.data if "since" in self else "",
            letterhead=letterhead.digest if letterhead is not None and wanted else "",
        )


class LetterheadForm(TidyForm):
    file = FileField(_l("Word file (.docx)"), validators=[FileRequired(_l("Choose a file."))])
