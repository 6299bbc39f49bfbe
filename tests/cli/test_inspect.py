"""Proves that `inspect` says clause by clause what holds, for people and for programs, and fails as it should."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.word.conformance import clauses
from tests.word.files import changed, good

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a good document, a doubtful one, a bad one and one that is none."""
    (tmp_path / "good.docx").write_bytes(good())
    (tmp_path / "doubt.docx").write_bytes(changed(good(), "document", ">20.10.2022<", ">20.10.2022 г<"))
    bad = changed(good(), "document", "ПРИКАЗЫВАЮ:", "Решил")
    for number in range(5):
        bad = (
            changed(bad, "document", "<w:tblHeader/>", "") if number < 3 else changed(bad, "document", "№\u00a0", "№ ")
        )
    (tmp_path / "bad.docx").write_bytes(bad)
    (tmp_path / "none.docx").write_text("roadmapc: 1\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "code"), [("good", 0), ("doubt", 0), ("bad", 1), ("none", 2), ("absent", 2)])
def test_exit_codes(folder: Path, call: Run, name: str, code: int) -> None:
    """0 where every clause holds or is noted, 1 where one fails, 2 where a file cannot be opened."""
    result = call("inspect", f"{name}.docx", cwd=folder)
    assert result.returncode == code
    assert "Traceback" not in result.stderr
    assert bool(result.stderr) == (code == 2)


@pytest.mark.parametrize("width", ["160", "110", "80", "40"])
def test_what_is_shown(folder: Path, call: Run, width: str) -> None:
    """Each clause that applies is shown with its verdict, source and finding, in wide and narrow terminals."""
    result = call("inspect", "bad.docx", "--lang", "en", cwd=folder, COLUMNS=width)
    assert max(map(len, result.stdout.splitlines())) <= int(width)
    text = " ".join(result.stdout.split())
    for words in ("bad.docx", "holds", "fails", "Paper A4", "is missing", "ГОСТ Р 7.0.97-2025"):
        assert words in text
    assert "clauses that hold: 24; with notes: 0; that fail: 3; not applicable: 0" in text


def test_many_findings_are_cut(folder: Path, call: Run) -> None:
    """Of many findings of a clause the first three are shown, and how many there are."""
    (folder / "bad.docx").write_bytes(changed(good(), "styles", 'w:val="ru-RU"', 'w:val="en-US"'))
    shown = call("inspect", "bad.docx", "--lang", "en", cwd=folder, COLUMNS="160").stdout
    assert shown.count("the language is en-US") == 3
    assert "… and " in shown


def test_what_does_not_apply_is_counted(folder: Path, call: Run, built: Path) -> None:
    """A clause about what a document does not have is left out and counted."""
    result = call("inspect", built / "tsuntinsky" / "calendar.docx", "--lang", "en", cwd=folder, COLUMNS="160")
    assert result.returncode == 0
    assert "Signature" not in result.stdout
    assert "not applicable: 0" not in result.stdout


def test_json(folder: Path, call: Run) -> None:
    """For programs every clause of every file is an object; a file that cannot be opened is left to stderr."""
    result = call("inspect", "good.docx", "none.docx", "bad.docx", "--format", "json", "--lang", "en", cwd=folder)
    assert result.returncode == 2
    assert result.stderr.count("none.docx: ") == 1
    found = json.loads(result.stdout)
    assert [one["file"] for one in found] == ["good.docx", "bad.docx"]
    assert all(len(one["clauses"]) == len(clauses()) for one in found)
    assert {clause["verdict"] for clause in found[0]["clauses"]} == {"holds"}
    heads = next(clause for clause in found[1]["clauses"] if clause["name"] == "table-heads")
    assert (heads["clause"], heads["verdict"]) == ("практика", "fails")
    assert heads["findings"][0] == {
        "severity": "error",
        "message": "the head of the table does not repeat",
        "place": "table 3, row 1",
    }


def test_a_folder_is_searched(folder: Path, call: Run) -> None:
    """A folder stands for the Word files in it; what Word leaves beside an open file is none of them."""
    (folder / "none.docx").unlink()
    (folder / "~$good.docx").write_bytes(b"lock")
    result = call("inspect", ".", "--format", "json", cwd=folder)
    assert [one["file"] for one in json.loads(result.stdout)] == ["bad.docx", "doubt.docx", "good.docx"]
    (folder / "empty").mkdir()
    assert call("inspect", "empty", cwd=folder).returncode == 2


def test_in_russian(folder: Path, call: Run) -> None:
    """A Russian reader has every word in Russian."""
    result = call("inspect", "doubt.docx", cwd=folder, COLUMNS="160")
    assert "Бумага" in result.stdout
    for word in ("holds", "fails", "Clause", "margin", "section"):
        assert word not in result.stdout


def test_usage(folder: Path, call: Run) -> None:
    """Without a file, or with a format that is none: exit code 2 and one message."""
    assert call("inspect", cwd=folder).returncode == 2
    result = call("inspect", "good.docx", "--format", "xml", cwd=folder)
    assert (result.returncode, result.stdout) == (2, "")


def test_everything_built_passes(built: Path, run: Run) -> None:
    """The command of the README: every document that `build` writes has no clause that fails."""
    result = run("inspect", built, "--format", "json", cwd=built)
    assert (result.returncode, result.stderr) == (0, "")
    assert len(json.loads(result.stdout)) > 40


def test_a_suffix_in_capitals(folder: Path, call: Run) -> None:
    """Word files of a folder are known by their suffix, however it is written; what Word leaves beside them is none."""
    (folder / "below").mkdir()
    (folder / "below" / "B.DOCX").write_bytes(good())
    (folder / "below" / "~$B.DOCX").write_bytes(b"")
    result = call("inspect", "below", "--format", "json", cwd=folder)
    assert [one["file"] for one in json.loads(result.stdout)] == ["below/B.DOCX"]
