"""Proves that the Code Quality report has the shape that GitLab documents, and says what was found."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from roadmapc.reporters import CheckReport, gitlab
from tests.reporters.runs import hostile_run, place, real_run, runs

# After “Code Quality report format” in GitLab's documentation: all of these are required, a path is relative.
LINE = {"type": "integer", "minimum": 1}
LINES = {"type": "object", "properties": {"begin": LINE, "end": LINE}, "required": ["begin"]}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": r"^[0-9a-f]{32}(-\d+)?$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"path": {"type": "string", "not": {"pattern": r"^\./"}}, "lines": LINES},
            },
        },
    },
}


def read_back(run: CheckReport) -> list[dict[str, Any]]:
    """Assert that a report fits and says what the run holds; return it."""
    found: list[dict[str, Any]] = json.loads(gitlab.report(run))
    jsonschema.validate(found, SCHEMA)
    assert len({entry["fingerprint"] for entry in found}) == len(found) == len(run.open)
    for entry, problem in zip(found, run.open, strict=True):
        assert (entry["check_name"], entry["location"]["path"]) == (problem.name, problem.source.name)
        line, _, end_line, _ = place(problem)
        assert entry["location"]["lines"] == {"begin": line, "end": end_line}
        hint = f" – {problem.hint.text(str)}" if problem.hint else ""
        assert entry["description"] == f"{problem.code} {problem.message.text(str)}{hint}"
        severities = {"major": "error", "minor": "warning", "info": "note"}
        assert severities[entry["severity"]] == problem.severity.value
        assert entry["fingerprint"].startswith(problem.fingerprint)
    return found


def test_the_real_problems_are_reported() -> None:
    assert len(read_back(real_run())) == len(real_run().problems)


def test_every_hostile_word_comes_back() -> None:
    read_back(hostile_run())


@given(runs())
def test_whatever_the_words_are_they_come_back(run: CheckReport) -> None:
    read_back(run)


def test_a_fingerprint_that_comes_again_is_numbered() -> None:
    problem = real_run().problems[0]
    run = CheckReport(("a.yaml",), (problem,) * 3, ())
    first = problem.fingerprint
    assert [entry["fingerprint"] for entry in read_back(run)] == [first, f"{first}-2", f"{first}-3"]


@pytest.mark.parametrize("key", ["description", "check_name", "fingerprint", "severity", "location"])
def test_the_schema_would_tell(key: str) -> None:
    found = read_back(real_run())
    del found[0][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, SCHEMA)
