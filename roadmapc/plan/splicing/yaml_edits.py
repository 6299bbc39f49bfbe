"""Edits of one YAML file: a value put, a key or an item taken away or added; what cannot be said so is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.splicing.rendering import block, entry, fits_brackets, flow, items
from roadmapc.plan.splicing.splices import Refused, Splice
from roadmapc.plan.splicing.yaml_places import YamlPlaces
from roadmapc.source.formatting.scalars import inline, written
from roadmapc.source.model import Record, Roadmap
from roadmapc.source.model.routes import fields_at

_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\n]*)?")
_BEHIND = re.compile(r"[ \t]+#[^\n]*")
_ONE_TEXT = frozenset({"text", "who", "name", "post"})
"""Keys of a record that may be written as this one text alone."""


class YamlEdits(YamlPlaces):
    """Makes edits of one tree; what cannot be said as one raises Refused. `record` orders the keys."""

    record: type[Record] = Roadmap

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
        if isinstance(held, list) and isinstance(value, list | tuple) and held and value and not self.is_flow(route):
            return self._items_replaced(route, held, list(value))
        if isinstance(held, dict) and isinstance(value, str) and "text" in held:
            return self._replaced((*route, "text"), value)
        if isinstance(held, dict | list) and self.has_comments(route):
            raise Refused
        start, end = self.tree.values[route].start, self.end(route)
        if self.within_flow(route):
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
        lines = entry(self.text[key.start : colon + 1], value, self.column(key.start))
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
        column = self.column(start)
        indent = self.indent(route)
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
            route, value, self.column(colon) + 2, self.indent(route), comment=bool(comment), folded=False
        )
        head = f" {head}" if head else ""
        lines = (" " * self.indent(route) + line if line else "" for line in below)
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
        order = {name: at for at, name in enumerate(fields_at(above, self.record))}
        mine = order.get(key, len(order))
        before = [name for name in held if order.get(name, len(order)) <= mine]
        if self.within_flow((*above, key)):
            at = self.end((*above, before[-1])) if before else self.tree.values[above].start + 1
            pair = f"{inline(key, flow=True)}: {flow(value)}"
            return Splice(at, at, f", {pair}" if before else f"{pair}{', ' if held else ''}", len(above) + 1)
        first = self.tree.keys[(*above, next(iter(held)))].start
        column = self.column(first)
        lines = entry(f"{inline(key)}:", value, column)
        if not before:
            return Splice(first, first, "\n".join(lines).lstrip() + "\n" + " " * column, len(above) + 1)
        at = self.behind_comments(self.end((*above, before[-1])), column + 1)
        return Splice(at, at, "".join(f"\n{line}" for line in lines), len(above) + 1)

    def inserted(self, route: Route, behind: int | None, values: Sequence[Any]) -> Splice:
        """Add items to the list at a route: behind one of its items, or before all; a missing list is made."""
        held = self.value(route)
        if not isinstance(held, list) or not held:
            found = self.put(route, list(values))
            if len(found) != 1:
                raise Refused
            return found[0]
        if self.is_flow(route) or self.within_flow(route):
            at = self.end((*route, behind)) if behind is not None else self.tree.values[route].start + 1
            text = ", ".join(map(flow, values))
            return Splice(at, at, f", {text}" if behind is not None else f"{text}, ", len(route) + 1)
        dash = self.dash((*route, 0))
        column = self.column(dash)
        lines = items(values, column)
        if behind is not None:
            is_last = behind == len(held) - 1
            at = self.behind_comments(self.end((*route, behind)), column if is_last else column + 1)
        else:
            key = self.tree.keys.get(route)
            if key is None:
                raise Refused
            at = self.line_end(self.text.index(":", key.end))
        return Splice(at, at, "".join(f"\n{line}" for line in lines), len(route) + 1)

    def removed(self, route: Route) -> list[Splice]:
        """Take a key or an item away with its own lines; comments among them stay."""
        if self.within_flow(route):
            return [self._removed_from_brackets(route)]
        is_item = isinstance(route[-1], int)
        start = self.dash(route) if is_item else self.tree.keys[route].start
        begin = self.text.rfind("\n", 0, start)
        if self.text[begin + 1 : start].strip():
            return [self._first_key_removed(route, start)]
        end = self.line_end(self.last(route))
        column = self.column(start)
        kept = [one.text for one in self.comments(start, end)]
        if begin < 0:
            raise Refused
        text = "".join(f"\n{' ' * column}{one}" for one in kept)
        if not kept and self.text[:begin].endswith("\n") and self.text.startswith("\n\n", end):
            end += 1
        return [Splice(begin, end, text, len(route))]

    def _first_key_removed(self, route: Route, start: int) -> Splice:
        """Take away the first key of an item, which stands behind its dash: the next one takes its place."""
        held = self.value(route[:-1])
        names = list(held) if isinstance(held, dict) else []
        if len(names) < 2 or names[0] != route[-1]:
            raise Refused
        following = self.tree.keys[(*route[:-1], names[1])].start
        if [*self.comments(start, following)]:
            raise Refused
        return Splice(start, following, "", len(route))

    def _removed_from_brackets(self, route: Route) -> Splice:
        held = self.value(route[:-1])
        names = list(held) if isinstance(held, dict) else list(range(len(held)))
        if len(names) < 2 or self.has_comments(route[:-1]):
            raise Refused
        at = names.index(route[-1])

        def start_of(name: str | int) -> int:
            here = (*route[:-1], name)
            return self.tree.keys[here].start if here in self.tree.keys else self.tree.values[here].start

        if at + 1 < len(names):
            return Splice(start_of(names[at]), start_of(names[at + 1]), "", len(route))
        return Splice(self.end((*route[:-1], names[at - 1])), self.end(route), "", len(route))
