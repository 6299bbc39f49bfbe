"""A row of a table of bad input: the world that it stands in, what is run there, and what may come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import CLEAN

Command = tuple[str, ...]
PROBLEMS, FAILED = frozenset({1}), frozenset({2})
REFUSED = PROBLEMS | FAILED
ANY = frozenset({0, 1, 2})
ROADMAP = "a.yaml"
CHECK: Command = ("check", "--no-cache", "--fail-on", "error", ROADMAP)
BUILD: Command = ("build", ROADMAP)
DUE: Command = ("due", "--year", "2022", ROADMAP)
LAID_OUT: Command = ("fmt", "--check", ROADMAP)
SITE: Command = ("site", "--internal", "--out", "build/site", ROADMAP)


@dataclass(frozen=True)
class Case:
    """One kind of bad input.

    `files` and `make` set up the working folder; every command is run in it, one after another, and each has to end
    with one of the `codes`. `agree`: where `check` finds no error, `build` has to build. `writes` are the files and
    folders that may change, all others are watched. `says` has to stand in what is said. A case that can fill the
    memory or take long runs in a process of its own, under limits.
    """

    name: str
    commands: tuple[Command, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    make: Callable[[Path], None] | None = None
    codes: frozenset[int] = REFUSED
    agree: bool = False
    writes: tuple[str, ...] = ("build",)
    says: str = ""
    stdin: bytes | None = None
    in_child: bool = False


def source(name: str, text: str | bytes, *, codes: frozenset[int] = PROBLEMS, says: str = "") -> Case:
    """Return the case of a roadmap that every command which reads one is given."""
    return Case(name, (CHECK, BUILD, DUE, LAID_OUT, SITE), {ROADMAP: text}, codes=codes, says=says)


def value(name: str, text: str | bytes, *, says: str = "") -> Case:
    """Return the case of a roadmap that is odd, not always wrong: what `check` passes is built, and is whole."""
    return Case(
        name, (CHECK, BUILD, DUE, LAID_OUT, SITE), {ROADMAP: text}, codes=frozenset({0, 1}), agree=True, says=says
    )


def beside_a_roadmap(
    name: str,
    *commands: Command,
    files: Mapping[str, str | bytes] | None = None,
    make: Callable[[Path], None] | None = None,
    codes: frozenset[int] = REFUSED,
    says: str = "",
    in_child: bool = False,
    writes: tuple[str, ...] = ("build",),
) -> Case:
    """Return the case of something bad beside a roadmap that is in order."""
    world = {ROADMAP: CLEAN, **(files or {})}
    return Case(name, commands, world, make, codes, says=says, in_child=in_child, writes=writes)
