"""A file that came back, whichever it is: a workbook or a checklist."""

from __future__ import annotations

from datetime import date

from roadmapc.diagnostics import Message
from roadmapc.importer.filled.results import ReadBack
from roadmapc.importing.reading.kinds import WORKBOOKS, Kind, readable
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.plan.execution import Execution


def read_filled(execution: Execution, data: bytes, as_of: date) -> ReadBack:
    """Return what a filled file says against the marks of a plan; raises UserError for what is neither."""
    kind = readable(data)
    if kind in WORKBOOKS:
        from roadmapc.importer.filled.workbook import read_workbook

        return read_workbook(execution, data, as_of)
    if kind == Kind.DOCX:
        from roadmapc.importer.filled.checklist import read_checklist

        return read_checklist(execution, data, as_of)
    hint = Message("save it as a workbook (.xlsx) or, if it is a checklist, as a Word document (.docx)")
    raise UnreadableFile(Message("marks are read from workbooks and checklists, not from this kind of file"), hint)
