"""What a command keeps from run to run, by the name of a file: an answer, with the key of all that it depends on.

It counts for the same program and libraries only, and what is wrong with the kept file costs time, never an answer. It
lies in the user's folder for such things, one file for each command and working folder; ROADMAPC_CACHE_DIR names
another place.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from roadmapc.diagnostics.regular_files import read_regular

LIBRARIES = ("pydantic", "pydantic_core", "rapidfuzz", "ruamel.yaml", "_ruamel_yaml", "pymorphy3", "pymorphy3_dicts_ru")
"""What the findings of a rule or the words of a message may depend on."""
_MOST = 10_000
_MOST_BYTES = 200_000_000


class Kept:
    """The answers of a command in the working folder, each as JSON that is parsed when it is asked for.

    `head` is what concerns no single file.
    """

    def __init__(self, command: str, libraries: tuple[str, ...] = LIBRARIES, *, unused: bool = False) -> None:
        self.head: Any = None
        self._answers: dict[str, tuple[str, bytes]] = {}
        self._used: set[str] = set()
        self._changed = False
        self._path: Path | None = None
        with suppress(OSError, RuntimeError):  # no home folder, no right to look at the program
            self._path = None if unused else place_of(command)
            self._program = program(libraries) if self._path else ""
        with suppress(OSError, ValueError, RecursionError):
            if self._path and self._path.exists():
                digested, body = read_regular(self._path, _MOST_BYTES).split(b"\n", 1)
                if digested.decode() == digest(self._program, body):
                    head, *lines = body.split(b"\n")
                    answers = dict(_answer(line) for line in lines)
                    self.head, self._answers = json.loads(head), answers

    @property
    def is_used(self) -> bool:
        """Say whether anything is kept."""
        return self._path is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the names of which something is kept."""
        return iter(self._answers)

    def has(self, name: str, key: str) -> bool:
        """Say whether something was kept under a name and this key."""
        self._used.add(name)
        return name in self._answers and self._answers[name][0] == key

    def get(self, name: str, key: str) -> Any:
        """Return what was kept under a name and this key; None where nothing was."""
        if self.has(name, key):
            with suppress(ValueError, RecursionError):
                return json.loads(self._answers[name][1])
        return None

    def last(self, name: str) -> Any:
        """Return what was kept last under a name, whatever its key; None where nothing was."""
        with suppress(KeyError, ValueError, RecursionError):
            return json.loads(self._answers[name][1])
        return None

    def keep(self, name: str, key: str, answer: Any) -> None:
        """Keep an answer in the place of the one before."""
        self.keep_written(name, key, as_bytes(answer))

    def keep_written(self, name: str, key: str, answer: bytes) -> None:
        """Keep an answer that `as_bytes` has written in the place of the one before."""
        if self.is_used:
            self._used.add(name)
            self._answers[name] = key, answer
            self._changed = True

    def keep_head(self, head: Any) -> None:
        """Keep what concerns no single file."""
        self.head, self._changed = head, True

    def save(self) -> None:
        """Write what was kept, if anything is new; where it cannot be written the next run takes longer."""
        if not self._changed or not self._path:
            return
        from roadmapc.workspace import atomic_writes

        answers = self._answers
        if len(answers) > _MOST:  # files that are gone, most of them
            answers = {name: answer for name, answer in answers.items() if name in self._used}
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            body = b"\n".join([as_bytes(self.head), *(_line(name, *answer) for name, answer in answers.items())])
            atomic_writes.replace(self._path, digest(self._program, body).encode() + b"\n" + body)


def _line(name: str, key: str, answer: bytes) -> bytes:
    """Return a line: JSON has no tabs and line ends of its own."""
    return b"%b\t%b\t%b" % (as_bytes(name), key.encode(), answer)


def as_bytes(value: Any) -> bytes:
    """Return JSON as `json.loads` reads it, names of files too that are no text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


def _answer(line: bytes) -> tuple[str, tuple[str, bytes]]:
    name, key, answer = line.split(b"\t", 2)
    found = json.loads(name)
    if not isinstance(found, str):
        raise ValueError(found)
    return found, (key.decode(), answer)


def digest(*parts: bytes | str) -> str:
    """Return the digest of a row of texts, each with its length, so that no two rows run together."""
    pieces: list[bytes] = []
    for part in parts:
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        pieces += (b"%d:" % len(data), data)
    return hashlib.sha256(b"".join(pieces)).hexdigest()


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
