"""Columns suit their text: no word is broken where there is room, and the sum is the width of the page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.documents._column_widths import column_widths
from roadmapc.plan.columns import MOST_WIDTH
from roadmapc.rendering.letters import width_of
from roadmapc.source.contents import TableColumn

HEADINGS = {"number": "Номер строки", "activity": "Мероприятие", "deadline": "Срок", "owners": "Ответственный"}
COLUMNS = tuple(TableColumn(key, key, heading, None, ()) for key, heading in HEADINGS.items())
texts = st.fixed_dictionaries({name: st.lists(st.text("абв -", max_size=200), max_size=5) for name in HEADINGS})
widths_given = st.lists(st.none() | st.integers(5, 400), min_size=4, max_size=4)


@settings(derandomize=True, max_examples=200)
@given(texts, st.sampled_from(sorted(MOST_WIDTH.values())), widths_given)
def test_widths_fill_the_page(cells: dict[str, list[str]], total: int, fixed: list[int | None]) -> None:
    """Every column has a width, whatever the source gives, and together they are the page's."""
    columns = [replace(one, width=width) for one, width in zip(COLUMNS, fixed, strict=True)]
    widths = column_widths(columns, cells, total).of_columns
    assert sum(widths) == total
    assert min(widths) > 0


def test_the_longest_word_of_a_heading_fits() -> None:
    """«строки» in the narrow first column is not broken: bold letters of 12 points take about 2.6 mm."""
    cells = {name: ["1.1.", "слово"] for name in HEADINGS}
    assert column_widths(COLUMNS, cells, 170).of_columns[0] >= len("строки") * 2.6


def test_what_is_written_more_gets_more() -> None:
    """A column with long texts is wider than one with short ones."""
    cells = {"number": ["1."], "activity": ["слово " * 40], "deadline": ["май"], "owners": ["имя"]}
    _, activity, _, owners = column_widths(COLUMNS, cells, 170).of_columns
    assert activity > owners


def test_a_width_that_is_given_is_kept() -> None:
    """The others share what is left."""
    columns = [replace(one, width=60) if one.key == "owners" else one for one in COLUMNS]
    assert column_widths(columns, {name: ["слово"] for name in HEADINGS}, 257).of_columns[3] == 60


def test_a_word_that_fits_nowhere_takes_no_room_of_others() -> None:
    """Word breaks it where the line ends; all other words stay whole."""
    cells = {"number": ["1.1."], "activity": ["слово"], "deadline": ["до 30 сентября"], "owners": ["я" * 300]}
    number, activity, deadline, owners = column_widths(COLUMNS, cells, 257).of_columns
    assert number >= len("строки") * 2.6
    assert deadline >= len("сентября") * 2.35
    assert activity >= 44
    assert owners > 100


def test_a_date_in_words_fits_into_its_column() -> None:
    """«15 сентября 2026 года» stays together, so the column is as wide."""
    cells = {"number": ["1.1."], "activity": ["слово"], "deadline": ["до 15 сентября 2026 года"], "owners": ["имя"]}
    assert column_widths(COLUMNS, cells, 257).of_columns[2] >= 42


def test_many_columns_have_their_longest_words_whole() -> None:
    """Eight columns have less than is read well: none breaks a word, and the activity is not the narrowest."""
    names = ("Мероприятие", "Сроки исполнения", "Ответственные исполнители", "Участники", "Ожидаемый результат")
    columns = (
        *COLUMNS[:1],
        *(TableColumn(f"c{at}", "text", name, None, ()) for at, name in enumerate((*names, "Документ"))),
    )
    cells = {"number": ["1.1."], **{f"c{at}": ["справка"] for at in range(6)}}
    cells["c0"] = ["Проведение мониторинга профессиональных дефицитов педагогов общеобразовательных организаций"]
    widths, small = column_widths(columns, cells, 200)
    assert not small
    assert widths[1] == max(widths)
    assert widths[1] >= 3 + width_of("общеобразовательных", 12 * 25.4 / 72)


def test_too_many_columns_are_in_small_letters() -> None:
    """Ten columns of long words are whole in letters of 10 points, as offices print them."""
    columns = tuple(TableColumn(f"c{at}", "text", "Ответственный", None, ()) for at in range(8))
    widths, small = column_widths(columns, {f"c{at}": ["муниципального"] for at in range(8)}, 257)
    assert small
    assert min(widths) >= 3 + width_of("Ответственный", 10 * 25.4 / 72, bold=True)
