"""What a regional roll-up is made of, and all files of one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType

from roadmapc.documents import region as package
from roadmapc.documents.output import File, OutputContext, proved
from roadmapc.plan.region import Region


@dataclass(frozen=True)
class RegionReport:
    """A roll-up and how it is to be told.

    `required_by` is the day by which reports on the period were due. `late_counts` says which share is the «степень
    исполнения». With `is_brief` measures have their sums alone, and there are no tables of single municipalities.
    """

    region: Region
    required_by: date | None = None
    late_counts: bool = True
    compiler: str = ""
    phone: str = ""
    is_brief: bool = False


@cache
def outputs() -> tuple[ModuleType, ...]:
    """Return all outputs of a roll-up."""
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if info.name[0] != "_"]
    return tuple(importlib.import_module(f"{package.__name__}.{name}") for name in sorted(names))


def region_files(report: RegionReport, context: OutputContext) -> Iterator[File]:
    """Yield every file of a roll-up, each proved to be whole; raises DamagedFile."""
    for output in outputs():
        yield from map(proved, output.files(report, context))
