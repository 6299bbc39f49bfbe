"""Why git does not read a repository, in plain words: known by what it says of it in English."""

from __future__ import annotations

from pathlib import Path

from roadmapc.diagnostics import Message, UserError

_NAME_OLD = Message("name the old file itself: roadmapc compare OLD NEW")


def refused(said: str, folder: Path) -> UserError:
    """Return the error for what git says; what is not known is quoted, its first line."""
    if "dubious ownership" in said or "unsafe repository" in said:
        hint = Message("if you trust it: git config --global --add safe.directory {folder}", folder=_safe(said, folder))
        return UserError(Message("git does not read this repository: it belongs to another user"), hint)
    if "not a git repository" in said:
        return UserError(Message("{folder} lies in no git repository: it has no revisions", folder=folder), _NAME_OLD)
    if "bare repository" in said or "work tree" in said:
        message = Message("git does not read this repository: it is a bare one, without files of its own")
        return UserError(message, Message("clone it, and compare there"))
    if any(words in said for words in ("promisor", "lazy fetching", "could not get object info", "missing blob")):
        message = Message("git does not have this file on this machine: the repository was cloned in part")
        return UserError(message, Message("fetch the rest yourself: git fetch --refetch --no-filter"))
    lines = [line for line in said.splitlines() if line.strip()] or ["?"]
    return UserError(Message("git refuses: {why}", why=lines[0].removeprefix("fatal: ").removeprefix("error: ")))


def _safe(said: str, folder: Path) -> str:
    """Return the folder that git names in its refusal, in quotes; else the one that was read."""
    parts = said.split("'")
    return parts[1] if len(parts) > 2 else str(folder)
