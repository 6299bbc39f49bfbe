"""Proves that a build that skips what has not changed leaves what a build of all leaves, whatever has changed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapc.rendering.packaged import packaged
from roadmapc.workspace import building, kept, output_folder
from tests.conftest import CLEAN

Run = Callable[..., subprocess.CompletedProcess[str]]
BASIC = CLEAN.replace("owners: методист", "owners: umo")
MARKS = "marks:\n  - {at: '1.1', activity: Провести мониторинг, done: 27.05.2022}\n"
FILES: dict[str, tuple[str | None, ...]] = {
    "roadmaps/a.yaml": (CLEAN, CLEAN.replace("мониторинг", "опрос"), CLEAN.replace("май", "июнь"), None),
    "roadmaps/b.yaml": (CLEAN.replace("Район", "Город"), "roadmapc: 1\n"),
    "roadmaps/a.marks.yaml": (MARKS, MARKS.replace("27", "20"), None),
    "roadmaps/owners.yaml": ("owners: {umo: Начальник УМО}\n", "owners: {umo: Методист}\n", None),
    "roadmapc.toml": ("[calendar]\ndays_off = [2022-05-31]\n", None),
    "templates/attachment.html": (
        '{% extends "packaged/attachment.html" %}{% block title %}<h1>Иначе</h1>{% endblock %}',
        None,
    ),
}
CHANGES = st.sampled_from(
    [(name, content) for name, contents in FILES.items() for content in contents]
    + [
        ("build/a/attachment.docx", None),
        ("build/a/attachment.docx", "changed"),
        ("build/a/manifest.json", "{}"),
        ("build", None),
    ]
)
OPTIONS = st.sampled_from(
    [(), ("--to", "html"), ("--to", "xlsx"), ("--draft",), ("--to", "xlsx", "--today", "2022-07-01")]
)
TODAY = ("--today", "2022-06-10")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two roadmaps."""
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "templates").mkdir()
    for name in ("a", "b"):
        (tmp_path / "roadmaps" / f"{name}.yaml").write_text(CLEAN.replace("Район", f"Район {name}"), "utf-8")
    return tmp_path


