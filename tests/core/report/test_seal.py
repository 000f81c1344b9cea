"""A sealed record or report is the same bytes for ever, and is known by its digest."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.report.compose import compose
from app.core.report.document import Report
from app.core.report.record import Record
from app.core.report.seal import canonical, digest, unseal
from tests.core.report.records import item, position, proposal, record


def saying(words: str) -> Record:
    return record(item(1, proposal("P1", position("P1.1", words))))


@given(st.text())
def test_a_sealed_record_is_unsealed_as_it_was(words: str) -> None:
    taken = saying(words)
    sealed = canonical(taken)
    assert unseal(sealed, Record) == taken
    assert canonical(unseal(sealed, Record)) == sealed


def test_a_report_composed_again_from_the_sealed_record_is_the_same() -> None:
    taken = saying("the gate should open")
    again = compose(unseal(canonical(taken), Record))
    assert again == compose(taken)
    assert unseal(canonical(again), Report) == again
    assert again.digest == digest(canonical(taken))


def test_the_seal_is_sorted_and_leaves_letters_as_they_are() -> None:
    decomposed = "cafe\u0301 ≠ café"
    sealed = canonical(saying(decomposed))
    assert decomposed in sealed
    assert sealed.startswith('{"adoption":null,"agenda":[')


def test_another_word_is_another_digest() -> None:
    assert digest(canonical(saying("a"))) != digest(canonical(saying("b")))


def test_a_fraction_cannot_be_sealed() -> None:
    taken = record(voters=0.5)
    with pytest.raises(TypeError, match="fractions"):
        canonical(taken)


def test_what_is_not_a_record_is_refused_with_its_place() -> None:
    sealed = canonical(saying("a")).replace('"language":"en"', '"language":7')
    with pytest.raises(msgspec.ValidationError, match=r"\$\.consultation\.language"):
        unseal(sealed, Record)
