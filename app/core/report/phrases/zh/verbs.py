"""The reporting verbs in Chinese frames, impersonally and by whoever speaks.

A clause is any statement; an infinitive and a gerund are both a verb with its object.
"""

from app.core.report.phrases.frames import Row
from app.core.report.verbs import Verb

_HERE = "{event:会上|磋商期间}"

IMPERSONAL = {
    Verb.AGREED: Row(
        "与会者{also}商定，{x}",
        "与会者{also}商定{x}",
        "与会者{also}就{x}达成一致",
        "与会者{also}就{x}达成一致",
        "与会者{also}商定如下：{x}",
    ),
    Verb.AGREEMENT: Row(
        "与会者{also}取得一致意见，认为{x}",
        "与会者{also}一致同意{x}",
        "与会者{also}就{x}取得一致意见",
        "与会者{also}就{x}取得一致意见",
        "与会者{also}取得以下一致意见：{x}",
    ),
    Verb.CONCLUDED: Row(
        "与会者{also}得出结论认为，{x}",
        "与会者{also}决定{x}",
        "与会者{also}决定赞成{x}",
        "与会者{also}决定赞成{x}",
        "与会者{also}得出以下结论：{x}",
    ),
    Verb.CONSENSUS: Row(
        "与会者{also}达成协商一致，认为{x}",
        "与会者{also}协商一致同意{x}",
        "与会者{also}就{x}达成协商一致",
        "与会者{also}就{x}达成协商一致",
        "与会者{also}就以下内容达成协商一致：{x}",
    ),
    Verb.GENERAL_AGREEMENT: Row(
        "与会者{also}普遍同意，{x}",
        "与会者{also}普遍同意{x}",
        "与会者{also}普遍赞同{x}",
        "与会者{also}普遍赞同{x}",
        "与会者{also}普遍同意以下内容：{x}",
    ),
    Verb.GENERALLY_FELT: Row(
        "与会者{also}普遍认为，{x}",
        "与会者{also}普遍认为有必要{x}",
        "与会者{also}普遍认为应支持{x}",
        "与会者{also}普遍认为应支持{x}",
        "与会者{also}普遍持以下看法：{x}",
    ),
    Verb.BROAD_SUPPORT: Row(
        "认为{x}的意见得到广泛支持",
        "关于{x}的提案得到广泛支持",
        "{x}得到广泛支持",
        "{x}得到广泛支持",
        "以下内容得到广泛支持：{x}",
    ),
    Verb.WELCOMED: Row(
        "认为{x}的意见受到普遍欢迎",
        "关于{x}的提案受到普遍欢迎",
        "{x}的想法受到普遍欢迎",
        "{x}受到普遍欢迎",
        "以下内容受到普遍欢迎：{x}",
    ),
    Verb.PREVAILING: Row(
        "普遍意见认为，{x}",
        "普遍意见赞成关于{x}的提案",
        "普遍意见赞成{x}",
        "普遍意见赞成{x}",
        "普遍意见如下：{x}",
    ),
    Verb.VIEWS_DIFFERED: Row(
        "与会者对{x}这一意见看法不一",
        "与会者对是否{x}看法不一",
        "与会者对{x}看法不一",
        "与会者对{x}看法不一",
        "与会者对以下内容看法不一：{x}",
    ),
    Verb.NO_AGREEMENT: Row(
        "与会者未就{x}这一意见达成一致",
        "与会者未就是否{x}达成一致",
        "与会者未就{x}达成一致",
        "与会者未就{x}达成一致",
        "与会者未就以下内容达成一致：{x}",
    ),
    Verb.NO_CONSENSUS: Row(
        "与会者未就{x}这一意见达成协商一致",
        "与会者未就是否{x}达成协商一致",
        "与会者未就{x}达成协商一致",
        "与会者未就{x}达成协商一致",
        "与会者未就以下内容达成协商一致：{x}",
    ),
    Verb.REJECTED: Row(
        "主张{x}的提案未获赞同",
        "关于{x}的提案未获赞同",
        "{x}的想法未获赞同",
        "{x}未获赞同",
        "以下提案未获赞同：{x}",
    ),
    Verb.NOT_RETAINED: Row(
        "主张{x}的提案未获采纳",
        "关于{x}的提案未获采纳",
        "{x}的想法未获采纳",
        "{x}未获采纳",
        "以下提案未获采纳：{x}",
    ),
    Verb.NOT_ADEQUATE: Row(
        "主张{x}的提案被认为不够适当",
        "关于{x}的提案被认为不够适当",
        "{x}的想法被认为不够适当",
        "{x}被认为不够适当",
        "以下提案被认为不够适当：{x}",
    ),
    Verb.MINORITY_VIEW: Row(
        "{also}有一种少数意见记录在案，认为{x}",
        "{also}有一种少数意见记录在案，赞成关于{x}的提案",
        "{also}有一种少数意见记录在案，赞成{x}",
        "{also}有一种少数意见记录在案，赞成{x}",
        "{also}有以下少数意见记录在案：{x}",
    ),
    Verb.SUGGESTED: Row(
        "{also}有与会者建议，{x}",
        "{also}有与会者建议{x}",
        "{also}有与会者建议{x}",
        "{also}有与会者提出关于{x}的建议",
        "{also}有与会者建议如下：{x}",
    ),
    Verb.PROPOSED: Row(
        "{also}有与会者提议，{x}",
        "{also}有与会者提议{x}",
        "{also}有与会者提议{x}",
        "{also}有与会者提出关于{x}的提议",
        "{also}有与会者提议如下：{x}",
    ),
    Verb.PROPOSAL: Row(
        "{also}有与会者提出一项提案，主张{x}",
        "{also}有与会者提出关于{x}的提案",
        "{also}有与会者提出赞成{x}的提案",
        "{also}有与会者提出关于{x}的提案",
        "{also}有与会者提出以下提案：{x}",
    ),
    Verb.MENTIONED: Row(
        "{also}有与会者提到，{x}",
        "{also}有与会者提到{x}的可能性",
        "{also}有与会者提到{x}的可能性",
        "{also}有与会者提到{x}",
        "{also}有与会者提到以下内容：{x}",
    ),
    Verb.NOTED: Row(
        f"{_HERE}{{also}}指出，{{x}}",
        f"{_HERE}{{also}}指出有必要{{x}}",
        "与会者{also}注意到{x}",
        "与会者{also}注意到{x}",
        "与会者{also}注意到以下内容：{x}",
    ),
    Verb.POINT: Row(
        "{also}有与会者指出，{x}",
        "{also}有与会者指出有必要{x}",
        "{also}有与会者提请注意{x}",
        "{also}有与会者提请注意{x}",
        "{also}有与会者提出以下一点：{x}",
    ),
    Verb.INFORMED: Row(
        "与会者{also}获悉，{x}",
        "与会者{also}获悉有意{x}",
        "与会者{also}听取了关于{x}的情况通报",
        "与会者{also}听取了关于{x}的情况通报",
        "与会者{also}获悉以下情况：{x}",
    ),
    Verb.EMPHASIZED: Row(
        f"{_HERE}{{also}}强调，{{x}}",
        f"{_HERE}{{also}}强调有必要{{x}}",
        f"{_HERE}{{also}}强调{{x}}的重要性",
        f"{_HERE}{{also}}强调{{x}}的重要性",
        f"{_HERE}{{also}}强调以下内容：{{x}}",
    ),
    Verb.STRESSED: Row(
        f"{_HERE}{{also}}着重指出，{{x}}",
        f"{_HERE}{{also}}着重指出有必要{{x}}",
        f"{_HERE}{{also}}着重指出{{x}}的重要性",
        f"{_HERE}{{also}}着重指出{{x}}的重要性",
        f"{_HERE}{{also}}着重指出以下内容：{{x}}",
    ),
    Verb.RECALLED: Row(
        f"{_HERE}{{also}}回顾，{{x}}",
        f"{_HERE}{{also}}回顾早先关于{{x}}的决定",
        f"{_HERE}{{also}}回顾早先赞成{{x}}的决定",
        f"{_HERE}{{also}}回顾了{{x}}",
        f"{_HERE}{{also}}回顾以下内容：{{x}}",
    ),
    Verb.CONCERN: Row(
        "{also}有与会者表示关切的是，{x}",
        "{also}有与会者对关于{x}的提案表示关切",
        "{also}有与会者对{x}表示关切",
        "{also}有与会者对{x}表示关切",
        "{also}有与会者表示以下关切：{x}",
    ),
    Verb.DISCUSSION: Row(
        f"{_HERE}就{{x}}这一意见进行了一些讨论",
        f"{_HERE}就是否{{x}}进行了一些讨论",
        f"{_HERE}就{{x}}进行了一些讨论",
        f"{_HERE}就{{x}}进行了一些讨论",
        f"{_HERE}就以下内容进行了一些讨论：{{x}}",
    ),
    Verb.INVITED: Row(
        f"{_HERE}{{also}}表示希望，{{x}}",
        f"{_HERE}{{also}}邀请与会者{{x}}",
        f"{_HERE}{{also}}邀请与会者考虑{{x}}",
        f"{_HERE}{{also}}邀请与会者考虑{{x}}",
        f"{_HERE}{{also}}邀请与会者考虑以下内容：{{x}}",
    ),
    Verb.EXPRESSED_THE_VIEW: Row(
        "{also}有与会者认为，{x}",
        "{also}有与会者支持关于{x}的提案",
        "{also}有与会者支持{x}",
        "{also}有与会者支持{x}",
        "{also}有与会者认为：{x}",
    ),
}


