"""Problems as tables in Markdown, for the summary of a job or a comment on a merge request.

Source: “GitHub Flavored Markdown Spec” (tables), which GitLab reads alike. GitHub refuses a summary of a step longer
than 1 MiB (“Workflow commands for GitHub Actions”); what would be longer is cut between problems, and the last line
says how many are left out.
"""

from __future__ import annotations

import re
from html import escape

from roadmapc.diagnostics import Count, Diagnostic
from roadmapc.reporters import CheckReport
from roadmapc.reporters._sentences import legible

LIMIT = 1024 * 1024
_ROOM_FOR_LAST_LINE = 1024
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPECIAL = re.compile(r"[\\`*_\[\]~$#!|]")


def report(run: CheckReport) -> str:
    """Return a headline with the summary and a table for every file with problems that count."""
    text = f"## roadmapc: {escaped(run.summary)}\n"
    left = LIMIT - _ROOM_FOR_LAST_LINE - len(text.encode(errors="replace"))
    parts, file = [text], None
    for at, problem in enumerate(run.open):
        part = _row(problem, run)
        if problem.source.name != file:
            file = problem.source.name
            part = _head(file, run) + part
        left -= len(part.encode(errors="replace"))
        if left < 0:
            n = len(run.open) - at
            words = Count.of("{n} more problem does not fit in here", "{n} more problems do not fit in here", n)
            return "".join([*parts, f"\n{words.text(run.translate)}\n"])
        parts.append(part)
    return "".join(parts)


def _head(file: str, run: CheckReport) -> str:
    translate = run.translate
    titles = (
        translate("Line"),
        translate("Severity"),
        translate("Rule"),
        translate("Problem"),
        translate("What to do"),
    )
    return f"\n### {escaped(file)}\n\n| {' | '.join(titles)} |\n| ---: | --- | --- | --- | --- |\n"


def _row(problem: Diagnostic, run: CheckReport) -> str:
    cells = (
        str(problem.source.position(problem.span.start).line),
        run.translate(problem.severity.value),
        f"`{problem.code} {problem.name}`",
        escaped(problem.message.text(run.translate)),
        escaped(problem.hint.text(run.translate)) if problem.hint else "",
    )
    return f"| {' | '.join(cells)} |\n"


def escaped(text: str) -> str:
    """Return the text as one line that is shown as it stands: no markup of its own, no HTML, no end of a cell."""
    # As numbers, not with backslashes: readers of tables differ on a backslash before a bar.
    numbered = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", escape(legible(text), quote=False))
    return _LINE_END.sub("<br>", numbered)
