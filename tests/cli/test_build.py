"""Proves that `build` makes every file, the same bytes each time, and that a build that fails changes nothing."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from roadmapc.documents.output import File
from roadmapc.workspace import output_folder
from tests.conftest import TODAY

Run = Callable[..., subprocess.CompletedProcess[str]]

NAMES = ("choysky", "leningradsky", "lmr-sk", "mosalsky", "tsuntinsky", "verkhnyaya-pyshma")
ALWAYS = {
    "attachment.docx",
    "calendar.docx",
    "calendar.ics",
    "cyclogram.docx",
    "manifest.json",
    "summary.docx",
    "wall.docx",
}
BROKEN = ("deadline: май 2022", "deadline: 30 мартя 2022")


def content(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, hidden ones too, with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def sha256(data: bytes) -> str:
    """Return a digest as a manifest writes it."""
    return hashlib.sha256(data).hexdigest()


def headers(path: Path) -> list[str]:
    """Return the texts of a Word document's headers."""
    with ZipFile(path) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.startswith("word/header")]
    return ["".join(re.findall(r"<w:t[ >][^<]*", part)) for part in parts]


@pytest.fixture
def folder(tmp_path: Path, clean: str) -> Path:
    """Return a working folder with one roadmap in it."""
    (tmp_path / "a.yaml").write_text(clean, encoding="utf-8")
    return tmp_path


@pytest.fixture
def done(folder: Path, call: Run) -> Path:
    """Return a working folder in which the roadmap is built."""
    assert call("build", "a.yaml", cwd=folder).returncode == 0
    return folder


def test_every_roadmap_has_its_files(built: Path) -> None:
    """Each real roadmap yields attachment, calendars, checklists and manifest; an order where its source has one."""
    assert {path.name for path in built.iterdir()} == set(NAMES)
    for name in NAMES:
        files = {path.name for path in (built / name).iterdir()}
        checklists = {file for file in files if re.fullmatch(r"checklist-[a-z0-9-]+\.docx", file)}
        calendars = {file for file in files if re.fullmatch(r"calendar-[a-z0-9-]+\.ics", file)}
        assert checklists
        assert calendars
        order = {"order.docx"} if name == "tsuntinsky" else set()
        wall = {"wall.docx"} if name == "mosalsky" else set()  # in it nothing falls due
        assert files - checklists - calendars == (ALWAYS | order) - wall


def test_an_owner_has_one_checklist(built: Path) -> None:
    """The owners of a roadmap, however often they are named, have one checklist each."""
    files = {path.name for path in (built / "tsuntinsky").glob("checklist-*.docx")}
    owners = ("mku-uomps-i-t", "rukovoditel-mms", "rukovoditeli-mms-i-shms", "rukovoditeli-oo")
    assert files == {f"checklist-{owner}.docx" for owner in owners}


def test_two_builds_are_the_same(built: Path, roadmaps: Path, run: Run, tmp_path: Path) -> None:
    """Building again, elsewhere and on another day, yields the same bytes in every file."""
    result = run("build", roadmaps, "--out", tmp_path, "--today", "2026-12-31", cwd=tmp_path, PYTHONHASHSEED="7")
    assert result.returncode == 0
    assert content(tmp_path) == content(built)


def test_the_manifest_names_every_file(built: Path, roadmaps: Path) -> None:
    """A manifest holds the digest of each other file in its folder and of the source."""
    for name in NAMES:
        manifest = json.loads((built / name / "manifest.json").read_bytes())
        files = {name: sha256(data) for name, data in content(built / name).items() if name != "manifest.json"}
        assert {file["name"]: file["sha256"] for file in manifest["files"]} == files
        source = (roadmaps / f"{name}.yaml").read_bytes()
        assert manifest["source"] == {"name": f"{name}.yaml", "sha256": sha256(source)}


def test_errors_stop_a_build(done: Path, clean: str, call: Run) -> None:
    """A source with an error is named and not built, its earlier build stays, and the others are built."""
    before = content(done / "build")
    (done / "a.yaml").write_text(clean.replace(*BROKEN), encoding="utf-8")
    (done / "b.yaml").write_text(clean, encoding="utf-8")
    result = call("build", "a.yaml", "b.yaml", "--lang", "en", cwd=done)
    assert result.returncode == 1
    assert "a.yaml:8:22: RM102 " in result.stderr
    assert "a.yaml: not built, errors: 1" in result.stderr
    assert {name: data for name, data in content(done / "build").items() if name.startswith("a")} == before
    assert (done / "build" / "b" / "manifest.json").exists()


