"""Problems as annotations of GitHub: a workflow command a line, read by the runner from a step's output.

Source: “Workflow commands for GitHub Actions” in GitHub's documentation; what is escaped, and how, is what the runner
undoes (`ActionCommand.cs` of `actions/runner`). The page shows some ten annotations of a kind a step, so the first line
counts them all. The log shows no properties of a command, so the sentence names the place again.
"""

from __future__ import annotations

from roadmapc.diagnostics import Diagnostic, Severity
from roadmapc.reporters import CheckReport
from roadmapc.reporters._sentences import sentence

_COMMANDS: dict[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(run: CheckReport) -> str:
    """Return a command for every problem that counts, after the summary as a notice."""
    commands = [_problem(problem, run) for problem in run.open]
    return "\n".join([_command("notice", {"title": "roadmapc"}, run.summary), *commands]) + "\n"


def _problem(problem: Diagnostic, run: CheckReport) -> str:
    start = problem.source.position(problem.span.start)
    end = problem.source.position(problem.span.end)
    properties: dict[str, object] = {"file": run.place(problem.source.name), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # the runner takes columns within one line alone
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = f"{problem.code} {problem.name}"
    return _command(_COMMANDS[problem.severity], properties, sentence(problem, run.translate))


def _command(name: str, properties: dict[str, object], data: str) -> str:
    words = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {words}::{data.translate(_DATA)}"
