"""Chinese lead-ins of lists, what entries are called and how two are counted, and the words for how many."""

from app.core.determinations import Status
from app.core.report.phrases.frames import Called, Noun
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "与会者商定如下",
    Status.CONSENSUS: "与会者就以下各点达成协商一致",
    Status.BROAD: "以下各点得到广泛支持",
    Status.REJECTED: "以下提案未获赞同",
    Status.MINORITY: "有以下少数意见记录在案",
    Status.NOTED: "与会者注意到以下各点",
    Kind.VIEW: "与会者提出了以下提案",
    Kind.CONCERN: "与会者表示了以下关切",
    Kind.EMPHASIS: "与会者强调了以下各点",
    Kind.INFORMATION: "与会者注意到以下情况",
    Kind.RECALLED: "与会者回顾了以下各点",
    Kind.INVITATION: "请与会者考虑以下各点",
}

_SHARE = "{share:所有这些内容|其中一项内容|其中许多内容|其中一些内容}"

ENTRIES = {
    Status.AGREED: f"与会者就{_SHARE}达成一致",
    Status.CONSENSUS: f"与会者就{_SHARE}达成协商一致",
    Status.BROAD: f"{_SHARE}得到广泛支持",
    Status.REJECTED: f"{_SHARE}未获赞同",
    Status.MINORITY: f"{_SHARE}作为少数意见记录在案",
    Status.NOTED: f"与会者注意到{_SHARE}",
    Status.FORWARD: "与会者还{made}了下列{entries}",
}


def _called(noun: str, two: str, made: str = "提出") -> Called:
    """Two of them are counted with the noun's own measure word."""
    return Called(Noun(noun), made, f"{made}了{two}{noun}")


CALLED = {
    "": _called("内容", "两项"),
    "themes": _called("主题", "两个"),
    "topics": _called("议题", "两个"),
    "principles": _called("原则", "两项"),
    "options": _called("选项", "两个"),
    "names": _called("名称", "两个"),
    "measures": _called("措施", "两项"),
    "activities": _called("活动", "两项"),
    "objectives": _called("目标", "两项"),
    "documents": _called("文件", "两份"),
    "comments": _called("评论", "两点", "发表"),
    "remarks": _called("意见", "两点", "发表"),
    "suggestions": _called("提议", "两项"),
    "recommendations": _called("建议", "两项"),
    "observations": _called("评述", "两点", "发表"),
    "thoughts": _called("想法", "两个"),
    "views": _called("看法", "两种"),
    "ideas": _called("构想", "两个"),
    "proposals": _called("提案", "两项"),
    "concerns": _called("关切", "两项"),
    "questions": _called("问题", "两个"),
    "issues": _called("事项", "两个"),
    "points": _called("要点", "两个"),
}


def calling(noun: str) -> Called:
    """Entries called by a word that is not in the table; what it ends with may be."""
    known = next((called for called in CALLED.values() if noun.endswith(called.noun.words)), None)
    if known is None:
        return _called(noun, "两项")
    return Called(Noun(noun), known.made, known.two.removesuffix(known.noun.words) + noun)


def _several(words: str) -> tuple[Noun, Noun]:
    return Noun(f"{words}与会者", plural=True), Noun(f"{words}人", plural=True)


QUANTIFIERS = {
    Quantifier.SOME: _several("一些"),
    Quantifier.OTHERS: _several("另一些"),
    Quantifier.A_FEW: _several("少数"),
    Quantifier.SEVERAL: _several("若干"),
    Quantifier.MANY: _several("许多"),
    Quantifier.MOST: _several("多数"),
    Quantifier.NEARLY_ALL: _several("几乎所有"),
    Quantifier.ALL: _several("所有表达意见的"),
}
