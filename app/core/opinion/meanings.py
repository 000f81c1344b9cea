"""What each figure is called, and what it means, in one sentence."""

from app.core.words import N_

NAMES = {
    "support": N_("Supporting"),
    "opposition": N_("Opposing"),
    "abstention": N_("Abstaining"),
    "sides": N_("For, of those who took a side"),
    "turnout": N_("Took part in the vote"),
    "interval": N_("Likely support"),
    "expected": N_("Expected support"),
    "majority": N_("Chance of a majority"),
    "two_thirds": N_("Chance of two thirds"),
    "contested": N_("How contested"),
    "consensus": N_("Consensus of the groups"),
    "consensus_root": N_("Consensus, per group"),
    "least": N_("Least favourable group"),
    "bridging": N_("Bridge between groups"),
    "divisive": N_("Gap between groups"),
    "divided_share": N_("Disagreement between groups"),
    "divided": N_("Groups on both sides"),
}

MEANINGS = {
    "support": N_("Of all who voted on it, those who support it or can live with it."),
    "opposition": N_("Of all who voted on it, those who disagree or object."),
    "abstention": N_("Of all who voted on it, those who have no view."),
    "sides": N_("Of those who did not abstain, those who support it or can live with it."),
    "turnout": N_("Of all who may vote, those who voted on it."),
    "interval": N_(
        "Had everybody voted, support would most likely lie between these two: 95 chances in 100."
    ),
    "expected": N_("The best guess while few have voted: it starts at one half and moves with each vote."),
    "majority": N_("How likely it is that more than half of all who may vote support it."),
    "two_thirds": N_("How likely it is that more than two thirds of all who may vote support it."),
    "contested": N_(
        "Full when as many are for it as against it and nobody abstains; none when all are on one side."
    ),
    "consensus": N_("The expected support of all groups multiplied: high only when no group holds out."),
    "consensus_root": N_("The same per group, so that two groups and five can be compared."),
    "least": N_("The expected support in the group that supports it least."),
    "bridging": N_("Every group supports it at least this much: nine chances in ten for each."),
    "divisive": N_(
        "How far the support of the most favourable group lies above that of the least favourable one."
    ),
    "divided_share": N_("How much of the disagreement is between the groups rather than within them."),
    "divided": N_("One group is in favour and another is against: nine chances in ten for each."),
}
