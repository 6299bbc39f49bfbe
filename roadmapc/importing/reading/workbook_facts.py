"""What the parts of a workbook's package say beside the values of cells, read before anything else reads them.

calamine lays a sheet out as a full rectangle, so two cells in opposite corners would take all memory: every part is
read here first, cell by cell, and one with a cell beyond the limits, with a document type or not well-formed is
refused. On the way borders, percents, widths, comments and hidden rows are noted, of which calamine tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from roadmapc.importing.reading.open_document_facts import CONTENT, open_document_facts
from roadmapc.importing.reading.open_xml_facts import WORKBOOK, open_xml_facts
from roadmapc.importing.reading.sheet_facts import SheetFacts


def facts_of(parts: Mapping[str, bytes]) -> dict[str, SheetFacts]:
    """Return what is known of each sheet by its name; raises UnreadableFile for what may not be opened."""
    if CONTENT in parts and WORKBOOK not in parts:
        return open_document_facts(parts)
    return open_xml_facts(parts)
