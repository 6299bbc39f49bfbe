"""Proves that clauses add up, and that brackets explain or name days."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import statements
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.lexer import tokens
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.values import At, Day, FromTo, Month
from tests.deadlines.meanings import hold

MAY = At(Month(5, 2022))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("май, июнь и 15 июля", "май, июнь, 15 июля"),
        ("май 2022 (16.05 – 20.05)", "с 16 мая 2022 г. по 20 мая 2022 г."),
        ("май 2022 (по штемпелю)", "май 2022 г. ?"),
        ("15 мая 2022 (16 мая)", "15 мая 2022 г.; 16 мая ?"),
        ("после утверждения (15 мая 2022)", "15 мая 2022 г. ?"),
        ("после утверждения (не позднее 15 мая 2022)", "до 15 мая 2022 г."),
        ("ко Дню знаний (1 сентября)", "1 сентября"),
        ("за 3 дня до педсовета (5 ноября)", "! 5"),
        ("ежемесячно, 10–15 проб", "ежемесячно ?"),
        ("май 2022, 2 мартя", "! мартя"),
        ("– : до 1 мая", "до 1 мая"),
        ("от 12.05.2022 № 5", "! от"),
        ("14.00", "! 14.00"),
        ("«__» мая", "! __"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Clauses one after another, brackets that explain or name days, quantities, unfilled forms."""
    hold(statements, text, meant)


def test_clauses_add_up() -> None:
    """What is said is one statement, clause by clause."""
    text = "май 2022, по графику"
    said = statements.statements(Cursor(text, tokens(text)))
    assert said == Statement(items=(MAY,), conditions=("по графику",))


def test_days_in_brackets_stand_instead_of_their_month() -> None:
    """A bracket is given what stands before it, and returns all that is said so far."""
    cursor = Cursor("(16.05)", tokens("(16.05)"))
    assert statements.bracket(cursor, Statement(items=(MAY,))).items == (At(Day(16, 5, 2022)),)
    assert cursor.at == len(cursor.tokens)
    ranged = Cursor("(16.05 – 20.05", tokens("(16.05 – 20.05"))
    assert statements.bracket(ranged, Statement(items=(MAY,))).items == (FromTo(Day(16, 5, 2022), Day(20, 5, 2022)),)
