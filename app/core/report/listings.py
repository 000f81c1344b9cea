"""Entries under one lead-in, which carries status, verb and attribution once."""

from dataclasses import replace

from app.core.determinations import Status
from app.core.report.claims import Listing, Statement
from app.core.report.context import Context
from app.core.report.document import Sentence
from app.core.report.on_record import has_more, sources_of, tell_rest
from app.core.report.order import RANKS
from app.core.report.passages import Item, Passage
from app.core.report.phrases import concept_of
from app.core.report.phrases.frames import SHARES, Called, Choice, Noun, Slot, Words
from app.core.report.quantifiers import share_of
from app.core.report.record import Join
from app.core.report.statements import is_single, tell, tell_beside, tell_item
from app.core.report.verbs import Verb, allowed_named, choose
from app.core.report.voices import Voice
from app.core.texts import Form, Kind, ProposalKind

TWO = 2  # entries; more of them are "several"

Group = tuple[Status, tuple[Statement, ...]]


def tell_listing(context: Context, join: Join, listing: Listing) -> list[Passage]:
    """One passage for each status among the entries; the first begins with what was proposed, and by whom."""
    groups = _groups(listing)
    told = _proposed(context, listing, groups)
    passages: list[Passage] = []
    for group in groups:
        begun = told if not passages else ()
        how = join if not passages else Join.CONTINUE
        if _is_alone(context, listing, group, groups):
            (entry,) = group[1]
            own = (*tell(context, entry, Join.NEW), *tell_beside(context, entry.attached))
            passages.append(Passage(_ref(listing, group, how), how, (*begun, *own)))
        else:
            sentences = (*begun, *_lead(context, listing, group, groups))
            passages.append(_passage(context, listing, how, sentences, group))
    return passages or [Passage(listing.ref, join, told)]


def _groups(listing: Listing) -> list[Group]:
    """The entries by status, what is most agreed first; what is noted stands with what is put forward."""
    by_status: dict[Status, list[Statement]] = {}
    for entry in listing.entries:
        status = Status.FORWARD if entry.status is Status.NOTED else entry.status
        by_status.setdefault(status, []).append(entry)
    return [(status, tuple(by_status[status])) for status in sorted(by_status, key=lambda s: RANKS[s])]


def _is_alone(context: Context, listing: Listing, group: Group, groups: list[Group]) -> bool:
    """One entry is no list, where it can be told without what its lead-in says."""
    status, entries = group
    if len(entries) > 1 or _is_carried(context, listing, groups):
        return False
    if listing.lead and listing.lead.ref not in context.said:
        return False
    return len(groups) == 1 and (status is Status.FORWARD or listing.proposed == 1)


def _is_untested(groups: list[Group]) -> bool:
    return all(status is Status.FORWARD for status, _ in groups)


def _proposed(context: Context, listing: Listing, groups: list[Group]) -> tuple[Sentence, ...]:
    """That a document was presented, or that somebody proposed these; and how many, if some were judged."""
    return (*_begun(context, listing, groups), *(() if _is_untested(groups) else _several(context, listing)))


def _begun(context: Context, listing: Listing, groups: list[Group]) -> tuple[Sentence, ...]:
    lead = listing.lead
    if listing.proposal.kind is ProposalKind.DOCUMENT:
        return (_presented(context, listing), *(tell_rest(context, lead) if lead else ()))
    voice = context.directory.voice(lead) if lead else None
    if lead and voice:
        carried = listing.entries if _is_carried(context, listing, groups) else ()
        return (_put_by(context, lead, voice, carried), *tell_rest(context, lead))
    return tell(context, lead, Join.NEW) if lead and not _is_topic(lead) else ()


def _is_topic(lead: Statement) -> bool:
    """A noun phrase that nobody in particular put or has a reservation to: what the entries are about."""
    return lead.position.form is Form.NOUN and is_single(lead) and not has_more(lead.position)


def _is_carried(context: Context, listing: Listing, groups: list[Group]) -> bool:
    """The entries follow the words of whoever put the list, without a lead-in of their own."""
    lead = listing.lead
    if lead is None or listing.proposal.kind is ProposalKind.DOCUMENT or not context.directory.voice(lead):
        return False
    return _is_untested(groups) and not has_more(lead.position)


def _several(context: Context, listing: Listing) -> tuple[Sentence, ...]:
    """How many were proposed, so that the lead-ins can say what was thought of "these"."""
    if listing.proposed < TWO:
        return ()
    key = "several" if listing.proposed > TWO else "two"
    called = _called(context, listing)
    purpose = () if listing.proposal.kind is ProposalKind.DOCUMENT else _purpose(context, listing)
    words = context.say(key, entries=called.noun, made=called.made, two=called.two, purpose=purpose)
    topic, sources = _topic(context, listing, words)
    return (context.sentence(topic, *sources, listing.ref),)


