"""Proves that the approval block has the forms of ГОСТ Р 7.0.97-2025, and takes date and number from the order."""

from __future__ import annotations

import pytest

from roadmapc.documents._approval_block import approval_parts
from roadmapc.source.model import Roadmap
from tests.conftest import CLEAN
from tests.plans import ORDER, plan_of


def roadmap(more: str) -> Roadmap:
    """Return a clean roadmap with further keys."""
    return plan_of(CLEAN + more).roadmap


@pytest.mark.parametrize(
    ("approval", "parts"),
    [
        (
            "{act: приказом управления}",
            (("Приложение",), ("УТВЕРЖДЕНА", "приказом управления", "от 20.10.2022 № 01-07/93")),
        ),
        ("{}", (("Приложение",), ("УТВЕРЖДЕНА", "приказом", "от 20.10.2022 № 01-07/93"))),
        ("{form: I, attachment: Приложение № 1}", (("Приложение № 1", "к приказу", "от 20.10.2022 № 01-07/93"),)),
        (
            "{act: приказом, date: 1.2.2023, number: 5}",
            (("Приложение",), ("УТВЕРЖДЕНА", "приказом", "от 1.2.2023 № 5")),
        ),
        ("{word: УТВЕРЖДЕНЫ}", (("Приложение",), ("УТВЕРЖДЕНЫ", "приказом", "от 20.10.2022 № 01-07/93"))),
        (
            "{by: {position: Глава, name: П.П. Петров}}",
            (("УТВЕРЖДАЮ", "Глава", "_____________ П.П. Петров", "«____» ______________ 20___ г."),),
        ),
        (
            "{attachment: Приложение, date: 01.02.2023, by: {position: Глава, name: П.П. Петров}}",
            (("Приложение",), ("УТВЕРЖДАЮ", "Глава", "_____________ П.П. Петров", "01.02.2023")),
        ),
    ],
)
def test_the_approval_block(approval: str, parts: tuple[tuple[str, ...], ...]) -> None:
    """Forms I and II and «УТВЕРЖДАЮ»; date and number are written once, in the order, unless the block has its own."""
    assert approval_parts(roadmap(f"{ORDER}approval: {approval}\n")) == parts


def test_no_approval_block() -> None:
    """Without `approval` there is none; without an order a draft has blanks."""
    assert approval_parts(roadmap("")) == ()
    blanks = approval_parts(roadmap("approval: {act: приказом управления}\n"))[1][-1]
    assert blanks == "от ____________ № _________"
