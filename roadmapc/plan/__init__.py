"""The plan: what a roadmap means in rows, owners and days; every output and rule reads it."""

from roadmapc.plan.making import make_plan
from roadmapc.plan.plan import Assignee, Occurrence, Plan, PlanSection, PlanTable, Row

__all__ = ["Assignee", "Occurrence", "Plan", "PlanSection", "PlanTable", "Row", "make_plan"]
