"""Chinese sentences that are not about a position: formalities, lead-ins, what is put on record, notes."""

SENTENCES = {
    # The frame of a sentence
    "however": "但是，{x}",
    "finally": "最后，{x}",
    "opener": "{opener}{x}",
    "topic": "关于{x}，{rest}",
    "lead": "{x}：",
    "lead.put": "{x}（{language}）：",
    "including": "{x}，包括以下各点",
    "to": "{x}",
    # Words as they were put
    "quote": "“{x}”",
    "quote.within": "‘{x}’",
    "quote.put": "“{x}”（{language}）",
    "other language": "原文为另一种语言",
    # Who speaks
    "secretariat": "秘书处",
    "officer": "{name}[（{title}）]",
    "representing": "{body}（代表{group}）",
    "representatives": "{group}代表",
    "apposed": "{who}",
    "aside": "{who}，{opener}，",
    # Formalities
    "opening": "{event:会议|磋商}开幕",
    "adopted": "议程获得通过",
    "as drafted": "议程草案未经修改获得通过",
    "as amended": "议程草案经修正后获得通过",
    "documents": "由{by}介绍了背景文件",
    "document": "由{by}介绍了背景文件{x}",
    "both": "{a}，并{b}",
    "presented": "与会者{also}听取了[{by}]关于{x}的介绍[，{purpose}]",
    "presented.proposed": "与会者{also}收到了[{by}提出的]{x}[，{purpose}]",
    "presented.title": "文件{x}",
    "silence": "在本项目下没有提出任何提案",
    "deadline.open": "{x}的截止日期尚待确定",
    # Lists
    "following": "与会者{made}了下列{entries}",
    "following.one": "与会者提出了下述一点",
    "following.other": "与会者还提出了下述一点",
    "several": "与会者{made}了若干{entries}[，{purpose}]",
    "two": "与会者{two}[，{purpose}]",
    "called.list": "提案",
    "called.options": "选项",
    "called.document": "评论",
    "less": "与会者在以下问题上的一致程度较低",
    "less.other": "但是，与会者在其他问题上的一致程度较低",
    # The other side, and what is put on record
    "not all": "{x}，但并非所有与会者都同意",
    "opposed": "{who}不同意",
    "opposed.few": "并非所有与会者都同意",
    "objection": "以下反对意见得到坚持：{x}",
    "objection.group": "有一项以{group}名义提出的反对意见得到坚持：{x}",
    "set aside": "一项反对意见（{x}）未予采纳，理由如下：{answer}",
    "reservation": "以下保留意见记录在案：{x}",
    # Title, dates and notes
    "dated": "{title}：{date}",
    "dated.aside": "{title}（{date}）",
    "online": "{opens}至{closes}",
    "minority.of": "{of}的声明[（附议：{supporters}）]：{x}",
    "minority.of.paragraph": "{of}关于第{label}段的声明[（附议：{supporters}）]：{x}",
    "minority.others": "另外{n}名与会者",
    "minority.signatories": "{n}名与会者",
    "minority.anonymous": "持少数意见者",
    "review.provisional": "主席对{ref}地位的确定为暂定：记录时仍可提出质疑",
    "review.provisional.paragraph": "第{label}段所述主席对地位的确定为暂定：记录时仍可提出质疑",
    "review.appeal": "[{of}]就{ref}地位的确定向主办机构提出的申诉：{x}",
    "review.appeal.paragraph": "[{of}]就第{label}段所述地位的确定向主办机构提出的申诉：{x}",
    "review.heard": "主办机构答复：{x}",
    "method.vote": "本报告陈述各方所述内容和主席得出的结论；磋商既不是表决，也不是民意调查",
    "method.status": "立场的地位由主席确定并说明理由；未经确定的内容按提出时的情况报告",
    "method.thresholds": "数字仅供主席参考：赞成者达到{consensus}%，每个利益攸关方群体中的赞成者达到{each}%，"
    "且没有未解决的反对意见，可视为协商一致；赞成者达到{broad}%，可视为得到广泛支持",
    "method.limits": "未解决的反对意见不超过{objections}%且无一代表某个群体提出，仍可视为得到广泛支持；赞"
    "成者达到{divided}%，即为意见分歧；赞成者不超过{rejected}%，立场即不予保留",
    "method.certainty": "有表决权者未全部表决时，须有{certainty}%的把握认为全体表决会予以证实，某一比例方"
    "视为达到或未超过",
    "method.heard": "表明立场者不足{voters}个、不足有表决权者的{turnout}%，或听取意见的群体不足{groups}个"
    "（每个{heard}票）时，不作任何提示；总数不足者，以全体为限",
    "method.delegation": "每个代表团有一票，计算比例时不计弃权；参加表决的代表团数目为{n}",
    "method.person": "每人有一票，计算比例时不计弃权；参加表决的人数为{n}",
    "method.neutral": "“一些”和“另一些”不表示数量",
    "method.scale": "在表明立场者中，“少数”指不到15%，“一些”指15%至29%，“若干”指30%至49%，“许多”指50%至74%，"
    "“多数”指75%至89%，“几乎所有”指90%或以上；规模相近的双方称为“一些”和“另一些”，"
    "不足三者不以文字表示数量",
    "method.names": "意见不注明发言者，但主席团成员、代表利益攸关方群体发言者和要求具名者除外",
    "method.languages": "以本报告语文以外的语文提出的内容，按原文置于引号内",
    # Annexes
    "annex.participants": "与会者名单",
    "annex.positions": "立场和表决情况",
    "annex.review": "暂定的地位和申诉",
    "annex.minority": "少数意见声明",
    "annex.documents": "文件清单",
    "annex.method": "方法说明",
    "annex.delegations": "代表团",
    "annex.persons": "同意具名者",
    "annex.document": "{x}[（议程项目{number}）][，由{by}介绍]",
    "annex.position": "立场",
    "annex.put": "{ref} {x}（{status}[，第{label}段]）",
    "annex.all": "合计",
    "annex.no group": "不属于任何群体",
    "annex.figures": "数字依次表示赞成、反对和弃权票数",
    "annex.withheld": "如数字会显示个人如何表决，则以短横代替",
    "status.agreed": "已商定",
    "status.consensus": "协商一致",
    "status.broad": "广泛支持",
    "status.divided": "意见不一",
    "status.none": "未达成一致",
    "status.rejected": "未获采纳",
    "status.minority": "少数意见",
    "status.forward": "已提出",
    "status.noted": "已注意到",
    # The seal, and what a later version sets right
    "corrigendum": "更正",
    "corrigendum.line": "本报告第{version}版更正如下：{corrects}",
    "digest": "本报告所依据记录的SHA-256摘要：{digest}",
}

