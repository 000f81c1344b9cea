"""In which order a voter is asked in a consultation, one position at a time."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from app.analysis.queries import is_large, last_results, results, votes_now
from app.consultations.models import Consultation
from app.core.opinion.counts import count
from app.core.opinion.order import NEW, asking_order, usefulness
from app.core.opinion.votes import Floats

GROWN = 1.1  # times as many casts as the last results knew, from which on they are too old


def asked_first(
    consultation: Consultation, voter: str, positions: Sequence[int], now: datetime
) -> tuple[int, ...]:
    """The places of the positions, by their ids, in the order in which they help most.

    A position that is not known yet is new.
    """
    known = _useful(consultation, now)
    useful = [known.get(position, NEW) for position in positions]
    return asking_order(np.array(useful), [str(position) for position in positions], voter)


def _useful(consultation: Consultation, now: datetime) -> dict[int, float]:
    """By the tallies of now. How far out a position pulls is told by the last results, if not too old."""
    last = last_results(consultation)
    if is_large(consultation, last):
        return _by_position(last.positions, last.found.useful) if last else {}
    held = votes_now(consultation)
    if last is None or held.mark.casts > GROWN * last.version.casts:
        last = results(consultation, now).results
    counts = count(held.ballots.on(held.frame.up))
    pull = _by_position(last.positions, last.found.groups.map.extremity) if last else {}
    extremity = np.array([pull.get(position, 0.0) for position in held.frame.up.tolist()])
    return _by_position(held.frame.up, usefulness(counts, extremity))


def _by_position(positions: np.ndarray, figure: Floats) -> dict[int, float]:
    return dict(zip(positions.tolist(), figure.tolist(), strict=True))