def _topic(context: Context, listing: Listing, words: Words) -> tuple[Words, tuple[str, ...]]:
    """What begins with what the entries are about, the first time; and the sources of that."""
    lead = listing.lead
    if not lead or not _is_topic(lead) or lead.ref in context.said:
        return words, ()
    context.remember(lead.ref, lead.status)
    return context.say("topic", x=context.inner(lead.position), rest=words), sources_of(lead)


def _presented(context: Context, listing: Listing) -> Sentence:
    lead, proposal = listing.lead, listing.proposal
    verb = Verb.PROPOSED if lead and lead.position.verb == Verb.PROPOSED else Verb.PRESENTED
    title = context.say("presented.title", x=context.quote(proposal.title, named=False))
    words = context.say(
        "presented.proposed" if verb is Verb.PROPOSED else "presented",
        x=context.inner(lead.position) if lead else title,
        by=Noun(context.directory.presenter(proposal)),
        purpose=_purpose(context, listing),
        also=context.also(verb, beside=False),
    )
    if lead:
        context.remember(lead.ref, lead.status)
    return context.sentence(words, *(sources_of(lead) if lead else ()), proposal.ref)


def _put_by(context: Context, lead: Statement, voice: Voice, carried: tuple[Statement, ...]) -> Sentence:
    """Who put the list, in a sentence that carries the entries where they have no lead-in of their own."""
    position = lead.position
    verb = choose(position.verb, allowed_named(lead.status, position.kind, position.form))
    words = context.tell(context.language.spoken, verb, position, who=voice.who)
    if carried:
        if position.kind is Kind.RECALLED:
            words = context.say("including", x=words)
        words = context.lead(words, _language(context, carried))
    words = context.opened(words, own=context.opener(position))
    context.speaker = voice.officer
    context.remember(lead.ref, lead.status)
    return context.sentence(words, *sources_of(lead), status=lead.status)


def _lead(context: Context, listing: Listing, group: Group, groups: list[Group]) -> tuple[Sentence, ...]:
    status, entries = group
    if _is_carried(context, listing, groups):
        return ()
    called = _called(context, listing)
    share = Choice(SHARES.index(share_of(len(entries), listing.proposed)))
    slots: dict[str, Slot] = {"share": share, "entries": called.noun, "made": called.made}
    if status is Status.FORWARD and len(entries) == 1:
        words = context.say("following.one" if len(groups) == 1 else "following.other", **slots)
    elif status is Status.FORWARD and all(entry.position.kind is Kind.CONCERN for entry in entries):
        words = context.language.fill(context.language.merged[Kind.CONCERN])
    elif status is Status.FORWARD and len(groups) == 1:
        words = context.say("following", **slots)
    elif listing.proposed < TWO:
        words = context.language.fill(context.language.merged[status])
    else:
        words = context.language.fill(context.language.entries[status], **slots)
    words, sources = _topic(context, listing, words)
    sources = (*sources, listing.ref, *(entry.ref for entry in entries))
    return (context.sentence(context.lead(words, _language(context, entries)), *sources, status=status),)


def _passage(
    context: Context, listing: Listing, join: Join, sentences: tuple[Sentence, ...], group: Group
) -> Passage:
    _, entries = group
    single = all(is_single(entry) for entry in entries)
    running = bool(listing.lead and listing.lead.position.kind is Kind.RECALLED) and all(
        entry.position.form is Form.CLAUSE and not entry.position.elaboration and not entry.attached
        for entry in entries
    )
    lang = _language(context, entries)
    items = []
    for entry in entries:
        context.begin_paragraph(heard=lang)
        end = context.language.semicolon if running and entry is not entries[-1] else None
        told = (*tell_item(context, entry, end), *tell_beside(context, entry.attached))
        items.append(Item(entry.ref, told))
    return Passage(_ref(listing, group, join), join, sentences, tuple(items), phrases=single)


def _ref(listing: Listing, group: Group, join: Join) -> str:
    return f"{listing.ref}_{group[0]}" if join is Join.CONTINUE else listing.ref


def _language(context: Context, entries: tuple[Statement, ...]) -> str:
    return context.shared(entry.position.language for entry in entries)


def _called(context: Context, listing: Listing) -> Called:
    """What the entries are called: in the record's words, in another language as the like is called there."""
    language = context.language
    own = listing.proposal.entries_called.strip()
    name = own or language.sentences[f"called.{listing.proposal.kind}"]
    concept = concept_of(name, context.home if own else language.code)
    if context.foreign():
        return language.called[concept]
    if not concept:
        return language.calling(name)
    known = language.called[concept]
    return known._replace(noun=replace(known.noun, words=name))


def _purpose(context: Context, listing: Listing) -> Words:
    return context.put(listing.proposal.purpose)
