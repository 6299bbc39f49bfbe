"""The source format: frozen records, as the author wrote them.

Every scalar is text; what the words mean (dates, owners, numbers) is computed in `plan`. Pydantic judges shape
only, and the JSON Schema that editors use is exported from these classes, hence the Russian titles.
"""

from roadmapc.source.model.approval import Approval, FurtherApproval, Signature, signatures
from roadmapc.source.model.base import Base
from roadmapc.source.model.edition import Edition, EditionAct, EditionBase
from roadmapc.source.model.extends import Extends
from roadmapc.source.model.fields import LIST, MAPPING, Record
from roadmapc.source.model.indicators import Indicator, IndicatorColumns, Indicators
from roadmapc.source.model.marks import (
    Excluded,
    ExecutionMark,
    Marks,
    Moved,
    Organisations,
    Progress,
    ProvingDocument,
    TakenOff,
)
from roadmapc.source.model.order import Acquainted, Amendment, Controller, Letterhead, Order, OrderItem
from roadmapc.source.model.passport import Passport, PassportRow
from roadmapc.source.model.roadmap import (
    About,
    Attachment,
    CalendarSettings,
    Municipality,
    Part,
    Roadmap,
    SharedDirectory,
    Unplaced,
    Waiver,
)
from roadmapc.source.model.table import (
    COLUMN_NAMES,
    Activity,
    Cell,
    Column,
    ColumnKind,
    Columns,
    DeadlineCell,
    Owner,
    Owners,
    ResultCell,
    Section,
    Table,
)

__all__ = [
    "COLUMN_NAMES",
    "LIST",
    "MAPPING",
    "About",
    "Acquainted",
    "Activity",
    "Amendment",
    "Approval",
    "Attachment",
    "Base",
    "CalendarSettings",
    "Cell",
    "Column",
    "ColumnKind",
    "Columns",
    "Controller",
    "DeadlineCell",
    "Edition",
    "EditionAct",
    "EditionBase",
    "Excluded",
    "ExecutionMark",
    "Extends",
    "FurtherApproval",
    "Indicator",
    "IndicatorColumns",
    "Indicators",
    "Letterhead",
    "Marks",
    "Moved",
    "Municipality",
    "Order",
    "OrderItem",
    "Organisations",
    "Owner",
    "Owners",
    "Part",
    "Passport",
    "PassportRow",
    "Progress",
    "ProvingDocument",
    "Record",
    "ResultCell",
    "Roadmap",
    "Section",
    "SharedDirectory",
    "Signature",
    "Table",
    "TakenOff",
    "Unplaced",
    "Waiver",
    "signatures",
]
