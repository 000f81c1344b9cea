"""Russian lead-ins of lists, what entries are called, and the words for how many."""

from app.core.determinations import Status
from app.core.report.phrases.frames import Called, Noun
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "было достигнуто согласие в отношении следующего",
    Status.CONSENSUS: "был достигнут консенсус в отношении следующего",
    Status.BROAD: "широкую поддержку получило следующее",
    Status.REJECTED: "следующие предложения не получили поддержки",
    Status.MINORITY: "были зафиксированы следующие мнения меньшинства",
    Status.NOTED: "было принято к сведению следующее",
    Kind.VIEW: "были выдвинуты следующие предложения",
    Kind.CONCERN: "была выражена обеспокоенность в связи со следующим",
    Kind.EMPHASIS: "было подчеркнуто следующее",
    Kind.INFORMATION: "было отмечено следующее",
    Kind.RECALLED: "было напомнено о следующем",
    Kind.INVITATION: "участникам было предложено рассмотреть следующее",
}

_ON_SHARE = (
    "по {share:всем этим пунктам|одному из этих пунктов|многим из этих пунктов|некоторым из этих пунктов}"
)

ENTRIES = {
    Status.AGREED: f"{_ON_SHARE} было достигнуто согласие",
    Status.CONSENSUS: f"{_ON_SHARE} был достигнут консенсус",
    Status.BROAD: (
        "широкую поддержку {share:получили все эти пункты|получил один из этих пунктов|"
        "получили многие из этих пунктов|получили некоторые из этих пунктов}"
    ),
    Status.REJECTED: (
        "{share:ни один из этих пунктов не получил поддержки|один из этих пунктов не получил поддержки|"
        "многие из этих пунктов не получили поддержки|некоторые из этих пунктов не получили поддержки}"
    ),
    Status.MINORITY: (
        "в качестве мнения меньшинства {share:были зафиксированы все эти пункты|"
        "был зафиксирован один из этих пунктов|были зафиксированы многие из этих пунктов|"
        "были зафиксированы некоторые из этих пунктов}"
    ),
    Status.NOTED: (
        "{share:были приняты к сведению все эти пункты|был принят к сведению один из этих пунктов|"
        "были приняты к сведению многие из этих пунктов|были приняты к сведению некоторые из этих пунктов}"
    ),
    Status.FORWARD: "были также {made} следующие {entries}",
}


def calling(noun: str, made: str = "предложены") -> Called:
    """What entries are called, in the nominative: the plural agrees with any gender."""
    return Called(Noun(noun, plural=True), made)


CALLED = {
    "": calling("элементы"),
    "themes": calling("темы"),
    "topics": calling("предметы обсуждения"),
    "principles": calling("принципы"),
    "options": calling("варианты"),
    "names": calling("названия"),
    "measures": calling("меры"),
    "activities": calling("мероприятия"),
    "objectives": calling("цели"),
    "documents": calling("документы"),
    "comments": calling("замечания", "высказаны"),
    "remarks": calling("комментарии", "высказаны"),
    "suggestions": calling("пожелания", "высказаны"),
    "recommendations": calling("рекомендации", "вынесены"),
    "observations": calling("наблюдения", "высказаны"),
    "thoughts": calling("соображения", "высказаны"),
    "views": calling("мнения", "высказаны"),
    "ideas": calling("идеи", "выдвинуты"),
    "proposals": calling("предложения", "выдвинуты"),
    "concerns": calling("опасения", "высказаны"),
    "questions": calling("вопросы", "подняты"),
    "issues": calling("проблемы", "подняты"),
    "points": calling("пункты", "отмечены"),
}


def _several(words: str, alone: str = "") -> tuple[Noun, Noun]:
    return Noun(words, plural=True), Noun(alone or words, plural=True)


QUANTIFIERS = {
    Quantifier.SOME: _several("некоторые участники"),
    Quantifier.OTHERS: _several("другие участники", "другие"),
    Quantifier.A_FEW: _several("отдельные участники"),
    Quantifier.SEVERAL: _several("несколько участников"),
    Quantifier.MANY: _several("многие участники", "многие"),
    Quantifier.MOST: _several("большинство участников"),
    Quantifier.NEARLY_ALL: _several("почти все участники", "почти все"),
    Quantifier.ALL: _several("все выразившие мнение участники", "все выразившие мнение"),
}
