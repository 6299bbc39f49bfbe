"""The plan: what a roadmap means in rows, owners and days; every output and rule reads it."""

from typing import TYPE_CHECKING

from roadmapc import lazy_names

if TYPE_CHECKING:
    from roadmapc.plan.making import make_plan
    from roadmapc.plan.plan import Plan, PlanSection, PlanTable, Row
    from roadmapc.plan.values import Assignee, Occurrence

__all__ = ["Assignee", "Occurrence", "Plan", "PlanSection", "PlanTable", "Row", "make_plan"]
__getattr__ = lazy_names(
    __name__,
    {"make_plan": "making", "Assignee": "values", "Occurrence": "values"}
    | dict.fromkeys(("Plan", "PlanSection", "PlanTable", "Row"), "plan"),
)
