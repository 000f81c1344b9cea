"""The reporting verbs in Arabic frames, impersonally and by whoever speaks.

A clause is any statement; an infinitive is a verb in the subjunctive, as after أنْ; a gerund a verbal noun.
"""

from app.core.report.phrases.frames import Row
from app.core.report.verbs import Verb

_THAT = "الرأي القائل بأن {x}"
_PROPOSAL = "الاقتراح الداعي إلى أنْ {x}"
_WHETHER = "ما إذا كان {x}"
_WHETHER_TO = "ما إذا كان ينبغي أنْ {x}"
_INFORMED = "{event:أُبلغ الاجتماع|أُبلغ المشاركون}{also}"

IMPERSONAL = {
    Verb.AGREED: Row(
        "تم الاتفاق{also} على أن {x}",
        "تم الاتفاق{also} على أنْ {x}",
        "تم الاتفاق{also} على {x}",
        "تم الاتفاق{also} على {x}",
        "تم الاتفاق{also} على ما يلي: {x}",
    ),
    Verb.AGREEMENT: Row(
        "كان هناك{also} اتفاق على أن {x}",
        "كان هناك{also} اتفاق على أنْ {x}",
        "كان هناك{also} اتفاق على {x}",
        "كان هناك{also} اتفاق على {x}",
        "كان هناك{also} اتفاق على ما يلي: {x}",
    ),
    Verb.CONCLUDED: Row(
        "خُلص{also} إلى أن {x}",
        "تقرر{also} أنْ {x}",
        "اتُّخذ{also} قرار مؤيد لـ{x}",
        "اتُّخذ{also} قرار مؤيد لـ{x}",
        "خُلص{also} إلى ما يلي: {x}",
    ),
    Verb.CONSENSUS: Row(
        "كان هناك{also} توافق في الآراء على أن {x}",
        "كان هناك{also} توافق في الآراء على أنْ {x}",
        "كان هناك{also} توافق في الآراء على {x}",
        "كان هناك{also} توافق في الآراء على {x}",
        "كان هناك{also} توافق في الآراء على ما يلي: {x}",
    ),
    Verb.GENERAL_AGREEMENT: Row(
        "كان هناك{also} اتفاق عام على أن {x}",
        "كان هناك{also} اتفاق عام على أنْ {x}",
        "كان هناك{also} اتفاق عام على {x}",
        "كان هناك{also} اتفاق عام على {x}",
        "كان هناك{also} اتفاق عام على ما يلي: {x}",
    ),
    Verb.GENERALLY_FELT: Row(
        "رُئي عموما{also} أن {x}",
        "رُئي عموما{also} أن من الضروري أنْ {x}",
        "رُئي عموما{also} أن من الضروري تأييد {x}",
        "رُئي عموما{also} أن من الضروري تأييد {x}",
        "رُئي عموما{also} ما يلي: {x}",
    ),
    Verb.BROAD_SUPPORT: Row(
        f"حظي{{also}} بتأييد واسع {_THAT}",
        f"حظي{{also}} بتأييد واسع {_PROPOSAL}",
        "كان هناك{also} تأييد واسع لـ{x}",
        "كان هناك{also} تأييد واسع لـ{x}",
        "حظي ما يلي{also} بتأييد واسع: {x}",
    ),
    Verb.WELCOMED: Row(
        f"قوبل{{also}} بترحيب عام {_THAT}",
        f"قوبل{{also}} بترحيب عام {_PROPOSAL}",
        "كان هناك{also} ترحيب عام بـ{x}",
        "كان هناك{also} ترحيب عام بـ{x}",
        "قوبل ما يلي{also} بترحيب عام: {x}",
    ),
    Verb.PREVAILING: Row(
        "كان الرأي السائد{also} أن {x}",
        f"كان الرأي السائد{{also}} يؤيد {_PROPOSAL}",
        "كان الرأي السائد{also} مؤيدا لـ{x}",
        "كان الرأي السائد{also} مؤيدا لـ{x}",
        "كان الرأي السائد{also} ما يلي: {x}",
    ),
    Verb.VIEWS_DIFFERED: Row(
        f"تباينت الآراء بشأن {_WHETHER}",
        f"تباينت الآراء بشأن {_WHETHER_TO}",
        "تباينت الآراء بشأن {x}",
        "تباينت الآراء بشأن {x}",
        "تباينت الآراء بشأن ما يلي: {x}",
    ),
    Verb.NO_AGREEMENT: Row(
        f"لم يتم التوصل إلى اتفاق بشأن {_WHETHER}",
        f"لم يتم التوصل إلى اتفاق بشأن {_WHETHER_TO}",
        "لم يتم التوصل إلى اتفاق بشأن {x}",
        "لم يتم التوصل إلى اتفاق بشأن {x}",
        "لم يتم التوصل إلى اتفاق بشأن ما يلي: {x}",
    ),
    Verb.NO_CONSENSUS: Row(
        f"لم يتم التوصل إلى توافق في الآراء بشأن {_WHETHER}",
        f"لم يتم التوصل إلى توافق في الآراء بشأن {_WHETHER_TO}",
        "لم يتم التوصل إلى توافق في الآراء بشأن {x}",
        "لم يتم التوصل إلى توافق في الآراء بشأن {x}",
        "لم يتم التوصل إلى توافق في الآراء بشأن ما يلي: {x}",
    ),
    Verb.REJECTED: Row(
        "لم يحظ بالقبول الاقتراح القائل بأن {x}",
        f"لم يحظ بالقبول {_PROPOSAL}",
        "لم تحظ بالقبول فكرة {x}",
        "لم يحظ بالقبول الاقتراح المتعلق بـ{x}",
        "لم يحظ الاقتراح التالي بالقبول: {x}",
    ),
    Verb.NOT_RETAINED: Row(
        "لم يُؤخذ بالاقتراح القائل بأن {x}",
        "لم يُؤخذ بالاقتراح الداعي إلى أنْ {x}",
        "لم يُؤخذ بفكرة {x}",
        "لم يُؤخذ بالاقتراح المتعلق بـ{x}",
        "لم يُؤخذ بالاقتراح التالي: {x}",
    ),
    Verb.NOT_ADEQUATE: Row(
        "اعتُبر غير ملائم الاقتراح القائل بأن {x}",
        f"اعتُبر غير ملائم {_PROPOSAL}",
        "اعتُبرت غير ملائمة فكرة {x}",
        "اعتُبر غير ملائم الاقتراح المتعلق بـ{x}",
        "اعتُبر الاقتراح التالي غير ملائم: {x}",
    ),
    Verb.MINORITY_VIEW: Row(
        "سُجل{also} رأي للأقلية مفاده أن {x}",
        f"سُجل{{also}} رأي للأقلية يؤيد {_PROPOSAL}",
        "سُجل{also} رأي للأقلية مؤيد لـ{x}",
        "سُجل{also} رأي للأقلية مؤيد لـ{x}",
        "سُجل{also} رأي الأقلية التالي: {x}",
    ),
    Verb.SUGGESTED: Row(
        "طُرح{also} اقتراح مفاده أن {x}",
        "اقتُرح{also} أنْ {x}",
        "طُرح{also} اقتراح بـ{x}",
        "طُرح{also} اقتراح بشأن {x}",
        "اقتُرح{also} ما يلي: {x}",
    ),
    Verb.PROPOSED: Row(
        "قُدم{also} مقترح مفاده أن {x}",
        "قُدم{also} مقترح بأنْ {x}",
        "قُدم{also} مقترح بـ{x}",
        "قُدم{also} مقترح بشأن {x}",
        "قُدم{also} المقترح التالي: {x}",
    ),
    Verb.PROPOSAL: Row(
        "قُدم{also} اقتراح مفاده أن {x}",
        "قُدم{also} اقتراح بأنْ {x}",
        "قُدم{also} اقتراح بـ{x}",
        "قُدم{also} اقتراح بشأن {x}",
        "قُدم{also} الاقتراح التالي: {x}",
    ),
    Verb.MENTIONED: Row(
        "ذُكر{also} أن {x}",
        "أُشير{also} إلى إمكانية أنْ {x}",
        "أُشير{also} إلى إمكانية {x}",
        "أُشير{also} إلى {x}",
        "أُشير{also} إلى ما يلي: {x}",
    ),
    Verb.NOTED: Row(
        "لوحظ{also} أن {x}",
        "أُحيط علما{also} بضرورة أنْ {x}",
        "أُحيط علما{also} بـ{x}",
        "أُحيط علما{also} بـ{x}",
        "أُحيط علما{also} بما يلي: {x}",
    ),
    Verb.POINT: Row(
        "أُثيرت{also} نقطة مفادها أن {x}",
        "أُثيرت{also} نقطة مفادها أن من الضروري أنْ {x}",
        "وُجه{also} الانتباه إلى {x}",
        "وُجه{also} الانتباه إلى {x}",
        "أُثيرت{also} النقطة التالية: {x}",
    ),
    Verb.INFORMED: Row(
        f"{_INFORMED} بأن {{x}}",
        f"{_INFORMED} بأن من المعتزم أنْ {{x}}",
        f"{_INFORMED} بـ{{x}}",
        f"{_INFORMED} بـ{{x}}",
        f"{_INFORMED} بما يلي: {{x}}",
    ),
    Verb.EMPHASIZED: Row(
        "جرى التأكيد{also} على أن {x}",
        "جرى التأكيد{also} على ضرورة أنْ {x}",
        "جرى التأكيد{also} على أهمية {x}",
        "جرى التأكيد{also} على أهمية {x}",
        "جرى التأكيد{also} على ما يلي: {x}",
    ),
    Verb.STRESSED: Row(
        "شُدد{also} على أن {x}",
        "شُدد{also} على ضرورة أنْ {x}",
        "شُدد{also} على أهمية {x}",
        "شُدد{also} على أهمية {x}",
        "شُدد{also} على ما يلي: {x}",
    ),
    Verb.RECALLED: Row(
        "جرى التذكير{also} بأن {x}",
        "جرى التذكير{also} بالقرار السابق الداعي إلى أنْ {x}",
        "جرى التذكير{also} بالقرار السابق المؤيد لـ{x}",
        "جرى التذكير{also} بـ{x}",
        "جرى التذكير{also} بما يلي: {x}",
    ),
    Verb.CONCERN: Row(
        "أُعرب{also} عن القلق من أن {x}",
        f"أُعرب{{also}} عن القلق إزاء {_PROPOSAL}",
        "أُعرب{also} عن القلق إزاء {x}",
        "أُعرب{also} عن القلق إزاء {x}",
        "أُعرب{also} عن الشاغل التالي: {x}",
    ),
    Verb.DISCUSSION: Row(
        f"دار{{also}} بعض النقاش حول {_WHETHER}",
        f"دار{{also}} بعض النقاش حول {_WHETHER_TO}",
        "دار{also} بعض النقاش حول {x}",
        "دار{also} بعض النقاش حول {x}",
        "دار{also} بعض النقاش حول ما يلي: {x}",
    ),
    Verb.INVITED: Row(
        "أُعرب{also} عن الأمل في أن {x}",
        "دُعي المشاركون{also} إلى أنْ {x}",
        "دُعي المشاركون{also} إلى النظر في {x}",
        "دُعي المشاركون{also} إلى النظر في {x}",
        "دُعي المشاركون{also} إلى النظر فيما يلي: {x}",
    ),
    Verb.EXPRESSED_THE_VIEW: Row(
        "أُعرب{also} عن رأي مفاده أن {x}",
        f"أُعرب{{also}} عن رأي يؤيد {_PROPOSAL}",
        "أُعرب{also} عن رأي مؤيد لـ{x}",
        "أُعرب{also} عن رأي مؤيد لـ{x}",
        "أُعرب{also} عن الرأي التالي: {x}",
    ),
}


