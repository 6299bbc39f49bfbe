"""Problems as JUnit XML, which GitLab, Jenkins and others show as results of tests.

Source: “Unit test reports” in GitLab's documentation and `junit-10.xsd` of Jenkins' xUnit plugin. A file is a suite, a
problem is a case; a file without problems is one case that passes. Errors and warnings are failures. A note is a case
skipped: both list what is skipped with its words and neither fails for it, while of a case that passes GitLab shows no
output. GitLab takes one case of a name alone and tells old failures from new ones by name: hence no line in the name,
and a number after what comes again. It shows the text of a failure and not its attributes: hence all in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from posixpath import splitext
from xml.sax.saxutils import escape, quoteattr

from roadmapc.diagnostics import Diagnostic, Message, Severity
from roadmapc.reporters import CheckReport
from roadmapc.reporters._sentences import legible, sentence


def report(run: CheckReport) -> str:
    """Return a document with a suite for every file; no times and no names of machines are in it."""
    files: dict[str, list[Diagnostic]] = {name: [] for name in run.files}
    for problem in run.open:
        files.setdefault(problem.source.name, []).append(problem)
    suites = [_suite(name, problems, run.translate) for name, problems in files.items()]
    clean = sum(not problems for problems in files.values())
    head = _tag("testsuites", name="roadmapc", **_counts(run.open, clean))
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(name: str, problems: Sequence[Diagnostic], translate: Callable[[str], str]) -> str:
    lines = [_tag("testsuite", name=name, **_counts(problems, not problems))]
    # A dot parts a package from its class for Jenkins: without the ending it shows the file as one.
    where = {"classname": splitext(name)[0], "file": name}
    if not problems:
        lines.append(_tag("testcase", name=Message("no problems").text(translate), **where) + "</testcase>")
    titles: set[str] = set()
    for problem in problems:
        plain = title = legible(f"{problem.code} {problem.name}: {problem.message.text(translate)}")
        again = 1
        while title in titles:
            again += 1
            title = f"{plain} ({again})"
        titles.add(title)
        place = problem.source.position(problem.span.start)
        lines.append(_tag("testcase", name=title, **where, line=place.line))
        lines += [_result(problem, translate), "</testcase>"]
    return "\n".join([*lines, "</testsuite>"])


def _result(problem: Diagnostic, translate: Callable[[str], str]) -> str:
    name = "skipped" if problem.severity is Severity.NOTE else "failure"
    message = problem.message.text(translate)
    # A carriage return that is not written as a number is read as a line feed.
    content = escape(legible(sentence(problem, translate)), {"\r": "&#13;"})
    return f"{_tag(name, message=message, type=problem.severity.value)}{content}</{name}>"


def _counts(problems: Sequence[Diagnostic], passed: int) -> dict[str, int]:
    skipped = sum(problem.severity is Severity.NOTE for problem in problems)
    return {"tests": len(problems) + passed, "failures": len(problems) - skipped, "errors": 0, "skipped": skipped}


def _tag(tag: str, /, **attributes: object) -> str:
    words = (f" {key}={quoteattr(legible(str(value)))}" for key, value in attributes.items())
    return f"<{tag}{''.join(words)}>"
