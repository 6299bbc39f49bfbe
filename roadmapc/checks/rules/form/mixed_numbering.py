"""Numbers are written in two styles.

Some numbers end with a full stop and some do not, some name the section («1.1.») and some do not («2»), or sections are
Arabic («1.») and Roman («II.»). One document keeps one style.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.2, activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {number: 1.2., activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._numbers import ROMAN, fix_of_numbers
from roadmapc.diagnostics import Fix, Message, Route, Severity
from roadmapc.plan import Plan

CODE = "RM403"
SEVERITY = Severity.WARNING

_ROMAN = "IVX"
_TO_ROMAN = {str(number): roman for number, roman in enumerate(ROMAN, 1)}
_FROM_ROMAN = {roman: number for number, roman in _TO_ROMAN.items()}


def check(plan: Plan) -> Iterator[Finding]:
    """Report once for each level of activities and for sections: a number of each style, at the first of the rarer one."""
    for table in plan.tables:
        for level in sorted({row.level for row in table.rows if row.level > 1}):  # each may have a style of its own
            rows = [(row.route, row.number) for row in table.rows if row.number and row.level == level]
            yield from _mixed(plan, rows, _row_style)
        sections = [(section.route, section.number) for section in table.sections if section.number]
        yield from _mixed(plan, sections, _section_style)


def _mixed(plan: Plan, numbered: list[tuple[Route, str]], style: Callable[[str], Style]) -> Iterator[Finding]:
    styles = Counter(style(number) for _, number in numbered)
    if len(styles) < 2:
        return
    common = styles.most_common(1)[0][0]
    odd = [(route, number) for route, number in numbered if style(number) != common]
    route, usual = next((route, number) for route, number in numbered if style(number) == common)
    message = Message("two styles of numbers: “{odd}” and “{usual}”", odd=odd[0][1], usual=usual)
    label = ((*route, "number"), Message("most are like this"))
    changed = {route: _alike(route, number, common) for route, number in odd}
    fix = fix_of_numbers(plan, {at: text for at, text in changed.items() if text}) if all(changed.values()) else None
    if fix and all(_bare(number) == _bare(changed[at] or "") for at, number in odd):
        fix = Fix(fix.edits)  # only the full stops change
    yield Finding((*odd[0][0], "number"), message, labels=(label,), fix=fix)


Style = tuple[bool, bool]


def _row_style(number: str) -> Style:
    return number.endswith("."), "." in number.rstrip(".")


def _section_style(number: str) -> Style:
    return number.endswith("."), any(letter in _ROMAN for letter in number)


def _bare(number: str) -> str:
    return number.rstrip(".")


def _alike(route: Route, number: str, common: Style) -> str | None:
    """Return a number that ends as most do, and a section's in their digits; None where it cannot be made so."""
    plain, style = number.rstrip("."), _section_style if "activities" not in route else _row_style
    if "activities" not in route:
        plain = (_TO_ROMAN if common[1] else _FROM_ROMAN).get(plain, plain)
    text = plain + "." * common[0]
    return text if style(text) == common else None
