"""git called as a program that only reads, whatever the repository says.

A repository may come from anywhere, with settings of its own. So git is called without a shell, by its absolute path,
in an environment of ours, and for two things alone: to turn a revision into the hash of a commit (`rev-parse`) and to
read objects by their hashes (`cat-file`). Neither runs hooks, aliases, filters, textconv, fsmonitor or a pager; they
are switched off all the same, and no protocol is left by which something could be fetched. Whether a repository of
somebody else is read git decides itself (`safe.directory`); a variable that names a repository would switch that off,
so all of git's variables are dropped.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, programs
from roadmapc.workspace.git_refusals import refused

_SECONDS = 30.0
_MOST = 64 * 1024
_USUAL = (Path("C:/Program Files/Git/cmd/git.exe"), Path("/usr/bin/git"), Path("/usr/local/bin/git"))
_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "protocol.allow=never"),
)
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # a repository's own `protocol.ext.allow` would go before `protocol.allow`
    "GIT_PAGER": "cat",
    "LC_ALL": "C",  # what it refuses is known by its words
    "LANGUAGE": "C",
}


def find() -> Path:
    """Return git's program; raises UserError where there is none, but perhaps one in the working folder."""
    if found := programs.find(("git",), _USUAL):
        return found
    hint = Message("install it, or name the old file itself: roadmapc compare OLD NEW")
    raise UserError(Message("git is not installed: --since needs it"), hint)


def answer(program: Path, folder: Path, words: list[str], most: int = _MOST, or_else: bytes | None = None) -> bytes:
    """Return what git answers, at most so many bytes; `or_else` where it says no."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith(("GIT_", "SSH_ASKPASS"))}
    with TemporaryFile() as errors:
        try:
            process = subprocess.Popen(  # noqa: S603 (the program was found by us, and no shell reads the words)
                [str(program), *_OPTIONS, *words],
                cwd=folder,
                env=kept | _ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        except (OSError, ValueError) as error:
            why = os_errors.reason(error) if isinstance(error, OSError) else Message("it takes no such name")
            raise UserError(Message("git cannot be started: {why}", why=why)) from error
        found, is_late = _read(process, most)
        errors.seek(0)
        said = errors.read(_MOST).decode("utf-8", "replace")
    if is_late:
        raise UserError(Message("git did not answer within {n} seconds", n=round(_SECONDS)))
    if len(found) > most:
        raise UserError(Message("git answers more than {limit:.1f} MB", limit=most / 1e6))
    if process.returncode == 0:
        return found
    if or_else is not None:
        return or_else
    raise refused(said, folder)


def _read(process: subprocess.Popen[bytes], most: int) -> tuple[bytes, bool]:
    """Return what a process writes, at most one byte more than asked for, and whether it was stopped at the limit."""
    late: list[int] = []

    def stop() -> None:
        late.append(process.pid)
        process.kill()

    timer = Timer(_SECONDS, stop)
    timer.start()
    try:
        with process:
            assert process.stdout
            found = process.stdout.read(most + 1)
            if len(found) > most:
                process.kill()
    finally:
        timer.cancel()
    return found, bool(late)
