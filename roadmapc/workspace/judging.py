"""Files read and judged by the rules, each alone and then together, as records that can be kept.

All of the compiler is loaded here: `_checking` comes here only where something has changed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks.card import Card, card_of
from roadmapc.checks.running import rule_name, rules
from roadmapc.checks.selection import ALL, Policy
from roadmapc.compiler import Compilation, checked, compared, judged, related
from roadmapc.diagnostics import Diagnostic
from roadmapc.diagnostics.as_json import recorded
from roadmapc.workspace import loading
from roadmapc.workspace.baseline_file import Known
from roadmapc.workspace.cache import Record

_MANY = 32
"""Files from which on it pays to use all processors."""


class Judge(NamedTuple):
    """The day and the rules by which files are judged."""

    today: date
    policy: Policy

    def each(self, files: Sequence[tuple[Path, bytes]]) -> list[Record]:
        """Return what the rules find in each file (name, content) alone."""
        if len(files) >= _MANY and sys.platform == "linux":  # elsewhere a new process would load everything anew
            from roadmapc.workspace.processes import shared_out

            rules()  # loaded once, before the process splits
            if (found := shared_out(self.alone, files)) is not None:
                return found
        return [self.alone(*file) for file in files]

    def alone(self, name: Path, data: bytes) -> Record:
        """Return what the rules find in one file, and its card; `day` where that holds for this day alone."""
        one = judged(loading.read(name, data=data), today=self.today, policy=self.policy)
        plan = one.plan
        expires = plan is not None and any(waiver.until for waiver in plan.roadmap.waivers)
        return {
            "day": self.today.isoformat() if expires else None,
            "card": card_of(plan).model_dump(mode="json") if plan else None,
            "problems": recorded(one.diagnostics),
        }

    def together(self, files: Iterable[tuple[Path, bytes, Record]]) -> dict[str, list[Record]]:
        """Return what the rules find between files (name, content, card), by the index of the file."""
        files = list(files)
        cards = [Card.model_validate(card) if card else None for _, _, card in files]
        found = {}
        for at, findings in compared(cards, self.policy).items():
            name, data, _ = files[at]
            plan = loading.read(name, data=data).plan
            assert plan is not None  # it has a card
            found[str(at)] = recorded(related(plan, findings, today=self.today, policy=self.policy))
        return found

    def by_all_rules(self, name: Path, data: bytes, *, no_waivers: bool) -> Compilation:
        """Judge one file by all rules: a fix of one rule may cause no problem for another."""
        one = checked([loading.read(name, data=data)], today=self.today, policy=ALL)[0]
        return one.unwaived() if no_waivers else one

    def wanted(self, known: Known | None) -> Callable[[Diagnostic], bool]:
        """Return what says whether a problem is to be mended: its rule runs, and it is not in the baseline."""
        names = {name for rule in rules() if self.policy.runs(rule, name := rule_name(rule))}
        return lambda problem: problem.name in names and not (known and known.has(problem))
