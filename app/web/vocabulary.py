"""What templates know of the procedure: its codes in their order, each with its sentences, untranslated."""

from app.core import determinations, phases, votes

VOCABULARY = {
    "VOTES": {choice.value: (label, votes.MEANINGS[choice]) for choice, label in votes.LABELS.items()},
    "STATUSES": {status.value: meaning for status, meaning in determinations.MEANINGS.items()},
    "PHASES": {phase.value: label for phase, label in phases.LABELS.items()},
}
