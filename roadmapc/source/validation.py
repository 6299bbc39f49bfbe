"""Tree → roadmap; pydantic's errors reworded at their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from roadmapc.diagnostics import Diagnostic, Message, Route, Severity, Span
from roadmapc.diagnostics.joined_source import located
from roadmapc.diagnostics.suggestion import nearest
from roadmapc.russian.calendar import make_date
from roadmapc.russian.normal_form import revealed
from roadmapc.source import file_kinds, shape
from roadmapc.source.model import LIST, MAPPING, Base, Record, Roadmap
from roadmapc.source.model.routes import titles_at
from roadmapc.source.problems import (
    MISSING_KEY,
    MOST_PROBLEMS,
    NOT_A_ROADMAP,
    UNKNOWN_KEY,
    WRONG_TYPE,
    WRONG_VALUE,
    ReadingProblem,
    more_problems,
)
from roadmapc.source.table_errors import table_errors
from roadmapc.source.tree import Tree

R = TypeVar("R", bound=Record)
_STEM = 5
"""Letters of a Russian word that its endings hardly touch."""


def validate(tree: Tree, record: type[R]) -> tuple[R | None, list[Diagnostic]]:
    """Return the record that a tree holds (a roadmap, a directory), or every way in which its shape is wrong."""
    found, problems = _judged(tree, record)
    return found, [located(problem) for problem in problems]


def _judged(tree: Tree, record: type[R]) -> tuple[R | None, list[Diagnostic]]:
    if not isinstance(tree.data, dict):
        message = Message("a roadmap is a record of keys and values, beginning with “roadmapc: 1”")
        hint = Message("to begin one: roadmapc new") if record is Roadmap else None
        if record is not Roadmap:
            message = Message("a record of keys and values is expected here")
        return None, [_diagnostic(tree, (), WRONG_TYPE, message, hint=hint)]
    if record is Roadmap and (problem := _not_a_roadmap(tree, [*map(str, tree.data)])):
        return None, [problem]
    found, errors = _validated(tree, record)
    if not errors:
        return found, []
    if len(errors) > MOST_PROBLEMS:
        errors.sort(key=lambda item: tree.span(item["loc"]).start)
    more = errors[MOST_PROBLEMS:]
    wrong = [_reworded(tree, item, record) for item in errors[:MOST_PROBLEMS]]
    slips = {(*problem.route[:-1], problem.hint.values.get("near")) for problem in wrong if problem.hint}
    wrong = [
        one for one in wrong if one.name != MISSING_KEY.name or (*one.route, one.message.values["key"]) not in slips
    ]
    wrong = sorted(dict.fromkeys(wrong), key=lambda problem: problem.sort_key)
    if more:
        wrong.append(more_problems(tree.source, first_line(tree, tree.span(more[0]["loc"])), len(more)))
    return None, wrong


def _validated(tree: Tree, record: type[R]) -> tuple[R | None, list[Any]]:
    """Return the record, and what is wrong as pydantic tells it; a key that no column has is told as such alone."""
    own = [*table_errors(tree.data)] if issubclass(record, Roadmap | Base) else []
    try:
        found = record.model_validate(tree.data)
    except ValidationError as error:
        unknown = {item["loc"] for item in own}
        items = [_placed(item) for item in error.errors(include_url=False) if not _is_echo(item)]
        items = [one for one in items if not any(one["loc"][:end] in unknown for end in range(len(one["loc"]) + 1))]
        return None, items + own
    return found, own


def _placed(error: Any) -> Any:
    """Return an error with its place in the file: pydantic names the form of a value there that has several."""
    return {**error, "loc": tuple(part for part in error["loc"] if part not in {LIST, MAPPING})}


def _is_echo(error: Any) -> bool:
    """Say whether a list is called too short only because something in it does not fit, which is told by itself."""
    return error["type"] == "too_short" and error["ctx"]["field_type"] == "Tuple" and bool(error["input"])


def _not_a_roadmap(tree: Tree, keys: list[str]) -> Diagnostic | None:
    """Return the one problem of a file whose top keys tell another kind, or none: a slip in one of them is no kind."""
    kind = file_kinds.kind_of(keys)
    if kind is None and not _resembles_a_roadmap(keys):
        hint = Message(
            "to begin a roadmap: roadmapc new; the keys by which files are known: {keys}", keys=file_kinds.known_keys()
        )
        return _diagnostic(tree, (), NOT_A_ROADMAP, Message("no key at the top says what this file is"), hint=hint)
    if kind is file_kinds.OWNERS and not _resembles_a_roadmap([key for key in keys if key not in kind.keys]):
        message = Message("this is the directory that roadmaps share: it is read under the name owners.yaml alone")
        return _diagnostic(tree, (), NOT_A_ROADMAP, message, hint=Message("rename it, beside the roadmaps"))
    if kind is file_kinds.MARKS:
        message = Message("these are marks of what is done: they are read beside their roadmap alone")
        hint = Message("give them its name: plan.yaml, plan.marks.yaml")
        return _diagnostic(tree, ("marks",), NOT_A_ROADMAP, message, key=True, hint=hint)
    if not file_kinds.is_passed_over(kind):
        return None
    assert kind is not None  # none is passed over without one
    key = next(key for key in keys if key in kind.keys)
    message = Message("the key “{key}” makes this {what}: it is not checked by itself", key=key, what=kind.title)
    if kind is not file_kinds.BASE:
        return _diagnostic(tree, (key,), NOT_A_ROADMAP, message, key=True)
    message = Message("the key “{key}” makes this {what}, not a roadmap", key=key, what=kind.title)
    named = Message("roadmaps name it by “extends:”, and are built with it")
    return _diagnostic(tree, (key,), NOT_A_ROADMAP, message, key=True, hint=named)


def _resembles_a_roadmap(keys: list[str]) -> bool:
    """Say whether a key is a roadmap's, or a slip in one; `roadmapc` itself may be missing."""
    titles = titles_at(())
    return any(key in titles or _named_in_russian(key, titles) or nearest(key, titles) for key in keys)


