"""Arabic sentences that are not about a position: formalities, lead-ins, what is put on record, notes."""

SENTENCES = {
    # The frame of a sentence
    "however": "ومع ذلك، {x}",
    "finally": "وأخيرا، {x}",
    "opener": "{opener} {x}",
    "topic": "فيما يتعلق بـ{x}، {rest}",
    "lead": "{x}:",
    "lead.put": "{x} ({language}):",
    "including": "{x}، بما في ذلك ما يلي",
    "to": "أنْ {x}",
    # Words as they were put
    "quote": "«{x}»",
    "quote.within": "“{x}”",
    "quote.put": "«{x}» ({language})",
    "other language": "بلغة أخرى",
    # Who speaks
    "secretariat": "الأمانة",
    "officer": "{name}[، {title}]",
    "representing": "{body}، نيابة عن {group}",
    "representatives": "ممثلو {group}",
    "apposed": "{who}،",
    "aside": "{who}، {opener}،",
    # Formalities
    "opening": "افتتاح {event:الاجتماع|المشاورة}",
    "adopted": "أُقر جدول الأعمال",
    "as drafted": "أُقر مشروع جدول الأعمال بصيغته المقدمة",
    "as amended": "أُقر مشروع جدول الأعمال بصيغته المعدلة",
    "documents": "عُرضت وثائق المعلومات الأساسية من جانب {by}",
    "document": "عُرضت وثيقة المعلومات الأساسية {x} من جانب {by}",
    "both": "{a}، و{b}",
    "presented": "قُدم{also} عرض لـ{x}[ من جانب {by}][ {purpose}]",
    "presented.proposed": "قُدم{also} مقترح بشأن {x}[ من جانب {by}][ {purpose}]",
    "presented.title": "الوثيقة {x}",
    "silence": "لم تُقدم أي مقترحات في إطار هذا البند",
    "deadline.open": "لم يُحدد بعد الموعد النهائي لـ{x}",
    # Lists
    "following": "{made} ال{entries} التالية",
    "following.one": "أُثيرت النقطة التالية",
    "following.other": "أُثيرت أيضا النقطة التالية",
    "several": "{made} عدة {entries}[ {purpose}]",
    "two": "{two}[ {purpose}]",
    "called.list": "مقترحات",
    "called.options": "خيارات",
    "called.document": "تعليقات",
    "less": "كان توافق الآراء أقل بشأن المسائل التالية",
    "less.other": "غير أن توافق الآراء كان أقل بشأن مسائل أخرى",
    # The other side, and what is put on record
    "not all": "{x}، وإن لم يوافق الجميع على ذلك",
    "opposed": "لم {who:يوافق|توافق} {who} على ذلك",
    "opposed.few": "لم يوافق الجميع على ذلك",
    "objection": "أُبقي على ما يلي من اعتراضات: {x}",
    "objection.group": "أُبقي على اعتراض مقدم باسم {group}: {x}",
    "set aside": "لم يُؤخذ باعتراض نصه {x}، وذلك للأسباب التالية: {answer}",
    "call": "لم يرد أي اعتراض عندما طُرح الأمر على الجميع",
    "call.silence": "في إطار إجراء الصمت، لم يرد أي اعتراض قبل الموعد النهائي",
    "reservation": "سُجل ما يلي من تحفظات: {x}",
    # Title, dates and notes
    "dated": "{title}: {date}",
    "dated.aside": "{title} ({date})",
    "online": "من {opens} إلى {closes}",
    "minority.of": "بيان مقدم من {of}[، بتأييد من {supporters}]: {x}",
    "minority.of.paragraph": "بيان بشأن الفقرة {label} مقدم من {of}[، بتأييد من {supporters}]: {x}",
    "minority.others": "{n} من المشاركين الآخرين",
    "minority.signatories": "{n} من المشاركين",
    "minority.anonymous": "أصحاب رأي أقلية",
    "review.provisional": "الوضع الذي حددته الرئاسة بشأن {ref} مؤقت: كان الطعن فيه لا يزال ممكنا وقت تسجيله",
    "review.provisional.paragraph": "الوضع الذي حددته الرئاسة في الفقرة {label} مؤقت: كان الطعن فيه لا "
    "يزال ممكنا وقت تسجيله",
    "review.appeal": "استئناف إلى الهيئة المضيفة[ مقدم من {of}] على الوضع المحدد بشأن {ref}: {x}",
    "review.appeal.paragraph": "استئناف إلى الهيئة المضيفة[ مقدم من {of}] على الوضع المحدد في الفقرة "
    "{label}: {x}",
    "review.heard": "وردت الهيئة المضيفة بما يلي: {x}",
    "method.vote": "يعرض هذا التقرير ما قيل وما خلصت إليه الرئاسة؛ وليست المشاورة تصويتا ولا استطلاعا للرأي",
    "method.status": "تحدد الرئاسة وضع كل موقف وتبين الأسباب؛ وما لم يُحدد وضعه يرد في التقرير بوصفه مقترحا",
    "method.thresholds": "لا تعدو الأرقام أن تقترح على الرئاسة وضعا ما: توافق في الآراء اعتبارا من "
    "{consensus} في المائة من المؤيدين، على أن تبلغ نسبتهم {each} في المائة في كل مجموعة من مجموعات أصحاب "
    "المصلحة وألا يبقى أي اعتراض قائما؛ وتأييد واسع اعتبارا من {broad} في المائة",
    "method.limits": "ويحتمل التأييد الواسع اعتراضات قائمة لا تتجاوز {objections} في المائة، ما لم يكن "
    "أحدها باسم مجموعة؛ وتنقسم الآراء اعتبارا من {divided} في المائة من المؤيدين؛ ولا يُستبقى الموقف حتى "
    "{rejected} في المائة",
    "method.certainty": "إذا لم يصوت جميع من يحق لهم التصويت، عُدت النسبة متحققة أو غير متجاوزة متى كان "
    "من المؤكد بنسبة {certainty} في المائة أنهم جميعا يؤكدونها",
    "method.heard": "لا يُقترح شيء قبل أن يتخذ موقفا ما لا يقل عن {voters} ممن يحق لهم التصويت و{turnout} "
    "في المائة منهم، وقبل الاستماع إلى مجموعات عددها {groups}، لكل منها من الأصوات {heard}؛ ويكفي الأقل "
    "حيث لا يوجد أكثر",
    "method.delegation": "لكل وفد صوت واحد، ولا تدخل حالات الامتناع عن التصويت في حساب النسب؛ وبلغ عدد "
    "الوفود المصوتة {n}",
    "method.person": "لكل شخص صوت واحد، ولا تدخل حالات الامتناع عن التصويت في حساب النسب؛ وبلغ عدد "
    "المصوتين {n}",
    "method.neutral": "لا تفيد كلمتا «بعض» و«آخرون» بأي شيء عن العدد",
    "method.scale": "من بين الذين اتخذوا موقفا، تعني كلمة «قلة» أقل من 15 في المائة، و«بعض» من 15 إلى "
    "29 في المائة، و«عدة» من 30 إلى 49 في المائة، و«كثير» من 50 إلى 74 في المائة، و«معظم» من 75 إلى 89 في "
    "المائة، و«جميع … تقريبا» 90 في المائة أو أكثر؛ ويُشار إلى الجانبين المتقاربين عددا بكلمتي «بعض» "
    "و«آخرون»، ولا يُعبَّر بالكلمات عن عدد يقل عن ثلاثة",
    "method.names": "لا تُنسب الآراء إلى أصحابها، إلا إلى أعضاء المكتب ومن تكلموا باسم مجموعة من أصحاب "
    "المصلحة ومن طلبوا ذكر أسمائهم",
    "method.languages": "ما طُرح بلغة غير لغة هذا التقرير يرد كما هو بين علامتي اقتباس",
    # Annexes
    "annex.participants": "قائمة المشاركين",
    "annex.positions": "المواقف والأصوات",
    "annex.review": "الأوضاع المؤقتة والاستئنافات",
    "annex.minority": "بيانات الأقلية",
    "annex.documents": "قائمة الوثائق",
    "annex.method": "مذكرة بشأن المنهجية",
    "annex.delegations": "الوفود",
    "annex.persons": "الأشخاص الذين وافقوا على ذكر أسمائهم",
    "annex.document": "{x}[ (البند {number} من جدول الأعمال)][، مقدمة من {by}]",
    "annex.position": "الموقف",
    "annex.put": "{ref} {x} ({status}[، الفقرة {label}])",
    "annex.all": "المجموع",
    "annex.no group": "خارج المجموعات",
    "annex.figures": "تدل الأرقام على عدد المؤيدين وعدد المعارضين وعدد الممتنعين عن التصويت",
    "annex.withheld": "تحل شرطة محل الأرقام حيثما يمكن أن تكشف كيف صوّت أحد",
    "annex.votes": "ما تقوله الأصوات",
    "annex.side": "الجانب",
    "annex.surely": "الحد الأدنى في كل مجموعة",
    "annex.abstain": "الممتنعون",
    "annex.likely": "التأييد المرجح",
    "annex.here": "المجموعة",
    "annex.elsewhere": "سائر المصوتين",
    "annex.day": "اليوم",
    "annex.share": "نسبة المؤيدين",
    "annex.determined": "ما تقرر",
    "annex.for": "مؤيد",
    "annex.against": "معارض",
    # What the votes say
    "said.counted": "عدد الأصوات المحسوبة: {n}؛ وعدد المصوتين: {voters}",
    "said.found": "تكشف الأصوات عن مجموعات رأي: فالانتماء إلى إحداها ينبئ بالتصويت في سائر المواقف",
    "said.too few": "عدد من صوتوا على ما يكفي من المواقف أقل من أن يتيح البحث عن مجموعات رأي",
    "said.not distinct": "لا توجد مجموعات رأي متمايزة: فمن يتفقون على موقف يختلفون على آخر",
    "said.withheld": "التصويت سري، ومجموعات الرأي قد تكشف كيف صوّت كل واحد: ولذلك لا يعرض شيء منها",
    "said.unites": "تقف كل المجموعات في الجانب نفسه من هذه المواقف، بالنسبة المبينة على الأقل، باحتمال "
    "تسعة من عشرة لكل منها",
    "said.unites.all": "يقف أكثر من نصف المصوتين في جانب واحد من هذه المواقف، باحتمال تسعة من عشرة",
    "said.divides": "تؤيد مجموعة هذه المواقف وتعارضها أخرى، باحتمال تسعة من عشرة لكل منهما",
    "said.divides.all": "ينقسم المصوتون في هذه المواقف إلى جانبين متقاربين",
    "said.uncertain": "ليس مؤكدا بعد أي الجانبين أكبر في {x}",
    "said.unseen": "الأرقام قليلة الدلالة حيث صوّت أقل من {n}، كما في {x}",
    "said.map": "على هذه الخريطة يتقارب من يصوتون بالطريقة نفسها، من دون أسمائهم",
    "said.sizes": "المجموعات وعدد المصوتين في كل منها: {x}",
    "said.typical": "هذه المواقف مميزة للمجموعة {x} مقارنة بسائر المصوتين",
    "said.strip": "كل صف موقف، والأكثر تأييدا أولا، وفيه الأصوات المؤيدة والممتنعة والمعارضة؛ ويبين خط "
    "أين يرجح أن يقع التأييد",
    "said.support": "هذه أرقام كل موقف؛ والعمود الأخير هو حيث يرجح أن يقع تأييد جميع من يحق لهم التصويت",
    "said.course": "هذه جميع الأصوات كما كانت في نهاية كل يوم",
    "said.course.picture": "الخط هو نسبة المؤيدين من جميع الأصوات التي اتخذت جانبا، في نهاية كل يوم؛ "
    "ويدل المعين على قرار للرئاسة",
    "status.agreed": "متفق عليه",
    "status.consensus": "توافق في الآراء",
    "status.broad": "تأييد واسع",
    "status.divided": "تباين في الآراء",
    "status.none": "عدم اتفاق",
    "status.rejected": "لم يُؤخذ به",
    "status.minority": "رأي أقلية",
    "status.forward": "مطروح",
    "status.noted": "أُحيط علما به",
    # The seal, and what a later version sets right
    "corrigendum": "تصويب",
    "corrigendum.line": "تصوب النسخة {version} من هذا التقرير ما يلي: {corrects}",
    "digest": "بصمة SHA-256 للسجل الذي يستند إليه هذا التقرير: {digest}",
}

