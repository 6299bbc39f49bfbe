"""Proves that a build fills its folder whole or not at all, and that nothing of a person's work in it is lost."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from roadmapc.diagnostics.regular_files import LinkRefused
from roadmapc.documents.output import File
from roadmapc.workspace.output_folder import MANIFEST, PartlyWritten, manifest, write_all
from tests.conftest import TODAY
from tests.interrupts import interrupted

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
    write_all(tmp_path, files(a=OLD, b=OLD), TODAY)
    (tmp_path / "own").write_bytes(OLD)
    written = write_all(tmp_path, files(a=NEW, c=NEW), TODAY).files
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
    write_all(folder, files(a=NEW), TODAY)
    assert (tmp_path / "own").exists()
    assert (folder / "sub" / "own").exists()


@pytest.mark.parametrize("step", range(3))
def test_a_rename_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Every file is the old or the new one, nothing temporary stays, and it is told whether something was changed."""
    write_all(tmp_path, files(a=OLD, b=OLD), TODAY)
    done, rename = 0, Path.replace

    def failing(self: Path, target: Path) -> None:
        nonlocal done
        if done == step:
            raise OSError(errno.EIO, "input/output error", str(target))
        done += 1
        rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="input/output") as error:
        write_all(tmp_path, files(a=NEW, b=NEW), TODAY)
    assert isinstance(error.value, PartlyWritten) == (step > 0)
    assert names(tmp_path) == {"a", "b", MANIFEST}
    assert [(tmp_path / name).read_bytes() == NEW for name in ("a", "b")] == [step > 0, step > 1]


def test_a_disk_that_is_full_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second file does not fit, the first is not renamed either."""
    write_all(tmp_path, files(a=OLD, b=OLD), TODAY)
    calls = iter(range(9))

    def full(_: int) -> None:
        if next(calls):
            raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        write_all(tmp_path, files(a=NEW, b=NEW), TODAY)
    assert names(tmp_path) == {"a", "b", MANIFEST}
    assert (tmp_path / "a").read_bytes() == OLD


def content(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, but the manifest."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MANIFEST}


def test_what_was_changed_by_hand_is_kept_beside(tmp_path: Path) -> None:
    """Each time under a name that nothing has; what was not changed is not kept."""
    write_all(tmp_path, files(**{"a.docx": OLD, "b.docx": OLD}), TODAY)
    for at in range(3):
        (tmp_path / "a.docx").write_bytes(b"mine %d" % at)
        written = write_all(tmp_path, files(**{"a.docx": NEW, "b.docx": NEW}), TODAY)
        assert [(path.name, now.name) for path, now in written.moved] == [
            ("a.docx", f"a.изменён-2026-11-21{'' if not at else f'-{at + 1}'}.docx")
        ]
    assert content(tmp_path) == {
        "a.docx": NEW,
        "b.docx": NEW,
        "a.изменён-2026-11-21.docx": b"mine 0",
        "a.изменён-2026-11-21-2.docx": b"mine 1",
        "a.изменён-2026-11-21-3.docx": b"mine 2",
    }


@pytest.mark.parametrize("known", [None, b"", b"[" * 100_000, b'{"files": [{"name": "a"}]}', b'{"files": 1}', b"null"])
def test_a_file_that_no_manifest_knows_is_somebody_elses(tmp_path: Path, known: bytes | None) -> None:
    """It is kept beside, unless it is the file that would be written."""
    for name, data in {"a": b"mine", "b": NEW}.items():
        (tmp_path / name).write_bytes(data)
    if known is not None:
        (tmp_path / MANIFEST).write_bytes(known)
    written = write_all(tmp_path, files(a=NEW, b=NEW), TODAY)
    assert len(written.moved) == 1
    assert content(tmp_path) == {"a": NEW, "b": NEW, "a.изменён-2026-11-21": b"mine"}


def test_a_file_that_is_gone_stays_where_it_was_changed(tmp_path: Path) -> None:
    """It is told, and kept under its name."""
    write_all(tmp_path, files(a=OLD, b=OLD, c=OLD), TODAY)
    (tmp_path / "b").write_bytes(b"mine")
    written = write_all(tmp_path, files(a=NEW), TODAY)
    assert [path.name for path in written.kept] == ["b"]
    assert content(tmp_path) == {"a": NEW, "b": b"mine"}


def test_nothing_that_a_manifest_only_names_is_removed(tmp_path: Path) -> None:
    """Its digest is what the program wrote, or it is not the program's."""
    (tmp_path / "mine.txt").write_bytes(OLD)
    digest = hashlib.sha256(NEW).hexdigest()
    (tmp_path / MANIFEST).write_text(json.dumps({"files": [{"name": "mine.txt", "sha256": digest}]}), "utf-8")
    assert write_all(tmp_path, files(a=NEW), TODAY).kept == [tmp_path / "mine.txt"]
    assert (tmp_path / "mine.txt").exists()


