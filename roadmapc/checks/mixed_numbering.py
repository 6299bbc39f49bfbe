"""Numbers are written in two styles.

Some numbers end with a point and some do not, some name the section («1.1.») and some do not («2»), or sections are
Arabic («1.») and Roman («II.»). One document keeps one style.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.2, activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}

Good:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.2., activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from roadmapc.checks._finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.syntax import Route

CODE = "RM403"
SEVERITY = Severity.WARNING

_ROMAN = "IVX"
_ROMAN_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def check(plan: Plan) -> Iterator[Finding]:
    """Report once for activities and once for sections: a number of each style, at the first of the rarer one."""
    rows = [(row.route, row.number) for row in plan.rows if row.number and row.level > 1]
    yield from _mixed(plan, rows, _row_style)
    sections = [(section.route, section.number) for section in plan.sections if section.number]
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
    edits = [edit for one in odd for edit in _edits(plan, *one, common)]
    fix = Fix(tuple(edits)) if len(edits) == len(odd) else None
    yield Finding((*odd[0][0], "number"), message, labels=(label,), fix=fix)


Style = tuple[bool, bool]


def _row_style(number: str) -> Style:
    return number.endswith("."), "." in number.rstrip(".")


def _section_style(number: str) -> Style:
    return number.endswith("."), any(letter in _ROMAN for letter in number)


def _edits(plan: Plan, route: Route, number: str, common: Style) -> Iterator[Edit]:
    """Yield the edit that ends a number as most do, and writes a section's in their digits."""
    span = plan.tree.values.get((*route, "number"))
    plain = number.rstrip(".")
    if span is None or ("." in plain and not common[1]):
        return
    if len(route) == 2 and common[1] and plain.isdigit() and int(plain) <= len(_ROMAN_NUMBERS):
        plain = _ROMAN_NUMBERS[int(plain) - 1]
    elif len(route) == 2 and not common[1] and plain in _ROMAN_NUMBERS:
        plain = str(_ROMAN_NUMBERS.index(plain) + 1)
    text = plain + "." * common[0]
    if (_section_style if len(route) == 2 else _row_style)(text) == common:
        yield Edit(span, plan.tree.source.text[slice(*span)].replace(number, text))
