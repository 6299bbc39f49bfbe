"""Proves that no program is taken from the working folder, by whatever way PATH leads there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from roadmapc.workspace import libre_office, programs

NAME = "tool.exe" if os.name == "nt" else "tool"


def program(folder: Path, name: str = NAME) -> Path:
    """Return a program that is put into a folder."""
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that holds a program, with another one beside it."""
    program(tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def test_the_one_of_the_working_folder_is_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not run though PATH names it first, as the folder, by a point, by nothing or through a link."""
    good = program(here.parent / "bin")
    inner = program(here / "bin").parent
    link = here.parent / "link"
    link.symlink_to(here, target_is_directory=True)
    for first in (str(here), ".", "", "bin", str(inner), str(link)):
        monkeypatch.setenv("PATH", os.pathsep.join([first, str(good.parent)]))
        assert programs.find(("tool",)) == good
        monkeypatch.setenv("PATH", first)
        assert programs.find(("tool",)) is None


def test_usual_places_come_last(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are asked where PATH has none; one in the working folder is none."""
    good = program(here.parent / "usual")
    monkeypatch.setenv("PATH", "")
    assert programs.find(("tool",), (here / NAME, Path(NAME), good)) == good


def test_what_cannot_be_run_is_none(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the name is no program."""
    (here.parent / "bin" / NAME).mkdir(parents=True)
    monkeypatch.setenv("PATH", str(here.parent / "bin"))
    assert programs.find(("tool",)) is None


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX")
def test_libre_office_is_found_so_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that lies among the roadmaps is not started."""
    program(here, "soffice")
    monkeypatch.setenv("PATH", f".{os.pathsep}{here}")
    assert libre_office.find() is None
