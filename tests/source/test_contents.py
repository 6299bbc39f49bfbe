"""Proves that both forms of tables and of columns are one, each with its place in the source."""

from __future__ import annotations

from roadmapc.source.contents import contents_of
from tests.conftest import CLEAN
from tests.plans import plan_of

HEAD = CLEAN[: CLEAN.index("sections:")]
ROWS = CLEAN[CLEAN.index("sections:") :]
TABLES = HEAD + "tables:\n  - id: one\n" + "".join(f"    {line}\n" for line in ROWS.splitlines()) * 1


def test_the_short_form() -> None:
    """The sections at the top are those of the one table."""
    (content,) = contents_of(plan_of(CLEAN).roadmap)
    (table,) = content.tables
    assert (table.route, table.sections_route) == (("table",), ("sections",))
    assert not table.is_listed
    assert [one.key for one in table.columns] == ["number", "activity", "deadline", "owners", "result"]
    assert table.columns[2].route == ("table", "columns", "deadline")


def test_a_list_of_tables() -> None:
    """Each has its place, and its sections below it."""
    (content,) = contents_of(plan_of(TABLES).roadmap)
    (table,) = content.tables
    assert (table.route, table.sections_route) == (("tables", 0), ("tables", 0, "sections"))


def test_sections_inside_the_table() -> None:
    """They are those of the table, wherever they stand."""
    text = HEAD + "table:\n" + "".join(f"  {line}\n" for line in ROWS.splitlines())
    (table,) = contents_of(plan_of(text).roadmap)[0].tables
    assert table.sections_route == ("table", "sections")


def test_attachments() -> None:
    """A plain one has no table, another has its own; a table whose sections stand in it has them."""
    rows = ROWS.replace("\n", "\n    ").rstrip()
    more = f"attachments:\n  - {{number: 2, preface: [{{text: Список}}]}}\n  - number: 3\n    {rows}\n"
    _, plain, other = contents_of(plan_of(CLEAN + more).roadmap)
    assert plain.tables == ()
    assert other.tables[0].sections_route == ("attachments", 1, "sections")


def test_columns_in_a_list() -> None:
    """A key says what is in the column where nothing else does; what is known by one key alone has no other."""
    columns = (
        "[number, {key: what, is: activity}, start, {key: place, heading: Место}, {is: blank}, {key: by, is: owners}]"
    )
    (content,) = contents_of(plan_of(CLEAN + f"table: {{columns: {columns}}}\n").roadmap)
    found = [(one.key, one.kind, one.heading) for one in content.tables[0].columns]
    assert found == [
        ("number", "number", "№ п/п"),
        ("activity", "activity", "Мероприятие"),
        ("start", "start", "Начало"),
        ("place", "text", "Место"),
        ("blank", "blank", ""),
        ("by", "owners", "Ответственный"),
    ]


def test_indicators() -> None:
    """Those in rows of a passport come before those behind it, each with its place; attachments have their own."""
    table = "indicators: {years: [2025], rows: [{name: Доля, values: ['7']}]}"
    own = f"passport: {{rows: [{{name: Цель}}, {{name: Итоги, {table}}}]}}\n{table}\n"
    text = CLEAN + own + f"attachments: [{{number: 2, passport: {{rows: [{{name: А, {table}}}]}}}}]\n"
    found = [[route for _, route in content.indicators] for content in contents_of(plan_of(text).roadmap)]
    assert found == [
        [("passport", "rows", 1, "indicators"), ("indicators",)],
        [("attachments", 0, "passport", "rows", 0, "indicators")],
    ]
