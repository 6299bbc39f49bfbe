"""Proves that the sheet of printed texts keeps every offset of the source, and blots out what is not printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Source
from roadmapc.source.printed_text import BLOT, Passages
from roadmapc.source.tree import parse_yaml

SOURCE = """\
roadmapc: 1
id: chart
municipality: {name: 'Район "Дом"'}
table: {numbering: printed, heading: Мероприятия}
sections:
  - title: Раздел  # примечание
    activities:
      - id: one
        activity: >-
          Первая строка
          вторая строка
        result: |
          Первый абзац

          - пункт
        owners: "Отдел \\"Юг\\""
waivers: [{rule: RM101, reason: причина}]
"""


def passages(text: str) -> Passages:
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert tree is not None, problems
    return Passages(tree)


def test_offsets_are_those_of_the_source() -> None:
    """Each sign of the sheet is the source's own, a blot, or a blank for a folded break."""
    sheet = passages(SOURCE).sheet
    assert len(sheet) == len(SOURCE)
    assert all(a == b or a in {BLOT, " "} for a, b in zip(sheet, SOURCE, strict=True))


def test_what_is_printed_is_there() -> None:
    """Texts, headings and owners are on the sheet; ids, settings, comments, waivers and quotes are not."""
    words = re.sub(r" +", " ", passages(SOURCE).sheet.replace(BLOT, " "))
    for text in ('Район "Дом"', "Мероприятия", "Раздел", "Первая строка вторая строка", "- пункт", "Отдел "):
        assert text in words
    for text in ("chart", "printed", "примечание", "one", "RM101", "причина", "'", "\\"):
        assert text not in words


def test_a_match_knows_its_route() -> None:
    """A word is found across a folded line, and a paragraph's break stays a break."""
    found = passages(SOURCE)
    assert [route for route, _ in found.find(re.compile("строка +вторая"))] == [
        ("sections", 0, "activities", 0, "activity")
    ]
    assert [route for route, _ in found.find(re.compile("абзац +-"))] == []
    assert [route[-1] for route, _ in found.find(re.compile('"Юг'))] == ["owners"]


@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"', ">-\n    {}", "|\n    {}"])
@given(words=st.lists(st.text("абвя ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_every_style_of_scalar(style: str, words: list[str]) -> None:
    """However a text is quoted or folded, its words stand on the sheet at their own offsets."""
    text = " ".join(" ".join(words).split())
    source = "document:\n  title: " + style.format(text) + "\n"
    found = [words for _, words in passages(source).texts()]
    assert found == [text]
    assert passages(source).sheet.index(text) == source.index(text)