def test_pictures_are_made_where_they_are_asked_for(folder: Path, call: Run) -> None:
    """`--to svg` adds the Gantt, which the manifest names, and the next build without it takes it away."""
    picture = folder / "build" / "a" / "gantt.svg"
    assert call("build", "a.yaml", "--to", "svg", cwd=folder).returncode == 0
    assert "Провести мониторинг" in picture.read_text(encoding="utf-8")
    assert '"gantt.svg"' in (picture.parent / "manifest.json").read_text(encoding="utf-8")
    assert call("build", "a.yaml", cwd=folder).returncode == 0
    assert not picture.exists()


def test_a_draft_is_built_and_says_so(folder: Path, clean: str, call: Run) -> None:
    """`--draft` builds in spite of errors, with ПРОЕКТ in every header of every Word file; without it none has it."""
    (folder / "a.yaml").write_text(clean, encoding="utf-8")
    assert call("build", "a.yaml", "--out", "final", cwd=folder).returncode == 0
    (folder / "a.yaml").write_text(clean.replace(*BROKEN), encoding="utf-8")
    result = call("build", "a.yaml", "--draft", "--out", "draft", cwd=folder)
    assert result.returncode == 0
    assert "RM102" in result.stderr
    for kind, marked in (("final", False), ("draft", True)):
        documents = list((folder / kind / "a").glob("*.docx"))
        assert len(documents) == (5 if marked else 6)  # nothing falls due by a broken date: no calendar for the wall
        for document in documents:
            assert headers(document)
            assert all(("ПРОЕКТ" in text) == marked for text in headers(document)), document


@pytest.mark.parametrize("out", ["file", "file/below"])
def test_an_output_folder_that_is_a_file(folder: Path, call: Run, out: str) -> None:
    """Where a file stands in the place of the output folder, one message says so and the file stays."""
    (folder / "file").write_text("mine", encoding="utf-8")
    result = call("build", "a.yaml", "--out", out, cwd=folder)
    assert result.returncode == 2
    assert result.stderr.startswith("roadmapc: ")
    assert "file" in result.stderr.splitlines()[0]
    assert "Traceback" not in result.stderr
    assert (folder / "file").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_written(done: Path, clean: str, call: Run) -> None:
    """Where one target cannot be written, no file of the earlier build changes and no temporary file stays."""
    target = done / "build" / "a" / "calendar.ics"
    target.unlink()
    target.mkdir()
    before = content(done / "build")
    (done / "a.yaml").write_text(clean.replace("2022", "2023"), encoding="utf-8")
    result = call("build", "a.yaml", cwd=done)
    assert result.returncode == 2
    assert "build/a/calendar.ics" in result.stderr
    assert result.stderr.count("roadmapc: ") == 1
    assert content(done / "build") == before


@pytest.mark.parametrize("name", ["../x", "..", "a/b", "/tmp/x", "a\\b", "con", ".hidden"])
@pytest.mark.parametrize("draft", [(), ("--draft",)], ids=["final", "draft"])
def test_an_id_stays_in_the_output_folder(folder: Path, call: Run, name: str, draft: tuple[str, ...]) -> None:
    """An id that is no plain folder name is an error that neither a waiver nor `--draft` lifts."""
    waiver = "waivers: [{rule: unsafe-id, reason: так надо}]\n"
    with (folder / "a.yaml").open("a", encoding="utf-8") as file:
        file.write(f"id: '{name}'\n{waiver}")
    before = content(folder)
    result = call("build", "a.yaml", "--out", "out/deep", *draft, cwd=folder)
    assert result.returncode == 1
    assert "RM408" in result.stderr
    assert content(folder) == before


