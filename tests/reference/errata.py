"""The slips of the reference reports that a generator should not make: as printed, and as it ought to be.

One entry for each irregularity that HOUSE-STYLE.md, 2.4, lists and that our sentences do not have.
"""

ERRATA = {
    "A": (
        ("CLUSTER of", "CLUSTER OF"),  # lower-case word in a capital title
        ("Secretary-General and Mrs", "Secretary-General, and Mrs"),  # no comma after the title
        ("necessarily the Actions Lines", "necessarily the Actions Lines;"),  # no end mark
        ("adopted as drafted", "adopted as drafted."),  # no full stop
        ("in favor of", "in favour of"),  # one American spelling
        ("Proposal was also made", "A proposal was also made"),  # no article
        ("Finally concern", "Finally, concern"),  # no comma
        ("UNDP involvement", "UNDP involvement."),  # no full stop
        ("However consultation", "However, consultation"),  # no comma
    ),
    "B": (
        ("May 31st", "31 May"),  # three forms of date
        ("May 13", "13 May"),
        ("commitments document.", "commitments document"),  # of two noun phrases one has an end mark
        ("Others felt there", "Others felt that there"),  # with and without "that"
    ),
}


def corrected(doc: str, text: str) -> str:
    for printed, meant in ERRATA[doc]:
        text = text.replace(printed, meant)
    return text
