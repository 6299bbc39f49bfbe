"""Proves how a check is steered: which rules run, what fails, what is known, where the report goes, standard input."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

FAULTY = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
sections:
  - title: Мониторинг
    activities:
      - {activity: 'Провести опрос , обсудить', deadline: май 2022, result: Справка}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "a.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def codes(result: subprocess.CompletedProcess[str]) -> list[str]:
    return [problem["name"] for problem in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("options", "names", "code"),
    [
        ((), ["stray-space", "missing-owner"], 1),
        (("--select", "missing-owner"), ["missing-owner"], 1),
        (("--select", "RM5"), ["stray-space"], 0),
        (("--select", "RM5,RM301"), ["stray-space", "missing-owner"], 1),
        (("--ignore", "RM301"), ["stray-space"], 0),
        (("--ignore", "RM3", "--ignore", "stray-space"), [], 0),
        (("--select", "RM5", "--fail-on", "note"), ["stray-space"], 1),
        (("--fail-on", "never"), ["stray-space", "missing-owner"], 0),
    ],
)
def test_rules_are_chosen(call: Run, folder: Path, options: tuple[str, ...], names: list[str], code: int) -> None:
    """Rules by name, code and beginning of a code; the exit code follows the threshold."""
    result = call("check", "--format", "json", *options, cwd=folder)
    assert sorted(codes(result)) == sorted(names)
    assert result.returncode == code


def test_settings_of_the_project(call: Run, folder: Path) -> None:
    """`roadmapc.toml` chooses rules and severities; the command line wins over its selection and threshold."""
    (folder / "roadmapc.toml").write_text(
        '[check]\nignore = ["stray-space"]\nfail_on = "error"\n[check.severity]\nmissing-owner = "warning"\n', "utf-8"
    )
    result = call("check", "--format", "json", cwd=folder)
    assert [(p["name"], p["severity"]) for p in json.loads(result.stdout)] == [("missing-owner", "warning")]
    assert result.returncode == 0
    assert call("check", "--fail-on", "warning", cwd=folder).returncode == 1
    assert call("build", "--out", "out", cwd=folder).returncode == 0, "what is no error stops no build"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--select", "missing-ovner"), "missing-owner"),
        (("--fail-on", "always"), "never"),
        (("--format", "pdf"), "sarif"),
        (("--baseline", "no.json"), "--write-baseline"),
        (("--output", "no/such/folder.txt"), "no/such/folder.txt"),
    ],
)
def test_what_does_not_fit(call: Run, folder: Path, options: tuple[str, ...], named: str) -> None:
    """An option that does not fit is one message that names what would, and exit code 2."""
    result = call("check", *options, cwd=folder)
    assert (result.returncode, result.stdout) == (2, "")
    assert named in result.stderr


def test_a_baseline(call: Run, folder: Path) -> None:
    """Known problems do not count; a new one does; what is gone is told."""
    assert call("check", "--write-baseline", "known.json", cwd=folder).returncode == 0
    known = call("check", "--baseline", "known.json", "--lang", "en", cwd=folder)
    assert known.returncode == 0
    assert "in the baseline: 2" in known.stdout
    path = folder / "roadmaps" / "a.yaml"
    path.write_text(FAULTY.replace("result: Справка", "result: 'Справка , отчет'"), encoding="utf-8")
    assert codes(call("check", "--baseline", "known.json", "--format", "json", cwd=folder)).count("stray-space") == 2
    path.write_text(FAULTY.replace("deadline", "owners: методист, deadline"), encoding="utf-8")
    assert "known.json" in call("check", "--baseline", "known.json", cwd=folder).stderr
    (folder / "roadmapc.toml").write_text('[check]\nbaseline = "known.json"\n', "utf-8")
    assert "in the baseline: 1" in call("check", "--lang", "en", cwd=folder).stdout


@pytest.mark.parametrize("format", ["text", "json", "github", "gitlab", "junit", "markdown", "sarif"])
def test_a_report_in_a_file(call: Run, folder: Path, format: str) -> None:
    """`--output` holds what standard output would, byte for byte, and nothing is printed."""
    printed = call("check", "--format", format, cwd=folder).stdout
    result = call("check", "--format", format, "--output", "report", cwd=folder)
    assert (result.stdout, result.returncode) == ("", 1)
    assert (folder / "report").read_text("utf-8") == printed


def test_standard_input(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors send the text by standard input and name the file; the shared directory beside it is used."""
    (folder / "roadmaps" / "owners.yaml").write_text("owners: {umo: Начальник УМО}\n", "utf-8")
    text = FAULTY.replace("result", "owners: umo, result")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    options = ("--stdin-filename", "roadmaps/b.yaml", "--format", "json")
    result = call("check", "-", *options, cwd=folder)
    assert [(p["file"], p["name"]) for p in json.loads(result.stdout)] == [("roadmaps/b.yaml", "stray-space")]