def test_two_files_with_one_id(done: Path, clean: str, call: Run) -> None:
    """Two sources that would build into one folder, letters' case apart, are refused before anything is written."""
    before = content(done / "build")
    (done / "b.yaml").write_text(clean + "id: A\n", encoding="utf-8")
    result = call("build", "a.yaml", "b.yaml", cwd=done)
    assert result.returncode == 2
    assert "a.yaml" in result.stderr
    assert "b.yaml" in result.stderr
    assert content(done / "build") == before


def test_a_missing_template_folder(folder: Path, call: Run) -> None:
    """A folder of templates that is not there is one message, and nothing is built."""
    result = call("build", "a.yaml", "--templates", "forms", cwd=folder)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)
    assert "forms" in result.stderr
    assert not (folder / "build").exists()


def test_a_broken_template_changes_nothing(done: Path, call: Run) -> None:
    """A mistake in an office's own template is named with its place, and the earlier build stays whole."""
    before = content(done / "build")
    (done / "forms").mkdir()
    (done / "forms" / "calendar.html").write_text("<document>\n<section>\n{{ nobody }}", encoding="utf-8")
    result = call("build", "a.yaml", "--templates", "forms", cwd=done)
    assert result.returncode == 2
    assert "calendar.html:3" in result.stderr
    assert content(done / "build") == before


def test_a_text_too_long_for_a_workbook_is_told_with_its_roadmap(folder: Path, clean: str, call: Run) -> None:
    """Of many roadmaps the message names the one to mend."""
    (folder / "a.yaml").write_text(clean.replace("Провести мониторинг", "Провести " + "сбор " * 8_000), "utf-8")
    result = call("build", "a.yaml", "--to", "xlsx", "--lang", "en", cwd=folder)
    assert result.returncode == 2
    assert "a.yaml: a text of " in " ".join(result.stderr.split())


def test_what_was_changed_in_word_is_kept_and_said(done: Path, clean: str, call: Run) -> None:
    """Built anew, a document that somebody changed stands beside the new one; one that is no longer made stays."""
    folder = done / "build" / "a"
    for name in ("attachment.docx", "checklist-metodist.docx"):
        (folder / name).write_bytes(b"mine")
    (done / "a.yaml").write_text(clean.replace("методист", "директор"), encoding="utf-8")
    result = call("build", "a.yaml", "--today", "2026-11-28", "--lang", "en", cwd=done)
    assert (result.returncode, result.stderr.splitlines()) == (
        0,
        [
            "build/a/attachment.docx was changed by hand: what stood there is now attachment.изменён-2026-11-28.docx",
            "build/a/checklist-metodist.docx is no longer made, but it was changed by hand: it stays",
        ],
    )
    assert (folder / "attachment.изменён-2026-11-28.docx").read_bytes() == b"mine"
    assert (folder / "checklist-metodist.docx").read_bytes() == b"mine"
    assert (folder / "attachment.docx").read_bytes() != b"mine"
    again = call("build", "a.yaml", "--today", "2026-11-28", cwd=done)
    assert (again.returncode, again.stderr) == (0, "")


def test_a_link_in_the_place_of_the_folder(done: Path, call: Run) -> None:
    """What lies where it leads is neither written nor removed."""
    folder = done / "build" / "a"
    folder.rename(done / "elsewhere")
    folder.symlink_to(done / "elsewhere")
    before = content(done / "elsewhere")
    result = call("build", "a.yaml", "--lang", "en", cwd=done)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("roadmapc: cannot write build/a: a link stands there")
    assert content(done / "elsewhere") == before


def test_files_that_are_gone_are_removed(done: Path, clean: str, call: Run) -> None:
    """A checklist and a calendar whose owner is gone are removed; a file that the build did not write stays."""
    (done / "build" / "a" / "notes.txt").write_text("mine", encoding="utf-8")
    (done / "a.yaml").write_text(clean.replace("методист", "директор"), encoding="utf-8")
    assert call("build", "a.yaml", cwd=done).returncode == 0
    files = {path.name for path in (done / "build" / "a").iterdir()}
    assert files == {*ALWAYS, "checklist-direktor.docx", "calendar-direktor.ics", "notes.txt"}


