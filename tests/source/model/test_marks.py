"""Proves how the parts of a mark may be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.source.marks_file import read_marks
from roadmapc.source.model.marks import ExecutionMark, document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("приказ от 12.05.2023 № 01-05/44", {"kind": "приказ", "date": "12.05.2023", "number": "01-05/44"}),
        ("Приказ от 12 мая 2023 г. N 5", {"kind": "Приказ", "date": "12 мая 2023", "number": "5"}),
        ("справка от 12.05.2023", {"kind": "справка", "date": "12.05.2023"}),
        ("приказ от имени от 12.05.2023 года № 7", {"kind": "приказ от имени", "date": "12.05.2023", "number": "7"}),
        ("протокол № 5", {"kind": "протокол", "number": "5"}),
        ("протокол № 5 заседания совета", {"kind": "протокол № 5 заседания совета"}),
        ("от 12.05.2023 № 5", {"date": "12.05.2023", "number": "5"}),
        ("приказ № 5 https://a.ru/5.pdf", {"kind": "приказ", "number": "5", "link": "https://a.ru/5.pdf"}),
        ("https://a.ru/5.pdf", {"link": "https://a.ru/5.pdf"}),
        ("письмо от директора", {"kind": "письмо от директора"}),
        ("", {"kind": ""}),
    ],
)
def test_a_document_in_a_line(text: str, expected: dict[str, str]) -> None:
    """Kind, date, number and link where they stand as offices write them, else all of it is the kind."""
    assert document_of(text) == expected


@given(st.text())
def test_no_line_is_lost(text: str) -> None:
    assert document_of(text)


def read(mark: str) -> ExecutionMark:
    file = read_marks("a.marks.yaml", f"marks:\n  - {mark}\n".encode())
    assert file.marks, file.problems
    return file.marks.marks[0]


def test_one_or_several() -> None:
    """What may be a list may be written as its one item."""
    one = read("{at: 1, documents: приказ от 12.05.2023 № 5, moved: {to: 01.10.2023, act: приказ, date: 20.05.2023}}")
    assert (one.documents[0].number, one.moved[0].to) == ("5", "01.10.2023")
    two = read("{at: 1, documents: [{kind: приказ}, справка от 01.05.2023], organisations: {done: 18, of: 22}}")
    assert ([document.kind for document in two.documents], two.organisations and two.organisations.of) == (
        ["приказ", "справка"],
        22,
    )


@pytest.mark.parametrize(
    ("mark", "code", "words"),
    [
        ("{done: 01.05.2022}", "RM010", "at"),
        ("{at: 1, done: скоро}", "RM013", "not a date"),
        ("{at: 1, said: может}", "RM013", "allowed"),
        ("{at: 1, moved: {to: 01.10.2023}}", "RM010", "act"),
        ("{at: 1, organisations: {done: много, of: 22}}", "RM013", "whole number"),
        ("{at: 1, sdelano: 01.05.2022}", "RM011", "unknown key"),
    ],
)
def test_what_does_not_fit(mark: str, code: str, words: str) -> None:
    """It is told at its line."""
    file = read_marks("a.marks.yaml", f"marks:\n  - {mark}\n".encode())
    assert file.marks is None
    assert any(one.code == code and words in str(one.message) for one in file.problems), file.problems