def _said(masculine: str, feminine: str) -> str:
    """The verb, then its subject."""
    return f"{{who:{masculine}|{feminine}}} {{who}}"


def _supported(verb: str, noun: str) -> Row:
    """A thing comes after a preposition: as an object, one without its article would have another ending."""
    return Row(
        f"{verb} {_THAT}",
        f"{verb} {_PROPOSAL}",
        f"{verb} {{x}}",
        f"{noun} لـ{{x}}",
        f"{verb} ما يلي: {{x}}",
    )


def _held(verb: str, put: str) -> Row:
    return Row(
        f"{verb}أن {{x}}",
        f"{verb}أن من الضروري أنْ {{x}}",
        f"{verb}أن من الضروري تأييد {{x}}",
        f"{verb}أن من الضروري تأييد {{x}}",
        f"{put}: {{x}}",
    )


_EXPRESSED = _said("أعرب", "أعربت")
_SHOWED = _said("أبدى", "أبدت")
_POINTED = _said("أشار", "أشارت")
_PUT = _said("طرح", "طرحت")
_OFFERED = _said("قدم", "قدمت")
_LAID = _said("عرض", "عرضت")
_RAISED = _said("أثار", "أثارت")
_CALLED_FOR = _said("دعا", "دعت")
_TOLD = f"{_said('أبلغ', 'أبلغت')} {{event:الاجتماع|المشاركين}}"
_URGED = f"{_said('حث', 'حثت')}"
_NOTED = _said("أحاط", "أحاطت")
_PROPOSED = _said("اقترح", "اقترحت")
_REMINDED = _said("ذكّر", "ذكّرت")

