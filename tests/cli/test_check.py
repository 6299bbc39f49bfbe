"""Proves what `check` says of the real documents, in words and as JSON, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from roadmapc.source.decoding import MAX_BYTES

Run = Callable[..., subprocess.CompletedProcess[str]]
TODAY = ("--today", "2026-11-21")


@pytest.fixture
def omissions(call: Run, roadmaps: Path) -> list[dict[str, Any]]:
    """Return what is found in the real roadmaps, waived or not."""
    result = call("check", roadmaps, "--format", "json", *TODAY)
    assert result.returncode == 0
    return list(json.loads(result.stdout))


def snippets(text: str, mark: str) -> list[str]:
    """Return what a report underlines with a sign: the words above each run of it."""
    lines = text.splitlines()
    found = []
    for above, below in pairwise(lines):
        left = below.find(mark)
        if below.startswith("        | ") and left >= 0 and set(below[10:left]) <= {" "}:
            found.append(above[left : left + below.count(mark)])
    return found


def test_the_real_roadmaps_pass(run: Run, roadmaps: Path, tmp_path: Path) -> None:
    """As users run it: the real roadmaps pass, with their waivers counted."""
    result = run("check", roadmaps, "--lang", "en", *TODAY, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "6 files; 0 errors; 0 warnings; 0 notes; 135 waived\n"


def test_without_waivers_the_real_omissions_show(call: Run, roadmaps: Path) -> None:
    """`--no-waivers` lists the documents' own omissions and exits with 1."""
    result = call("check", roadmaps, "--no-waivers", "--lang", "en", *TODAY)
    assert result.returncode == 1
    assert "leningradsky.yaml:178:17: RM101 error: no deadline: “Описание методов сбора информации" in result.stdout
    assert "leningradsky.yaml:188:17: RM301 error: no owner: “Проведение мониторингов”" in result.stdout
    assert "tsuntinsky.yaml:92:19: RM203 error: due 30.09.2022, before the order was signed" in result.stdout
    assert result.stdout.endswith("6 files; 16 errors; 66 warnings; 53 notes; 0 waived; can be fixed with --fix: 60\n")


@pytest.mark.parametrize(
    ("file", "name", "activity"),
    [
        ("leningradsky", "missing-deadline", "2.3."),
        ("leningradsky", "missing-owner", "3.1."),
        ("leningradsky", "incomplete-approval", None),
        ("tsuntinsky", "due-before-order", "1.1."),
        ("lmr-sk", "missing-deadline", "5"),
        ("mosalsky", "periods-disagree", None),
    ],
)
def test_an_omission_is_named(omissions: list[dict[str, Any]], file: str, name: str, activity: str | None) -> None:
    """A program finds the documents' own omissions by file, name and printed number, with the reason they stand."""
    matching = [p for p in omissions if Path(p["file"]).stem == file and (p["name"], p["activity"]) == (name, activity)]
    assert matching
    assert all(p["waived"] and p["reason"] for p in matching)


def test_json_has_the_promised_shape(omissions: list[dict[str, Any]]) -> None:
    """`--format json` conforms to its schema, and each place holds what it should."""
    jsonschema.validate(omissions, OUTPUT_SCHEMAS["diagnostics.schema.json"]())
    for problem in omissions:
        lines = Path(problem["file"]).read_text(encoding="utf-8").split("\n")[problem["line"] - 1 : problem["end_line"]]
        end = len("\n".join(lines)) - len(lines[-1]) + problem["end_column"] - 1
        assert "\n".join(lines)[problem["column"] - 1 : end].strip()


def test_json_of_a_broken_file(call: Run, tmp_path: Path) -> None:
    """A file that cannot be read yields JSON of the same shape and exit code 1."""
    (tmp_path / "a.yaml").write_bytes("roadmapc: 1\nтекст: [\n".encode())
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00")
    result = call("check", tmp_path, "--format", "json")
    found = json.loads(result.stdout)
    assert result.returncode == 1
    jsonschema.validate(found, OUTPUT_SCHEMAS["diagnostics.schema.json"]())
    assert [problem["code"] for problem in found] == ["RM001", "RM003"]


@pytest.mark.parametrize("columns", ["60", "100", "200"])
def test_the_very_words_are_underlined(call: Run, roadmaps: Path, columns: str) -> None:
    """Carets stand under the words meant and dashes under the second place, however narrow the terminal."""
    result = call("check", roadmaps / "tsuntinsky.yaml", "--no-waivers", "--select", "RM2", *TODAY, COLUMNS=columns)
    assert snippets(result.stdout, "^") == ["order", "order", "к концу 2022 года", "до 30 сентября", "весь период"]
    assert snippets(result.stdout, "-") == [
        "2022/2023 учебный год",
        "20.10.2022 г",
        "май-июнь",
        "весь период",
        "весь период",
    ]
    sources = [line for line in result.stdout.splitlines() if line[7:10] == " | "]
    assert max(map(len, sources)) <= int(columns)