def test_standard_input_is_mended(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `--fix` the mended text goes to standard output and the report to the error stream."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    result = call("check", "-", "--fix", cwd=folder)
    assert result.stdout == FAULTY.replace(" ,", ",")
    assert "RM301" in result.stderr
    assert result.returncode == 1


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_files_are_mended_in_place(call: Run, folder: Path, ends: bytes) -> None:
    """`--fix` changes the words alone: comments, line ends and the byte order mark stay; what is left is reported."""
    path = folder / "roadmaps" / "a.yaml"
    data = b"\xef\xbb\xbf# \xd0\xbf\xd1\x80\xd0\xb8\xd0\xbc\xd0\xb5\xd1\x80\n" + FAULTY.encode()
    path.write_bytes(data.replace(b"\n", ends))
    shown = call("check", "--diff", cwd=folder)
    assert shown.returncode == 1
    assert "+      - {activity: 'Провести опрос, обсудить'" in shown.stdout
    assert path.read_bytes() == data.replace(b"\n", ends), "--diff changes nothing"
    result = call("check", "--fix", cwd=folder)
    assert result.returncode == 1
    assert "RM301" in result.stdout
    assert "RM503" not in result.stdout
    assert path.read_bytes() == data.replace(b" ,", b",").replace(b"\n", ends)
    assert call("check", "--diff", cwd=folder).stdout == ""


def test_waived_places_are_mended_on_demand(call: Run, folder: Path) -> None:
    """A waived place is left alone, until waivers are ignored."""
    path = folder / "roadmaps" / "a.yaml"
    path.write_text(FAULTY + "waivers: [{rule: [stray-space, missing-owner], reason: так напечатано}]\n", "utf-8")
    assert call("check", "--diff", cwd=folder).stdout == ""
    assert "+" in call("check", "--diff", "--no-waivers", cwd=folder).stdout


def test_a_file_that_is_read_only_is_named(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be written stays as it was, and the message names it."""
    path = folder / "roadmaps" / "a.yaml"

    def refused(path: Path, data: bytes) -> None:
        raise PermissionError(13, "refused", str(path))

    monkeypatch.setattr("roadmapc.writing.replace", refused)
    result = call("check", "--fix", cwd=folder)
    assert result.returncode == 2
    assert "a.yaml" in result.stderr
    assert path.read_text("utf-8") == FAULTY


def test_a_shared_directory(call: Run, folder: Path) -> None:
    """`owners.yaml` is no roadmap; its aliases serve all files beside it, and its own faults stand at its own lines."""
    shared = folder / "roadmaps" / "owners.yaml"
    (folder / "roadmaps" / "a.yaml").write_text(
        FAULTY.replace(" ,", ",").replace("result", "owners: umo, result"), "utf-8"
    )
    shared.write_text("owners: {umo: Начальник УМО}\nterms: {РМО: районное методическое объединение}\n", "utf-8")
    assert call("check", "--lang", "en", cwd=folder).stdout == "1 file; 0 errors; 0 warnings; 0 notes; 0 waived\n"
    assert call("build", "--out", "out", cwd=folder).returncode == 0
    assert list((folder / "out" / "a").glob("checklist-nachalnik-umo.docx"))
    shared.write_text("ovners: {umo: Начальник УМО}\n", "utf-8")
    result = call("check", "--lang", "en", cwd=folder)
    assert result.stdout.startswith("roadmaps/owners.yaml:1:1: RM011 unknown key “ovners”")
    assert "RM302" not in result.stdout, "one cause, one complaint"
    assert call("build", "--out", "out", cwd=folder).returncode == 1


def test_many_notes_of_one_kind_are_folded(call: Run, folder: Path) -> None:
    """After three notes of one rule a line counts the rest; the rule alone shows them all."""
    row = "      - {activity: 'Провести опрос , обсудить', deadline: май 2022, result: Справка}\n"
    rows = "".join(row.replace("опрос", f"опрос {n}") for n in range(6))
    (folder / "roadmaps" / "a.yaml").write_text(FAULTY.replace(row, rows), "utf-8")
    result = call("check", "--lang", "en", cwd=folder).stdout
    assert result.count("[stray-space]") == 3
    assert "stray-space: more of them: 3" in result
    assert call("check", "--select", "stray-space", cwd=folder).stdout.count("[stray-space]") == 6
