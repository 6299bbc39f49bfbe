"""Jinja templates: where they are found, the sandbox they run in, their mistakes as diagnostics.

Search order: the folder named on the command line, the project's `templates/`, the packaged set. An override may
extend a packaged template as `{% extends "packaged/attachment.html" %}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from roadmapc import markup
from roadmapc.diagnostics import Message
from roadmapc.document import Document, DocumentError
from roadmapc.packaged import packaged
from roadmapc.prose import pieces, tied

MAX_CHARACTERS = 60_000_000


class TemplateProblem(Exception):
    """A template cannot be used: what is wrong, in which template, at which line (0: unknown)."""

    def __init__(self, message: Message, template: str, line: int = 0) -> None:
        super().__init__(str(message))
        self.message = message
        self.template = template
        self.line = line


class Templates:
    """Renders templates into documents; folders are searched in order, the packaged set last."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        self.folders = (*folders, packaged("templates"))
        loaders = [FileSystemLoader(folder) for folder in self.folders]
        self.environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([*loaders, PrefixLoader({"packaged": loaders[-1]})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_finalize,
        )
        self.environment.filters["prose"] = _prose
        self.environment.filters["cell"] = _cell
        self.environment.filters["lines"] = _lines

    def file(self, name: str) -> Path:
        """Return the first file of that name in the search order; raises TemplateProblem."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise TemplateProblem(Message("there is no template “{name}”", name=name), name)

    def document(self, name: str, values: Mapping[str, Any]) -> Document:
        """Render a template and read it into a block tree; raises TemplateProblem at the template's line."""
        try:
            template = self.environment.get_template(name)
            html = _limited(template.generate(**values), name)
        except (TemplateError, RecursionError, TypeError, ValueError, OverflowError, ArithmeticError) as error:
            raise _problem(error, name) from error
        try:
            return markup.read(html)
        except DocumentError as error:
            where, line = _origin(template, values, error)
            raise TemplateProblem(error.message, where, line) from error


def _limited(chunks: Any, name: str) -> str:
    parts = []
    size = 0
    for chunk in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size > MAX_CHARACTERS:
            raise TemplateProblem(Message("the template writes without end"), name)
    return "".join(parts)


def _problem(error: Exception, name: str) -> TemplateProblem:
    if isinstance(error, TemplateSyntaxError):
        message = Message("the template is broken: {why}", why=error.message or "")
        return TemplateProblem(message, error.name or name, error.lineno)
    where, line = _last_template_line(error, name)
    if isinstance(error, TemplateNotFound):
        return TemplateProblem(Message("there is no template “{name}”", name=error.name), where, line)
    if isinstance(error, UndefinedError):
        return TemplateProblem(Message("unknown name in the template: {why}", why=error.message or ""), where, line)
    if isinstance(error, SecurityError):
        return TemplateProblem(Message("the template reaches for what it may not touch"), where, line)
    if isinstance(error, RecursionError):
        return TemplateProblem(Message("the template calls itself without end"), where, line)
    return TemplateProblem(Message("the template cannot be run: {why}", why=str(error)), where, line)


def _last_template_line(error: Exception, name: str) -> tuple[str, int]:
    """Return the innermost template and line of a traceback, as Jinja rewrote it."""
    found = (name, 0)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".html", ".jinja")):
            found = (Path(file).name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _origin(template: Any, values: Mapping[str, Any], error: DocumentError) -> tuple[str, int]:
    """Return the template and line that wrote a place: rendered again, watching where each piece comes from."""
    line, found = 1, (template.name, 0)
    generator = template.root_render_func(template.new_context(dict(values)))
    for chunk in generator:
        frame = generator
        while getattr(frame, "gi_yieldfrom", None) is not None:
            frame = frame.gi_yieldfrom
        owner = _template_of(template, frame)
        if owner is not None:
            start = owner.get_corresponding_lineno(frame.gi_frame.f_lineno)
            found = (owner.name, start + max(error.line - line, 0))
        line += chunk.count("\n")
        if line > error.line or (line == error.line and not chunk.endswith("\n")):
            return found
    return found


def _template_of(template: Any, frame: Any) -> Any:
    file = frame.gi_frame.f_code.co_filename if getattr(frame, "gi_frame", None) else None
    for name in template.environment.list_templates():
        candidate = template.environment.get_template(name)
        if candidate.filename == file:
            return candidate
    return None


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return tied(value)


def _prose(text: str, style: str = "") -> Markup:
    """Turn a text field into paragraphs of a page; `style` is the class of plain ones."""
    return _paragraphs(text, f' class="{escape(style)}"' if style else "")


def _cell(text: str) -> Markup:
    """Turn a text field into the content of a cell: plain text, or paragraphs and items where there are several."""
    if "\n" not in text and text[:1] not in "-–—•0123456789":
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
