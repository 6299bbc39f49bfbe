"""The attachment: the roadmap itself as it is approved."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan
from roadmapc.views import about, attachment_view

ORDER = 2


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `attachment.docx`."""
    values = {"attachment": attachment_view(plan), "about": about(plan, kit.draft)}
    yield File("attachment.docx", kit.word(kit.render("attachment.html", values), plan.signed))
