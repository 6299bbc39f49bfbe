"""What earlier runs of `check` found: a file that is as it was is not checked again.

A result is kept under the digest of all that it depends on: the file's content and name, the settings, the shared
directory, the rules that run; one that holds for a day alone names the day, one of a roadmap that names a form the
digest of that.
"""

from __future__ import annotations

from typing import Any

from roadmapc.diagnostics.as_json import JsonObject
from roadmapc.russian.transliteration import is_safe
from roadmapc.workspace.kept import Kept, digest

_MOST_RUNS = 16


class Unfit(Exception):
    """What was kept has not the shape in which this program keeps it: somebody else wrote it."""


class Cache:
    """The results of the working folder: those of single files by name, those between files by all their keys."""

    def __init__(self, *, unused: bool = False) -> None:
        self._kept = Kept("check", unused=unused)
        self._runs: dict[str, Any] = self._kept.head if isinstance(self._kept.head, dict) else {}

    def key(self, *parts: bytes | str) -> str:
        """Return the key of what depends on some texts."""
        return digest(*parts)

    @property
    def is_used(self) -> bool:
        """Say whether anything is kept."""
        return self._kept.is_used

    def result_of(self, name: str, key: str, day: str) -> JsonObject | None:
        """Return what was kept for a file, if it was kept under this key and holds on this day."""
        kept = self._kept.get(name, key)
        if not _is_result(kept):
            return None
        return dict(kept) if kept["day"] in (None, day) else None

    def keep_result(self, name: str, key: str, result: JsonObject) -> None:
        """Keep what was found in a file in the place of what was found before."""
        self._kept.keep(name, key, result)

    def run_result(self, key: str) -> Any:
        """Return what was kept for a whole run; it is the newest now."""
        if key in self._runs:
            self._runs[key] = self._runs.pop(key)
        return self._runs.get(key)

    def keep_run_result(self, key: str, found: Any) -> None:
        """Keep what was found between the files of a run; the oldest runs are forgotten."""
        self._runs = dict([*self._runs.items(), (key, found)][-_MOST_RUNS:])
        self._kept.keep_head(self._runs)

    def save(self) -> None:
        """Write what was kept, if anything is new; where it cannot be written the next run takes longer."""
        self._kept.save()


def _is_result(kept: Any) -> bool:
    """Say whether what was kept for a file has the shape in which this program keeps it."""
    if not isinstance(kept, dict) or not {"day", "summary", "problems", "checked", "form"} <= kept.keys():
        return False
    if not (kept["form"] is None or _is_form(kept["form"])):
        return False
    return isinstance(kept["problems"], list) and (kept["summary"] is None or _is_summary(kept["summary"]))


def _is_summary(kept: Any) -> bool:
    """Say whether something may be the summary of a roadmap: its id names a folder."""
    return isinstance(kept, dict) and isinstance(kept.get("id"), str) and is_safe(kept["id"])


def _is_form(kept: Any) -> bool:
    return isinstance(kept, list) and len(kept) == 2 and all(isinstance(text, str) for text in kept)
