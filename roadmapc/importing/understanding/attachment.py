"""One attachment: гриф, title, parts of text, passport, indicators, tables with what stands around them, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from roadmapc.importing.material import Grid, Place, Text
from roadmapc.importing.understanding.approval import begins_attachment, take_approval
from roadmapc.importing.understanding.draft import Draft, Left
from roadmapc.importing.understanding.head_first import head_first
from roadmapc.importing.understanding.indicators import indicators_values
from roadmapc.importing.understanding.passport import is_passport, passport_values
from roadmapc.importing.understanding.persons import signature_at
from roadmapc.importing.understanding.regular import regular
from roadmapc.importing.understanding.table import TableRead, read_table
from roadmapc.importing.understanding.table_head import head_of_rest, head_rows, row_words
from roadmapc.importing.understanding.titles import LONGEST_TITLE, MONTH, OWN_HEADING, title_of
from roadmapc.importing.understanding.words import is_empty, is_heading, is_item, one_line, paragraph, prose

_MOST_ABOVE = 6
_MOST_BELOW_HEADING = 4
_FEW = 300  # letters below a signature that are no part of the plan: who has written it, whom it was sent to
_CONTINUED = re.compile(r"продолжение (?:таблицы|приложения)?.{0,12}", re.IGNORECASE)
_PEOPLE = re.compile(
    r"лист (?:согласован|ознакомлен)|согласовано\W*$|ознакомлен|с приказом ознакомлен|список рассылки"
    r"|состав \w*\s?(?:рабочей|творческой|проектной|экспертной)? ?(?:группы|комиссии|совета|команды|оргкомитета)",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?:(?:[IVX]{1,4}|\d{1,2}|перв|втор|трет|четв[её]рт)\S*\s+)?(?:этап|раздел|блок|направление|модуль)(?:\s*$|\s*[.:(–—«]|\s+(?=[А-ЯЁ]))"
    rf"|(?:{MONTH.pattern})$",
    re.IGNORECASE,
)
_AGREED = re.compile(r"согласован\w*\W*", re.IGNORECASE)
_NOTE = re.compile(r"\*|примечани|¹|²|³|сокращени|список сокращений|условные обозначения|\d\)?\s*[–-]\s", re.IGNORECASE)


class AttachmentReader:
    """Reads the blocks of one attachment; `tables` are those of activities."""

    def __init__(self, blocks: Sequence[Text | Grid], draft: Draft) -> None:
        self.blocks = [block for block in blocks if not is_empty(block)]
        self.draft = draft
        self.approval: dict[str, Any] = {}
        self.title = ""
        self.parts: list[dict[str, Any]] = []
        self.passport: dict[str, Any] = {}
        self.indicators: dict[str, Any] = {}
        self.tables: list[TableRead] = []
        self.signatures: list[dict[str, str]] = []
        self.agreed = False  # what is signed below «СОГЛАСОВАНО», below another signature
        self.place = Place()

    def read(self) -> AttachmentReader:
        """Read all blocks, each to its place."""
        first = self._lines_above()
        self.approval, at = take_approval(self.blocks[first:])
        above = "\n".join(paragraph(block) for block in self.blocks[:first] if isinstance(block, Text))
        title, at = title_of(self.blocks, first + at, self.draft)
        self.title = "\n".join(filter(None, [above, title]))
        waiting: list[Text] = []
        while at < len(self.blocks):
            block = self.blocks[at]
            signed = signature_at(self.blocks, at) if self.tables or self._is_last_page(at) else None
            if signed and not (isinstance(block, Grid) and block.ruled and len(block.rows) > 1):
                self._signed(signed.post, signed.name, waiting, block.place)
                waiting = []
                at += signed.blocks
                continue
            if isinstance(block, Text):
                waiting.append(block)
            else:
                self._grid(block, waiting)
                waiting = []
            at += 1
        self._rest(waiting)
        return self

    def _lines_above(self) -> int:
        """Return how many lines stand above the гриф: the name of the organisation, which is printed over the title."""
        for at, block in enumerate(self.blocks[:_MOST_ABOVE]):
            if begins_attachment(block):
                return at
            if isinstance(block, Grid) or len(block.words) > 160 or is_item(block):
                return 0
        return 0

    def _is_last_page(self, at: int) -> bool:
        """Tell whether no table of activities follows."""
        return not any(isinstance(block, Grid) and len(block.rows) > 1 for block in self.blocks[at:])

    def _signed(self, post: str, name: str, waiting: list[Text], place: Place) -> None:
        self.agreed |= bool(self.signatures) and any(_AGREED.fullmatch(one_line(text.text)) for text in waiting)
        if self.agreed:
            # «СОГЛАСОВАНО» below a signature: it would be printed above that one
            for text in waiting:
                self.draft.leave("agreement below the table", paragraph(text), text.place)
            self.draft.leave("agreement below the table", f"{post} {name}", place)
            return
        self._around(waiting)
        self.signatures.append({"position": post, "name": name})

    def _grid(self, grid: Grid, waiting: list[Text]) -> None:
        if not grid.ruled and len(grid.rows) == 1:
            for row in grid.rows:
                waiting += [text for cell in row.cells for text in cell.texts if text.words]
            self._around(waiting)
            return
        between = [text for text in waiting if not _CONTINUED.fullmatch(one_line(text.text))]
        if between and self.tables and _is_of_people(between[-1], grid):
            self._leave_people(waiting, waiting.index(between[-1]), grid)
            return
        titles, grid = head_first(grid)
        if titles and not self.title and not self.tables:
            self._entitle(titles)
            titles = []
        heading = [*self._heading_of(waiting), *titles]
        words = "\n".join(paragraph(text) for text in heading)
        place = grid.place
        if not self.tables and not self.passport and is_passport(grid, words):
            self.passport = passport_values(grid, words)
            self.draft.decide("passport", words, 0.9 if "паспорт" in words.casefold() else 0.7, place)
            return
        if not self.indicators:
            indicators = indicators_values(grid, words)
            if indicators:
                self.indicators = indicators
                self.draft.decide("indicators", words, 0.9, place)
                return
        before = self.tables[-1] if self.tables else None
        if before and not between and self._continues(grid, before):
            more = read_table(grid, self.draft, before)
            before.lines += more.lines
            before.notes += more.notes
            before.column_numbers = before.column_numbers or more.column_numbers
            self.draft.decide("table", "continued", 0.9, place)
            return
        same = before if before and head_rows(grid) == 0 and self._continues(grid, before) else None
        table = read_table(grid, self.draft, same)  # without a head of its own it has the columns of the one before
        table.heading = words
        self.tables.append(table)
        self.draft.decide("table", words, 0.9 if table.has_head else 0.6, place)

    def _entitle(self, titles: Sequence[Text]) -> None:
        """Take a title from the first rows of a table."""
        self.title = "\n".join(map(paragraph, titles))
        self.draft.decide("title", one_line(self.title)[:120], 0.8, titles[0].place)

    def _continues(self, grid: Grid, before: TableRead) -> bool:
        """Tell whether a table is the rest of the one before, which a page has parted."""
        count = head_of_rest(grid, before.heads)
        return count is not None and regular(grid, count).columns == len(before.columns)

    def _leave_people(self, waiting: list[Text], heading: int, grid: Grid) -> None:
        """Leave a table of people and its heading; what stands above that is put in its place."""
        self._around(waiting[:heading])
        for text in waiting[heading:]:
            self.draft.leave("agreement below the table", paragraph(text), text.place)
        for row in grid.rows:
            words = " | ".join(cell.words for cell in row.cells if cell.words)
            self.draft.leave("agreement below the table", words, row.cells[0].place if row.cells else grid.place)

    def _heading_of(self, waiting: list[Text]) -> list[Text]:
        """Return the headings that stand right above a table; what is before them is put in its place."""
        count = 0
        while count < len(waiting) and self._is_above(waiting[-1 - count]):
            count += 1
        count = count or self._lines_below_heading(waiting)
        heading = waiting[len(waiting) - count :]
        rest = waiting[: len(waiting) - count]
        continued = [text for text in heading if _CONTINUED.fullmatch(one_line(text.text))]
        self.draft.repeated += [Left("repeated head", paragraph(text), text.place) for text in continued]
        self._around(rest)
        return [text for text in heading if text not in continued]

    def _lines_below_heading(self, waiting: Sequence[Text]) -> int:
        """Return how many lines a heading between two tables takes, with what stands below it: «Цель: …»."""
        if not self.tables:
            return 0
        for count in range(2, min(_MOST_BELOW_HEADING, len(waiting)) + 1):
            if self._is_above(waiting[-count]) and OWN_HEADING.match(one_line(waiting[-count].text)):
                return count
        return 0

    def _is_above(self, text: Text) -> bool:
        words = one_line(text.text)
        if _CONTINUED.fullmatch(words):
            return True
        if len(words) <= LONGEST_TITLE and (OWN_HEADING.match(words) or _STAGE.match(words)):
            return True  # nobody has made it bold
        return is_heading(text) and not _NOTE.match(words)

    def _around(self, texts: Sequence[Text]) -> None:
        """Put texts that are no heading of a table where they belong: before the tables, or below the last one."""
        if not texts:
            return
        if not self.tables:
            self._preface(texts)
        else:
            self.tables[-1].notes.append(prose(texts))

    def _preface(self, texts: Sequence[Text]) -> None:
        """Put texts into parts: each heading begins one."""
        body: list[Text] = []
        for text in texts:
            if is_heading(text) and not (is_item(text) and not text.bold and text.level < 0):
                self._part(body)
                body = []
                if self.parts and "text" not in self.parts[-1] and text.words[:1].islower():
                    self.parts[-1]["heading"] = one_line(f"{self.parts[-1]['heading']} {text.words}")
                else:
                    self.parts.append({"heading": one_line(text.words)})
            else:
                body.append(text)
        self._part(body)

    def _part(self, body: Sequence[Text]) -> None:
        if not body:
            return
        words = prose(body)
        if self.parts and "text" not in self.parts[-1]:
            self.parts[-1]["text"] = words
        elif self.parts and not self.passport:
            self.parts[-1]["text"] += f"\n\n{words}"
        else:
            self.parts.append({"text": words})

    def _rest(self, waiting: Sequence[Text]) -> None:
        """Put away what stands behind everything else: notes, or words that have no place."""
        if self.signatures and sum(len(text.words) for text in waiting) < _FEW:
            for text in waiting:
                self.draft.leave("after the signature", paragraph(text), text.place)
        else:
            self._around(waiting)


def _is_of_people(above: Text, grid: Grid) -> bool:
    """Say whether it is a table of those who agree, who were shown it or who belong to a group: no activities."""
    named = any("мероприят" in words.casefold() for words in row_words(grid.rows[0]))
    return bool(_PEOPLE.match(one_line(above.text))) and not named
