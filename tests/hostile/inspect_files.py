"""Inspects hostile Word files, each in a process of its own with hard limits, and prints what came of each."""

from __future__ import annotations

import os
import resource

from roadmapc.word.conformance import examine
from roadmapc.word.reader.document import read_document
from tests.hostile.word_files import BODIES, CHAINS, chain
from tests.word.files import changed, good

SECONDS = 15  # of the processor: ten times what the slowest takes
MEGABYTES = 2_000


def made() -> dict[str, bytes]:
    """Return the files by what is hostile in them."""
    found = {name: _with_body(good(), body) for name, body in BODIES.items()}
    for kind, ring in CHAINS:
        styles, body = chain(kind, ring=ring)
        data = changed(good(), "styles", "</w:styles>", f"{styles}</w:styles>")
        found[f"a {'ring' if ring else 'chain'} of {kind} styles"] = _with_body(data, body)
    return found


def _with_body(data: bytes, body: str) -> bytes:
    return changed(data, "document", "<w:body>", f"<w:body>{body}")


def main() -> None:
    """Say of each file whether all clauses were asked of it within the limits."""
    for name, data in made().items():
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000,) * 2)
            examine(read_document(data))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(f"{name}: {'inspected' if status == 0 else 'ended by the system'}", flush=True)


if __name__ == "__main__":
    main()
