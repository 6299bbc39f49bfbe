"""Sheets → the bytes of an .xlsx. The one module that knows XlsxWriter.

Texts are texts, whatever they begin with: nothing becomes a formula, a link or a number. What XlsxWriter only warns of
or returns a negative number for, and leaves out, is an error here. The same sheets give the same bytes.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.utility import xl_range_abs

from roadmapc.diagnostics import Message, UserError
from roadmapc.documents._workbook.sheets import DAYS, Cell, Colour, Look, Row, Sheet

_FONT = {"font_name": "Arial", "font_size": 9}
_WRITTEN = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#7F7F7F"}
_DATE = {"num_format": "dd.mm.yyyy", "align": "center"}
_TO_FILL = {"locked": False, "bg_color": "#FFFDE7"}
LOOKS: Mapping[Look, Mapping[str, Any]] = {
    "text": {**_WRITTEN, "num_format": "@"},
    "number": {**_WRITTEN, "num_format": "0", "align": "center"},
    "plain": {**_FONT, "text_wrap": True, "valign": "top"},
    "center": {**_WRITTEN, "num_format": "@", "align": "center"},
    "date": {**_WRITTEN, **_DATE},
    "head": {**_WRITTEN, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7EBF0"},
    "title": {**_FONT, "font_size": 13, "bold": True, "text_wrap": True, "valign": "vcenter"},
    "note": {**_FONT, "text_wrap": True, "valign": "top", "italic": True},
    "section": {**_WRITTEN, "bold": True, "bg_color": "#F2F2F2"},
    "task": {**_WRITTEN, "italic": True},
    "as-of": {**_FONT, "num_format": '"Состояние на "dd.mm.yyyy', "align": "left", "bold": True},
    "mark": {**_WRITTEN, **_TO_FILL, "num_format": "@"},
    "mark-date": {**_WRITTEN, **_TO_FILL, **_DATE},
    "never": {**_WRITTEN, "align": "center", "font_color": "#7F7F7F", "bg_color": "#F2F2F2"},
}
_COLOURS: Mapping[Colour, Mapping[str, Any]] = {
    "late": {"bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True},
    "soon": {"bg_color": "#FFEB9C", "font_color": "#7F4F00"},
    "done": {"bg_color": "#C6EFCE", "font_color": "#006100"},
}
_MAY = {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True}
"""What a protected sheet lets people do."""
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.6}  # inches
_A4 = 9
_MOST_HEADER = 200
_MOST_TEXT = 32_767
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


class WorkbookFault(Exception):
    """XlsxWriter left something out: a fault of the program."""


def write(sheets: Sequence[Sheet], title: str, created: date | None) -> bytes:
    """Return a workbook; raises UserError for a text that no cell can hold."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            book = xlsxwriter.Workbook(made, options)
            day = datetime.combine(created or _FIRST_DAY, time())
            book.set_properties({"title": title, "created": day})
            _Writer(book).write(sheets)
            book.close()
        except (Warning, XlsxWriterException) as error:
            raise WorkbookFault(str(error)) from error
    return made.getvalue()


