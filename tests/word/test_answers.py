"""Proves how the answers about a new form are read, and that each that cannot be says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.word.new_form import answers
from roadmapc.word.new_form.answers import MARGINS, NewForm
from roadmapc.word.package.pages import Page


def test_what_is_usual_is_the_standard() -> None:
    """The margins offered are those of the packaged form."""
    assert answers.read_page(MARGINS, "0") == Page()
    assert NewForm().size == answers.read_size(str(answers.SIZE)) == 28


def test_margins_and_binding() -> None:
    """Millimetres with spaces, commas or semicolons; binding takes its room from the left."""
    page = answers.read_page("20, 10; 15,25", "5")
    assert (page.left, page.right, page.top, page.bottom) == (1134 + 283, 567, 850, 1417)
    assert NewForm(page=page).beside_corner == page.text_width - 4252


def test_lines() -> None:
    """Spaces are made one; lines of nothing are left out."""
    assert answers.read_lines(["  УПРАВЛЕНИЕ   ОБРАЗОВАНИЯ ", "", " "]) == ("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ",)


@pytest.mark.parametrize(
    ("word", "is_corner"),
    [("угловой", True), ("Corner", True), ("продольный", False), ("lengthwise", False), ("п", False)],
)
def test_layouts(word: str, is_corner: bool) -> None:
    """In either language."""
    assert answers.read_layout(word) is is_corner


@pytest.mark.parametrize(
    ("read", "text", "why"),
    [
        (answers.read_layout, "наискось", "is no layout"),
        (answers.read_line, "я" * 201, "too long"),
        (answers.read_line, "а\u202eб", "nobody sees"),
        (lambda text: answers.read_lines([text] * 13), "строка", "at most 12 lines"),
        (lambda text: answers.read_page(text, "0"), "30 10 20", "four margins"),
        (lambda text: answers.read_page(text, "0"), "30 10 20 -5", "is no margin"),
        (lambda text: answers.read_page(text, "0"), "30 10 20 101", "is no margin"),
        (lambda text: answers.read_page(text, "0"), "100 100 20 20", "leave no room"),
        (lambda text: answers.read_page(MARGINS, text), "много", "is no margin"),
        (lambda text: answers.read_page(MARGINS, text), "٣", "is no margin"),
        (answers.read_size, "9", "10 to 18"),
        (answers.read_size, "14.5", "10 to 18"),
        (answers.read_font, "", "is no name of a font"),
        (answers.read_font, 'Arial"/>', "is no name of a font"),
        (answers.read_font, "A" * 32, "is no name of a font"),
    ],
)
def test_what_cannot_be(read: Callable[[str], object], text: str, why: str) -> None:
    """A size, a margin or a font that Word has none of."""
    with pytest.raises(UserError, match=why):
        read(text)
