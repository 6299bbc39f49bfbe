"""What comes through standard input: other encodings, what no text is, what never ends."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.source.decoding import MAX_BYTES
from tests.conftest import CLEAN
from tests.hostile.case import FAILED, PROBLEMS, Case
from tests.hostile.sources import ENCODED

STDIN = (("check", "-"), ("fmt", "-"))


def cases() -> Iterator[Case]:
    """Yield what standard input may bring."""
    for name, data in ENCODED.items():
        yield Case(f"stdin {name}", STDIN, stdin=data, codes=PROBLEMS)
    yield Case("stdin of nothing", STDIN, stdin=b"", codes=PROBLEMS)
    yield Case("stdin of too much", STDIN, stdin=b"# " * MAX_BYTES, codes=PROBLEMS)
    yield Case("stdin beside a file", (("fmt", "-", "a.yaml"),), {"a.yaml": CLEAN}, stdin=b"", codes=FAILED)
