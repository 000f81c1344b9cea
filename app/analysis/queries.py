"""What the votes say: one question, and the answer is computed once, whoever asks."""

import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flask import current_app

from app.analysis.ballots import Ballots
from app.analysis.memory import Held, Memory, Stored
from app.analysis.reading import (
    Mark,
    more_than,
    read_ballots,
    read_changes,
    read_frame,
    read_mark,
)
from app.analysis.results import ENGINE, Results, Version, compute, version_of
from app.analysis.results import support as support_of
from app.analysis.shelf import Shelf
from app.consultations.models import Consultation
from app.core.opinion.figures import Figures
from app.core.opinion.votes import Ints

AT_ONCE = 500_000  # votes up to which one waits for the results
RESTED = 20  # times as long as it took, results of more votes are good enough


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The newest results there are: of the votes as they are now, or of some votes ago."""

    results: Results | None  # None: the first are on their way
    behind: int = 0  # votes cast, changed or taken back since
    step: int | None = None  # on the way to newer ones, a place in STEPS; None: these are the newest

    @property
    def is_newest(self) -> bool:
        return self.step is None


def results(consultation: Consultation, now: datetime) -> Answer:
    """All that may be shown of what the votes say.

    Of not too many votes they are those of this moment. Of more the clerk computes them; meanwhile the last
    ones are given, and how many votes ago they were.
    """
    last = last_results(consultation)
    if is_large(consultation, last):
        return _soon(consultation, last, now)
    held = votes_now(consultation)
    version = version_now(consultation, held)
    if last is None or last.version != version:
        with shelf().turn(consultation.id):
            last = last_results(consultation)
            if last is None or last.version != version:
                last = put_results(consultation, held, last, now)
    return Answer(last)


def support(consultation: Consultation) -> tuple[Ints, Figures]:
    """The figures of all voters as they are now, and the ids of the positions; without any groups."""
    held = votes_now(consultation)
    return held.frame.up, support_of(held.ballots, held.frame)


def last_results(consultation: Consultation) -> Results | None:
    """The last results there are, of whichever votes."""
    stamp, size = shelf().stamp(consultation.id)
    stored = memory().stored.get(consultation.id)
    if stored and stored.stamp == stamp:
        return stored.results
    found = shelf().take(consultation.id)
    if found is None or found.version.engine != ENGINE:
        return None
    memory().stored.put(consultation.id, Stored(found, stamp), size)
    return found


def put_results(consultation: Consultation, held: Held, last: Results | None, now: datetime) -> Results:
    """Computes them and puts them where all processes find them."""
    start = time.perf_counter()
    found = compute(held.ballots, held.frame, version_now(consultation, held), last, now)
    found = replace(found, seconds=time.perf_counter() - start)
    shelf().put(consultation.id, found)
    stamp, size = shelf().stamp(consultation.id)
    memory().stored.put(consultation.id, Stored(found, stamp), size)
    return found


def votes_now(consultation: Consultation) -> Held:
    """The votes and their frame as they are now: of what is remembered only what changed is read."""
    held = memory().held.get(consultation.id)
    mark = read_mark(consultation, held.mark if held else Mark())
    if held and mark == held.mark:
        return held
    same = held is not None and held.frame.event == mark.event
    found = Held(
        ballots=_ballots(consultation, held, mark),
        mark=mark,
        frame=held.frame if same else read_frame(consultation, mark.event),
    )
    memory().held.put(consultation.id, found, found.ballots.size)
    return found


def is_large(consultation: Consultation, last: Results | None) -> bool:
    """Whether there are too many votes to let people wait."""
    held = memory().held.get(consultation.id)
    if held:
        return len(held.ballots.votes.values) > AT_ONCE
    return last.votes > AT_ONCE if last else more_than(consultation, AT_ONCE)


def version_now(consultation: Consultation, held: Held) -> Version:
    return version_of(held.mark, secret=not consultation.names_public)


def memory() -> Memory:
    return current_app.extensions.setdefault("analysis", Memory())


def shelf() -> Shelf:
    return Shelf(current_app.config["SETTINGS"].analyses)


def _ballots(consultation: Consultation, held: Held | None, mark: Mark) -> Ballots:
    """Read anew where nothing is remembered, or where so much changed that reading all is faster."""
    if held is None or 20 * (mark.casts - held.mark.casts) > held.mark.casts + 1_000:
        return read_ballots(consultation)
    if mark.casts == held.mark.casts:
        return held.ballots
    return held.ballots.changed(read_changes(consultation, held.mark))


def _soon(consultation: Consultation, last: Results | None, now: datetime) -> Answer:
    """What there is; the clerk is asked for newer results where the last have rested long enough."""
    if last is None:
        memory().wanted.add(consultation.id)
        return Answer(None, 0, shelf().step(consultation.id))
    read = last.version
    mark = read_mark(consultation, Mark(read.cast, read.cast_at, read.casts, read.event))
    version = version_of(mark, secret=not consultation.names_public)
    if version == last.version:
        return Answer(last)
    if now - last.computed_at >= timedelta(seconds=RESTED * last.seconds):
        memory().wanted.add(consultation.id)
    return Answer(last, version.casts - last.version.casts, shelf().step(consultation.id))
