"""What earlier runs of `check` found: a file that is as it was is not checked again.

A result is kept under the digest of all that it depends on: the file's content and name, the settings, the shared
directory, the rules that run; one that holds for a day alone names the day, one of a roadmap that names a form the
digest of that. All of it counts for the same program and libraries only. What is wrong with the kept file costs time,
never an answer. It lies in the user's folder for such things, one for each working folder; ROADMAPC_CACHE_DIR names
another place.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from roadmapc.diagnostics.as_json import JsonObject
from roadmapc.diagnostics.regular_files import read_regular

LIBRARIES = ("pydantic", "pydantic_core", "rapidfuzz", "ruamel.yaml", "_ruamel_yaml", "pymorphy3", "pymorphy3_dicts_ru")
"""What the findings of a rule or the words of a message may depend on."""
_MOST = 10_000
_MOST_RUNS = 16
_MOST_BYTES = 200_000_000


class Unfit(Exception):
    """What was kept has not the shape in which this program keeps it: somebody else wrote it."""


class Cache:
    """The results of the working folder: those of single files by name, those between files by all their keys."""

    def __init__(self, *, unused: bool = False) -> None:
        self._files: dict[bytes, bytes] = {}  # each as JSON, made an object of when it is asked for
        self._runs: dict[str, Any] = {}
        self._used: set[bytes] = set()
        self._changed = False
        self._path: Path | None = None
        with suppress(OSError, RuntimeError):  # no home folder, no right to look at the program
            self._path = None if unused else place_of("check")
            self._program = program() if self._path else ""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            if self._path and self._path.exists():
                head, body = read_regular(self._path, _MOST_BYTES).split(b"\n", 1)
                if head.decode() == digest(self._program, body):
                    runs, *files = body.split(b"\n")
                    self._runs, self._files = dict(json.loads(runs)), dict(_entry(line) for line in files)

    def key(self, *parts: bytes | str) -> str:
        """Return the key of what depends on some texts."""
        return digest(*parts)

    @property
    def is_used(self) -> bool:
        """Say whether anything is kept."""
        return self._path is not None

    def result_of(self, name: str, key: str, day: str) -> JsonObject | None:
        """Return what was kept for a file, if it was kept under this key and holds on this day."""
        entry = _name(name)
        self._used.add(entry)
        if entry not in self._files:
            return None
        kept = json.loads(self._files[entry])
        if not _is_result(kept) or kept["key"] != key:
            return None
        return dict(kept) if kept["day"] in (None, day) else None

    def keep_result(self, name: str, key: str, result: JsonObject) -> None:
        """Keep what was found in a file in the place of what was found before."""
        self._files[_name(name)] = json.dumps({"key": key, **result}, separators=(",", ":")).encode()
        self._changed = True

    def run_result(self, key: str) -> Any:
        """Return what was kept for a whole run; it is the newest now."""
        if key in self._runs:
            self._runs[key] = self._runs.pop(key)
        return self._runs.get(key)

    def keep_run_result(self, key: str, found: Any) -> None:
        """Keep what was found between the files of a run; the oldest runs are forgotten."""
        self._runs = dict([*self._runs.items(), (key, found)][-_MOST_RUNS:])
        self._changed = True

    def save(self) -> None:
        """Write what was kept, if anything is new; where it cannot be written the next run takes longer."""
        if not self._changed or not self._path:
            return
        from roadmapc.workspace import atomic_writes

        files = self._files
        if len(files) > _MOST:  # files that are gone, most of them
            files = {name: result for name, result in files.items() if name in self._used}
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            runs = json.dumps(self._runs, separators=(",", ":")).encode()
            body = b"\n".join([runs, *(b"%b\t%b" % file for file in files.items())])
            atomic_writes.replace(self._path, digest(self._program, body).encode() + b"\n" + body)


def _name(name: str) -> bytes:
    """Return the name of a file as it begins its line: without tabs and line ends."""
    return json.dumps(name).encode()


def _entry(line: bytes) -> tuple[bytes, bytes]:
    name, result = line.split(b"\t", 1)
    return name, result


def _is_result(kept: Any) -> bool:
    """Say whether what was kept for a file has the shape in which this program keeps it."""
    if not isinstance(kept, dict) or not {"key", "day", "summary", "problems", "checked", "form"} <= kept.keys():
        return False
    if not (kept["form"] is None or _is_form(kept["form"])):
        return False
    return isinstance(kept["problems"], list) and (kept["summary"] is None or isinstance(kept["summary"], dict))


def _is_form(kept: Any) -> bool:
    return isinstance(kept, list) and len(kept) == 2 and all(isinstance(text, str) for text in kept)


def digest(*parts: bytes | str) -> str:
    """Return the digest of a row of texts, each with its length, so that no two rows run together."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


@cache
def program(libraries: tuple[str, ...] = LIBRARIES) -> str:
    """Return the digest of what tells this program from any other: its files, its libraries and Python."""
    specs = [find_spec(name) for name in libraries]
    origins = [Path(spec.origin) for spec in specs if spec and spec.origin]
    folders = {path.parent.parent if path.stem == "__init__" else path.parent for path in origins}
    package = Path(__file__).parent.parent
    return digest(sys.version, *map(_facts, [*origins, *sorted(folders)]), *sorted(_inside(package)))


def _inside(folder: Path | str) -> Iterable[str]:
    """Yield what is known of each file below a folder; the program itself where it is packed into one file."""
    if not Path(folder).is_dir():
        yield _facts(Path(sys.executable))
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name != "__pycache__" and entry.is_dir():
                yield from _inside(entry.path)
            elif entry.is_file():
                yield _facts(entry)


def _facts(file: Path | os.DirEntry[str]) -> str:
    """Return what is known of a file; of one that is packed into the program, what is known of that."""
    try:
        about = file.stat()
    except FileNotFoundError:
        about = Path(sys.executable).stat()
    return f"{os.fspath(file)}/{about.st_size}/{about.st_mtime_ns}"


def writable_place() -> Path | None:
    """Return the folder in which results are kept; none where nothing can be written there."""
    with suppress(OSError, RuntimeError):
        path = place_of("check")
        if path is not None:
            folder = next(one for one in path.parents if one.is_dir())
            return path.parent if os.access(folder, os.W_OK) else None
    return None


def place_of(command: str) -> Path | None:
    """Return where what a command found in the working folder is kept; nowhere if something else stands there."""
    import platformdirs

    folder = os.environ.get("ROADMAPC_CACHE_DIR") or platformdirs.user_cache_dir("roadmapc", appauthor=False)
    path = Path(folder).absolute() / f"{command}-{digest(str(Path.cwd()))[:16]}.json"
    return path if path.is_file() or not path.exists() else None
