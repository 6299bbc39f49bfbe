"""Proves that a run makes nothing twice: a problem is not written as data and read again, a text is decoded once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from roadmapc import compiler
from roadmapc.checks.selection import ALL
from roadmapc.diagnostics import Source
from roadmapc.rendering.packaged import packaged
from roadmapc.source.decoding import decode
from roadmapc.workspace import checking, file_result, source_files
from roadmapc.workspace.cache import Cache
from roadmapc.workspace.checking import CheckResult, CheckRun
from tests.conftest import CLEAN, TODAY
from tests.workspace.conftest import A, B

COPY = A.replace("title: Карта", "title: 'Карта'")


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often each file is decoded."""
    times: Counter[str] = Counter()

    def counted(name: str, data: bytes) -> Any:
        times[Path(name).name] += 1
        return decode(name, data)

    for module in (compiler, checking):
        monkeypatch.setattr(module, "decode", counted)
    return times


def check(project: Path, monkeypatch: pytest.MonkeyPatch, *, cache: bool) -> CheckResult:
    """Check the project as the command does."""
    monkeypatch.chdir(project)
    source_files.forget()
    files = source_files.sources([])
    return CheckRun(files, Path("-"), TODAY, ALL, no_waivers=False, cache=Cache(unused=not cache)).run({})


def test_without_a_cache_problems_stay_diagnostics(
    project: Path, monkeypatch: pytest.MonkeyPatch, decoded: Counter[str]
) -> None:
    """Nothing is turned into data and back, and each text is decoded once."""

    def refuse(*arguments: object) -> Any:
        raise AssertionError

    monkeypatch.setattr(file_result, "to_json", refuse)
    monkeypatch.setattr(file_result, "from_json", refuse)
    found = check(project, monkeypatch, cache=False)
    assert {problem.source.name for problem in found.problems} == {"roadmaps/a.yaml", "roadmaps/b.yaml"}
    assert decoded == {"a.yaml": 1, "b.yaml": 1}


def test_what_is_kept_is_decoded_where_it_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, decoded: Counter[str]
) -> None:
    """A second run decodes what has problems, once, and nothing else."""
    (project / "roadmaps" / "c.yaml").write_text(CLEAN.replace("Район", "Село"), "utf-8")
    first = check(project, monkeypatch, cache=True)
    assert decoded == {"a.yaml": 1, "b.yaml": 1, "c.yaml": 1}
    decoded.clear()
    again = check(project, monkeypatch, cache=True)
    assert again == first
    assert decoded == {"a.yaml": 1, "b.yaml": 1}


def test_what_lies_between_files_is_told_in_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch, decoded: Counter[str]
) -> None:
    """The file that a finding concerns is read again for it; its problems stand in order, found or kept."""
    (project / "roadmaps" / "b.yaml").write_text(COPY, "utf-8")
    first = check(project, monkeypatch, cache=True)
    assert decoded == {"a.yaml": 1, "b.yaml": 2}
    assert "duplicate-document" in {problem.name for problem in first.problems}
    assert [p.sort_key for p in first.problems] == sorted(p.sort_key for p in first.problems)
    assert check(project, monkeypatch, cache=True) == first
    (project / "roadmaps" / "b.yaml").write_text(B, "utf-8")
    assert "duplicate-document" not in {problem.name for problem in check(project, monkeypatch, cache=True).problems}


def test_a_clean_file_keeps_no_text(project: Path) -> None:
    """Two thousand files without problems are two thousand summaries, not two thousand texts."""
    one = checking._File(Path("a.yaml"), CLEAN.encode(), "", file_result.FileResult([]))
    assert one.problems([]) == []
    assert not any(isinstance(value, Source) for value in vars(one).values())


def test_a_form_that_changes_is_judged_anew(project: Path, monkeypatch: pytest.MonkeyPatch, checked: list[str]) -> None:
    """What is kept of a roadmap holds as long as the form that it names is as it was: there, gone, or another."""
    form = project / "templates" / "tsunta.docx"
    form.parent.mkdir()
    (project / "roadmaps" / "a.yaml").write_text(A.replace("roadmapc: 1\n", "roadmapc: 1\nform: tsunta\n"), "utf-8")
    seen = []
    for content in (None, b"PK", (packaged("templates") / "form.docx").read_bytes(), None):
        if content is not None:
            form.write_bytes(content)
        elif form.exists():
            form.unlink()
        for _ in range(2):
            found = check(project, monkeypatch, cache=True)
            seen.append(next((str(one.message) for one in found.problems if one.code == "RM429"), ""))
    gone = "there is no form “tsunta” (templates/tsunta.docx)"
    assert [one[:52] for one in seen[::2]] == [
        gone[:52],
        "form templates/tsunta.docx: this is not a Word docum",
        "",
        gone[:52],
    ]
    assert seen[::2] == seen[1::2]
    assert checked == ["a.yaml", "b.yaml", "a.yaml", "a.yaml", "a.yaml"]
