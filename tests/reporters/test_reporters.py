"""Proves what holds for each format that programs read: same input, same bytes; settled problems do not count."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from roadmapc.diagnostics import Diagnostic, Edit, Fix, Message, Severity, Source, Span
from roadmapc.reporters import CheckReport, formats, reporter
from tests.reporters.runs import real_run

FORMATS = ("github", "gitlab", "junit", "markdown", "sarif")
TODAY = ("--today", "2026-11-21")


def test_the_formats_are_found() -> None:
    assert formats() == ("text", "github", "gitlab", "json", "junit", "markdown", "sarif")


@pytest.mark.parametrize("name", FORMATS)
def test_the_program_writes_the_report(
    run: Callable[..., subprocess.CompletedProcess[str]], roadmaps: Path, tmp_path: Path, name: str
) -> None:
    """Printed or written to a file, however the interpreter orders its sets: the same bytes, and exit code 1."""
    expected = reporter(name).report(real_run())
    command = ("check", "roadmaps", "--no-waivers", "--lang", "en", "--format", name, *TODAY)
    for seed in ("1", "2"):
        result = run(*command, cwd=roadmaps.parent, PYTHONHASHSEED=seed)
        assert (result.returncode, result.stderr) == (1, "")
        assert result.stdout == expected
    result = run(*command, "--output", tmp_path / "report", cwd=roadmaps.parent)
    assert (result.returncode, result.stdout) == (1, "")
    assert (tmp_path / "report").read_bytes() == expected.encode()


@pytest.mark.parametrize("name", FORMATS)
def test_settled_problems_are_for_sarif_alone(name: str) -> None:
    """Waived problems and those of the baseline are not reported as open; SARIF lists them as suppressed."""
    one, other, third = (replace(p, message=Message(f"word{at}")) for at, p in enumerate(real_run().problems[:3]))
    run = CheckReport(("a.yaml",), (one.with_waiver("agreed"), replace(other, in_baseline=True), third), ())
    text = reporter(name).report(run)
    assert [word for word in ("word0", "word1", "word2", "agreed") if word in text] == (
        ["word0", "word1", "word2", "agreed"] if name == "sarif" else ["word2"]
    )


@pytest.mark.parametrize("name", FORMATS)
def test_sentences_are_in_the_readers_language(name: str) -> None:
    """All that a format says of a problem passes through the translation."""
    problems = tuple(p for p in real_run().problems if p.hint)
    text = reporter(name).report(CheckReport(("a.yaml",), problems, (), translate=lambda text: f"⟦{text}⟧"))
    for problem in problems:
        assert f"⟦{problem.message[:5]}" in text
        assert f"⟦{str(problem.hint)[:5]}" in text
    assert text.count("⟦") >= 2 * len(problems)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_whose_name_is_no_text_can_be_reported(
    call: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, clean: str, name: str
) -> None:
    path = tmp_path / "\udcff.yaml"
    try:
        path.write_text(clean.replace("owners: методист", "owners:"), encoding="utf-8")
    except OSError:  # pragma: no cover
        pytest.skip("this system's names are all texts")
    result = call("check", path, "--format", name, "--output", tmp_path / "report")
    assert result.returncode == 1
    assert "report" in result.stderr
    assert "RM301" in (tmp_path / "report").read_text("utf-8") or name == "gitlab"


def test_the_summary_counts_what_counts() -> None:
    """Open problems by severity, waived and known ones apart, what could be fixed, what no rule has judged."""
    source = Source("a.yaml", "текст")
    severities = (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.NOTE)
    fix = Fix((Edit(Span(0, 1), ""),))
    problems = [Diagnostic("RM001", "x", one, Message("m"), source, Span(0, 1), fix=fix) for one in severities]
    settled = (problems[0].with_waiver(""), replace(problems[1], in_baseline=True))
    report = CheckReport(("a.yaml", "b.yaml"), (*problems, *settled), (), unread=1)
    assert report.open == tuple(problems)
    assert report.summary == (
        "2 files; 1 error; 2 warnings; 1 note; 1 waived; in the baseline: 1; can be fixed with --fix: 4; "
        "1 file checked by no rule yet: first correct its form"
    )
    assert CheckReport((), (), ()).summary == "0 files; 0 errors; 0 warnings; 0 notes; 0 waived"
