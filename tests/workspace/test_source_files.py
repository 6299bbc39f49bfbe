"""Proves which files a run takes: those named, and of folders the roadmaps alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace import source_files

Run = Callable[..., subprocess.CompletedProcess[str]]
MARKS = """\
# отметки
marks:
  - {at: 1/1.1, activity: Провести, done: 05.05.2022, documents: справка от 05.05.2022 № 1}
"""


@pytest.fixture
def folder(tmp_path: Path, clean: str) -> Path:
    """Return a folder with a roadmap and what lies beside one."""
    files = {
        "a.yaml": clean,
        "owners.yaml": "owners: {umo: Начальник УМО}\n",
        "a.marks.yaml": MARKS,
        "editions/a-2.yaml": "edition: {number: 2}\n" + clean,
        "base.yml": "base: {title: Программа}\nsections: []\n",
        "late.yaml": "# " + "комментарий " * 1000 + "\ncriteria: []\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def names(folder: Path, *paths: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in source_files.sources(list(paths) or [folder])]


def test_a_folder_yields_roadmaps_alone(folder: Path) -> None:
    """Marks, an edition in a folder below, a base plan and criteria are no broken roadmaps and none counted twice."""
    assert names(folder) == ["a.yaml"]


def test_a_file_named_is_taken(folder: Path) -> None:
    """What is named is taken whatever it is, once; the roadmaps of a folder beside it."""
    assert names(folder, folder / "a.marks.yaml", folder, folder / "a.yaml") == ["a.marks.yaml", "a.yaml"]


def test_what_nobody_knows_is_not_passed_over(folder: Path) -> None:
    """A file of no known kind, an empty one, a directory or marks under another name would be lost in silence."""
    for name, text in {"x.yaml": "заметки: 1\n", "empty.yaml": "", "people.yaml": "owners: {}\n"}.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "cut.yaml").write_bytes(b"criteria: \xff")
    (folder / "done.yaml").write_text(MARKS, "utf-8")
    (folder / "b.marks.yaml").write_text(MARKS, "utf-8")
    assert names(folder) == ["a.yaml", "b.marks.yaml", "done.yaml", "empty.yaml", "people.yaml", "x.yaml"]


def test_a_kind_told_behind_the_first_lines(folder: Path, clean: str) -> None:
    """A long comment above the first key hides no kind."""
    (folder / "b.yaml").write_text("# " + "x" * 5000 + "\n" + clean, "utf-8")
    assert names(folder) == ["a.yaml", "b.yaml"]


def test_a_folder_without_roadmaps(folder: Path) -> None:
    """A folder in which only other files lie is told of, as an empty one."""
    for name in ("a.yaml", "a.marks.yaml"):
        (folder / name).unlink()
    with pytest.raises(UserError, match="no roadmaps in the folder"):
        source_files.sources([folder])


def test_links(folder: Path) -> None:
    """A link to a file is a file, folders behind links are not entered, what an editor left is passed over."""
    (folder / "b.yaml").symlink_to("a.yaml")
    (folder / ".#a.yaml").symlink_to("user@host.1234")
    (folder / "loop").symlink_to(".")
    (folder / "loop.yaml").symlink_to(".")
    (folder / "folder.yaml").mkdir()
    assert names(folder) == ["a.yaml", "b.yaml"]


def test_a_link_out_of_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory, call: Run) -> None:
    """What stands behind it would pass for checked, so it is told of, with what to do."""
    (folder / "more").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(UserError, match="more is a link to a folder, which is not entered"):
        source_files.sources([folder])
    assert call("check", ".", cwd=folder).returncode == 2


@pytest.mark.parametrize("kind", ["pipe", "link", "device"])
def test_what_cannot_be_read_is_told(folder: Path, call: Run, kind: str) -> None:
    """A pipe, a device, a link that leads nowhere: in a folder and named, as a source, directory or settings."""
    for name in ("x.yaml", "owners.yaml", "roadmapc.toml"):
        path = folder / name
        path.unlink(missing_ok=True)
        if kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to("nothing.yaml" if kind == "link" else "/dev/zero")
        for command in ("check", "build", "due", *(["fmt"] if name == "x.yaml" else [])):
            result = call(command, ".", "--lang", "en", cwd=folder)
            assert result.returncode == 2, (command, name)
            assert f"cannot read {name}: " in result.stderr
        path.unlink()
    assert not (folder / "build").exists()


def test_a_folder_that_cannot_be_read_is_told(folder: Path, call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in it would pass for checked."""
    (folder / "closed").mkdir()
    scandir = os.scandir

    def refused(path: Path | str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    for command in ("check", "build", "due", "fmt", "inspect"):
        result = call(command, ".", "--lang", "en", cwd=folder)
        assert result.returncode == 2
        assert "cannot read closed: no permission" in result.stderr


def test_a_name_that_the_system_does_not_take(folder: Path, call: Run) -> None:
    """It is named, and the system's own words are not shown."""
    for command in ("check", "build", "due", "fmt", "inspect"):
        result = call(command, "x" * 5000, cwd=folder)
        assert result.returncode == 2
        assert "слишком длинное" in result.stderr
        assert "too long" not in result.stderr


def test_settings_in_another_encoding(folder: Path, call: Run) -> None:
    """It is said what they look like, as of a source, and nothing in English."""
    (folder / "roadmapc.toml").write_bytes('[calendar]\ndays_off = ["26.07.2022"] # региональный'.encode("cp1251"))
    result = call("check", "a.yaml", cwd=folder)
    assert result.returncode == 2
    assert result.stderr == (
        "roadmapc: roadmapc.toml: файл не в кодировке UTF-8: похоже, это cp1251\n  = сохраните файл в кодировке UTF-8\n"
    )


def test_what_check_says_of_them(folder: Path, call: Run) -> None:
    """Marks are checked with their roadmap, and named alone too; an unknown file is one problem at its top."""
    assert call("check", ".", "--lang", "en", cwd=folder).stdout.startswith("1 file; 0 errors;")
    named = call("check", "a.marks.yaml", "--lang", "en", cwd=folder)
    assert named.returncode == 0, named.stdout
    (folder / "x.yaml").write_text("заметки: 1\n", "utf-8")
    (folder / "people.yaml").write_text("owners: {umo: Начальник УМО}\n", "utf-8")
    (folder / "empty.yaml").write_text("", "utf-8")
    told = [line for line in call("check", ".", cwd=folder).stdout.splitlines() if ": RM" in line]
    assert [line.split(" ")[:2] for line in told] == [
        ["empty.yaml:1:1:", "RM002"],
        ["people.yaml:1:1:", "RM014"],
        ["x.yaml:1:1:", "RM014"],
    ]


def test_other_commands_take_the_same_files(folder: Path, call: Run) -> None:
    """What folders pass over is neither built, nor listed, nor laid out."""
    assert call("build", ".", "--out", "out", "--lang", "en", cwd=folder).stdout == "out/a: files: 9\n"
    assert call("due", ".", "--year", "2022", cwd=folder).returncode == 0
    assert call("fmt", ".", "--check", "--lang", "en", cwd=folder).stdout.endswith(
        "in order: 2; cannot be laid out: 0\n"
    )
    assert call("due", "a.marks.yaml", "--year", "2022", cwd=folder).returncode == 1
    assert call("build", "editions/a-2.yaml", "--out", "out", cwd=folder).returncode == 1


def test_a_glance_is_no_part_of_what_is_kept(folder: Path, call: Run) -> None:
    """A file that becomes criteria, and a roadmap again, is passed over and judged again: its content alone decides."""
    first = call("check", ".", cwd=folder).stdout
    (folder / "b.yaml").write_text((folder / "a.yaml").read_text("utf-8").replace("Район", "Город"), "utf-8")
    second = call("check", ".", cwd=folder).stdout
    (folder / "b.yaml").write_text("criteria: []\n", "utf-8")
    assert call("check", ".", cwd=folder).stdout == first != second


def test_settings_in_another_encoding_are_named(folder: Path, call: Run) -> None:
    """As a source in it would be, with what to do."""
    (folder / "roadmapc.toml").write_bytes('# Настройки проверки\n[check]\nfail_on = "note"\n'.encode("cp1251"))
    result = call("check", "a.yaml", cwd=folder)
    assert result.returncode == 2
    assert "cp1251" in result.stderr
    assert "сохраните файл в кодировке UTF-8" in result.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end")
def test_a_device_without_an_end_is_no_source(call: Run) -> None:
    """It is not read for ever."""
    result = call("check", "/dev/zero", "--lang", "en")
    assert result.returncode == 2
    assert "this is a device or a pipe, not a file" in result.stderr
