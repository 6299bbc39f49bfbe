"""Proves that the plain text of a letter says all that its HTML says, in lines that terminals show whole."""

from __future__ import annotations

import pytest

from roadmapc.rendering import mail
from roadmapc.rendering.markup import read
from tests.rendering.mail.test_html import PAGE, Tags, document


def test_a_letter_in_plain_text() -> None:
    assert mail.text(document()) == (
        "Название\n========\n\nЧасть\n\nСлова & жирно косо\nдальше\n\nПримечание\n\n– пункт\n\n"
        "Начальник И.И. Иванов\n\nРаздел\n\n1 раз\n  – два\n  Срок: май\n\n2 июнь\n\nа\n  б\n"
    )


def test_both_parts_say_the_same() -> None:
    """But for heads of columns, which the text repeats, and cells that reach down."""
    words = mail.text(document()).split()
    said = " ".join(Tags(mail.html(document())).words).split()
    assert set(said) - set(words) <= {"Тема", "<a>", "№", "Что", "Срок"}
    assert set(words) - set(said) <= {"========", "Срок:"}
    assert PAGE.count("июнь") == words.count("июнь")


@pytest.mark.parametrize("words", ["слово " * 60, "а\u00a0" * 60 + "б", "длинноеслово" * 20])
def test_lines_are_short_where_words_allow_it(words: str) -> None:
    page = f'<document title="a"><section><p>{words}</p></section></document>'
    lines = mail.text(read(page)).splitlines()
    assert all(len(line) <= 72 or " " not in line for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_a_cell_with_little_in_it_is_one_line() -> None:
    """«–» says nothing in a letter, and is left out."""
    cells = "<td class='number'>1</td><td>Обучить</td><td><p>31.05.2023</p><p>просрочено</p></td><td>–</td>"
    head = "<thead><tr><th>№</th><th>Что</th><th>Срок</th><th>Итог</th></tr></thead>"
    table = f"<table widths='1 1 1 1'>{head}<tbody><tr>{cells}</tr></tbody></table>"
    page = f'<document title="a"><section>{table}</section></document>'
    assert mail.text(read(page)) == "1 Обучить\n  Срок: 31.05.2023; просрочено\n"
