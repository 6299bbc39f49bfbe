"""Next year's plan, made from this one's text: years moved; waivers, acts, the order's date and number dropped.

Comments, layout and ids stay. What the program cannot know is marked by a comment «ПРОВЕРЬТЕ» above its line, which
`check` reports until a person has deleted it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from roadmapc.deadlines import Period
from roadmapc.diagnostics import Edit, Message, Route, Source, Span, Translate
from roadmapc.plan.making import make_plan
from roadmapc.plan.moved_days import rows_due_otherwise
from roadmapc.plan.plan import Plan
from roadmapc.plan.year_moves import YearMove
from roadmapc.russian.transliteration import is_safe
from roadmapc.source.model import Roadmap
from roadmapc.source.model.routes import is_printed
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.printed_text import leaves
from roadmapc.source.slips.slip import as_value
from roadmapc.source.tree import Tree
from roadmapc.source.validation import validate

MARK = "ПРОВЕРЬТЕ"
_DROPPED: tuple[Route, ...] = (("order", "date"), ("order", "number"), ("approval", "date"), ("approval", "number"))


class PlaceToLookAt(NamedTuple):
    """A line (from 1) of the new text at which a person must look, and why."""

    line: int
    message: Message


@dataclass(frozen=True)
class NextRoadmap:
    """The new text, its places to look at, and how many waivers of the old one it has not."""

    text: str
    places: tuple[PlaceToLookAt, ...]
    waivers: int


class NotMovable(Exception):
    """The plan cannot be moved: `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


_Why = tuple[int, Message]
"""An offset of the new text and why a person must look at it."""


def moved(plan: Plan, period_text: str, period: Period, translate: Translate = str) -> NextRoadmap:
    """Return a plan's text for another period; raises NotMovable where its own period is not known."""
    if plan.period is None:
        raise NotMovable(Message("its own period is not understood"))
    move = YearMove(plan.period, period)
    tree = _without_approval(plan.tree)
    edits, marks = _edits(plan, tree, move, period_text)
    text, places = _spliced(tree.source.text, edits, marks)
    after = _read(plan, text)
    places += rows_due_otherwise(plan, after, move, [offset for offset, _ in places])
    if (plan.period.last - plan.period.first).days // 20 != (period.last - period.first).days // 20:
        message = Message("the new period is not as long as the old one: look through all deadlines")
        places.append((after.tree.key_span(("document", "period")).start, message))
    return _marked(after.tree, places, len(plan.roadmap.waivers), translate)


def _without_approval(tree: Tree) -> Tree:
    """Return the tree without the dates and numbers of last year's approval; one by one, for they may be neighbours."""
    for route in _DROPPED:
        if route in tree.values:
            edit = _without(tree, route)
            text = tree.source.text
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            after, _problems = parse_yaml(Source(tree.source.name, text))
            if after is None or after.data != _data_without(tree.data, route):
                raise NotMovable(
                    Message("the key “{key}” cannot be taken out: set it on a line of its own", key=route[-1])
                )
            tree = after
    return tree


def _edits(plan: Plan, tree: Tree, move: YearMove, period_text: str) -> tuple[list[Edit], list[_Why]]:
    """Return what changes in the text, and at which offsets of the old text a person must look."""
    edits = [Edit(tree.values["document", "period"], as_value(period_text))]
    marks: list[_Why] = []
    if "order" in tree.data:
        message = Message("the order is a new one: write its date and number once it is signed")
        marks.append((tree.key_span(("order",)).start, message))
    for key, has_any in (("waivers", plan.roadmap.waivers), ("amendments", plan.roadmap.amendments)):
        if has_any:
            edits.append(Edit(Span(tree.keys[key,].start, _line_end(tree, tree.values[key,])), f"{key}: []"))
    if plan.roadmap.amendments:
        message = Message("the acts that changed the former plan are left out: see whether numbers have gaps")
        marks.append((tree.keys["amendments",].start, message))
    if plan.roadmap.id:
        edits.append(Edit(tree.values["id",], _other_id(plan.roadmap.id, move)))
    for route, value in leaves(tree.data):
        if value and route[0] not in {"waivers", "amendments", "id"} and route != ("document", "period"):
            changed, why = _moved_text(tree, route, move)
            edits += changed
            marks += why
    return edits, marks


def _moved_text(tree: Tree, route: Route, move: YearMove) -> tuple[list[Edit], list[_Why]]:
    """Return what changes in one text, and at which of its places a person must look."""
    span = tree.values[route]
    raw = tree.source.text[span.start : span.end]
    if route[0] == "calendar":
        message = Message("{text}: days off are other ones in the new year", text=raw)
        return [], [(span.start, message)] if re.search(r"\d{4}", raw) else []
    if not (is_printed(route) or "dates" in route):
        return [], []
    text, remarks = move.moved(raw, is_deadline="deadline" in route)
    marks = [(span.start + remark.start, remark.message) for remark in remarks]
    if route[0] == "approval" and re.search(r"№|\bот\s+\d", raw):
        marks.append((span.start, Message("the act is a new one: write its date and number")))
    return [Edit(span, text)] if text != raw else [], marks


def _without(tree: Tree, route: Route) -> Edit:
    """Return the edit that drops a key: with its line, or within its brackets with one comma."""
    text = tree.source.text
    start, end = tree.keys[route].start, tree.values[route].end
    line_start, line_end = text.rfind("\n", 0, start) + 1, _line_end(tree, tree.values[route])
    if not text[line_start:start].strip() and re.fullmatch(r"[ \t]*,?[ \t]*(?:#.*)?", text[end:line_end]):
        return Edit(Span(line_start, min(line_end + 1, len(text))), "")
    if behind := re.compile(r"[ \t]*,[ \t]*").match(text, end):
        return Edit(Span(start, behind.end()), "")
    before = re.search(r"[ \t]*,?[ \t]*$", text[:start])
    return Edit(Span(before.start() if before else start, end), "")


def _data_without(data: Any, route: Route) -> Any:
    """Return a copy of a tree's data without one key; a record left empty is no value where its lines are gone."""
    first, key = route
    rest = {name: value for name, value in data[first].items() if name != key}
    return {**data, first: rest or None}


def _line_end(tree: Tree, span: Span) -> int:
    """Return where the last line of a value ends."""
    end = tree.source.text.find("\n", max(span.end, span.start))
    return end if end >= 0 else len(tree.source.text)


def _other_id(name: str, move: YearMove) -> str:
    """Return a name for the folder of the new plan: its years moved, or set behind it."""
    found = re.sub(r"(?:19|20)\d\d", lambda year: str(int(year[0]) + move.years), name)
    found = found if found != name else f"{name}-{move.new.first.year}"
    return found if is_safe(found) else name


def _spliced(text: str, edits: list[Edit], marks: list[_Why]) -> tuple[str, list[_Why]]:
    """Return the text with all edits, and the marks at the offsets of the new text."""
    parts, at, shift = [], 0, 0
    shifts: list[tuple[int, int]] = []
    for edit in sorted(edits):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
        shift += len(edit.text) - (edit.span.end - edit.span.start)
        shifts.append((edit.span.start, shift))
    parts.append(text[at:])

    def moved_to(offset: int) -> int:
        return offset + next((by for start, by in reversed(shifts) if start < offset), 0)

    return "".join(parts), [(moved_to(offset), message) for offset, message in marks]


def _read(plan: Plan, text: str) -> Plan:
    """Return the plan of the new text; raises NotMovable where it no longer reads as the old one did."""
    tree, problems = parse_yaml(Source(plan.tree.source.name, text))
    roadmap, wrong = validate(tree, Roadmap) if tree else (None, problems)
    if tree is None or roadmap is None:
        message = (wrong or problems)[0].message
        raise NotMovable(Message("the moved text does not read: {why}", why=message))
    return make_plan(roadmap, tree, plan.id, calendar=plan.calendar, directory=plan.directory)


def _marked(tree: Tree, places: list[_Why], waivers: int, translate: Translate) -> NextRoadmap:
    """Return the text with a comment above each line to look at; where none may stand it is told of alone."""
    lines = tree.source.text.split("\n")
    why: dict[int, list[Message]] = {}
    for offset, message in places:
        said = why.setdefault(tree.source.position(_key_start(tree, offset)).line - 1, [])
        said += [message] if message not in said else []
    inserted: dict[int, int] = {}
    for at in sorted(why, reverse=True):
        indent = " " * (len(lines[at]) - len(lines[at].lstrip(" ")))
        comments = [f"{indent}# {MARK}: {message.text(translate)}" for message in why[at]]
        with_comments = [*lines[:at], *comments, *lines[at:]]
        again, _problems = parse_yaml(Source("", "\n".join(with_comments)))
        if again is not None and again.data == tree.data:
            lines, inserted[at] = with_comments, len(comments)
    found = [
        PlaceToLookAt(at + 1 + sum(n for other, n in inserted.items() if other <= at), message)
        for at in sorted(why)
        for message in why[at]
    ]
    return NextRoadmap("\n".join(lines), tuple(found), waivers)


def _key_start(tree: Tree, offset: int) -> int:
    """Return where the key of the value at an offset begins, or the value itself where it is a row of a list."""
    if any(span.start == offset for span in tree.keys.values()):
        return offset
    around = [route for route, span in tree.values.items() if span.start <= offset < max(span.end, span.start + 1)]
    return tree.key_span(max(around, key=len, default=())).start