def change(path: Path, content: str | None) -> None:
    """Write a file, or take it away, or a whole folder."""
    if content is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def documents(folder: Path) -> dict[str, bytes]:
    """Return what was built, without copies of what was changed by hand."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "изменён" not in path.name
    }


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(CHANGES, OPTIONS), min_size=2, max_size=5))
def test_a_build_is_what_a_clean_build_is(
    call: Run, project: Path, steps: list[tuple[tuple[str, str | None], tuple[str, ...]]]
) -> None:
    """By every byte, after each of any changes, with any options."""
    for name in (*FILES, "build", "clean"):
        change(project / name, None)
    (project / "roadmaps").mkdir(exist_ok=True)
    change(project / "roadmaps" / "a.yaml", CLEAN)
    change(project / "roadmaps" / "b.yaml", CLEAN.replace("Район", "Город"))
    for (name, content), options in steps:
        change(project / name, content)
        change(project / "clean", None)
        day = () if "--today" in options else TODAY
        mine = call("build", *options, *day, cwd=project)
        clean = call("build", "--force", "--out", "clean", *options, *day, cwd=project)
        assert mine.returncode == clean.returncode
        made = documents(project / "clean")
        assert {name: data for name, data in documents(project / "build").items() if name in made} == made


def test_what_has_not_changed_is_said(call: Run, project: Path) -> None:
    """Times do not count, content does; --force builds all."""
    assert "up to date" not in call("build", "--lang", "en", *TODAY, cwd=project).stdout
    for path in (project / "roadmaps").iterdir():
        path.touch()
    assert call("build", "--lang", "en", *TODAY, cwd=project).stdout == "up to date: 2\n"
    assert "up to date" not in call("build", "--force", "--lang", "en", *TODAY, cwd=project).stdout
    change(project / "roadmaps" / "a.yaml", CLEAN.replace("мониторинг", "опрос"))
    out = call("build", "--lang", "en", *TODAY, cwd=project).stdout
    assert out.splitlines()[-1] == "up to date: 1"
    assert len(out.splitlines()) == 2


def test_what_a_person_changed_is_not_up_to_date(call: Run, project: Path) -> None:
    """It is built anew, and what stood there is kept beside."""
    call("build", *TODAY, cwd=project)
    (project / "build" / "a" / "attachment.docx").write_bytes(b"mine")
    result = call("build", "--lang", "en", *TODAY, cwd=project)
    assert "was changed by hand" in result.stderr
    assert result.stdout.endswith("up to date: 1\n")


@pytest.mark.parametrize("spoilt", ["", "{}", "x", "[1, 2]", "\u0000", '{"a": 1}'])
def test_a_kept_file_that_is_spoilt(call: Run, project: Path, spoilt: str) -> None:
    """It costs time alone."""
    cache = project / "cache"
    call("build", *TODAY, cwd=project, ROADMAPC_CACHE_DIR=str(cache))
    (path,) = cache.glob("build-*.json")
    head = path.read_bytes().split(b"\n", 1)[0]
    for content in (spoilt.encode(), head + b"\n" + spoilt.encode()):
        path.write_bytes(content)
        result = call("build", "--lang", "en", *TODAY, cwd=project, ROADMAPC_CACHE_DIR=str(cache))
        assert (result.returncode, "up to date" in result.stdout) == (0, False)


def test_a_forged_entry_is_a_miss(call: Run, project: Path) -> None:
    """Who changes document and manifest alike still has another manifest than was written."""
    cache = project / "cache"
    call("build", *TODAY, cwd=project, ROADMAPC_CACHE_DIR=str(cache))
    folder = project / "build" / "a"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["files"] = [one for one in manifest["files"] if one["name"] != "attachment.docx"]
    (folder / "attachment.docx").unlink()
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    result = call("build", "--lang", "en", *TODAY, cwd=project, ROADMAPC_CACHE_DIR=str(cache))
    assert result.stdout.endswith("up to date: 1\n")
    assert (folder / "attachment.docx").exists()


def test_folders_of_roadmaps_that_are_gone(call: Run, project: Path) -> None:
    """They are named; --prune removes what was written and nobody has changed."""
    call("build", *TODAY, cwd=project)
    (project / "roadmaps" / "b.yaml").unlink()
    out = call("build", "--lang", "en", *TODAY, cwd=project).stdout
    assert out.splitlines()[-1] == "build/b: its roadmap b.yaml is gone; --prune removes the folder"
    assert (project / "build" / "b" / "attachment.docx").exists()
    (project / "build" / "b" / "order.docx").write_bytes(b"mine")
    (project / "build" / "b" / "notes.txt").write_bytes(b"mine too")
    out = call("build", "--prune", "--lang", "en", *TODAY, cwd=project).stdout
    assert "build/b: removed, its roadmap b.yaml is gone\n" in out
    assert {path.name for path in (project / "build" / "b").iterdir()} == {"notes.txt", "order.docx"}
    assert "b.yaml" not in call("build", "--lang", "en", *TODAY, cwd=project).stdout


def test_single_files_tell_of_no_others(call: Run, project: Path) -> None:
    """Who builds one roadmap has not lost the others."""
    call("build", *TODAY, cwd=project)
    result = call("build", "roadmaps/a.yaml", "--prune", "--lang", "en", *TODAY, cwd=project)
    assert "is gone" not in result.stdout
    assert "--prune needs all roadmaps" in result.stderr
    assert (project / "build" / "b").is_dir()


def test_a_roadmap_that_stands_elsewhere_is_not_gone(call: Run, project: Path) -> None:
    """One that was built by its name lies in no folder that is looked through; its documents stay."""
    (project / "other").mkdir()
    (project / "other" / "next.yaml").write_text(CLEAN.replace("Район", "Город"), "utf-8")
    assert call("build", "other/next.yaml", "--lang", "en", *TODAY, cwd=project).returncode == 0
    for option in ((), ("--prune",)):
        out = call("build", *option, "--lang", "en", *TODAY, cwd=project).stdout
        assert "is gone" not in out
    assert (project / "build" / "next" / "attachment.docx").exists()


def test_folders_of_another_project_are_left_alone(call: Run, project: Path, tmp_path: Path) -> None:
    """Two projects may build into one place."""
    other = tmp_path / "other"
    (other / "roadmaps").mkdir(parents=True)
    (other / "roadmaps" / "c.yaml").write_text(CLEAN, "utf-8")
    call("build", "--out", project / "build", *TODAY, cwd=other)
    out = call("build", "--prune", "--lang", "en", *TODAY, cwd=project).stdout
    assert "is gone" not in out
    assert (project / "build" / "c" / "attachment.docx").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_place_behind_a_link_is_another_one(call: Run, project: Path) -> None:
    """«link/../build» is beside what the link leads to: nothing there was built by this project, nothing is removed."""
    call("build", *TODAY, cwd=project)
    (project / "far" / "deep").mkdir(parents=True)
    (project / "link").symlink_to(project / "far" / "deep")
    shutil.copytree(project / "build", project / "far" / "build")
    (project / "roadmaps" / "b.yaml").unlink()
    out = call("build", "--prune", "--out", "link/../build", "--lang", "en", *TODAY, cwd=project).stdout
    assert "is gone" not in out
    assert (project / "far" / "build" / "b" / "attachment.docx").exists()
    assert (project / "build" / "b" / "attachment.docx").exists()


def test_what_changes_while_it_is_built_is_built_again(
    call: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is that of what was there before, not of what came after."""
    build_one = building.build_one

    def slowly(*arguments: Any) -> Any:
        found = build_one(*arguments)
        change(project / "roadmaps" / "a.marks.yaml", MARKS)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(building, "build_one", slowly)
        call("build", "--to", "xlsx", *TODAY, cwd=project)
    out = call("build", "--to", "xlsx", "--lang", "en", *TODAY, cwd=project).stdout
    assert out.splitlines() == ["build/a: files: 10", "up to date: 1"]


