"""Proves that the report of an import is what its schema promises, and adds up."""

from __future__ import annotations

import json

import jsonschema

from roadmapc.reporters.import_json import report
from roadmapc.reporters.output_schemas import import_schema
from tests.importing.test_samples import imported

NAMES = ("s04_order_and_roadmap", "s12_tracked_changes", "s13_words_aside", "s17_passport_and_indicators")


def test_the_report_is_valid_and_adds_up() -> None:
    """The words of the source are those placed, left and repeated; each piece has its text and its place."""
    text = report([([f"{name}.docx"], [f"{name}.yaml"], imported(name)) for name in NAMES])
    found = json.loads(text)
    jsonschema.validate(found, import_schema())
    for one in found:
        words = one["words"]
        assert words["missing"] == 0
        assert words["source"] <= words["placed"] + words["left"] + words["repeated"]
        assert all(piece["text"] for piece in one["left"])
    order, changes, aside, programme = found
    assert order["roadmaps"][0]["order"].startswith("08.09.2025 № 214")
    assert changes["removed"]
    assert not changes["left"]
    assert {piece["kind"] for piece in aside["left"]} >= {"header", "footer", "text box", "hidden", "comment"}
    assert programme["roadmaps"][0]["passport"] == 8


def test_files_that_are_not_written_have_no_name() -> None:
    """Where nothing was written, the roadmap has no file."""
    (one,) = json.loads(report([(["a.docx"], [], imported(NAMES[0]))]))
    assert one["roadmaps"][0]["file"] is None
