"""`roadmapc templates new-form NAME`: a letterhead of one's own, asked for or by options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from roadmapc.cli import _questions, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError

if TYPE_CHECKING:
    from roadmapc.word.new_form.answers import NewForm

T = TypeVar("T")

Organisation = Annotated[
    list[str] | None, typer.Option(help=_("With new-form: a line of the organisation's name; give it for each line."))
]
Details = Annotated[list[str] | None, typer.Option(help=_("With new-form: a line of details below the name."))]
Act = Annotated[str | None, typer.Option(help=_("With new-form: the kind of act; by default what the roadmap says."))]
Layout = Annotated[str | None, typer.Option(help=_("With new-form: corner, or lengthwise (the default)."))]
Arms = Annotated[str | None, typer.Option(help=_("With new-form: a picture of the coat of arms, PNG or JPEG."))]
Margins = Annotated[
    str | None, typer.Option(help=_("With new-form: margins left, right, top, bottom in mm: “30 10 20 20”."))
]
Binding = Annotated[str | None, typer.Option(help=_("With new-form: more room for binding at the left, in mm."))]
Font = Annotated[str | None, typer.Option(help=_("With new-form: the font; by default Times New Roman."))]
Size = Annotated[str | None, typer.Option(help=_("With new-form: the size of type in points; by default 14."))]


@dataclass
class Given:
    """What the options say of a new form; what they do not is asked, or usual."""

    organisation: list[str] | None
    details: list[str] | None
    act: str | None
    layout: str | None
    arms: str | None
    margins: str | None
    binding: str | None
    font: str | None
    size: str | None

    @property
    def options(self) -> list[str]:
        """Return the options that were given."""
        return [f"--{field.name}" for field in fields(self) if getattr(self, field.name) is not None]


def new_form(name: str | None, given: Given) -> int:
    """Write the form and say how a roadmap names it; raises UserError where something is not known."""
    from roadmapc.workspace import new_form

    if name is None:
        hint = Message("for example: roadmapc templates new-form tsunta")
        raise UserError(Message("the name of the form is missing"), hint)
    path = new_form.path_of(name)
    if given.organisation is None and not _questions.is_terminal():
        hint = Message("for example: roadmapc templates new-form tsunta --organisation «УПРАВЛЕНИЕ ОБРАЗОВАНИЯ»")
        message = Message("nobody is here to ask, so these options are needed: {names}", names="--organisation")
        raise UserError(message, hint)
    if given.organisation is None:
        _ask(given)
    new_form.write(path, _answers(given))
    _terminal.say(Message("{path}: written", path=path.as_posix()).text(_))
    _terminal.say(Message("In a roadmap: form: {name}", name=path.stem).text(_))
    return _terminal.OK


def _ask(given: Given) -> None:
    """Ask for what was not given, each until its answer serves."""
    from roadmapc.word.new_form import answers
    from roadmapc.workspace import new_form

    _terminal.console(stderr=True).print(
        Message("A few questions; what stands in brackets is taken if you only press Enter.").text(_)
    )
    line = answers.read_line
    given.organisation = _lines(Message("The organisation's name"), needed=True)
    if given.details is None:
        given.details = _lines(Message("Details: address, telephone, codes"), needed=False)
    asked: tuple[tuple[str, Message, Callable[[str], object], str], ...] = (
        ("act", Message("Kind of act (empty: as the roadmap says)"), line, ""),
        (
            "layout",
            Message("Layout: угловой (in the corner) or продольный (lengthwise)"),
            answers.read_layout,
            "продольный",
        ),
        (
            "arms",
            Message("Picture of the coat of arms, PNG or JPEG (may be left empty)"),
            _checked(new_form.picture),
            "",
        ),
        (
            "margins",
            Message("Margins in mm: left, right, top, bottom"),
            lambda text: answers.read_page(text, "0"),
            answers.MARGINS,
        ),
        ("binding", Message("More room for binding at the left, in mm"), lambda text: _page(given, text), "0"),
        ("font", Message("Font"), answers.read_font, answers.FONT),
        ("size", Message("Size of type, in points"), answers.read_size, str(answers.SIZE)),
    )
    for name, question, read, default in asked:
        if getattr(given, name) is None:
            setattr(given, name, _questions.ask(question, _said(read), default))


def _page(given: Given, binding: str) -> object:
    from roadmapc.word.new_form import answers

    return answers.read_page(given.margins or answers.MARGINS, binding)


def _checked(read: Callable[[str], object]) -> Callable[[str], object]:
    """Return what reads an answer that may be empty."""
    return lambda text: read(text) if text else None


def _said(read: Callable[[str], object]) -> Callable[[str], str]:
    """Return what holds an answer against what reads it, and keeps its words."""

    def kept(text: str) -> str:
        read(text)
        return text

    return kept


def _lines(question: Message, *, needed: bool) -> list[str]:
    """Ask for lines until an empty one."""
    from roadmapc.word.new_form import answers

    found: list[str] = []
    while True:
        asked = Message("{what}, line {n} (empty: no more)", what=question, n=len(found) + 1)
        read = _questions.some_text if needed and not found else str
        line = _questions.ask(asked, _said(lambda text, read=read: answers.read_lines([*found, read(text)])))  # type: ignore[misc]
        if not line:
            return found
        found.append(line)


def _answers(given: Given) -> NewForm:
    """Return what the form is made of, by what is usual where nothing is said."""
    from roadmapc.word.new_form import answers
    from roadmapc.workspace import new_form

    organisation = answers.read_lines(given.organisation or [])
    if not organisation:
        raise UserError(Message("a letterhead needs the name of the organisation: --organisation"))
    return answers.NewForm(
        organisation=organisation,
        details=answers.read_lines(given.details or []),
        kind=answers.read_line(given.act or ""),
        is_corner=answers.read_layout(given.layout or "продольный"),
        arms=new_form.picture(given.arms) if given.arms else b"",
        page=answers.read_page(given.margins or answers.MARGINS, given.binding or "0"),
        font=answers.read_font(given.font or answers.FONT),
        size=answers.read_size(given.size or str(answers.SIZE)),
    )
