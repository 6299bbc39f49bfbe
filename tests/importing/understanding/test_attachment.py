"""Proves that the blocks of an attachment come to their places: title, parts, passport, tables, notes, signatures."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.importing.understanding.attachment import AttachmentReader
from roadmapc.importing.understanding.draft import Draft
from tests.importing.understanding.building import centre, grid, right, span, t

GRIF = right("УТВЕРЖДЕН", "приказом школы", "от 01.09.2025 № 5")
TITLE = centre("ПЛАН", "мероприятий на 2025 год")
HEAD = ["№ п/п", "Мероприятие", "Срок", "Ответственный"]
TABLE = grid(HEAD, ["1.", "Провести опрос", "май 2025", "Завуч"], ["2.", "Обучить педагогов", "июнь 2025", "Методист"])


def attachment(*blocks: Any) -> AttachmentReader:
    flat = [one for block in blocks for one in (block if isinstance(block, list) else [block])]
    return AttachmentReader(flat, Draft()).read()


def test_a_plan_of_one_table() -> None:
    read = attachment(GRIF, t(""), TITLE, TABLE)
    assert read.title == "ПЛАН\nмероприятий на 2025 год"
    assert read.approval["number"] == "5"
    assert len(read.tables[0].lines) == 2
    assert (read.parts, read.signatures, read.draft.left) == ([], [], [])


@pytest.mark.parametrize("heading", ["Мероприятия", "Этапы реализации", "Целевые показатели", "Финансовое обеспечение"])
def test_a_title_ends_where_its_years_stand(heading: str) -> None:
    """What stands between it and a table is the heading of that; a title without years ends at a usual heading."""
    read = attachment(TITLE, centre(heading), TABLE)
    assert (read.title, read.tables[0].heading) == ("ПЛАН\nмероприятий на 2025 год", heading)
    without = attachment(centre("ПЛАН", "развития"), centre("Мероприятия"), TABLE)
    assert (without.title, without.tables[0].heading) == ("ПЛАН\nразвития", "Мероприятия")


def test_an_agreement_below_a_signature_is_left() -> None:
    """«СОГЛАСОВАНО» would be printed above the signature that is already there."""
    read = attachment(TITLE, TABLE, t("Начальник отдела И.И. Иванов"), t("СОГЛАСОВАНО"), t("Директор РМК П.П. Петрова"))
    assert [one["name"] for one in read.signatures] == ["И.И. Иванов"]
    assert [one.text for one in read.draft.left] == ["СОГЛАСОВАНО", "Директор РМК П.П. Петрова"]


def test_the_name_of_the_organisation_above_the_approval() -> None:
    """It is printed over the title."""
    assert attachment(centre("МБОУ СОШ № 5"), GRIF, TITLE, TABLE).title == "МБОУ СОШ № 5\nПЛАН\nмероприятий на 2025 год"


def test_parts_of_text() -> None:
    """Headings begin parts, lists stay lists, texts before the first heading have none."""
    read = attachment(
        TITLE,
        t("Разработан в целях."),
        centre("Пояснительная записка"),
        t("Текст."),
        t("раз;", "–"),
        t("два.", "–"),
        TABLE,
    )
    assert read.parts == [
        {"text": "Разработан в целях."},
        {"heading": "Пояснительная записка", "text": "Текст.\n\n- раз;\n- два."},
    ]


def test_a_passport_before_the_table() -> None:
    read = attachment(TITLE, centre("Паспорт"), grid(["Цель", "Рост"], ["Задачи", "Обучить"]), TABLE)
    assert read.passport["title"] == "Паспорт"
    assert len(read.tables) == 1


def test_indicators() -> None:
    table = grid(["№", "Показатель", "2024", "2025"], ["1", "Доля", "1", "2"])
    assert attachment(TITLE, centre("Показатели"), table, TABLE).indicators["title"] == "Показатели"


def test_headings_of_tables() -> None:
    """Each table has what stands right above it."""
    read = attachment(TITLE, t("Работа с кадрами:", bold=True), TABLE, t("Работа с детьми:", bold=True), TABLE)
    assert [table.heading for table in read.tables] == ["Работа с кадрами:", "Работа с детьми:"]


@pytest.mark.parametrize("between", [[], [t("Продолжение таблицы 1", align="right")]])
@pytest.mark.parametrize("rows", [([],), (HEAD,)])
def test_a_table_that_a_page_has_parted_is_one(between: list[Any], rows: tuple[list[str]]) -> None:
    """With or without its head again; the words that say so are a repetition."""
    rest = grid(*filter(None, rows), ["3.", "Наградить лучших", "июль 2025", "Директор"])
    read = attachment(TITLE, TABLE, between, rest)
    assert len(read.tables) == 1
    assert [line.number for line in read.tables[0].lines] == ["1.", "2.", "3."]
    assert len(read.draft.repeated) == len(between) + bool(rows[0])


def test_notes_below_a_table() -> None:
    assert attachment(TITLE, TABLE, t("* по согласованию")).tables[0].notes == ["* по согласованию"]


def test_signatures_and_what_is_behind_them() -> None:
    """Several may sign; a few words behind them are left, with their place."""
    read = attachment(
        TITLE, TABLE, t("Заместитель директора\tИ.И. Иванов"), t("Методист\tП.П. Петров"), t("Исп. Сидорова")
    )
    assert [one["name"] for one in read.signatures] == ["И.И. Иванов", "П.П. Петров"]
    assert [one.text for one in read.draft.left] == ["Исп. Сидорова"]


def test_a_text_without_tables() -> None:
    """A composition or a regulation is parts alone."""
    read = attachment(
        right("Приложение № 2"),
        centre("СОСТАВ", "рабочей группы"),
        t("Иванов И.И. – председатель"),
        t("Петров П.П. – секретарь"),
    )
    assert read.title == "СОСТАВ\nрабочей группы"
    assert read.parts == [{"text": "Иванов И.И. – председатель\n\nПетров П.П. – секретарь"}]


def test_nothing() -> None:
    read = attachment()
    assert (read.title, read.tables, read.parts) == ("", [], [])


NEXT = grid(HEAD, ["3.", "Провести форум", "июль 2025", "Завуч"])


@pytest.mark.parametrize(
    "heading",
    ["Раздел 2. Работа с кадрами", "II этап. Основной (январь – май 2026 года)", "Октябрь 2025 года", "2 этап"],
)
def test_a_heading_between_two_tables(heading: str) -> None:
    """Nobody has made it bold: it is the heading of the table below it, which is no rest of the one above."""
    read = attachment(GRIF, TITLE, TABLE, t(heading), NEXT)
    assert [table.heading for table in read.tables] == ["", heading]
    assert [len(table.lines) for table in read.tables] == [2, 1]


def test_a_heading_keeps_what_stands_below_it() -> None:
    """«2. Итоги», «Цель: …» belong to the table behind them, and are no notes of the one before."""
    read = attachment(GRIF, TITLE, TABLE, t("2. Итоги", bold=True), t("Цель: подвести итоги"), NEXT)
    assert [table.heading for table in read.tables] == ["", "2. Итоги\nЦель: подвести итоги"]
    assert [table.notes for table in read.tables] == [[], []]


def test_a_title_in_the_table_is_that_of_the_plan() -> None:
    table = grid([span("План работы на 2025 год", 4)], HEAD, ["1.", "Опрос", "май 2025", "Завуч"])
    read = attachment(table)
    assert (read.title, read.tables[0].heading, len(read.tables[0].lines)) == ("План работы на 2025 год", "", 1)


def test_any_words_part_two_tables() -> None:
    """They are a note of the first one; «Продолжение таблицы» parts nothing."""
    read = attachment(GRIF, TITLE, TABLE, t("Сведения подаются в отдел."), NEXT)
    assert [table.notes for table in read.tables] == [["Сведения подаются в отдел."], []]
    assert len(attachment(GRIF, TITLE, TABLE, t("Продолжение таблицы 1"), NEXT).tables) == 1


def test_a_table_without_a_head_has_the_columns_of_the_one_before() -> None:
    rest = grid(["3.", "Провести форум", "июль 2025", "Завуч"])
    read = attachment(GRIF, TITLE, TABLE, t("Раздел 2. Кадры"), rest)
    assert [one.kind for one in read.tables[1].columns] == ["number", "activity", "deadline", "owners"]
    assert not read.tables[1].has_head


def test_words_above_people_are_kept() -> None:
    """A note of the table before them stays its note; only their own heading goes with them."""
    people = grid(["Должность", "Ф.И.О."], ["Юрист", "Сидоров С.С."])
    read = attachment(GRIF, TITLE, TABLE, t("Сведения подаются в отдел."), t("Лист согласования"), people)
    assert read.tables[0].notes == ["Сведения подаются в отдел."]
    assert [one.text for one in read.draft.left][:1] == ["Лист согласования"]


def test_words_of_a_stage_are_no_heading() -> None:
    """A sentence that names one is a note of the table above it."""
    said = "Этапы и сроки уточняются приказами."
    read = attachment(GRIF, TITLE, TABLE, t(said), NEXT)
    assert [(table.heading, table.notes) for table in read.tables] == [("", [said]), ("", [])]


def test_activities_of_a_group_are_activities() -> None:
    """Its first row names them."""
    table = grid(["№", "Мероприятие", "Срок", "Ответственный"], ["1", "Совещание", "октябрь 2025", "Завуч"])
    assert len(attachment(GRIF, TITLE, TABLE, t("Состав и работа рабочей группы"), table).tables) == 2


@pytest.mark.parametrize("above", ["Лист согласования", "Состав рабочей группы", "СОГЛАСОВАНО:"])
def test_people_are_no_activities(above: str) -> None:
    """Those who agree or belong to a group stand in a table that has no place here: each row is left as it is."""
    people = grid(["Должность", "Ф.И.О.", "Дата"], ["Юрист", "Сидоров С.С.", "10.09.2025"])
    read = attachment(GRIF, TITLE, TABLE, t(above), people)
    assert [table.lines[-1].cells[1] for table in read.tables] == ["Обучить педагогов"]
    assert [one.text for one in read.draft.left] == [
        above,
        "Должность | Ф.И.О. | Дата",
        "Юрист | Сидоров С.С. | 10.09.2025",
    ]
