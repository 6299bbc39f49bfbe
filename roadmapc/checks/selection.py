"""Which rules run, and how badly each counts: the project's and the user's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType

from roadmapc.diagnostics import Severity

ALWAYS = frozenset({"unsafe-id", "unusable-form"})
"""What no setting and no waiver excuses: a name that would lead out of the output folder, a form that is none."""


@dataclass(frozen=True)
class RuleSelection:
    """Rules by name, code or the beginning of a code («RM5»).

    `select` empty means all rules; those marked OPTIONAL run where they are selected by their whole name or code, or
    with `spell`; `ignore` wins over both.
    Errors of reading (RM0xx) always count.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    spell: bool = False
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def runs(self, rule: ModuleType, name: str) -> bool:
        """Say whether a rule runs."""
        if name in ALWAYS:
            return True
        if any(matches(pattern, name, rule.CODE) for pattern in self.ignore):
            return False
        if getattr(rule, "OPTIONAL", False):
            return self.spell or any(pattern in (name, rule.CODE) for pattern in self.select)
        return not self.select or any(matches(pattern, name, rule.CODE) for pattern in self.select)

    def severity_of(self, rule: ModuleType, name: str) -> Severity:
        """Return how badly a rule's problems count."""
        own: Severity = rule.SEVERITY
        if name in ALWAYS:
            return own
        fitting = [pattern for pattern in self.severity if matches(pattern, name, rule.CODE)]
        return self.severity[max(fitting, key=lambda pattern: (pattern == name, len(pattern)))] if fitting else own


def matches(pattern: str, name: str, code: str) -> bool:
    """Say whether a pattern names a rule: its name, its code, or the beginning of the code."""
    return pattern == name or (pattern[:2] == "RM" and code.startswith(pattern))


ALL = RuleSelection()
