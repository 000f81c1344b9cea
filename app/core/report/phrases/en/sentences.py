"""English sentences that are not about a position: formalities, lead-ins, what is put on record, notes."""

SENTENCES = {
    # The frame of a sentence
    "however": "however, {x}",
    "finally": "finally, {x}",
    "opener": "{opener} {x}",
    "topic": "on {x}, {rest}",
    "lead": "{x}:",
    "lead.put": "{x} ({language}):",
    "including": "{x} including",
    "to": "to {x}",
    # Words as they were put
    "quote": "“{x}”",
    "quote.within": "‘{x}’",
    "quote.put": "“{x}” ({language})",
    "other language": "in another language",
    # Who speaks
    "secretariat": "the secretariat",
    "officer": "{name}[, {title}]",
    "representing": "{body}, representing {group}",
    "representatives": "{name} representatives",
    "apposed": "{who},",
    "aside": "{who}, {opener},",
    # Formalities
    "opening": "opening of the {event:meeting|consultation}",
    "adopted": "the agenda was adopted",
    "as drafted": "the draft agenda was adopted as drafted",
    "as amended": "the draft agenda was adopted as amended",
    "documents": "the background documents were introduced by {by}",
    "document": "the background document {x} was introduced by {by}",
    "both": "{a} and {b}",
    "presented": "{x} was{also} presented[ by {by}][ {purpose}]",
    "presented.proposed": "{x} was{also} proposed[ by {by}][ {purpose}]",
    "presented.title": "the document {x}",
    "silence": "no proposals were put forward under this item",
    "deadline.open": "the deadline for {x} is still to be set",
    # Lists
    "following": "the following {entries} were {made}",
    "following.one": "the following point was raised",
    "following.other": "one other was also {made}",
    "several": "several {entries} were {made}[ {purpose}]",
    "two": "two {entries} were {made}[ {purpose}]",
    "called.list": "proposals",
    "called.options": "options",
    "called.document": "comments",
    "less": "on the following questions, there was less consensus",
    "less.other": "on other questions, however, there was less consensus",
    # The other side, and what is put on record
    "not all": "{x}, though not all agreed",
    "opposed": "{who} did not agree",
    "opposed.few": "not all agreed",
    "objection": "{n:an objection was|objections were} maintained: {x}",
    "objection.group": "an objection was maintained on behalf of {group}: {x}",
    "set aside": "an objection, {x}, was set aside for these reasons: {answer}",
    "call": "when it was put to all, no objection was received",
    "call.silence": "under a silence procedure, no objection was received by the deadline",
    "reservation": "{n:a reservation was|reservations were} put on record: {x}",
    # Title, dates and notes
    "dated": "{title}: {date}",
    "dated.aside": "{title} ({date})",
    "online": "{opens} to {closes}",
    "minority.of": "Statement by {of}[, supported by {supporters}]: {x}",
    "minority.of.paragraph": "Statement on paragraph {label} by {of}[, supported by {supporters}]: {x}",
    "minority.others": "{n} {n:other|others}",
    "minority.signatories": "{n} {n:participant|participants}",
    "minority.anonymous": "the proponents of a minority view",
    "review.provisional": "the chair’s determination on {ref} is provisional: it could still be "
    "challenged when this was recorded",
    "review.provisional.paragraph": "the chair’s determination told in paragraph {label} is "
    "provisional: it could still be challenged when this was recorded",
    "review.appeal": "an appeal was made to the host body[ by {of}] against the determination on {ref}: {x}",
    "review.appeal.paragraph": "an appeal was made to the host body[ by {of}] against the "
    "determination told in paragraph {label}: {x}",
    "review.heard": "the host body answered: {x}",
    "method.vote": "this report sets out what was said and what the chair concluded; a consultation is not "
    "a vote, nor a survey of opinion",
    "method.status": "the chair determines the status of a position and gives reasons; what nobody has "
    "determined is reported as put forward",
    "method.thresholds": "the figures only suggest a status to the chair: a consensus from {consensus} per "
    "cent in favour, with {each} per cent in every stakeholder group and no objection left open; broad "
    "support from {broad} per cent",
    "method.limits": "broad support bears objections left open, if they are no more than {objections} per "
    "cent of those who took a side and none is on behalf of a group; views are divided from {divided} per "
    "cent in favour, and up to {rejected} per cent a position is not retained",
    "method.certainty": "where not all who may vote have voted, a share counts as reached, or as not "
    "exceeded, when it is {certainty} per cent certain that all of them together would bear it out",
    "method.heard": "nothing is suggested before {voters} have taken a side, before {turnout} per cent of "
    "those who may vote have, and before {groups} groups have been heard, by {heard} voices each; fewer "
    "suffice where there are no more",
    "method.delegation": "each delegation has one voice, and abstentions are left out of the shares; "
    "{n} {n:delegation|delegations} voted",
    "method.person": "each person has one voice, and abstentions are left out of the shares; "
    "{n} {n:person|persons} voted",
    "method.neutral": "“some” and “others” say nothing about numbers",
    "method.scale": "of those who took a side, “a few” are fewer than 15 per cent, “some” 15 to 29, "
    "“several” 30 to 49, “many” 50 to 74, “most” 75 to 89 and “nearly all” 90 or more; sides of similar size "
    "are “some” and “others”, and fewer than three are not counted in words",
    "method.names": "views are not attributed, except to officers, to those who spoke for a stakeholder "
    "group and to those who asked to be named",
    "method.languages": "what was put in another language than that of this report stands in quotation "
    "marks, as it was put",
    # Annexes
    "annex.participants": "Participants",
    "annex.positions": "Positions and votes",
    "annex.review": "Provisional determinations and appeals",
    "annex.minority": "Minority statements",
    "annex.documents": "Documents",
    "annex.method": "Note on method",
    "annex.delegations": "Delegations",
    "annex.persons": "Persons who agreed to be named",
    "annex.document": "{x}[ (agenda item {number})][, presented by {by}]",
    "annex.position": "Position",
    "annex.put": "{ref} {x} ({status}[, paragraph {label}])",
    "annex.all": "All",
    "annex.no group": "Without a group",
    "annex.figures": "the figures stand for votes in favour, votes against and abstentions",
    "annex.withheld": "a dash stands where figures could tell how somebody voted",
    "annex.votes": "What the votes say",
    "annex.side": "Side",
    "annex.surely": "Every group gives at least",
    "annex.abstain": "Abstaining",
    "annex.likely": "Likely support",
    "annex.here": "The group",
    "annex.elsewhere": "All others",
    "annex.day": "Day",
    "annex.share": "Share in favour",
    "annex.determined": "Determined",
    "annex.for": "In favour",
    "annex.against": "Against",
    # What the votes say
    "said.counted": "votes counted: {n}; voters: {voters}",
    "said.found": "the votes reveal opinion groups: who is in which tells how they vote elsewhere",
    "said.too few": "too few have voted on enough positions for opinion groups to be looked for",
    "said.not distinct": "there are no distinct opinion groups: those who agree on one position differ "
    "on another",
    "said.withheld": "votes are secret, and opinion groups could tell who voted how: none are shown",
    "said.unites": "every group is on the same side of these positions, and gives at least the share "
    "shown, with nine chances in ten for each",
    "said.unites.all": "more than half of all who voted are on one side of these positions, with nine "
    "chances in ten",
    "said.divides": "one group is in favour of these positions and another against them, with nine "
    "chances in ten for each",
    "said.divides.all": "those who voted are split over these positions into two sides of nearly the "
    "same size",
    "said.uncertain": "it is not yet certain which side is larger on {x}",
    "said.unseen": "the figures say little where fewer than {n} have voted, as on {x}",
    "said.map": "on this map voters who vote alike lie close together, without their names",
    "said.sizes": "the groups and how many voters are in each: {x}",
    "said.typical": "these positions are typical of group {x}, held against all others",
    "said.strip": "each row is a position, the best supported first, with the votes in favour, the "
    "abstentions and the votes against; a line shows where support most likely lies",
    "said.support": "the figures of every position; the last column is where the support of all who may "
    "vote most likely lies",
    "said.course": "these are all votes as they stood when each day ended",
    "said.course.picture": "the line is the share in favour of all votes that took a side, at the end of "
    "each day; a lozenge marks a determination",
    "status.agreed": "agreed",
    "status.consensus": "consensus",
    "status.broad": "broad support",
    "status.divided": "divided",
    "status.none": "no agreement",
    "status.rejected": "not retained",
    "status.minority": "minority view",
    "status.forward": "put forward",
    "status.noted": "noted",
    # The seal
    "corrigendum": "Corrigendum",
    "corrigendum.line": "version {version} of this report sets right: {corrects}",
    "digest": "SHA-256 digest of the record on which this report rests: {digest}",
}

