"""The plans of many municipalities rolled up for their region: who has done what, and who has told nothing.

A municipality without data is listed and counted, never dropped; it is outside the shares alone.
"""

from roadmapc.plan.region.members import Member, Region, Unread, roll_up

__all__ = ["Member", "Region", "Unread", "roll_up"]
