"""What the options of `mark` say, as a mark has it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from roadmapc.cli import _terminal
from roadmapc.diagnostics import Message, UserError
from roadmapc.source.model.marks import document_of

_SAID = {"частично": "частично", "partly": "частично", "риск": "риск", "risk": "риск"}
_LIKE = Message("write it so: {example}", example="приказ от 20.05.2023 № 01-05/51")


@dataclass
class GivenMark:
    """The options of one mark, as they were typed."""

    done: str | None = None
    result: str | None = None
    documents: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    reason: str | None = None
    measures: str | None = None
    by: str | None = None
    said: str | None = None
    reported: str | None = None
    moved_to: str | None = None
    decision: str | None = None
    removed: str | None = None
    progress: str | None = None
    since: str | None = None
    until: str | None = None
    organisations: str | None = None
    missing: list[str] = field(default_factory=list)

    def values(self, today: date) -> dict[str, Any]:
        """Return what the mark is to say, in the order of the format; raises UserError for what does not fit.

        The word of a person holds from the day on which it was said: by default today.
        """
        found: dict[str, Any] = {
            "done": day_text(self.done, "--done"),
            "result": self.result,
            **self._progress(),
            "organisations": self._organisations(),
            **self._decisions(),
        }
        if "progress" not in found:
            found["documents"] = documents_of(self.documents, self.links)
        if "moved" not in found and "removed" not in found:
            found |= {"reason": self.reason, "by": self.by}
        elif "moved" in found and self.by:
            raise UserError(Message("--by goes with --done, --said and --removed; who decided stands in --decision"))
        reported = day_text(self.reported, "--reported") or (f"{today:%d.%m.%Y}" if self.said else None)
        found |= {"measures": self.measures, "reported": reported, "said": self._said()}
        return {key: value for key, value in found.items() if value not in (None, "", [])}

    def _said(self) -> str | None:
        return _SAID[_terminal.choice(self.said.casefold(), "--said", _SAID)] if self.said else None

    def _progress(self) -> dict[str, Any]:
        """Return what was done in an interval, with the documents that prove it."""
        if self.progress is None:
            if self.since or self.until:
                raise UserError(Message("--from and --until go with --progress: what was done meanwhile"))
            return {}
        _terminal.refuse_idle(
            (not (self.since and self.until), Message("--progress goes with --from DAY and --until DAY")),
            (self.done, Message("--progress tells of work that goes on: leave out --done")),
        )
        days = {"from": day_text(self.since, "--from"), "until": day_text(self.until, "--until")}
        proofs = documents_of(self.documents, self.links)
        return {"progress": [{**days, "text": self.progress, **({"documents": proofs} if proofs else {})}]}

    def _organisations(self) -> dict[str, Any] | None:
        if self.organisations is None:
            if self.missing:
                raise UserError(Message("--missing goes with --organisations: 18/22"))
            return None
        found = re.fullmatch(r"\s*(\d{1,6})\s*(?:/|из|of)\s*(\d{1,6})\s*", self.organisations)
        if found is None:
            raise UserError(Message("--organisations: how many of how many, for example 18/22"))
        return {"done": found[1], "of": found[2], **({"missing": self.missing} if self.missing else {})}

    def _decisions(self) -> dict[str, Any]:
        _terminal.refuse_idle(
            (
                self.moved_to and not self.decision,
                Message("--moved-to goes with --decision: the act that moved it"),
            ),
            (self.decision and not self.moved_to, Message("--decision goes with --moved-to DAY")),
            (
                self.removed and not (self.by and self.reason),
                Message("--removed goes with --by (who decided) and --reason (the ground)"),
            ),
            (self.removed and self.moved_to, Message("a row is either moved or taken off control")),
        )
        if self.removed:
            day = day_text(self.removed, "--removed")
            return {"removed": {"date": day, "by": self.by, "ground": self.reason}}
        if self.moved_to and self.decision:
            act = document_of(self.decision)
            if "date" not in act:
                raise UserError(Message("--decision: “{text}” names no date", text=self.decision), _LIKE)
            moved = {"to": day_text(self.moved_to, "--moved-to"), "act": act["kind"], "date": act["date"]}
            moved |= {"number": act["number"]} if "number" in act else {}
            return {"moved": [moved | ({"reason": self.reason} if self.reason else {})]}
        return {}


def documents_of(texts: list[str], links: list[str]) -> list[Any]:
    """Return documents as a mark has them: a line each, or a record where an address goes with it."""
    if len(links) > max(len(texts), 1):
        raise UserError(Message("there are more links than documents: write --document before each --link"))
    if links and len(links) < len(texts):
        raise UserError(Message("which document has which link? give each its --link, or mark them one by one"))
    found: list[Any] = []
    for at in range(max(len(texts), len(links))):
        text = " ".join(texts[at].split()) if at < len(texts) else ""
        link = links[at].strip() if at < len(links) else ""
        found.append({**(document_of(text) if text else {}), "link": link} if link else text)
    return [one for one in found if one]


def day_text(text: str | None, option: str) -> str | None:
    """Return a day as marks have it, 28.04.2023; raises UserError for what is none."""
    return f"{_day(text, option):%d.%m.%Y}" if text else None


def _day(text: str, option: str) -> date:
    return _terminal.named_day(text, option)
