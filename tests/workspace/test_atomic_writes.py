"""Proves that files are written whole or not at all: what is stopped anywhere leaves the old file or the new one."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from roadmapc.documents.output import File
from roadmapc.workspace.atomic_writes import MANIFEST, PartlyWritten, manifest, replace, write_all

OLD, NEW = b"old" * 1_000, b"new" * 1_000


def files(**content: bytes) -> list[File]:
    """Return files by their names, and the manifest behind them."""
    found = [File(name, data) for name, data in content.items()]
    return [*found, manifest(found, "a.yaml", b"source")]


def names(folder: Path) -> set[str]:
    """Return what lies in a folder; nothing temporary may."""
    return {path.name for path in folder.iterdir()}


def test_a_manifest_names_every_file() -> None:
    """With its digest, and the source's."""
    content = json.loads(manifest([File("а.docx", b"")], "a.yaml", b"").data)
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert content == {
        "source": {"name": "a.yaml", "sha256": empty},
        "files": [{"name": "а.docx", "sha256": empty}],
    }


def test_all_files_are_written_and_those_that_are_gone_removed(tmp_path: Path) -> None:
    """Files of the author's own stay: only what the manifest names is removed."""
    write_all(tmp_path, files(a=OLD, b=OLD))
    (tmp_path / "own").write_bytes(OLD)
    written = write_all(tmp_path, files(a=NEW, c=NEW))
    assert [path.name for path in written] == ["a", "c", MANIFEST]
    assert names(tmp_path) == {"a", "c", "own", MANIFEST}
    assert (tmp_path / "a").read_bytes() == NEW


@pytest.mark.parametrize("name", ["../own", "sub/own", ".", ""])
def test_a_forged_manifest_removes_nothing_elsewhere(tmp_path: Path, name: str) -> None:
    """What is no plain name of a file in the folder is left."""
    folder = tmp_path / "out"
    (folder / "sub").mkdir(parents=True)
    for own in (tmp_path / "own", folder / "sub" / "own"):
        own.write_bytes(OLD)
    (folder / MANIFEST).write_text(json.dumps({"files": [{"name": name}]}), "utf-8")
    write_all(folder, files(a=NEW))
    assert (tmp_path / "own").exists()
    assert (folder / "sub" / "own").exists()


@pytest.mark.parametrize("step", range(3))
def test_a_rename_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Every file is the old or the new one, nothing temporary stays, and it is told whether something was changed."""
    write_all(tmp_path, files(a=OLD, b=OLD))
    done, rename = 0, Path.replace

    def failing(self: Path, target: Path) -> None:
        nonlocal done
        if done == step:
            raise OSError(errno.EIO, "input/output error", str(target))
        done += 1
        rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="input/output") as error:
        write_all(tmp_path, files(a=NEW, b=NEW))
    assert isinstance(error.value, PartlyWritten) == (step > 0)
    assert names(tmp_path) == {"a", "b", MANIFEST}
    assert [(tmp_path / name).read_bytes() == NEW for name in ("a", "b")] == [step > 0, step > 1]


def test_a_disk_that_is_full_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second file does not fit, the first is not renamed either."""
    write_all(tmp_path, files(a=OLD, b=OLD))
    calls = iter(range(9))

    def full(_: int) -> None:
        if next(calls):
            raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        write_all(tmp_path, files(a=NEW, b=NEW))
    assert names(tmp_path) == {"a", "b", MANIFEST}
    assert (tmp_path / "a").read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights are others there")
def test_one_file_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    """A link is followed, what it leads to is replaced; a folder in its place is told."""
    target, link = tmp_path / "a", tmp_path / "link"
    target.write_bytes(OLD)
    target.chmod(0o640)
    link.symlink_to(target)
    replace(link, NEW)
    assert (target.read_bytes(), link.is_symlink()) == (NEW, True)
    assert target.stat().st_mode & 0o777 == 0o640
    with pytest.raises(IsADirectoryError):
        replace(tmp_path, NEW)
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        replace(tmp_path / "one", NEW)


WRITER = """
import sys
from pathlib import Path
from roadmapc.workspace.atomic_writes import replace

print("ready", flush=True)
while True:
    for data in (b"old", b"new"):
        replace(Path(sys.argv[1]), data * 100_000)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
@pytest.mark.parametrize("wait", [0.0, 0.01, 0.03])
def test_a_killed_process_leaves_a_whole_file(tmp_path: Path, wait: float) -> None:
    """Killed at any moment, without a chance to clean up: the file is the old or the new one, never half of one."""
    target = tmp_path / "a"
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    while not target.exists():
        time.sleep(0.001)
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert target.read_bytes() in {b"old" * 100_000, b"new" * 100_000}
