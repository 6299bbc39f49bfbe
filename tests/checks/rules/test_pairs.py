"""Proves which quotes and brackets belong together, and which have no partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.checks.rules._pairs import SIGNS, pairs, quote_edit


@pytest.mark.parametrize(
    ("text", "together", "alone"),
    [
        ("«а (б) в»", ["(б)", "«а (б) в»"], []),
        ('"а" «б"', ['"а"', '«б"'], []),
        ("„а“ “б”", ["„а“", "“б”"], []),
        ("«а", [], [0]),
        ("а» (б", [], [1, 3]),
        ("«а (б»", ["«а (б»"], [3]),
        ("1) а; б) в", [], []),
        ("слово) а", [], [5]),
        ("(1) а", ["(1)"], []),
        ("[а]", ["[а]"], []),
    ],
)
def test_pairs(text: str, together: list[str], alone: list[int]) -> None:
    """The nearest partner that fits; numbers of lists need none; what stands between a pair's marks stays alone."""
    found, without = pairs(text)
    assert [text[pair.first : pair.last + 1] for pair in found] == together
    assert without == alone


@given(st.text(st.sampled_from('«»()„“”[]" аб1.\n'), max_size=30))
def test_every_mark_is_told_once(text: str) -> None:
    """It is in one pair, or alone, or numbers a list; pairs lie inside or beside each other."""
    found, alone = pairs(text)
    told = [*alone, *(at for pair in found for at in (pair.first, pair.last))]
    assert len(told) == len(set(told))
    marks = {match.start() for match in SIGNS.finditer(text)}
    assert set(told) <= marks
    assert {text[at] for at in marks - set(told)} <= {")"}
    for pair in found:
        assert pair.first < pair.last
        assert pair.signs == (text[pair.first], text[pair.last])
        crossing = [one for one in found if pair.first < one.first < pair.last < one.last]
        assert crossing == []


@pytest.mark.parametrize(("text", "at", "place"), [('а"', 1, (1, 2)), ('а\\"', 2, (1, 3)), ('"а', 0, (0, 1))])
def test_a_straight_quote_takes_its_backslash_with_it(text: str, at: int, place: tuple[int, int]) -> None:
    """In double quotes of YAML a backslash stands before it."""
    assert quote_edit(text, at, "«") == (place, "«")