def _supported(verb: str) -> Row:
    return Row(
        f"{{who}}{verb}{{x}}这一意见",
        f"{{who}}{verb}关于{{x}}的提案",
        f"{{who}}{verb}{{x}}",
        f"{{who}}{verb}{{x}}",
        f"{{who}}{verb}以下内容：{{x}}",
    )


def _held(verb: str, need: str, put: str) -> Row:
    return Row(
        f"{{who}}{verb}，{{x}}",
        f"{{who}}{need}有必要{{x}}",
        f"{{who}}{need}应支持{{x}}",
        f"{{who}}{need}应支持{{x}}",
        f"{{who}}{put}：{{x}}",
    )


def _laid(verb: str, thing: str, put: str) -> Row:
    return Row(
        f"{{who}}{verb}，{{x}}",
        f"{{who}}{verb}有必要{{x}}",
        f"{{who}}{thing}{{x}}",
        f"{{who}}{thing}{{x}}",
        f"{{who}}{put}：{{x}}",
    )


_THE_MEETING = "{event:会议|与会者}"

SPOKEN = {
    Verb.IN_FAVOUR: _supported("赞成"),
    Verb.FAVOURED: _supported("倾向于"),
    Verb.SUPPORTED: _supported("支持"),
    Verb.NOT_SUPPORTED: _supported("不支持"),
    Verb.CONSIDERED: _held("认为", "认为", "持以下看法"),
    Verb.FELT: _held("感到", "感到", "有以下看法"),
    Verb.ARGUED: _held("主张", "主张", "提出以下主张"),
    Verb.COMMENTED: _held("评论说", "评论说", "发表以下评论"),
    Verb.EXPRESSED_THE_VIEW: _held("表示认为", "表示认为", "表达了以下意见"),
    Verb.MENTIONED: _laid("提到", "提到", "提到以下内容"),
    Verb.NOTED: _laid("指出", "注意到", "注意到以下内容"),
    Verb.EMPHASIZED: _laid("强调", "强调", "强调以下内容"),
    Verb.STRESSED: _laid("着重指出", "着重强调", "着重指出以下内容"),
    Verb.RECALLED: _laid("回顾", "回顾了", "回顾以下内容"),
    Verb.SUGGESTED: Row(
        "{who}建议，{x}",
        "{who}建议{x}",
        "{who}建议{x}",
        "{who}提出关于{x}的建议",
        "{who}建议如下：{x}",
    ),
    Verb.PROPOSED: Row(
        "{who}提议，{x}",
        "{who}提议{x}",
        "{who}提议{x}",
        "{who}提出{x}",
        "{who}提议如下：{x}",
    ),
    Verb.PRESENTED: Row(
        "{who}提交一项提案，主张{x}",
        "{who}提交关于{x}的提案",
        "{who}提交赞成{x}的提案",
        "{who}介绍了{x}",
        "{who}介绍了以下内容：{x}",
    ),
    Verb.URGED: Row(
        "{who}强烈主张，{x}",
        f"{{who}}敦促{_THE_MEETING}{{x}}",
        "{who}呼吁{x}",
        "{who}要求{x}",
        "{who}敦促如下：{x}",
    ),
    Verb.CONCERN: Row(
        "{who}表示关切的是，{x}",
        "{who}对关于{x}的提案表示关切",
        "{who}对{x}表示关切",
        "{who}对{x}表示关切",
        "{who}表示以下关切：{x}",
    ),
    Verb.DISCUSSION: Row(
        "{who}对{x}这一意见提出疑问",
        "{who}提出是否{x}的问题",
        "{who}提出{x}的问题",
        "{who}提出{x}的问题",
        "{who}提出以下问题：{x}",
    ),
    Verb.INFORMED: Row(
        f"{{who}}向{_THE_MEETING}通报说，{{x}}",
        f"{{who}}向{_THE_MEETING}通报了{{x}}的打算",
        "{who}通报了{x}的情况",
        "{who}通报了{x}的情况",
        f"{{who}}向{_THE_MEETING}通报了以下情况：{{x}}",
    ),
    Verb.INVITED: Row(
        "{who}表示希望，{x}",
        "{who}邀请与会者{x}",
        "{who}邀请与会者考虑{x}",
        "{who}邀请与会者考虑{x}",
        "{who}邀请与会者考虑以下内容：{x}",
    ),
}

UNSURE = {
    "impersonal/agreed/clause": "“与会者商定” rather than “会议商定”: not every consultation meets",
    "impersonal/consensus/clause": "“协商一致”; “共识” is used too",
    "impersonal/prevailing/clause": "“普遍意见”, as in the reports of UNCITRAL; close to “普遍认为”",
    "impersonal/rejected/clause": "“未获赞同” for “find favour”",
    "impersonal/views differed/clause": "“这一意见”, as “whether” has no place before a subject",
    "impersonal/emphasized/clause": "“磋商期间” where there was no meeting",
    "spoken/felt/clause": "“感到” for “felt”, to tell it from “认为”",
    "spoken/urged/clause": "“强烈主张” for “urge that”, as “敦促” asks for whom",
    "spoken/urged/noun": "“要求” may be stronger than “call for”",
}
