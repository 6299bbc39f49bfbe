"""How documents are made; loaded where it is only asked whether they are as they would be made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple


class Workbook(NamedTuple):
    """That a workbook is wanted: the day of its statuses, and whether each owner has a sheet."""

    as_of: date
    by_owner: bool


class BuildOptions(NamedTuple):
    """How documents are made: the folder that is searched first for templates, formats, the mark of a draft."""

    templates: Path | None
    formats: tuple[str, ...]
    draft: str = ""
    workbook: Workbook | None = None
