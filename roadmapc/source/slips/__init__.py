"""Slips of a beginner that make a text no YAML: found by mending them.

The parser tells where it stopped, which is often below the mistake and never in words of an office. A slip is reported
where the line as it should be lets the parser come further: what is proved so is no guess, and the line is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from roadmapc.source.slips import brackets, indents, pasted, quoting, signs
from roadmapc.source.slips.slip import Slip

StopsAt = Callable[[str], int | None]
"""Returns the index of the line where a text stops being YAML; none where it is YAML to its end."""

_KINDS = (
    *(pasted.merge_marker, signs.odd_blank, signs.tab, pasted.table_row, signs.odd_colon, signs.list_sign),
    *(signs.no_blank_after_dash, signs.no_blank_after_colon, quoting.block_sign, quoting.dash_as_value),
    *(brackets.no_comma, brackets.not_closed, quoting.first_sign, quoting.quotes, quoting.second_colon),
    *(pasted.document_end, signs.no_colon, indents.no_dash, indents.key_indent, indents.text_indent),
    signs.no_colon_behind_a_name,
)
"""Kinds of slips, those first that a sign of the line betrays; each yields what may be wrong with a line."""

_ABOVE, _FAR = 4, 40
_MOST = 20
"""Slips told at once: a text pasted from Word has its dash in every row."""


def find(text: str, stops_at: StopsAt, begun: int) -> list[Slip]:
    """Return the slips of a text that is no YAML, in order of place; none where no mended line helps.

    `begun` is the line where the part begins that could not be read.
    """
    lines = text.split("\n")
    found: list[Slip] = []
    stop = stops_at(text)
    while stop is not None and len(found) < _MOST:
        slip = next(_proved(lines, stop, begun if not found else stop, stops_at), None)
        if slip is None or any((slip.line, slip.message) == (one.line, one.message) for one in found):
            break
        found.append(slip)
        lines[slip.line] = slip.mended
        stop = stops_at("\n".join(lines))
    said = {slip.message for slip in found if not slip.is_sequel}
    told = (slip for slip in found if not slip.is_sequel or slip.message not in said)
    return sorted(told, key=lambda slip: (slip.line, slip.start))


def on_line(line: str) -> Slip | None:
    """Return what is wrong with the sign that begins a line, where the text is YAML but no list."""
    lines = [line]
    for kind in (signs.no_blank_after_dash, signs.list_sign, signs.number_for_dash):
        for slip in kind(lines, 0):
            return slip
    return None


def _proved(lines: Sequence[str], stop: int, begun: int, stops_at: StopsAt) -> Iterator[Slip]:
    """Yield the slips whose mended line lets the parser come beyond where it stopped."""
    stop = min(stop, len(lines) - 1)
    near = [at for at in range(stop, max(stop - _FAR, -1), -1) if lines[at].strip()][: _ABOVE + 1]
    if stop - _FAR <= begun <= stop and begun not in near:
        near.append(begun)
    for kind in _KINDS:
        for at in near:
            for slip in kind(lines, at):
                if slip.mended == lines[slip.line]:
                    continue
                mended = [*lines[: slip.line], slip.mended, *lines[slip.line + 1 :]]
                after = stops_at("\n".join(mended))
                if after is None or after > stop:
                    yield slip
