"""`roadmapc new`: begin a roadmap: asked for or by options; or next year's from this year's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _next, _questions, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError

if TYPE_CHECKING:
    from roadmapc.plan.new_roadmap import NewRoadmap
    from roadmapc.workspace.new_project import Begun

GROUP = "prepare"
HELP = "Begin a roadmap: a file to fill in, every key explained; or next year's from this year's (--like)."

_OrderFlag = Annotated[bool | None, typer.Option("--order/--no-order", help=_("With an order that approves it."))]
_PassportFlag = Annotated[bool | None, typer.Option("--passport/--no-passport", help=_("With a passport."))]
_ResultFlag = Annotated[bool | None, typer.Option("--result/--no-result", help=_("With a column of results."))]


def command(
    municipality: Annotated[str | None, typer.Option(help=_("Whose roadmap it is."))] = None,
    region: Annotated[str | None, typer.Option(help=_("Of which region."))] = None,
    kind: Annotated[str | None, typer.Option(help=_("The kind of document; by default a roadmap."))] = None,
    period: Annotated[str | None, typer.Option(help=_("The period of the plan: 2021-2024."))] = None,
    order: _OrderFlag = None,
    passport: _PassportFlag = None,
    result: _ResultFlag = None,
    like: Annotated[Path | None, typer.Option(help=_("Make the plan of another period from this one."))] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help=_("The file to write; by default in roadmaps/, never written over.")),
    ] = None,
) -> int:
    """Write the file, and what goes with it where that is missing; 2 where something is not known."""
    if out is not None and out.suffix.lower() not in {".yaml", ".yml"}:
        raise UserError(Message("{path}: the name of a roadmap ends in .yaml", path=out))
    if like is not None:
        return _next.next_plan(like, period, out, unused=(municipality, region, kind, order, passport, result))
    asks = not (municipality and period)
    if asks and not _questions.is_terminal():
        names = ", ".join(name for name, given in (("--municipality", municipality), ("--period", period)) if not given)
        hint = Message('for example: roadmapc new --municipality "Ивановский район" --period 2026/2027')
        raise UserError(Message("nobody is here to ask, so these options are needed: {names}", names=names), hint)
    if asks:
        _terminal.console(stderr=True).print(
            Message("A few questions; what stands in brackets is taken if you only press Enter.").text(_)
        )
    given = _Given(municipality, region, kind, period, order, passport, result)
    new = given.asked(out) if asks else given.completed()
    return _begun(new, out or _path(new.municipality))


@dataclass
class _Given:
    """What the options say; what they do not is asked, or usual."""

    municipality: str | None
    region: str | None
    kind: str | None
    period: str | None
    order: bool | None
    passport: bool | None
    result: bool | None

    def completed(self) -> NewRoadmap:
        """Return the answers, those not given by what is usual."""
        from roadmapc.plan.new_roadmap import NewRoadmap

        text, period = _next.read_period(self.period or "")
        kind = " ".join((self.kind or "дорожная карта").split())
        name = " ".join((self.municipality or "").split())
        flags = (self.order is not False, bool(self.passport), self.result is not False)
        return NewRoadmap(name, text, period, kind[:1].lower() + kind[1:], self.region, *flags)

    def asked(self, out: Path | None) -> NewRoadmap:
        """Ask for what was not given."""
        ask = _questions.ask
        if not self.municipality:
            self.municipality = ask(Message("Municipality, as in documents"), _free(out))
            self.region = self.region or ask(Message("Region (may be left empty)"), str) or None
        self.kind = self.kind or ask(_kinds(), _kind, "1")
        self.period = self.period or ask(
            Message("Period, for example 2026/2027 or 2026-2028"), lambda text: _next.read_period(text)[0]
        )
        if self.order is None:
            self.order = ask(Message("With an order that approves it? да/нет"), _questions.yes_or_no, "да")
        if self.passport is None:
            self.passport = ask(
                Message("With a passport (goals and tasks in a table)? да/нет"), _questions.yes_or_no, "нет"
            )
        if self.result is None:
            self.result = ask(Message("With a column of results? да/нет"), _questions.yes_or_no, "да")
        return self.completed()


def _free(out: Path | None) -> Callable[[str], str]:
    """Return what reads a municipality for which no file is there yet."""

    def read(text: str) -> str:
        from roadmapc.workspace import new_project

        name = _questions.some_text(text)
        new_project.refuse_taken(out or _path(name))
        return name

    return read


def _kinds() -> Message:
    from roadmapc.plan.new_roadmap import KINDS

    listed = "; ".join(f"{number} – {kind}" for number, kind in enumerate(KINDS, start=1))
    return Message("Kind of document: {listed}; or your own", listed=listed)


def _kind(text: str) -> str:
    from roadmapc.plan.new_roadmap import KINDS

    known = [*KINDS]
    return known[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(known) else _questions.some_text(text)


def _path(municipality: str) -> Path:
    from roadmapc.russian.transliteration import slug
    from roadmapc.workspace.new_project import ROADMAPS

    return ROADMAPS / f"{slug(municipality)}.yaml"


def _begun(new: NewRoadmap, path: Path) -> int:
    from roadmapc.plan.new_roadmap import MARK, written
    from roadmapc.workspace import new_project, source_files

    text = written(new, source_files.settings().calendar)
    _tell(new_project.begin(path, text))
    marks = sum(MARK in line for line in text.split("\n") if not line.lstrip().startswith("#"))
    _terminal.say(
        Message("Fill in what is marked {mark} in {path}: {n}", mark=MARK, path=path.as_posix(), n=marks).text(_)
    )
    _terminal.say(Message("Then: roadmapc check {path}", path=path.as_posix()).text(_))
    return _terminal.OK


def _tell(begun: Begun) -> None:
    for path in begun.written:
        _terminal.say(Message("{path}: written", path=path.as_posix()).text(_))
    for path in begun.kept:
        _terminal.say(Message("{path}: is there already, left as it is", path=path.as_posix()).text(_))
