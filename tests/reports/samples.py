"""Reports to render: a small consultation on a harbour that has everything a format must show."""

from dataclasses import replace

from app.core.determinations import Status
from app.core.outcomes import OutcomeKind
from app.core.report.compose import compose
from app.core.report.document import Block, BlockKind, Numbering, Report, Run, Sentence
from app.core.report.edition import Edition
from app.core.report.labels import label
from app.core.report.phrases.en.grammar import letter
from app.core.report.record import AgendaItem, Officer, Outcome, Record
from app.core.texts import Form, Kind, ProposalKind, Relation
from tests.core.report.records import AT, DAY, position, proposal, record


def harbour() -> Record:
    """Agreement, a divided pair, lists of both kinds, a continuation, a concern and a next step."""
    signals = (("lamps", Status.AGREED), ("bells", None), ("horns", Status.REJECTED))
    pier = AgendaItem(
        ref="I1",
        number=1,
        title="The pier",
        proposals=(
            proposal("P1", position("P1.1", "the pier should be repaired", Status.AGREED)),
            proposal("P2", position("P2.1", "the harbour should stay open", Status.AGREED)),
            proposal(
                "P3",
                position("P3.1", "building a second pier", Status.DIVIDED, form=Form.GERUND),
                position("P3.2", "one pier was enough", answers="P3.1", answers_as=Relation.COUNTER),
            ),
            proposal(
                "P4",
                *(
                    position(f"P4.{n}", text, status, form=Form.NOUN, entry=True)
                    for n, (text, status) in enumerate(signals, 1)
                ),
                kind=ProposalKind.LIST,
                entries_called="signals",
            ),
        ),
    )
    tables = AgendaItem(
        ref="I2",
        number=2,
        title="The tide tables",
        proposals=(
            proposal("P5", position("P5.1", "publish the tide tables", form=Form.INFINITIVE)),
            proposal("P6", position("P6.1", "the cost of printing", kind=Kind.CONCERN, form=Form.NOUN)),
        ),
        outcomes=(Outcome(ref="O1", kind=OutcomeKind.FOLLOW_UP, text="an online consultation", due_on=DAY),),
    )
    chair = Officer(ref="F1", role="chair", name="Ms. Ada Quay", short="Ms. Quay", title="Harbour Master")
    return record(pier, tables, officers=(chair,), voters=12)


def harbour_report(style: str) -> Report:
    return compose(harbour(), Edition(style=style))


def lines_of(report: Report) -> list[str]:
    """Each line of the body as it must read in every format: its label, a space, its words."""
    blocks = (block for top in report.body for block in top.walk() if block.sentences)
    return [f"{block.label} {block.text}".strip() for block in blocks]


def table_report() -> Report:
    def cell(words: str) -> Block:
        return Block(kind=BlockKind.CELL, id=f"c-{words}", sentences=(Sentence((Run(words),)),))

    rows = tuple(
        Block(kind=BlockKind.ROW, id=f"r{n}", blocks=tuple(map(cell, words)))
        for n, words in enumerate((("Position", "For"), ("A", "3")))
    )
    table = Block(kind=BlockKind.TABLE, id="t", blocks=rows)
    return Report(lang="en", style="numbered", title="T", kind="K", body=(table,))


WORDS = {
    "en": {
        "title": "Meeting on the tide tables",
        "kind": "FINAL REPORT",
        "date": "2 March 2026",
        "place": "Port Example",
        "opening": (
            "Opening of the meeting",
            "The meeting was chaired by Ms. Ada Quay. It was held in 2026.",
        ),
        "pier": ("The pier", "There was a consensus that the pier should be repaired."),
        "more": "It was agreed that a written report should be sent before each meeting.",
        "themes": (
            "The following themes were proposed:",
            "Lamps and bells",
            "Access for all",
            "Fees (100 % free)",
        ),
        "stay": ("One of these was discussed further:", "The lamps should stay."),
        "table": (("Position", "Governments", "Civil society"), ("P1.1", "12", "7"), ("P1.2", "3", "15")),
        "caption": "Positions by group",
        "method": ("Note on method", "A consultation is not a vote."),
    },
    "ar": {
        "title": "اجتماع بشأن جداول المد والجزر",
        "kind": "التقرير الختامي",
        "date": "2 آذار/مارس 2026",
        "place": "ميناء المثال",
        "opening": ("افتتاح الاجتماع", "ترأست الاجتماع السيدة آدا كاي. وعُقد الاجتماع في عام 2026."),
        "pier": ("الرصيف", "كان هناك توافق في الآراء على ضرورة إصلاح الرصيف."),
        "more": "واتُّفق على إرسال تقرير مكتوب قبل كل اجتماع.",
        "themes": ("واقتُرحت المواضيع التالية:", "المصابيح والأجراس", "الوصول للجميع", "الرسوم (100 % مجاناً)"),
        "stay": ("ونوقش أحد هذه المواضيع بمزيد من التفصيل:", "ينبغي أن تبقى المصابيح."),
        "table": (("الموقف", "الحكومات", "المجتمع المدني"), ("P1.1", "12", "7"), ("P1.2", "3", "15")),
        "caption": "المواقف حسب المجموعة",
        "method": ("ملاحظة عن المنهجية", "المشاورة ليست تصويتاً."),
    },
    "zh": {
        "title": "关于潮汐表的会议",
        "kind": "最后报告",
        "date": "2026年3月2日",
        "place": "示例港",
        "opening": ("会议开幕", "会议由阿达·基女士主持。会议于2026年举行。"),
        "pier": ("码头", "与会者一致认为应当修复码头。"),
        "more": "会议商定，每次会议之前应当分发书面报告。",
        "themes": ("提出了下列主题：", "灯和钟", "人人可及", "费用（百分之百免费）"),
        "stay": ("其中一项得到了进一步讨论：", "“灯应当保留”。"),
        "table": (("立场", "政府", "民间社会"), ("P1.1", "12", "7"), ("P1.2", "3", "15")),
        "caption": "按群体分列的立场",
        "method": ("关于方法的说明", "磋商不是表决。"),
    },
}


