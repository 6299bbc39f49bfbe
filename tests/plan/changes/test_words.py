"""Proves which words print alike, and that new words keep the author's typography."""

from __future__ import annotations

import pytest

from roadmapc.plan.changes.words import in_place_of, is_alike, is_item


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("май 2022", "май\u00a02022"),
        ("май – июнь", "май — июнь"),
        ("раз\nдва", "раз  два"),
        ("", "–"),
        ("- раз", "• раз"),
        ("a\u00adb", "ab"),
    ],
)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    """Kinds of spaces, dashes and bullets are not seen as other words."""
    assert is_alike(one, other)


def test_words_make_a_difference() -> None:
    """Letters and figures do."""
    assert not is_alike("май 2022", "май 2023")


def test_the_authors_signs_stay_where_the_words_do() -> None:
    """Only the words that changed come from the new text."""
    assert in_place_of("с\u00a01\u00a0мая\nпо 2 мая —", "с 1 мая по 3\u00a0июня –") == "с\u00a01\u00a0мая\nпо 3 июня —"
    assert in_place_of("до 2 мая", "до 3\u00a0мая") == "до 3 мая"


@pytest.mark.parametrize(("line", "item"), [("- раз", True), ("1) раз", True), ("а) раз", True), ("раз - два", False)])
def test_items_are_known_by_their_mark(line: str, item: bool) -> None:
    """A line that begins with a dash, a number or a letter is an item."""
    assert is_item(line) is item
