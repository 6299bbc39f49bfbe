"""What became of a plan: marks set at their rows, the status of each on a day, what is counted."""

from roadmapc.plan.execution.periods import ReportPeriod, parse_report_period
from roadmapc.plan.execution.placing import Dropped, Execution, Misplaced, PlacedMark, Unit, execution_of
from roadmapc.plan.execution.rows import Outside, RowState, row_states
from roadmapc.plan.execution.statuses import PRINTED, State, Status, state_of
from roadmapc.plan.execution.totals import Totals, by_owner, by_section, overall

__all__ = [
    "PRINTED",
    "Dropped",
    "Execution",
    "Misplaced",
    "Outside",
    "PlacedMark",
    "ReportPeriod",
    "RowState",
    "State",
    "Status",
    "Totals",
    "Unit",
    "by_owner",
    "by_section",
    "execution_of",
    "overall",
    "parse_report_period",
    "row_states",
    "state_of",
]
