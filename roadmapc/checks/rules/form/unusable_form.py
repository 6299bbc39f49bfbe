"""The form that the roadmap names cannot be used.

`form:` names the Word document whose letterhead, page and styles the documents take over. It lies among the project's
templates (`form: tsunta` is `templates/tsunta.docx`) or below the project's folder, named by its path from the roadmap.
A path of another place is refused by its text: what stands there is another thing on every computer, and on Windows a
network path gives away the login of whoever touches it. A form that is not there, is damaged or lacks a style is told
of here, too. `roadmapc templates new-form NAME` makes one. Neither settings nor waivers excuse it.

Bad:
    form: C:\\Бланки\\tsunta.docx

Good:
    form: tsunta
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Severity
from roadmapc.plan import Plan
from roadmapc.source.form_names import form_fault

CODE = "RM429"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report a form that may not be followed by its text, or that was found to be of no use."""
    text = plan.roadmap.form
    fault = (form_fault(text) if text else None) or plan.form_fault
    if fault:
        yield Finding(("form",), fault.message, fault.hint)
