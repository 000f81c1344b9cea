"""A letter becomes a message: in its reader's language, with links from the settings and nothing else."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Any

from flask import Flask, current_app
from flask_babel import force_locale, gettext

from app.mail.models import Letter
from app.web.languages import direction
from app.web.typed import tidy_line

SUBJECT_LIMIT = 150  # characters


@dataclass(frozen=True, slots=True)
class Filling:
    """What the templates of a letter say, and further headers of its message."""

    data: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)


Writer = Callable[[Letter, datetime], Filling | None]


def init_mail(app: Flask, writers: Mapping[str, Writer]) -> None:
    """Lets rooms above say what letters of some occasions say, at the minute at which they leave."""
    app.extensions["letter writers"] = writers


def link(endpoint: str, **values: object) -> str:
    """The address of a page for a letter: from `base_url`, never from what a request says of its host."""
    path = current_app.url_map.bind("letters").build(endpoint, values)
    return current_app.config["SETTINGS"].address + path


def domain() -> str:
    """The name under which messages are identified."""
    return parseaddr(current_app.config["SETTINGS"].mail_from)[1].rpartition("@")[2] or "localhost"


def compose(letter: Letter, now: datetime) -> EmailMessage | None:
    """The message: plain text and the same as HTML; nothing where there is nothing to say any more."""
    language = letter.language or "en"
    writer = current_app.extensions.get("letter writers", {}).get(letter.occasion)
    with force_locale(language):
        filling = writer(letter, now) if writer else Filling(letter.data)
        if filling is None:
            return None
        subject = tidy_line(_fill(f"{letter.occasion}/subject.txt", **filling.data))
        text = re.sub(r"\n{3,}", "\n\n", _fill(f"{letter.occasion}/body.txt", **filling.data)).strip()
        sender = gettext("Sent by Plenary, %(address)s", address=link("consultations.home"))
        text += f"\n\n-- \n{sender}\n"
        html = _fill(
            f"{letter.occasion}/body.html",
            "frame.html",
            subject=subject,
            paragraphs=_paragraphs(text),
            sender=sender,
            language=language,
            direction=direction(language),
            **filling.data,
        )
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = current_app.config["SETTINGS"].mail_from
    message["To"] = letter.address
    message["Subject"] = _header(subject)
    message["Date"] = format_datetime(letter.posted_at)
    message["Message-ID"] = f"<{letter.posted_at:%Y%m%d%H%M%S%f}.{letter.id}@{domain()}>"  # of every try
    message["Auto-Submitted"] = "auto-generated"
    for name, value in filling.headers.items():
        message[name] = value
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    message["Content-Language"] = language
    return message


def _fill(*templates: str, **data: Any) -> str:
    """The first template there is, by itself: what pages are told of their request is not there."""
    names = [f"email/{template}" for template in templates]
    return current_app.jinja_env.select_template(names).render(**data)


def _paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph; the template makes a link of a line that is one."""
    return [part.splitlines() for part in text.split("\n\n") if part.strip()]


def _header(subject: str) -> str:
    """A subject that is nothing else: Python would decode an encoded word in it, line ends included."""
    plain = subject.replace("=?", "= ?")
    return plain if len(plain) <= SUBJECT_LIMIT else plain[: SUBJECT_LIMIT - 1] + "…"
