"""Proves what `fmt` does to files, to standard input, and to what it cannot lay out: nothing."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.source.formatting import LayoutError
from tests.source.test_formatting import PAIRS

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en")
LOOSE = "sections:\n- {title: Раз}   # почему\nroadmapc:   '1'\n"
TIDY = "roadmapc: 1\nsections:\n  - {title: Раз}  # почему\n"


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """Return a file that is not in order, and whose shape is wrong besides."""
    path = tmp_path / "a.yaml"
    path.write_bytes(LOOSE.encode())
    return path


def test_the_real_roadmaps_are_in_order(run: Run, roadmaps: Path, tmp_path: Path) -> None:
    """As users run it: `--check` finds the real roadmaps in order."""
    result = run("fmt", "--check", roadmaps, *EN, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "not in order: 0; in order: 6; cannot be laid out: 0\n"


def test_files_are_laid_out_in_place(call: Run, loose: Path) -> None:
    """What is not in order is rewritten and named; the shape of a file matters no more than a second run."""
    (loose.parent / "b.yml").write_bytes(TIDY.encode())
    result = call("fmt", ".", *EN, cwd=loose.parent)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "a.yaml: laid out\nlaid out: 1; in order already: 1; cannot be laid out: 0\n"
    assert loose.read_bytes() == TIDY.encode()
    again = call("fmt", ".", *EN, cwd=loose.parent)
    assert again.stdout == "laid out: 0; in order already: 2; cannot be laid out: 0\n"
    assert sorted(path.name for path in loose.parent.iterdir()) == ["a.yaml", "b.yml"]


def test_check_changes_nothing(call: Run, loose: Path) -> None:
    """`--check` lists what would change and exits with 1."""
    result = call("fmt", "--check", "a.yaml", *EN, cwd=loose.parent)
    assert result.returncode == 1
    assert result.stdout == "a.yaml: not in order\nnot in order: 1; in order: 0; cannot be laid out: 0\n"
    assert loose.read_bytes() == LOOSE.encode()


def test_diff_changes_nothing(call: Run, loose: Path) -> None:
    """`--diff` prints a patch that makes the layout, and nothing else, and exits with 1; with 0 there is none."""
    result = call("fmt", "--diff", "a.yaml", cwd=loose.parent)
    assert result.returncode == 1
    assert result.stdout == (
        "--- a.yaml\n+++ a.yaml\n@@ -1,3 +1,3 @@\n+roadmapc: 1\n sections:\n-- {title: Раз}   # почему\n"
        "-roadmapc:   '1'\n+  - {title: Раз}  # почему\n"
    )
    assert loose.read_bytes() == LOOSE.encode()
    loose.write_bytes(TIDY.encode())
    result = call("fmt", "--diff", "--check", "a.yaml", cwd=loose.parent)
    assert (result.returncode, result.stdout) == (0, "")


def test_diff_of_a_last_line_without_end(call: Run, loose: Path) -> None:
    """A patch says that the last line had no end, as `diff` does."""
    loose.write_bytes(TIDY.rstrip().encode())
    result = call("fmt", "--diff", "a.yaml", cwd=loose.parent)
    assert result.returncode == 1
    assert "\n\\ No newline at end of file\n+" in result.stdout


@pytest.mark.parametrize("data", [TIDY.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TIDY.encode()])
def test_marks_of_other_systems_go(call: Run, loose: Path, data: bytes) -> None:
    """CRLF becomes LF and a byte order mark goes, in files that are in order besides; `--diff` says so in words."""
    loose.write_bytes(data)
    assert call("fmt", "--check", "a.yaml", cwd=loose.parent).returncode == 1
    shown = call("fmt", "--diff", "a.yaml", *EN, cwd=loose.parent)
    assert shown.stdout == "a.yaml: only line ends or the mark at the beginning would change\n"
    assert loose.read_bytes() == data
    assert call("fmt", "a.yaml", cwd=loose.parent).returncode == 0
    assert loose.read_bytes() == TIDY.encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: [\n", "RM001"),
        (b"\xff\xfe\x00", "RM003"),
        ("а: №\n".encode("cp1251"), "RM003"),
        ("а: б\nа: в\n".encode(), "RM004"),
        (b"a: &x b\n", "RM005"),
        (b"a: 1\n---\nb: 2\n", "RM006"),
        ("а: приказ #5\n".encode(), "RM007"),
        (b"[" * 40 + b"]" * 40, "RM008"),
        (b"", "RM002"),
        ("# только примечание\n".encode(), "RM002"),
        (b"x" * 2_000_001, "RM003"),
    ],
)
@pytest.mark.parametrize("option", [(), ("--check",), ("--diff",), ("--deadlines",)])
def test_what_cannot_be_read_is_left(call: Run, loose: Path, data: bytes, code: str, option: tuple[str, ...]) -> None:
    """A file in which something is wrong as YAML is reported as `check` does, and left; the others are laid out."""
    broken = loose.parent / "b.yaml"
    broken.write_bytes(data)
    result = call("fmt", *option, "b.yaml", "a.yaml", *EN, cwd=loose.parent)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith("b.yaml:")
    assert f": {code} " in result.stdout.splitlines()[0]
    assert broken.read_bytes() == data
    assert (loose.read_text(encoding="utf-8") == TIDY) == (option in {(), ("--deadlines",)})


def test_what_would_lose_something_is_left(call: Run, loose: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout that is refused is said in words; the file stays."""

    def refused(tree: object) -> str:
        raise LayoutError

    monkeypatch.setattr("roadmapc.cli.fmt.lay_out", refused)
    result = call("fmt", "a.yaml", *EN, cwd=loose.parent)
    assert result.returncode == 1
    assert result.stdout == (
        "a.yaml: the file cannot be laid out without loss; nothing in it was changed\n"
        "laid out: 0; in order already: 0; cannot be laid out: 1\n"
    )
    assert loose.read_bytes() == LOOSE.encode()


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_standard_input_to_standard_output(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads standard input and writes the layout, in order or not, and nothing else."""
    for data in (LOOSE, TIDY, "\ufeff" + TIDY.replace("\n", "\r\n")):
        given(monkeypatch, data.encode())
        result = call("fmt", "-")
        assert (result.returncode, result.stdout, result.stderr) == (0, TIDY, "")
    given(monkeypatch, LOOSE.encode())
    result = call("fmt", "-", "--check", *EN)
    assert (result.returncode, result.stdout, result.stderr) == (1, "-: not in order\n", "")
    given(monkeypatch, LOOSE.encode())
    assert call("fmt", "-", "--diff").stdout.startswith("--- -\n+++ -\n@@")


def test_broken_standard_input(call: Run, monkeypatch: pytest.MonkeyPatch, loose: Path) -> None:
    """What cannot be read from standard input is told on the error stream, so that nothing is written over a file."""
    given(monkeypatch, b"a: [\n")
    result = call("fmt", "-", *EN)
    assert (result.returncode, result.stdout) == (1, "")
    assert "-:1:4: RM001 " in result.stderr
    result = call("fmt", "-", loose, *EN)
    assert (result.returncode, result.stdout) == (2, "")
    assert "stands alone" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="rights and links are those of POSIX")
def test_rights_and_links_stay(call: Run, loose: Path) -> None:
    """A file keeps its mode, and behind a link the file it leads to is rewritten, the link stays."""
    loose.chmod(0o640)
    link = loose.parent / "links" / "b.yaml"
    link.parent.mkdir()
    link.symlink_to(Path("..") / "a.yaml")
    assert call("fmt", "links", cwd=loose.parent).returncode == 0
    assert link.is_symlink()
    assert loose.read_bytes() == TIDY.encode()
    assert stat.S_IMODE(loose.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written(call: Run, loose: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a file open elsewhere leaves the old file whole, no other beside it, and exits with 2."""

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "refused", str(target))

    monkeypatch.setattr(Path, "replace", refused)
    result = call("fmt", "a.yaml", *EN, cwd=loose.parent)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "roadmapc: cannot write a.yaml: no permission; is the file open in another program?\n"
    assert [path.read_bytes() for path in loose.parent.iterdir()] == [LOOSE.encode()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Май 2022г.", "май 2022 г."),
        ("2021-2024 Ежегодно (май)", "2021–2024 годы, ежегодно май"),
        ("{text: до 30.09.2022, dates: [30.09.2022]}", "{text: до 30 сентября 2022 г., dates: [30.09.2022]}"),
        ('"2021-2024\\nавгуст,\\nоктябрь"', "2021–2024 годы, август, октябрь"),
        ("до 30 мартя 2022", None),
        ("до 10.00 ч. 1 марта 2022", None),
        ("I этап – сентябрь 2022", None),
        ("по мере необходимости", None),
        ("в течение 10 дней после приказа", None),
        ("сентябрь 2022 (по особому графику)", None),
        ("'Срок: май 2022'", None),
    ],
)
def test_deadlines_in_canonical_words(call: Run, tmp_path: Path, clean: str, before: str, after: str | None) -> None:
    """`--deadlines` rewords what is understood without doubt and says no more; all else stays as it is."""
    for name, words in (("a.yaml", before), ("b.yaml", after or before)):
        source = clean.replace("deadline: май 2022", f"deadline: {words}")
        (tmp_path / name).write_text(source, encoding="utf-8")
    assert call("fmt", "--deadlines", tmp_path / "a.yaml").returncode == 0
    assert call("fmt", tmp_path / "b.yaml").returncode == 0
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == (tmp_path / "b.yaml").read_text(encoding="utf-8")
    assert call("fmt", "--check", "--deadlines", tmp_path).returncode == 0, "the second time nothing changes"


