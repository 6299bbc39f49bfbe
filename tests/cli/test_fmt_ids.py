"""Proves that `fmt --ids` gives rows an id and says how many, and that documents stay as they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en")


@pytest.fixture
def folder(tmp_path: Path, clean: str) -> Path:
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "a.yaml").write_text(clean.replace("deadline: май", "deadline:   Май"), "utf-8")
    return tmp_path


def test_ids_are_written_and_counted(call: Run, folder: Path, clean: str) -> None:
    """The file is laid out with them, the second time nothing is new."""
    result = call("fmt", "--ids", *EN, cwd=folder)
    assert result.stdout == (
        "roadmaps/a.yaml: new ids: 1\nroadmaps/a.yaml: laid out\n"
        "laid out: 1; in order already: 0; cannot be laid out: 0\n"
    )
    expected = clean.replace("- activity: П", "- id: 1-1-provesti-monitoring\n        activity: П").replace(
        "май", "Май"
    )
    assert (folder / "roadmaps" / "a.yaml").read_text("utf-8") == expected
    again = call("fmt", "--ids", "--check", *EN, cwd=folder)
    assert (again.returncode, again.stdout) == (0, "not in order: 0; in order: 1; cannot be laid out: 0\n")


def test_what_would_be_given_is_shown(call: Run, folder: Path) -> None:
    """`--check` counts and `--diff` shows; both change nothing, and a patch stays one."""
    before = (folder / "roadmaps" / "a.yaml").read_bytes()
    counted = call("fmt", "--ids", "--check", *EN, cwd=folder)
    assert (counted.returncode, counted.stdout.splitlines()[0]) == (1, "roadmaps/a.yaml: new ids: 1")
    shown = call("fmt", "--ids", "--diff", *EN, cwd=folder)
    assert shown.stdout.startswith("--- roadmaps/a.yaml\n")
    assert "+      - id: 1-1-provesti-monitoring\n" in shown.stdout
    assert shown.stderr == "roadmaps/a.yaml: new ids: 1\n"
    assert (folder / "roadmaps" / "a.yaml").read_bytes() == before


def test_with_canonical_deadlines(call: Run, folder: Path) -> None:
    """Both changes go together."""
    assert call("fmt", "--ids", "--deadlines", cwd=folder).returncode == 0
    text = (folder / "roadmaps" / "a.yaml").read_text("utf-8")
    assert "id: 1-1-provesti-monitoring" in text
    assert "deadline: май 2022 г." in text


@pytest.mark.parametrize("text", ["roadmapc: 1\n", "marks: []\n", "owners: {umo: УМО}\n"])
def test_a_file_whose_rows_are_not_known(call: Run, folder: Path, text: str) -> None:
    """Where there is no plan no ids are given, and that is said; the file is laid out."""
    (folder / "b.yaml").write_text(text, "utf-8")
    result = call("fmt", "--ids", "b.yaml", *EN, cwd=folder)
    assert result.returncode == 0
    assert result.stdout.startswith("b.yaml: no ids were given: first correct what “roadmapc check” reports\n")


def test_standard_input(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted goes to the error stream, the text alone to output."""
    text = (folder / "roadmaps" / "a.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text), encoding="utf-8"))
    result = call("fmt", "--ids", "-", *EN)
    assert "        activity: " in result.stdout
    assert result.stderr == "-: new ids: 1\n"


def test_documents_stay_as_they_are(call: Run, folder: Path) -> None:
    """No document prints an id; calendars alone know rows by it, and the manifest the source."""
    built = []
    for name in ("before", "after"):
        assert call("build", "--out", name, cwd=folder).returncode == 0
        built.append({path.name: path.read_bytes() for path in (folder / name / "a").iterdir()})
        assert call("fmt", "--ids", cwd=folder).returncode == 0
    before, after = built
    assert {name for name in before if before[name] != after[name]} == {
        "calendar.ics",
        "calendar-metodist.ics",
        "manifest.json",
    }
    assert before.keys() == after.keys()
