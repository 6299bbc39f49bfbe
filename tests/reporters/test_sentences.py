"""Proves what formats have in common: one sentence for a problem, and no character that XML cannot hold."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span
from roadmapc.reporters._sentences import legible, sentence

PROBLEM = Diagnostic("RM001", "x", Severity.ERROR, Message("m"), Source("a.yaml", "а\nб"), Span(2, 3))


@given(st.text())
def test_legible_text_stands_in_xml(text: str) -> None:
    """Nothing that XML forbids is left, nothing else is changed, nothing is dropped."""
    element = ET.Element("a")
    element.text = legible(text)
    ET.fromstring(ET.tostring(element, encoding="utf-8"))
    assert legible(legible(text)) == legible(text)
    assert legible(text) == text or not text.isprintable()
    assert len(legible(text)) >= len(text)


def test_a_problem_in_a_line_or_two() -> None:
    """Place, code, sentence and name; the cure below where there is one; in the reader's language."""
    assert sentence(PROBLEM, str) == "a.yaml:2:1: RM001 m [x]"
    cured = replace(PROBLEM, hint=Message("h"))
    assert sentence(cured, str.upper) == "a.yaml:2:1: RM001 M [x]\nH"
