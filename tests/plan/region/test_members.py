"""Proves who is in a roll-up, in which order, and of whom anything is known on a day."""

from __future__ import annotations

from datetime import date

from roadmapc.plan.region import Asked, Unread, roll_up
from roadmapc.plan.region.making import member_of
from tests.executions import executed
from tests.regions import AS_OF, alone, region


def test_they_stand_in_the_order_of_their_names_whatever_order_they_come_in() -> None:
    found = region()
    assert [one.name.split()[0] for one in found.members] == ["Андреевский", "Борисовский", "Ивановский", "Яковлевский"]
    assert [one.name for one in found.unread] == ["roadmaps/zzz.yaml"]
    assert found.size == 5


def test_marks_of_later_days_are_no_data() -> None:
    assert [one.name for one in region().reporting] == ["Ивановский район", "Яковлевский район"]
    later = region(as_of=date(2025, 10, 2))
    assert "Андреевский район" in [one.name for one in later.reporting]


def test_the_last_word() -> None:
    """It is the latest day of those done and reported, by the day."""
    ivanovsky, yakovlevsky = region().reporting
    assert ivanovsky.last_word == date(2025, 7, 10)
    assert region(as_of=date(2025, 6, 30)).reporting[0].last_word == date(2025, 6, 25)
    assert yakovlevsky.last_word == date(2025, 6, 3)
    assert region().members[1].last_word is None


def test_several_roadmaps_of_one_municipality_are_told_apart() -> None:
    plans = [executed(alone("Район"), "  []\n"), executed(alone("РАЙОН "), "  []\n")]
    found = roll_up([member_of(one, None, Asked(AS_OF)) for one in plans], [], Asked(AS_OF))
    assert [one.name for one in found.members] == ["Район: План", "РАЙОН: План"]


def test_what_could_not_be_read_is_named_by_all_that_is_known() -> None:
    assert Unread("a.yaml", "Район").name == "Район (a.yaml)"
