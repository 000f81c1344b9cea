"""What tells two texts, and two reports, apart."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.determinations import Status
from app.core.redline import Stretch, compare, redline
from app.core.report.compose import compose
from app.core.report.edition import Annex, Edition
from app.core.report.record import Group, GroupTally, Record
from app.core.votes import Tally
from tests.core.report.records import item, position, proposal, record


def test_a_changed_word_is_deleted_and_inserted() -> None:
    assert redline("the gate should open", "the gate could open") == (
        Stretch("same", "the gate "),
        Stretch("delete", "should "),
        Stretch("insert", "could "),
        Stretch("same", "open"),
    )


def test_chinese_is_compared_by_character() -> None:
    assert redline("会议商定", "会议决定") == (
        Stretch("same", "会议"),
        Stretch("delete", "商"),
        Stretch("insert", "决"),
        Stretch("same", "定"),
    )


@given(st.text(), st.text())
def test_both_texts_can_be_read_from_the_redline(before: str, after: str) -> None:
    stretches = redline(before, after)
    assert "".join(s.text for s in stretches if s.change != "insert") == before
    assert "".join(s.text for s in stretches if s.change != "delete") == after


def test_very_long_texts_are_told_as_replaced() -> None:
    long = "word " * 30_000
    assert redline(long, f"{long}more") == (Stretch("delete", long), Stretch("insert", f"{long}more"))


def test_two_reports_are_compared_block_by_block() -> None:
    gate = proposal("P1", position("P1.1", "the gate should open", Status.AGREED))
    lamp = proposal("P2", position("P2.1", "the lamp should burn", Status.AGREED))
    bell = proposal("P3", position("P3.1", "the bell should ring", Status.AGREED))
    wider = proposal("P1", position("P1.1", "the gate should open wide", Status.AGREED))
    before, after = compose(record(item(1, gate, lamp))), compose(record(item(1, wider, bell)))
    told = [
        (d.before.id if d.before else "", d.after.id if d.after else "")
        for d in compare(before, after)
        if d.is_changed
    ]
    assert ("p2-1", "") in told
    assert ("", "p3-1") in told
    assert not any(d.is_changed for d in compare(before, before))


def voted(*votes: int, title: str = "The harbour") -> Record:
    """So many for each position in turn, all of them governments."""
    group = Group(ref="G:governments", name="Governments")
    tallies = {n: Tally(support=count) for n, count in enumerate(votes, 1) if count}
    put = (
        position(
            f"P{n}.1",
            "the gate should open",
            Status.AGREED,
            tally=tally,
            by_group=(GroupTally(group=group.ref, tally=tally),),
        )
        for n, tally in tallies.items()
    )
    proposals = (proposal(each.ref.partition(".")[0], each) for each in put)
    return record(item(1, *proposals), groups=(group,), consultation={"title": title})


def test_a_table_is_compared_row_by_row_whatever_stands_between() -> None:
    edition = Edition(annexes=(Annex.POSITIONS,))
    before, after = compose(voted(3, 4, 5), edition), compose(voted(3, 0, 6), edition)
    rows = {
        (d.before or d.after).id: [s for s in d.stretches if s.change != "same"]
        for d in compare(before, after)
        if d.is_changed and "row" in ((d.before or d.after).kind, (d.after or d.before).kind)
    }
    assert rows.keys() == {"votes-p2-1", "votes-p3-1"}
    assert [stretch.change for stretch in rows["votes-p2-1"]] == ["delete"]
    changes = {stretch.change: stretch.text for stretch in rows["votes-p3-1"]}
    assert ("5" in changes["delete"], "6" in changes["insert"]) == (True, True)


def test_the_title_block_is_compared_line_by_line() -> None:
    before, after = compose(voted(3), Edition(draft=True)), compose(voted(3, title="The port"))
    changed = [d.after.id for d in compare(before, after) if d.is_changed]
    assert changed == ["front-title", "front-kind"]
