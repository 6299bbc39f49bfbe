"""Proves that texts laid one behind another keep their places, and that problems go back to their files."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import Diagnostic, Edit, Fix, Label, Message, Severity, Source, Span
from roadmapc.diagnostics.joined_source import JoinedSource, located

ONE, TWO = Source("a.yaml", "раз\nдва"), Source("base.yaml", "три\n")
JOINED = JoinedSource.of(ONE, TWO)
IN_TWO = JOINED.start_of(1)


def problem(start: int, end: int, *, edit: tuple[int, int] | None = None, labels: tuple[Label, ...] = ()) -> Diagnostic:
    """Return a problem of the joined text."""
    fix = Fix((Edit(Span(*edit), "x"),)) if edit else None
    return Diagnostic("RM999", "a", Severity.NOTE, Message("a"), JOINED, Span(start, end), labels=labels, fix=fix)


@pytest.mark.parametrize(
    ("span", "source", "text"),
    [((0, 3), ONE, "раз"), ((4, 7), ONE, "два"), ((8, 11), TWO, "три"), ((7, 7), ONE, ""), ((12, 12), TWO, "")],
)
def test_a_place_is_that_of_its_text(span: tuple[int, int], source: Source, text: str) -> None:
    """The same words are marked in the file as in the joined text; a place at a text's end is its own."""
    found, place = JOINED.in_part(Span(*span))
    assert found is source
    assert found.text[slice(*place)] == text == JOINED.text[slice(*span)]


def test_the_first_text_gives_the_name_and_keeps_its_offsets() -> None:
    assert JOINED.name == "a.yaml"
    assert JOINED.text.startswith(ONE.text)
    assert located(problem(4, 7, edit=(4, 7))).fix == Fix((Edit(Span(4, 7), "x"),))


def test_fixes_of_another_file_are_dropped() -> None:
    """Neither a problem there nor a change there is fixed where the first file is checked."""
    assert located(problem(IN_TWO, IN_TWO + 3, edit=(0, 3))).fix is None
    assert located(problem(0, 3, edit=(IN_TWO, IN_TWO + 3))).fix is None


def test_labels_know_their_file() -> None:
    """One in the problem's own file says nothing of it; one in the other names that."""
    labels = (Label(Span(0, 3), Message("own")), Label(Span(IN_TWO, IN_TWO + 3), Message("other")))
    own, other = located(problem(4, 7, labels=labels)).labels
    assert (own.source, other.source, other.span) == (None, TWO, Span(0, 3))
    own, other = located(problem(IN_TWO, IN_TWO + 3, labels=labels)).labels
    assert (own.source, other.source) == (ONE, None)


def test_a_problem_of_one_text_stays() -> None:
    alone = Diagnostic("RM999", "a", Severity.NOTE, Message("a"), ONE, Span(0, 3))
    assert located(alone) is alone
