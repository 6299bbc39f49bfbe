"""Why a file cannot be imported, and what to do about it."""

from __future__ import annotations

from roadmapc.diagnostics import UserError


class UnreadableFile(UserError):
    """A file is of a kind that is not read, damaged, locked, or larger than may be; `hint` is the remedy."""
