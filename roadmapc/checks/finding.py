"""What a rule finds: a place by its route and a message; spans are looked up here alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roadmapc.diagnostics import Diagnostic, Fix, Label, Message, Route, Severity, Span
from roadmapc.diagnostics.joined_source import located
from roadmapc.plan import Plan, Row
from roadmapc.plan.execution import Execution
from roadmapc.source.basing.merged_tree import MergedTree
from roadmapc.source.tree import Tree
from roadmapc.source.validation import first_line


@dataclass(frozen=True)
class Finding:
    """One thing found: `word` narrows the place to characters of the value, `key` points at the key instead.

    `span` is the place itself where a rule has read the source's text; `fix` is what would cure it. `within` is the
    plan of the file in which it stands, where that is not the one judged but an edition of it.
    """

    route: Route
    message: Message
    hint: Message | None = None
    row: Row | None = None
    word: tuple[int, int] | None = None
    key: bool = False
    labels: tuple[tuple[Route | Span, Message], ...] = ()
    span: Span | None = None
    fix: Fix | None = None
    within: Plan | None = None


def at_row(row: Row, message: Message, hint: Message | None = None) -> Finding:
    """Return a finding about a row as a whole, shown at its number or its first words."""
    return Finding(row.route, message, hint, row)


def diagnostic(plan: Plan, finding: Finding, code: str, name: str, severity: Severity) -> Diagnostic:
    """Return the diagnostic of a finding, its routes turned into spans."""
    plan = finding.within or plan
    tree = plan.tree
    row = finding.row or plan.row_at(finding.route)
    labels = (Label(_place(tree, place), message) for place, message in finding.labels)
    span = _span(tree, finding)
    problem = located(
        Diagnostic(
            code,
            name,
            severity,
            finding.message,
            tree.source,
            span,
            tuple(labels),
            finding.hint,
            (row.number or None) if row else None,
            finding.route,
            None,
            finding.fix,
            _anchor(plan, finding.route, row, span),
        )
    )
    return _of_roadmap(problem, tree) if isinstance(tree, MergedTree) else problem


def marks_diagnostic(execution: Execution, finding: Finding, code: str, name: str, severity: Severity) -> Diagnostic:
    """Return the diagnostic of a finding in the marks of a plan, whose routes lead into their file."""
    tree, route = execution.file.tree if execution.file else None, finding.route
    assert tree is not None  # what is found in marks has some
    shown = (*route, "at") if len(route) == 2 and (*route, "at") in tree.values else route
    span = tree.key_span(shown) if finding.key else first_line(tree, tree.span(shown))
    row = finding.row or next((one.row for one in execution.placed if one.route == route[:2]), None)
    mark = tree.value(route[:2])
    named = row.id if row else str(mark.get("at", "")) if isinstance(mark, dict) else ""
    due = str(mark.get("due", "")) if isinstance(mark, dict) else ""
    words = " ".join(tree.source.text[span.start : span.end].split())
    anchor = "/".join([execution.plan.id, "marks", named, due, *(str(part) for part in route[2:]), words])
    labels = tuple(Label(_place(tree, place), message) for place, message in finding.labels)
    number = (row.number or None) if row else None
    return Diagnostic(
        *(code, name, severity, finding.message, tree.source, span),
        labels=labels,
        hint=finding.hint,
        activity=number,
        route=route,
        fix=finding.fix,
        anchor=anchor,
    )


def _of_roadmap(problem: Diagnostic, tree: MergedTree) -> Diagnostic:
    """Return a problem that stands in the base plan with the place at which the roadmap extends it."""
    if problem.source is tree.own.source:
        return problem
    label = Label(tree.own.key_span(("extends",)), Message("so in this roadmap"), tree.own.source)
    return replace(problem, labels=(*problem.labels, label))


def _anchor(plan: Plan, route: Route, row: Row | None, span: Span) -> str:
    """Return the place in words that outlive renumbering: the row's id or the keys, and the words marked."""
    file = _file(plan, span)
    rest = route[len(row.route) :] if row else route
    keys = [str(part) for part in rest if isinstance(part, str)]
    if not rest or keys[-1:] == ["number"]:
        return "/".join([file, row.id if row else "", *keys])
    words = " ".join(plan.tree.source.text[span.start : span.end].split())
    return "/".join([file, row.id if row else "", *keys, words])


def _file(plan: Plan, span: Span) -> str:
    """Return what names the file of a place: the plan, or the base plan for all that extend it."""
    tree = plan.tree
    if isinstance(tree, MergedTree) and span.start > len(tree.own.source.text):
        return tree.base.source.name.rpartition("/")[2]
    return plan.id


def _place(tree: Tree, place: Route | Span) -> Span:
    return first_line(tree, place if isinstance(place, Span) else tree.span(place))


def _span(tree: Tree, finding: Finding) -> Span:
    if finding.span:
        return finding.span
    if finding.row is not None and finding.route == finding.row.route:
        return _row_span(tree, finding.row)
    if finding.key:
        return tree.key_span(finding.route)
    span = tree.span(finding.route)
    if finding.word:
        return word_span(tree, finding.route, *finding.word)
    return first_line(tree, span)


def _row_span(tree: Tree, row: Row) -> Span:
    for key in ("number", "activity", "title"):
        if (*row.route, key) in tree.values:
            span = tree.span((*row.route, key))
            if "\n" not in tree.source.text[span.start : span.end]:
                return span
            return tree.key_span((*row.route, key))
    return first_line(tree, tree.span(row.route))


def word_span(tree: Tree, route: Route, start: int, end: int) -> Span:
    """Return where characters of a value stand in the source, whatever its quoting and folding."""
    value, span = tree.value(route), tree.span(route)
    raw = tree.source.text[span.start : span.end]
    if not isinstance(value, str) or not value[start:end].strip():
        return first_line(tree, span)
    word = value[start:end].split("\n")[0].strip()
    at = -1
    for _ in range(value[:start].count(word) + 1):
        at = raw.find(word, at + 1)
    return Span(span.start + at, span.start + at + len(word)) if at >= 0 else first_line(tree, span)
