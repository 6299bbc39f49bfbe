"""Proves that the look of a paragraph is understood, and that its words become a field of text."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.words import (
    cell_text,
    is_blank,
    is_heading,
    is_item,
    is_right,
    one_line,
    paragraph,
    prose,
)
from tests.importing.understanding.building import centre, right, t


@pytest.mark.parametrize(
    "text", [*right("Приложение"), t("Приложение", indent=90), t("\t\t\t\tПриложение"), t(" " * 30 + "Приложение")]
)
def test_what_stands_at_the_right(text: object) -> None:
    """By its alignment, its indent, by tabs or spaces that somebody typed."""
    assert is_right(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [t("Приложение"), t("\tПриложение"), *centre("План")])
def test_what_does_not(text: object) -> None:
    assert not is_right(text)  # type: ignore[arg-type]


def test_headings() -> None:
    """Bold, centred, or of a style of headings; neither a long text nor an item of a list."""
    assert all(map(is_heading, [t("Цель", bold=True), t("Цель", align="center"), t("Цель", level=0)]))
    assert not any(map(is_heading, [t("Цель"), t("а" * 300, bold=True), t("- цель", bold=True), t("", bold=True)]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (t("Первый пункт", "1."), "1. Первый пункт"),
        (t("Пункт", "•"), "• Пункт"),
        (t("Пункт", "–"), "- Пункт"),
        (t("– пункт"), "- пункт"),
        (t("·  пункт"), "- пункт"),
        (t("а) пункт"), "а) пункт"),
        (t("раз\nдва"), "раз\nдва"),
        (t("  раз   два  "), "раз два"),
        (t("раз\n\n два"), "раз\nдва"),
        (t("", "1."), "1."),
        (t("п р и к а з ы в а ю:"), "приказываю:"),
    ],
)
def test_a_paragraph_becomes_text(text: object, expected: str) -> None:
    """Signs of lists are a dash or a bullet, spaces are single, lines stay."""
    assert paragraph(text) == expected  # type: ignore[arg-type]


def test_prose_parts_paragraphs_and_keeps_lists_together() -> None:
    texts = [t("Задачи:"), t("раз;", "–"), t("два.", "–"), t(""), t("Далее.")]
    assert prose(texts) == "Задачи:\n\n- раз;\n- два.\n\nДалее."


def test_a_cell() -> None:
    """Its paragraphs are lines; a dash alone is nothing."""
    assert cell_text([t("раз"), t(""), t("два")]) == "раз\nдва"
    assert [cell_text([t(one)]) for one in ("–", "—", "-", " - ")] == ["", "", "", ""]


def test_small_questions() -> None:
    assert is_item(t("1) раз"))
    assert is_item(t("раз", "•"))
    assert not is_item(t("1990 год"))
    assert is_blank("____ . ____")
    assert not is_blank("___ а")
    assert one_line("П Л А Н  работы\nна год") == "ПЛАН работы на год"
