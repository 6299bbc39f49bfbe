"""Proves that a wrong word is told with the one that was meant, and with none where nothing is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Message
from roadmapc.diagnostics.suggestion import did_you_mean, nearest

KNOWN = ("deadline", "document", "owners", "period")


@pytest.mark.parametrize(
    ("word", "near"),
    [("deadlin", "deadline"), ("DEADLINES", "deadline"), ("owner", "owners"), ("срок", None), ("", None)],
)
def test_the_nearest_word(word: str, near: str | None) -> None:
    """One letter more or less, in any case of letters; another word altogether is near to none."""
    assert nearest(word, KNOWN) == near


@given(st.sets(st.text("abc", min_size=1, max_size=5), min_size=1))
def test_the_order_of_known_words_does_not_count(known: set[str]) -> None:
    """A word that is known is nearest to itself; the same guess is made however the words are ordered."""
    words = sorted(known)
    assert nearest(words[0], words) == words[0]
    assert nearest("abcab", words) == nearest("abcab", words[::-1])


def test_a_hint_or_another_one() -> None:
    """Where nothing is near, the hint is the other one, or none."""
    otherwise = Message("see the manual")
    assert did_you_mean("deadlin", KNOWN, otherwise) == "perhaps “deadline”"
    assert did_you_mean("срок", KNOWN, otherwise) is otherwise
    assert did_you_mean("срок", KNOWN) is None
