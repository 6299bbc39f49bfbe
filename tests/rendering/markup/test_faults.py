"""Proves that what is not in the vocabulary is refused with the nearest name that is."""

from __future__ import annotations

import pytest

from roadmapc.rendering.blocks import VOCABULARY
from roadmapc.rendering.markup.faults import Fault, check, division, misplaced, or_perhaps


@pytest.mark.parametrize(
    ("name", "inside", "message"),
    [
        ("tabel", "section", "unknown tag <tabel>; perhaps <table>"),
        ("blink", "section", "unknown tag <blink>"),
        ("p", "", "the outermost tag must be <document>, not <p>"),
        ("td", "div.keep", "<td> may not stand in <div>"),
    ],
)
def test_a_tag_out_of_place(name: str, inside: str, message: str) -> None:
    """An unknown tag, one outside the document, one where it may not stand; a <div> goes by its tag alone."""
    with pytest.raises(Fault) as fault:
        misplaced(name, inside)
    assert str(fault.value.message) == message


def test_divisions_go_by_their_class() -> None:
    """Each class of <div> is an entry of its own, and a wrong one is told with the nearest."""
    assert division({"class": "approval"}) == "div.approval"
    with pytest.raises(Fault, match="<div> has no class «aproval»; perhaps approval"):
        division({"class": "aproval"})


@pytest.mark.parametrize("name", VOCABULARY)
def test_what_a_tag_takes(name: str) -> None:
    """Every attribute and class of the vocabulary passes; one letter more does not."""
    tag = VOCABULARY[name]
    check(name, tag, dict.fromkeys(tag.attributes, ""))
    check(name, tag, {"class": " ".join(tag.classes)} if tag.classes else {})
    for known in (*tag.attributes, "colour"):
        with pytest.raises(Fault, match="has no attribute"):
            check(name, tag, {f"{known}x": ""})
    if tag.classes:
        with pytest.raises(Fault, match="has no class «x"):
            check(name, tag, {"class": "xyz"})


def test_nothing_is_guessed_where_nothing_is_near() -> None:
    """A guess is made of a like name alone, in the form asked for."""
    assert or_perhaps("сектион", ["section"]) == ""
    assert str(or_perhaps("sektion", ["section"], "<{}>")) == "; perhaps <section>"
