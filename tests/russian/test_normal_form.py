"""Proves that what looks alike is compared alike, and that places in the normal form are those of the text itself."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.russian.normal_form import (
    compared_form,
    in_cyrillic,
    named,
    normal_form,
    placed,
    revealed,
    searched_form,
)

ODD = "и\u0306е\u0308 \u00a0\u2002\u200b\u00ad\u2060\ufeffаБ\u0301\u3000"
texts = st.text(max_size=40) | st.text(alphabet=ODD, max_size=40)


@given(texts)
def test_the_normal_form_is_in_normal_form(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) == once


@given(texts)
def test_every_character_has_its_place(text: str) -> None:
    """The characters stand in order, none reaches beyond the text, and together they are the normal form."""
    found = placed(text)
    if found is None:
        assert normal_form(text) == text
        return
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert found.starts == sorted(found.starts)
    assert unicodedata.normalize("NFC", found.text) == normal_form(text)


@pytest.mark.parametrize("spelling", ["май", "маи\u0306", "ма\u00adй", "\u200bмай", "ма\u2060й", "\ufeffмай"])
def test_spellings_that_look_alike(spelling: str) -> None:
    assert normal_form(spelling) == "май"


def test_searching_knows_no_capitals_and_no_yo() -> None:
    assert searched_form("ЁЛКА\u00a0и\u200b ёж") == searched_form("елка и еж")


def test_what_cannot_be_seen_is_named_by_its_code() -> None:
    assert [named(character) for character in "а\u200b\x01\u2002"] == ["а", "U+200B", "U+0001", "U+2002"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ЗУВР", "ЗУВР.", True),
        ("Методисты", "Mетодисты", True),
        ("й", "и\u0306", True),
        ("мето\u00adдист", "методист", True),
        ("Ёлкина", "елкина", True),
        ("  Методист   центра;", "методист\u00a0центра", True),
        ("IT-куратор", "ИТ-куратор", False),
        ("Методист", "Методисты", False),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (compared_form(one) == compared_form(other)) == same


def test_a_mixed_word_in_russian_letters() -> None:
    """Only where every Latin letter has a Russian one that looks alike."""
    assert in_cyrillic("Mонитopинг") == "Монитоpинг".replace("p", "р")
    assert in_cyrillic("ITкуб") is None


def test_what_cannot_be_seen_is_quoted_by_its_code() -> None:
    assert revealed("29.08.2025\u200b") == "29.08.2025<U+200B>"
    assert revealed("раз\u00a0два") == "раз\u00a0два"
