"""Proves that a problem stays as it was found until it is kept, and comes back as it was."""

from __future__ import annotations

import json

from roadmapc.checks.summary import RoadmapSummary, summary_of
from roadmapc.compiler import compile_source
from roadmapc.diagnostics import Source
from roadmapc.workspace.file_result import FileResult, to_diagnostics
from tests.conftest import TODAY
from tests.workspace.conftest import A

SOURCE = Source("a.yaml", A)


def result() -> FileResult:
    """Return what is found in a file."""
    one = compile_source(SOURCE, today=TODAY)
    assert one.plan is not None
    return FileResult(one.diagnostics, summary_of(one.plan), "2026-11-21")


def no_source(name: str | None) -> Source:
    """Stand for a text that nobody may ask for."""
    raise AssertionError


def test_what_was_found_stays() -> None:
    """No problem is made anew, and the text is not asked for."""
    found = result()
    assert found.problems
    assert all(a is b for a, b in zip(to_diagnostics(found.problems, no_source), found.problems, strict=True))


def test_what_was_kept_comes_back() -> None:
    """Through JSON come the same problems, the same summary and the same day; what was kept is kept as it is."""
    found = result()
    back = FileResult.from_json(json.loads(json.dumps(found.to_json("a.yaml"))))
    assert to_diagnostics(back.problems, lambda _: SOURCE) == list(found.problems)
    assert RoadmapSummary.model_validate(back.summary) == found.summary
    assert (back.day, back.is_unread) == (found.day, found.is_unread) == ("2026-11-21", False)
    assert back.to_json("a.yaml") == found.to_json("a.yaml")


def test_a_file_that_cannot_be_read() -> None:
    """Problems without a summary are those of a form that no rule has seen; the shared directory may have neither."""
    one = compile_source(Source("a.yaml", "a: ["), today=TODAY)
    assert FileResult(one.diagnostics).is_unread
    assert not FileResult([]).is_unread
