"""Editions: the texts of a roadmap as acts have signed them, which of them is in force, and what changed since."""

from roadmapc.plan.editions.signed import DroppedRow, Signed, dropped_rows
from roadmapc.plan.editions.values import Editions, KeptEdition, in_order
from roadmapc.plan.editions.writing import Act, edition_text

__all__ = ["Act", "DroppedRow", "Editions", "KeptEdition", "Signed", "dropped_rows", "edition_text", "in_order"]
