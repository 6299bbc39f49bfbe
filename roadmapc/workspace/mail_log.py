"""Which reminders were sent: a line before each letter («sending») and one after it («sent»), each on the disk at once.

The log lies in the folder in which the program runs, beside `roadmapc.toml`: `.roadmapc/reminders.jsonl`. It holds
addresses and digests, no names and no texts. A letter with «sending» alone may have arrived or not: nobody knows but
its recipient, so a person decides.
"""

from __future__ import annotations

import errno
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.workspace import atomic_writes, os_errors
from roadmapc.workspace.file_lock import Locked, held

FOLDER = Path(".roadmapc")
_NAME = "reminders.jsonl"
_LOCK = "reminders.lock"
_IGNORE = (".gitignore", "# addresses and digests of letters that were sent: of this computer alone\n*\n")
_MOST = 200_000_000
Outcome = Literal["sent", "not sent"]


class LoggedLetter(NamedTuple):
    """A letter that was begun: its id, the address, the day, the digests of what it reminds of."""

    id: str
    to: str
    day: str
    reminders: tuple[str, ...]


class MailLog:
    """What a log says; `begin` and `end` add to it, where it is open to be written."""

    def __init__(self, path: Path, lines: list[dict[str, Any]], descriptor: int | None = None) -> None:
        self.path = path
        self._descriptor = descriptor
        self._begun: dict[str, LoggedLetter] = {}
        self._known: dict[str, Outcome | None] = {}
        self._times: Counter[str] = Counter()
        for line in lines:
            self._take(line)

    def was_sent(self, reminder: str) -> bool:
        """Say whether a reminder was sent, or may have been."""
        return self._known.get(reminder, "not sent") != "not sent"

    def times_of(self, reminders: Iterable[str]) -> int:
        """Return how often letters with one of some reminders were begun."""
        return max((self._times[one] for one in reminders), default=0)

    @property
    def doubtful(self) -> list[LoggedLetter]:
        """Return the letters of which it is not known whether they were sent, but for what was sent once more since."""
        letters = self._begun.values()
        return [one for one in letters if any(self._known[reminder] is None for reminder in one.reminders)]

    def begin(self, letter: LoggedLetter) -> None:
        """Write that a letter is about to be sent; raises OSError."""
        self._add({"state": "sending", **letter._asdict()})

    def end(self, id: str, outcome: Outcome) -> None:
        """Write what became of a letter; raises OSError."""
        self._add({"state": outcome, "id": id})

    def _add(self, line: dict[str, Any]) -> None:
        assert self._descriptor is not None  # opened to be written
        data = (json.dumps(line, ensure_ascii=False) + "\n").encode()
        if os.write(self._descriptor, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
        os.fsync(self._descriptor)
        self._take(line)

    def _take(self, line: dict[str, Any]) -> None:
        if line["state"] == "sending":
            letter = LoggedLetter(line["id"], line["to"], line["day"], tuple(line["reminders"]))
            self._begun[letter.id] = letter
            self._known |= dict.fromkeys(letter.reminders)
            self._times.update(letter.reminders)
        elif line["id"] in self._begun:
            letter = self._begun.pop(line["id"])
            self._known |= dict.fromkeys(letter.reminders, line["state"])


def read(folder: Path = FOLDER) -> MailLog:
    """Return what the log says, without the right to add to it; raises UserError."""
    with _told(folder / _NAME):
        return MailLog(folder / _NAME, _lines(folder / _NAME)[0])


@contextmanager
def opened(folder: Path = FOLDER) -> Iterator[MailLog]:
    """Hold the log to be written, alone; raises UserError where another run holds it, or it cannot be read."""
    path = folder / _NAME
    with _told(path):
        atomic_writes.refuse_link(folder)
        folder.mkdir(exist_ok=True)
        if not os.path.lexists(folder / _IGNORE[0]):
            atomic_writes.replace(folder / _IGNORE[0], _IGNORE[1].encode())
    try:
        with held(folder / _LOCK):
            with _told(path):
                lines, whole = _lines(path)
                atomic_writes.refuse_link(path)
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
                os.ftruncate(descriptor, whole)  # half a line is what a killed run left of one
                os.lseek(descriptor, whole, os.SEEK_SET)
            try:
                yield MailLog(path, lines, descriptor)
            finally:
                os.close(descriptor)
    except Locked as error:
        hint = Message("wait until it has ended; nothing was sent")
        raise UserError(Message("another run is sending reminders"), hint) from error


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(Message("cannot use {path}: {why}", path=path, why=os_errors.reason(error))) from error


def _lines(path: Path) -> tuple[list[dict[str, Any]], int]:
    """Return the lines of a log, and how many bytes whole ones take; raises UserError for one that is none."""
    try:
        atomic_writes.refuse_link(path)
        data = read_regular(path, _MOST)
    except FileNotFoundError:
        return [], 0
    whole = data.rfind(b"\n") + 1
    found = []
    for number, line in enumerate(data[:whole].split(b"\n")[:-1], 1):
        try:
            found.append(_line(json.loads(line)))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            message = Message("{path}, line {line}: this is no line of a log of reminders", path=path, line=number)
            hint = Message("correct the line or delete it: what it reminded of may be sent once more")
            raise UserError(message, hint) from error
    return found, whole


def _line(content: dict[str, Any]) -> dict[str, Any]:
    """Return a line whose form is right; raises ValueError, KeyError or TypeError."""
    if content["state"] == "sending":
        date.fromisoformat(content["day"])
        is_right = isinstance(content["to"], str) and all(isinstance(one, str) for one in content["reminders"])
    else:
        is_right = content["state"] in {"sent", "not sent"}
    if not is_right or not isinstance(content["id"], str):
        raise ValueError
    return content
