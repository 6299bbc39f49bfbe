"""LibreOffice as a judge of tracked changes: all of many Word files accepted and rejected in one call."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that Debian installs `python3-uno` for."""
_WORKER = Path(__file__).with_name("office_changes.py")
_SECONDS = 300


def _knows_uno() -> bool:
    if not Path(SYSTEM_PYTHON).exists() or not shutil.which("soffice"):
        return False
    command = [SYSTEM_PYTHON, "-c", "import uno"]
    return subprocess.run(command, capture_output=True, check=False, env=_environment()).returncode == 0


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


judging = pytest.mark.skipif(not _knows_uno(), reason="needs LibreOffice and python3-uno")


class Resolved(NamedTuple):
    """A Word file with all changes accepted, and with all rejected."""

    accepted: bytes
    rejected: bytes


def resolved(files: Mapping[str, bytes]) -> dict[str, Resolved]:
    """Return files, by name, as LibreOffice saves them once their changes are accepted, and rejected."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "files"
        folder.mkdir()
        for key, data in files.items():
            (folder / f"{key}.docx").write_bytes(data)
        pipe = Path(name).name
        profile = f"-env:UserInstallation={(Path(name) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
        quiet = subprocess.DEVNULL
        office = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            worker = [SYSTEM_PYTHON, str(_WORKER), pipe, str(folder)]
            subprocess.run(worker, check=True, env=_environment(), timeout=_SECONDS)
        finally:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()
        return {
            key: Resolved(*((folder / f"{key}.{name}.docx").read_bytes() for name in ("accepted", "rejected")))
            for key in files
        }
