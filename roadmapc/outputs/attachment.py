"""The attachment: the roadmap itself as it is approved."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan
from roadmapc.tablerows import table_rows
from roadmapc.views import attachment_view

ORDER = 2


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `attachment.docx`."""
    view = attachment_view(plan)
    rows = {"activities": table_rows(view.table)}
    yield from kit.files(plan, "attachment", "attachment.html", {"attachment": view}, rows)
