"""Proves how a check is steered: which rules run, what fails, what is known, where the report goes, standard input."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmapc.cli import _fix
from roadmapc.workspace import atomic_writes

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
        (("--out", "no/such/folder.txt"), "no/such/folder.txt"),
        (("--unsafe-fixes",), "--fix"),
        (("--diff", "--out", "a.txt"), "--diff"),
        (("--write-baseline", "a.json", "-o", "a.txt"), "--out"),
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
    """`--out` holds what standard output would, byte for byte, and nothing is printed; `--output` is its old name."""
    printed = call("check", "--format", format, cwd=folder).stdout
    for option in ("--out", "-o", "--output"):
        result = call("check", "--format", format, option, "report", cwd=folder)
        assert (result.stdout, result.returncode) == ("", 1)
        assert (folder / "report").read_text("utf-8") == printed
        (folder / "report").unlink()


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

    monkeypatch.setattr("roadmapc.workspace.atomic_writes.replace", refused)
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
    assert result.stdout.startswith("roadmaps/owners.yaml:1:1: RM011 error: unknown key “ovners”")
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


@pytest.mark.parametrize("option", ["--out", "--write-baseline"])
def test_a_report_never_takes_the_place_of_a_source(call: Run, folder: Path, option: str) -> None:
    """A roadmap named by mistake where a report is to go is left as it is."""
    result = call("check", option, "roadmaps/a.yaml", cwd=folder)
    assert result.returncode == 2
    assert (folder / "roadmaps" / "a.yaml").read_text("utf-8") == FAULTY


def test_a_baseline_takes_the_place_of_a_baseline_alone(call: Run, folder: Path) -> None:
    """Another file in that place is refused; a baseline is written anew."""
    (folder / "notes.json").write_text("[1]", "utf-8")
    assert call("check", "--write-baseline", "notes.json", cwd=folder).returncode == 2
    assert (folder / "notes.json").read_text("utf-8") == "[1]"
    for _ in range(2):
        assert call("check", "--write-baseline", "known.json", cwd=folder).returncode == 0


def test_known_problems_are_not_mended(call: Run, folder: Path) -> None:
    """What the baseline lists is left alone by `--fix`."""
    call("check", "--write-baseline", "known.json", cwd=folder)
    assert call("check", "--fix", "--baseline", "known.json", cwd=folder).returncode == 0
    assert (folder / "roadmaps" / "a.yaml").read_text("utf-8") == FAULTY


def test_a_baseline_keeps_files_apart(call: Run, folder: Path) -> None:
    """The same fault in another file of the same name is no known one."""
    call("check", "--write-baseline", "known.json", cwd=folder)
    (folder / "roadmaps" / "b").mkdir()
    text = FAULTY.replace("Район", "Город")
    (folder / "roadmaps" / "b" / "a.yaml").write_text(text, encoding="utf-8")
    assert call("check", "--baseline", "known.json", cwd=folder).returncode == 1


@pytest.mark.parametrize("data", ["Проверка".encode("cp1251"), b"a: [", b"#" * 2_100_000])
def test_standard_input_that_cannot_be_read_comes_back(
    call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    """An editor that puts the answer into its buffer loses nothing: what cannot be mended comes back byte for byte."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    assert call("check", "-", "--fix", cwd=folder).returncode == 1
    assert out.buffer.getvalue() == data


def test_a_difference_of_what_cannot_be_read(call: Run, folder: Path) -> None:
    """`--diff` names a file that cannot be read, and fails."""
    (folder / "roadmaps" / "a.yaml").write_text("a: [", "utf-8")
    result = call("check", "--diff", cwd=folder)
    assert result.returncode == 1
    assert "RM001" in result.stderr


