"""Entries under one lead-in, which carries status, verb and attribution once."""

from app.core.determinations import Status
from app.core.report.claims import Listing, Statement
from app.core.report.context import Context
from app.core.report.document import Sentence
from app.core.report.on_record import sources_of, tell_rest
from app.core.report.order import RANKS
from app.core.report.passages import Item, Passage
from app.core.report.phrases.frames import Words, fill
from app.core.report.quantifiers import share_of
from app.core.report.record import Join
from app.core.report.statements import is_single, tell, tell_beside, tell_item
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
    lead = listing.lead
    if listing.proposal.kind is ProposalKind.DOCUMENT:
        return (_presented(context, listing), *(tell_rest(context, lead) if lead else ()))
    voice = context.directory.voice(lead) if lead else None
    if lead and voice:
        colon = _is_carried(context, listing, groups)
        return (_put_by(context, lead, voice, colon=colon), *tell_rest(context, lead))
    own = tell(context, lead, Join.NEW) if lead and not _is_topic(lead) else ()
    return own if _is_untested(groups) else (*own, _several(context, listing))


def _is_topic(lead: Statement) -> bool:
    """A noun phrase that nobody in particular put: what the entries are about."""
    return lead.position.form is Form.NOUN and is_single(lead)


def _is_carried(context: Context, listing: Listing, groups: list[Group]) -> bool:
    """The entries follow the words of whoever put the list, without a lead-in of their own."""
    lead = listing.lead
    if lead is None or listing.proposal.kind is ProposalKind.DOCUMENT or not context.directory.voice(lead):
        return False
    return _is_untested(groups) and not lead.position.elaboration


def _several(context: Context, listing: Listing) -> Sentence:
    """How many were proposed, on which the lead-ins then say what was thought of them."""
    key = "several" if len(listing.entries) >= SEVERAL else "two"
    called = _called(context, listing)
    words = context.say(key, entries=called, made=context.made(called), purpose=_purpose(listing))
    return _on_topic(context, listing, words, listing.ref)


def _on_topic(
    context: Context, listing: Listing, words: Words, *sources: str, status: Status | None = None
) -> Sentence:
    """A lead-in that begins with what the entries are about, the first time."""
    lead = listing.lead
    if lead and _is_topic(lead) and lead.ref not in context.said:
        context.remember(lead.ref, lead.status)
        words = context.say("topic", x=context.inner(lead.position), rest=words)
        sources = (*sources_of(lead), *sources)
    return context.sentence(words, *sources, status=status)


def _presented(context: Context, listing: Listing) -> Sentence:
    lead, proposal = listing.lead, listing.proposal
    by = context.directory.presenter(proposal)
    verb = Verb.PROPOSED if lead and lead.position.verb == Verb.PROPOSED else Verb.PRESENTED
    words = context.say(
        "document.proposed" if verb is Verb.PROPOSED else "presented",
        x=context.inner(lead.position) if lead else context.say("quoted", x=context.quote(proposal.title)),
        by=context.say("by", x=by) if by else "",
        purpose=_purpose(listing),
        also=context.also(verb, beside=False),
    )
    if lead:
        context.remember(lead.ref, lead.status)
    return context.sentence(words, *(sources_of(lead) if lead else ()), proposal.ref)


def _put_by(context: Context, lead: Statement, voice: Voice, *, colon: bool) -> Sentence:
    position = lead.position
    verb = choose(position.verb, allowed_named(lead.status, position.kind, position.form))
    frame = context.language.spoken[verb, position.form]
    words = fill(frame, n=voice.n, who=voice.who, x=context.inner(position), event=context.event)
    if colon:
        words = context.say("including" if position.kind is Kind.RECALLED else "items", x=words)
    context.speaker = voice.officer
    context.remember(lead.ref, lead.status)
    return context.sentence(words, *sources_of(lead), status=lead.status, opener=position.opener)


def _lead(context: Context, listing: Listing, group: Group, groups: list[Group]) -> tuple[Sentence, ...]:
    status, entries = group
    if _is_carried(context, listing, groups):
        return ()
    called = _called(context, listing)
    made = context.made(called)
    if status is not Status.FORWARD:
        share = context.language.sentences[f"share.{share_of(len(entries), listing.proposed)}"]
        words = fill(context.language.entries[status], share=share)
    elif len(groups) == 1:
        words = context.say("following", entries=called, made=made)
    else:
        words = fill(context.language.entries[status], entries=called, made=made)
    sources = (listing.ref, *(entry.ref for entry in entries))
    return (_on_topic(context, listing, words, *sources, status=status),)


def _passage(
    context: Context, listing: Listing, join: Join, sentences: tuple[Sentence, ...], group: Group
) -> Passage:
    status, entries = group
    single = all(is_single(entry) for entry in entries)
    running = bool(listing.lead and listing.lead.position.kind is Kind.RECALLED) and all(
        entry.position.form is Form.CLAUSE and not entry.position.elaboration and not entry.attached
        for entry in entries
    )
    items = tuple(
        Item(entry.ref, _entry(context, entry, ";" if running and entry is not entries[-1] else "."))
        for entry in entries
    )
    ref = f"{listing.ref}_{status}" if join is Join.CONTINUE else listing.ref
    return Passage(ref, join, sentences, items, phrases=single)


def _entry(context: Context, entry: Statement, end: str) -> tuple[Sentence, ...]:
    told = tell_item(context, entry, end, followed=bool(entry.attached))
    return (*told, *tell_beside(context, entry.attached))


def _called(context: Context, listing: Listing) -> str:
    return (
        listing.proposal.entries_called.strip()
        or context.language.sentences[f"called.{listing.proposal.kind}"]
    )


def _purpose(listing: Listing) -> str:
    return f" {listing.proposal.purpose}" if listing.proposal.purpose else ""
