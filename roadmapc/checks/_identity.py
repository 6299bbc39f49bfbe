"""What tells documents apart."""

from __future__ import annotations

from roadmapc.checks._likeness import plain
from roadmapc.plan import Plan


def identity(plan: Plan) -> object:
    """Return what tells documents apart: whose it is, what it is called, and its period."""
    return plain(plan.municipality), plain(plan.roadmap.document.title or ""), plan.period
