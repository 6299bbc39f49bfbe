"""Proves that JSON of changes says everything by its schema, of every kind of change."""

from __future__ import annotations

import json
from random import Random

import jsonschema
import pytest

from roadmapc.plan.changes.comparison import compare
from roadmapc.reporters import compare_json
from roadmapc.reporters._changes import Side
from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from tests.plan.changes.plans import SOURCE
from tests.plan_edits import edited
from tests.plans import plan_of


@pytest.mark.parametrize("seed", range(12))
def test_edits_by_chance(seed: int) -> None:
    """All that comes of them is by the schema, and the same again."""
    old, new = plan_of(SOURCE), plan_of(edited(SOURCE, plan_of, Random(seed)))
    text = compare_json.report(compare(old, new), Side("a", "0" * 40), Side("b"))
    found = json.loads(text)
    jsonschema.validate(found, OUTPUT_SCHEMAS["changes.schema.json"]())
    assert text == compare_json.report(compare(old, new), Side("a", "0" * 40), Side("b"))
    assert bool(found["changes"]) == (old.tree.data != new.tree.data)
