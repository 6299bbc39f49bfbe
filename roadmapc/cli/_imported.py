"""What an import shows: how a file was understood, what it left, and the proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Count, Message

if TYPE_CHECKING:
    from roadmapc.importer import Imported, NewRoadmap
    from roadmapc.importing.material import Material

_MOST_LEFT = 12
_LONG = 100


def shown(imported: Imported, materials: Sequence[Material], written: Sequence[Path]) -> Iterator[str]:
    """Yield the lines that tell of one import."""
    for material in materials:
        yield from (f"  {remark.text(_)}" for remark in material.remarks)
    if len(imported.roadmaps) > 1:
        yield "  " + Message("the file holds several plans: each is a roadmap of its own").text(_)
    for roadmap, path in zip(imported.roadmaps, written, strict=True):
        yield "  → " + path.as_posix()
        yield from _roadmap(roadmap)
    yield from _left(imported)
    yield "  " + proof(imported).text(_)


def _roadmap(roadmap: NewRoadmap) -> Iterator[str]:
    from roadmapc.importing.understood import understood

    facts = understood(roadmap.plan)
    document = roadmap.plan.roadmap.document
    lines = [
        Message("document: {kind}, {period}", kind=document.kind, period=document.period),
        Message("title: {title}", title=short(facts.title)) if facts.title else None,
        Message("order: {order}", order=short(facts.order)) if facts.order else None,
        Message("approved: {approval}", approval=short(facts.approval)) if facts.approval else None,
        Message("passport: rows: {n}", n=facts.passport) if facts.passport else None,
        Message("further attachments: {n}", n=facts.attachments) if facts.attachments else None,
        Message(
            "table: sections: {sections}, rows: {rows}, columns: {columns}",
            sections=facts.sections,
            rows=facts.rows,
            columns="; ".join(_column(kind, heading) for kind, heading in facts.columns) or "–",
        )
        if facts.rows or facts.sections
        else None,
        Message("owners: {n}, in the directory: {named}", n=facts.owners, named=len(roadmap.plan.roadmap.owners)),
        Message(
            "deadlines: understood {read}, doubtful {doubtful}, not understood {wrong}, none {missing}",
            read=facts.deadlines.read,
            doubtful=facts.deadlines.doubtful,
            wrong=facts.deadlines.not_understood,
            missing=facts.deadlines.missing,
        ),
    ]
    yield from ("    " + line.text(_) for line in lines if line)
    for doubt in roadmap.draft.doubts:
        where = ".".join(map(str, doubt.route))
        yield "    " + Message("look at {where}: {why}", where=where, why=doubt.message).text(_)


def _column(kind: str, heading: str) -> str:
    name = " ".join(heading.split())
    kinds = {
        "number": _("number"),
        "activity": _("activity"),
        "start": _("start"),
        "deadline": _("deadline"),
        "owners": _("owners"),
        "result": _("result"),
        "text": _("text"),
        "blank": _("filled in by hand"),
    }
    return f"{short(name, 40)} ({kinds[kind]})" if name.strip("–") else kinds[kind]


def _left(imported: Imported) -> Iterator[str]:
    left = imported.left
    if not left:
        return
    yield "  " + Message("without a place, now under “unplaced:”: {n}", n=len(left)).text(_)
    for one in left[:_MOST_LEFT]:
        yield f"    {one.place.message.text(_) or one.kind}: {short(one.text)}"
    if len(left) > _MOST_LEFT:
        yield "    " + Message("… and {n} more", n=len(left) - _MOST_LEFT).text(_)


def proof(imported: Imported) -> Message:
    """Return the sentence that says whether every word is somewhere."""
    found = imported.proof
    total = Count.of("of {n} word", "of {n} words", found.source.total())  # in Russian the words follow «из»
    if not found.holds:
        return Message("NOT proved: {total} {missing} are nowhere", total=total, missing=found.missing.total())
    left = found.left.total()
    if left:
        return Message("proved: {total} {left} have no place yet, none is lost", total=total, left=left)
    return Message("proved: all {total} have their place", total=total)


def short(text: str, most: int = _LONG) -> str:
    """Return a text on one line, of a long one its beginning."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"
