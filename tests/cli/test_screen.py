"""Proves that no text commands the terminal or a runner of jobs, whatever prints it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.reporters import formats
from tests.hostile.terminal import PLACES, SIGNS, source
from tests.importing.counting.files import docx, p, table
from tests.word.files import changed, good

Run = Callable[..., subprocess.CompletedProcess[str]]

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"(?m)^\s*::|##\[|##vso\[|##teamcity\[")
_OWN = re.compile(r"(?m)^::(?:error|warning|notice) (?:file|title)=.*$")
COMMANDS: dict[str, tuple[str, ...]] = {
    **{f"check {name}": ("check", "--no-cache", "--format", name) for name in formats()},
    "check --diff": ("check", "--no-cache", "--diff"),
    "due": ("due", "--from", "2021-01-01"),
    "due json": ("due", "--from", "2021-01-01", "--format", "json"),
    "due csv": ("due", "--from", "2021-01-01", "--format", "csv"),
    "build": ("build", "--out", "out", "--draft"),
    "fmt": ("fmt",),
    "fmt --diff": ("fmt", "--diff"),
}


def seen(text: str) -> list[str]:
    """Return what would command the terminal or a runner; the reporter of GitHub writes commands of its own."""
    text = _OWN.sub("", text).replace("\r\n", "\n").replace("\ufeff", "")
    return _UNSEEN.findall(text) + _COMMAND.findall(text)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_values_and_keys(tmp_path: Path, call: Run, command: str) -> None:
    """In every place of a source, by every command and in every format."""
    for place in PLACES:
        for kind, text in SIGNS.items():
            (tmp_path / "a.yaml").write_text(source(place, text), encoding="utf-8")
            result = call(*COMMANDS[command], "a.yaml", cwd=tmp_path, COLUMNS="120")
            assert "Traceback" not in result.stderr
            assert (place, kind, seen(result.stdout + "\n" + result.stderr)) == (place, kind, [])
            if command.endswith(("json", "sarif", "gitlab")):
                json.loads(result.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("sign", [sign for sign in SIGNS.values() if "\0" not in sign], ids=repr)
def test_names_of_files(tmp_path: Path, call: Run, sign: str) -> None:
    """A file's name is shown with escapes by all commands, in reports and in errors."""
    name = f"{sign.replace('/', '')}.yaml"
    (tmp_path / name).write_text("roadmapc: 1\n", encoding="utf-8")
    (tmp_path / name.replace(".yaml", ".docx")).write_bytes(good())
    of_word = [("inspect",), ("inspect", "none"), ("import", "--out", "new"), ("import", "none")]
    commands = [*COMMANDS.values(), *of_word, ("check", "none"), ("deadline",)]
    for command in commands:
        files = (name.replace(".yaml", ".docx"),) if command in of_word else (name,)
        result = call(*command, *files, cwd=tmp_path, COLUMNS="120")
        assert "Traceback" not in result.stderr
        assert (command, seen(result.stdout + "\n" + result.stderr)) == (command, [])


@pytest.mark.parametrize("sign", ["\x9b31m", "\x85", "\u202eabc", "::error::x", "##[error]x"])
def test_titles_in_word_files(tmp_path: Path, call: Run, sign: str) -> None:
    """What `inspect` quotes of a document is quoted with escapes."""
    (tmp_path / "a.docx").write_bytes(changed(good(), "document", "ПРИКАЗЫВАЮ:", f'"{sign}" 1.1.2020'))
    for width in ("40", "160"):
        result = call("inspect", "a.docx", cwd=tmp_path, COLUMNS=width)
        assert seen(result.stdout + "\n" + result.stderr) == []


@pytest.mark.parametrize("sign", ["\x9b31m", "\x85", "\u202eabc", "::error::x", "##[error]x", "\u2028::error::"])
def test_texts_that_are_imported(tmp_path: Path, call: Run, sign: str) -> None:
    """What `import` quotes is quoted with escapes; the roadmap that comes of it can be read."""
    head, cells = (p("№"), p("Мероприятие"), p(f"Срок {sign}")), (p("1"), p(f"{sign} опрос"), p("май 2022"))
    left = p(sign, properties='<w:jc w:val="right"/>')
    (tmp_path / "a.docx").write_bytes(docx(p(f"План {sign}") + table(head, cells) + left, header1=p(sign)))
    for width in ("40", "160"):
        result = call("import", "a.docx", "--out", width, cwd=tmp_path, COLUMNS=width)
        assert result.returncode in (0, 1)
        assert seen(result.stdout + "\n" + result.stderr) == []
        written = call("check", "--no-cache", "--format", "json", f"{width}/a.yaml", cwd=tmp_path)
        assert "unreadable" not in written.stdout


def test_nothing_is_lost_in_json(tmp_path: Path, call: Run) -> None:
    """Escapes of JSON are read as the characters that they stand for."""
    (tmp_path / "a.yaml").write_text(source("activity", "Провести \x9b31m"), encoding="utf-8")
    found = json.loads(call("due", "--from", "2021-01-01", "--format", "json", "a.yaml", cwd=tmp_path).stdout)
    assert [one["activity"] for one in found] in ([], ["Провести \x9b31m"])


def test_a_terminal_of_a_million_columns(tmp_path: Path, call: Run) -> None:
    """Tables are no wider than any screen is."""
    (tmp_path / "a.docx").write_bytes(good())
    result = call("inspect", "a.docx", cwd=tmp_path, COLUMNS="1000000")
    assert max(map(len, result.stdout.splitlines())) <= 400


def test_lines_stay_whole_in_a_pipe(tmp_path: Path, call: Run) -> None:
    """Where no width is given and no screen is there, no line of `inspect` is broken."""
    (tmp_path / "a.docx").write_bytes(good())
    assert not any(line.endswith(" ") for line in call("inspect", "a.docx", cwd=tmp_path).stdout.splitlines())


def test_names_in_capitals_are_found(tmp_path: Path, call: Run) -> None:
    """«.DOCX» in a folder is a Word file too."""
    (tmp_path / "B.DOCX").write_bytes(good())
    assert "B.DOCX" in call("inspect", ".", cwd=tmp_path).stdout
