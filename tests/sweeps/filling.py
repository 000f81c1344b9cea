"""Every form of every page, found by walking the pages, filled and sent as a person would send it."""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.test import TestResponse

from app.core.acts import RULES, Act
from app.core.phases import Phase
from app.core.roles import Role
from tests import cast
from tests.sweeps.addresses import act_of, addresses, rules
from tests.sweeps.conftest import set_phase

Words = Callable[[int], str]

WRITERS = (Role.SECRETARIAT, Role.CHAIR, Role.PARTICIPANT)
TEXTS = ("text", "search", "textarea")
USUAL_LIMIT = 60  # of a field that does not say
OPTIONS = 5  # of a choice that are tried
INSTEAD = {  # where a form for the first of its kind would be closed, or in the way of the other forms
    "comments.edit": {"comment_number": 2},
    "voting.wording": {"position_number": 2},
    "floor.deny": {"intervention_number": 2},
    "texts.confirm_hiding": {"ref": "P1C1"},
    "dissenting.confirm_hiding": {"statement_number": 2},
}
LAST = (
    "comments.edit",
    "voting.wording",
    "texts.confirm_hiding",
    "dissenting.confirm_hiding",
    "calling.confirm_cancellation",
)
SAMPLES = ("patterns.show",)  # a page whose forms lead nowhere
FOREIGN = {  # what does not go with a vote
    "accept": {"remedy"},
    "object": {"reservation"},
}


@dataclass
class Form:
    """A form as a browser has it before anybody types."""

    page: str
    action: str
    values: dict[str, str] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)  # the fields for words, with their limits
    choices: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)  # of all that it asks

    @property
    def name(self) -> str:
        """The same for the same form about another thing."""
        return f"{re.sub('[0-9]+', '#', self.action)} ({', '.join(self.texts)})"

    def filled(self, words: Words, **choice: str) -> dict[str, str]:
        chosen = {name: next(filter(None, values), "") for name, values in self.choices.items()}
        kept = {name: value for name, value in self.values.items() if value or name not in chosen}
        if "email" in kept:
            kept["email"] = _guest()
        said = {name: _fitting(name, limit, words) for name, limit in self.texts.items()}
        return chosen | kept | choice | said

    def options(self) -> Iterator[dict[str, str]]:
        """Ways of filling in its first choice; one empty way where it has none."""
        name = next(iter(self.choices), "")
        most = 2 if "calm" in self.action else OPTIONS  # so that one vote stays with a reservation
        for value in self.choices.get(name, [])[:most] or [""]:
            yield {name: value} if name else {}


@dataclass
class Sent:
    """What came of sending a form."""

    form: Form
    writer: Role
    data: dict[str, str]
    response: TestResponse

    @property
    def accepted(self) -> bool:
        return self.response.status_code in {200, 303}


def fill_every_form(
    app: Flask, slug: str, words: Words, more: dict[str, str] | None = None, ways: int = OPTIONS
) -> Iterator[Sent]:
    """Sends each form that takes words, by each who may, in some ways; `more` goes along with every one."""
    for role in WRITERS:
        asker = cast.visitor(app, role)
        for form in forms(app, slug, role):
            for option in islice(form.options(), ways):
                added = {name: value for name, value in (more or {}).items() if name not in form.names}
                data = added | form.filled(words, **option)
                yield Sent(form, role, data, asker.post(form.action, data))
                if "choice" in option:
                    foreign = FOREIGN.get(option["choice"], {"remedy", "reservation"})
                    data = {name: value for name, value in data.items() if name not in foreign}
                    yield Sent(form, role, data, asker.post(form.action, data))


def forms(app: Flask, slug: str, role: Role) -> Iterator[Form]:
    """The forms that take words, on the pages that somebody may see, those that take things away last."""
    asker, seen = cast.visitor(app, role), set()
    for rule in sorted(rules(app), key=lambda rule: (rule.endpoint in LAST, rule.rule)):
        act = act_of(app, rule.endpoint)
        if "GET" not in rule.methods or rule.endpoint in SAMPLES or (act and role not in RULES[act].roles):
            continue
        set_phase(app, slug, phase_for(act))
        for path in addresses(app, rule, slug, **INSTEAD.get(rule.endpoint, {})):
            for form in forms_on(asker, path):
                if form.name not in seen:
                    seen.add(form.name)
                    yield form


def forms_on(asker: cast.Visitor, path: str) -> Iterator[Form]:
    """The forms of a page, and of the same page in its variants, to which it has links."""
    page = read(asker, path)
    own = {link for link in page.links if link.startswith(("?", f"{path}?")) and "lang=" not in link}
    variants = [read(asker, f"{path}?{link.partition('?')[2]}") for link in sorted(own)]
    for found in (page, *variants):
        yield from (form for form in found.forms if form.texts)


def phase_for(act: Act | None) -> Phase:
    """A phase in which an act is open."""
    return Phase.OPEN if act is None or Phase.OPEN in RULES[act].phases else Phase.CLOSED


def read(asker: cast.Visitor, path: str) -> "Page":
    page = Page(path)
    response = asker.get(path)
    if response.mimetype == "text/html":
        page.feed(response.text)
    return page


class Page(HTMLParser):
    """The forms and the links of a page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.forms, self.links = path, [], []
        self.form: Form | None = None
        self.inside, self.text = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in own:
            self.links.append(own["href"])
        if tag == "form" and own.get("method", "").lower() == "post":
            self.form = Form(self.path, urlsplit(own.get("action") or self.path).geturl())
            self.forms.append(self.form)
        if self.form is not None and own.get("name", "csrf_token") != "csrf_token":
            self._field(tag, own)
        if tag == "option" and self.form is not None and self.inside:
            self.form.choices[self.inside].append(own.get("value", ""))
            if "selected" in own:
                self.form.values[self.inside] = own.get("value", "")

    def _field(self, tag: str, own: dict[str, str]) -> None:
        self.form.names.add(own["name"])
        name, kind = own["name"], own.get("type", "text") if tag == "input" else tag
        if kind in TEXTS:
            self.form.texts[name] = int(own.get("maxlength") or USUAL_LIMIT)
            self.form.values[name] = own.get("value", "")
        elif kind == "radio":
            self.form.choices.setdefault(name, []).append(own["value"])
        elif kind == "checkbox":
            self.form.values.setdefault(name, own["value"])  # the first of several
        elif kind == "select":
            self.form.choices[name], self.inside = [], name
        elif kind == "email":
            self.form.values[name] = ""
        elif kind in {"hidden", "number", "date", "datetime-local", "url"}:
            self.form.values[name] = own.get("value", "")
        if kind == "url":
            self.form.texts[name] = int(own.get("maxlength") or USUAL_LIMIT)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag == "select":
            self.inside = ""


def _fitting(name: str, limit: int, words: Words) -> str:
    """The words, in the form that a field asks for."""
    if name == "url":
        return f"https://example.org/{''.join(words(limit - 30).split())}"
    if name == "lines":
        return "\t".join((_guest(), " ".join(words(160).split()), "civil-society", Role.PARTICIPANT))
    return words(limit)


def _guest() -> str:
    """An address that nobody has yet."""
    return f"{secrets.token_hex(8)}@example.org"
