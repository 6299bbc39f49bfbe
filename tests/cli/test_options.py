"""Proves that commands read alike: the same option has one name and one sentence, and help shows no name twice."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc import cli
from roadmapc.cli._help import _headings

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en")
MODULES = [info.name for info in pkgutil.iter_modules(cli.__path__) if info.name[0] != "_" and info.name != "main"]
COMMANDS = [name.rstrip("_") for name in MODULES]
RECORD = re.compile(r"^  ((?:-\w, )?--[a-z-]+)(?: [A-Z]+)? +(\S.*(?:\n {4,}\S.*)*)", re.MULTILINE)


def options(run: Run, command: str) -> dict[str, str]:
    """Return the options of a command with their sentences, without defaults."""
    shown = run(command, "--help", *EN, COLUMNS="300").stdout
    return {name: re.sub(r"  \[default.*", "", " ".join(text.split("\n"))) for name, text in RECORD.findall(shown)}


def test_the_same_option_is_explained_alike(run: Run) -> None:
    """Where two commands share an option it has one name; what it says differs for a few alone."""
    known: dict[str, set[str]] = {}
    for command in COMMANDS:
        for name, text in options(run, command).items():
            known.setdefault(name, set()).add(text)
    assert known["-h, --help"] == {"Show this message and exit."}
    assert known["-o, --out"] == {
        "The folder to write into.",
        "Write what would be printed to this file.",
        "The file to write; by default in roadmaps/, never written over.",
        "The folder of roadmaps to write into.",
    }
    differing = {name for name, texts in known.items() if len(texts) > 1}
    assert differing <= {"-o, --out", "--format", "--diff", "--check", *_DIFFERING}
    assert "--out" not in known


_DIFFERING = frozenset(
    {"--municipality", "--to", "--period", "--layout", "--month", "--explain", "--apply", "--due", "--owner", "--draft"}
    | {"--dry-run", "--date", "--number", "--title", "--reason", "--from", "--until", "--since", "--done", "--id"}
    | {
        "--criteria",
        "--preamble",
        "--summary",
        "--yes",
        "--read",
        "--report",
        "--as-of",
        "--by",
        "--result",
        "--open",
        "--region",
        "--force",
    }
)
"""Options that mean something of their own in a command or two."""


def test_what_prints_for_programs_writes_to_a_file(run: Run) -> None:
    """Whatever has `--format` has `--out`."""
    for command in COMMANDS:
        found = options(run, command)
        assert "--format" not in found or "-o, --out" in found, command


@pytest.mark.parametrize("width", ["60", "120"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_help_lists_commands_in_groups(run: Run, width: str, lang: str) -> None:
    """Each command once, below the heading of its group; a group without commands has none; no line is too long."""
    shown = run("--help", "--lang", lang, COLUMNS=width).stdout
    names = ["Prepare", "Check", "Follow", "Change"]
    names = names if lang == "en" else ["Подготовка", "Проверка", "Исполнение", "Изменения"]
    assert re.findall(r"^(\w+):$", shown, re.MULTILINE)[1:] == names
    listed = re.findall(r"^  ([a-z]+) {2,}\S", shown, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)
    assert max(map(len, shown.splitlines())) <= min(int(width), 100)
    starts = {len(line) - len(line.lstrip()) for line in shown.splitlines() if line.startswith("    ")}
    assert starts == {13}, "columns of all groups stand below each other"


def test_every_command_says_its_group() -> None:
    """A group that has no heading would hide its commands."""
    for name in MODULES:
        assert importlib.import_module(f"roadmapc.cli.{name}").GROUP in _headings()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_short_help(call: Run, command: str) -> None:
    """`-h` is `--help` everywhere."""
    words = [command] if command else []
    asked = call(*words, "-h")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert asked.stdout == call(*words, "--help").stdout


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("check", "--formt", "json"), "  = perhaps “--format”"),
        (("due", "--untl", "2022-05-31"), "  = perhaps “--until”"),
        (("--versoin",), "  = perhaps “--version”"),
        (("biuld",), "  = perhaps “build”"),
        (("due", "-x"), None),
        (("check", "--qqqqqq"), None),
    ],
)
def test_the_nearest_is_offered(call: Run, words: tuple[str, ...], hint: str | None) -> None:
    """An option or a command mistyped is offered its nearest; what is like nothing, or one letter, is not."""
    result = call(*words, *EN)
    assert result.returncode == 2
    assert result.stderr.splitlines()[1:] == ([hint] if hint else [])


def test_old_names_are_accepted_and_not_shown(run: Run, call: Run, roadmaps: Path, tmp_path: Path) -> None:
    """`due --to` and `check --output` serve those who know them; help names what they are called now."""
    assert "--to " not in run("due", "--help").stdout
    assert "--output" not in run("check", "--help").stdout
    day = ("--from", "2022-05-01", roadmaps, "--format", "json")
    assert call("due", *day, "--to", "31.05.2022").stdout == call("due", *day, "--until", "31.05.2022").stdout
    assert call("check", roadmaps, "--output", tmp_path / "report").returncode == 0
    assert (tmp_path / "report").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--year", "2022", "--format", "json"),
        ("due", "--year", "2022", "--format", "csv"),
        ("due", "--year", "2022"),
        ("deadline", "май 2022", "--format", "json"),
        ("deadline", "до 5 мартя", "--period", "2022"),
        ("schema", "owners"),
    ],
)
@pytest.mark.parametrize("option", ["--out", "-o"])
def test_answers_in_a_file(call: Run, tmp_path: Path, clean: str, words: tuple[str, ...], option: str) -> None:
    """A file holds what would be printed, byte for byte; the exit code is the same."""
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "a.yaml").write_text(clean, "utf-8")
    printed = call(*words, cwd=tmp_path)
    written = call(*words, option, "answer", cwd=tmp_path)
    assert (written.returncode, written.stdout) == (printed.returncode, "")
    assert written.stderr == "answer: записано\n"
    assert (tmp_path / "answer").read_bytes() == printed.stdout.encode()


def test_an_answer_takes_the_place_of_no_source(call: Run, tmp_path: Path, clean: str) -> None:
    """Neither a roadmap nor a document that is read is written over; nothing is written where the answer fails."""
    (tmp_path / "a.yaml").write_text(clean, "utf-8")
    (tmp_path / "a.txt").write_text(clean, "utf-8")
    for words in (("due", "a.yaml", "-o", "a.yaml"), ("due", "a.txt", "-o", "a.txt"), ("schema", "-o", "b.yml")):
        assert call(*words, cwd=tmp_path).returncode == 2
    assert call("deadline", "май", "--period", "вчера", "-o", "answer", cwd=tmp_path).returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "a.yaml"]
    assert (tmp_path / "a.txt").read_text("utf-8") == (tmp_path / "a.yaml").read_text("utf-8") == clean


def test_days_are_written_in_either_way(call: Run, tmp_path: Path, clean: str) -> None:
    """Wherever an option names a day it is 2022-05-31 or 31.05.2022."""
    (tmp_path / "a.yaml").write_text(clean, "utf-8")
    for day in ("2022-05-31", "31.05.2022"):
        for words in (("check", "--today", day), ("build", "--today", day), ("due", "--today", day)):
            assert call(*words, "a.yaml", cwd=tmp_path).returncode == 0
        for option in ("--from", "--until"):
            other = ("--from", "2022-05-01") if option == "--until" else ()
            assert call("due", option, day, *other, "a.yaml", cwd=tmp_path).returncode == 0


def test_schemas_by_kind(call: Run) -> None:
    """`schema` alone is the roadmap's; a kind that has none is told with those that have."""
    assert json.loads(call("schema").stdout) == json.loads(call("schema", "roadmap").stdout)
    assert json.loads(call("schema", "owners").stdout)["title"].startswith("Общий справочник")
    assert json.loads(call("schema", "criteria").stdout)["title"]
    wrong = call("schema", "report", *EN)
    assert wrong.returncode == 2
    assert "roadmap, base, marks, edition, criteria, owners" in wrong.stderr