ROLES = {
    "chair": "the {event:meeting|consultation} was chaired by {officers}",
    "co-chair": "the {event:meeting|consultation} was co-chaired by {officers}",
    "rapporteur": "the {n:rapporteur was|rapporteurs were} {officers}",
}
KINDS = {"numbered": "Final report", "bulleted": "Meeting summary"}
DRAFTS = {"numbered": "Draft final report", "bulleted": "Draft meeting summary"}

LANGUAGES = {
    "ar": "in Arabic",
    "en": "in English",
    "es": "in Spanish",
    "fr": "in French",
    "ru": "in Russian",
    "zh": "in Chinese",
}
GROUPS = {
    "governments": ("governments", "government representatives"),
    "private-sector": ("the private sector", "private sector representatives"),
    "civil-society": ("civil society", "civil society representatives"),
    "technical-academic": (
        "the technical and academic community",
        "representatives of the technical and academic community",
    ),
    "international-organizations": (
        "international organizations",
        "representatives of international organizations",
    ),
}
SAMPLES = {
    "clause": "the week should be arranged around themes",
    "infinitive": "arrange the week around themes",
    "gerund": "arranging the week around themes",
    "noun": "a shorter programme",
    "body": "the Bureau",
    "officer": "Ms. Quay",
    "title": "Harbour Master",
    "opener": "In relation to the format,",
    "purpose": "to progress the work",
}
PRONOUNS = {"f": "she", "m": "he"}
