"""Proves that new values are laid out as `fmt` would."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.diagnostics import Source
from roadmapc.plan.splicing.rendering import block, entry, flow
from roadmapc.source.formatting import lay_out
from roadmapc.source.parsing import parse_yaml

LONG = "слово " * 30


@pytest.mark.parametrize(
    "values",
    [
        {"sections": [{"title": "Раздел", "activities": [{"activity": "Дело: раз", "owners": ["a", "b"]}]}]},
        {"document": {"title": LONG.strip(), "kind": "план"}},
        {"preface": [{"text": "раз\n\nдва"}, {"text": LONG.strip()}]},
        {"owners": {"a": "'", "b": LONG.strip()}, "signature": [{"position": "Н", "name": "И"}]},
        {"approval": {"act": "раз\nдва"}, "waivers": []},
    ],
)
def test_it_reads_back_and_stays_in_order(values: dict[str, Any]) -> None:
    """The text means the values, and the layout has nothing to change but what no author put in brackets."""
    text = "\n".join(block(values, 0)) + "\n"
    tree, problems = parse_yaml(Source("", text))
    assert tree is not None
    assert not problems
    assert tree.data == values
    again, _ = parse_yaml(Source("", lay_out(tree)))
    assert again is not None
    assert {line.strip() for line in lay_out(tree).split("\n")} <= {line.strip() for line in text.split("\n")} | {""}


def test_brackets_hold_few_short_words() -> None:
    """A list of longer ones stands in lines."""
    assert entry("a:", ["б", "в"], 2) == ["  a: [б, в]"]
    assert entry("a:", ["б" * 50], 0) == ["a:", "  - " + "б" * 50]
    assert flow({"a": ["б, в"]}) == "{a: ['б, в']}"