# Nothing here agrees with whoever holds the office.
ROLES = {
    "chair": "{event:عُقد الاجتماع|أُجريت المشاورة} برئاسة {officers}",
    "co-chair": "{event:عُقد الاجتماع|أُجريت المشاورة} برئاسة مشتركة من {officers}",
    "rapporteur": "أُسندت مهام المقرر إلى {officers}",
}
KINDS = {"numbered": "التقرير النهائي", "bulleted": "موجز الاجتماع"}
DRAFTS = {"numbered": "مشروع التقرير النهائي", "bulleted": "مشروع موجز الاجتماع"}

LANGUAGES = {
    "ar": "بالعربية",
    "en": "بالإنكليزية",
    "es": "بالإسبانية",
    "fr": "بالفرنسية",
    "ru": "بالروسية",
    "zh": "بالصينية",
}
GROUPS = {
    "governments": ("الحكومات", "ممثلو الحكومات"),
    "private-sector": ("القطاع الخاص", "ممثلو القطاع الخاص"),
    "civil-society": ("المجتمع المدني", "ممثلو المجتمع المدني"),
    "technical-academic": ("الأوساط التقنية والأكاديمية", "ممثلو الأوساط التقنية والأكاديمية"),
    "international-organizations": ("المنظمات الدولية", "ممثلو المنظمات الدولية"),
}
PRONOUNS = {"f": "هي", "m": "هو"}
SAMPLES = {
    "clause": "ينبغي تنظيم الأسبوع حول مواضيع",
    "infinitive": "يُنظَّم الأسبوع حول مواضيع",
    "gerund": "تنظيم الأسبوع حول مواضيع",
    "noun": "برنامج أقصر",
    "body": "المكتب",
    "officer": "السيدة كواي",
    "title": "مديرة المرفأ",
    "opener": "فيما يتعلق بالشكل،",
    "purpose": "للمضي قدما بالأعمال",
}
UNSURE = {
    "sentences/call.silence": "“إجراء الصمت” for a silence procedure",
    "sentences/presented": "“قُدم عرض لـ”, so that nothing has to agree with a title",
    "sentences/less": "“توافق الآراء أقل” for “less consensus”",
    "sentences/annex.minority": "“بيانات الأقلية”: of a minority view, not of minorities",
    "sentences/representing": "“نيابة عن” for “representing”, so that nothing agrees with the body",
    "sentences/set aside": "“لم يُؤخذ باعتراض” for an objection that was set aside",
    "roles/rapporteur": "entrusted to somebody, so that nothing agrees with who it is",
    "sentences/quote.within": "“…” within «…»; some write ‹…›",
    "sentences/following.one": "“النقطة التالية” of a lone entry, whatever it is called",
    "sentences/following.other": "as above",
    "sentences/opening": "“افتتاح المشاورة” of a consultation, as of a meeting",
    "sentences/minority.of": "“بتأييد من” for those who signed a statement",
    "sentences/minority.of.paragraph": "as above",
    "sentences/minority.others": "the figure stands before “من”, so that nothing is counted in the dual",
    "sentences/minority.signatories": "as above",
    "sentences/minority.anonymous": "“أصحاب رأي أقلية” for those who hold it and are not named",
    "sentences/method.scale": "the words of the scale, “قلة” to “جميع … تقريبا”, with their shares",
    "sentences/annex.withheld": "“شرطة” for a dash in place of figures",
    "sentences/status.forward": "“مطروح” for put forward; “مقترح” is used too",
    "sentences/status.noted": "“أُحيط علما به” of a position, as of a report",
    "sentences/corrigendum.line": "“تصوب النسخة” for a version that sets something right",
}
