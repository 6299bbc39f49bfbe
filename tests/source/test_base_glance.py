"""Proves that the bytes of a roadmap tell the base that it extends, as reading it does."""

from __future__ import annotations

import pytest

from roadmapc.source import base_glance
from roadmapc.source.base_glance import extends_at_a_glance

USUAL = [
    ("roadmapc: 1\nextends: ../model-plan.yaml\n", "../model-plan.yaml"),
    ("extends:   model plan.yaml  \r\n", "model plan.yaml"),
    ("extends: 'общий план.yaml'\n", "общий план.yaml"),
    ('extends: "../plan.yaml"\n', "../plan.yaml"),
    ("roadmapc: 1\nextends:\n  file: ../plan.yaml\n  digest: 0a\n", "../plan.yaml"),
]
ODD = [
    ("extends: plan.yaml # общий\n", "plan.yaml"),
    ("extends: {file: plan.yaml, digest: 0a}\n", "plan.yaml"),
    ("extends:\n  digest: 0a\n  file: plan.yaml\n", "plan.yaml"),
    ("{roadmapc: 1, extends: plan.yaml}\n", "plan.yaml"),
    ("\ufeffextends: plan.yaml\n", "plan.yaml"),
    ('"extends": plan.yaml\n', "plan.yaml"),
    ("extends: |\n  plan.yaml\n", "plan.yaml\n"),
    ("extends: 'it''s.yaml'\n", "it's.yaml"),
]
NONE = [
    "roadmapc: 1\n",
    "# extends: a\n",
    "notes: extends\n",
    "extends:\n",
    "extends: [a]\n",
    "extends: [",
    "- extends\n",
]


@pytest.mark.parametrize(("text", "file"), USUAL)
def test_the_usual_ways_need_no_reader(text: str, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path behind its key or in its record is seen in the bytes."""
    monkeypatch.setattr(base_glance, "_read", None)
    assert extends_at_a_glance(text.encode()) == file


@pytest.mark.parametrize(("text", "file"), ODD)
def test_other_ways_are_read(text: str, file: str) -> None:
    """Comments, brackets, another order, a byte order mark, quotes within quotes."""
    assert extends_at_a_glance(text.encode()) == file


@pytest.mark.parametrize("text", NONE)
def test_a_file_that_names_none(text: str) -> None:
    """The word elsewhere is no key; a key without a path names nothing; what is no YAML is left to its reader."""
    assert extends_at_a_glance(text.encode()) is None


@pytest.mark.parametrize("data", [b"extends: \xff\xfe\n", b"\xff\xfee\0x\0t\0", b"extends:" + b" " * 100_000 + b"'"])
def test_odd_bytes(data: bytes) -> None:
    """Whatever the bytes are, something is told, and soon."""
    extends_at_a_glance(data)
