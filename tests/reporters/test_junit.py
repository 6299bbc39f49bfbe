"""Proves that a reader of JUnit XML finds every file and every problem, with its words."""

from __future__ import annotations

import re
from posixpath import splitext
from unicodedata import category

import junitparser
from hypothesis import given

from roadmapc.diagnostics import Severity
from roadmapc.diagnostics.visible import visible
from roadmapc.reporters import CheckReport, junit
from roadmapc.reporters._sentences import legible
from tests.reporters.runs import hostile_run, place, real_run, runs


def allowed(text: str) -> str:
    """Return the text with escapes for what XML 1.0 forbids by its production 2, and for what nobody sees."""
    shown = "".join(f"\\u{ord(sign):04x}" if _is_unseen(sign) else sign for sign in text)
    return re.sub("\r(?!\n)", r"\\r", shown)


def _is_unseen(sign: str) -> bool:
    return sign not in "\t\n\r" and (category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in UNSEEN)


UNSEEN = {*map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF])}


def read_back(run: CheckReport) -> None:
    """Assert that the report, read by `junitparser`, says what the run holds."""
    document = junitparser.JUnitXml.fromstring(junit.report(run).encode())
    suites = list(document)
    assert (document.failures, document.errors) == (sum(p.severity is not Severity.NOTE for p in run.open), 0)
    assert [suite.name for suite in suites] == [allowed(name) for name in run.files]
    assert document.tests == sum(suite.tests for suite in suites)
    for name, suite in zip(run.files, suites, strict=True):
        problems = [problem for problem in run.open if problem.source.name == name]
        cases = list(suite)
        assert suite.tests == len(cases) == max(len(problems), 1)
        assert len({case.name for case in cases}) == len(cases)
        assert {case.classname for case in cases} == {allowed(splitext(name)[0])}
        if not problems:
            assert cases[0].is_passed
        for case, problem in zip(cases, problems, strict=False):
            (result,) = case.result
            line, column, *_ = place(problem)
            kind = junitparser.Skipped if problem.severity is Severity.NOTE else junitparser.Failure
            assert type(result) is kind
            assert (result.message, result.type) == (allowed(problem.message.text(str)), problem.severity.value)
            hint = f"\n{problem.hint.text(str)}" if problem.hint else ""
            head = f"{visible(name)}:{line}:{column}: {problem.code}"
            assert result.text == allowed(f"{head} {problem.message.text(str)} [{problem.name}]{hint}")
            assert case._elem.attrib["line"] == str(line)
            assert case._elem.attrib["file"] == allowed(name)
            assert case.name.startswith(allowed(f"{problem.code} {problem.name}: {problem.message.text(str)}"))


def test_the_real_problems_are_read() -> None:
    read_back(real_run())


def test_every_hostile_word_comes_back() -> None:
    read_back(hostile_run())


@given(runs())
def test_whatever_the_words_are_they_are_read(run: CheckReport) -> None:
    read_back(run)


def test_what_xml_forbids_is_shown_as_an_escape() -> None:
    every = "".join(map(chr, [*range(0x800), *range(0xD700, 0xE100), *range(0xFFF0, 0x10010), 0x10FFFF]))
    assert legible(every) == allowed(every)
    assert r"\u0000" in legible(every)


def test_no_times_and_no_machines() -> None:
    text = junit.report(real_run())
    assert not [word for word in ("timestamp=", "hostname=", "time=") if word in text]


def test_a_problem_of_a_file_that_was_not_named_has_a_suite() -> None:
    """What is wrong with the shared directory is told beside the files that were named."""
    run = CheckReport(("clean.yaml",), real_run().problems[:1], ())
    names = [suite.name for suite in junitparser.JUnitXml.fromstring(junit.report(run).encode())]
    assert names == ["clean.yaml", real_run().problems[0].source.name]
