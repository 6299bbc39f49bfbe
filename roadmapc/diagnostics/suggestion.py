"""The known word nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from roadmapc.diagnostics.diagnostic import Message


def nearest(word: str, known: Iterable[str], *, alike: int = 60) -> str | None:
    """Return the known word that is most like another, at least `alike` percent the same in any case of letters."""
    from rapidfuzz import fuzz, process  # costs 20 ms and is needed only where something is wrong

    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=alike)
    return best[0] if best else None


def did_you_mean(
    word: str, known: Iterable[str], otherwise: Message | None = None, *, alike: int = 70
) -> Message | None:
    """Return a hint that names the nearest known word; else another hint."""
    near = nearest(word, known, alike=alike)
    return Message("perhaps “{near}”", near=near) if near else otherwise
