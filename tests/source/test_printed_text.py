"""Proves that the masked text keeps every offset of the source, and masks what is not printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapc.diagnostics import Source
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.printed_text import MASK, PrintedTexts

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


def printed_texts(text: str) -> PrintedTexts:
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert tree is not None, problems
    return PrintedTexts(tree)


def test_offsets_are_those_of_the_source() -> None:
    """Each character of the masked text is the source's own, a mask, or a space for a folded break."""
    masked_text = printed_texts(SOURCE).masked_text
    assert len(masked_text) == len(SOURCE)
    assert all(a == b or a in {MASK, " "} for a, b in zip(masked_text, SOURCE, strict=True))


def test_what_is_printed_is_there() -> None:
    """Texts, headings and owners are in the masked text; ids, settings, comments, waivers and quotes are not."""
    words = re.sub(r" +", " ", printed_texts(SOURCE).masked_text.replace(MASK, " "))
    for text in ('Район "Дом"', "Мероприятия", "Раздел", "Первая строка вторая строка", "- пункт", "Отдел "):
        assert text in words
    for text in ("chart", "printed", "примечание", "one", "RM101", "причина", "'", "\\"):
        assert text not in words


def test_a_match_knows_its_route() -> None:
    """A word is found across a folded line, and a paragraph's break stays a break."""
    found = printed_texts(SOURCE)
    assert [route for route, _ in found.find(re.compile("строка +вторая"))] == [
        ("sections", 0, "activities", 0, "activity")
    ]
    assert [route for route, _ in found.find(re.compile("абзац +-"))] == []
    assert [route[-1] for route, _ in found.find(re.compile('"Юг'))] == ["owners"]


@given(st.text("абв., ", max_size=30))
@example("а, б, а. вв, ав")
def test_several_patterns_match_as_their_alternation(words: str) -> None:
    """By place, each behind the one before, whichever pattern it is of."""
    found = printed_texts(f"title: 'в{words}в'\n")
    patterns = [re.compile(one) for one in ("а[^.]*", "б *", r"[.,] +в?")]
    whole = re.compile("|".join(one.pattern for one in patterns))
    assert [match.span() for _, match in found.find(*patterns)] == [match.span() for _, match in found.find(whole)]


@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"', ">-\n    {}", "|\n    {}"])
@given(words=st.lists(st.text("абвя ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_every_style_of_scalar(style: str, words: list[str]) -> None:
    """However a text is quoted or folded, its words stand in the masked text at their own offsets."""
    text = " ".join(" ".join(words).split())
    source = "document:\n  title: " + style.format(text) + "\n"
    found = [words for _, words in printed_texts(source).texts()]
    assert found == [text]
    assert printed_texts(source).masked_text.index(text) == source.index(text)
