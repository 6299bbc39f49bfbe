"""What is looked at while a bad input is tried: the answer, its language, the time, the memory, the files around."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from roadmapc.checks.manual import pages
from roadmapc.source import model
from roadmapc.word.package.unpacking import PackageError
from roadmapc.word.package.well_formed import prove
from roadmapc.workspace.output_folder import CHANGED
from roadmapc.workspace.settings import CheckSettings

MOST_SECONDS = 2.0
"""Of the processor's time for one command; a busy machine takes longer by the clock."""
MOST_MEMORY = 200_000_000
FIGURES = ("tried", "tracebacks", "wrong codes", "hangs", "memory", "English", "outside", "damaged", "unsaid")

_MOVED = f".{CHANGED}-"  # what somebody else had put there
_SOURCE_LINE = re.compile(r"^ *\d* \|.*$", re.MULTILINE)
_QUOTED = re.compile(r"«[^»]*»|\[[a-z-]+\]")
_NAME = re.compile(r"(?<!\S)\S*?[/.\\_=<>{}\d-]\S*")
_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{3,}(?![A-Za-z])")
_NAMES = frozenset(
    (
        *(
            "roadmapc",
            "yaml",
            "json",
            "toml",
            "docx",
            "xlsx",
            "svg",
            "criteria",
            "html",
            "csv",
            "pdf",
            "ics",
            "zip",
            "xml",
            "utf",
            "word",
            "excel",
        ),
        *("jinja", "libreoffice", "open", "strict", "cyrillic", "lang", "path", "number", "text", "dir", "folder"),
        *("file", "kind", "rule", "rules", "roadmaps", "true", "false", "null", "error", "warning", "note", "never"),
        *("templates", "previous", "next", "keep", "copy", "may", "github", "gitlab", "junit", "markdown", "sarif"),
        *("git", "execution", "amend", "mail"),
    )
)
"""Names of formats, programs, commands and options, and the words of settings: they are the same in every language."""
_KEYS = frozenset(
    key
    for one in vars(model).values()
    if isinstance(one, type) and issubclass(one, model.Record)
    for key in one.model_fields
) | {field.name for field in fields(CheckSettings)}
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def english_in(said: str, *known: str) -> list[str]:
    """Return the English words of a Russian answer; names, quotations and what the `known` texts say are none."""
    given = {word.lower() for text in known for word in _WORD.findall(text)}
    given |= _NAMES | _KEYS | {"new"} | {word for page in pages() for word in page.name.split("-")}
    rest = _NAME.sub(" ", _QUOTED.sub(" ", _SOURCE_LINE.sub("", said)))
    return [word for word in _WORD.findall(rest) if word.lower() not in given and not word.isupper()]


def snapshot(folder: Path, but: tuple[str, ...] = ()) -> dict[str, str]:
    """Return what stands below a folder: of files the digest, of links where they lead, of others the kind."""
    found: dict[str, str] = {}
    for place, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            path = Path(place, name)
            relative = path.relative_to(folder).as_posix()
            if relative.split("/")[0] not in but:
                found[relative] = _state(path)
    return found


def _state(path: Path) -> str:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return f"link to {path.readlink()}"
    if stat.S_ISREG(mode) and path.stat().st_size < 10_000_000:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{stat.S_IFMT(mode)} {path.lstat().st_size if stat.S_ISREG(mode) else ''}"


def damaged(folder: Path) -> list[str]:
    """Return the documents below a folder that are not whole: parts that are no XML, control characters."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [str(path) for path in files if _MOVED not in path.name and _is_damaged(path)]


def _is_damaged(path: Path) -> bool:
    if path.suffix in {".ics", ".html", ".json"}:
        return bool(_CONTROL.search(path.read_bytes()))
    if path.suffix != ".docx":
        return False
    try:
        with ZipFile(path) as file:
            for name in file.namelist():
                if ".." in name or name.startswith("/"):
                    return True
                if name.endswith((".xml", ".rels")):
                    prove(file.read(name))
    except (PackageError, BadZipFile):
        return True
    return False


def peak_memory(process: int | str = "self") -> int:
    """Return the most bytes that a process has held since it began, or since `forget_peak`; 0 where nobody tells."""
    try:
        found = re.search(r"VmHWM:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii"))
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def forget_peak() -> int:
    """Measure this process anew, and return what it holds now."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    return peak_memory()
