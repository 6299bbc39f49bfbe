"""Proves when two texts say the same to a rule: endings, «ё», case of letters and punctuation aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.russian.stems import plain, stems

TEXTS = st.text(st.sampled_from("абеёъьяМО 12,.-\u0301"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Методист района", "методисты районов"),
        ("актёр", "актера"),
        ("Провести опрос.", "провести опросы"),
        ("Отчет за 2022", "отчета 2022"),
    ],
)
def test_endings_do_not_count(one: str, other: str) -> None:
    """Words in other forms are the same words; short ones go."""
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("ЦРО", "цро"), ("приказ 5", "приказ 6"), ("опрос", "осмотр")])
def test_what_counts(one: str, other: str) -> None:
    """Abbreviations, numbers and other words are not the same."""
    assert stems(one) != stems(other)


@given(TEXTS)
def test_stems_are_short_and_not_empty(text: str) -> None:
    """A word is at most five letters, or one that stays whole; none is lost to nothing."""
    assert all(stem and (len(stem) <= 5 or stem.isdigit() or stem.isupper()) for stem in stems(text))


@given(TEXTS)
def test_plain_text_is_plain(text: str) -> None:
    """Small letters, one space between words, nothing at the ends; what is plain stays."""
    once = plain(text)
    assert once == " ".join(once.split()) == plain(once)
    assert not set(once) & set("ёМО,.-")
