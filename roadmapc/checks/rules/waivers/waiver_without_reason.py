"""A waiver gives no reason, or names a rule that does not exist.

A waiver is read by the next person. Without a reason it only hides a problem, so it covers none.

Bad:
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {id: m, activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
    waivers: [{rule: missing-number, at: m}]

Good:
    …
    waivers: [{rule: missing-number, at: m, reason: так утверждено}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks import running
from roadmapc.checks.finding import Finding
from roadmapc.checks.waiving import has_reason
from roadmapc.diagnostics import Message, Severity
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.plan import Plan

CODE = "RM601"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report waivers without words in their reason, and unknown rule names."""
    known = running.known_names()
    for at, waiver in enumerate(plan.roadmap.waivers):
        if not has_reason(waiver):
            yield Finding(("waivers", at, "rule"), Message("a waiver without a reason covers nothing"))
        for index, rule in enumerate(waiver.rule):
            if rule not in known:
                hint = did_you_mean(rule, sorted(known), Message("known rules: roadmapc rules"))
                yield Finding(("waivers", at, "rule", index), Message("there is no rule “{rule}”", rule=rule), hint)
