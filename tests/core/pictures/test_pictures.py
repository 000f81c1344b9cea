"""A picture shows what it is given, in the same bytes each time, and carries no one's script."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from app.core.determinations import Status
from app.core.opinion.analysis import analyse
from app.core.opinion.course import Day, Ruling
from app.core.opinion.findings import Line
from app.core.opinion.places import Centre
from app.core.opinion.sifting import sift
from app.core.pictures.opinion_map import You, opinion_map
from app.core.pictures.shapes import shape
from app.core.pictures.strip import ROWS, support_strip
from app.core.pictures.svg import Caption
from app.core.pictures.timeline import timeline
from app.core.votes import Tally
from tests.core.opinion.rooms import camps
from tests.core.opinion.test_findings import refs, tallies

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert(1)</script>"\x00\ufffe & onload=\u202e'
CAPTION = Caption("m", "Title", "What it shows")
DAYS = (Day(date(2026, 1, 1), 3, 1, 0), Day(date(2026, 1, 9), 3, 3, 1), Day(date(2026, 2, 2), 9, 1, 0))
RULINGS = (Ruling(date(2026, 1, 20), "P1.1", Status.AGREED),)


def parsed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 - our own


def found():
    votes, _ = camps()
    return sift(analyse(votes), refs(votes), tallies(votes))


def of_map(caption: Caption = CAPTION, word: str = "You") -> str:
    told = found()
    return opinion_map(caption, told.marks, told.letters, (Centre(0, 0, "g", 9),), You(100, -200, word))


def of_strip(caption: Caption = CAPTION, ref: str = "P1.1") -> str:
    return support_strip(caption, (Line(ref, Tally(3, 1, 1, 2, 1), 300, 700), Line("P1.2", Tally())))


def of_course(caption: Caption = CAPTION, word: str = "1 January") -> str:
    return timeline(caption, DAYS, RULINGS, word, "2 February")


PICTURES = (of_map, of_strip, of_course)


@pytest.mark.parametrize("draw", PICTURES)
def test_the_same_values_give_the_same_bytes(draw):
    assert draw() == draw()


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_is_named_and_described(draw):
    root = parsed(draw())
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    named = [root.find(f"*[@id='{key}']").text for key in root.get("aria-labelledby").split()]
    assert named == ["Title", "What it shows"]


@pytest.mark.parametrize("draw", PICTURES)
def test_hostile_words_stay_words(draw):
    drawn = draw(Caption("m", HOSTILE, HOSTILE), HOSTILE)
    root = parsed(drawn)
    assert not root.findall(f".//{SVG}script")
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    assert root.find(f"{SVG}title").text == HOSTILE.replace("\x00", "").replace("\ufffe", "")


@pytest.mark.parametrize("draw", PICTURES)
def test_a_picture_needs_no_style_that_a_strict_policy_would_refuse(draw):
    drawn = draw()
    assert "style" not in drawn
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", drawn)


@pytest.mark.parametrize("draw", PICTURES)
def test_every_coordinate_is_a_whole_number(draw):
    root = parsed(draw())
    for each in root.iter(f"{SVG}path"):
        if "hatch" not in each.get("d"):
            assert not re.search(r"\d\.\d", each.get("d"))


def test_groups_are_told_apart_by_shape_colour_and_letter():
    root = parsed(of_map())
    groups = [root.find(f"{SVG}g[@class='g{place}']") for place in (0, 1)]
    assert len({each.get("fill") for each in groups}) == 2
    assert (
        len({re.sub(r"M\d+ \d+", "", each.findall(f"{SVG}path")[-1].get("d"))[:20] for each in groups}) == 2
    )
    assert [each.text for each in root.iter(f"{SVG}text")][:2] == ["A", "B"]


def test_five_groups_have_five_shapes():
    assert len({shape(place, 5) for place in range(5)}) == 5


def test_as_many_marks_are_drawn_as_there_are():
    told = found()
    drawn = opinion_map(CAPTION, told.marks, told.letters, hulls=False)
    assert drawn.count("M") == len(told.marks)


def test_a_bar_is_as_long_as_its_share():
    root = parsed(of_strip())
    widths = {}
    for each in root.iter():
        drawn = each.get("d", "")
        name = each.get("id") or each.get("class") or ""
        if match := re.fullmatch(r"M(\d+) 0H(\d+)v10H\d+z", drawn):
            widths[name.removeprefix("m-").removeprefix("v-")] = int(match[2]) - int(match[1])
    whole = sum(widths.values())
    assert {key: round(8 * width / whole) for key, width in widths.items()} == {
        "support": 3,
        "accept": 1,
        "abstain": 1,
        "disagree": 2,
        "object": 1,
    }


def test_read_from_right_to_left_a_strip_is_mirrored():
    plain, turned = (of_strip(Caption("m", "T", "d", rtl)) for rtl in (False, True))
    start = re.search(r'class="v-support"[^>]*', plain)
    assert start
    first = [int(re.search(r'd="M(\d+) 0H(\d+)', drawn)[1]) for drawn in (plain, turned)]
    assert first[0] + first[1] == 400
    assert 'text-anchor="end">\u202bP1.1\u202c</text>' in turned


@pytest.mark.parametrize("number", [1, 40, 41, 150, 301, 800])
def test_a_strip_of_many_positions_stays_light(number):
    lines = tuple(
        Line(f"P{n}", Tally(n % 7, n % 3, 2, n % 5, n % 2), 200, 800) if n % 9 else Line(f"P{n}", Tally())
        for n in range(number)
    )
    drawn = support_strip(CAPTION, lines)
    pitch = next(pitch for most, pitch, _ in ROWS if number <= most)
    assert int(parsed(drawn).get("height")) == number * pitch + 20
    assert len(drawn) < 60_000


def test_the_course_begins_and_ends_where_the_votes_do():
    root = parsed(of_course())
    heights = [int(each.get("cy")) for each in root.iter(f"{SVG}circle")]
    assert heights[1] == 148 - 65  # half in favour: half way up
    assert len(heights) == len(DAYS)
    assert sum(each.get("class") == "ruled" for each in root.iter(f"{SVG}g")) == 1


def test_one_day_without_a_side_can_be_drawn():
    parsed(timeline(CAPTION, (Day(date(2026, 1, 1), 0, 0, 4),), (), "1", "1"))
