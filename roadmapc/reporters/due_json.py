"""What is due, as JSON; the shape is `schemas/due.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from roadmapc.plan.due import DueEntry


def report(found: list[DueEntry]) -> str:
    """Return a JSON list, an object an occurrence; dates as YYYY-MM-DD."""
    return json.dumps([_object(entry) for entry in found], ensure_ascii=False, indent=2) + "\n"


def _object(entry: DueEntry) -> dict[str, Any]:
    row, occurrence = entry.row, entry.occurrence
    return {
        "municipality": entry.municipality,
        "roadmap": entry.roadmap,
        "id": row.id,
        "section": row.section_title or None,
        "number": row.number or None,
        "activity": row.text,
        "deadline": row.deadline_text or None,
        "first": occurrence.first.isoformat(),
        "due": occurrence.due.isoformat(),
        "act_by": occurrence.act_by.isoformat(),
        "remind": occurrence.act_by.isoformat(),  # deprecated: the old name of act_by
        "kind": row.kind,
        "owners": [assignee.text for assignee in row.assignees],
        "result": row.result or None,
        "status": entry.status,
        "state": entry.state.status.value if entry.state else None,
        "done": entry.state.done.isoformat() if entry.state and entry.state.done else None,
        "delay": entry.state.delay if entry.state else 0,
        "moved_from": entry.time.printed.isoformat() if entry.time.printed else None,
    }
