"""Proves how a text field becomes paragraphs and items, and which words stay together at a line's end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.prose import Piece, first_paragraph, is_item, pieces, tied

TEXTS = st.text(st.sampled_from("абв АБ.1)-–— •\n\u00a0№%"), max_size=60)
WORDS = ("№ ", "п. ", "ст. ", "с. ", "г. ", "А. ", "Б.В. ", "Иванов ", "5 ", "мая ", "2022 ", "г.", "руб", "% ", "от ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("раз\nдва\n\nтри", [("", "раз\nдва"), ("", "три")]),
        ("Отделу:\n- раз;\n— два;\n• три", [("", "Отделу:"), ("–", "раз;"), ("–", "два;"), ("•", "три")]),
        ("1) раз\n12) два\nтри", [("1)", "раз"), ("12)", "два"), ("", "три")]),
        ("  -  раз   два ", [("–", "раз два")]),
        ("№\u00a05\n-\u00a0ст.\u00a07\n\u00a0\nтри", [("", "№\u00a05"), ("–", "ст.\u00a07"), ("", "три")]),
        ("-раз\n1)раз\n1234) раз", [("", "-раз\n1)раз\n1234) раз")]),
        (" \n\n ", []),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    """A blank line parts paragraphs, a mark with a space begins an item, a line break stays one."""
    assert pieces(text) == [Piece(*piece) for piece in expected]


@given(TEXTS)
def test_pieces_of_what_was_put_together_again_are_the_same(text: str) -> None:
    """Written out with its marks and blank lines, what was read reads the same; nothing but white space is lost."""
    found = pieces(text)
    written = "\n\n".join(f"{piece.mark} {piece.text}".strip() for piece in found)
    assert pieces(written) == found
    marks = str.maketrans("", "", "-–— \n\u00a0")
    assert written.translate(marks) == text.translate(marks)


@given(TEXTS)
def test_no_item_is_missed_at_a_glance(text: str) -> None:
    """Whatever is read as an item begins as one."""
    assert all(is_item(line.strip()) for line in text.split("\n") if any(piece.mark for piece in pieces(line)))


@given(TEXTS)
def test_the_first_paragraph_and_the_rest_are_the_whole(text: str) -> None:
    """The first paragraph holds no other behind it, and together with what follows it says the same."""
    first, more = first_paragraph(text)
    assert [*pieces(first), *pieces(more)] == pieces(text)
    assert len(pieces(first)) <= 1 or pieces(first)[0].mark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("приказ № 5", "приказ №~5"),
        ("И.И. Иванов", "И.И.~Иванов"),
        ("Иванов И.И.", "Иванов~И.И."),
        ("г. Лесной", "г.~Лесной"),
        ("до 5 июня 2022 г.", "до 5~июня~2022~г."),
        ("100 % и 5 руб.", "100~% и 5~руб."),
        ("ст. 5, п. 3, с. Цунта", "ст.~5, п.~3, с.~Цунта"),
        ("в 2022 году", "в 2022~году"),
        ("раз два, три", "раз два, три"),
    ],
)
def test_what_stays_together(text: str, expected: str) -> None:
    """Numbers, initials, dates and abbreviations are tied to what they belong to, other words are not."""
    assert tied(text).replace("\u00a0", "~") == expected


@given(st.lists(st.sampled_from(WORDS)).map("".join) | TEXTS)
def test_tying_twice_changes_nothing(text: str) -> None:
    """Only spaces are replaced, one for one, and all that are to be replaced are at once."""
    once = tied(text)
    assert once.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert tied(once) == once