def test_what_another_project_has_built_since_is_not_removed(call: Run, project: Path, tmp_path: Path) -> None:
    """The folder is that project's now: its manifest is not the one that was written here."""
    other = tmp_path / "other"
    (other / "roadmaps").mkdir(parents=True)
    (other / "roadmaps" / "b.yaml").write_text(CLEAN.replace("мониторинг", "опрос"), "utf-8")
    call("build", *TODAY, cwd=project)
    call("build", "--out", project / "build", *TODAY, cwd=other)
    (project / "roadmaps" / "b.yaml").unlink()
    out = call("build", "--prune", "--lang", "en", *TODAY, cwd=project).stdout
    assert "is gone" not in out
    assert (project / "build" / "b" / "attachment.docx").exists()


def test_a_roadmap_with_errors_is_not_gone(call: Run, project: Path) -> None:
    """Renamed with its id and with errors; of one that cannot be read nobody knows which folder is its."""
    source = project / "roadmaps" / "b.yaml"
    source.write_text(CLEAN.replace("roadmapc: 1\n", "roadmapc: 1\nid: kept\n"), "utf-8")
    call("build", *TODAY, cwd=project)
    renamed = source.rename(source.with_name("c.yaml"))
    for content in (source_text := renamed.read_text("utf-8")).replace("owners: методист", "owners:"), "roadmapc: [\n":
        renamed.write_text(content, "utf-8")
        result = call("build", "--prune", "--lang", "en", *TODAY, cwd=project)
        assert (result.returncode, "kept" in result.stdout) == (1, False)
        assert (project / "build" / "kept" / "attachment.docx").exists()
    assert "--prune: nothing is removed while a roadmap is unread" in result.stderr
    renamed.write_text(source_text.replace("id: kept", "id: other"), "utf-8")
    assert (
        "build/kept: removed, its roadmap b.yaml is gone"
        in call("build", "--prune", "--lang", "en", *TODAY, cwd=project).stdout
    )


