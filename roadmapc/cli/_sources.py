"""Which files are meant, and their content: sources, the shared directory beside them, the project's settings."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from roadmapc import compiler, directory, project
from roadmapc.checks import Policy, rule_name, rules
from roadmapc.cli import _edge
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.directory import Directory
from roadmapc.project import Project
from roadmapc.reading import MAX_BYTES, too_large
from roadmapc.source import Source, Span

STDIN = Path("-")


def sources(paths: list[Path]) -> list[Path]:
    """Return the YAML files named, and those in the folders named, sorted; raises UserError where there are none."""
    found: list[Path] = []
    for path in paths or [Path("roadmaps")]:
        if path == STDIN:
            found.append(path)
        elif path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in {".yaml", ".yml"} and p.is_file())
            inside = [p for p in inside if p.name != directory.FILE]
            if not inside:
                raise UserError(Message("no YAML files in the folder {path}", path=path))
            found += inside
        elif path.exists():
            found.append(path)
        else:
            hint = Message("name a file or a folder") if not paths else None
            raise UserError(Message("there is no such file: {path}", path=path), hint)
    return list(dict.fromkeys(found))


@cache
def settings() -> Project:
    """Return the project's settings: `roadmapc.toml` of the working folder, or the defaults."""
    path = Path(project.FILE)
    if not path.is_file():
        return Project()
    try:
        return project.read_project(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, OSError) as error:
        raise UserError(Message("{path} cannot be read: {why}", path=path, why=str(error))) from error


@cache
def shared(folder: Path) -> Directory | None:
    """Return the directory that the roadmaps of a folder share, if there is one."""
    path = folder / directory.FILE
    if not path.is_file():
        return None
    data, problem = content(path)
    if problem:
        return Directory(problem.source, problems=(problem,))
    return directory.read_directory(path.as_posix(), data)


def read(path: Path, name: Path | None = None, data: bytes | None = None) -> Compilation:
    """Read one file, before any rule; `name` stands in for the path of standard input, `data` for the content."""
    if path.name == directory.FILE:
        found = shared(path.parent)
        assert found is not None  # the file is there
        return Compilation(found.source, None, found.problems)
    if data is None:
        data, problem = content(path, name)
        if problem:
            return Compilation(problem.source, None, (problem,))
    known = name or path
    return compiler.read_bytes(
        known.as_posix(),
        data,
        stem="-".join(known.stem.split()),
        calendar=settings().calendar,
        directory=shared(known.parent),
    )


def content(path: Path, name: Path | None = None) -> tuple[bytes, Diagnostic | None]:
    """Return a file's bytes; one that is too large is not read but told of."""
    try:
        size = 0 if path == STDIN else path.stat().st_size
        data = b"" if size > MAX_BYTES else _bytes(path)
    except OSError as error:
        raise UserError(Message("cannot read {path}: {why}", path=path, why=_edge.reason(error))) from error
    size = max(size, len(data))
    if size <= MAX_BYTES:
        return data, None
    source = Source((name or path).as_posix(), "")
    return b"", Diagnostic("RM003", "unreadable-file", Severity.ERROR, too_large(size), source, Span(0, 0))


def _bytes(path: Path) -> bytes:
    return standard_input() if path == STDIN else path.read_bytes()


@cache
def standard_input() -> bytes:
    """Return all of standard input."""
    return sys.stdin.buffer.read()


def directories(paths: Sequence[Path]) -> list[Compilation]:
    """Return the shared directories beside files, each once, with what is wrong with them."""
    found = dict.fromkeys(path.parent for path in paths if path.name != directory.FILE)
    shared_ones = [one for one in map(shared, found) if one]
    return [Compilation(one.source, None, one.problems) for one in shared_ones]


def forget() -> None:
    """Forget what was read, so that each run of the program reads anew."""
    for remembered in (settings, shared, standard_input):
        remembered.cache_clear()


def needs_spelling(policy: Policy) -> None:
    """Raise UserError where a rule is to run that needs the extra `spell`, and it is not installed."""
    wanted = any(policy.runs(rule, rule_name(rule)) for rule in rules() if getattr(rule, "OPTIONAL", False))
    if wanted and find_spec("pymorphy3") is None:
        hint = Message("install it in the program's folder: pip install {extra}", extra='".[spell]"')
        raise UserError(Message("spelling needs the extra “spell”, which is not installed"), hint)
