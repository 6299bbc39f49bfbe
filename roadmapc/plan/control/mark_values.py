"""The cells of a line → values of a mark, as the format has them: the way back from `mark_cells`.

Whatever is in no known form is a `CellFault`; nothing is taken for something like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.plan.control.columns import DOCUMENT
from roadmapc.plan.control.mark_cells import (
    DOCUMENT_WORD,
    act_line,
    day_text,
    document_line,
    moved_lines,
    progress_lines,
)
from roadmapc.russian.calendar import parse_date
from roadmapc.source.model.marks import ExecutionMark, document_of

Plain = dict[str, Any]
_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
_COUNTS = re.compile(r"(\d{1,6})\s+из\s+(\d{1,6})")
_INTERVAL = re.compile(rf"({_DAY})\s*[–—-]\s*({_DAY}):\s*(.*)", re.DOTALL)
_MOVE = re.compile(rf"на\s+({_DAY})\s*:\s*(\S.*)", re.IGNORECASE)
_DECIDED = re.compile(rf"({_DAY}),?\s++(\S.*)")
_SAID = ("частично", "риск")


class CellFault(Exception):
    """A cell says nothing that a mark could say; `name` is its column."""

    def __init__(self, name: str, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.name, self.message, self.hint = name, message, hint


def value_of(key: str, cells: Mapping[str, str], mark: ExecutionMark | None = None) -> Any:
    """Return the value of a key for the texts of its cells, None where they are empty; raises CellFault.

    What of a list is as it was in `mark` is taken from there, so that nothing of it gets lost.
    """
    if key == "documents":
        return _documents(cells, mark) or None
    text = cells.get(key, "").strip()
    return _READERS[key](text, mark) if text else None


def _day(name: str, text: str) -> str:
    day = parse_date(text)
    if day is None:
        raise CellFault(name, Message("not a date: {text}", text=text), Message("write it as 28.04.2023"))
    return day_text(day)


def _said(text: str, _mark: ExecutionMark | None) -> str:
    if text.lower() not in _SAID:
        hint = Message("leave it empty, or write one of: {words}", words=", ".join(_SAID))
        raise CellFault("said", Message("a person may not say so of a status: {text}", text=text), hint)
    return text.lower()


def _documents(cells: Mapping[str, str], mark: ExecutionMark | None) -> list[Plain]:
    first = {key: text for key in DOCUMENT if (text := cells.get(f"document-{key}", "").strip())}
    if "date" in first:
        first["date"] = _day("document-date", first["date"])
    known = {document_line(one): plain_of(one) for one in (mark.documents if mark else ())}
    found = [known.get(act_line(*(first.get(key) for key in DOCUMENT)), first)] if first else []
    lines = (line.strip() for line in cells.get("documents", "").splitlines())
    return found + [known.get(line) or _document("documents", line) for line in lines if line]


def _document(name: str, line: str) -> Plain:
    parts: Plain = dict(document_of(line))
    if "date" in parts:
        parts["date"] = _day(name, parts["date"])
    return parts


def _act(name: str, line: str) -> Plain:
    """Return a deciding act, which must have a kind and a date."""
    parts = _document(name, line)
    if set(parts) - {"number"} != {"kind", "date"}:
        hint = Message("write it as «приказ от 20.05.2023 № 01-05/51»")
        raise CellFault(name, Message("no act with its date: {text}", text=line), hint)
    kind = parts.pop("kind")
    return {"act": kind, **parts}


def _organisations(text: str, _mark: ExecutionMark | None) -> Plain:
    first, *others = text.splitlines()
    found = _COUNTS.fullmatch(first.strip())
    if not found:
        hint = Message("write it as «18 из 22», and below it those that have not, a line each")
        raise CellFault("organisations", Message("not a count of organisations: {text}", text=first), hint)
    counts: Plain = {"done": int(found[1]), "of": int(found[2])}
    missing = [line.strip() for line in others if line.strip()]
    return {**counts, "missing": missing} if missing else counts


def _entries(text: str, head: re.Pattern[str]) -> list[list[str]]:
    """Return the lines of each entry: one begins with a line of the form of `head`."""
    found: list[list[str]] = []
    for line in text.splitlines():
        if head.fullmatch(line.strip()) or not found:
            found.append([line.strip()])
        else:
            found[-1].append(line.strip())
    return found


def _progress(text: str, mark: ExecutionMark | None) -> list[Plain]:
    known = {progress_lines(one): plain_of(one) for one in (mark.progress if mark else ())}
    return [known.get("\n".join(lines)) or _interval(lines) for lines in _entries(text, _INTERVAL)]


def _interval(lines: Sequence[str]) -> Plain:
    at = next((at for at, line in enumerate(lines) if line.startswith(DOCUMENT_WORD)), len(lines))
    found = _INTERVAL.fullmatch("\n".join(lines[:at]).strip())
    rest = [line for line in lines[at:] if line]
    if not found or not found[3].strip() or not all(line.startswith(DOCUMENT_WORD) for line in rest):
        hint = Message("write it as «01.01.2023 – 30.06.2023: что сделано», below it «Документ: …»")
        raise CellFault("progress", Message("no time of which it is told: {text}", text=lines[0]), hint)
    told: Plain = {
        "from": _day("progress", found[1]),
        "until": _day("progress", found[2]),
        "text": found[3].strip(),
    }
    documents = [_document("progress", line.removeprefix(DOCUMENT_WORD)) for line in rest]
    return {**told, "documents": documents} if documents else told


def _moved(text: str, mark: ExecutionMark | None) -> list[Plain]:
    known = {moved_lines(one): plain_of(one) for one in (mark.moved if mark else ())}
    return [known.get("\n".join(lines)) or _move(lines) for lines in _entries(text, _MOVE)]


def _move(lines: Sequence[str]) -> Plain:
    found = _MOVE.fullmatch(lines[0])
    if not found:
        hint = Message("write it as «на 01.10.2023: приказ от 20.05.2023 № 01-05/51», below it the reason")
        raise CellFault("moved", Message("not a move of a term: {text}", text=lines[0]), hint)
    move = {"to": _day("moved", found[1]), **_act("moved", found[2])}
    reason = "\n".join(lines[1:]).strip()
    return {**move, "reason": reason} if reason else move


def _removed(text: str, _mark: ExecutionMark | None) -> Plain:
    first, *others = text.splitlines()
    found = _DECIDED.fullmatch(first.strip())
    ground = "\n".join(line.strip() for line in others).strip()
    if not found or not ground:
        hint = Message("write it as «12.05.2023 заместитель начальника», below it the ground")
        raise CellFault("removed", Message("no decision with its day, person and ground: {text}", text=first), hint)
    return {"date": _day("removed", found[1]), "by": " ".join(found[2].split()), "ground": ground}


_READERS: Mapping[str, Callable[[str, ExecutionMark | None], Any]] = {
    "done": lambda text, _: _day("done", text),
    "reported": lambda text, _: _day("reported", text),
    "said": _said,
    "result": lambda text, _: text,
    "reason": lambda text, _: text,
    "measures": lambda text, _: text,
    "by": lambda text, _: " ".join(text.split()),
    "organisations": _organisations,
    "progress": _progress,
    "moved": _moved,
    "removed": _removed,
    "excluded": lambda text, _: _act("excluded", text),
}


def plain_of(record: Any) -> Plain:
    """Return a record of the model as plain data, without what is not said."""
    return dict(record.model_dump(by_alias=True, exclude_unset=True, mode="json"))
