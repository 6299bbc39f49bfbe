"""Marks put into their file by edits of its text: comments and all other lines stay as they stand."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from roadmapc.diagnostics import Message, Route, Source
from roadmapc.plan.execution.placing import NAMES, Execution, PlacedMark
from roadmapc.plan.execution.targets import CannotMark, Target, named_row
from roadmapc.plan.splicing.rendering import block, items
from roadmapc.plan.splicing.splices import Refused, Splice, spliced
from roadmapc.plan.splicing.yaml_edits import YamlEdits
from roadmapc.source.formatting.gaps import LayoutError
from roadmapc.source.marks_file import KEY
from roadmapc.source.model import Marks
from roadmapc.source.model.routes import fields_at
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree

_ADDED_TO = ("documents", "moved", "progress")
"""Keys whose values are added to what is there: none of them is ever written over."""
_SAID_SO_FAR = ("result", "reason", "measures", "by", "reported", "said", "organisations")
"""Keys that tell how it stands: of what is not done yet the latest word takes the place of the former one."""
FACTS = ("done", *_SAID_SO_FAR, "documents", "progress")
"""Keys that say what was done, as opposed to decisions."""
_INDENT = 2
Values = Mapping[str, Any]
"""What a mark is to say: texts, lists and records of texts, by the keys of the format."""


def text_of_new(roadmap: str) -> str:
    """Return the beginning of a marks file."""
    return f"# Отметки об исполнении: {roadmap}\n{KEY}:\n"


def with_marks(
    tree: Tree, wanted: Sequence[tuple[Target, Values]], execution: Execution
) -> tuple[str, tuple[str, ...]]:
    """Return the text of a marks file with what is to be said of some rows, and the lines that gave way to it.

    Raises CannotMark.
    """
    tree, former = _without_former(tree, wanted)
    edits: list[Splice] = []
    new: list[dict[str, Any]] = []
    data = copy.deepcopy(tree.data)
    listed = data[KEY] = data.get(KEY) or []
    known = len(listed)
    try:
        yaml = _edits(tree)
        for target, values in wanted:
            if target.mark is None:
                new.append(_new_mark(target, values, execution))
                listed.append(new[-1])
                continue
            held = listed[target.mark.index]
            for key, value in values.items():
                put = _joined(held, key, value)
                if put != held.get(key):
                    edits += _put(yaml, (KEY, target.mark.index, key), put)
                    held[key] = put
        if new:
            edits.append(_appended(yaml, known, new))
        text = spliced(tree.source.text, edits)
    except (Refused, LayoutError) as error:
        raise _refused() from error
    return _proved(tree, text, data).source.text, former


def _without_former(tree: Tree, wanted: Sequence[tuple[Target, Values]]) -> tuple[Tree, tuple[str, ...]]:
    """Return a file without the words that new ones take the place of, and those words, a line each."""
    data = copy.deepcopy(tree.data)
    yaml = _edits(tree)
    edits: list[Splice] = []
    former: list[str] = []
    try:
        for target, values in wanted:
            held = data[KEY][target.mark.index] if target.mark else {}
            gone = [key for key in held if _gives_way(key, held, values)]
            for key in gone:
                edits += yaml.removed((KEY, target.mark.index, key)) if target.mark else ()
                former += block({key: held.pop(key)}, 0)
        text = spliced(tree.source.text, edits)
    except (Refused, LayoutError) as error:
        raise _refused() from error
    return (_proved(tree, text, data) if edits else tree), tuple(former)


def _gives_way(key: str, held: Mapping[str, Any], values: Values) -> bool:
    """Say whether a mark of what is not done loses a word: another is put, or it is done and no longer «частично»."""
    if "done" in held or key not in _SAID_SO_FAR:
        return False
    return values.get(key, held[key]) != held[key] or ("done" in values and key in {"said", "reported"})


def with_values(tree: Tree, wanted: Sequence[tuple[int | None, Values, Sequence[str]]]) -> str:
    """Return the text with marks as they are to stand: the index of each (None: a new one), its values, what changed.

    What a changed key says is written over, or taken away where the values lack it. Raises CannotMark.
    """
    edits: list[Splice] = []
    data = copy.deepcopy(tree.data)
    listed = data[KEY] = data.get(KEY) or []
    known, new = len(listed), [dict(values) for index, values, _changed in wanted if index is None]
    gone: list[int] = []
    try:
        yaml = _edits(tree)
        for index, values, changed in wanted:
            if index is None:
                continue
            if not set(values) - NAMES:
                edits += yaml.removed((KEY, index))
                gone.append(index)
                continue
            for key in changed:
                route = (KEY, index, key)
                if key in values:
                    edits += _put(yaml, route, values[key])
                    listed[index][key] = values[key]
                elif yaml.has(route):
                    edits += yaml.removed(route)
                    listed[index].pop(key)
        if new:
            edits.append(_appended(yaml, known, new))
        text = spliced(tree.source.text, edits)
    except (Refused, LayoutError) as error:
        raise _refused() from error
    data[KEY] = [one for at, one in enumerate(listed) if at not in gone] + new or None
    return _proved(tree, text, data).source.text


def _edits(tree: Tree) -> YamlEdits:
    yaml = YamlEdits(tree)
    yaml.record = Marks
    return yaml


def _put(yaml: YamlEdits, route: Route, value: Any) -> list[Splice]:
    """Put a value where it is to stand; what is added to a list leaves its items as they are."""
    held = yaml.value(route)
    if isinstance(held, list) and isinstance(value, list) and held == value[: len(held)]:
        return [yaml.inserted(route, len(held) - 1, value[len(held) :])]
    return yaml.put(route, value)


def _appended(yaml: YamlEdits, known: int, new: list[dict[str, Any]]) -> Splice:
    """Put new marks behind the last one, or below the key that has none."""
    if known:
        return yaml.inserted((KEY,), known - 1, new)
    route = (KEY,)
    if yaml.value(route) is not None:  # «[]»
        found = yaml.put(route, new)
        return found[0]
    colon = yaml.text.index(":", yaml.tree.keys[route].end)
    at = yaml.line_end(colon)
    return Splice(at, at, "".join(f"\n{line}" for line in items(new, _INDENT)), 1)


def _joined(held: dict[str, Any], key: str, value: Any) -> Any:
    """Return what a key is to hold; raises CannotMark where it says something else already."""
    before = held.get(key)
    if before is None or before == value:
        return value
    if key in _ADDED_TO:
        listed = before if isinstance(before, list) else [before]
        return [*listed, *(one for one in value if one not in listed)]
    message = Message("the mark of {address} says already: {key}: {before}", address=held["at"], key=key, before=before)
    raise CannotMark(message, Message("take it back first: --undo; or edit the file"))


def _new_mark(target: Target, values: Values, execution: Execution) -> dict[str, Any]:
    """Return a mark of a row that has none, its keys in the order of the format."""
    units = execution.by_route.get(target.row.route, ())
    occurrence = target.unit.occurrence if target.unit and len(units) > 1 else None
    named = named_row(execution.plan, target.row, occurrence.due if occurrence else None)
    order = {key: at for at, key in enumerate(fields_at((KEY, 0), Marks))}
    return dict(sorted({**named, **values}.items(), key=lambda item: order[item[0]]))


def without_facts(tree: Tree, mark: PlacedMark) -> tuple[str, tuple[str, ...]]:
    """Return the text without what a mark says was done, and the lines that are gone; decisions on the row stay."""
    route = (KEY, mark.index)
    data = copy.deepcopy(tree.data)
    held = data[KEY][mark.index]
    gone = {key: held[key] for key in FACTS if key in held}
    if not gone:
        raise CannotMark(Message("the mark of {address} tells of nothing that was done", address=held["at"]))
    edits: list[Splice] = []
    try:
        yaml = _edits(tree)
        if set(held) - set(FACTS) <= NAMES:
            gone, edits = held, yaml.removed(route)
            data[KEY].pop(mark.index)
            data[KEY] = data[KEY] or None
        else:
            for key in gone:
                edits += yaml.removed((*route, key))
                held.pop(key)
        text = spliced(tree.source.text, edits)
    except (Refused, LayoutError) as error:
        raise _refused() from error
    return _proved(tree, text, data).source.text, tuple(block(gone, 0))


def _refused() -> CannotMark:
    message = Message("the file is written so that nothing can be put in without moving its comments")
    return CannotMark(message, Message("lay it out first: roadmapc fmt; or edit it"))


def _proved(tree: Tree, text: str, data: Any) -> Tree:
    """Return a text read again, where it says what it is to say; raises CannotMark for any other."""
    if not text.endswith("\n"):
        text += "\n"
    again, problems = parse_yaml(Source(tree.source.name, text))
    if again is None or problems or again.data != data:
        raise _refused()
    return again
