"""Russian sentences that are not about a position: formalities, lead-ins, what is put on record, notes."""

_BY = "{by:представил|представила|представило|представили} {by}"
_GAVE = "{by:выступил|выступила|выступило|выступили} {by}"

SENTENCES = {
    "however": "однако {x}",
    "finally": "наконец, {x}",
    "opener": "{opener} {x}",
    "topic": "по следующей теме — {x} — {rest}",
    "lead": "{x}:",
    "lead.put": "{x} ({language}):",
    "including": "{x}, включая следующие пункты",
    "to": "{x}",
    "quote": "«{x}»",
    "quote.within": "„{x}“",
    "quote.put": "«{x}» ({language})",
    "other language": "на другом языке",
    "secretariat": "секретариат",
    "officer": "{name}[, {title}]",
    "representing": (
        "{body}, {body:представляющий|представляющая|представляющее|представляющие} интересы {group}"
    ),
    "representatives": "представители {group}",
    "apposed": "{who},",
    "aside": "{who}, {opener},",
    "opening": "открытие {event:совещания|консультации}",
    "adopted": "повестка дня была утверждена",
    "as drafted": "проект повестки дня был утвержден без изменений",
    "as amended": "проект повестки дня был утвержден с внесенными в него поправками",
    "documents": f"справочные документы {_BY}",
    "document": f"справочный документ {{x}} {_BY}",
    "both": "{a}, и {b}",
    "presented": (
        f"состоялось{{also}} представление следующего материала[, с которым {_GAVE}][ {{purpose}}]: {{x}}"
    ),
    "presented.proposed": (
        f"было{{also}} внесено следующее предложение[, с которым {_GAVE}][ {{purpose}}]: {{x}}"
    ),
    "presented.title": "документ {x}",
    "silence": "по данному пункту предложений не поступило",
    "deadline.open": "для следующего еще предстоит установить срок: {x}",
    "following": "были {made} следующие {entries}",
    "following.one": "был поднят следующий вопрос",
    "following.other": "был также поднят следующий вопрос",
    "several": "были {made} несколько {entries}[ {purpose}]",
    "two": "были {made} два {entries}[ {purpose}]",
    "called.list": "предложения",
    "called.options": "варианты",
    "called.document": "замечания",
    "less": "по следующим вопросам степень согласия была ниже",
    "less.other": "по другим вопросам, однако, степень согласия была ниже",
    "not all": "хотя согласились с этим не все, {x}",
    "opposed": "{who} с этим не {who:согласился|согласилась|согласилось|согласились}",
    "opposed.few": "согласились с этим не все",
    "objection": (
        "{n:было сохранено следующее возражение|были сохранены следующие возражения|"
        "были сохранены следующие возражения}: {x}"
    ),
    "objection.group": "от имени {group} было сохранено следующее возражение: {x}",
    "set aside": "возражение {x} было отклонено по следующим причинам: {answer}",
    "reservation": (
        "{n:была зафиксирована следующая оговорка|были зафиксированы следующие оговорки|"
        "были зафиксированы следующие оговорки}: {x}"
    ),
    "dated": "{title}: {date}",
    "dated.aside": "{title} ({date})",
    "online": "с {opens} по {closes}",
    "minority.of": "Заявление {of}[ (поддержали: {supporters})]: {x}",
    "minority.of.paragraph": "Заявление {of}[ (поддержали: {supporters})] по пункту {label}: {x}",
    "minority.others": "еще {n} {n:участник|участника|участников}",
    "minority.signatories": "{n} {n:участник|участника|участников}",
    "minority.anonymous": "авторы мнения меньшинства",
    "review.provisional": "заключение председателя по {ref} является предварительным: на момент записи "
    "его еще можно было оспорить",
    "review.provisional.paragraph": "заключение председателя, изложенное в пункте {label}, является "
    "предварительным: на момент записи его еще можно было оспорить",
    "review.appeal": "подана апелляция в принимающий орган[ (податель: {of})] на заключение по {ref}: {x}",
    "review.appeal.paragraph": "подана апелляция в принимающий орган[ (податель: {of})] на заключение, "
    "изложенное в пункте {label}: {x}",
    "review.heard": "ответ принимающего органа: {x}",
    "method.vote": "в настоящем докладе изложено то, что было сказано, и выводы председателя; консультация "
    "не является ни голосованием, ни опросом общественного мнения",
    "method.status": "статус позиции определяет председатель с указанием причин; то, по чему никто не вынес "
    "заключения, излагается как предложение",
    "method.thresholds": "цифры лишь подсказывают председателю статус: консенсус — начиная "
    "с {consensus}\u00a0% голосов «за» при {each}\u00a0% в каждой группе заинтересованных сторон и "
    "в отсутствие нерассмотренных возражений; широкая поддержка — начиная с {broad}\u00a0%",
    "method.limits": "широкая поддержка допускает нерассмотренные возражения не более чем от "
    "{objections}\u00a0%, если ни одно из них не выдвинуто от имени группы; мнения разделились — начиная "
    "с {divided}\u00a0% голосов «за», а до {rejected}\u00a0% включительно позиция не принимается",
    "method.certainty": "если проголосовали не все, кто имеет право голоса, доля считается достигнутой "
    "или не превышенной, когда с уверенностью в {certainty}\u00a0% ее подтвердили бы все вместе",
    "method.heard": "ничего не подсказывается, пока определенную позицию не займут не менее {voters} "
    "голосов и {turnout}\u00a0% имеющих право голоса и пока не услышано групп в количестве {groups} при "
    "числе голосов от каждой не менее {heard}; если их меньше, достаточно всех",
    "method.delegation": "каждая делегация имеет один голос, а воздержавшиеся при подсчете долей не "
    "учитываются; в голосовании {n:приняла|приняли|приняли} участие {n} {n:делегация|делегации|делегаций}",
    "method.person": "каждый участник имеет один голос, а воздержавшиеся при подсчете долей не "
    "учитываются; в голосовании {n:принял|приняли|приняли} участие {n} {n:человек|человека|человек}",
    "method.neutral": "слова «некоторые» и «другие» не указывают на количество",
    "method.scale": "из числа занявших определенную позицию «отдельные» означает менее 15\u00a0%, "
    "«некоторые» — от 15 до 29\u00a0%, «несколько» — от 30 до 49\u00a0%, «многие» — от 50 до 74\u00a0%, "
    "«большинство» — от 75 до 89\u00a0%, «почти все» — 90\u00a0% и более; стороны примерно равной "
    "численности обозначаются словами «некоторые» и «другие», а менее трех голосов словами не обозначаются",
    "method.names": "мнения приводятся без указания авторов, за исключением должностных лиц, тех, кто "
    "выступал от имени группы заинтересованных сторон, и тех, кто просил назвать себя",
    "method.languages": "то, что было высказано на ином языке, чем язык настоящего доклада, приводится "
    "в кавычках без изменений",
    "annex.participants": "Список участников",
    "annex.positions": "Позиции и результаты голосования",
    "annex.review": "Предварительные заключения и апелляции",
    "annex.minority": "Заявления меньшинства",
    "annex.documents": "Перечень документов",
    "annex.method": "Примечание о методе",
    "annex.delegations": "Делегации",
    "annex.persons": "Лица, согласившиеся на указание их имен",
    "annex.document": f"{{x}}[ (пункт {{number}} повестки дня)][; документ {_BY}]",
    "annex.position": "Позиция",
    "annex.put": "{ref} {x} ({status}[, пункт {label}])",
    "annex.all": "Всего",
    "annex.no group": "Вне групп",
    "annex.figures": "цифры означают число голосов «за», голосов «против» и воздержавшихся",
    "annex.withheld": "прочерк стоит там, где цифры могли бы показать, кто как голосовал",
    "status.agreed": "согласовано",
    "status.consensus": "консенсус",
    "status.broad": "широкая поддержка",
    "status.divided": "мнения разделились",
    "status.none": "согласия нет",
    "status.rejected": "не поддержано",
    "status.minority": "мнение меньшинства",
    "status.forward": "выдвинуто",
    "status.noted": "принято к сведению",
    "corrigendum": "Исправление",
    "corrigendum.line": "в версии {version} настоящего доклада исправлено следующее: {corrects}",
    "digest": "Хеш-сумма SHA-256 материалов, на которых основан настоящий доклад: {digest}",
}

