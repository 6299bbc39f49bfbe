"""Proves how a file of criteria is read, and what is said of one that cannot be."""

from __future__ import annotations

import pytest

from roadmapc.source.criteria_file import read_criteria

ONE = "title: Система\ncriteria:\n  - {component: цели, text: Наличие целей, points: [{points: 0.5, words: есть}]}\n"


def test_what_is_read() -> None:
    file = read_criteria("a.yaml", ONE.encode())
    assert not file.problems
    assert file.criteria
    (position,) = file.criteria.criteria
    assert (position.component, position.text, position.proved_by) == ("цели", "Наличие целей", ())
    assert [(one.points, one.words) for one in position.points] == [("0.5", "есть")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: Система\n", "these are no criteria: the key “criteria” is missing"),
        ("[a]\n", "these are no criteria: the key “criteria” is missing"),
        (ONE.replace("цели,", "цель,"), "цель"),
        (ONE.replace("0.5", "много"), "много"),
        (ONE.replace("text", "words"), "words"),
        ("title: Система\ncriteria: []\n", "[]"),
        ("criteria: [\n", "["),
        ("", ""),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_used(text: str, said: str) -> None:
    """Nobody is advised to begin a roadmap, which the file is not to be."""
    file = read_criteria("a.yaml", text.encode())
    assert file.criteria is None
    assert any(said in f"{one.message} {one.source.text[slice(*one.span)]}" for one in file.problems)
    assert not any("roadmapc new" in str(one.hint) for one in file.problems)
