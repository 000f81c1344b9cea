"""The page that tells what the votes say."""

from flask import Blueprint, render_template, request

from app.analysis.drawing import draw
from app.analysis.findings import Told, told, whereabouts
from app.analysis.terms import STEPS
from app.chairing.queries import determinations
from app.consultations.gate import enter, permit
from app.consultations.models import Consultation
from app.consultations.queries import groups
from app.core.acts import Act
from app.core.opinion.course import Ruling
from app.core.opinion.groups import VERDICTS
from app.core.opinion.meanings import MEANINGS, NAMES
from app.deliberation.queries import proposals
from app.web.clock import now

analysis = Blueprint("analysis", __name__)

PAGE = 20  # positions in the table of all
EXPLAINED = ("support", "interval", "bridging", "divided", "expected")


@analysis.get("/consultations/<slug>/votes")
def show(slug: str) -> str:
    consultation = enter(slug)
    standing = permit(Act.READ, consultation)
    found = told(consultation, now())
    if not isinstance(found, Told):
        return render_template(
            "analysis/waiting.html",
            consultation=consultation,
            standing=standing,
            step=STEPS[found.step or 0],
        )
    rulings = _rulings(consultation)
    return render_template(
        "analysis/show.html",
        consultation=consultation,
        standing=standing,
        findings=found.findings,
        lines={line.ref: line for line in found.findings.lines},
        positions=found.positions,
        answer=found.answer,
        verdict=VERDICTS[found.findings.verdict],
        pictures=draw(found.findings, rulings, whereabouts(found.answer.results, standing.seat)),
        rulings=rulings,
        group_names={group.key: group.name for group in groups(consultation)},
        start=_start(len(found.findings.lines)),
        page=PAGE,
        figure_names=NAMES,
        figure_meanings=MEANINGS,
        explained=EXPLAINED,
    )


def _rulings(consultation: Consultation) -> tuple[Ruling, ...]:
    """The determinations, by day."""
    texts = [text.id for text in proposals(consultation) if not text.hidden_at]
    return tuple(
        Ruling(each.determined_at.date(), (each.position or each.proposal).ref, each.status)
        for each in determinations(texts)
        if not (each.position and each.position.is_hidden)
    )


def _start(number: int) -> int:
    """From which position on the table of all is shown."""
    start = request.args.get("from", 0, type=int)
    return start // PAGE * PAGE if 0 < start < number else 0
