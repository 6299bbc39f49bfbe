"""What rules say of a base plan by itself, and what they leave to the roadmaps that extend it, and the other way round.

A base is judged by what stands in it; what it leaves open a municipality fills in, and is asked for there.
"""

from __future__ import annotations

from dataclasses import replace

from roadmapc.checks.selection import RuleSelection, matches

_LEFT_TO_ROADMAPS = (
    *("RM2", "RM7", "RM8", "RM9"),  # the whole document: its period, its approval, its cycle, others beside it
    *("missing-deadline", "undated-deadline", "missing-owner", "unused-owner", "foreign-municipality"),
    *("missing-result", "missing-title", "empty-section", "empty-column", "unfilled-mark"),
)
_LEFT_TO_BASE = ("RM6", "unused-owner")
"""Of what stands in the base: whether its waivers and roles serve is seen in all of it alone."""


def for_base(selection: RuleSelection) -> RuleSelection:
    """Return the rules of a selection that judge a base plan by itself."""
    return replace(selection, ignore=(*selection.ignore, *_LEFT_TO_ROADMAPS))


def is_left_to_base(name: str, code: str) -> bool:
    """Say whether a rule says nothing of what stands in the base of a roadmap."""
    return any(matches(pattern, name, code) for pattern in _LEFT_TO_BASE)
