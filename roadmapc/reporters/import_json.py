"""What an import understood and what it left, as JSON; the shape is `schemas/import.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from roadmapc.diagnostics import Translate
from roadmapc.importer import Imported, NewRoadmap
from roadmapc.importing.material import Place
from roadmapc.importing.understanding.draft import Left
from roadmapc.importing.understood import understood


def report(found: Iterable[tuple[Sequence[str], Sequence[str], Imported]], translate: Translate = str) -> str:
    """Return a JSON list, an object for each import: files read, files written, what came of them."""
    objects = [_object([*read], [*written], imported, translate) for read, written, imported in found]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _object(read: list[str], written: list[str], imported: Imported, translate: Translate) -> dict[str, Any]:
    proof = imported.proof
    paths: list[str | None] = [*written] or [None] * len(imported.roadmaps)
    return {
        "files": read,
        "words": {
            "source": proof.source.total(),
            "placed": (proof.source & proof.placed).total(),
            "left": proof.left.total(),
            "repeated": proof.repeated.total(),
            "missing": proof.missing.total(),
            "added": proof.added.total(),
        },
        "left": [_left(one) for one in imported.left],
        "repeated": [_left(one) for roadmap in imported.roadmaps for one in roadmap.draft.repeated],
        "removed": [_left(one) for roadmap in imported.roadmaps for one in roadmap.draft.removed],
        "roadmaps": [_roadmap(one, path, translate) for one, path in zip(imported.roadmaps, paths, strict=True)],
    }


def _left(left: Left) -> dict[str, Any]:
    return {"kind": left.kind, "text": left.text, "place": _place(left.place)}


def _place(place: Place) -> dict[str, Any]:
    return {key: value for key, value in place._asdict().items() if value}


def _roadmap(one: NewRoadmap, path: str | None, translate: Translate) -> dict[str, Any]:
    facts = understood(one.plan)
    return {
        "file": path,
        "kind": one.plan.roadmap.document.kind,
        "title": facts.title or None,
        "period": one.plan.roadmap.document.period,
        "order": facts.order or None,
        "approval": facts.approval or None,
        "passport": facts.passport,
        "attachments": facts.attachments,
        "sections": facts.sections,
        "rows": facts.rows,
        "columns": [{"is": kind, "heading": heading} for kind, heading in facts.columns],
        "owners": facts.owners,
        "deadlines": facts.deadlines._asdict(),
        "doubts": [
            {"at": ".".join(map(str, doubt.route)), "message": doubt.message.text(translate)}
            for doubt in one.draft.doubts
        ],
        "decisions": [
            {"what": d.what, "value": d.value, "confidence": d.confidence, "place": _place(d.place)}
            for d in one.draft.decisions
        ],
    }