def test_deadlines_that_cannot_be_dated(call: Run, tmp_path: Path, clean: str) -> None:
    """Without a plan or its period the deadlines stay and that is said; the rest is laid out."""
    for wrong in (clean.replace("2021-2024", "когда-то"), clean.replace("roadmapc: 1\n", "")):
        (tmp_path / "a.yaml").write_text(wrong.replace("май 2022", "Май  2022г."), encoding="utf-8")
        result = call("fmt", "--deadlines", "a.yaml", *EN, cwd=tmp_path)
        assert result.returncode == 0
        assert result.stdout == (
            "a.yaml: the deadlines were left alone: first correct what “roadmapc check” reports\n"
            "laid out: 0; in order already: 1; cannot be laid out: 0\n"
        )
    assert call("fmt", "a.yaml", *EN, cwd=tmp_path).stdout.startswith("laid out: 0;")


def test_every_pair_through_files(call: Run, tmp_path: Path) -> None:
    """What the layout makes of a text, the command makes of a file."""
    for number, (before, _) in enumerate(PAIRS.values()):
        (tmp_path / f"{number:02}.yaml").write_bytes(before.encode())
    assert call("fmt", tmp_path).returncode == 0
    for number, (_, after) in enumerate(PAIRS.values()):
        assert (tmp_path / f"{number:02}.yaml").read_bytes() == after.encode()
