"""A small consultation in which everything occurs that a file can carry, as the tree of its JSON."""

from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from app.core.report.document import Report
from app.core.report.record import Consultation, Record
from app.core.report.seal import canonical

RECORD = canonical(
    Record(at=datetime(2026, 3, 10, tzinfo=UTC), consultation=Consultation(title="Doors", slug="doors"))
)
DOCUMENT = canonical(Report(lang="en", style="bulleted", title="Doors", kind="Meeting summary"))


def at(day: int, minute: int = 0) -> str:
    return f"2026-03-{day:02d}T09:{minute:02d}:00Z"


def whole() -> dict[str, Any]:
    """Made anew at each call, so that a test may spoil it."""
    return {
        "format": "plenary-consultation/1",
        "slug": "doors",
        "title": "Doors – أبواب – 门",
        "purpose": "Which doors stay **open**.",
        "symbol": "DOORS/2026/1",
        "place": "Northport",
        "opens_at": at(1),
        "closes_at": at(20),
        "closed_at": at(19),
        "timezone": "Europe/Paris",
        "phase": "closed",
        "called_at": at(10),
        "participation": "approval",
        "statement_days": 14,
        "follows": "windows",
        "created_at": "2026-02-28T09:00:00.123456Z",
        "people": [
            {"key": "ada", "name": "Ada Example", "organization": "Delegation of Northland"},
            {"key": "badr", "name": "بدر مثال", "country": "Southland"},
            {"key": "chen", "name": "陈例"},
            {"key": "dora", "name": "Dora Example"},
            {"key": "emil", "name": "Emil Example"},
            {"key": "zoe", "name": "Zoë Example"},
        ],
        "agenda": [
            {"number": 1, "title": "Opening", "adoption": "as amended"},
            {"number": 2, "title": "Doors", "note": "The heart of the matter."},
        ],
        "officers": [
            {
                "number": 1,
                "role": "chair",
                "name": "Ms. Dora Example",
                "short": "Ms. Example",
                "pronoun": "She",
            }
        ],
        "groups": [
            {"number": 1, "key": "governments", "name": "Governments", "representatives": "Governments"},
            {"number": 2, "key": "builders", "name": "Builders", "representatives": "Builders"},
        ],
        "delegations": [
            {"number": 1, "name": "Northland", "kind": "country", "group": "governments"},
            {"number": 2, "name": "Carpenters’ Union", "group": "builders", "speaks_for_group": True},
        ],
        "seats": [
            {"number": 1, "person": "ada", "role": "participant", "delegation": 1, "taken_at": at(1)},
            {"number": 2, "person": "badr", "role": "participant", "delegation": 2, "taken_at": at(1)},
            {
                "number": 3,
                "person": "chen",
                "role": "participant",
                "group": "builders",
                "consents_to_name": True,
                "taken_at": at(1),
            },
            {"number": 4, "person": "dora", "role": "chair", "taken_at": at(1)},
            {"number": 5, "person": "emil", "role": "participant", "state": "left", "taken_at": at(1)},
        ],
        "documents": [
            {"number": 1, "title": "Plan", "url": "https://example.org/plan", "added_at": at(1)},
            {
                "number": 2,
                "title": "Drawing",
                "presented_by": "the secretariat",
                "agenda_item": 2,
                "filename": "drawing.txt",
                "media_type": "text/plain",
                "content": b64encode(b"| |").decode(),
                "added_at": at(1),
                "removed_at": at(2),
            },
        ],
        "proposals": [
            {
                "number": 1,
                "agenda_item": 2,
                "kind": "list",
                "title": "Kinds of doors",
                "body": "Add *yours*.",
                "entries_called": "doors",
                "purpose": "as a basis for discussion",
                "named": True,
                "document": 1,
                "seat": 1,
                "delegation": 1,
                "tabled_at": at(2),
                "positions": [
                    {
                        "number": 1,
                        "text": "oak doors",
                        "form": "noun phrase",
                        "elaboration": "They last.",
                        "seat": 1,
                        "delegation": 1,
                        "tabled_at": at(2),
                        "withdrawn_at": at(6),
                        "votes": [{"seat": 2, "choice": "support", "cast_at": at(3)}],
                    },
                    {
                        "number": 2,
                        "text": "oak doors with hinges",
                        "form": "noun phrase",
                        "kind": "concern",
                        "opener": "Finally,",
                        "verb": "mentioned",
                        "language": "ar",
                        "answers": "2.1",
                        "answers_as": "remark",
                        "replaces": "1.1",
                        "officer": 1,
                        "tabled_at": at(6),
                        "fixed_until": at(8, 30),
                        "votes": [
                            {"seat": 1, "choice": "support", "cast_at": at(7)},
                            {"seat": 2, "choice": "object", "reason": "No oak.", "cast_at": at(7, 1)},
                            {"seat": 3, "choice": "disagree", "cast_at": at(7, 2)},
                            {"seat": 3, "cast_at": at(7, 3)},
                            {"seat": 5, "voter": "B1", "choice": "abstain", "cast_at": at(7, 4)},
                            {
                                "seat": 1,
                                "choice": "accept",
                                "reservation": "Only inside.",
                                "cast_at": at(8),
                            },
                        ],
                        "objections": [
                            {
                                "seat": 2,
                                "reason": "Too dear.",
                                "behalf": "delegation",
                                "state": "outweighed",
                                "answer": "They last.",
                                "opened_at": at(6, 1),
                                "settled_at": at(6, 2),
                                "steps": [
                                    {
                                        "step": "answer",
                                        "state": "outweighed",
                                        "words": "They last.",
                                        "seat": 4,
                                        "taken_at": at(6, 2),
                                    },
                                    {
                                        "step": "reply",
                                        "state": "outweighed",
                                        "words": "Not in rain.",
                                        "seat": 2,
                                        "taken_at": at(6, 3),
                                    },
                                ],
                            },
                            {"seat": 2, "reason": "No oak.", "remedy": "Beech.", "opened_at": at(7, 1)},
                        ],
                        "determinations": [
                            {"status": "forward", "determined_at": at(8)},
                            {
                                "status": "broad",
                                "seat": 4,
                                "suggested": "divided",
                                "rationale": "Most want it.",
                                "departure": "The objection concerns the price alone.",
                                "own": True,
                                "text": "oak doors with hinges",
                                "evidence": {
                                    "active": 4,
                                    "by_group": {"governments": {"accept": 1}},
                                    "open_objections": 1,
                                },
                                "determined_at": at(9),
                            },
                        ],
                    },
                ],
                "comments": [
                    {
                        "number": 1,
                        "seat": 1,
                        "body": "Why *oak*?",
                        "commented_at": at(3),
                        "revised_at": at(3, 5),
                        "revisions": [
                            {"body": "Why?", "replaced_at": at(3, 4)},
                            {"body": "Why oak?", "replaced_at": at(3, 5)},
                        ],
                    },
                    {
                        "number": 2,
                        "position": "1.2",
                        "reply_to": 1,
                        "seat": 3,
                        "body": "因为",
                        "commented_at": at(3, 6),
                        "hidden_at": at(4),
                    },
                    {
                        "number": 3,
                        "reply_to": 2,
                        "seat": 2,
                        "body": "نعم",
                        "commented_at": at(3, 7),
                        "deleted_at": at(4),
                    },
                    {"number": 4, "reply_to": 3, "seat": 1, "body": "Thanks", "commented_at": at(5)},
                ],
                "determinations": [
                    {
                        "status": "none",
                        "seat": 4,
                        "rationale": "Too early.",
                        "determined_at": at(9),
                        "review_until": at(16),
                        "challenges": [
                            {
                                "seat": 2,
                                "delegation": 2,
                                "behalf": "group",
                                "text": "Not too early.",
                                "raised_at": at(9, 2),
                                "answered_at": at(9, 4),
                            },
                            {
                                "seat": 5,
                                "voter": "B1",
                                "delegation": 1,
                                "behalf": "delegation",
                                "text": "Nor for us.",
                                "raised_at": at(9, 3),
                                "withdrawn_at": at(9, 4),
                            },
                        ],
                        "rulings": [
                            {"kind": "answer", "seat": 4, "text": "It is.", "ruled_at": at(9, 4)},
                            {
                                "kind": "extend",
                                "seat": 4,
                                "text": "A holiday.",
                                "until": at(17),
                                "ruled_at": at(9, 5),
                            },
                        ],
                        "appeals": [
                            {
                                "seat": 3,
                                "behalf": "self",
                                "text": "Decide for us.",
                                "appealed_at": at(9, 6),
                                "answer": "In May.",
                                "answered_at": at(9, 7),
                            }
                        ],
                    },
                    {
                        "status": "none",
                        "seat": 4,
                        "rationale": "Still.",
                        "determined_at": at(18),
                        "challengers": 5,
                        "new_information": "The letter.",
                        "endorsed_by": 4,
                    },
                ],
                "statements": [
                    {
                        "number": 1,
                        "position": "1.2",
                        "text": "Le chêne est trop cher.",
                        "language": "fr",
                        "naming": "unnamed",
                        "seat": 2,
                        "filed_at": at(9, 1),
                        "revised_at": at(9, 4),
                        "revisions": [{"text": "Trop cher.", "replaced_at": at(9, 4)}],
                        "signatures": [
                            {
                                "seat": 1,
                                "delegation": 1,
                                "naming": "group",
                                "signed_at": at(9, 2),
                                "withdrawn_at": at(9, 4),
                            },
                            {"seat": 3, "naming": "unnamed", "signed_at": at(9, 5)},
                        ],
                    },
                    {
                        "number": 2,
                        "text": "Not so early.",
                        "naming": "named",
                        "seat": 1,
                        "delegation": 1,
                        "filed_at": at(9, 6),
                        "withdrawn_at": at(9, 7),
                        "hidden_at": at(9, 8),
                    },
                ],
            },
            {
                "number": 2,
                "agenda_item": 2,
                "title": "Windows",
                "officer": 1,
                "tabled_at": at(2),
                "withdrawn_at": at(3),
                "hidden_at": at(4),
                "positions": [
                    {"number": 1, "text": "there should be windows", "leads": True, "tabled_at": at(2)}
                ],
            },
        ],
        "calls": [
            {
                "number": 1,
                "manner": "call",
                "question": "Can anyone not live with this?",
                "closes_at": at(8, 30),
                "positions": [{"number": 1, "position": "1.2", "text": "oak doors with hinges"}],
                "asked": [
                    {"delegation": 1, "group": "governments"},
                    {"delegation": 2, "group": "builders"},
                    {"seat": 3, "group": "builders"},
                ],
                "steps": [
                    {"step": "open", "seat": 4, "closes_at": at(8, 20), "taken_at": at(7, 30)},
                    {
                        "step": "extend",
                        "seat": 4,
                        "reason": "A holiday.",
                        "closes_at": at(8, 30),
                        "taken_at": at(8, 1),
                    },
                ],
                "answers": [
                    {"position": "1.2", "seat": 1, "answer": "accept", "answered_at": at(7, 31)},
                    {
                        "position": "1.2",
                        "seat": 2,
                        "voter": "S3",
                        "answer": "object",
                        "reason": "No oak.",
                        "answered_at": at(7, 32),
                    },
                ],
            }
        ],
        "outcomes": [
            {
                "number": 1,
                "kind": "referred",
                "modality": "shall",
                "text": "the matter",
                "body": "the Bureau",
                "due_on": "2026-04-01",
                "status": "agreed",
                "opener": "If applicable,",
                "purpose": "to go on",
                "elaboration": "Soon.",
                "agenda_item": 2,
                "proposal": 1,
                "delegation": 1,
                "seat": 4,
                "concluded_at": at(9),
                "accounts": [
                    {
                        "course": "under way",
                        "due_on": "2026-05-01",
                        "led_to": "locks",
                        "seat": 4,
                        "given_at": at(11),
                    },
                    {"course": "dropped", "note": "No longer needed.", "seat": 4, "given_at": at(12)},
                ],
            },
            {
                "number": 2,
                "kind": "next step",
                "text": "a call",
                "counters": 1,
                "concluded_at": at(9, 1),
            },
        ],
        "interests": [
            {"number": 1, "seat": 4, "agenda_item": 2, "text": "I sell doors.", "declared_at": at(1)},
            {
                "number": 2,
                "seat": 1,
                "text": "We own the house.",
                "declared_at": at(1),
                "withdrawn_at": at(2),
            },
        ],
        "interventions": [
            {
                "number": 1,
                "delegation": 1,
                "speaker": "Ms. Example",
                "proposal": 1,
                "position": "1.1",
                "counts_as": "vote",
                "form": "noun phrase",
                "choice": "disagree",
                "words": "No.",
                "seat": 4,
                "entered_at": at(6),
                "state": "refused",
                "answer": "We did not say so.",
                "settled_by": 1,
                "settled_at": at(6, 1),
            },
            {
                "number": 2,
                "delegation": 1,
                "proposal": 1,
                "counts_as": "comment",
                "words": "We thank the secretariat.",
                "seat": 4,
                "entered_at": at(6),
            },
        ],
        "arrangement": [{"ref": "P1"}, {"ref": "P1.2", "join": "run on"}],
        "events": [
            {"at": at(1), "act": "open", "subject": "C", "person": "zoe"},
            {"at": at(1), "act": "invite", "subject": "invitation"},
            {"at": at(1), "act": "seat", "subject": "S1", "seat": 1, "data": {"role": "participant"}},
            {"at": at(2), "act": "table", "subject": "P1", "seat": 1},
            {"at": at(3), "act": "comment", "subject": "P1/1", "seat": 1},
            {"at": at(7), "act": "vote", "subject": "P1.2", "seat": 1, "data": {"choice": "support"}},
            {"at": at(8), "act": "answer", "subject": "P1.2/J1", "seat": 4, "data": {"state": "outweighed"}},
            {"at": at(9), "act": "determine", "subject": "P1.2/D2", "seat": 4},
            {"at": at(9), "act": "determine", "subject": "P1/D1", "seat": 4},
            {"at": at(9), "act": "conclude", "subject": "O1", "seat": 4},
            {"at": at(9, 2), "act": "challenge", "subject": "P1/C1", "seat": 2},
            {"at": at(9, 6), "act": "appeal", "subject": "P1/A1", "seat": 3},
            {"at": at(9, 2), "act": "draft", "subject": "R", "seat": 4, "data": {"what": "reword"}},
            {"at": at(9, 2), "act": "circulate", "subject": "CD1", "seat": 4},
            {"at": at(9, 3), "act": "correct", "subject": "CD1/1", "seat": 1},
            {"at": at(9, 5), "act": "approve", "subject": "AP1", "seat": 4},
            {"at": at(10), "act": "publish", "subject": "R1", "seat": 4, "data": {"z": 1, "a": [1.5, None]}},
        ],
        "draft": {
            "style": "bulleted",
            "language": "en",
            "numbering": "decimal",
            "annexes": ["minority", "method"],
            "word_limit": 900,
            "order": ["p1-2", "own-1", "p1"],
            "revisions": [
                {
                    "block": "p1-2",
                    "text": "Oak it is.",
                    "composed": "Oak doors.",
                    "seat": 4,
                    "revised_at": at(9, 3),
                },
                {"block": "p1", "excluded": "Said twice.", "revised_at": at(9, 4)},
                {
                    "block": "own-1",
                    "text": "It rained.",
                    "joined": True,
                    "after": "p1-2",
                    "sources": ["P1.2", "O1"],
                    "seat": 4,
                    "revised_at": at(9, 5),
                },
                {"block": "p1-2", "text": "Oak.", "seat": 4, "revised_at": at(9, 6)},
            ],
            "notes": [
                {"block": "p1-2", "text": "Is it?", "seat": 4, "noted_at": at(9, 7), "settled_at": at(9, 8)}
            ],
            "set_aside": [
                {"ref": "P1.2/J1", "reason": "Met elsewhere.", "seat": 4, "set_aside_at": at(9, 9)}
            ],
        },
        "circulations": [
            {
                "number": 1,
                "record": RECORD,
                "document": DOCUMENT,
                "digest": sha256(RECORD.encode()).hexdigest(),
                "message": "Please read.",
                "seat": 4,
                "circulated_at": at(9, 2),
                "closes_at": at(9, 30),
                "corrections": [
                    {
                        "number": 1,
                        "block": "p1-2",
                        "words_before": "Oak doors.",
                        "words_after": "Beech doors.",
                        "reason": "They are beech.",
                        "state": "accepted",
                        "answer": "So they are.",
                        "seat": 1,
                        "proposed_at": at(9, 3),
                        "answered_by": 4,
                        "answered_at": at(9, 4),
                    },
                    {
                        "number": 2,
                        "block": "p1-2",
                        "words_before": "Oak doors.",
                        "words_after": "Doors.",
                        "reason": "Shorter.",
                        "seat": 2,
                        "proposed_at": at(9, 3),
                    },
                ],
            }
        ],
        "approvals": [
            {"block": "p1-2", "digest": "0" * 64, "seat": 4, "approved_at": at(9, 5)},
            {"digest": "1" * 64, "seat": 4, "approved_at": at(9, 6)},
        ],
        "reports": [
            {
                "version": 1,
                "style": "bulleted",
                "record": RECORD,
                "document": DOCUMENT,
                "digest": sha256(RECORD.encode()).hexdigest(),
                "seat": 4,
                "published_at": at(10),
            }
        ],
    }
