"""Search within one consultation: one question, put to SQLite's FTS5 or to PostgreSQL's text search."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from app.consultations.models import Consultation
from app.db import db
from app.deliberation.models import Comment, Position, Proposal
from app.migrations.index import SEARCHED, searched_text

TERMS = 8  # of a question; more are not heard
LIMIT = 50  # hits of each kind
AROUND = 90  # characters shown before and after the first word found
QUOTED = re.compile(r'"([^"]+)"|(\S+)')
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts
PLAIN = re.compile(rf"(?:(?![{UNSPACED}])[\w\s'’-])+")  # words as text search takes them apart
WORD = re.compile(r"[^\W_]+")

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
    """Some text around the first term found, cut at the terms: plain text, for a template to mark."""
    text = " · ".join(filter(None, (getattr(subject, column) for column in SEARCHED[subject.__tablename__])))
    wanted = re.compile("|".join(re.escape(term) for term in terms), re.IGNORECASE)
    first = wanted.search(text)
    start = max(0, first.start() - AROUND) if first else 0
    end = (first.end() if first else 0) + 2 * AROUND
    shown = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
    pieces, at = [], 0
    for match in wanted.finditer(shown):
        pieces += [(shown[at : match.start()], False), (match[0], True)]
        at = match.end()
    return [piece for piece in [*pieces, (shown[at:], False)] if piece[0]]
