"""Material → draft of a roadmap: the order, the attachment that is the plan, the others; then what holds for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Grid, Material, Text
from roadmapc.importing.understanding.about import kind_of, municipality_in, region_in
from roadmapc.importing.understanding.approval import agreed, begins_attachment
from roadmapc.importing.understanding.attachment import AttachmentReader
from roadmapc.importing.understanding.draft import MARK, Doubt, Draft, Left
from roadmapc.importing.understanding.order import find_order, read_order
from roadmapc.importing.understanding.owners import cells_of, directory, usual_style, written
from roadmapc.importing.understanding.period import FoundPeriod, period_in, period_of_days
from roadmapc.importing.understanding.table import table_values
from roadmapc.importing.understanding.words import is_empty, one_line
from roadmapc.word.reader.document import note_mark

_SAID = re.compile(
    r"(?:период|срок\w*)(?:\s+и\s+этап\w*)?\s+(?:реализации|действия|исполнения|выполнения)", re.IGNORECASE
)
_SURE = 0.9
_UNSURE = 0.45
_PLAN = re.compile(
    r"(?:(?:комплексный|календарный|перспективный|годовой|сводный) )?план\b|дорожная карта|программа|циклограмма",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(?:(?:стр|страниц\w*|лист\w*|с|из|page|of)\b|[\s.\d–-])*", re.IGNORECASE)


def understand(materials: Sequence[Material]) -> list[Draft]:
    """Return the roadmap of one file, or of several that belong together: an order and its attachments.

    Plans that each have a гриф of their own, as a school keeps ten of them in one file, are a roadmap each.
    """
    order: dict[str, Any] = {}
    common = Draft()
    readers: list[AttachmentReader] = []
    for material in materials:
        blocks = [block for block in material.blocks if not is_empty(block)]
        found = None if order else find_order(blocks)
        if found:
            order = read_order(blocks, found, common)
            blocks = [*(blocks[at] for at in found.inside), *blocks[found.end :]]
        readers += [AttachmentReader(part, Draft()).read() for part in _attachments(blocks) if part]
        _put_asides(material, readers, common)
    groups = [readers] if order else _plans(readers)
    drafts = []
    for at, group in enumerate(groups):
        draft = common if at == 0 else Draft()
        for reader in group:
            draft.take(reader.draft)
        _Assembly(draft, order if at == 0 else {}, group, materials).assemble()
        drafts.append(draft)
    return drafts


def _plans(readers: list[AttachmentReader]) -> list[list[AttachmentReader]]:
    """Return the attachments of each plan: one with tables and its own гриф begins another plan."""
    groups: list[list[AttachmentReader]] = [[]]
    for reader in readers:
        approved = reader.approval.get("by") or reader.approval.get("word")
        own = approved and reader.approval.get("attachment") in (None, "нет")
        if own and reader.tables and any(one.tables for one in groups[-1]):
            groups.append([])
        groups[-1].append(reader)
    return groups


def _put_asides(material: Material, readers: Sequence[AttachmentReader], draft: Draft) -> None:
    """Put footnotes below the table that they belong to; what pages only count is no word; the rest is left."""
    tables = [table for reader in readers for table in reader.tables]
    notes = 0
    for aside in material.asides:
        words = " ".join(aside.text.split())
        if aside.kind == "footnote":
            notes += 1
        if aside.kind in ("deleted", "inserted"):
            draft.removed.append(Left(aside.kind, words, aside.place))
        elif aside.kind == "footnote" and tables:
            table = next((one for one in tables if one.place.table == aside.place.table), tables[-1])
            table.notes.append(f"{note_mark(notes)} {words}")
        elif aside.kind in ("header", "footer") and _PAGES.fullmatch(words):
            draft.repeated.append(Left("page number", words, aside.place))
        else:
            draft.leave(aside.kind, words, aside.place)


def _attachments(blocks: Sequence[Text | Grid]) -> list[list[Text | Grid]]:
    """Return the blocks of each attachment: a mark or гриф begins a new one."""
    parts: list[list[Text | Grid]] = [[]]
    for block in blocks:
        if begins_attachment(block) and any(_is_content(one) for one in parts[-1]):
            parts.append([])
        parts[-1].append(block)
    return parts


def _is_content(block: Text | Grid) -> bool:
    """Tell whether a block is more than a line of a гриф."""
    return (isinstance(block, Grid) and not begins_attachment(block)) or (
        isinstance(block, Text) and (block.align in ("center", "both") or len(block.words) > 120)
    )


class _Assembly:
    """Puts what was read together, in the order of the format's keys."""

    def __init__(
        self, draft: Draft, order: dict[str, Any], readers: list[AttachmentReader], materials: Sequence[Material]
    ) -> None:
        self.draft = draft
        self.order = order
        self.readers = readers
        self.materials = materials
        main = max(readers, key=lambda one: sum(len(table.lines) for table in one.tables), default=None)
        self.main = main or AttachmentReader([], draft)
        self.others = [one for one in readers if one is not self.main]

    def assemble(self) -> None:
        main, draft = self.main, self.draft
        title = main.title
        kind, sure = kind_of(title or one_line(self.order.get("subject", "")))
        draft.decide("kind", kind, sure)
        if sure < 0.5:
            draft.doubts.append(
                Doubt(("document", "kind"), Message("the kind of document is not named: see what it is"))
            )
        draft.values["roadmapc"] = 1
        draft.values["municipality"] = self._municipality(title)
        draft.values["document"] = (
            {"kind": kind} | ({"title": title} if title else {}) | {"period": self._period(title)}
        )
        if main.approval:
            approval = dict(main.approval)
            agreed(approval, kind)
            draft.values["approval"] = approval
        if self.order:
            draft.values["order"] = self.order
        self._content(draft.values, main)
        if self.others:
            draft.values["attachments"] = [self._further(one, number) for number, one in enumerate(self.others, 2)]
        self._owners()
        self._look_at_tables()

    def _look_at_tables(self) -> None:
        """Doubt a file without a table of activities, a table without rows, a heading that names another plan."""
        tables = [table for reader in self.readers for table in reader.tables]
        doubts = self.draft.doubts
        if not tables:
            why = Message("there is no table of activities in the file")
            doubts.append(Doubt(("sections",), why, grave=True))
        elif not any(line.kind == "row" for table in tables for line in table.lines):
            doubts.append(Doubt(("sections",), Message("the table has no rows"), grave=True))
        several = len(self.main.tables) > 1
        for at, table in enumerate(self.main.tables):
            unsure = [one for one in table.columns if one.confidence < _UNSURE and one.kind not in ("text", "blank")]
            if unsure:
                names = ", ".join(one.heading or "–" for one in unsure)
                why = Message("see whether these columns are what they are taken for: {names}", names=names)
                doubts.append(Doubt(("tables", at) if several else ("table",), why))
        for at, table in enumerate(self.main.tables[1:], 1):
            if _PLAN.match(one_line(table.heading)):
                why = Message("this heading names a plan of its own: see whether the file holds two plans")
                doubts.append(Doubt(("tables", at), why, grave=True))

    def _texts(self) -> list[str]:
        order = self.order
        texts = [self.main.title, order.get("subject", ""), self.main.approval.get("act", "")]
        texts += order.get("letterhead", {}).get("organisation", ())
        texts += [self.main.approval.get("by", {}).get("position", "")]
        texts += [signature["position"] for signature in self.main.signatures]
        texts += [part.get("text", "") for part in self.main.parts]
        texts += [self.main.passport.get("title", ""), *(table.heading for table in self.main.tables)]
        texts += [text for row in self.main.passport.get("rows", ()) for text in (row["name"], row.get("text", ""))]
        return [text for text in texts if text]

    def _municipality(self, title: str) -> dict[str, Any]:
        texts = [title, *self._texts()]
        name = municipality_in(texts)
        region = region_in(texts)
        if not name:
            name = f"{MARK} муниципалитет"
            self.draft.doubts.append(Doubt(("municipality", "name"), Message("the file does not say whose plan it is")))
        return {"name": name} | ({"region": region} if region else {})

    def _period(self, title: str) -> str:
        rows = [words for table in self.main.tables for line in table.lines for words in line.cells.values()]
        dates = period_of_days(rows)
        best = self._named_period(title) or dates
        if best is None:
            best = period_of_days([self.order.get("date", ""), self.main.approval.get("date", "")])
        route = ("document", "period")
        if best is None:
            self.draft.doubts.append(Doubt(route, Message("the file names no period: write the years of the plan")))
            return f"{MARK} период"
        self.draft.decide("period", best.text, best.confidence)
        if best.confidence < 0.6:
            self.draft.doubts.append(
                Doubt(route, Message("the period is taken from the dates in the text: see whether it is so"))
            )
        elif dates and (dates.days.first.year < best.days.first.year or dates.days.last.year > best.days.last.year):
            self.draft.doubts.append(
                Doubt(route, Message("the rows name days of {years}: see whether the period is so", years=dates.text))
            )
        return best.text

    def _named_period(self, title: str) -> FoundPeriod | None:
        """Return the period that words name: as the period, else in the title, else a sure one elsewhere."""
        texts = self._texts()
        said = [one for text in texts for line in text.split("\n") if _SAID.search(line) if (one := period_in(line))]
        titled = [one for text in (title, self.order.get("subject", "")) if (one := period_in(text))]
        if said and (not titled or titled[0].confidence < _SURE or said[0].confidence >= _SURE):
            return said[0]
        others = [one for text in texts if (one := period_in(text)) and one.confidence >= _SURE]
        return next(iter([*titled, *others]), None)

    def _content(self, values: dict[str, Any], reader: AttachmentReader) -> None:
        if reader.parts:
            values["preface"] = reader.parts
        if reader.passport:
            values["passport"] = reader.passport
        if reader.indicators:
            values["indicators"] = reader.indicators
        read = [table_values(table, self.draft) for table in reader.tables]
        if len(read) == 1:
            settings, sections = read[0]
            values["table"] = settings
            values["sections"] = sections or []
        elif read:
            values["tables"] = [settings | {"sections": sections} for settings, sections in read]
        elif values is self.draft.values:
            values["sections"] = []
        signed = reader.signatures
        if signed:
            values["signature"] = signed[0] if len(signed) == 1 else signed

    def _further(self, reader: AttachmentReader, number: int) -> dict[str, Any]:
        mark = reader.approval.get("attachment", "")
        digits = "".join(sign for sign in mark if sign.isdigit())
        values: dict[str, Any] = {"number": digits or str(number)}
        if reader.approval.get("word") or reader.approval.get("form") != "I":
            kind, sure = kind_of(reader.title)
            if sure > 0.5 and reader.approval.get("word"):
                values["kind"] = kind
        if reader.title:
            values["title"] = reader.title
        self._content(values, reader)
        return values

    def _owners(self) -> None:
        """Turn the cells of owners into aliases of a directory that all tables share."""
        tables = [*_tables(self.draft.values)]
        cells = [cell for _, sections in tables for _, _, cell in cells_of(sections)]
        aliases = {who: alias for alias, who in directory(cells).items()}
        for settings, sections in tables:
            here = [*cells_of(sections)]
            style = usual_style([cell for _, _, cell in here])
            if style != "lines":
                settings["owners"] = style
            for row, key, cell in here:
                row[key] = written(cell, aliases)
        if aliases:
            self.draft.values["owners"] = {alias: who for who, alias in aliases.items()}


def _tables(values: dict[str, Any]) -> Any:
    """Yield the settings of every table with its sections."""
    for one in (values, *values.get("attachments", ())):
        if "table" in one:
            yield one["table"], one.get("sections", [])
        for table in one.get("tables", ()):
            yield table, table.get("sections", [])