def meeting(lang: str = "en", numbering: Numbering = Numbering.PARAGRAPH, repeat: int = 1) -> Report:
    """A report with one of everything that can stand in one, in a language, so many times over."""
    words = WORDS[lang]
    body = tuple(block for n in range(1, repeat + 1) for block in _sections(words, numbering, n))
    method, vote = words["method"]
    return Report(
        lang=lang,
        style="numbered",
        title=words["title"],
        kind=words["kind"],
        at=AT,
        date=words["date"],
        place=words["place"],
        symbol="PORT/2026/7",
        body=label(body, letter),
        notes=(
            _table("annex", words["caption"], words["table"]),
            _block(
                BlockKind.NOTE, "note-method", method, blocks=(_block(BlockKind.PARAGRAPH, "method-1", vote),)
            ),
        ),
        digest="0123456789abcdef" * 4,
        digest_line="SHA-256 " + "0123456789abcdef" * 4,
    )


def _sections(words: dict, numbering: Numbering, n: int) -> tuple[Block, ...]:
    def paragraph(
        name: str, text: str, *sources: str, blocks: tuple[Block, ...] = (), **facts: object
    ) -> Block:
        return _block(BlockKind.PARAGRAPH, f"{name}-{n}", text, *sources, blocks=blocks, **facts)

    opening, chaired = words["opening"]
    pier, consensus = words["pier"]
    lead_in, *themes = words["themes"]
    further, stays = words["stay"]
    dash, dot, numbered = (
        {"numbering": Numbering.DASH},
        {"numbering": Numbering.DOT},
        {"numbering": numbering},
    )
    inner = _block(
        BlockKind.LIST, f"inner-{n}", "", blocks=(paragraph("deep", stays, level=2, **dot),), level=2, **dot
    )
    items = tuple(
        paragraph(f"theme{place}", theme, f"P2.{place}", **dash) for place, theme in enumerate(themes, 1)
    )
    items = (*items[:-1], replace(items[-1], blocks=(paragraph("inner-lead", further), inner)))
    listed = _block(BlockKind.LIST, f"themes-{n}", "", blocks=items, **dash)
    return (
        _block(BlockKind.HEADING, f"i1-{n}", opening, numbering=Numbering.SECTION),
        paragraph("opening", chaired, "F1", **numbered),
        _block(BlockKind.HEADING, f"i2-{n}", pier, numbering=Numbering.SECTION),
        paragraph("pier", consensus, "P1.1", blocks=(paragraph("more", words["more"], "P1.2"),), **numbered),
        paragraph("lead", lead_in, blocks=(listed,), **numbered),
        replace(
            paragraph("foreign", "", **numbered),
            sentences=(
                Sentence(
                    (Run("“"), Run("Ada Quay", "en"), Run("” – "), Run("مرحبا", "ar"), Run(".")),
                    ("P3.1",),
                ),
            ),
        ),
    )


def _block(kind: BlockKind, name: str, text: str, *sources: str, **facts: object) -> Block:
    sentences = (Sentence((Run(text),), sources),) if text else ()
    return Block(kind=kind, id=name, sentences=sentences, **facts)


def _table(name: str, caption: str, rows: tuple[tuple[str, ...], ...]) -> Block:
    filled = tuple(
        _block(
            BlockKind.ROW,
            f"{name}-{n}",
            "",
            blocks=tuple(_block(BlockKind.CELL, f"{name}-{n}-{m}", words) for m, words in enumerate(row)),
        )
        for n, row in enumerate(rows)
    )
    return _block(BlockKind.TABLE, name, caption, blocks=filled)