@pytest.mark.parametrize("link", ["out", "out/a", "out/a/a", "out/a/manifest.json"])
@pytest.mark.parametrize("broken", [False, True])
def test_links_are_refused(tmp_path: Path, link: str, broken: bool) -> None:
    """The folder, the one above it, and every file in it are written where they are; elsewhere nothing changes."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    digest = hashlib.sha256(b"mine").hexdigest()
    listed = json.dumps({"files": [{"name": "mine.txt", "sha256": digest}]}).encode()
    own = {"mine.txt": b"mine", MANIFEST: listed, "a": b"mine"}
    for name, data in own.items():
        (elsewhere / name).write_bytes(data)
    place = tmp_path / link
    place.parent.mkdir(parents=True, exist_ok=True)
    leads = elsewhere / place.name if link.count("/") == 2 else elsewhere
    place.symlink_to(tmp_path / "nowhere" if broken else leads)
    with pytest.raises(LinkRefused) as error:
        write_all(tmp_path / "out" / "a", files(a=NEW), TODAY)
    assert error.value.filename == str(place)
    assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == own
    assert not (tmp_path / "nowhere").exists()


def test_a_link_among_the_files_that_are_gone(tmp_path: Path) -> None:
    """It is no file that the program wrote, whatever it leads to."""
    write_all(tmp_path, files(a=OLD, b=OLD), TODAY)
    (tmp_path / "b").rename(tmp_path / "mine")
    (tmp_path / "b").symlink_to("mine")
    write_all(tmp_path, files(a=NEW), TODAY)
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "mine").read_bytes() == OLD


def test_a_folder_that_is_partly_new_is_not_taken_for_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a stopped build had written is the program's own, and so is what it had not come to."""
    write_all(tmp_path, files(a=OLD, b=OLD), TODAY)
    rename = Path.replace

    def failing(self: Path, target: Path) -> None:
        if target.name == "b":
            raise OSError(errno.EIO, "input/output error", str(target))
        rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(PartlyWritten):
            write_all(tmp_path, files(a=NEW, b=NEW), TODAY)
    assert write_all(tmp_path, files(a=b"newer", b=b"newer"), TODAY).moved == []
    assert content(tmp_path) == {"a": b"newer", "b": b"newer"}


@pytest.mark.parametrize("renamed", range(3))
def test_a_killed_build_is_not_taken_for_changed(tmp_path: Path, renamed: int) -> None:
    """Killed at any rename, it leaves a manifest beside: by that the next build knows its files, and removes it."""
    write_all(tmp_path, files(a=OLD, b=OLD), TODAY)
    child = os.fork()
    if not child:
        rename, done = Path.replace, 0

        def killed(self: Path, target: Path) -> None:
            nonlocal done
            if done == renamed:
                os._exit(0)
            done += 1
            rename(self, target)

        Path.replace = killed  # type: ignore[assignment, method-assign]
        write_all(tmp_path, files(a=NEW, b=NEW), TODAY)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert len(names(tmp_path)) == 6 - renamed
    assert write_all(tmp_path, files(a=b"newer", b=b"newer"), TODAY).moved == []
    assert content(tmp_path) == {"a": b"newer", "b": b"newer"}


def test_a_disk_without_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file can have one name only it is renamed."""

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no hard links")

    monkeypatch.setattr(os, "link", refused)
    write_all(tmp_path, files(a=OLD), TODAY)
    (tmp_path / "a").write_bytes(b"mine")
    write_all(tmp_path, files(a=NEW), TODAY)
    assert content(tmp_path) == {"a": NEW, "a.изменён-2026-11-21": b"mine"}


KILLED = """
import sys
from datetime import date
from pathlib import Path
from roadmapc.documents.output import File
from roadmapc.workspace.output_folder import manifest, write_all

print("ready", flush=True)
for number in range(10**9):
    files = [File(name, b"%d" % number * 20_000) for name in ("a.docx", "b.docx", f"{number % 3}.docx")]
    write_all(Path(sys.argv[1]), [*files, manifest(files, "a.yaml", b"")], date(2026, 11, 21))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Whatever it was doing, the next build knows its files for the program's own, and leaves nothing behind."""
    for at in range(15):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.02 + at * 0.004)
        process.kill()
        process.wait()
        process.stdout.close()
        written = write_all(tmp_path, files(**{"a.docx": NEW, "b.docx": NEW}), TODAY)
        assert (written.moved, written.kept) == ([], [])
        assert names(tmp_path) == {"a.docx", "b.docx", MANIFEST}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")  # just opened
def test_an_interrupt_at_any_line(tmp_path: Path) -> None:
    """It leaves nothing temporary and each file whole, old or new; no file of ours is taken for changed."""
    for at in count():
        folder = tmp_path / str(at)
        write_all(folder, files(a=OLD, b=OLD, gone=OLD), TODAY)
        was_stopped = interrupted(at, partial(write_all, folder, files(a=NEW, b=NEW), TODAY))
        assert names(folder) <= {"a", "b", "gone", MANIFEST}, at
        assert {data for name, data in content(folder).items() if name != MANIFEST} <= {OLD, NEW}, at
        assert write_all(folder, files(a=NEW, b=NEW), TODAY).moved == [], at
        assert names(folder) == {"a", "b", MANIFEST}, at
        if not was_stopped:
            break
    assert at > 100


def test_files_that_cannot_be_made(tmp_path: Path) -> None:
    """What goes wrong while files are made leaves what was there, and no new folder."""

    def made() -> Iterator[File]:
        yield File("a", NEW)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_all(tmp_path / "x" / "y", made(), TODAY)
    assert [*tmp_path.iterdir()] == []
    write_all(tmp_path, files(a=OLD), TODAY)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(RuntimeError):
        write_all(tmp_path, made(), TODAY)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
