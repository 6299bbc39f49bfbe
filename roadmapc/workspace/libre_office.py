"""LibreOffice called as a program: what converts documents, with a profile of its own that is thrown away.

The profile says what no document may decide: no macro runs, no link is followed, nothing is fetched. An exit code
proves nothing; whoever calls looks for the files.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, programs

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
MOST_AT_ONCE = 200
"""Files in one call; a command line of Windows holds no more."""
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),  # very high: of trusted places alone, and there are none
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),  # pictures and sections on other computers
    ("Writer/Content/Update", "Link", "0"),  # never
    ("Calc/Content/Update", "Link", "2"),  # never
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>"
)


class TimeIsUp(Exception):
    """LibreOffice was stopped: it did not finish in its time."""


def find() -> Path | None:
    """Return LibreOffice's program, from PATH or where it usually lies; None where there is none."""
    return programs.find(_NAMES, _USUAL)


def convert(program: Path, to: str, folder: Path, sources: list[Path], seconds: float) -> None:
    """Run it once over files; what it makes of them lies beside them in `folder`, if it made any.

    Raises TimeIsUp, and UserError where it cannot be started. With it end the processes that it began.
    """
    command = [program, f"-env:UserInstallation={_profile(folder).as_uri()}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--convert-to", to, "--outdir", folder, *sources]
    quiet = subprocess.DEVNULL
    words = [str(word) for word in command]
    try:
        process = subprocess.Popen(  # noqa: S603 – the program is the one that was found, the names are ours
            words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise UserError(Message("LibreOffice cannot be started: {why}", why=os_errors.reason(error))) from error
    try:
        process.wait(seconds)
    except BaseException as error:
        _stop(process)
        if isinstance(error, subprocess.TimeoutExpired):
            raise TimeIsUp from error
        raise


def _profile(folder: Path) -> Path:
    """Return the folder of a profile in which nothing is but the settings; one that was used is begun anew."""
    profile = folder / "profile"
    shutil.rmtree(profile, ignore_errors=True)
    (profile / "user").mkdir(parents=True, exist_ok=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
    return profile


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes that it started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
