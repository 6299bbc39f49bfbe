"""What documents are made with, and all of them in their order.

A document is a module here with `files(plan, context)` that yields the files it makes of a plan; ORDER sorts them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from roadmapc import documents
from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution
from roadmapc.rendering.blocks import Document, TableRow


@dataclass(frozen=True, slots=True)
class AboutView:
    """What every template sees: whose document it is, its title, and the draft mark (empty for a final document)."""

    municipality: str
    region: str
    title: str
    period: str
    draft: str = field(default="")


def about(plan: Plan, draft: str) -> AboutView:
    """Return what every template sees of a plan."""
    roadmap = plan.roadmap
    title = " ".join((roadmap.document.title or roadmap.municipality.name).split())
    return AboutView(
        roadmap.municipality.name, roadmap.municipality.region or "", title, roadmap.document.period, draft
    )


class File(NamedTuple):
    """A file to be written: its name inside the roadmap's folder, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Control:
    """What the workbook tells beside the plan: the marks of its execution, as they stand on a day.

    `by_owner` asks for a sheet of each owner as well.
    """

    execution: Execution
    as_of: date
    by_owner: bool = False


Writer = Callable[[Document, date | None], bytes]
Rows = Mapping[str, Sequence[TableRow]]


@dataclass(frozen=True)
class OutputContext:
    """What outputs work with: `render(template, values, rows)` makes a document, `formats` its bytes by suffix.

    `draft` is the word that marks a draft, «» for a final document. `workbooks` says that workbooks are
    wanted; of a plan one is made where its `control` is there. `pictures` says that pictures are.
    """

    render: Callable[[str, dict[str, Any], Rows], Document]
    formats: Mapping[str, Writer]
    draft: str = ""
    workbooks: bool = False
    control: Control | None = None
    pictures: bool = False

    def files(
        self, plan: Plan, name: str, template: str, values: Mapping[str, Any], rows: Rows = MappingProxyType({})
    ) -> Iterator[File]:
        """Yield a document of a plan in every format: `name.docx`, … Every template sees `about` besides `values`."""
        document = self.render(template, {"about": about(plan, self.draft), **values}, rows)
        for suffix, write in self.formats.items():
            yield File(f"{name}.{suffix}", write(document, plan.signed))


@cache
def outputs() -> tuple[ModuleType, ...]:
    """Return all outputs in their order; folders hold documents that other commands make."""
    found = pkgutil.iter_modules(documents.__path__)
    names = [info.name for info in found if info.name[0] != "_" and not info.ispkg]
    modules = [importlib.import_module(f"{documents.__name__}.{name}") for name in names if name != "output"]
    return tuple(sorted(modules, key=lambda module: int(module.ORDER)))


class DamagedFile(Exception):
    """A file that no program could read rightly was about to be written; `name` is its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


_TEXTS = frozenset({".ics", ".html", ".svg"})
# All but CONTROL and the ends of lines (RFC 5545, 3.1). XML 1.0 and HTML forbid the same characters.
_ORDINARY = bytes({*range(0x100)} - {*range(0x20), 0x7F} | {*b"\t"})
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_FIRST_OF_NONE = b"\xef"  # of both: a single byte, which hardly any text has, is looked for ten times as fast


def build_files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return every file of a plan, each proved to be whole; raises DamagedFile.

    The checks of a source leave nothing that could damage a file: this holds where they have a gap. Parts of Word files
    are proved where they are put together.
    """
    for output in outputs():
        yield from map(proved, output.files(plan, context))


def proved(file: File) -> File:
    """Return a file that any program can read; raises DamagedFile for another."""
    suffix = PurePosixPath(file.name).suffix
    if suffix in _TEXTS:
        others = file.data.translate(None, _ORDINARY)
        lines_end_rightly = suffix != ".ics" or others == b"\r\n" * (len(others) // 2)  # RFC 5545, 3.1
        if others.strip(b"\r\n") or not lines_end_rightly or _has_no_character(file.data):
            raise DamagedFile(file.name)
    return file


def _has_no_character(data: bytes) -> bool:
    return _FIRST_OF_NONE in data and any(one in data for one in _NO_CHARACTERS)
