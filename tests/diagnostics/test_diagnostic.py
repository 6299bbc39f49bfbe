"""Proves that a sentence keeps its template and values, and that a problem is known again while lines move."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Count, Diagnostic, Message, Severity, Source, Span
from roadmapc.diagnostics.visible import visible

PROBLEM = Diagnostic("RM001", "x", Severity.ERROR, Message("m"), Source("a.yaml", "раз два раз"), Span(0, 3))


class Russian:
    """A language with a few sentences and three forms of a noun."""

    def __call__(self, text: str) -> str:
        return {"{n} of {what}": "{what}: {n}", "errors": "ошибки"}.get(text, text)

    def plural(self, one: str, many: str, n: int) -> str:
        assert (one, many) == ("{n} error", "{n} errors")
        return "{n} ошибка" if n == 1 else "{n} ошибок"


def test_a_sentence_is_translated_with_what_it_holds() -> None:
    """Template and values go over apart: words within words are translated, counted nouns by their number."""
    message = Message("{n} of {what}", n=Count.of("{n} error", "{n} errors", 5), what=Message("errors"))
    assert message == "5 errors of errors"
    assert message.text(Russian()) == "ошибки: 5 ошибок"
    assert message.text(str) == message


@given(st.text())
def test_values_are_not_read_as_templates(value: str) -> None:
    """Braces in a value stand for themselves, in every language."""
    message = Message("{n} of {what}", n=value, what="{n}")
    assert message == f"{value} of {{n}}"
    assert message.text(Russian()) == f"{{n}}: {visible(value)}"


@pytest.mark.parametrize("message", [Message("{n}", n="{x}"), Count.of("{n} error", "{n} errors", 1)])
def test_a_sentence_is_made_again_of_its_parts(message: Message) -> None:
    """Template and values are all there is of it."""
    values = {"many": message.many, "n": message.n} if isinstance(message, Count) else message.values
    again = type(message).filled(message.template, values)
    assert (again, again.text(Russian())) == (message, message.text(Russian()))


def test_what_does_not_count() -> None:
    """A problem is settled when its author lets it stand, even for no reason, or the baseline knows it."""
    assert [p.is_suppressed for p in (PROBLEM, PROBLEM.with_waiver(""), replace(PROBLEM, in_baseline=True))] == [
        False,
        True,
        True,
    ]
    assert PROBLEM.with_waiver("так надо").without_waiver() == PROBLEM


def test_a_problem_is_known_again() -> None:
    """By its anchor where it has one, else by its file and the words it points at; never by its place alone."""
    moved = replace(PROBLEM, span=Span(8, 11), message=Message("other"))
    assert moved.fingerprint == PROBLEM.fingerprint
    assert replace(PROBLEM, span=Span(4, 7)).fingerprint != PROBLEM.fingerprint
    assert replace(PROBLEM, code="RM002").fingerprint != PROBLEM.fingerprint
    anchored = replace(PROBLEM, anchor="row/deadline")
    assert replace(anchored, span=Span(4, 7)).fingerprint == anchored.fingerprint != PROBLEM.fingerprint


def test_a_listing_goes_by_place() -> None:
    """By file, then by place, then by code."""
    others = [
        replace(PROBLEM, source=Source("b.yaml", "")),
        replace(PROBLEM, span=Span(2, 3)),
        replace(PROBLEM, code="RM002"),
        PROBLEM,
    ]
    assert sorted(others, key=lambda problem: problem.sort_key) == others[::-1]


def test_a_piece_of_a_file_may_be_several_lines() -> None:
    """It stands below the words; any other value is quoted within them."""
    message = Message("write {name} so:\n{line}", name="a\nb", line="owners:\n  umo: \x07")
    assert message.text(str) == "write a\\nb so:\nowners:\n  umo: \\u0007"
