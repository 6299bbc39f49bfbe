"""What people filled in on paper of ours – workbooks, checklists – against the marks that are known: what changed.

Nothing is guessed, and nothing that was typed is passed over: it is a change, an edited cell, or a problem.
"""

from roadmapc.importer.filled.edits import MarkEdit, edits_of
from roadmapc.importer.filled.files import read_filled
from roadmapc.importer.filled.results import EditedCell, FilledProblem, MarkChange, ReadBack

__all__ = ["EditedCell", "FilledProblem", "MarkChange", "MarkEdit", "ReadBack", "edits_of", "read_filled"]
