"""Jinja templates: where they are found, the sandbox they run in, their mistakes as diagnostics.

Search order: the folder named on the command line, the project's `templates/`, the packaged set. An override may
extend a packaged template as `{% extends "packaged/attachment.html" %}`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import ChoiceLoader, PrefixLoader, TemplateSyntaxError
from markupsafe import Markup, escape

from roadmapc.diagnostics import Message
from roadmapc.rendering import markup
from roadmapc.rendering.blocks import Document, DocumentError, TableRow
from roadmapc.rendering.packaged import packaged
from roadmapc.rendering.prose import is_item, pieces, tied
from roadmapc.rendering.sandbox import Sandbox, trusted
from roadmapc.rendering.template_errors import last_template_line, worded
from roadmapc.rendering.template_lines import written_at
from roadmapc.rendering.template_loading import FolderLoader, TemplateProblem

__all__ = ["MOST_TAGS", "TemplateProblem", "Templates"]

MOST_TAGS = 1_000_000
_MOST_REMEMBERED = 2_000  # cells of one document: their texts come again and again


class Templates:
    """Renders templates into documents; folders are searched in order, the packaged set last.

    What comes from a folder of a user's runs in the sandbox; a packaged template that nothing takes over is trusted.
    """

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        self.own = folders
        self.folders = (*folders, packaged("templates"))
        loaders = [FolderLoader(folder) for folder in self.folders]
        loader = ChoiceLoader([*loaders, PrefixLoader({"packaged": loaders[-1]})])
        filters: dict[str, Callable[..., Any]] = {"prose": _prose, "cell": _cell, "lines": _lines}
        self.sandbox = Sandbox(loader, _finalize, filters)
        self.trusted = trusted(loaders[-1], _finalize, filters)

    def file(self, name: str) -> Path:
        """Return the first file of that name in the search order; raises TemplateProblem."""
        for folder in self.folders:
            if os.path.lexists(folder / name):  # what stands there and is no file is told of where it is read
                return folder / name
        raise TemplateProblem(Message("there is no template “{name}”", name=name), name)

    def check(self, name: str) -> None:
        """Compile a template without running it; raises TemplateProblem."""
        self.sandbox.reset_budget()
        try:
            self.sandbox.get_template(name)
        except TemplateProblem:
            raise
        except Exception as error:
            raise _problem(error, name) from error

    def document(
        self, name: str, values: Mapping[str, Any], rows: Mapping[str, Sequence[TableRow]] = MappingProxyType({})
    ) -> Document:
        """Render a template and read it into a block tree; raises TemplateProblem at the template's line.

        `rows` stand where the template says `<rows of="name"/>`.
        """
        is_own = any((folder / name).is_file() for folder in self.own)
        self.sandbox.reset_budget()
        _cell.cache_clear()
        try:
            if is_own:
                html = _limited(self.sandbox.get_template(name).generate(**values), name)
            else:
                html = self.trusted.get_template(name).render(**values)
        except TemplateProblem:
            raise
        except Exception as error:
            raise _problem(error, name, values) from error
        try:
            return markup.read(html, rows)
        except DocumentError as error:
            place = written_at(name, values, self.sandbox, error.line, error.column)
            raise TemplateProblem(error.message, *place) from error


_AT_ONCE = 500  # pieces that a template writes between two looks at its length


def _limited(chunks: Any, name: str) -> str:
    parts = []
    tags = 0
    chunks = iter(chunks)
    while chunk := "".join(islice(chunks, _AT_ONCE)):
        parts.append(chunk)
        tags += chunk.count("<")
        if tags > MOST_TAGS:
            raise TemplateProblem(Message("the template writes without end"), name)
    return "".join(parts)


def _problem(error: Exception, name: str, known: Iterable[str] = ()) -> TemplateProblem:
    place = last_template_line(error, name)
    if isinstance(error, TemplateSyntaxError):
        place = (
            (Path(error.name).name if error.name and Path(error.name).is_absolute() else error.name or name),
            error.lineno,
        )
    return TemplateProblem(worded(error, known), *place)


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return tied(value)


def _prose(text: str, style: str = "") -> Markup:
    """Turn a text field into paragraphs of a page; `style` is the class of plain ones."""
    return _paragraphs(text, f' class="{escape(style)}"' if style else "")


@lru_cache(_MOST_REMEMBERED, typed=True)  # typed: what is markup already equals its text, but is not escaped
def _cell(text: str) -> Markup:
    """Turn a text field into the content of a cell: plain text, or paragraphs and items where there are several."""
    if "\n" not in text and not is_item(text):
        return escape(tied(text))
    return _paragraphs(text, "")


def _paragraphs(text: str, plain: str) -> Markup:
    parts = []
    for mark, words in pieces(text):
        inner = _lines(words)
        parts.append(f'<p class="item" mark="{mark}">{inner}</p>' if mark else f"<p{plain}>{inner}</p>")
    return Markup("".join(parts))


def _lines(text: str) -> Markup:
    """Escape a text and turn its line breaks into <br/>."""
    return Markup("<br/>".join(escape(tied(line)) for line in text.split("\n")))
