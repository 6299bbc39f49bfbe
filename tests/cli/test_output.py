"""Proves that what is printed goes where it was sent, and never in the place of what is read."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.rendering.packaged import packaged
from tests.cli.test_streams import shell
from tests.conftest import CLEAN

Call = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes are made otherwise")
EN = ("--lang", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a roadmap of no suffix, settings, a template of its own and a form."""
    for name in ("plan", "other.yaml", "owners.yaml"):
        (tmp_path / name).write_text(
            CLEAN if name != "owners.yaml" else "terms: {РМО: объединение}\n", encoding="utf-8"
        )
    (tmp_path / "roadmapc.toml").write_text("[check]\n", encoding="utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "calendar.html").write_text("<document></document>", encoding="utf-8")
    (tmp_path / "form.docx").write_bytes(b"form")
    (tmp_path / "link.txt").symlink_to("plan")
    (tmp_path / "settings.txt").symlink_to("roadmapc.toml")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "plan")
    (tmp_path / "new.txt").symlink_to("unwritten.yaml")
    return tmp_path


TARGETS = (
    *("plan", "./plan", "x/../plan", "{folder}/plan", "link.txt", "hard.txt", "other.yaml", "owners.yaml"),
    *("roadmapc.toml", "x/../roadmapc.toml", "settings.txt", "x/roadmapc.toml", "new.txt", "form.docx"),
    "templates/calendar.html",
)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    "command", ["check plan --out", "due plan --from 01.05.2022 --out", "check plan --write-baseline"]
)
def test_no_report_takes_the_place_of_what_is_read(command: str, target: str, folder: Path, call: Call) -> None:
    """By whatever name it is meant: it stays, and the mistake is told."""
    before = content(folder)
    result = call(*command.split(), target.format(folder=folder), *EN, cwd=folder)
    assert (result.returncode, result.stdout) == (2, "")
    assert "is a source" in result.stderr
    assert content(folder) == before


def content(folder: Path) -> dict[Path, bytes]:
    """Return all files of a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_baseline_in_use_is_read(folder: Path, call: Call) -> None:
    """A report may not take its place; a new baseline may."""
    assert call("check", "plan", "--write-baseline", "known.json", *EN, cwd=folder).returncode == 0
    result = call("check", "plan", "--baseline", "known.json", "--out", "x/../known.json", *EN, cwd=folder)
    assert result.returncode == 2
    assert call("check", "plan", "--write-baseline", "known.json", *EN, cwd=folder).returncode == 0


def test_no_document_takes_the_place_of_what_is_read(folder: Path, call: Call) -> None:
    """A plan whose name is that of the templates' folder leaves them alone."""
    shutil.copy(packaged("templates") / "attachment.html", folder / "templates")
    (folder / "templates" / "calendar.html").unlink()
    (folder / "plan").write_text(CLEAN + "id: templates\n", encoding="utf-8")
    before = content(folder)
    result = call("build", "plan", "--to", "html", "--out", ".", *EN, cwd=folder)
    assert result.returncode == 2
    assert "is a source" in result.stderr
    assert content(folder) == before


@pytest.mark.parametrize("command", ["check plan", "schema", "deadline май"])
def test_a_pipe_is_written_to(command: str, folder: Path, call: Call) -> None:
    """It stays a pipe, and its reader gets all."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    printed = call(*command.split(), *EN, cwd=folder).stdout
    assert call(*command.split(), "--out", "pipe", *EN, cwd=folder).returncode == 0
    reader.join(timeout=30)
    assert pipe.is_fifo()
    assert got[0].decode() == printed


def test_a_device_is_written_to(folder: Path, call: Call) -> None:
    """The one that takes everything is still there afterwards."""
    (folder / "null").symlink_to(os.devnull)
    for target in (os.devnull, "null"):
        assert call("check", "plan", "--out", target, *EN, cwd=folder).returncode == 0
    assert Path(os.devnull).is_char_device()
    assert (folder / "null").is_symlink()


@pytest.mark.slow
def test_a_stream_goes_on_where_it_was(folder: Path) -> None:
    """What was printed before and after stays, whatever the stream is called."""
    for target, redirected in (("/dev/stdout", ">"), ("/dev/fd/1", ">"), ("all.txt", ">"), ("/dev/fd/3", "3>&1 >")):
        line = f"(echo before; roadmapc check plan --out {target} 3>&1 2>/dev/null; echo after) > all.txt"
        assert shell(line, folder).returncode == 0, redirected
        first, report, last = (folder / "all.txt").read_text("utf-8").splitlines()
        assert (first, report[:6], last) == ("before", "1 file", "after")
    result = shell("roadmapc check plan --out >(cat) 2>/dev/null; wait; sleep 0.2", folder)
    assert result.stdout.startswith("1 file")
    assert shell("roadmapc check plan --out >(true) 2>/dev/null", folder).returncode == 0


@pytest.mark.parametrize("command", ["fmt", "build", "check"])
def test_a_pipe_is_no_source(folder: Path, call: Call, command: str) -> None:
    """It may never end, and what it gives cannot be changed in place: standard input is «-»."""
    pipe = folder / "pipe.yaml"
    os.mkfifo(pipe)
    result = call(command, "pipe.yaml", *EN, cwd=folder)
    assert (result.returncode, "a device or a pipe, not a file" in result.stderr) == (2, True)
    assert pipe.is_fifo()
