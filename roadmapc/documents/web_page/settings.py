"""How pages are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PageSettings:
    """How a page is made: the day, whose eyes it is for, its title («» for that of the plan), the language."""

    as_of: date
    internal: bool = False
    title: str = ""
    lang: str = "ru"
    live: bool = False
    """Served while sources are edited: the page reloads itself."""
