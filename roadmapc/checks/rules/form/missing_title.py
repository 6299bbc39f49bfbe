"""The document or a section has no title.

A document is cited by its title, a section by its name.

Bad:
    document: {kind: план, period: 2021-2024}

Good:
    document: {kind: план, title: План мероприятий, period: 2021-2024}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM405"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report a missing title of the document, and of a section where there is more than one.

    Rows may stand before the first section that has one, and a further task of a section has no other name.
    """
    if not plan.roadmap.document.title:
        yield Finding(
            ("document", "title"), Message("the document has no title"), Message("fill in “title:”"), key=True
        )
    for section in plan.sections:
        named = section.title or section.task or not section.at
        if not named and len(plan.tables[section.table].sections) > 1:
            yield Finding((*section.route, "title"), Message("the section has no title"), Message("fill in “title:”"))
