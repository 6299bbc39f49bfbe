"""Edits of one YAML file: a value put, a key or an item taken away or added; what cannot be said so is refused."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.splicing.rendering import STEP, block, entry, fits_brackets, flow, items
from roadmapc.source.formatting.gaps import comments_and_dashes
from roadmapc.source.formatting.scalars import inline, written
from roadmapc.source.model.routes import fields_at
from roadmapc.source.tree import Tree

_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\n]*)?")
_BEHIND = re.compile(r"[ \t]+#[^\n]*")
_ONE_TEXT = frozenset({"text", "who", "name", "post"})
"""Keys of a record that may be written as this one text alone."""


class Refused(Exception):
    """An edit that cannot be made without touching more than it should."""


class Splice(NamedTuple):
    """Characters to replace; of several at one place the deeper one comes first."""

    start: int
    end: int
    text: str
    depth: int = 0


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with all edits made; raises Refused where two of them touch the same characters."""
    made: list[str] = []
    at = 0
    for one in sorted(set(splices), key=lambda one: (one.start, one.end, -one.depth)):
        if one.start < at:
            raise Refused
        made += [text[at : one.start], one.text]
        at = one.end
    return "".join([*made, text[at:]])


class YamlEdits:
    """Makes edits of one tree; raises LayoutError where its comments cannot be told."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text = tree.source.text
        self.comments, self.dashes = comments_and_dashes(tree)
        self.comment_starts = [one.start for one in self.comments]

    def has(self, route: Route) -> bool:
        """Say whether a value stands at a route."""
        return route in self.tree.values

    def value(self, route: Route) -> Any:
        """Return the value that stands at a route; None where there is none."""
        return self.tree.value(route) if self.has(route) else None

    def put(self, route: Route, value: Any) -> list[Splice]:
        """Put a text, a list or a record where it is to stand; what holds it is made where it is missing."""
        if self.has(route):
            return self._replaced(route, value)
        above = route[:-1]
        if not self.has(above) or self.value(above) is None:
            if not above or not isinstance(route[-1], str):
                raise Refused
            return self.put(above, {route[-1]: value})
        held = self.value(above)
        if isinstance(held, str | list) and route[-1] in _ONE_TEXT:
            return self._replaced(above, value)
        if not isinstance(held, dict) or not isinstance(route[-1], str):
            raise Refused
        return [self._key(above, route[-1], value)]

    def _replaced(self, route: Route, value: Any) -> list[Splice]:
        held = self.value(route)
        if isinstance(held, list) and isinstance(value, list | tuple) and held and value and not self._is_flow(route):
            return self._items_replaced(route, held, list(value))
        if isinstance(held, dict) and isinstance(value, str) and "text" in held:
            return self._replaced((*route, "text"), value)
        if isinstance(held, dict | list) and self._has_comments(route):
            raise Refused
        start, end = self.tree.values[route].start, self.end(route)
        if self._within_flow(route):
            return [Splice(start, end, flow(value), len(route))]
        if held is None:
            return [self._filled(route, value)]
        return [self._in_lines(route, value, start, end)]

    def _filled(self, route: Route, value: Any) -> Splice:
        """Put a value behind a key that has none."""
        key = self.tree.keys.get(route)
        if key is None:
            raise Refused
        colon = self.text.index(":", key.end)
        behind = _BEHIND.match(self.text, colon + 1)
        lines = entry(self.text[key.start : colon + 1], value, self._column(key.start))
        head = lines[0].lstrip()[colon + 1 - key.start :] + (behind[0] if behind else "")
        end = behind.end() if behind else colon + 1
        return Splice(colon + 1, end, "\n".join([head, *lines[1:]]), len(route))

    def _in_lines(self, route: Route, value: Any, start: int, end: int) -> Splice:
        """Replace a value outside brackets, the comment behind it kept on the line of its key or dash."""
        if not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip():
            return self._from_below(route, value, start, end)
        header = _HEADER.match(self.text, start) if self.text[start : start + 1] in "|>" else None
        behind = None if header else _BEHIND.match(self.text, end)
        comment = (header["comment"] or "") if header else behind[0] if behind else ""
        column = self._column(start)
        indent = self._indent(route)
        head, below = self._written(route, value, column, indent, comment=bool(comment), folded=bool(header))
        if comment and below and not head:
            head = comment.strip()
            comment = ""
        text = "\n".join([head + comment, *(" " * indent + line if line else "" for line in below)])
        if not head and start and self.text[start - 1] == " ":
            start -= 1
        return Splice(start, behind.end() if behind else end, text, len(route))

    def _from_below(self, route: Route, value: Any, start: int, end: int) -> Splice:
        """Replace a value that begins on a line below its key."""
        key = self.tree.keys.get(route)
        if key is None:
            raise Refused
        colon = self.text.index(":", key.end)
        between = self.text[colon + 1 : start]
        comment, _, rest = between.partition("\n")
        if rest.strip() or _BEHIND.match(self.text, end):
            raise Refused
        head, below = self._written(
            route, value, self._column(colon) + 2, self._indent(route), comment=bool(comment), folded=False
        )
        head = f" {head}" if head else ""
        lines = (" " * self._indent(route) + line if line else "" for line in below)
        return Splice(colon + 1, end, "\n".join([head + comment, *lines]), len(route))

    def _written(
        self, route: Route, value: Any, column: int, indent: int, *, comment: bool, folded: bool
    ) -> tuple[str, list[str]]:
        if isinstance(value, str):
            held = self.value(route)
            kept = value + "\n" if isinstance(held, str) and held.endswith("\n") and "\n" in value else value
            return written(kept, column, indent, plain=not comment, folded=folded)
        if isinstance(value, list | tuple) and fits_brackets(value, column):
            return flow(value), []
        if isinstance(route[-1], int):
            raise Refused
        return "", items(value, 0) if isinstance(value, list | tuple) else block(value, 0)

    def _items_replaced(self, route: Route, held: list[Any], value: list[Any]) -> list[Splice]:
        """Replace, take away and add the items that differ."""
        if not all(isinstance(one, str) for one in [*held, *value]):
            raise Refused
        found: list[Splice] = []
        for tag, first, last, start, end in SequenceMatcher(a=held, b=value, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            common = min(last - first, end - start)
            for at in range(common):
                found += self._replaced((*route, first + at), value[start + at])
            found += [one for at in range(first + common, last) for one in self.removed((*route, at))]
            if start + common < end:
                behind = first + common - 1
                found.append(self.inserted(route, behind if behind >= 0 else None, value[start + common : end]))
        return found

    def _key(self, above: Route, key: str, value: Any) -> Splice:
        """Add a key to a record: behind the last of those that stand before it in the order of the format."""
        held = self.value(above)
        order = {name: at for at, name in enumerate(fields_at(above))}
        mine = order.get(key, len(order))
        before = [name for name in held if order.get(name, len(order)) <= mine]
        if self._within_flow((*above, key)):
            at = self.end((*above, before[-1])) if before else self.tree.values[above].start + 1
            pair = f"{inline(key, flow=True)}: {flow(value)}"
            return Splice(at, at, f", {pair}" if before else f"{pair}{', ' if held else ''}", len(above) + 1)
        first = self.tree.keys[(*above, next(iter(held)))].start
        column = self._column(first)
        lines = entry(f"{inline(key)}:", value, column)
        if not before:
            return Splice(first, first, "\n".join(lines).lstrip() + "\n" + " " * column, len(above) + 1)
        at = self._line_end(self.end((*above, before[-1])))
        return Splice(at, at, "".join(f"\n{line}" for line in lines), len(above) + 1)

    def inserted(self, route: Route, behind: int | None, values: Sequence[Any]) -> Splice:
        """Add items to the list at a route: behind one of its items, or before all; a missing list is made."""
        held = self.value(route)
        if not isinstance(held, list) or not held:
            found = self.put(route, list(values))
            if len(found) != 1:
                raise Refused
            return found[0]
        if self._is_flow(route) or self._within_flow(route):
            at = self.end((*route, behind)) if behind is not None else self.tree.values[route].start + 1
            text = ", ".join(map(flow, values))
            return Splice(at, at, f", {text}" if behind is not None else f"{text}, ", len(route) + 1)
        dash = self._dash((*route, 0))
        column = self._column(dash)
        lines = items(values, column)
        if behind is not None:
            at = self._line_end(self.end((*route, behind)))
        else:
            key = self.tree.keys.get(route)
            if key is None:
                raise Refused
            at = self._line_end(self.text.index(":", key.end))
        return Splice(at, at, "".join(f"\n{line}" for line in lines), len(route) + 1)

    def removed(self, route: Route) -> list[Splice]:
        """Take a key or an item away with its own lines; comments among them stay."""
        if self._within_flow(route):
            return [self._removed_from_brackets(route)]
        is_item = isinstance(route[-1], int)
        start = self._dash(route) if is_item else self.tree.keys[route].start
        begin = self.text.rfind("\n", 0, start)
        if self.text[begin + 1 : start].strip():
            return [self._first_key_removed(route, start)]
        end = self._line_end(self._last(route))
        column = self._column(start)
        kept = [one.text for one in self._comments(start, end)]
        if begin < 0:
            raise Refused
        text = "".join(f"\n{' ' * column}{one}" for one in kept)
        if not kept and self.text[:begin].endswith("\n") and self.text.startswith("\n\n", end):
            end += 1
        return [Splice(begin, end, text, len(route))]

    def _last(self, route: Route) -> int:
        return self.end(route) if self.value(route) is not None else self._start(route)

    def _start(self, route: Route) -> int:
        return self.tree.keys[route].end if route in self.tree.keys else self._dash(route)

    def _first_key_removed(self, route: Route, start: int) -> Splice:
        """Take away the first key of an item, which stands behind its dash: the next one takes its place."""
        held = self.value(route[:-1])
        names = list(held) if isinstance(held, dict) else []
        if len(names) < 2 or names[0] != route[-1]:
            raise Refused
        following = self.tree.keys[(*route[:-1], names[1])].start
        if [*self._comments(start, following)]:
            raise Refused
        return Splice(start, following, "", len(route))

    def _removed_from_brackets(self, route: Route) -> Splice:
        held = self.value(route[:-1])
        names = list(held) if isinstance(held, dict) else list(range(len(held)))
        if len(names) < 2 or self._has_comments(route[:-1]):
            raise Refused
        at = names.index(route[-1])

        def start_of(name: str | int) -> int:
            here = (*route[:-1], name)
            return self.tree.keys[here].start if here in self.tree.keys else self.tree.values[here].start

        if at + 1 < len(names):
            return Splice(start_of(names[at]), start_of(names[at + 1]), "", len(route))
        return Splice(self.end((*route[:-1], names[at - 1])), self.end(route), "", len(route))

    def end(self, route: Route) -> int:
        """Return where the last character of a value stands, but one."""
        span = self.tree.values[route]
        if self.value(route) is None:
            return max(span.start, self._start(route)) if self._is_empty(route) else span.end
        return span.start + len(self.text[span.start : span.end].rstrip())

    def _is_empty(self, route: Route) -> bool:
        span = self.tree.values[route]
        return not self.text[span.start : span.end].strip()

    def _indent(self, route: Route) -> int:
        """Return the indent of the lines of a block below a key or a dash."""
        key = self.tree.keys.get(route)
        return self._column(key.start if key else self._dash(route)) + STEP

    def _column(self, offset: int) -> int:
        return offset - self.text.rfind("\n", 0, offset) - 1

    def _line_end(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return found if found >= 0 else len(self.text)

    def _dash(self, route: Route) -> int:
        """Return where the dash of an item stands."""
        at = bisect_left(self.dashes, self.tree.values[route].start + 1) - 1
        if at < 0:
            raise Refused
        return self.dashes[at]

    def _is_flow(self, route: Route) -> bool:
        start = self.tree.values[route].start
        return self.text[start : start + 1] in ("[", "{") and isinstance(self.value(route), dict | list)

    def _within_flow(self, route: Route) -> bool:
        return any(self._is_flow(route[:end]) for end in range(len(route)) if self.has(route[:end]))

    def _has_comments(self, route: Route) -> bool:
        return bool([*self._comments(self.tree.values[route].start, self.end(route))])

    def _comments(self, start: int, end: int) -> list[Any]:
        first, last = bisect_left(self.comment_starts, start), bisect_left(self.comment_starts, end)
        return self.comments[first:last]


def as_plain(value: Any) -> Any:
    """Return a value without keys that hold nothing."""
    if isinstance(value, Mapping):
        return {key: as_plain(inner) for key, inner in value.items() if inner not in (None, "", [], ())}
    return [as_plain(one) for one in value] if isinstance(value, list | tuple) else value
