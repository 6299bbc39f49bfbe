"""Proves how changes are laid out on a screen: words that differ marked, long parts cut, doubts told."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.console import Console

from roadmapc.plan import Plan
from roadmapc.plan.changes.comparison import compare
from roadmapc.reporters import compare_text
from roadmapc.reporters._changes import Side
from tests.plan.changes.plans import SOURCE, edited
from tests.plans import plan_of

LONG = "в соответствии с приказом министерства образования и науки области о мерах развития методической службы"


def shown(old: Plan, new: Plan, width: int = 100, *, colours: bool = False) -> str:
    """Return what is printed."""
    kind: Any = "standard" if colours else None
    out = Console(width=width, force_terminal=colours, markup=False, highlight=False, color_system=kind)
    with out.capture() as printed:
        compare_text.show(out, compare(old, new), (Side("a"), Side("b")), date(2022, 9, 1), str, typography=False)
    return printed.get()


def test_long_parts_that_stay_are_cut() -> None:
    """A few words stand beside what differs."""
    old, new = edited(("В целях развития", f"{LONG} до мая")), edited(("В целях развития", f"{LONG} до июня"))
    text = shown(old, new)
    assert "    … методической службы до [-мая-]{+июня+}" in text, text


def test_what_was_rewritten_stands_on_two_lines() -> None:
    """Where no word stayed, nothing is to be marked within."""
    old = edited(("Издать приказ о рабочей группе", "Провести анкетирование родителей района"))
    new = edited(("Издать приказ о рабочей группе", "Отремонтировать крыши всех школьных зданий"))
    lines = [line.strip() for line in shown(old, new).splitlines()]
    assert "[-Провести анкетирование родителей района-]" in lines
    assert "{+Отремонтировать крыши всех школьных зданий+}" in lines


def test_colours_mark_as_well() -> None:
    """Red is what went, green what came; the signs stay, for those who see no colours."""
    text = shown(plan_of(SOURCE), edited(("июнь 2022", "июль 2022")), colours=True)
    assert "\x1b[31mиюнь 2022\x1b[0m → \x1b[32mиюль 2022\x1b[0m" in text


def test_deadlines_that_are_past_by_now_are_told() -> None:
    """What moved to a day before today cannot be met any more."""
    assert "30.06.2022 → 31.07.2022, later by 31 d., past by now" in shown(
        plan_of(SOURCE), edited(("июнь 2022", "июль 2022"))
    )


def test_doubtful_pairs_are_told() -> None:
    """Two rows that were taken for one by their place."""
    text = shown(plan_of(SOURCE), edited(("Организовать курсы повышения квалификации", "Построить новый дом")))
    assert "matched by likeness: see whether it is so" in text
    assert "1 change; matched by likeness: 1" in text
