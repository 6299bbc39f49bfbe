"""Proves that problems come back from plain data as they were: places, cures, and words in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from roadmapc.checks.manual import READING, rule_page
from roadmapc.checks.running import rules
from roadmapc.cli import _language
from roadmapc.compiler import Compilation, compile_bytes
from roadmapc.diagnostics import Count, Diagnostic, Message, Severity, Source, Span
from roadmapc.diagnostics.as_json import from_json, to_json
from tests.checks.test_rules import check_example, completed
from tests.conftest import CLEAN, ROADMAPS, TODAY


def texts(problem: Diagnostic) -> list[str]:
    """Return all words of a problem as a reader of each language sees them."""
    messages = [problem.message, *(label.message for label in problem.labels), problem.hint or Message("")]
    found = []
    for code in _language.LANGUAGES:
        _language.activate(code)
        found += [message.text(_language.translate) for message in messages]
    return found


def _own_text(source: Source, name: str | None) -> Source:
    """Return the text of the file in question, which is the only one."""
    assert name is None
    return source


def same(problems: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """Say whether problems come back through JSON as they were, in every language."""
    for problem in problems:
        kept = json.loads(json.dumps(to_json([problem], problem.source.name)))
        (back,) = from_json(kept, partial(_own_text, problem.source))
        if back != problem or texts(back) != texts(problem) or back.fingerprint != problem.fingerprint:
            return False
    return True


def everything() -> Iterator[tuple[str, list[Diagnostic]]]:
    """Return the problems of all bad examples of all rules, those of reading, and those of the real roadmaps."""
    for rule in rules():
        page = rule_page(rule)
        yield page.name, check_example(rule, page.bad, CLEAN)
    for page in READING:
        yield page.name, list(compiled(completed(page.bad, CLEAN).encode()).diagnostics)
    for path in sorted(ROADMAPS.glob("*.yaml")):
        yield path.stem, list(compiled(path.read_bytes()).diagnostics)


def compiled(data: bytes) -> Compilation:
    """Compile a file that stands alone."""
    return compile_bytes("a.yaml", data, today=TODAY)


@pytest.mark.parametrize(("name", "problems"), [*everything()])
def test_problems_come_back_as_they_were(name: str, problems: list[Diagnostic]) -> None:
    """What each rule says of its example comes back the same, its words in Russian and English too."""
    assert same(problems), name


def test_values_of_all_kinds_come_back() -> None:
    """Dates that a template writes in its own way, counted words, words within words, and paths."""
    message = Message(
        "{date:%d.%m.%Y} {count} {inner} {path} {share:.1f} {flag}",
        date=date(2022, 5, 31),
        count=Count.of("{n} error", "{n} errors", 5),
        inner=Message("the value is missing"),
        path=Path("a/b.yaml"),
        share=1.25,
        flag=True,
    )
    source = Source("a.yaml", "text")
    assert same([Diagnostic("RM101", "missing-deadline", Severity.NOTE, message, source, Span(0, 1), waived="")])
