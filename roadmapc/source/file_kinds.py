"""What a file is, by its top key: `roadmapc:` a roadmap, `owners:` or `terms:` the directory that a folder shares.

Light on purpose: folders are looked through by it before anything of YAML is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from roadmapc.diagnostics import Message


class FileKind(NamedTuple):
    """A kind of file: the keys that tell it, what it is called, and whether a reader exists for it today."""

    keys: tuple[str, ...]
    title: Message
    is_read: bool = False


ROADMAP = FileKind(("roadmapc",), Message("a roadmap"), is_read=True)
EDITION = FileKind(("edition",), Message("an edition of a roadmap"), is_read=True)
BASE = FileKind(("base",), Message("a base plan"), is_read=True)
MARKS = FileKind(("marks",), Message("marks of what is done"), is_read=True)
CRITERIA = FileKind(("criteria",), Message("criteria"), is_read=True)
OWNERS = FileKind(("owners", "terms"), Message("the directory that roadmaps share"), is_read=True)
KINDS = (ROADMAP, EDITION, BASE, MARKS, CRITERIA, OWNERS)

_BY_KEY = {key: kind for kind in KINDS for key in kind.keys}
_DECISIVE = frozenset({ROADMAP, EDITION})
_TOP_KEY = re.compile(rb"""^(["']?)([A-Za-z][\w-]*)\1[ \t]*:(?=\s|$)""", re.MULTILINE)


def kind_of(keys: Iterable[str]) -> FileKind | None:
    """Return the kind that the top keys of a file tell, in its order; none where no key is known.

    A roadmap has keys of other kinds too (`owners`), and an edition all those of a roadmap: of these two the first in
    the file decides, and either over the rest. A base plan has `owners` too.
    """
    first = None
    for key in keys:
        kind = _BY_KEY.get(key)
        if kind in _DECISIVE:
            return kind
        first = kind if first is None or (first is OWNERS and kind is BASE) else first
    return first


def kind_at_a_glance(data: bytes) -> FileKind | None:
    """Return the kind that a file's lines tell that begin with a key; none where it cannot be told without reading.

    The bytes alone decide, so that the same content is the same file everywhere; a byte order mark is passed over.
    """
    return kind_of(match[2].decode() for match in _TOP_KEY.finditer(data.removeprefix(b"\xef\xbb\xbf")))


def is_decisive(kind: FileKind | None) -> bool:
    """Say whether a kind told by the first lines of a file is the file's, whatever follows."""
    return kind in _DECISIVE


def is_passed_over(kind: FileKind | None) -> bool:
    """Say whether a file found in a folder is left to the roadmap that it belongs to.

    What is of no known kind is not, nor are a directory or marks under another name than theirs: they would be lost in
    silence.
    """
    return kind is not None and kind not in {ROADMAP, OWNERS, MARKS}


def known_keys() -> str:
    """Return the keys that begin the files for which there are readers, for messages."""
    return ", ".join(key for kind in KINDS if kind.is_read for key in kind.keys)
