"""Columns suit their text: no word is broken where there is room, and the sum is the width of the page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.documents._column_widths import TEXT_WIDTHS, column_widths

COLUMNS = (("number", "Номер строки"), ("activity", "Мероприятие"), ("deadline", "Срок"), ("owners", "Ответственный"))
texts = st.fixed_dictionaries({name: st.lists(st.text("абв -", max_size=200), max_size=5) for name, _ in COLUMNS})


@settings(derandomize=True, max_examples=200)
@given(texts, st.sampled_from(sorted(TEXT_WIDTHS.values())))
def test_widths_fill_the_page(cells: dict[str, list[str]], total: int) -> None:
    """Every column has a width, and together they are the page's."""
    widths = column_widths(COLUMNS, cells, total)
    assert sum(widths) == total
    assert min(widths) > 0


def test_the_longest_word_of_a_heading_fits() -> None:
    """«строки» in the narrow first column is not broken: bold letters of 12 points take about 2.6 mm."""
    cells = {name: ["1.1.", "слово"] for name, _ in COLUMNS}
    assert column_widths(COLUMNS, cells, 170)[0] >= len("строки") * 2.6


def test_what_is_written_more_gets_more() -> None:
    """A column with long texts is wider than one with short ones."""
    cells = {"number": ["1."], "activity": ["слово " * 40], "deadline": ["май"], "owners": ["имя"]}
    _, activity, _, owners = column_widths(COLUMNS, cells, 170)
    assert activity > owners