def test_a_word_inside_a_deadline_is_underlined(call: Run, tmp_path: Path, clean: str) -> None:
    """Only the word that is not understood is underlined; a near word is offered."""
    (tmp_path / "a.yaml").write_text(clean.replace("май 2022", "до 30 мартя 2022 г."), encoding="utf-8")
    result = call("check", "a.yaml", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stdout.startswith("a.yaml:8:25: RM102 ")
    assert snippets(result.stdout, "^") == ["мартя"]
    assert "марта" in result.stdout


def test_waived_problems_are_shown_on_demand(call: Run, roadmaps: Path) -> None:
    """`--show-waived` lists them with their reasons; they still do not fail the check."""
    result = call("check", roadmaps / "tsuntinsky.yaml", "--show-waived", *TODAY)
    assert result.returncode == 0
    assert "RM203" in result.stdout
    assert "срок стоит в подписанном приказе от 20.10.2022" in result.stdout


def test_today_decides_what_has_expired(call: Run, tmp_path: Path, clean: str) -> None:
    """A waiver covers its problem on its last day and not on the next one."""
    waiver = "waivers: [{rule: RM301, reason: до приказа, until: 31.12.2026}]\n"
    (tmp_path / "a.yaml").write_text(clean.replace("        owners: методист\n", "") + waiver, encoding="utf-8")
    assert call("check", "a.yaml", "--today", "2026-12-31", cwd=tmp_path).returncode == 0
    expired = call("check", "a.yaml", "--today", "2027-01-01", cwd=tmp_path)
    assert expired.returncode == 1
    assert "RM301" in expired.stdout
    assert "RM603" in expired.stdout


def test_a_note_does_not_fail(call: Run, tmp_path: Path, clean: str) -> None:
    """A note is shown, but the file is clean."""
    (tmp_path / "a.yaml").write_text(clean + "owners: {imc: Методист ИМЦ}\n", encoding="utf-8")
    result = call("check", "a.yaml", cwd=tmp_path)
    assert result.returncode == 0
    assert "RM303" in result.stdout


def test_a_huge_file_is_not_read(call: Run, tmp_path: Path, clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of 100 MB is refused by its size alone, and the other files are still checked."""
    (tmp_path / "b.yaml").write_text(clean.replace("май", "мартя"), encoding="utf-8")
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(100_000_000)
    read: list[int] = []
    original = Path.read_bytes

    def watched(path: Path) -> bytes:
        data = original(path)
        read.append(len(data))
        return data

    monkeypatch.setattr(Path, "read_bytes", watched)
    result = call("check", "a.yaml", "b.yaml", cwd=tmp_path)
    assert result.returncode == 1
    assert "a.yaml:1:1: RM003 " in result.stdout
    assert "100.0" in result.stdout
    assert "RM102" in result.stdout
    assert read
    assert max(read) <= MAX_BYTES


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("no.yaml",), "no.yaml"),
        (("empty",), "empty"),
        (("--format", "xml", "a.yaml"), "xml"),
        (("--today", "завтра", "a.yaml"), "завтра"),
        (("--lang", "de", "a.yaml"), "de"),
        (("--wrong", "a.yaml"), "--wrong"),
        ((), "roadmaps"),
    ],
)
def test_what_cannot_be_run(call: Run, tmp_path: Path, clean: str, arguments: tuple[str, ...], named: str) -> None:
    """What cannot be run exits with 2 and one message on the error stream that names the cause."""
    (tmp_path / "a.yaml").write_text(clean, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    result = call("check", *arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("roadmapc: ")
    assert named in result.stderr.splitlines()[0]


def test_an_unreadable_file_is_named(call: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not let us read exits with 2 and names the file and the cause."""
    (tmp_path / "a.yaml").touch()

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "refused", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    result = call("check", "a.yaml", "--lang", "en", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "roadmapc: cannot read a.yaml: no permission; is the file open in another program?\n"


def test_a_file_named_twice_is_checked_once(call: Run, tmp_path: Path, clean: str) -> None:
    """Files are found in folders below, by either ending, and each counts once."""
    (tmp_path / "below").mkdir()
    for name in ("below/a.yml", "b.YAML"):
        (tmp_path / name).write_text(clean, encoding="utf-8")
    result = call("check", ".", "b.YAML", "below", "--lang", "en", cwd=tmp_path)
    assert result.stdout.splitlines()[-1].startswith("2 files;")


@pytest.fixture
def many(tmp_path: Path, clean: str) -> list[str | Path]:
    """Return a command that checks so many files that it shares out its work, and tells what it loads."""
    for number in range(600):
        (tmp_path / f"m{number:03}.yaml").write_text(clean.replace("Район", f"Район {number}"), "utf-8")
    return [sys.executable, "-X", "importtime", "-m", "roadmapc", "check", "--lang", "en", "--no-cache", tmp_path]


def begun(started: subprocess.Popen[str]) -> None:
    """Wait until the work is about to be shared out."""
    assert started.stderr is not None
    while "workspace.processes" not in (line := started.stderr.readline()):
        assert line


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.cpu_count() == 1, reason="work is shared out on Linux alone")
@pytest.mark.usefixtures("interruptible")
def test_a_check_that_is_stopped(many: list[str | Path]) -> None:
    """Ctrl+C is one line and exit code 2, from the program and from the processes it shares its work with."""
    with subprocess.Popen(many, start_new_session=True, stderr=subprocess.PIPE, encoding="utf-8") as started:
        begun(started)
        os.killpg(started.pid, signal.SIGINT)
        _, stderr = started.communicate(timeout=60)
        said = [line for line in stderr.splitlines() if "import time:" not in line]
    assert (said, started.returncode) == (["roadmapc: stopped"], 2)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.cpu_count() == 1, reason="work is shared out on Linux alone")
def test_a_check_that_is_killed_leaves_nobody(many: list[str | Path]) -> None:
    """The processes of a program that was killed end too, and what they held open is closed."""
    with subprocess.Popen(many, stderr=subprocess.PIPE, encoding="utf-8") as started:
        begun(started)
        time.sleep(0.2)
        started.kill()
        started.communicate(timeout=60)
    assert started.returncode == -signal.SIGKILL
