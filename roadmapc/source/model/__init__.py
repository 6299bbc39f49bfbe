"""The source format: frozen records, as the author wrote them.

Every scalar is text; what the words mean (dates, owners, numbers) is computed in `plan`. Pydantic judges shape
only, and the JSON Schema that editors use is exported from these classes, hence the Russian titles.
"""

from roadmapc.source.model.approval import Approval, Signature
from roadmapc.source.model.fields import Record
from roadmapc.source.model.order import Acquainted, Amendment, Letterhead, Order, OrderItem
from roadmapc.source.model.passport import Passport, PassportRow
from roadmapc.source.model.roadmap import (
    About,
    CalendarSettings,
    Municipality,
    Part,
    Roadmap,
    SharedDirectory,
    Waiver,
)
from roadmapc.source.model.table import (
    COLUMN_NAMES,
    OPTIONAL_COLUMNS,
    Activity,
    Columns,
    DeadlineCell,
    Owner,
    Owners,
    Section,
    Table,
)

__all__ = [
    "COLUMN_NAMES",
    "OPTIONAL_COLUMNS",
    "About",
    "Acquainted",
    "Activity",
    "Amendment",
    "Approval",
    "CalendarSettings",
    "Columns",
    "DeadlineCell",
    "Letterhead",
    "Municipality",
    "Order",
    "OrderItem",
    "Owner",
    "Owners",
    "Part",
    "Passport",
    "PassportRow",
    "Record",
    "Roadmap",
    "Section",
    "SharedDirectory",
    "Signature",
    "Table",
    "Waiver",
]