def test_a_roadmap_of_another_id_has_left_its_folder(call: Run, project: Path) -> None:
    """It is told as what is gone is."""
    call("build", *TODAY, cwd=project)
    source = project / "roadmaps" / "b.yaml"
    source.write_text(source.read_text("utf-8").replace("roadmapc: 1\n", "roadmapc: 1\nid: other\n"), "utf-8")
    out = call("build", "--lang", "en", *TODAY, cwd=project).stdout
    assert "build/b: its roadmap b.yaml has another id now; --prune removes the folder\n" in out
    call("build", "--prune", *TODAY, cwd=project)
    assert {path.name for path in (project / "build").iterdir()} == {"a", "other"}


def test_what_another_build_wrote_meanwhile_is_built_again(
    call: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is remembered is what this build wrote, not what stands there when it is remembered."""
    write_all = output_folder.write_all

    def followed(folder: Path, *arguments: Any) -> Any:
        written = write_all(folder, *arguments)
        (folder / "manifest.json").write_text('{"files": []}', "utf-8")
        return written

    with monkeypatch.context() as patch:
        patch.setattr(output_folder, "write_all", followed)
        call("build", *TODAY, cwd=project)
    assert "up to date" not in call("build", "--lang", "en", *TODAY, cwd=project).stdout


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_the_name_of_a_form_counts(call: Run, project: Path) -> None:
    """It stands in the manifest, whatever the form holds."""
    form = (packaged("templates") / "form.docx").read_bytes()
    for name in ("one.docx", "two.docx"):
        (project / "roadmaps" / name).write_bytes(form)
    source = project / "roadmaps" / "a.yaml"
    source.write_text(source.read_text("utf-8").replace("roadmapc: 1\n", "roadmapc: 1\nform: form.docx\n"), "utf-8")
    for name in ("one.docx", "two.docx"):
        (project / "roadmaps" / "form.docx").unlink(missing_ok=True)
        (project / "roadmaps" / "form.docx").symlink_to(name)
        assert call("build", *TODAY, cwd=project).returncode == 0
        manifest = json.loads((project / "build" / "a" / "manifest.json").read_text("utf-8"))
        assert manifest["form"]["name"] == f"roadmaps/{name}"


def test_editions_of_an_id_that_is_written_with_escapes(call: Run, project: Path) -> None:
    """They are found by the reader, so they count for what is up to date."""
    source = project / "roadmaps" / "a.yaml"
    source.write_text(source.read_text("utf-8").replace("roadmapc: 1\n", 'roadmapc: 1\nid: "pl\\x61n"\n'), "utf-8")
    assert call("freeze", source, "--date", "2022-01-15", "--number", "5", cwd=project).returncode == 0
    assert call("build", *TODAY, cwd=project).returncode == 0
    (edition,) = (project / "roadmaps" / "editions" / "plan").iterdir()
    edition.write_text(edition.read_text("utf-8").replace("мониторинг", "опрос"), "utf-8")
    result = call("build", *TODAY, cwd=project)
    assert (result.returncode, "RM876" in result.stderr) == (1, True)


def test_a_forged_id_leads_nowhere(call: Run, project: Path) -> None:
    """What was kept of a roadmap whose id is no name for a folder is checked again."""
    cache = project / "cache"
    call("build", *TODAY, cwd=project, ROADMAPC_CACHE_DIR=str(cache))
    (path,) = cache.glob("check-*.json")
    _digest, body = path.read_bytes().split(b"\n", 1)
    body = body.replace(b'"id":"a"', b'"id":"../../evil"')
    path.write_bytes(kept.digest(kept.program(), body).encode() + b"\n" + body)
    before = documents(project / "build")
    result = call("build", "--force", *TODAY, cwd=project, ROADMAPC_CACHE_DIR=str(cache))
    assert result.returncode == 0
    assert documents(project / "build") == before
    assert not (project.parent / "evil").exists()


def test_what_is_not_built_behind_a_fault_is_counted(call: Run, project: Path) -> None:
    """A place that cannot be written ends the build."""
    call("build", *TODAY, cwd=project)
    (project / "build" / "a" / "attachment.docx").unlink()
    (project / "build" / "a" / "attachment.docx").mkdir()
    result = call("build", "--force", "--lang", "en", *TODAY, cwd=project)
    assert result.returncode == 2
    assert "this ends the build; not built yet: 1" in result.stderr