def _diagnostic(
    tree: Tree, route: Route, problem: ReadingProblem, message: Message, *, key: bool = False, **more: Any
) -> Diagnostic:
    span = tree.key_span(route) if key else first_line(tree, tree.span(route))
    return Diagnostic(*problem, Severity.ERROR, message, tree.source, span, route=route, **more)


def first_line(tree: Tree, span: Span) -> Span:
    """Return a span cut to its first line, so that a whole record is not underlined."""
    end = tree.source.text.find("\n", span.start, span.end)
    return span if end < 0 else Span(span.start, end)


def _reworded(tree: Tree, error: Any, record: type[Record]) -> Diagnostic:
    route: Route = error["loc"]
    kind: str = error["type"]
    if kind == "missing":
        message = Message("the key “{key}” is missing", key=route[-1])
        parent = route[:-1]
        hint = shape.missing(tree, route, record)
        return _diagnostic(tree, parent, MISSING_KEY, message, key=bool(tree.known(parent)), hint=hint)
    if kind == "extra_forbidden":
        return _unknown_key(tree, route, record, sorted(error.get("ctx", {}).get("columns", ())))
    if kind == "two_forms":
        message = Message("“tables” stand in the place of “table” and “sections”: one or the other")
        hint = Message("move the sections into a table of their own")
        return _diagnostic(tree, route, WRONG_VALUE, message, key=True, hint=hint)
    message, problem = _WORDS.get(kind, (Message("the value does not fit here"), WRONG_VALUE))
    if kind == "literal_error":
        allowed = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        message = Message(
            "“{value}” does not fit; allowed: {allowed}", value=revealed(str(error["input"])), allowed=allowed
        )
    elif kind == "too_short" and isinstance(error["input"], list | tuple):
        message = Message("the list is empty")
    elif kind == "too_long":
        message = Message("the list is too long: at most {n}", n=error["ctx"]["max_length"])
    elif kind in _QUOTING:
        message = _QUOTING[kind](revealed(str(error["input"])))
    if error["input"] is None:
        message, problem = Message("the value is missing"), WRONG_TYPE
        hint = shape.empty_value(tree, tree.known(route), record)
        return _diagnostic(tree, route, problem, message, key=True, hint=hint)
    if kind in {"literal_error", "flag", "millimetres"} and not isinstance(error["input"], str):
        message, problem = _WORDS["string_type"]
    if problem is WRONG_TYPE and (better := shape.advice(tree, tree.known(route), record)):
        span = better.span or first_line(tree, tree.span(route))
        return Diagnostic(*problem, Severity.ERROR, better.message, tree.source, span, hint=better.hint, route=route)
    return _diagnostic(tree, route, problem, message)


def _no_date(text: str) -> Message:
    """Return what is said of a text that is no date: the date that it is in other signs, where it is one."""
    found = _LIKE_A_DATE.fullmatch(text.strip())
    if found is None:
        return Message("“{text}” is not a date; write 20.10.2022", text=text)
    year, month, day = ((found[one] or found[other]) for one, other in (("year", "y"), ("month", "m"), ("day", "d")))
    date = make_date(int(year) + 2000 * (len(year) == 2), int(month), int(day))
    if date is None:
        return Message("there is no such date: {text}", text=text)
    return Message("“{text}” is not a date; write {date:%d.%m.%Y}", text=text, date=date)


