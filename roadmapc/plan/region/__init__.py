"""The plans of many municipalities rolled up for their region: who has done what, and who has told nothing.

What is told of each roadmap is made by itself (`making`), and then laid side by side. A municipality without data is
listed and counted, never dropped; it is outside the shares alone.
"""

from roadmapc.plan.region.members import Asked, Member, Region, Unread, roll_up

__all__ = ["Asked", "Member", "Region", "Unread", "roll_up"]
