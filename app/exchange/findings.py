"""What an analysis finds, as it is printed: for machines as JSON, for people as a short text."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from app.core.consensus import Suggestion
from app.core.opinion.analysis import Analysis
from app.core.opinion.counts import Counts
from app.core.opinion.figures import Across, Figures
from app.core.opinion.groups import VERDICTS
from app.core.opinion.meanings import MEANINGS, NAMES
from app.exchange.conversation import Conversation

FORMAT = "plenary-analysis/1"
TOP = 5


def as_tree(conversation: Conversation, found: Analysis, suggestions: Sequence[Suggestion]) -> dict[str, Any]:
    """Everything, by the numbers of statements and participants; null is what cannot be said."""
    return {
        "format": FORMAT,
        "participants": len(conversation.participants),
        "votes": int(found.overall.counts.voters.sum()),
        "meanings": MEANINGS,
        "groups": _groups(conversation, found),
        "positions": [
            {
                "position": statement.number,
                "text": statement.text,
                "all": _figures(found.overall, place),
                "groups": _within(found, place),
                "across": _told(found.across, place) if found.across else None,
                "useful": _number(found.useful[place]),
                "suggestion": _suggestion(suggestion),
            }
            for place, (statement, suggestion) in enumerate(zip(conversation.up, suggestions, strict=True))
        ],
    }


def as_text(conversation: Conversation, found: Analysis) -> Iterator[str]:
    """The groups, what unites, what divides, what is contested: a line each."""
    votes = int(found.overall.counts.voters.sum())
    yield f"{len(conversation.participants)} participants, {len(conversation.up)} positions, {votes} votes."
    yield VERDICTS[found.groups.verdict]
    if found.across:
        for letter, size in _sizes(found).items():
            yield f"  {letter}: {size} participants"
        between = found.across
        yield from _listed(conversation, NAMES["bridging"], between.bridging)
        yield from _listed(
            conversation, NAMES["divisive"], np.where(between.divided, between.divisive, np.nan)
        )
    yield from _listed(conversation, NAMES["contested"], found.overall.contested)


def _groups(conversation: Conversation, found: Analysis) -> dict[str, Any]:
    groups, numbers = found.groups, [statement.number for statement in conversation.up]
    return {
        "verdict": groups.verdict.value,
        "silhouette": _number(groups.silhouette),
        "told": _number(groups.told),
        "sizes": _sizes(found),
        "of": {
            str(participant): found.letters[group]
            for participant, group in zip(conversation.participants, groups.group.tolist(), strict=True)
            if group >= 0
        },
        "typical": {
            letter: [
                {
                    "position": numbers[each.position],
                    "in_favour": each.in_favour,
                    "share": _number(each.share),
                    "elsewhere": _number(each.elsewhere),
                }
                for each in typical
            ]
            for letter, typical in zip(found.letters, found.typical, strict=True)
        },
    }


def _sizes(found: Analysis) -> dict[str, int]:
    group = found.groups.group
    return {letter: int((group == number).sum()) for number, letter in enumerate(found.letters)}


def _within(found: Analysis, place: int) -> dict[str, Any]:
    if found.by_group is None:
        return {}
    return {letter: _figures(found.by_group, (n, place)) for n, letter in enumerate(found.letters)}


def _figures(figures: Figures, at: int | tuple[int, int]) -> dict[str, Any] | None:
    """None where a small group is withheld."""
    told = _told(figures, at)
    if told["expected"] is None:
        return None
    return _counts(figures.counts, at) | told


def _counts(counts: Counts, at: int | tuple[int, int]) -> dict[str, int]:
    return {field.name: int(getattr(counts, field.name)[at]) for field in fields(Counts)}


def _told(figures: Figures | Across, at: int | tuple[int, int]) -> dict[str, Any]:
    return {
        field.name: _number(getattr(figures, field.name)[at])
        for field in fields(figures)
        if field.name != "counts"
    }


def _number(value: Any) -> float | bool | None:
    if isinstance(value, np.bool_):
        return bool(value)
    return None if np.isnan(value) else round(float(value), 6)


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    reasons = [
        sentence for step in suggestion.steps[-1:] for sentence in (*suggestion.reasons, *step.because)
    ]
    return {
        "status": suggestion.status.value,
        "rule": suggestion.rule.value if suggestion.rule else None,
        "groups": list(suggestion.groups),
        "reasons": [sentence.plain() for sentence in reasons],
    }


def _listed(conversation: Conversation, name: str, figure: np.ndarray) -> Iterator[str]:
    yield f"{name}: {MEANINGS_BY_NAME[name]}"
    order = [
        place for place in np.argsort(-np.nan_to_num(figure, nan=-1), kind="stable") if figure[place] > 0
    ]
    for place in order[:TOP]:
        statement = conversation.up[place]
        yield f"  {figure[place]:4.0%}  {statement.number:>4}  {statement.text.strip()}"


MEANINGS_BY_NAME = {NAMES[key]: MEANINGS[key] for key in NAMES}
