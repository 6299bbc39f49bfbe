"""What an amendment costs: each document of two editions of one plan, beside building the attachment itself.

The order is written with its proof: both editions built, the order read back and carried out. The goals are half a
second for all of them at 200 rows with 20 changes, a redline in at most three times the time of the attachment, and
time that grows as the rows do.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date

from benchmarks.paired import compare, median, table
from roadmapc.cli.main import collect_seldom
from roadmapc.compiler import compile_source
from roadmapc.diagnostics import Source
from roadmapc.documents import attachment
from roadmapc.documents.amending import comparison, consolidated, redline
from roadmapc.documents.amending._redlining.documents import marked_contents
from roadmapc.importer.proved_amendment import proved_amendment
from roadmapc.plan import Plan
from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.workspace.template_files import output_context

_SECTION = 20
"""Rows of a section."""
_EVERY = 10
"""Of so many rows one changes: its term, or it goes, or one comes behind it."""
CONTEXT = output_context((), ("docx",), "")
_PARTS: dict[str, Callable[..., Iterable[object]]] = {
    "order": lambda amendment, context: proved_amendment(amendment, context).files,
    "redline": redline.files,
    "comparison": comparison.files,
    "consolidated": consolidated.files,
}


def main() -> None:
    """Print the tables."""
    collect_seldom()  # as every command does
    print(f"Two editions of a plan, one of {_EVERY} rows changed (medians, in process)")
    found = []
    for rows, runs in ((200, 9), (2_000, 3), (10_000, 1)):
        amendment = amendment_of(rows)
        parts = {name: median(_work(amendment, files), runs) for name, files in _PARTS.items()}
        mine, theirs, ratio = compare(_attachment(amendment.new), _work(amendment, redline.files), runs)
        changes = median(lambda one=amendment: len(Amendment(one.old, one.new, one.act).changes.all), runs)  # type: ignore[misc]
        together = median(_all(amendment), runs)
        times = [mine, theirs, *(parts[name] for name in ("comparison", "consolidated", "order")), changes, together]
        found.append((f"{rows:,}", *(f"{time * 1e3:.0f}" for time in times), f"{ratio:.1f}"))
    head = (
        "rows",
        "attachment, ms",
        "redline",
        "comparison",
        "consolidated",
        "order",
        "changes",
        "all",
        "redline, times",
    )
    print(table(head, found))
    small, large = median(_all(amendment_of(200)), 7), median(_all(amendment_of(10_000)), 1)
    print(f"Growth from 200 to 10,000 rows: exponent {math.log(large / small) / math.log(50):.2f}")


def _work(amendment: Amendment, files: Callable[..., Iterable[object]]) -> Callable[[], object]:
    """Return the making of one document as the only one of its amendment."""

    def work() -> object:
        marked_contents.cache_clear()
        return [*files(amendment, CONTEXT)]

    return work


def _all(amendment: Amendment) -> Callable[[], object]:
    def work() -> object:
        marked_contents.cache_clear()
        return [[*files(amendment, CONTEXT)] for files in _PARTS.values()]

    return work


def _attachment(plan: Plan) -> Callable[[], object]:
    return lambda: [*attachment.files(plan, CONTEXT)]


def amendment_of(rows: int) -> Amendment:
    act = AmendingAct(date=date(2023, 6, 5), number="41")
    return Amendment(_plan(rows, changed=False), _plan(rows, changed=True), act)


def _plan(rows: int, *, changed: bool) -> Plan:
    lines = [
        "roadmapc: 1",
        "municipality: {name: Район}",
        "document: {kind: план, title: План развития, period: 2021-2024}",
        "table: {numbering: printed}",
        "sections:",
    ]
    for row in range(rows):
        if row % _SECTION == 0:
            lines += [f"  - title: Раздел о работе номер {row // _SECTION + 1}", "    activities:"]
        number = f"{row // _SECTION + 1}.{row % _SECTION + 1}."
        kind = row // _EVERY % 3 if changed and row % _EVERY == _EVERY // 2 else -1
        if kind != 1:
            lines += _row(number, row, "июнь 2023" if kind == 0 else "май 2022")
        if kind == 2:
            lines += _row(f"{number[:-1]}¹.", rows + row, "до 15 мая 2023 г.")
    result = compile_source(Source("a.yaml", "\n".join(lines) + "\n"), today=date(2026, 11, 21))
    assert result.plan, result.diagnostics
    return result.plan


def _row(number: str, row: int, deadline: str) -> list[str]:
    return [
        f"      - number: {number}",
        f"        activity: Проведение семинаров для руководителей районных методических объединений, выпуск {row}",
        f"        deadline: {deadline}",
        "        owners: куратор районных методических объединений",
        "        result: Информационные письма о проведении",
    ]