_LIKE_A_DATE = re.compile(
    r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d\d)|(?P<y>\d{4})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})"
)
_QUOTING: dict[str, Callable[[str], Message]] = {
    "date_text": _no_date,
    "address": lambda text: Message("“{text}” is not an e-mail address; write name@example.ru", text=text),
    "flag": lambda text: Message("“{text}” is neither “да” nor “нет”", text=text),
}
_WORDS: dict[str, tuple[Message, ReadingProblem]] = {
    "string_type": (Message("a text is expected here, not a list or a record"), WRONG_TYPE),
    "tuple_type": (Message("a list is expected here"), WRONG_TYPE),
    "model_type": (Message("a record of keys and values is expected here"), WRONG_TYPE),
    "model_attributes_type": (Message("a record of keys and values is expected here"), WRONG_TYPE),
    "mapping_type": (Message("a record of keys and values is expected here"), WRONG_TYPE),
    "dict_type": (Message("a record of keys and values is expected here"), WRONG_TYPE),
    "too_short": (Message("the text is empty"), WRONG_VALUE),
    "string_too_short": (Message("the text is empty"), WRONG_VALUE),
    "literal_error": (Message("the value does not fit here"), WRONG_VALUE),
    "string_pattern_mismatch": (Message("a year of four digits is expected here"), WRONG_VALUE),
    "millimetres": (Message("a width is a whole number of millimetres, from 5 to 400"), WRONG_VALUE),
    "date_text": (Message("this is not a date; write 20.10.2022"), WRONG_VALUE),
    "address": (Message("this is not an e-mail address; write name@example.ru"), WRONG_VALUE),
    "whole_number": (Message("a whole number is expected here"), WRONG_VALUE),
    "flag": (Message("“да” or “нет” is expected here"), WRONG_TYPE),
}


def _unknown_key(tree: Tree, route: Route, record: type[Record], more: Iterable[str] = ()) -> Diagnostic:
    """Return what is wrong with a key; `more` are known there besides those of the format."""
    key = str(route[-1])
    known = {**titles_at(route[:-1], record), **dict.fromkeys(more, "")}
    if disguised := shape.disguised_key(key, [*known]):
        message, plain = disguised
        return _diagnostic(tree, route, UNKNOWN_KEY, message, key=True, hint=shape.renamed(tree, route, plain))
    others = Message("known here: {keys}", keys=", ".join(known))
    there = tree.value(route[:-1])
    free = {name: title for name, title in known.items() if not isinstance(there, dict) or name not in there}
    near = _named_in_russian(key, known) or _meant(key, free) or nearest(key, known)
    hint = Message("perhaps “{near}”", near=near) if near else others
    if hint is others and re.fullmatch(r"[\d.]+", key) and "number" in known:
        hint = shape.numbered_row(tree, route)
    elif hint is others and not re.fullmatch(r"[A-Za-z_-]+", key):
        hint = shape.text_with_colon(tree, route, record) or others
    if (
        hint is others
        and tree.source.text[tree.span(route[:-1]).start] == "{"
        and tree.source.text[slice(*tree.span(route))] == ""
    ):
        hint = Message("a comma inside {{…}} parts keys: if it belongs to a text, put the text in quotes «'…'»")
    return _diagnostic(tree, route, UNKNOWN_KEY, Message("unknown key “{key}”", key=revealed(key)), key=True, hint=hint)


_OTHER_NAMES = {
    **dict.fromkeys(("name", "heading", "caption", "subject"), ("title", "activity", "heading", "name")),
    **dict.fromkeys(("rows", "items", "tasks", "events", "actions"), ("activities", "rows", "items")),
    **dict.fromkeys(("date", "dates", "term", "terms", "due", "when", "time"), ("deadline", "date")),
    **dict.fromkeys(("owner", "responsible", "who", "executor", "executors", "assignee"), ("owners",)),
    **dict.fromkeys(("text", "task", "work", "event", "action", "measure"), ("activity", "text")),
    **dict.fromkeys(("document", "results", "outcome", "product"), ("result",)),
    **dict.fromkeys(("no", "num", "nr", "id_number"), ("number",)),
    **dict.fromkeys(("position", "job", "role"), ("post", "position")),
}
"""Words by which a key may be called, and the keys that they may mean, the likeliest first."""


def _meant(key: str, known: Mapping[str, str]) -> str | None:
    """Return the key known here that another word means; none where a known one is written almost so."""
    if nearest(key, known, alike=80):
        return None
    return next((name for name in _OTHER_NAMES.get(key.casefold(), ()) if name in known), None)


def _named_in_russian(key: str, titles: Mapping[str, str]) -> str | None:
    """Return the one key whose Russian title begins as a word does: «ответственный» is `owners`."""
    start = key.casefold()[:_STEM]
    found = [name for name, title in titles.items() if title.casefold().startswith(start)]
    if not found:  # «ответственные» is the «Справочник ответственных»
        found = [name for name, title in titles.items() if any(w.startswith(start) for w in title.casefold().split())]
    return found[0] if len(found) == 1 and len(start) > 2 else None
