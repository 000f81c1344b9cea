"""Arabic lead-ins of lists, what entries are called, and the words for how many."""

from app.core.determinations import Status
from app.core.report.phrases.frames import Called, Noun
from app.core.report.quantifiers import Quantifier
from app.core.texts import Kind

MERGED: dict[Status | Kind, str] = {
    Status.AGREED: "تم الاتفاق على ما يلي",
    Status.CONSENSUS: "كان هناك توافق في الآراء على ما يلي",
    Status.BROAD: "حظي ما يلي بتأييد واسع",
    Status.REJECTED: "لم تحظ الاقتراحات التالية بالقبول",
    Status.MINORITY: "سُجلت آراء الأقلية التالية",
    Status.NOTED: "أُحيط علما بما يلي",
    Kind.VIEW: "قُدمت المقترحات التالية",
    Kind.CONCERN: "أُعرب عن الشواغل التالية",
    Kind.EMPHASIS: "جرى التأكيد على ما يلي",
    Kind.INFORMATION: "أُحيط علما بما يلي",
    Kind.RECALLED: "جرى التذكير بما يلي",
    Kind.INVITATION: "دُعي المشاركون إلى النظر فيما يلي",
}

_SHARE = "{share:جميع هذه النقاط|إحدى هذه النقاط|كثير من هذه النقاط|بعض هذه النقاط}"

ENTRIES = {
    Status.AGREED: f"تم الاتفاق على {_SHARE}",
    Status.CONSENSUS: f"كان هناك توافق في الآراء على {_SHARE}",
    Status.BROAD: (
        "{share:حظيت جميع هذه النقاط|حظيت إحدى هذه النقاط|حظي كثير من هذه النقاط|حظي بعض هذه النقاط} "
        "بتأييد واسع"
    ),
    Status.REJECTED: (
        "لم {share:تحظ أي من هذه النقاط|تحظ إحدى هذه النقاط|يحظ كثير من هذه النقاط|يحظ بعض هذه النقاط} "
        "بالقبول"
    ),
    Status.MINORITY: (
        "{share:سُجلت جميع هذه النقاط|سُجلت إحدى هذه النقاط|سُجل كثير من هذه النقاط|سُجل بعض هذه النقاط} "
        "بوصفها من آراء الأقلية"
    ),
    Status.NOTED: f"أُحيط علما ب{_SHARE}",
    Status.FORWARD: "{made} أيضا ال{entries} التالية",
}


def _called(plural: str, made: str, two: str) -> Called:
    """Things in the plural are feminine, and their verb with them; two of them have a dual."""
    return Called(Noun(plural, "f"), made, two)


CALLED = {
    "": _called("عناصر", "اقتُرحت", "اقتُرح عنصران"),
    "themes": _called("مواضيع", "اقتُرحت", "اقتُرح موضوعان"),
    "topics": _called("محاور", "اقتُرحت", "اقتُرح محوران"),
    "principles": _called("مبادئ", "اقتُرحت", "اقتُرح مبدآن"),
    "options": _called("خيارات", "اقتُرحت", "اقتُرح خياران"),
    "names": _called("أسماء", "اقتُرحت", "اقتُرح اسمان"),
    "measures": _called("تدابير", "اقتُرحت", "اقتُرح تدبيران"),
    "activities": _called("أنشطة", "اقتُرحت", "اقتُرح نشاطان"),
    "objectives": _called("أهداف", "اقتُرحت", "اقتُرح هدفان"),
    "documents": _called("وثائق", "اقتُرحت", "اقتُرحت وثيقتان"),
    "comments": _called("تعليقات", "أُبديت", "أُبدي تعليقان"),
    "remarks": _called("ملاحظات", "أُبديت", "أُبديت ملاحظتان"),
    "suggestions": _called("اقتراحات", "قُدمت", "قُدم اقتراحان"),
    "recommendations": _called("توصيات", "قُدمت", "قُدمت توصيتان"),
    "observations": _called("ملحوظات", "أُبديت", "أُبديت ملحوظتان"),
    "thoughts": _called("تصورات", "طُرحت", "طُرح تصوران"),
    "views": _called("آراء", "أُبديت", "أُبدي رأيان"),
    "ideas": _called("أفكار", "طُرحت", "طُرحت فكرتان"),
    "proposals": _called("مقترحات", "قُدمت", "قُدم مقترحان"),
    "concerns": _called("شواغل", "أُثيرت", "أُثير شاغلان"),
    "questions": _called("أسئلة", "طُرحت", "طُرح سؤالان"),
    "issues": _called("مسائل", "أُثيرت", "أُثيرت مسألتان"),
    "points": _called("نقاط", "أُثيرت", "أُثيرت نقطتان"),
}
_KNOWN = {called.noun.words: called for called in CALLED.values()}


def calling(noun: str) -> Called:
    """Entries called by a word that is not in the table, but perhaps with its article."""
    bare = " ".join(word.removeprefix("ال") for word in noun.split())
    known = _KNOWN.get(bare.partition(" ")[0])
    return (
        known._replace(noun=Noun(noun, "f")) if known else _called(noun, "اقتُرحت", f"اقتُرح اثنان من {noun}")
    )


def _several(words: str, alone: str = "") -> tuple[Noun, Noun]:
    return Noun(words, "m", plural=True), Noun(alone or words, "m", plural=True)


QUANTIFIERS = {
    Quantifier.SOME: _several("بعض المشاركين", "البعض"),
    Quantifier.OTHERS: _several("آخرون"),
    Quantifier.A_FEW: _several("قلة من المشاركين", "قلة منهم"),
    Quantifier.SEVERAL: _several("عدة مشاركين"),
    Quantifier.MANY: _several("كثير من المشاركين", "كثيرون"),
    Quantifier.MOST: _several("معظم المشاركين"),
    Quantifier.NEARLY_ALL: _several("جميع المشاركين تقريبا", "الجميع تقريبا"),
    Quantifier.ALL: _several("جميع المشاركين الذين أبدوا رأيا", "جميع من أبدوا رأيا"),
}