@pytest.mark.parametrize("name", ["../keep.txt", "..", "", "sub", "/etc/hosts"])
def test_a_forged_manifest_removes_nothing_else(done: Path, call: Run, name: str) -> None:
    """Names in an earlier manifest that are no files of the folder are left alone."""
    (done / "build" / "keep.txt").write_text("mine", encoding="utf-8")
    (done / "build" / "a" / "sub").mkdir()
    forged = json.dumps({"files": [{"name": name}]})
    (done / "build" / "a" / "manifest.json").write_text(forged, encoding="utf-8")
    assert call("build", "a.yaml", cwd=done).returncode == 0
    assert (done / "build" / "keep.txt").exists()
    assert (done / "build" / "a" / "sub").is_dir()


OLD = [File("a.docx", b"old a"), File("b.docx", b"old b")]
OLD.append(output_folder.manifest(OLD, "a.yaml", b"old"))
NEW = [File("a.docx", b"new a"), File("b.docx", b"new b")]
NEW.append(output_folder.manifest(NEW, "a.yaml", b"new"))


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()], ids=["disk full", "interrupted"])
@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("step", ["write", "rename"])
def test_a_stopped_write_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, nth: int, error: BaseException
) -> None:
    """Stopped at any file, while writing or renaming, each file is the old or the new one and nothing else is left."""
    output_folder.write_all(tmp_path, OLD, TODAY)
    owner, name = (os, "fsync") if step == "write" else (Path, "replace")
    original = getattr(owner, name)
    calls: list[object] = []

    def failing(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == nth:
            raise error
        return original(*arguments)

    monkeypatch.setattr(owner, name, failing)
    with pytest.raises(type(error)):
        output_folder.write_all(tmp_path, NEW, TODAY)
    renamed = 0 if step == "write" else nth - 1
    expected = {file.name: file.data for file in [*NEW[:renamed], *OLD[renamed:]]}
    found = content(tmp_path)
    if renamed:  # the manifest knows what is old and what is new
        listed = {file["sha256"] for file in json.loads(found.pop("manifest.json"))["files"]}
        assert {sha256(file.data) for file in [*OLD[:2], *NEW[:2]]} == listed
        expected.pop("manifest.json")
    assert found == expected


def manifested(*names: str) -> list[File]:
    """Return files and a manifest that names them."""
    files = [File(name, b"") for name in names]
    return [*files, output_folder.manifest(files, "a.yaml", b"")]


def test_a_gone_file_that_is_open_stops_the_build_before_any_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file to be removed is tried before anything is renamed, like one to be replaced."""
    output_folder.write_all(tmp_path, manifested("a.docx", "gone.docx"), TODAY)
    before = content(tmp_path)
    original = Path.open

    def locked(path: Path, *arguments: Any, **named: Any) -> object:
        if path.name == "gone.docx" and arguments == ("ab",):
            raise PermissionError(13, "open in Word", str(path))
        return original(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(PermissionError, match="open in Word"):
        output_folder.write_all(tmp_path, manifested("a.docx", "new.docx"), TODAY)
    assert content(tmp_path) == before


def test_a_gone_file_that_could_not_be_removed_goes_with_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A removal that fails says that the folder is partly new, and the manifest keeps the file for the next build."""
    output_folder.write_all(tmp_path, manifested("a.docx", "gone.docx"), TODAY)
    original = Path.unlink

    def failing(path: Path, missing_ok: bool = False) -> None:
        if path.name == "gone.docx":
            raise PermissionError(13, "open in Word", str(path))
        original(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", failing)
        with pytest.raises(output_folder.PartlyWritten) as raised:
            output_folder.write_all(tmp_path, manifested("a.docx"), TODAY)
    assert Path(raised.value.filename).name == "gone.docx"
    output_folder.write_all(tmp_path, manifested("a.docx"), TODAY)
    assert set(content(tmp_path)) == {"a.docx", "manifest.json"}


@pytest.mark.parametrize("arguments", [("no.yaml",), ("--today", "31.02.2026"), ("--out",), ("--loud",)])
def test_what_cannot_be_call(folder: Path, call: Run, arguments: tuple[str, ...]) -> None:
    """A missing file, a day that is none, an option without value or unknown: exit code 2 and one message."""
    result = call("build", *arguments, cwd=folder)
    assert result.returncode == 2
    assert result.stderr.startswith("roadmapc: ")
    assert "Traceback" not in result.stderr
    assert not (folder / "build").exists()
