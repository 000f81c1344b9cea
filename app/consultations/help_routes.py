"""How Plenary works, for whoever asks; who may do what is printed from the table that decides it."""

from flask import Blueprint, render_template

from app.core.acts import RULES, Act, may
from app.core.phases import MOVES, Phase
from app.core.roles import Role
from app.core.votes import LABELS, MEANINGS
from app.web.access import public

handbook = Blueprint("handbook", __name__)


@handbook.get("/help")
@public
def show() -> str:
    return render_template(
        "consultations/help.html",
        roles=list(Role),
        phases=list(Phase),
        moves=MOVES,
        votes=[(choice, LABELS[choice], MEANINGS[choice]) for choice in LABELS],
        table=[(act, RULES[act].words, {role: phases_for(act, role) for role in Role}) for act in Act],
    )


def phases_for(act: Act, role: Role) -> list[Phase]:
    """In which phases somebody in a role may do an act."""
    return [phase for phase in Phase if may(act, role, phase)]
