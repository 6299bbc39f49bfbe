"""Proves that a document is taken apart as it prints."""

from __future__ import annotations

from roadmapc.plan.changes import printed


def test_paragraphs_are_lines() -> None:
    """Empty lines are none."""
    assert printed.paragraphs("раз\n\n- два\n- три\n") == ["раз", "- два", "- три"]
