"""Proves that a table's HTML says on every cell what a card on a phone must show, and stays a table for all others."""

from __future__ import annotations

import re

import pytest

from roadmapc.rendering.blocks import TableBlock
from roadmapc.rendering.html.tables import Column, columns_of, table
from roadmapc.rendering.markup import read

HEAD = "<tr><th>№&#160;п/п</th><th>Что</th><th>Срок</th></tr>"


def block(rows: str, head: str = HEAD, widths: str = "1 2 3") -> TableBlock:
    """Return a table."""
    head = f"<thead>{head}</thead>" if head else ""
    table = f'<table widths="{widths}">{head}<tbody>{rows}</tbody></table>'
    (one,) = read(f'<document title="Т"><section>{table}</section></document>').sections[0].blocks
    assert isinstance(one, TableBlock)
    return one


def cells(html: str) -> list[tuple[str, str]]:
    """Return the label and the words of every cell of the body."""
    found = re.findall(r"<td([^>]*)>(.*?)</td>", html)
    return [
        ((re.findall('data-label="([^"]*)"', given) or [""])[0], re.sub("<[^>]+>", "", inside))
        for given, inside in found
    ]


def written(rows: str, head: str = HEAD) -> str:
    """Return the HTML of a table of three columns."""
    return "".join(table(block(rows, head)))


def test_every_cell_says_how_its_column_is_headed() -> None:
    """Where the table has a head; a cell over several columns names the first and the last."""
    row = '<tr><td class="number">1.</td><td colspan="2">а</td></tr><tr><td>2.</td><td>б</td><td/></tr>'
    assert cells(written(row)) == [
        ("№\u00a0п/п", "1."),
        ("Что – Срок", "а"),
        ("№\u00a0п/п", "2."),
        ("Что", "б"),
        ("Срок", ""),
    ]
    assert {label for label, _ in cells(written(row, ""))} == {""}
    assert 'class="grid headless"' in written(row, "")


def test_heads_of_several_rows_are_all_said() -> None:
    """From the top down; the numbers of columns are none, and a head turned upwards is enough by itself."""
    head = '<tr><th rowspan="2">№</th><th colspan="2">2022 год</th></tr><tr><th>план</th><th class="vertical">май</th>'
    head += '</tr><tr class="numbers"><th>1</th><th>2</th><th>3</th></tr>'
    row = "<tr><td>а</td><td>б</td><td>в</td></tr>"
    assert columns_of(block(row, head)) == (Column("№"), Column("2022 год, план"), Column("май", brief=True))


def test_a_shared_cell_is_said_in_every_row() -> None:
    """It stands once for those who see the table, and again for cards; not in the rows that name sections."""
    rows = '<tr><td rowspan="2">1.</td><td>а</td><td rowspan="2"><p>общее</p><p>всем</p></td></tr><tr><td>б</td></tr>'
    html = written(rows)
    assert [words for _, words in cells(html)] == ["1.", "а", "общеевсем", "1.", "б", "общеевсем"]
    assert len(re.findall('class="again"', html)) == 2
    assert len(re.findall("rowspan", html)) == 2
    section = '<tr class="section"><td rowspan="2">1.</td><td colspan="2">Раздел</td></tr>'
    section += '<tr class="task"><td colspan="2">Задача</td></tr>'
    assert [words for _, words in cells(written(section))] == ["1.", "Раздел", "Задача"]


def test_heads_inside_a_table() -> None:
    """Cards below them are headed as they say, all but the first in one line with their words; cards behind are not."""
    rows = '<tr class="heads"><td rowspan="2">Цели</td><th>Что</th><th>2025</th></tr><tr><td>Доля</td><td>7</td></tr>'
    html = written(rows + '<tr><td>Срок</td><td colspan="2">Год</td></tr>', "")
    assert re.findall(r'<th role="columnheader" scope="col"[^>]*>.*?>([^<]+)<', html) == ["Что", "2025"]
    assert cells(html) == [("", "Цели"), ("", "Цели"), ("Что", "Доля"), ("2025", "7"), ("", "Срок"), ("", "Год")]
    assert re.findall(r'class="brief" data-label="([^"]*)"', html) == ["2025"]


def test_numbers_below_heads_inside_a_table() -> None:
    """What they number is not in one line with them, as values are; nor is it where the table has a head itself."""
    rows = '<tr class="heads"><td rowspan="2">Цели</td><th>№</th><th>Что</th><th>2025</th></tr>'
    rows += '<tr><td class="number">1</td><td>Доля</td><td>7</td></tr>'
    head = '<tr><th>О чем</th><th colspan="3">Содержание</th></tr>'
    for html in ("".join(table(block(rows, one, "2 1 3 2"))) for one in ("", head)):
        assert cells(html)[-3:] == [("№", "1"), ("Что", "Доля"), ("2025", "7")]
        assert re.findall(r'class="brief" data-label="([^"]*)"', html) == ["2025"]


def test_a_head_over_several_columns_is_said_once() -> None:
    """A cell below it that covers as many is headed by its words alone."""
    rows = '<tr class="heads"><td rowspan="2">Цели</td><th colspan="2">Что</th></tr><tr><td colspan="2">Доля</td></tr>'
    assert cells(written(rows, ""))[-1] == ("Что", "Доля")


def test_a_section_is_a_heading() -> None:
    """Readers of screens are told so of its name, not of its number."""
    html = written('<tr class="section"><td>1.</td><td colspan="2">Раздел</td></tr><tr><td/><td/><td/></tr>')
    assert re.findall(r'role="heading" aria-level="3">([^<]*)<', html) == ["Раздел"]


def test_roles_tell_of_the_table() -> None:
    """Each part has its role, since cards are no table for a browser, and heads say what they head."""
    html = written("<tr><td/><td>а</td><td>б</td></tr>")
    found = re.findall(r'<(\w+)[^>]* role="(\w+)"', html)
    assert {role for tag, role in found if tag == "td"} == {"cell"}
    assert {role for tag, role in found if tag == "th"} == {"columnheader"}
    assert [role for tag, role in found if tag in ("table", "thead", "tbody", "tr")] == [
        *("table", "rowgroup", "row"),
        *("rowgroup", "row"),
    ]
    assert html.count('scope="col"') == 3
    assert html.count('class="none"') == 1


@pytest.mark.parametrize("words", ["&quot;&gt;&lt;script&gt;alert(1)", "а<br/>б", "а<tab/>б", "&amp;amp;"])
def test_labels_are_plain_text(words: str) -> None:
    """What a head holds never leaves the attribute that says it, and is one line in it."""
    html = written("<tr><td>а</td><td>б</td><td>в</td></tr>", f"<tr><th>{words}</th><th>х</th><th>у</th></tr>")
    (label, _), *_ = cells(html)
    assert "<" not in label
    assert "\n" not in label
    assert "&lt;br" not in label
    assert "<script" not in html


def test_a_signature_is_the_last_row() -> None:
    """Over all columns, at the end of the body."""
    html = "".join(table(block("<tr><td/><td/><td/></tr>"), "<div>Начальник</div>"))
    assert (
        '<tr class="signature" role="row"><td role="cell" colspan="3"><div>Начальник</div></td></tr>\n</tbody>' in html
    )
    assert 'class="grid signed"' in html