ROLES = {
    "chair": "{event:会议|磋商}由{officers}主持",
    "co-chair": "{event:会议|磋商}由{officers}共同主持",
    "rapporteur": "由{officers}担任报告员",
}
KINDS = {"numbered": "最后报告", "bulleted": "会议摘要"}
DRAFTS = {"numbered": "最后报告草稿", "bulleted": "会议摘要草稿"}

LANGUAGES = {
    "ar": "原文为阿拉伯文",
    "en": "原文为英文",
    "es": "原文为西班牙文",
    "fr": "原文为法文",
    "ru": "原文为俄文",
    "zh": "原文为中文",
}
GROUPS = {
    "governments": ("各国政府", "各国政府代表"),
    "private-sector": ("私营部门", "私营部门代表"),
    "civil-society": ("民间社会", "民间社会代表"),
    "technical-academic": ("技术和学术界", "技术和学术界代表"),
    "international-organizations": ("国际组织", "国际组织代表"),
}
PRONOUNS = {"f": "她", "m": "他"}
SAMPLES = {
    "clause": "本周活动应围绕主题安排",
    "infinitive": "围绕主题安排本周活动",
    "gerund": "围绕主题安排本周活动",
    "noun": "更短的日程",
    "body": "主席团",
    "officer": "夸伊女士",
    "title": "港务长",
    "opener": "关于会议形式，",
    "purpose": "以推动工作",
}
UNSURE = {
    "sentences/presented.proposed": "“收到了” for something that was put before a meeting",
    "sentences/less": "“一致程度较低” for “less consensus”",
    "sentences/objection": "“得到坚持” for an objection that was maintained",
    "sentences/opener": "the opener has its comma, and the sentence goes on without a space",
    "sentences/officer": "title in brackets after the name, as names may be in other letters",
    "sentences/method.vote": "“磋商” for a consultation; “协商” is used too",
    "sentences/following.one": "“下述一点”, of a lone entry, without a measure word of its own",
    "sentences/following.other": "as above",
    "sentences/opening": "“磋商开幕” of a consultation, as of a meeting",
    "sentences/minority.of": "“附议” for those who signed; “联署” is used too",
    "sentences/minority.of.paragraph": "as above",
    "sentences/minority.anonymous": "“持少数意见者” for those who hold it and are not named",
    "sentences/method.scale": "the words of the scale, “少数” to “几乎所有”, with their shares",
    "sentences/annex.withheld": "“短横” for a dash in place of figures",
    "sentences/status.rejected": "“未获采纳” for not retained",
    "sentences/corrigendum.line": "“第…版更正如下”",
}
