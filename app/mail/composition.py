"""A letter becomes a message: in its reader's language, with links from the settings and nothing else."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr
from typing import Any

from flask import current_app
from flask_babel import force_locale, gettext

from app.mail.models import Letter
from app.web.languages import direction
from app.web.typed import tidy_line

SUBJECT_LIMIT = 150  # characters


def link(endpoint: str, **values: object) -> str:
    """The address of a page for a letter: from `base_url`, never from what a request says of its host."""
    path = current_app.url_map.bind("letters").build(endpoint, values)
    return current_app.config["SETTINGS"].address + path


def compose(letter: Letter) -> EmailMessage:
    """The message: plain text and the same as HTML."""
    language = letter.language or "en"
    with force_locale(language):
        subject = tidy_line(_fill(f"{letter.occasion}/subject.txt", **letter.data))
        text = _fill(f"{letter.occasion}/body.txt", **letter.data).strip()
        sender = gettext("Sent by Plenary, %(address)s", address=link("consultations.home"))
        text += f"\n\n-- \n{sender}\n"
        html = _fill(
            "frame.html",
            subject=subject,
            paragraphs=_paragraphs(text),
            language=language,
            direction=direction(language),
        )
    sender = current_app.config["SETTINGS"].mail_from
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = sender
    message["To"] = letter.address
    message["Subject"] = _header(subject)
    message["Date"] = format_datetime(letter.posted_at)
    message["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = language
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    return message


def _fill(template: str, **data: Any) -> str:
    """A template by itself: what pages are told of their request is not there when letters are written."""
    return current_app.jinja_env.get_template(f"email/{template}").render(**data)


def _paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph; the template makes a link of a line that is one."""
    return [part.splitlines() for part in text.split("\n\n") if part.strip()]


def _header(subject: str) -> str:
    """A subject that is nothing else: Python would decode an encoded word in it, line ends included."""
    plain = subject.replace("=?", "= ?")
    return plain if len(plain) <= SUBJECT_LIMIT else plain[: SUBJECT_LIMIT - 1] + "…"
