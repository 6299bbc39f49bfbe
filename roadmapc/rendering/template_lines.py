"""From a place in what a template wrote to the template's line: it is run again, every piece marked with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import BaseLoader, nodes

from roadmapc.rendering.sandbox import Sandbox

# Two characters that no text uses: Unicode reserves them for programs' own ends.
_START, _END = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_START}(\\d+){_END}")

TemplatePlace = tuple[str, int]


class _Marked(Sandbox):
    """A sandbox whose templates write, before every piece, the number of its place."""

    def __init__(self, loader: BaseLoader, *options: Any) -> None:
        super().__init__(loader, *options)
        self.places: list[TemplatePlace] = []

    def _generate(self, source: nodes.Template, name: str | None, *arguments: Any, **named: Any) -> str:
        for output in source.find_all(nodes.Output):
            output.nodes = [part for node in output.nodes for part in self._marked(node, name or "")]
        return super()._generate(source, name, *arguments, **named)

    def _marked(self, node: nodes.Expr, name: str) -> list[nodes.Expr]:
        if not isinstance(node, nodes.TemplateData):
            return [nodes.TemplateData(self._mark(name, node.lineno), lineno=node.lineno), node]
        lines = node.data.split("\n")
        marked = (self._mark(name, node.lineno + at) + line for at, line in enumerate(lines))
        return [nodes.TemplateData("\n".join(marked), lineno=node.lineno)]

    def _mark(self, name: str, line: int) -> str:
        self.places.append((name, line))
        return f"{_START}{len(self.places) - 1}{_END}"


def written_at(template: str, values: Mapping[str, Any], sandbox: Sandbox, line: int, column: int) -> TemplatePlace:
    """Return which template wrote a place of its output, and at which line; line 0 where that cannot be told.

    `sandbox` is the one that the output comes from; lines and columns count from 1.
    """
    assert sandbox.loader is not None  # it found the template
    again = _Marked(sandbox.loader, sandbox.shown, sandbox.own_filters)
    try:
        written = again.get_template(template).render(**values)
    except Exception:  # noqa: BLE001 (users' templates raise whatever Python has)
        return template, 0
    found = (template, 0)
    for number, text in enumerate(written.split("\n"), 1):
        at = 0  # in the line without marks
        for piece in re.split(f"({_START}\\d+{_END})", text):
            mark = _MARK.fullmatch(piece)
            if mark:
                found = again.places[int(mark[1])] if number < line or at < column else found
            else:
                at += len(piece)
        if number == line:
            break
    return found
