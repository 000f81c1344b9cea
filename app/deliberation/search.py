"""Search within one consultation: one question, put to SQLite's FTS5 or to PostgreSQL's text search."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from app.consultations.models import Consultation
from app.db import db
from app.deliberation.models import Comment, Position, Proposal
from app.migrations.index import SEARCHED, searched_text
from app.web.markup import to_text

TERMS = 8  # of a question; more are not heard
LIMIT = 50  # hits of each kind
AROUND = 90  # characters shown before the first word found, and twice as many after it
QUOTED = re.compile(r'"([^"]+)"|(\S+)')
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts
PLAIN = re.compile(rf"(?:(?![{UNSPACED}])[\w\s'’-])+")  # words as text search takes them apart
WORD = re.compile(r"[^\W_]+")
GAP = re.compile(rf"\s+|(?<=[{UNSPACED}])|(?=[{UNSPACED}])")  # where a text may be cut

Piece = tuple[str, bool]  # some text, and whether it was searched for


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found, with the words around what was searched for."""

    subject: Proposal | Position | Comment
    ref: str
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: proposals, then positions, then comments with the newest first."""

    hits: Sequence[Hit]
    more: bool  # and not all of it is shown


def search(consultation: Consultation, question: str, *, sees_hidden: bool) -> Findings:
    """The texts that hold all words of a question; "several words" in quotation marks stand together."""
    terms = [" ".join((a or b).split()) for a, b in QUOTED.findall(question.replace("\0", ""))][:TERMS]
    hits: list[Hit] = []
    more = False
    for model in (Proposal, Position, Comment) if terms else ():
        found = db.session.scalars(_query(model, consultation, terms, sees_hidden)).unique().all()
        hits += [Hit(subject, _ref(subject), _excerpt(subject, terms)) for subject in found[:LIMIT]]
        more = more or len(found) > LIMIT
    return Findings(hits, more)


def _query(
    model: type[Proposal] | type[Position] | type[Comment],
    consultation: Consultation,
    terms: Sequence[str],
    sees_hidden: bool,
) -> sa.Select:
    query = sa.select(model).order_by(model.id.desc() if model is Comment else model.id).limit(LIMIT + 1)
    if model is not Proposal:
        query = query.join(model.proposal).options(contains_eager(model.proposal))
    if model is Comment:
        query = query.where(Comment.deleted_at.is_(None))
    query = query.where(Proposal.consultation_id == consultation.id, *(_holds(model, term) for term in terms))
    if not sees_hidden:
        query = query.where(~model.is_hidden)
    return query


def _holds(model: type, term: str) -> sa.ColumnElement[bool]:
    """Whether a text holds a term; what the indexes cannot know is looked for letter by letter."""
    table = model.__tablename__
    if db.engine.dialect.name == "sqlite" and len(term) >= 3:
        escaped = '"' + term.replace('"', '""') + '"'
        index = sa.table(f"{table}_fts", sa.column("rowid"), sa.column(f"{table}_fts"))
        return model.id.in_(sa.select(index.c.rowid).where(index.c[f"{table}_fts"].match(escaped)))
    words = WORD.findall(term)
    if db.engine.dialect.name == "postgresql" and PLAIN.fullmatch(term) and words:
        asked = " <-> ".join([*words[:-1], f"{words[-1]}:*"])
        indexed = sa.func.to_tsvector(sa.literal_column("'simple'"), sa.literal_column(searched_text(table)))
        return indexed.op("@@")(sa.func.to_tsquery(sa.literal_column("'simple'"), asked))
    return sa.or_(*(getattr(model, column).icontains(term, autoescape=True) for column in SEARCHED[table]))


def _ref(subject: Proposal | Position | Comment) -> str:
    return f"{subject.proposal.ref}C{subject.number}" if isinstance(subject, Comment) else subject.ref


def _excerpt(subject: Proposal | Position | Comment, terms: Sequence[str]) -> list[Piece]:
    """Some whole words around the first term found, cut at the terms: plain text, for a template to mark."""
    text = _plain(subject)
    wanted = re.compile("|".join(re.escape(_unaccented(term)) for term in terms), re.IGNORECASE)
    found = [match.span() for match in wanted.finditer(_unaccented(text))]
    start, end = _around(text, *(found[0] if found else (0, 0)))
    pieces, at = [("…" if start else "", False)], start
    for begin, stop in found:
        if stop <= end:
            pieces += [(text[at:begin], False), (text[begin:stop], True)]
            at = stop
    pieces += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return [piece for piece in pieces if piece[0]]


def _plain(subject: Proposal | Position | Comment) -> str:
    """All that was searched, as one reads it: without the marks of Markdown."""
    columns = SEARCHED[subject.__tablename__]
    words = [to_text(subject.body_html) if name == "body" else getattr(subject, name) for name in columns]
    return " · ".join(filter(None, words))


def _unaccented(text: str) -> str:
    """The text with plain Latin letters, each in its old place: “resume” finds “résumé”, as in the index."""
    plain = (unicodedata.normalize("NFD", letter)[0] for letter in text)
    return "".join(new if new.isascii() else old for old, new in zip(text, plain, strict=True))


def _around(text: str, begin: int, stop: int) -> tuple[int, int]:
    """From where to where a text is shown around what was found: between words, where there is a gap near."""
    start, end = max(0, begin - AROUND), min(len(text), stop + 2 * AROUND)
    if start:
        gap = GAP.search(text, start, begin)
        start = gap.end() if gap else start
    if end < len(text):
        gaps = [gap.start() for gap in GAP.finditer(text, stop, end)]
        end = gaps[-1] if gaps else end
    return start, end
