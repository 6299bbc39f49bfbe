"""The file of a baseline: reading it, and naming files as it does, wherever the program is run."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks import baseline
from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.workspace import os_errors

_MOST_BYTES = 20_000_000  # a problem takes some 200 bytes


class Known(NamedTuple):
    """The problems of a baseline, and where they were read."""

    path: Path
    entries: Counter[baseline.BaselineKey]

    def has(self, problem: Diagnostic) -> bool:
        """Say whether a problem is among them."""
        return self.entries[baseline.key_of(problem, beside(self.path))] > 0


def read(path: Path) -> Known:
    """Read a baseline; raises UserError where the file cannot be read or is none."""
    try:
        text = read_regular(path, _MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = Message("write it first: roadmapc check --write-baseline {path}", path=path)
        why = os_errors.reason(error) if isinstance(error, OSError) else Message("it is not in UTF-8")
        raise UserError(Message("cannot read {path}: {why}", path=path, why=why), hint) from error
    return Known(path, baseline.read_baseline(text, path.as_posix()))


def beside(path: Path) -> baseline.FileNaming:
    """Return what names a file from the folder of the baseline, so that it is known wherever the program is run."""
    folder = path.resolve().parent

    def place(name: str) -> str:
        try:
            return Path(os.path.relpath(Path(name).resolve(), folder)).as_posix()
        except ValueError:  # on another drive of Windows
            return Path(name).resolve().as_posix()

    return place
