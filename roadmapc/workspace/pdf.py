"""PDF by LibreOffice: all documents of a build in one run of it, with a profile of its own that is thrown away."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_MOST_AT_ONCE = 200  # a command line of Windows holds no more
_SECONDS, _SECONDS_EACH = 120, 10
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
# What LibreOffice makes of the clock; without it the same document gives the same bytes.
_STAMP = re.compile(rb"/(?:CreationDate|ModDate)\s*\(D:[^)]*\)|/DocChecksum\s*/[0-9A-F]+")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)")


def find_office() -> Path:
    """Return LibreOffice's program, from PATH or where it usually lies; raises UserError where there is none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    for path in _USUAL:
        if path.is_file():
            return path
    hint = Message("install it from libreoffice.org, or build without --pdf and save as PDF from Word")
    raise UserError(Message("--pdf needs LibreOffice, which is not installed here"), hint)


def converted(program: Path, documents: list[bytes]) -> list[bytes]:
    """Return each Word document as PDF, in order; raises UserError where LibreOffice fails."""
    with tempfile.TemporaryDirectory(prefix="roadmapc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{at}.docx" for at in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        for start in range(0, len(sources), _MOST_AT_ONCE):
            _run(program, folder, sources[start : start + _MOST_AT_ONCE])
        return [_checked(source.with_suffix(".pdf")) for source in sources]


def _run(program: Path, folder: Path, sources: list[Path]) -> None:
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "pdf", "--outdir", folder, *sources]
    quiet = subprocess.DEVNULL
    words = [str(word) for word in command]
    try:
        process = subprocess.Popen(  # noqa: S603 – the program is the one that was found, the names are ours
            words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise UserError(Message("LibreOffice cannot be started: {why}", why=os_errors.reason(error))) from error
    try:
        process.wait(_SECONDS + _SECONDS_EACH * len(sources))
    except BaseException as error:
        _stop(process)
        if isinstance(error, subprocess.TimeoutExpired):
            raise UserError(Message("LibreOffice does not finish; nothing was written")) from error
        raise


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes that it started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _checked(path: Path) -> bytes:
    """Return a PDF that has pages."""
    data = path.read_bytes() if path.is_file() else b""
    if not (data.startswith(b"%PDF-") and _PAGE.search(data)):
        hint = Message("open the .docx in LibreOffice to see what it says")
        raise UserError(Message("LibreOffice made no PDF of a document; nothing was written"), hint)
    return _unstamped(data)


def _unstamped(data: bytes) -> bytes:
    """Return a PDF without its stamps, the places of everything in it unchanged."""
    data = _STAMP.sub(lambda match: b" " * len(match[0]), data)
    start = data.rfind(b"trailer")
    if start < 0:
        return data
    name = hashlib.sha256(_IDENTITY.sub(b"", data[start:]) + data[:start]).hexdigest()[:32].upper().encode()
    return data[:start] + _IDENTITY.sub(name, data[start:])
