"""How plans stand, as JSON; the shape is `schemas/status.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from roadmapc.plan.addresses import short_address
from roadmapc.plan.execution.standing import Standing


def report(found: Sequence[Standing]) -> str:
    """Return a JSON list, an object for each time at which a row is due; dates as YYYY-MM-DD."""
    return json.dumps([_object(one) for one in found], ensure_ascii=False, indent=2) + "\n"


def _object(one: Standing) -> dict[str, Any]:
    row, state, plan = one.unit.row, one.state, one.plan
    return {
        "municipality": plan.municipality,
        "roadmap": plan.id,
        "id": row.id,
        "address": short_address(plan, row),
        "section": plan.sections[row.section].title or None,
        "number": row.number or None,
        "activity": row.text.strip(),
        "deadline": row.deadline_text or None,
        "due": _day(state.due),
        "term": _day(state.term),
        "group": one.group,
        "state": state.status.value,
        "done": _day(state.done),
        "done_times": state.times[0],
        "times": state.times[1],
        "delay": state.delay,
        "owners": [assignee.text for assignee in row.assignees],
        "result": one.result or None,
        "reason": one.reason or None,
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
