"""Proves that owners' cells are parted where people part them, and print as they stood."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.owners import (
    OwnersCell,
    cells_of,
    directory,
    meant,
    owners_in,
    usual_style,
    written,
)

CELLS = {
    "Методист": (("Методист",), "one"),
    "Методист, директор школы": (("Методист", "директор школы"), "comma"),
    "Директор МБУ ДПО «ЦРО», Иванов И.И.": (("Директор МБУ ДПО «ЦРО»", "Иванов И.И."), "comma"),
    "Заместитель директора по учебной, воспитательной работе": (
        ("Заместитель директора по учебной, воспитательной работе",),
        "one",
    ),
    "Школы (директора, завучи), методист": (("Школы (директора, завучи)", "методист"), "comma"),
    "Центр «Рост, успех», методист": (("Центр «Рост, успех»", "методист"), "comma"),
    "Иванова А.А., методист": (("Иванова А.А., методист",), "one"),
    "Петров П.П., методист; Сидорова С.С.": (("Петров П.П., методист", "Сидорова С.С."), "semicolon"),
    "Методист; директор": (("Методист", "директор"), "semicolon"),
    "Методист;": (("Методист",), "one"),
    "Методист\nДиректор школы": (("Методист", "Директор школы"), "lines"),
    "Методист,\nдиректор школы": (("Методист", "директор школы"), "lines"),
    "Заместитель директора\nпо воспитательной работе": (("Заместитель директора по воспитательной работе",), "one"),
    "Центр развития\n(по согласованию)": (("Центр развития (по согласованию)",), "one"),
    "Директора школ;\nпсихологи;\nлогопеды": (("Директора школ", "психологи", "логопеды"), "lines"),
    "ЦДТ,\nдом культуры": (("ЦДТ", "дом культуры"), "lines"),
    "Директора школ,\nдом культуры;\nметодист": (("Директора школ", "дом культуры", "методист"), "lines"),
    "Методист (Иванова И.И.,\nПетрова П.П.)": (("Методист (Иванова И.И., Петрова П.П.)",), "one"),
    "Управление образования\nзавуч": (("Управление образования", "завуч"), "lines"),
    "Директор школы,Завуч": (("Директор школы", "Завуч"), "comma"),
    "- управление;\n- школы": (("управление", "школы"), "list"),
    "– управление,\n– школы.": (("управление", "школы"), "list"),
    "Иванова И.И./Петрова П.П.": (("Иванова И.И.", "Петрова П.П."), "slash"),
    "РМК / ОО": (("РМК / ОО",), "one"),
    # an owner whom a narrow cell has parted
    "руководители\nобщеобразовательных\nорганизаций": (("руководители общеобразовательных организаций",), "one"),
    "заместитель\nначальника управления": (("заместитель начальника управления",), "one"),
    "Муниципальный методический\nцентр": (("Муниципальный методический центр",), "one"),
    "МКУ\n«Центр образования»": (("МКУ «Центр образования»",), "one"),
    "Иванова\nА.А.": (("Иванова А.А.",), "one"),
    "Иванова\nАнна Андреевна,\nметодист": (("Иванова Анна Андреевна, методист",), "one"),
    "методисты\nруководители РМО": (("методисты", "руководители РМО"), "lines"),
    "директор\nметодист": (("директор", "методист"), "lines"),
    "Начальник\nотдела\nИванова А.А.": (("Начальник отдела", "Иванова А.А."), "lines"),
    "- Иванова А.А.;\n- Петрова И.И.": (("Иванова А.А.", "Петрова И.И."), "list"),
    "": ((), "one"),
}


@pytest.mark.parametrize("text", CELLS)
def test_owners_are_parted(text: str) -> None:
    """By commas, semicolons, lines and dashes; not inside brackets, quotes, or one's post."""
    cell = owners_in(text)
    assert (cell.who, cell.style) == CELLS[text]
    assert cell.text == text


def test_the_usual_style_is_that_of_most_cells_that_name_several() -> None:
    cells = [owners_in(one) for one in ("Методист, директор", "Завуч, методист", "Завуч\nМетодист", "Методист")]
    assert usual_style(cells) == "comma"
    assert usual_style([owners_in("Методист")]) == "lines"
    assert usual_style([owners_in("- Методист"), owners_in("– Завуч")]) == "list"
    assert usual_style([owners_in("- Методист"), owners_in("Завуч")]) == "lines"


def test_those_named_again_are_in_the_directory() -> None:
    """An alias is of Latin letters, short, and its own."""
    cells = [owners_in(one) for one in ("Методист, директор", "Методист", "Завуч", "5", "5")]
    assert directory(cells) == {"metodist": "Методист", "owner-5": "5"}
    assert directory([owners_in("null")]) == {"null": "null"}
    long = "Заместитель начальника управления образования "
    found = directory([owners_in(long + name) for name in ("Юг", "Юг", "Запад", "Запад")])
    assert len(found) == 2
    assert all(len(alias) <= 32 for alias in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Методист", "met"),
        ("Методист, директор", ["met", "директор"]),
        ("- Методист;\n- Директор", ["met", "Директор"]),
        ("", []),
    ],
)
def test_a_cell_is_written_as_the_owners_that_it_names(text: str, expected: object) -> None:
    """By their aliases where the directory has them; how they are parted says the table."""
    assert written(owners_in(text), {"Методист": "met"}) == expected


def test_cells_of_rows_below_rows_are_found() -> None:
    cell = OwnersCell(("а",), "а", "one")
    rows = [{"owners": cell, "activities": [{"partners": cell, "result": "б"}]}]
    assert [(key, one) for _, key, one in cells_of(rows)] == [("owners", cell), ("partners", cell)]


@pytest.mark.parametrize(
    ("words", "above", "who"),
    [
        ("Она же", "Методист Иванова А.А.", ["Методист Иванова А.А."]),
        ("те же.", "Методист;\nдиректор", ["Методист", "директор"]),
        ("То же", "Методист;\nдиректор", ["Методист", "директор"]),
    ],
)
def test_words_that_mean_those_above(words: str, above: str, who: list[str]) -> None:
    """They are printed as they stand."""
    assert written(meant(owners_in(words), owners_in(above)), {}) == {"who": who, "text": words}


@pytest.mark.parametrize(
    ("words", "above"), [("Он же", "Методист;\nдиректор"), ("Он же", None), ("Он же, методист", "Директор")]
)
def test_words_that_may_mean_somebody_else_are_words(words: str, above: str | None) -> None:
    assert meant(owners_in(words), owners_in(above) if above else None) == owners_in(words)
