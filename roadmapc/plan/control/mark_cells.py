"""A mark → the cells of its line, as texts: lists a line each, days as 01.09.2024. `mark_values` reads them back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.plan.control.columns import COLUMNS, DOCUMENT, Role
from roadmapc.russian.calendar import parse_date
from roadmapc.source.model.marks import ExecutionMark, Moved, Organisations, Progress, ProvingDocument

DOCUMENT_WORD = "Документ: "
"""What stands before a document that proves a part of work that goes on."""
NAMES = tuple(one.name for one in COLUMNS if one.role is Role.MARK)


def day_text(day: date) -> str:
    """Return a day as documents print it: 05.06.2022."""
    return f"{day:%d.%m.}{day.year:04}"


def mark_cells(mark: ExecutionMark | None) -> dict[str, str]:
    """Return the texts of all cells that people fill in, empty where nothing is said."""
    return dict.fromkeys(NAMES, "") | (dict(_cells(mark)) if mark else {})


def _cells(mark: ExecutionMark) -> Iterator[tuple[str, str]]:
    yield "done", written_day(mark.done)
    yield "reported", written_day(mark.reported)
    for key in ("said", "result", "reason", "measures", "by"):
        yield key, (getattr(mark, key) or "").strip()
    first, *others = mark.documents or (ProvingDocument(),)
    for key in DOCUMENT:
        value = getattr(first, key) or ""
        yield f"document-{key}", written_day(value) if key == "date" else value
    yield "documents", "\n".join(map(document_line, others))
    yield "organisations", _organisations(mark.organisations) if mark.organisations else ""
    yield "progress", "\n".join(map(progress_lines, mark.progress))
    yield "moved", "\n".join(map(moved_lines, mark.moved))
    if mark.removed:
        yield "removed", f"{written_day(mark.removed.date)} {mark.removed.by}\n{mark.removed.ground.strip()}"
    if mark.excluded:
        yield "excluded", act_line(mark.excluded.act, mark.excluded.date, mark.excluded.number)


def written_day(text: str | None) -> str:
    """Return a day of a mark, however it is written, as 05.06.2022."""
    day = parse_date(text) if text else None
    return day_text(day) if day else text or ""


def act_line(kind: str | None, day: str | None, number: str | None, link: str | None = None) -> str:
    """Return a document in a line: «приказ от 12.05.2023 № 01-05/44 https://…»."""
    parts = (kind, day and f"от {written_day(day)}", number and f"№ {number}", link)
    return " ".join(part for part in parts if part)


def document_line(document: ProvingDocument) -> str:
    """Return a document in a line."""
    return act_line(document.kind, document.date, document.number, document.link)


def _organisations(counts: Organisations) -> str:
    return "\n".join([f"{counts.done} из {counts.of}", *counts.missing])


def progress_lines(one: Progress) -> str:
    """Return what was done in an interval: «01.01.2023 – 30.06.2023: …», then a line for each document."""
    text = f"{written_day(one.since)} – {written_day(one.until)}: {one.text.strip()}"
    return "\n".join([text, *(DOCUMENT_WORD + document_line(document) for document in one.documents)])


def moved_lines(one: Moved) -> str:
    """Return a move: «на 01.10.2023: приказ от 20.05.2023 № 01-05/51», below it the reason."""
    line = f"на {written_day(one.to)}: {act_line(one.act, one.date, one.number)}"
    return f"{line}\n{one.reason.strip()}" if one.reason else line
