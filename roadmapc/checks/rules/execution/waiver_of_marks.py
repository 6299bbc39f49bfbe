"""A waiver beside the marks is none: it gives no reason, names no rule about marks, has expired, or covers nothing.

A waiver is read by the next person: without a reason it only hides a problem, and what covers nothing today hides the
next problem there tomorrow.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5
    waivers: [{rule: done-without-proof, at: 1.1, reason: документ в архиве}]

Good:
    …
        done: 27.05.2022
    waivers: [{rule: done-without-proof, at: 1.1, reason: документ в архиве}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks import running
from roadmapc.checks.finding import Finding
from roadmapc.checks.waiving import Review, covers_mark, has_reason, is_expired, waivers_of
from roadmapc.diagnostics import Diagnostic, Message, Route, Severity
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.plan.execution import Execution
from roadmapc.source.model import Waiver

CODE = "RM865"
SEVERITY = Severity.WARNING


def review_marks(execution: Execution, found: list[Diagnostic], run: Review) -> Iterator[Finding]:
    """Report what is wrong with each waiver; one that names no rule is not also said to cover nothing."""
    for at, waiver in enumerate(waivers_of(execution)):
        route: Route = ("waivers", at)
        unknown = [*_unknown_rules(route, waiver)]
        yield from unknown
        if not has_reason(waiver):
            yield Finding((*route, "rule"), Message("a waiver without a reason covers nothing"))
        elif is_expired(waiver, run.today):
            yield Finding((*route, "until"), Message("the waiver expired on {until}", until=waiver.until))
        elif not unknown and set(waiver.rule) <= run.ran:
            yield from _covering_nothing(execution, found, route, waiver)


def _unknown_rules(route: Route, waiver: Waiver) -> Iterator[Finding]:
    known = _names("judge")
    for index, rule in enumerate(waiver.rule):
        if rule in known:
            continue
        message, hint = Message("there is no rule “{rule}”", rule=rule), _did_you_mean(rule, known)
        if any(rule in _names(function) for function in ("check", "compare", "review", "review_marks")):
            message = Message("the rule “{rule}” says nothing of marks", rule=rule)
            hint = Message("a problem of the roadmap is let stand in the roadmap: “waivers:” there")
        yield Finding((*route, "rule", index), message, hint)


def _did_you_mean(rule: str, known: frozenset[str]) -> Message | None:
    return did_you_mean(rule, sorted(known), Message("known rules: roadmapc rules"))


def _names(function: str) -> frozenset[str]:
    """Return the names and codes of the rules that have a function."""
    rules = [rule for rule in running.rules() if hasattr(rule, function)]
    return frozenset(name for rule in rules for name in (running.rule_name(rule), str(rule.CODE)))


def _covering_nothing(execution: Execution, found: list[Diagnostic], route: Route, waiver: Waiver) -> Iterator[Finding]:
    for index, place in enumerate(waiver.at):
        one = waiver.model_copy(update={"at": (place,)})
        if not any(covers_mark(execution, one, problem) for problem in found):
            yield Finding((*route, "at", index), _message(place))
    for index, rule in enumerate(waiver.rule if not waiver.at or len(waiver.rule) > 1 else ()):
        one = waiver.model_copy(update={"rule": (rule,)})
        if not any(covers_mark(execution, one, problem) for problem in found):
            yield Finding((*route, "rule", index), _message(rule))


def _message(what: str) -> Message:
    return Message("the waiver covers nothing here: “{place}”", place=what)
