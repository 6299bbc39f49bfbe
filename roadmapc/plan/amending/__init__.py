"""Changes of a signed plan as an amending act makes them: which act, in which words, and why in these."""

from roadmapc.plan.amending.values import AmendingAct, Amendment
from roadmapc.russian.amending_choices import AmendSettings

__all__ = ["AmendSettings", "AmendingAct", "Amendment"]
