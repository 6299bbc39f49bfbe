"""What of the machine the program can use: programs of others, typefaces, dictionaries, the place of its cache."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from roadmapc.diagnostics import Message
from roadmapc.workspace import kept, libre_office, programs

_TYPEFACES = ("Times New Roman", "Liberation Serif", "PT Astra Serif", "Tinos")
"""Of documents, each of the same widths as the first."""
_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is there, or is not: its name, what it is or «», what it is for, and how to get it."""

    name: Message
    found: str
    use: Message
    hint: Message | None = None
    is_needed: bool = False

    @property
    def is_there(self) -> bool:
        """Say whether it can be used."""
        return bool(self.found)


def findings(encoding: str, language: str) -> Iterator[Finding]:
    """Yield what is there of the surroundings: `encoding` is that of what is printed, `language` the system's."""
    yield Finding(Message("Python"), sys.version.split()[0], Message("runs the program"))
    office = libre_office.find()
    yield Finding(
        Message("LibreOffice"),
        str(office or ""),
        Message("build --pdf; import of .doc, .odt and .rtf"),
        Message("install it from libreoffice.org; all else works without it"),
    )
    yield Finding(
        Message("git"),
        str(programs.find(["git"]) or ""),
        Message("compare and amend with --since"),
        Message("install it from git-scm.com; texts that were frozen need none"),
    )
    yield Finding(
        Message("typeface of documents"),
        _typeface(),
        Message("pages look as they will at the office"),
        Message("Word on Windows has it; on Linux install the package fonts-liberation"),
    )
    yield _extra("pymorphy3", Message("dictionary of Russian"), Message("check --spell"), "spell")
    yield _extra("keyring", Message("keyring of the system"), Message("the password of remind --send"), "keyring")
    place = kept.writable_place()
    yield Finding(
        Message("folder of the cache"),
        str(place or ""),
        Message("what did not change is not checked twice"),
        Message("name another place in the environment: ROADMAPC_CACHE_DIR"),
    )
    yield Finding(
        Message("Russian letters in this window"),
        encoding if _has_letters(encoding) else "",
        Message("messages and tables"),
        Message("set in the environment: PYTHONUTF8=1; on Windows use the program “Terminal”"),
        is_needed=True,
    )
    yield Finding(Message("language of the system"), language, Message("messages, unless --lang says"))


def _extra(module: str, name: Message, use: Message, extra: str) -> Finding:
    hint = Message("install it in the program's folder: pip install {extra}", extra=f'".[{extra}]"')
    return Finding(name, module if find_spec(module) else "", use, hint)


def _has_letters(encoding: str) -> bool:
    try:
        "«Дорожная карта» – № 1 ё".encode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def _typeface() -> str:
    """Return the first typeface of documents that is installed, as far as the system tells; «» where none is."""
    if os.name == "nt" or sys.platform == "darwin":
        folders = (
            Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
            Path("/System/Library/Fonts"),
            Path("/Library/Fonts"),
        )
        files = (file for folder in folders if folder.is_dir() for file in folder.rglob("*"))
        return _TYPEFACES[0] if any(file.name.lower().startswith("times") for file in files) else ""
    lister = programs.find(["fc-list"])
    if lister is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 (found in PATH alone, nothing of a user in its words)
            [lister, ":", "family"], capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return next((name for name in _TYPEFACES if name in done.stdout.decode(errors="replace")), "")
