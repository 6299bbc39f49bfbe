"""Proves that a name is never parted from its own initials, and never tied to the next person's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.persons import persons_tied

SURNAMES = ("Иванов", "Петрова", "Римский-Корсаков", "Цой", "Магомедова", "Гёте")
INITIALS = ("И.И.", "П. П.", "Ё.", "Ю.С.")
NAME = re.compile("[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*")
JOINTS = (" ", ", ", "; ", "\n", " и ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("И.И. Иванов", "И.И.~Иванов"),
        ("Иванов И.И.", "Иванов~И.И."),
        ("И. И. Иванов", "И.~И.~Иванов"),
        ("Иванов И. И.", "Иванов~И.~И."),
        ("Иванов И.", "Иванов~И."),
        ("Иванов И.И. Петров П.П.", "Иванов~И.И. Петров~П.П."),
        ("Иванов И.И. Петров П.П. Сидоров С.С.", "Иванов~И.И. Петров~П.П. Сидоров~С.С."),
        ("Иванов И.И., Петров П.П.", "Иванов~И.И., Петров~П.П."),
        ("И.И. Иванов П.П. Петров", "И.И.~Иванов П.П.~Петров"),
        ("И.И. Иванов, П.П. Петров", "И.И.~Иванов, П.П.~Петров"),
        ("И. И. Иванов П. П. Петров", "И.~И.~Иванов П.~П.~Петров"),
        ("Иванов И. Петров П.", "Иванов~И. Петров~П."),
        ("Методист Иванов И.И. Петров П.П.", "Методист Иванов~И.И. Петров~П.П."),
        ("Иванов И.И. Методист Петров П.П.", "Иванов~И.И. Методист Петров~П.П."),
        ("И.И. Иванов Методист П.П. Петров", "И.И.~Иванов Методист П.П.~Петров"),
        ("Директор И.И. Иванов П.П. Петров", "Директор И.И.~Иванов П.П.~Петров"),
        ("Иванов И.И. Петров П.П. Методисты", "Иванов~И.И. Петров~П.П. Методисты"),
        ("Директор И.И. Иванов", "Директор~И.И.~Иванов"),
        ("методист Н.Ю. Ляхова и Г.К. Абакарова", "методист Н.Ю.~Ляхова и Г.К.~Абакарова"),
        ("школа им. А.С. Пушкина", "школа им. А.С.~Пушкина"),
        ("Иванов\u00a0И.И. Петров П.П.", "Иванов~И.И. Петров~П.П."),
        ("в РФ. Провести", "в РФ. Провести"),
        ("раздел 1. Провести", "раздел 1. Провести"),
        ("Иванов Иван Иванович", "Иванов Иван Иванович"),
        ("Иванов\nИ.И.", "Иванов\nИ.И."),
    ],
)
def test_persons(text: str, expected: str) -> None:
    """Initials are tied to their name, whichever stands first, and to no other; what parts persons is left alone."""
    assert persons_tied(text).replace("\u00a0", "~") == expected


@given(
    st.lists(st.tuples(st.sampled_from(SURNAMES), st.sampled_from(INITIALS)), min_size=2, max_size=5),
    st.sampled_from(JOINTS),
    st.booleans(),
)
def test_any_list_of_persons(persons: list[tuple[str, str]], joint: str, behind: bool) -> None:
    """Of any list of names in one order, a line may break between any two persons and inside none."""
    names = [f"{surname} {initials}" if behind else f"{initials} {surname}" for surname, initials in persons]
    expected = joint.join(name.replace(" ", "\u00a0") for name in names)
    assert persons_tied(joint.join(names)) == expected


@given(st.lists(st.sampled_from([*SURNAMES, *INITIALS, "и", "Директор", "г."]), max_size=8).map(" ".join))
def test_only_spaces_change_and_all_at_once(text: str) -> None:
    """Spaces are replaced one for one, a second time changes nothing, and no initials stand alone beside a name."""
    once = persons_tied(text)
    assert once.replace("\u00a0", " ") == text
    assert persons_tied(once) == once
    words = once.split(" ")
    for at, word in enumerate(words):
        if re.fullmatch(r"(?:[А-ЯЁ]\.\u00a0?)+", word):
            assert not NAME.fullmatch("".join(words[max(at - 1, 0) : at]))
            assert not NAME.fullmatch("".join(words[at + 1 : at + 2]))
