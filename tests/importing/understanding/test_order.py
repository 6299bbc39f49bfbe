"""Proves that an order is read: letterhead, requisites, heading, preamble, items, signature, those who have read it."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.draft import Draft
from roadmapc.importing.understanding.order import find_order, read_order
from tests.importing.understanding.building import centre, grid, right, t

HEAD = [
    *centre("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ РАЙОНА"),
    t("368412, с. Цунта, тел. 88722, ИНН 0534"),
    *centre("ПРИКАЗ"),
    t("20.10.2022\t№ 01-07/93"),
    t("с. Цунта"),
    t("Об утверждении дорожной карты"),
    t("развития методической службы"),
]
ITEMS = [
    t("1. Утвердить прилагаемую дорожную карту."),
    t("2. Методистам:"),
    t("2.1. разработать положение;"),
    t("2.2. провести семинар."),
    t("3. Контроль возложить на Магомедова М.А."),
]
SIGNED = [t("Начальник управления\tГ.К. Абакарова")]


def order(*blocks: Any) -> tuple[dict[str, Any], Draft, int]:
    flat = [one for block in blocks for one in (block if isinstance(block, list) else [block])]
    draft = Draft()
    found = find_order(flat)
    assert found
    return read_order(flat, found, draft), draft, found.end


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("20.10.2022\t№ 01-07 / 214", "01-07 / 214"),
        ("от 20.10.2022 № 115 – о/д", "115 – о/д"),
        ("20.10.2022 г. № 214 од", "214 од"),
    ],
)
def test_a_number_with_spaces(line: str, number: str) -> None:
    read, draft, _ = order(HEAD[:4], t(line), HEAD[5:], t("ПРИКАЗЫВАЮ:"), ITEMS, SIGNED)
    assert (read["number"], draft.left) == (number, [])


def test_a_number_of_many_dashes_is_read_at_once() -> None:
    """It is passed over once, however long it is."""
    line = "20.10.2022\t№ " + "1 – " * 5_000 + "школа"
    read, draft, _ = order(HEAD[:4], t(line), HEAD[5:], t("ПРИКАЗЫВАЮ:"), ITEMS, SIGNED)
    assert line.split("\t")[1] in str((read, draft.left))


def test_other_acts_are_none_of_its_own() -> None:
    """The number of a school in its letterhead, and an act that the preamble names, leave date and number alone."""
    school = [*centre("МБОУ «СОШ № 5»", "ПРИКАЗ"), t("20.10.2022\t№ 214"), t("О дорожной карте")]
    preamble = t("Учитывая письмо министерства от 01.07.2022 № 55,")
    read, draft, _ = order(school, preamble, t("ПРИКАЗЫВАЮ:"), ITEMS, SIGNED)
    assert (read["letterhead"]["organisation"], read["date"], read["number"]) == (
        ["МБОУ «СОШ № 5»"],
        "20.10.2022",
        "214",
    )
    assert (read["preamble"], draft.left) == (preamble.text, [])


def test_a_whole_order() -> None:
    """Each requisite has its key; nothing is left."""
    read, draft, end = order(HEAD, t("В целях развития службы,"), t("ПРИКАЗЫВАЮ:"), ITEMS, SIGNED)
    assert read == {
        "letterhead": {
            "organisation": ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ РАЙОНА"],
            "details": ["368412, с. Цунта, тел. 88722, ИНН 0534"],
        },
        "name": "ПРИКАЗ",
        "date": "20.10.2022",
        "number": "01-07/93",
        "place": "с. Цунта",
        "subject": "Об утверждении дорожной карты развития методической службы",
        "preamble": "В целях развития службы,",
        "resolution": "ПРИКАЗЫВАЮ",
        "items": [
            "Утвердить прилагаемую дорожную карту.",
            {"text": "Методистам:", "items": ["разработать положение;", "провести семинар."]},
            "Контроль возложить на Магомедова М.А.",
        ],
        "signature": {"position": "Начальник управления", "name": "Г.К. Абакарова"},
    }
    assert draft.left == []
    assert end == 16


@pytest.mark.parametrize(
    "words", ["ПРИКАЗЫВАЮ:", "приказываю:", "П Р И К А З Ы В А Ю:", "ПОСТАНОВЛЯЕТ:", "РЕШИЛА:", "обязываю:"]
)
def test_words_that_resolve(words: str) -> None:
    assert find_order([*HEAD, t(words), *ITEMS, *SIGNED])


def test_a_preamble_that_ends_in_the_resolution() -> None:
    read, _, _ = order(HEAD, t("На основании плана работы п р и к а з ы в а ю:"), ITEMS, SIGNED)
    assert (read["preamble"], read["resolution"]) == ("На основании плана работы", "приказываю")


def test_automatic_numbers_count_as_typed_ones() -> None:
    items = [
        t("Утвердить план.", "1."),
        t("Методистам:", "2."),
        t("провести семинар.", "2.1."),
        t("Контроль за собой.", "3."),
    ]
    read, _, _ = order(HEAD, t("ПРИКАЗЫВАЮ:"), items, SIGNED)
    assert read["items"] == [
        "Утвердить план.",
        {"text": "Методистам:", "items": ["провести семинар."]},
        "Контроль за собой.",
    ]


def test_a_list_in_an_item_is_part_of_it() -> None:
    """Dashes, and numbers that end otherwise; a further paragraph, too."""
    items = [
        t("1. Школам:"),
        t("– составить план;"),
        t("1) сдать отчет;"),
        t("Срок – май."),
        t("2. Контроль за собой."),
    ]
    read, _, _ = order(HEAD, t("ПРИКАЗЫВАЮ:"), items, SIGNED)
    assert read["items"][1] == "Контроль за собой."
    assert read["items"][0] == "Школам:\n- составить план;\n1) сдать отчет;\n\nСрок – май."


def test_who_has_read_it() -> None:
    """Those who have read the order are named; the words above them, which the sheet says itself, are left."""
    read, draft, _ = order(
        HEAD,
        t("ПРИКАЗЫВАЮ:"),
        ITEMS,
        SIGNED,
        t("С приказом ознакомлены:"),
        t("____ П.П. Петров"),
        t("Завуч\tС.С. Сидорова"),
    )
    assert read["acquaintance"] == [{"name": "П.П. Петров"}, {"name": "С.С. Сидорова", "position": "Завуч"}]
    assert [one.text for one in draft.left] == ["С приказом ознакомлены:"]


def test_who_has_written_it_is_left() -> None:
    """What has no place is on the list with its place."""
    _, draft, _ = order(HEAD, t("ПРИКАЗЫВАЮ:"), ITEMS, SIGNED, t("Исп. Петрова 8-800"))
    assert [one.text for one in draft.left] == ["Исп. Петрова 8-800"]


@pytest.mark.parametrize(
    "after", [right("Приложение"), centre("ПЛАН"), [grid(["№", "Мероприятие"], ["1", "а"], ["2", "б"])]]
)
def test_an_order_ends_where_the_attachment_begins(after: list[Any]) -> None:
    blocks = [*HEAD, t("ПРИКАЗЫВАЮ:"), *ITEMS, *SIGNED]
    found = find_order([*blocks, *after])
    assert found
    assert found.end == len(blocks)


@pytest.mark.parametrize(
    "blocks",
    [
        centre("ПЛАН мероприятий"),
        [*right("УТВЕРЖДАЮ", "Директор"), t("приказываю:")],
        [grid(["№", "Мероприятие"], ["1", "а"], ["2", "б"]), t("приказываю:")],
        [],
    ],
)
def test_what_is_no_order(blocks: list[Any]) -> None:
    """No resolution, or one behind a гриф or a table."""
    assert find_order(blocks) is None


def test_what_an_order_does_not_say_is_to_be_written() -> None:
    """A heading, items and a signature that are missing are marks that `check` reports."""
    read, _, _ = order(t("ПРИКАЗЫВАЮ:"))
    assert read["subject"].startswith("ВПИШИТЕ")
    assert read["items"][0].startswith("ВПИШИТЕ")
    assert read["signature"]["name"].startswith("ВПИШИТЕ")


def test_a_date_in_words_is_taken_whole() -> None:
    """«от» before it prints nowhere, and is told as read."""
    draft = Draft()
    blocks = [
        *centre("ПОСТАНОВЛЕНИЕ"),
        t("от 15 сентября 2025 года     № 412-п"),
        t("О плане"),
        t("ПОСТАНОВЛЯЮ:"),
        t("1. Утвердить план."),
    ]
    found = find_order(blocks)
    assert found is not None
    order = read_order(blocks, found, draft)
    assert (order["date"], order["number"]) == ("15 сентября 2025 года", "412-п")
    assert [(one.kind, one.text) for one in draft.repeated] == [("requisite", "от")]
    assert not draft.left


def test_a_date_that_is_half_blank_ends_no_head() -> None:
    """The heading and the place behind it are read; the words of the date are told."""
    draft = Draft()
    blocks = [
        *centre("ПРИКАЗ"),
        t("«__» сентября 2025 г.          № ____"),
        t("г. Лесной", align="center"),
        t("Об утверждении карты"),
        t("На основании приказа министерства"),
        t("ПРИКАЗЫВАЮ:"),
        t("1. Утвердить карту."),
    ]
    found = find_order(blocks)
    assert found is not None
    order = read_order(blocks, found, draft)
    assert (order["place"], order["subject"]) == ("г. Лесной", "Об утверждении карты")
    assert order["preamble"] == "На основании приказа министерства"


def test_items_go_on_behind_a_table_of_the_plan() -> None:
    """The table is the plan's; what stands behind it is the order's, down to the signature."""
    table = grid(["№", "Мероприятие", "Срок"], ["1", "Открытие", "май"], ["2", "Закрытие", "июнь"])
    blocks: list[Text | Grid] = [
        *centre("ПРИКАЗ"),
        t("О месячнике"),
        t("ПРИКАЗЫВАЮ:"),
        t("1. Утвердить график:"),
        table,
        t("2. Контроль за собой."),
        t("Директор школы\tИ.И. Иванов"),
    ]
    found = find_order(blocks)
    assert found is not None
    assert [blocks[at] for at in found.inside] == [table]
    order = read_order(blocks, found, Draft())
    assert order["items"] == ["Утвердить график:", "Контроль за собой."]
    assert order["signature"]["name"] == "И.И. Иванов"
