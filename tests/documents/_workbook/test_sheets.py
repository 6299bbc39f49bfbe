"""Proves that sheets have names that Excel takes, and rows as much room as their words need."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents._workbook.sheets import MOST_NAME, Cell, height_of, lines_needed, needed_height, sheet_names


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_of_sheets(texts: list[str]) -> None:
    """At most 31 units, none of the signs, no two alike, none that is taken; one for each text."""
    names = sheet_names(texts, taken=("План", "Контроль"))
    assert len(names) == len(texts)
    assert len({name.casefold() for name in names} | {"план", "контроль"}) == len(names) + 2
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= MOST_NAME
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name == name.strip("' ")
        assert name.casefold() != "history"


def test_names_that_are_alike() -> None:
    """The second one is numbered, though its beginning is all that fits."""
    long = "Заместитель директора по учебно-воспитательной работе"
    assert sheet_names([long, long + " и кадрам", "План"], taken=("План",)) == [
        "Заместитель директора по учебно",
        "Заместитель директора по уч (2)",
        "План (2)",
    ]


def test_room_for_words() -> None:
    """A row is as high as its longest cell; hidden columns do not count; no higher than Excel allows."""
    assert lines_needed("", 10) == 1
    assert lines_needed("слово " * 9, 10) > 3
    assert lines_needed("а\n\nб", 10) == 3
    cells = (Cell("слово " * 99), Cell("а"))
    assert needed_height(cells, (0, 10)) == height_of(1)
    assert needed_height(cells, (10, 10)) > needed_height(cells, (50, 10))
    assert needed_height((Cell("а\n" * 500),), (10,)) == 409
