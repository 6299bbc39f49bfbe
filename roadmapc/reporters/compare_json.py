"""What differs between two plans, as JSON; the shape is `schemas/changes.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from roadmapc.plan.addresses import short_address
from roadmapc.plan.changes import Change, MovedDeadline, OwnerLoad, OwnersChanged
from roadmapc.plan.changes.comparison import Comparison
from roadmapc.plan.plan import Plan, Row
from roadmapc.reporters._changes import Entry, Place, Side, entries, shifts


def report(found: Comparison, old: Side, new: Side) -> str:
    """Return a JSON object: both plans, changes in the order of the document (typography behind), what follows."""
    whole = {
        "old": _side(old, found.old),
        "new": _side(new, found.new),
        "changes": [_change(one) for one in entries(found, _all(found))],
        "deadlines": [_deadline(found, one) for one in found.consequences.deadlines],
        "owners": [_owner(found, one) for one in found.consequences.owners],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _all(found: Comparison) -> Sequence[Change]:
    return (*found.words, *found.typography)


def _side(side: Side, plan: Plan) -> dict[str, Any]:
    return {"file": side.name, "revision": side.revision, "municipality": plan.municipality, "id": plan.id}


def _change(one: Entry) -> dict[str, Any]:
    change, row = one.change, one.row
    owners = change if isinstance(change, OwnersChanged) else None
    return {
        "kind": one.kind,
        "field": change.field,
        "heading": one.heading or None,
        "row": row.id if row else None,
        "number": (row.number or None) if row else None,
        "address": one.address or None,
        "column": one.label if one.kind in {"cell-changed", "owners-changed"} else None,
        "old": change.old,
        "new": change.new,
        "owners_gained": [*owners.gained] if owners else [],
        "owners_lost": [*owners.lost] if owners else [],
        "old_place": _place(one.old),
        "new_place": _place(one.new),
        "uncertain": change.uncertain,
        "typography": change.typography,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return place._asdict() if place else None


def _deadline(found: Comparison, moved: MovedDeadline) -> dict[str, Any]:
    return {
        **_row(found.new, moved.new),
        "old_due": [day.isoformat() for day in moved.before],
        "new_due": [day.isoformat() for day in moved.now],
        "days": shifts(moved.before, moved.now),
    }


def _owner(found: Comparison, load: OwnerLoad) -> dict[str, Any]:
    return {
        "owner": load.owner,
        "gained": [_row(found.new, row) for row in load.gained],
        "lost": [_row(found.old, row) for row in load.lost],
    }


def _row(plan: Plan, row: Row) -> dict[str, Any]:
    number = row.number or None
    return {"row": row.id, "number": number, "address": short_address(plan, row), "activity": row.text.strip()}
