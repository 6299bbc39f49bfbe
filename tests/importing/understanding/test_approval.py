"""Proves that the гриф is read in both of its forms, by order or by person, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.approval import agreed, begins_attachment, take_approval
from tests.importing.understanding.building import centre, grid, right, t

BY = {"position": "Начальник управления", "name": "И.И. Иванов"}
SIDE_BY_SIDE = grid(
    [
        "СОГЛАСОВАНО\nПредседатель профсоюза\n____ П.П. Петров",
        "УТВЕРЖДАЮ\nДиректор школы\n____ И.И. Иванов\n«1» сентября 2025 г.",
    ],
    ruled=False,
)
BLOCKS: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "by an order, attached": (
        right("Приложение № 1", "УТВЕРЖДЕНА", "приказом управления образования", "от 20.10.2022 № 01-07/93"),
        {
            "attachment": "Приложение № 1",
            "word": "УТВЕРЖДЕНА",
            "act": "приказом управления образования",
            "date": "20.10.2022",
            "number": "01-07/93",
        },
    ),
    "attached to an order": (
        right("Приложение", "к приказу управления образования", "от 1 сентября 2025 г. № 5"),
        {
            "attachment": "Приложение",
            "form": "I",
            "act": "к приказу управления образования",
            "date": "1 сентября 2025 г.",
            "number": "5",
        },
    ),
    "in one paragraph": (
        right("Приложение\nк приказу отдела образования\nот 01.09.2025 № 5-о"),
        {
            "attachment": "Приложение",
            "form": "I",
            "act": "к приказу отдела образования",
            "date": "01.09.2025",
            "number": "5-о",
        },
    ),
    "approved, without a mark": (
        right("УТВЕРЖДЁН", "распоряжением администрации района", "от 30.12.2025 № 417-р"),
        {
            "attachment": "нет",
            "word": "УТВЕРЖДЁН",
            "act": "распоряжением администрации района",
            "date": "30.12.2025",
            "number": "417-р",
        },
    ),
    "blanks for date and number": (
        right("Приложение", "УТВЕРЖДЕНО", "Приказом управления", "от «____» ________ 2022 г. № ____"),
        {"attachment": "Приложение", "word": "УТВЕРЖДЕНО", "act": "Приказом управления", "year": "2022"},
    ),
    "by a person": (
        right("УТВЕРЖДАЮ", "Начальник управления", "_________ И.И. Иванов", "«05» мая 2025 г."),
        {"by": BY, "date": "«05» мая 2025 г."},
    ),
    "by a person on one line": (
        right("УТВЕРЖДАЮ:", "Начальник управления ______ /И.И. Иванов/", "___ ________ 2025 г."),
        {"by": BY, "year": "2025"},
    ),
    "beside another": (
        [SIDE_BY_SIDE],
        {
            "by": {"position": "Директор школы", "name": "И.И. Иванов"},
            "date": "«1» сентября 2025 г.",
            "beside": [{"word": "СОГЛАСОВАНО", "by": {"position": "Председатель профсоюза", "name": "П.П. Петров"}}],
        },
    ),
    "by a council": (
        [
            grid(
                ["ПРИНЯТО\nпедагогическим советом\nот 28.08.2025 № 1", "УТВЕРЖДЕН\nприказом школы\nот 29.08.2025 № 80"],
                ruled=False,
            )
        ],
        {
            "attachment": "нет",
            "word": "УТВЕРЖДЕН",
            "act": "приказом школы",
            "date": "29.08.2025",
            "number": "80",
            "beside": [{"word": "ПРИНЯТО", "act": "педагогическим советом", "date": "28.08.2025", "number": "1"}],
        },
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_an_approval_is_read(name: str) -> None:
    """And the title behind it is none of it."""
    blocks, expected = BLOCKS[name]
    found, taken = take_approval([*blocks, *centre("ПЛАН", "мероприятий")])
    assert found == expected
    assert taken == len(blocks)


def test_a_name_that_is_missing_is_to_be_written() -> None:
    """A гриф with a post alone, or a name alone, makes no roadmap that cannot be read."""
    found = [take_approval(right("УТВЕРЖДАЮ", line))[0]["by"] for line in ("Директор школы", "_____ И.И. Иванов")]
    assert found == [
        {"position": "Директор школы", "name": "ВПИШИТЕ подпись"},
        {"position": "ВПИШИТЕ должность", "name": "И.И. Иванов"},
    ]


OTHERS: dict[str, list[Text | Grid]] = {
    "a title": [*centre("План мероприятий")],
    "a ruled table": [grid(["УТВЕРЖДАЮ", "а"], ["б", "в"], ["г", "д"], ["е", "ж"])],
    "a sentence": [t("Приложение к плану прилагается.")],
    "nothing": [],
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_approval(name: str) -> None:
    assert take_approval(OTHERS[name]) == ({}, 0)


def test_what_begins_an_attachment() -> None:
    """A mark or a word of approval; not one that agreed or accepted."""
    beginning: list[Text | Grid] = [*right("Приложение № 2"), t("УТВЕРЖДАЮ"), SIDE_BY_SIDE]
    assert all(map(begins_attachment, beginning))
    assert not any(map(begins_attachment, [t("СОГЛАСОВАНО"), t("Приложение № 2 к плану прилагается"), t("План")]))


@pytest.mark.parametrize(
    ("word", "kind", "left"),
    [
        ("УТВЕРЖДЕНА", "дорожная карта", False),
        ("УТВЕРЖДЁН", "план", True),
        ("УТВЕРЖДЕН", "план", False),
        ("УТВЕРЖДЕНО", "план", True),
    ],
)
def test_a_word_that_the_program_says_itself_is_left_to_it(word: str, kind: str, left: bool) -> None:
    approval = {"word": word}
    agreed(approval, kind)
    assert ("word" in approval) is left


def test_blocks_that_are_typed_beside_each_other() -> None:
    """Tabs or many spaces part them; a line that begins far to the right is the last one's."""
    lines = [
        t("Принято\t\t\t\tУтверждаю:"),
        t("педагогическим советом\t\tДиректор школы"),
        t("протокол № 1 от 29.08.2025          ________ И.И. Иванов"),
        t("\t\t\t\t«1» сентября 2025 г."),
    ]
    found, taken = take_approval([*lines, *centre("ПЛАН")])
    assert taken == 4
    assert found["by"] == {"position": "Директор школы", "name": "И.И. Иванов"}
    assert found["date"] == "«1» сентября 2025 г."
    (beside,) = found["beside"]
    assert beside["word"] == "ПРИНЯТО"
    assert "протокол № 1" in beside["act"]
