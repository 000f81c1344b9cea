"""How far the chair has approved the draft: paragraph by paragraph and whole, each for its very words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.report.adoption import paragraphs, words_of, words_of_whole
from app.core.report.document import Report
from app.core.report.seal import unseal
from app.publication.models import Approval, PublishedReport

WHOLE = ""  # the block of an approval of all


@dataclass(frozen=True, slots=True)
class Adopted:
    """One paragraph, or the whole, and whether the words as they stand are approved."""

    block: str
    digest: str
    approval: Approval | None = None
    lapsed: Approval | None = None  # the last approval of other words, where these have none


@dataclass(frozen=True, slots=True)
class Adoption:
    """Where the adoption of a draft stands."""

    whole: Adopted
    parts: Sequence[Adopted]

    @property
    def done(self) -> int:
        return sum(part.approval is not None for part in self.parts)

    @property
    def is_complete(self) -> bool:
        """Whether these very words may be published."""
        return self.whole.approval is not None

    def find(self, block: str) -> Adopted | None:
        return next((part for part in self.parts if part.block == block), None)


def adoption(report: Report, approvals: Iterable[Approval]) -> Adoption:
    """Approvals, oldest first, held against a draft."""
    given = list(approvals)
    parts = [_adopted(block.id, words_of(block), given) for block in paragraphs(report)]
    return Adoption(_adopted(WHOLE, words_of_whole(report), given), parts)


def is_published(report: Report, versions: Sequence[PublishedReport]) -> bool:
    """Whether the newest version says these very words."""
    return bool(versions) and words_of_whole(report) == words_of_whole(unseal(versions[-1].document, Report))


def _adopted(block: str, digest: str, given: Sequence[Approval]) -> Adopted:
    own = [approval for approval in given if approval.block == block]
    standing = next((approval for approval in own if approval.digest == digest), None)
    return Adopted(block, digest, standing, own[-1] if own and not standing else None)
