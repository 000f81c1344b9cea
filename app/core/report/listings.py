"""Entries under one lead-in, which carries status, verb and attribution once."""

from app.core.determinations import Status
from app.core.report.claims import Listing, Statement
from app.core.report.context import Context
from app.core.report.document import Numbering, Sentence
from app.core.report.order import RANKS
from app.core.report.passages import Item, Passage
from app.core.report.phrases.frames import fill
from app.core.report.quantifiers import share_of
from app.core.report.record import Join
from app.core.report.statements import is_single, tell, tell_item
from app.core.report.verbs import Verb, allowed_named, choose
from app.core.report.voices import Voice
from app.core.texts import Form, Kind, ProposalKind

SEVERAL = 3  # entries, from which they are "several"

Group = tuple[Status, tuple[Statement, ...]]


def tell_listing(context: Context, join: Join, listing: Listing) -> list[Passage]:
    """One passage for each status among the entries; the first begins with what was proposed, and by whom."""
    groups = _groups(listing)
    told = _proposed(context, listing, groups)
    passages: list[Passage] = []
    for group in groups:
        sentences = (*(told if not passages else ()), *_lead(context, listing, group, groups))
        passages.append(_passage(context, listing, join if not passages else Join.CONTINUE, sentences, group))
    return passages or [Passage(listing.ref, join, told)]


def _groups(listing: Listing) -> list[Group]:
    """The entries by status, what is most agreed first; what is noted stands with what is put forward."""
    by_status: dict[Status, list[Statement]] = {}
    for entry in listing.entries:
        status = Status.FORWARD if entry.status is Status.NOTED else entry.status
        by_status.setdefault(status, []).append(entry)
    return [(status, tuple(by_status[status])) for status in sorted(by_status, key=lambda s: RANKS[s])]


def _is_untested(groups: list[Group]) -> bool:
    return all(status is Status.FORWARD for status, _ in groups)


def _proposed(context: Context, listing: Listing, groups: list[Group]) -> tuple[Sentence, ...]:
    """That a document was presented, that somebody proposed these, or how many were proposed."""
    proposal = listing.proposal
    if proposal.kind is ProposalKind.DOCUMENT:
        return (_presented(context, listing),)
    voice = context.directory.voice(listing.lead) if listing.lead else None
    if listing.lead and voice:
        return (_put_by(context, listing.lead, voice, colon=_is_untested(groups)),)
    if listing.lead and listing.lead.position.form is not Form.NOUN:
        own = tell(context, listing.lead, Join.NEW)
        return own if _is_untested(groups) else (*own, _several(context, listing))
    return () if _is_untested(groups) else (_several(context, listing),)


def _several(context: Context, listing: Listing) -> Sentence:
    """How many were proposed, on which the lead-ins then say what was thought of them."""
    key = "several" if len(listing.entries) >= SEVERAL else "two"
    words = context.say(key, entries=_called(context, listing), purpose=_purpose(listing))
    return context.sentence(words, listing.ref)


def _presented(context: Context, listing: Listing) -> Sentence:
    lead, proposal = listing.lead, listing.proposal
    by = context.directory.name(proposal.put_by)
    verb = Verb.PROPOSED if lead and lead.position.verb == Verb.PROPOSED else Verb.PRESENTED
    words = context.say(
        "document.proposed" if verb is Verb.PROPOSED else "presented",
        x=context.inner(lead.position) if lead else context.say("quoted", x=context.quote(proposal.title)),
        by=context.say("by", x=by) if by else "",
        purpose=_purpose(listing),
        also=context.also(verb, beside=False),
    )
    return context.sentence(words, *filter(None, (lead.ref if lead else "", proposal.ref)))


def _put_by(context: Context, lead: Statement, voice: Voice, *, colon: bool) -> Sentence:
    position = lead.position
    verb = choose(position.verb, allowed_named(lead.status, position.kind, position.form))
    frame = context.language.spoken[verb, position.form]
    words = fill(frame, n=voice.n, who=voice.who, x=context.inner(position), event=context.event)
    if colon:
        words = context.say("including" if position.kind is Kind.RECALLED else "items", x=words)
    context.speaker = voice.officer
    context.remember(lead.status)
    return context.sentence(words, lead.ref, status=lead.status, opener=position.opener)


def _lead(context: Context, listing: Listing, group: Group, groups: list[Group]) -> tuple[Sentence, ...]:
    status, entries = group
    document = listing.proposal.kind is ProposalKind.DOCUMENT
    called = _called(context, listing)
    made = context.language.made.get(called.split()[-1], context.language.made[""])
    if status is not Status.FORWARD:
        share = context.language.sentences[f"share.{share_of(len(entries), listing.proposed)}"]
        words = fill(context.language.entries[status], share=share)
    elif len(groups) == 1 and listing.lead and not document and context.directory.voice(listing.lead):
        return ()  # told by whoever put the list
    elif document or len(groups) == 1:
        words = context.say("following", entries=called, made=made)
    else:
        words = fill(context.language.entries[status], entries=called, made=made)
    sources = [entry.ref for entry in entries]
    return (context.sentence(words, listing.proposal.ref, *sources, status=status),)


def _passage(
    context: Context, listing: Listing, join: Join, sentences: tuple[Sentence, ...], group: Group
) -> Passage:
    status, entries = group
    single = all(is_single(entry) for entry in entries)
    running = bool(listing.lead and listing.lead.position.kind is Kind.RECALLED) and all(
        entry.position.form is Form.CLAUSE and not entry.position.elaboration for entry in entries
    )
    items = tuple(
        Item(entry.ref, tell_item(context, entry, ";" if running and entry is not entries[-1] else "."))
        for entry in entries
    )
    marker = context.style.phrases if single else Numbering.DOT
    ref = f"{listing.ref}_{status}" if join is Join.CONTINUE else listing.ref
    return Passage(ref, join, sentences, items, marker)


def _called(context: Context, listing: Listing) -> str:
    return (
        listing.proposal.entries_called.strip()
        or context.language.sentences[f"called.{listing.proposal.kind}"]
    )


def _purpose(listing: Listing) -> str:
    return f" {listing.proposal.purpose}" if listing.proposal.purpose else ""
