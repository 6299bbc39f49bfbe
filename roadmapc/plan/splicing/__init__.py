"""Changes → edits of a source that say the new words, every comment and all other lines as they stand."""

from roadmapc.plan.splicing.change_edits import ChangeEdits
from roadmapc.plan.splicing.splices import Refused, Splice, spliced

__all__ = ["ChangeEdits", "Refused", "Splice", "spliced"]
