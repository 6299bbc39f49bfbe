"""Proves how lists of texts are matched."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.plan.changes.matching import Pair, by_key, by_likeness, in_order, out_of_order

TEXTS = st.lists(st.sampled_from(["приказ", "отчёт о работе", "отчёт о работах", "совещание", "сайт"]), max_size=8)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_item_is_in_one_pair_in_its_order(old: list[str], new: list[str]) -> None:
    """No item of either list is lost, taken twice, or put out of its order."""
    pairs = [*in_order(old, new)]
    assert [one.old for one in pairs if one.old is not None] == [*range(len(old))]
    assert [one.new for one in pairs if one.new is not None] == [*range(len(new))]


def test_changed_items_are_paired_by_likeness() -> None:
    """A changed text is a pair, one that is like none is alone."""
    assert [*in_order(["Издать приказ о группе"], ["Создать сайт школы", "Издать приказ о рабочей группе"])] == [
        Pair(None, 0),
        Pair(0, 1),
    ]


def test_a_key_that_stands_twice_tells_nothing() -> None:
    """Only what is known by its key alone on both sides is paired."""
    assert by_key("abb", "bba", lambda one: one) == {0: 2}


def test_the_likest_are_paired_first() -> None:
    """Each text has one other, the best."""
    old = [(0, "Провести совещание директоров"), (1, "Провести совещание завучей")]
    found = by_likeness(old, [(0, "Провести совещание завучей школ"), (1, "Создать сайт")])
    assert [(one.old, one.new) for one in found] == [(1, 0)]


@settings(deadline=None)
@given(st.permutations(range(7)))
def test_those_that_stay_stand_in_order(places: list[int]) -> None:
    """What is left without those that moved ascends, and in order nothing has moved."""
    moved = out_of_order(places)
    kept = [place for at, place in enumerate(places) if at not in moved]
    assert kept == sorted(kept)
    assert out_of_order(sorted(places)) == set()
