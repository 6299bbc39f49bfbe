"""Changes of a signed plan as an amending act makes them: which act, in which words, and why in these."""

from roadmapc.plan.amending.values import AmendingAct, Amendment, AmendSettings

__all__ = ["AmendSettings", "AmendingAct", "Amendment"]
