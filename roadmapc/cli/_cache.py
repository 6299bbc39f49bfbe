"""What earlier runs of `check` found: a file that is as it was is not judged again.

A verdict is kept under the digest of all that it depends on: the file's bytes and name, the settings, the shared
directory, the rules that run, the program and its libraries; one that holds for a day alone names the day. What is
wrong with the kept file costs time, never an answer. It lies in the user's folder for such things, one for each
working folder; ROADMAPC_CACHE_DIR names another place.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import rich

Record = dict[str, Any]
_MOST = 10_000
_MOST_RUNS = 16


class Cache:
    """The verdicts of the working folder: those of single files by name, those between files by all their keys."""

    def __init__(self, *, unused: bool = False) -> None:
        self._unused = unused
        self._files: dict[str, Record] = {}
        self._runs: dict[str, Any] = {}
        self._used: set[str] = set()
        self._changed = False
        if not unused:
            with suppress(OSError, ValueError, KeyError):
                head, body = _path().read_bytes().split(b"\n", 1)
                content = json.loads(body) if head.decode() == digest(body) else {}
                self._files, self._runs = dict(content["files"]), dict(content["runs"])

    def verdict(self, name: str, key: str, day: str) -> Record | None:
        """Return what was kept for a file, if it was kept under this key and holds on this day."""
        self._used.add(name)
        record = self._files.get(name)
        return record if record and record.get("key") == key and record["day"] in (None, day) else None

    def keep(self, name: str, record: Record) -> None:
        """Keep a file's verdict in the place of an older one."""
        self._files[name] = record
        self._changed = True

    def run(self, key: str) -> Any:
        """Return what was kept for a whole run."""
        return self._runs.get(key)

    def keep_run(self, key: str, found: Any) -> None:
        """Keep what was found between the files of a run; the oldest runs are forgotten."""
        self._runs = dict([*self._runs.items(), (key, found)][-_MOST_RUNS:])
        self._changed = True

    def save(self) -> None:
        """Write what was kept, if anything is new; where it cannot be written the next run takes longer."""
        if not self._changed or self._unused:
            return
        from roadmapc import writing

        files = self._files
        if len(files) > _MOST:  # files that are gone, most of them
            files = {name: record for name, record in files.items() if name in self._used}
        with suppress(OSError):
            path = _path()
            path.parent.mkdir(parents=True, exist_ok=True)
            body = json.dumps({"files": files, "runs": self._runs}, separators=(",", ":")).encode()
            writing.replace(path, digest(body).encode() + b"\n" + body)


def digest(*parts: bytes | str) -> str:
    """Return the digest of a row of texts, each with its length, so that no two rows run together."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


@cache
def program() -> str:
    """Return the digest of what tells this program from any other: its files, its libraries and Python."""
    package = Path(__file__).parent.parent
    libraries = Path(rich.__file__).parent.parent
    facts = [sys.version, *_facts([Path(sys.executable or ""), libraries]), *sorted(_inside(package))]
    return digest(*facts)


def _inside(folder: Path | str) -> Iterable[str]:
    """Yield name, size and time of each file below a folder; none where the program is packed into one file."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _inside(entry.path)
            else:
                about = entry.stat()
                yield f"{entry.path}/{about.st_size}/{about.st_mtime_ns}"


def _facts(paths: Iterable[Path]) -> Iterable[str]:
    for path in paths:
        with suppress(OSError):
            about = path.stat()
            yield f"{path}/{about.st_size}/{about.st_mtime_ns}"


def _path() -> Path:
    """Return where the verdicts of the working folder are kept."""
    import platformdirs

    folder = os.environ.get("ROADMAPC_CACHE_DIR") or platformdirs.user_cache_dir("roadmapc", appauthor=False)
    return Path(folder) / f"check-{digest(str(Path.cwd()))[:16]}.json"
