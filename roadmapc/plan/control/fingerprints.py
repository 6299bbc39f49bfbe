"""Fingerprints of cells: what was written into a workbook is known from what a person typed over it.

They lie beside each line, so that sorting, filtering and copying takes them along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from roadmapc.plan.plan import Plan
from roadmapc.russian.normal_form import normal_form

_DIGITS = 8
_ONE = re.compile(r"([a-z-]+)=([0-9a-f]{8})")


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return the words of a cell as they are compared: without what office programs do to spaces and line ends."""
    lines = (" ".join(line.split()) for line in normal_form(text).splitlines())
    return "\n".join(lines).strip()


@lru_cache(maxsize=10_000)  # most cells are empty, or say what others say
def fingerprint(text: str) -> str:
    """Return eight digits that stand for the words of a cell."""
    return sha256(plain(text).encode(errors="replace")).hexdigest()[:_DIGITS]


def all_fingerprints(cells: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the fingerprints of a line: «number=1f0c… activity=…»."""
    return " ".join(f"{name}={fingerprint(cells.get(name, ''))}" for name in names)


def read_fingerprints(text: str) -> dict[str, str]:
    """Return the fingerprints of a line by the names of its columns; none of a text that is none."""
    return {found[1]: found[2] for one in text.split() if (found := _ONE.fullmatch(one))}


def identity_of(plan: Plan) -> str:
    """Return what tells the lines of one roadmap from those of all others: its id, its region and municipality."""
    place = plan.roadmap.municipality
    whose = "/".join((place.region or "", place.name)).casefold()
    return f"{plan.id}-{fingerprint(whose)}"
