"""Problems as SARIF 2.1.0, which GitHub's code scanning and many editors read.

Source: the OASIS standard “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”, and “SARIF support for
code scanning” in GitHub's documentation for what must be there to be shown. Waived problems and those of the baseline
are listed as suppressed; a problem that counts has an empty list of suppressions, because the standard wants the list
on all results or on none. Braces stay single: a message without arguments is shown as it stands by those who read it.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import quote

from roadmapc import __version__
from roadmapc.checks.manual import RulePage, pages
from roadmapc.diagnostics import Diagnostic, Label, Source, Span
from roadmapc.reporters import CheckReport, Translate

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(run: CheckReport) -> str:
    """Return a log of one run: the rules of its problems, and a result for each problem, settled ones too."""
    first = {problem.code: problem for problem in reversed(run.problems)}
    codes = sorted(first)
    manual = {page.code: page for page in pages()}
    driver = {
        "name": "roadmapc",
        "version": __version__,
        "rules": [_rule(first[code], manual.get(code), run.translate) for code in codes],
    }
    results = [_result(problem, codes.index(problem.code), run) for problem in run.problems]
    runs = [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": runs}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(problem: Diagnostic, page: RulePage | None, translate: Translate) -> dict[str, Any]:
    if page is None:  # a problem of no rule of ours: its name says what it is
        page = RulePage(problem.code, problem.name, problem.severity.value, problem.name, (), "", "")
    summary = translate(page.summary)
    paragraphs = [summary, *map(translate, page.why)]
    examples = [(translate(title), text) for title, text in page.examples]
    indented = [f"{title}\n\n" + "\n".join(f"    {line}" for line in text.splitlines()) for title, text in examples]
    fenced = [f"{title}\n\n```yaml\n{text}\n```" for title, text in examples]
    return {
        "id": page.code,
        "name": page.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": "\n\n".join(paragraphs)},
        "help": {"text": "\n\n".join(paragraphs + indented), "markdown": "\n\n".join(paragraphs + fenced)},
        "defaultConfiguration": {"level": page.severity},
    }


def _result(problem: Diagnostic, rule: int, run: CheckReport) -> dict[str, Any]:
    uri = _uri(run.place(problem.source.name))
    text = problem.message.text(run.translate)
    if problem.hint:
        text += "\n" + problem.hint.text(run.translate)
    result = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [_location(uri, problem.source, problem.span)],
        "partialFingerprints": {"roadmapc/v1": problem.fingerprint},
        "suppressions": _suppressions(problem),
    }
    if problem.labels:
        result["relatedLocations"] = [
            {**_label_place(label, problem, run), "message": {"text": label.message.text(run.translate)}}
            for label in dict.fromkeys(problem.labels)  # the schema wants each once
        ]
    if problem.fix:
        replacements = [
            {"deletedRegion": _region(problem.source, edit.span), "insertedContent": {"text": edit.text}}
            for edit in problem.fix.edits
        ]
        change = {"artifactLocation": {"uri": uri}, "replacements": replacements}
        result["fixes"] = [{"artifactChanges": [change], "properties": {"safe": problem.fix.safe}}]
    return result


def _label_place(label: Label, problem: Diagnostic, run: CheckReport) -> dict[str, Any]:
    source = label.source or problem.source
    return _location(_uri(run.place(source.name)), source, label.span)


def _suppressions(problem: Diagnostic) -> list[dict[str, str]]:
    waived = [] if problem.waived is None else [{"kind": "inSource", "justification": problem.waived}]
    return waived + ([{"kind": "external"}] if problem.in_baseline else [])


def _location(uri: str, source: Source, span: Span) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": uri}, "region": _region(source, span)}
    return {"physicalLocation": place}


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


_ROOT: Final = PurePosixPath("/").as_uri()
_DRIVE = re.compile("[A-Za-z]:(?=/)")


def _uri(name: str) -> str:
    """Return a file's path as a URI (RFC 8089 where it begins at the root or with a drive), character by character."""
    drive = _DRIVE.match(name)
    if drive:
        return _ROOT + drive[0] + quote(name[drive.end() :], errors="replace")
    return _ROOT + quote(name[1:], errors="replace") if name.startswith("/") else quote(name, errors="replace")