def test_spelling_without_its_extra(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for in any way, spelling without its library is one message, no traceback."""
    monkeypatch.setattr("roadmapc.workspace.loading.find_spec", lambda name: None)
    for words in (("check", "--spell"), ("check", "--select", "misspelled-word")):
        result = call(*words, cwd=folder)
        assert (result.returncode, result.stdout) == (2, "")
        assert "spell" in result.stderr
    (folder / "roadmapc.toml").write_text("[check]\nspell = true\n", "utf-8")
    assert call("build", cwd=folder).returncode == 2


def test_no_setting_leads_out_of_the_folder(call: Run, folder: Path) -> None:
    """A name that is no folder name stops a build, whatever rules the project has chosen."""
    (folder / "roadmapc.toml").write_text('[check]\nselect = ["RM5"]\n[check.severity]\nRM4 = "note"\n', "utf-8")
    (folder / "roadmaps" / "a.yaml").write_text(FAULTY + "id: ../../escaped\n", "utf-8")
    assert call("build", "--out", "out", "--draft", cwd=folder).returncode == 1
    assert not list(folder.rglob("*.docx"))


def test_a_waiver_between_files_is_not_unused_alone(call: Run, folder: Path) -> None:
    """Where one file is checked alone, nobody can say that a waiver of a rule between files covers nothing."""
    text = FAULTY + "waivers: [{rule: duplicate-document, reason: два экземпляра}]\n"
    (folder / "roadmaps" / "a.yaml").write_text(text, "utf-8")
    assert "unused-waiver" not in codes(call("check", "--format", "json", cwd=folder))


def test_the_directory_of_standard_input(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shared directory with a fault is told of beside standard input and by `due`, too."""
    (folder / "roadmaps" / "owners.yaml").write_text("ovners: {}\n", "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    result = call("check", "-", "--stdin-filename", "roadmaps/b.yaml", cwd=folder)
    assert "roadmaps/owners.yaml" in result.stdout
    assert "owners.yaml" in call("due", "--month", "may", cwd=folder).stderr


def test_the_same_report_whatever_the_hash_seed(run: Run, roadmaps: Path) -> None:
    """Two runs print the same, byte for byte, whatever order Python's sets have."""
    reports = {run("check", roadmaps, "--no-waivers", PYTHONHASHSEED=seed).stdout for seed in ("1", "2", "3")}
    assert len(reports) == 1


def test_a_baseline_is_known_from_anywhere(call: Run, folder: Path) -> None:
    """However the files are named and wherever the program is run, the baseline knows them."""
    call("check", "--write-baseline", "known.json", cwd=folder)
    for cwd, words in ((folder, (str(folder / "roadmaps"),)), (folder / "roadmaps", ("a.yaml",))):
        result = call("check", *words, "--baseline", folder / "known.json", cwd=cwd)
        assert result.returncode == 0, result.stdout


def test_the_directory_is_no_roadmap(call: Run, folder: Path) -> None:
    """To build the shared directory is one message."""
    (folder / "owners.yaml").write_text("owners: {umo: Начальник УМО}\n", "utf-8")
    result = call("build", "owners.yaml", cwd=folder)
    assert (result.returncode, result.stdout) == (2, "")


@pytest.mark.parametrize(("name", "data"), [("known.json", "[" * 100_000), ("roadmapc.toml", "a=" + "[" * 5_000)])
def test_files_that_nest_without_end(call: Run, folder: Path, name: str, data: str) -> None:
    """A baseline or a settings file of brackets alone is refused, not a crash."""
    (folder / name).write_text(data, "utf-8")
    assert call("check", "--baseline", "known.json", cwd=folder).returncode == 2


def test_a_file_that_changes_meanwhile_is_left(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody saves between reading and writing is not written over."""
    path = folder / "roadmaps" / "a.yaml"
    newer = FAULTY.replace("Справка", "Отчет")
    mended = _fix.find_fixes

    def slow(*arguments: Any, **options: Any) -> Any:
        made = mended(*arguments, **options)
        path.write_text(newer, "utf-8")
        return made

    monkeypatch.setattr("roadmapc.cli._fix.find_fixes", slow)
    result = call("check", "--fix", cwd=folder)
    assert result.returncode == 2
    assert "a.yaml" in result.stderr
    assert path.read_text("utf-8") == newer


def test_what_cannot_be_written_stops_no_other_file(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files open in another program are told of, each; the others are mended."""
    paths = [folder / "roadmaps" / f"{letter}.yaml" for letter in "abcd"]
    for path in paths:
        path.write_text(FAULTY, "utf-8")
    replace = atomic_writes.replace

    def locked(path: Path, data: bytes) -> None:
        if path.name in {"a.yaml", "c.yaml"}:
            raise PermissionError(13, "locked", str(path))
        replace(path, data)

    monkeypatch.setattr(atomic_writes, "replace", locked)
    result = call("check", "--fix", cwd=folder)
    assert result.returncode == 2
    assert [line.split("/")[1][:6] for line in result.stderr.splitlines()] == ["b.yaml", "d.yaml", "a.yaml", "c.yaml"]
    assert [path.read_text("utf-8") == FAULTY for path in paths] == [True, False, True, False]
