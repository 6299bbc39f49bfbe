"""Files as they were at a revision, read from git's objects: nothing is checked out, converted or fetched.

Names of files never stand on git's command line: trees are read as objects too, from the hash of the commit on.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from roadmapc.diagnostics import Message, UserError
from roadmapc.source.decoding import MAX_BYTES, too_large
from roadmapc.workspace.git_program import answer, find

_MOST_OF_TREE = 8 * MAX_BYTES
_MOST_LINKS = 40
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FOLDER, _LINK, _MODULE = "40000", "120000", "160000"
_LIKE_NOW = Message("name the old file itself: roadmapc compare OLD NEW")


class _Entry(NamedTuple):
    """What a tree says of a name: its mode and the hash of its object."""

    mode: str
    hash: str


class NotThere(UserError):
    """A file that the revision does not have."""


@dataclass(frozen=True)
class Revision:
    """A commit of the repository in whose working tree `root` is: what the user called it, and its hash."""

    program: Path
    root: Path
    name: str
    hash: str
    _trees: dict[str, dict[str, _Entry]] = field(default_factory=dict, repr=False, compare=False)

    def place_of(self, path: Path) -> tuple[str, ...] | None:
        """Return the names that lead to a file from the root; None where it lies outside, and so in no revision."""
        real = Path(os.path.realpath(path.parent)) / path.name
        return real.relative_to(self.root).parts if real.is_relative_to(self.root) else None

    def content(self, path: Path) -> bytes:
        """Return a file's bytes at this revision; links inside the repository are followed.

        Raises NotThere where it did not exist then, UserError where it cannot be read or is too large.
        """
        place = self.place_of(path)
        entry = self._entry([*place], path) if place else None
        if entry is None:
            raise NotThere(Message("{path} did not exist at {revision}", path=path, revision=self.name), _LIKE_NOW)
        return self._blob(entry.hash, path)

    def _entry(self, names: list[str], path: Path) -> _Entry | None:
        """Return the object at which names end; the folder of each is a tree, which is read by its hash."""
        pending, folders, links = names[::-1], [self._top], 0
        while pending:
            name = pending.pop()
            if name == "..":
                folders.pop()
                if not folders:
                    raise self._odd(path, Message("a link led out of the repository"))
                continue
            entry = self._tree(folders[-1]).get(name) or self._tree(folders[-1]).get(_composed(name))
            if entry is None:
                return None
            if entry.mode == _LINK:
                links += 1
                pending += self._target(entry, path, links)
            elif entry.mode == _FOLDER:
                folders.append(entry.hash)
            elif entry.mode == _MODULE:
                raise self._odd(path, Message("it lay in a repository of its own"))
            else:
                return None if pending else entry
        raise self._odd(path, Message("it was a folder"))

    def _target(self, entry: _Entry, path: Path, links: int) -> list[str]:
        """Return the names to which a link leads, the last one first."""
        text = self._blob(entry.hash, path).decode("utf-8", "surrogateescape")
        if links > _MOST_LINKS or text.startswith("/"):
            raise self._odd(path, Message("a link led out of the repository, or round in a circle"))
        return [name for name in text.split("/")[::-1] if name not in {"", "."}]

    @property
    def _top(self) -> str:
        return f"{self.hash}^{{tree}}"

    def _tree(self, name: str) -> dict[str, _Entry]:
        if name not in self._trees:
            data = answer(self.program, self.root, ["cat-file", "tree", name], _MOST_OF_TREE)
            self._trees[name] = _entries(data, len(self.hash) // 2)
        return self._trees[name]

    def _blob(self, name: str, path: Path) -> bytes:
        size = int(answer(self.program, self.root, ["cat-file", "-s", name]).decode("ascii"))
        if size > MAX_BYTES:
            raise self._odd(path, too_large(size))
        return answer(self.program, self.root, ["cat-file", "blob", name], MAX_BYTES)

    def _odd(self, path: Path, why: Message) -> UserError:
        return UserError(Message("{path} at {revision}: {why}", path=path, revision=self.name, why=why), _LIKE_NOW)


def revision(folder: Path, name: str) -> Revision:
    """Return the revision that a user names (a tag, a branch, a hash) of the repository around a folder.

    Raises UserError where there is no git, no repository or no such revision.
    """
    program = find()
    if program is None:
        hint = Message("install it, or name the old file itself: roadmapc compare OLD NEW")
        raise UserError(Message("git is not installed: --since needs it"), hint)
    here = Path(os.path.realpath(folder))
    top = answer(program, here, ["rev-parse", "--show-toplevel"]).decode("utf-8", "surrogateescape")
    root = Path(os.path.realpath(top.removesuffix("\n")))
    if not here.is_relative_to(root):
        raise UserError(Message("{folder} does not lie in the working tree of its repository", folder=folder))
    return Revision(program, root, name, _hash(program, here, name))


def _hash(program: Path, folder: Path, name: str) -> str:
    """Return the full hash of the commit that a name means."""
    unknown = UserError(
        Message("there is no revision “{name}”", name=name),
        Message("“git log --oneline” lists them; where only the last one was fetched: git fetch --unshallow --tags"),
    )
    if not name.strip() or "\0" in name:
        raise unknown
    command = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    found = answer(program, folder, command, or_else=b"").decode("ascii", "replace").strip()
    if not _HASH.fullmatch(found):
        raise unknown
    return found


def _entries(data: bytes, length: int) -> dict[str, _Entry]:
    """Return the names of a tree object: mode, space, name, zero byte, hash of so many bytes, again and again."""
    found: dict[str, _Entry] = {}
    at = 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + length
        entry = _Entry(mode.decode("ascii"), data[end + 1 : at].hex())
        text = name.decode("utf-8", "surrogateescape")
        found[text] = entry
        found.setdefault(_composed(text), entry)  # macOS writes letters taken apart
    return found


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