class _Writer:
    """Writes sheets into a workbook; a look is one format of it."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._looks = {look: book.add_format(dict(format_)) for look, format_ in LOOKS.items()}
        self._colours = {name: book.add_format(dict(format_)) for name, format_ in _COLOURS.items()}

    def write(self, sheets: Sequence[Sheet]) -> None:
        for sheet in sheets:
            page = self._book.add_worksheet(sheet.name)
            self._columns(page, sheet)
            for at, row in enumerate(sheet.rows):
                self._row(page, at, row)
            self._frame(page, sheet)
            self._paper(page, sheet)
            if sheet.protected:
                page.protect("", dict(_MAY))
            if sheet.hidden:
                page.hide()

    def _columns(self, page: Any, sheet: Sheet) -> None:
        for at, width in enumerate(sheet.widths):
            _done(page.set_column(at, at, width or None, None, {"hidden": not width}))

    def _row(self, page: Any, at: int, row: Row) -> None:
        if row.height or row.hidden:
            _done(page.set_row(at, row.height, None, {"hidden": row.hidden}))
        for column, cell in enumerate(row.cells):
            if cell is not None:
                self._cell(page, at, column, cell)

    def _cell(self, page: Any, at: int, column: int, cell: Cell) -> None:
        value, look = cell.value, self._looks[cell.look]
        if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > _MOST_TEXT:
            message = Message(
                "a text of {n} characters fits into no cell of a workbook: “{words} …”", n=len(value), words=value[:60]
            )
            raise UserError(message, Message("a cell holds {most} characters: make it shorter", most=_MOST_TEXT))
        if cell.across > 1 or cell.down > 1:
            _done(page.merge_range(at, column, at + cell.down - 1, column + cell.across - 1, "", look))
        if isinstance(value, date):
            _done(page.write_datetime(at, column, datetime.combine(value, time()), look))
        elif isinstance(value, int):
            _done(page.write_number(at, column, value, look))
        elif value:
            _done(page.write_string(at, column, value, look))
        else:
            _done(page.write_blank(at, column, None, look))

    def _frame(self, page: Any, sheet: Sheet) -> None:
        """Set what stays in sight, filters, colours and what may be typed."""
        last, width = len(sheet.rows) - 1, len(sheet.widths)
        first = sheet.head + 1
        page.freeze_panes(first, sheet.kept)
        if sheet.filtered and last >= first:
            _done(page.autofilter(sheet.head, 0, last, width - 1))
        if last < first:
            return
        for rule in sheet.rules:
            for column in rule.columns:
                options = {"type": "formula", "criteria": f"={rule.formula}", "format": self._colours[rule.colour]}
                _done(page.conditional_format(first, column, last, column, {**options, "stop_if_true": True}))
        for one in sheet.allowed:
            _done(
                page.data_validation(first, one.column, last, one.column, _validation(one.what, one.hint, one.strictly))
            )

    def _paper(self, page: Any, sheet: Sheet) -> None:
        page.set_paper(_A4)
        if not sheet.upright:
            page.set_landscape()
        page.set_margins(**_MARGINS)
        page.fit_to_pages(sheet.pages, 0)
        page.center_horizontally()
        _done(page.repeat_rows(sheet.head))
        if sheet.pages > 1:
            _done(page.repeat_columns(0, sheet.kept - 1))
        if sheet.printed:
            _done(page.print_area(sheet.head, sheet.printed[0], len(sheet.rows) - 1, sheet.printed[1]))
        _done(page.set_header(f'&C&9&"Arial,Regular"{_cut(sheet.title)}'))
        _done(page.set_footer(f'&L&9&"Arial,Regular"&A{_cut(sheet.foot)}&R&9&"Arial,Regular"Стр. &P из &N'))


def _validation(what: tuple[str, ...] | str, hint: str, strictly: bool) -> dict[str, Any]:
    common = {"error_title": "Так не записать", "error_message": hint, "error_type": "stop" if strictly else "warning"}
    if what == DAYS:
        return {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY, **common}
    return {"validate": "list", "source": list(what) if isinstance(what, tuple) else f"={what}", **common}


def range_of(sheet: str, column: int, first: int, last: int) -> str:
    """Return how a formula names cells of a column of another sheet: «'Списки'!$A$2:$A$9»."""
    return f"'{sheet}'!{xl_range_abs(first, column, last, column)}"


def _cut(title: str) -> str:
    """Return a title as a header takes it, where «&» begins a command."""
    return (title if len(title) <= _MOST_HEADER else title[:_MOST_HEADER].rsplit(" ", 1)[0] + " …").replace("&", "&&")


def _done(result: Any) -> None:
    """Raise where XlsxWriter says by a negative number that it has written nothing."""
    if isinstance(result, int) and result < 0:
        raise WorkbookFault(f"XlsxWriter: {result}")