ROLES = {
    "chair": "председатель {event:совещания|консультации} — {officers}",
    "co-chair": "сопредседатели {event:совещания|консультации} — {officers}",
    "rapporteur": "{n:докладчик|докладчики|докладчики} — {officers}",
}
KINDS = {"numbered": "Заключительный доклад", "bulleted": "Краткий отчет о совещании"}
DRAFTS = {"numbered": "Проект заключительного доклада", "bulleted": "Проект краткого отчета о совещании"}

LANGUAGES = {
    "ar": "на арабском языке",
    "en": "на английском языке",
    "es": "на испанском языке",
    "fr": "на французском языке",
    "ru": "на русском языке",
    "zh": "на китайском языке",
}
GROUPS = {
    "governments": ("правительства", "представители правительств"),
    "private-sector": ("частный сектор", "представители частного сектора"),
    "civil-society": ("гражданское общество", "представители гражданского общества"),
    "technical-academic": (
        "техническое и академическое сообщество",
        "представители технического и академического сообщества",
    ),
    "international-organizations": (
        "международные организации",
        "представители международных организаций",
    ),
}
PRONOUNS = {"f": "она", "m": "он"}
SAMPLES = {
    "clause": "неделю следует построить вокруг тем",
    "infinitive": "построить неделю вокруг тем",
    "gerund": "построить неделю вокруг тем",
    "noun": "более короткая программа",
    "body": "Бюро",
    "officer": "г-жа Куэй",
    "title": "капитан порта",
    "opener": "В отношении формата",
    "purpose": "в целях содействия работе",
}
UNSURE = {
    "roles/chair": "a dash, so that nothing has to agree with the chair: “председательствовала г-жа …”",
    "sentences/objection.group": "“группы «…»” of a name that cannot be declined",
    "sentences/minority.of": "a name that cannot be declined is in brackets",
    "sentences/topic": "the topic between dashes, so that it need not be declined",
    "sentences/less": "“степень согласия была ниже” for “less consensus”",
    "sentences/not all": "said before the view, since a view may end in a list of things after a colon",
    "sentences/presented": "“представление следующего материала”, so that nothing has to agree with a title",
    "sentences/several": "the verb in the plural; “различные” before what cannot be declined",
    "sentences/two": "“(в количестве двух)” of what cannot be declined",
    "sentences/quote.within": "„…“ within «…»; many publishers repeat «…»",
    "sentences/following.one": "“вопрос” of a lone entry, whatever it is called",
    "sentences/following.other": "as above",
    "sentences/opening": "“консультации” in the singular of one that is held in writing",
    "sentences/minority.of.paragraph": "a name that cannot be declined is in brackets",
    "sentences/minority.anonymous": "“авторы мнения” for those who hold it and are not named",
    "sentences/method.scale": "the words of the scale, “отдельные” to “почти все”, with their shares",
    "sentences/annex.withheld": "“прочерк” for a dash in place of figures",
    "sentences/status.forward": "“выдвинуто” for put forward, neuter of whatever it is",
    "sentences/corrigendum.line": "“в версии … исправлено следующее”",
}