SPOKEN = {
    Verb.IN_FAVOUR: _supported(_said("أيّد", "أيّدت"), f"{_SHOWED} تأييدا"),
    Verb.FAVOURED: _supported(_said("حبّذ", "حبّذت"), f"{_SHOWED} تحبيذا"),
    Verb.SUPPORTED: Row(
        f"{_SHOWED} تأييدا للرأي القائل بأن {{x}}",
        f"{_SHOWED} تأييدا للاقتراح الداعي إلى أنْ {{x}}",
        f"{_SHOWED} تأييدا لـ{{x}}",
        f"{_SHOWED} تأييدا لـ{{x}}",
        f"{_SHOWED} تأييدا لما يلي: {{x}}",
    ),
    Verb.NOT_SUPPORTED: _supported("لم {who:يؤيد|تؤيد} {who}", "لم {who:يبد|تبد} {who} تأييدا"),
    Verb.CONSIDERED: _held(f"{_said('ارتأى', 'ارتأت')} ", f"{_said('ارتأى', 'ارتأت')} ما يلي"),
    Verb.FELT: _held(f"{_said('رأى', 'رأت')} ", f"{_said('رأى', 'رأت')} ما يلي"),
    Verb.ARGUED: _held(f"{_said('دفع', 'دفعت')} ب", f"{_said('دفع', 'دفعت')} بما يلي"),
    Verb.COMMENTED: _held(f"{_said('علّق', 'علّقت')} ب", f"{_SHOWED} التعليق التالي"),
    Verb.EXPRESSED_THE_VIEW: _held(f"{_EXPRESSED} عن رأي مفاده ", f"{_EXPRESSED} عن الرأي التالي"),
    Verb.MENTIONED: Row(
        f"{_said('ذكر', 'ذكرت')} أن {{x}}",
        f"{_POINTED} إلى ضرورة أنْ {{x}}",
        f"{_POINTED} إلى {{x}}",
        f"{_POINTED} إلى {{x}}",
        f"{_POINTED} إلى ما يلي: {{x}}",
    ),
    Verb.NOTED: Row(
        f"{_said('لاحظ', 'لاحظت')} أن {{x}}",
        f"{_NOTED} علما بضرورة أنْ {{x}}",
        f"{_NOTED} علما بـ{{x}}",
        f"{_NOTED} علما بـ{{x}}",
        f"{_NOTED} علما بما يلي: {{x}}",
    ),
    Verb.EMPHASIZED: Row(
        f"{_said('أكد', 'أكدت')} أن {{x}}",
        f"{_said('أكد', 'أكدت')} على ضرورة أنْ {{x}}",
        f"{_said('أكد', 'أكدت')} على {{x}}",
        f"{_said('أكد', 'أكدت')} على {{x}}",
        f"{_said('أكد', 'أكدت')} على ما يلي: {{x}}",
    ),
    Verb.STRESSED: Row(
        f"{_said('شدد', 'شددت')} على أن {{x}}",
        f"{_said('شدد', 'شددت')} على ضرورة أنْ {{x}}",
        f"{_said('شدد', 'شددت')} على {{x}}",
        f"{_said('شدد', 'شددت')} على {{x}}",
        f"{_said('شدد', 'شددت')} على ما يلي: {{x}}",
    ),
    Verb.RECALLED: Row(
        f"{_REMINDED} بأن {{x}}",
        f"{_REMINDED} بضرورة أنْ {{x}}",
        f"{_REMINDED} بـ{{x}}",
        f"{_REMINDED} بـ{{x}}",
        f"{_REMINDED} بما يلي: {{x}}",
    ),
    Verb.SUGGESTED: Row(
        f"{_PUT} اقتراحا مفاده أن {{x}}",
        f"{_PROPOSED} أنْ {{x}}",
        f"{_PROPOSED} {{x}}",
        f"{_PUT} اقتراحا بشأن {{x}}",
        f"{_PROPOSED} ما يلي: {{x}}",
    ),
    Verb.PROPOSED: Row(
        f"{_OFFERED} مقترحا مفاده أن {{x}}",
        f"{_OFFERED} مقترحا بأنْ {{x}}",
        f"{_OFFERED} مقترحا بـ{{x}}",
        f"{_OFFERED} مقترحا بشأن {{x}}",
        f"{_OFFERED} المقترح التالي: {{x}}",
    ),
    Verb.PRESENTED: Row(
        f"{_LAID} اقتراحا مفاده أن {{x}}",
        f"{_LAID} اقتراحا بأنْ {{x}}",
        f"{_LAID} اقتراحا بـ{{x}}",
        f"{_OFFERED} عرضا لـ{{x}}",
        f"{_LAID} ما يلي: {{x}}",
    ),
    Verb.URGED: Row(
        f"{_said('أكد', 'أكدت')} بإلحاح أن {{x}}",
        f"{_URGED} {{event:الاجتماع|المشاركين}} على أنْ {{x}}",
        f"{_CALLED_FOR} إلى {{x}}",
        f"{_CALLED_FOR} إلى {{x}}",
        f"{_URGED} على ما يلي: {{x}}",
    ),
    Verb.CONCERN: Row(
        f"{_EXPRESSED} عن القلق من أن {{x}}",
        f"{_EXPRESSED} عن القلق إزاء {_PROPOSAL}",
        f"{_EXPRESSED} عن القلق إزاء {{x}}",
        f"{_EXPRESSED} عن القلق إزاء {{x}}",
        f"{_EXPRESSED} عن الشاغل التالي: {{x}}",
    ),
    Verb.DISCUSSION: Row(
        f"{_RAISED} مسألة {_WHETHER}",
        f"{_RAISED} مسألة {_WHETHER_TO}",
        f"{_RAISED} مسألة {{x}}",
        f"{_RAISED} مسألة {{x}}",
        f"{_RAISED} المسألة التالية: {{x}}",
    ),
    Verb.INFORMED: Row(
        f"{_TOLD} بأن {{x}}",
        f"{_TOLD} بأن من المعتزم أنْ {{x}}",
        f"{_OFFERED} إحاطة عن {{x}}",
        f"{_OFFERED} إحاطة عن {{x}}",
        f"{_TOLD} بما يلي: {{x}}",
    ),
    Verb.INVITED: Row(
        f"{_EXPRESSED} عن الأمل في أن {{x}}",
        f"{_CALLED_FOR} المشاركين إلى أنْ {{x}}",
        f"{_CALLED_FOR} المشاركين إلى النظر في {{x}}",
        f"{_CALLED_FOR} المشاركين إلى النظر في {{x}}",
        f"{_CALLED_FOR} المشاركين إلى النظر فيما يلي: {{x}}",
    ),
}

UNSURE = {
    "impersonal/agreed/clause": "a sentence that follows another in its paragraph begins with و",
    "impersonal/agreed/infinitive": "“أنْ” is written with its sukun in frames alone, to tell it from “أن”",
    "impersonal/concluded/clause": "“خُلص إلى”, for want of a subject",
    "impersonal/prevailing/clause": "“الرأي السائد”, as in the reports of UNCITRAL",
    "impersonal/rejected/clause": "“لم يحظ بالقبول” for “find favour”",
    "impersonal/suggested/clause": "“اقتُرح أن” asks for the subjunctive; positions are put with “ينبغي”",
    "impersonal/invited/clause": "“الأمل في أن”, with the mood in which the hope was put",
    "impersonal/views differed/clause": "“كان” agrees with a first word in ة or ات, not with every feminine",
    "impersonal/consensus/clause": "after أن a plural in ون should be in ين; it stays as it was put",
    "spoken/commented/clause": "“علّق بأن” for “commented that”",
    "spoken/considered/clause": "the verb agrees with a name by its ending; in other letters, none",
    "spoken/urged/clause": "“أكد بإلحاح” for “urge”, which would ask for the subjunctive",
}
