"""Proves that an address inside brackets is read as YAML 1.2 has it, which the parser of C refuses."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import Source
from roadmapc.source.parsing import parse_yaml


@pytest.mark.parametrize(
    "text",
    [
        "a: {link: https://example.org/x.pdf, b: c}\n",
        "a: [https://example.org, 'http://example.org']\n",
        "a: |\n  см. https://example.org\n",
        "a: https://example.org # и https://example.com\n",
    ],
)
def test_an_address_is_what_is_written(text: str) -> None:
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert not problems
    assert tree is not None
    assert "://example.org" in str(tree.data)
    assert "\ufdd0" not in str(tree.data)
    for span in tree.values.values():
        assert 0 <= span.start <= span.end <= len(text)
