"""Proves that a baseline knows its files wherever the program is run, and that another file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.checks.baseline import baseline_text
from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span, UserError
from roadmapc.workspace.baseline_file import beside, read


def problem(name: str) -> Diagnostic:
    """Return a problem of a file."""
    return Diagnostic(
        "RM301", "missing-owner", Severity.ERROR, Message("m"), Source(name, "а"), Span(0, 1), anchor="a/b"
    )


def test_it_knows_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the folder above, from its own and by an absolute name, the file is the same; one beside it is not."""
    path = tmp_path / "in" / "known.json"
    path.parent.mkdir()
    monkeypatch.chdir(tmp_path)
    path.write_text(baseline_text([problem("in/a.yaml")], beside(path)), "utf-8")
    assert read(path).has(problem("in/a.yaml"))
    assert not read(path).has(problem("a.yaml"))
    monkeypatch.chdir(path.parent)
    known = read(Path("known.json"))
    assert known.has(problem("a.yaml"))
    assert known.has(problem(str(tmp_path / "in" / "a.yaml")))
    assert not known.has(problem("b.yaml"))


@pytest.mark.parametrize(
    ("data", "why"),
    [(None, "there is no such file"), ("{}".encode("utf-16"), "not in UTF-8"), (b"[]", "--write-baseline")],
)
def test_what_is_no_baseline(tmp_path: Path, data: bytes | None, why: str) -> None:
    """What is wrong is told with the command that writes one."""
    path = tmp_path / "known.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UserError) as error:
        read(path)
    assert why in f"{error.value.message} {error.value.hint}"
    assert "--write-baseline" in str(error.value.hint)


def test_a_mark_of_an_editor_does_not_matter(tmp_path: Path) -> None:
    """A baseline that was opened on Windows is one."""
    path = tmp_path / "known.json"
    path.write_text("\ufeff" + baseline_text([problem(str(tmp_path / "a.yaml"))], beside(path)), "utf-8")
    assert read(path).entries.total() == 1
