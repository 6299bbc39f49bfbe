"""Which file a roadmap extends, told by its bytes: what an answer depends on is known before anything is read."""

from __future__ import annotations

import re

_KEY = b"extends"
_LINE = re.compile(rb"^extends:(?:[ \t]*\r?\n[ \t]+file:)?[ \t]+([^\r\n]*)", re.MULTILINE)
_QUOTED = re.compile(rb"""'([^']*)'|"([^"\\]*)["]""")
_PLAIN = re.compile(rb"([\w./~][^#:\"']*)")


def extends_at_a_glance(data: bytes) -> str | None:
    """Return the file that a roadmap names as its base, as it is written; none where it names none.

    The usual ways of writing are seen in the bytes; for another one the text is read. What is told wrongly costs an
    error and never a wrong answer: the reader holds it against what it reads.
    """
    if _KEY not in data:
        return None
    found = _LINE.search(data)
    return _value(found[1]) or _read(data) if found else _read(data)


def _value(written: bytes) -> str | None:
    """Return the text of a plain or simply quoted value; none where its writing needs a reader."""
    plain = written.strip(b" \t")
    found = _QUOTED.fullmatch(plain) or _PLAIN.fullmatch(plain)
    return next(part for part in found.groups() if part is not None).decode(errors="replace") if found else None


def _read(data: bytes) -> str | None:
    from roadmapc.source.decoding import decode
    from roadmapc.source.parsing import parse_yaml

    source, problems = decode("", data)
    tree = None if problems else parse_yaml(source)[0]
    value = tree.data.get("extends") if tree and isinstance(tree.data, dict) else None
    value = value.get("file") if isinstance(value, dict) else value
    return value if isinstance(value, str) else None
