"""Proves that Markdown of changes is shown as it stands, marks what differs on each side, and fits a comment."""

from __future__ import annotations

from datetime import date

from roadmapc.plan import Plan
from roadmapc.plan.changes.comparison import compare
from roadmapc.reporters import compare_markdown
from roadmapc.reporters._changes import Side
from tests.plan.changes.plans import SOURCE, edited
from tests.plans import plan_of


def report(old: Plan, new: Plan, *, typography: bool = False) -> str:
    """Return the report."""
    sides = (Side("v1:a.yaml"), Side("a|b.yaml"))
    return compare_markdown.report(compare(old, new), sides, date(2022, 1, 1), str, typography=typography)


def test_each_side_marks_what_the_other_has_not() -> None:
    """Words that stayed are plain on both."""
    text = report(plan_of(SOURCE), edited(("о рабочей группе", "о сетевой рабочей группе")))
    row = (
        "| order | Мероприятие | Издать приказ о рабочей группе | Издать приказ о<ins> сетевой</ins> рабочей группе |\n"
    )
    assert row in text


def test_no_markup_of_a_plan_works() -> None:
    """Neither in names of files nor in cells nor in headings; each row is one line with as many cells as the head."""
    text = report(plan_of(SOURCE), edited(("Обучение педагогов", "'# <h1> [a](b) ~~x~~ `|`'"), ("май 2023", "a|b\\n")))
    assert "a&#124;b.yaml" in text
    assert "<h1>" not in text
    assert "### 2. &#35; &lt;h1&gt; &#91;a&#93;(b) &#126;&#126;x&#126;&#126; &#96;&#124;&#96;\n" in text
    assert all(line.count("|") in {0, 4, 5} for line in text.splitlines())


def test_typography_has_tables_of_its_own() -> None:
    """Where it is asked for."""
    old, new = plan_of(SOURCE), edited(("2021–2024 годы", "2021-2024 годы"))
    assert "### In typography alone: Паспорт\n" in report(old, new, typography=True)
    assert "###" not in report(old, new)
