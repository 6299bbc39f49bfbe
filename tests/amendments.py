"""What tests of amendments share: two editions of a short signed roadmap, and the act between them."""

from __future__ import annotations

from datetime import date

from roadmapc.plan import Plan
from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.plan.amending.numbering import with_kept_numbers
from roadmapc.workspace.template_files import output_context
from tests.editions import SIGNED
from tests.plans import plan_of

ACT = AmendingAct(date=date(2022, 5, 12), number="01-07/44")
WORD = output_context((), ("docx",), "")


def amendment(new: str, old: str = SIGNED, act: AmendingAct = ACT) -> Amendment:
    """Return what makes a new text of a signed one."""
    return between(plan_of(old), plan_of(new), act)


def between(old: Plan, new: Plan, act: AmendingAct = ACT) -> Amendment:
    """Return what makes one plan another."""
    return Amendment(old, with_kept_numbers(old, new), act)
