"""What makes the calls of a file such as chairs could have put and people could have answered."""

from collections.abc import Iterator

from app.core.calls import OPEN_TO, CallStep
from app.exchange.file import Call, CallAnswer, ConsultationFile
from app.exchange.polls import voters_of


def check_calls(file: ConsultationFile) -> Iterator[tuple[str, str]]:
    """Each place at which a call, or an answer to one, could not have been."""
    voters = voters_of(file)
    for index, call in enumerate(file.calls):
        where = f"$.calls[{index}]"
        if not call.positions:
            yield f"{where}.positions", "a call puts at least one position"
        steps = [step.step for step in call.steps]
        if steps[:1] != [CallStep.OPEN] or steps.count(CallStep.OPEN) != 1:
            yield f"{where}.steps", "a call is opened first, and once"
        elif call.steps[-1].closes_at != call.closes_at:
            yield f"{where}.closes_at", "the deadline is not that of the last step"
        for number, asked in enumerate(call.asked):
            if asked.seat is None and asked.delegation is None:
                yield f"{where}.asked[{number}]", "a voice is a delegation's or a person's"
        for number, answer in enumerate(call.answers):
            for what in _of_answer(answer, call, voters):
                yield f"{where}.answers[{number}]", what


def _of_answer(answer: CallAnswer, call: Call, voters: dict[int, str]) -> Iterator[str]:
    asked = {f"S{each.seat}" if each.seat else f"B{each.delegation}" for each in call.asked}
    if (answer.voter or voters[answer.seat]) not in asked:
        yield "nobody asked this voice"
    if answer.position not in {each.position for each in call.positions}:
        yield f"{answer.position} is not in this call"
    if answer.answer not in OPEN_TO[call.manner]:
        yield "in a silence procedure only an objection is an answer"
    if answer.answered_at >= call.closes_at:
        yield "this answer came after the deadline"
