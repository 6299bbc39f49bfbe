"""The known word nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from roadmapc.diagnostics.diagnostic import Message


def perhaps(word: str, known: Iterable[str], otherwise: Message | None = None, *, alike: int = 70) -> Message | None:
    """Return a hint that names the nearest known word, at least `alike` percent the same; else another hint."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=alike)
    return Message("perhaps “{near}”", near=best[0]) if best else otherwise
