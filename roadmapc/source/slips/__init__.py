"""Slips of a beginner that make a text no YAML: found by mending them.

The parser tells where it stopped, which is often below the mistake and never in words of an office. A slip is reported
where the line as it should be lets the parser come further, and of several that do, where it comes furthest: what is
proved so is no guess, and the line is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.source.slips import brackets, indents, pasted, quoting, signs
from roadmapc.source.slips.slip import Slip


class YamlProgress(NamedTuple):
    """The line (from 0) where a text stops being YAML, beyond its last where it does not; and lines of unknown keys."""

    stop: int
    unknown: tuple[int, ...] = ()


Read = Callable[[str], YamlProgress]

_SIGNS = (
    *(signs.odd_blank, signs.odd_blank_behind_a_sign, signs.odd_colon, signs.list_sign),
    *(signs.no_blank_after_dash, signs.no_blank_after_colon, signs.tab),
)
"""Kinds that a sign of the line betrays, so that several lines may be mended together."""
_KINDS = (
    *(pasted.merge_marker, pasted.table_row, *_SIGNS, quoting.text_with_list, quoting.block_sign),
    *(quoting.dash_as_value, brackets.no_comma, brackets.trailing_comma, brackets.not_closed),
    *(brackets.doubled_comma, brackets.closed_twice, quoting.first_sign),
    *(quoting.quotes, quoting.second_colon, pasted.document_end, signs.no_colon, indents.text_before_rows),
    *(indents.no_dash, indents.key_indent, indents.text_indent, signs.no_colon_behind_a_name),
)
"""Kinds of slips, the surest first; each yields what may be wrong with a line."""

_ABOVE, _FAR = 4, 40
_MOST = 20
"""Slips told at once: a text pasted from Word has its dash in every row."""


def find(text: str, read: Read, begun: int) -> list[Slip]:
    """Return the slips of a text that is no YAML, in order of place; none where no mended line helps.

    `begun` is the line where the part begins that could not be read.
    """
    lines = text.split("\n")
    found: list[Slip] = []
    stop = read(text).stop
    while stop < len(lines) and len(found) < _MOST:
        near = _near(lines, stop, begun if not found else stop)
        slips = _best(lines, stop, near, read)
        if not slips or any((one.line, one.message) == (two.line, two.message) for one in slips for two in found):
            break
        found += slips
        lines = _mended(lines, slips)
        stop = read("\n".join(lines)).stop
    said = {slip.message for slip in found if not slip.is_sequel}
    told = (slip for slip in found if not slip.is_sequel or slip.message not in said)
    return sorted(told, key=lambda slip: (slip.line, slip.start))


def on_line(line: str) -> Slip | None:
    """Return what is wrong with the sign that begins a line, where the text is YAML but no list."""
    lines = [line]
    for kind in (signs.odd_blank_behind_a_sign, signs.no_blank_after_dash, signs.list_sign, signs.number_for_dash):
        for slip in kind(lines, 0):
            return slip
    return None


def _near(lines: Sequence[str], stop: int, begun: int) -> list[int]:
    """Return the lines in which the mistake may be: where reading stopped, some above, and where the part begins."""
    stop = min(stop, len(lines) - 1)
    near = [at for at in range(stop, max(stop - _FAR, -1), -1) if lines[at].strip()][: _ABOVE + 1]
    return [*near, begun] if stop - _FAR <= begun <= stop and begun not in near else near


def _best(lines: Sequence[str], stop: int, near: Sequence[int], read: Read) -> list[Slip]:
    """Return the slips that let the text be read furthest, with no key in a place where it is unknown."""
    tried = [[slip] for slip in _candidates(lines, near)]
    together = _together(lines, near)
    tried += [together] if together else []
    best: tuple[tuple[int, int], list[Slip]] | None = None
    for slips in tried:
        after = read("\n".join(_mended(lines, slips)))
        score = (-sum(line <= stop for line in after.unknown), after.stop)
        if after.stop > stop and (best is None or score > best[0]):
            best = score, slips
    return best[1] if best else []


def _candidates(lines: Sequence[str], near: Sequence[int]) -> Iterator[Slip]:
    for kind in _KINDS:
        for at in near:
            yield from (slip for slip in kind(lines, at) if slip.mended != lines[slip.line] or slip.others)


def _together(lines: Sequence[str], near: Sequence[int]) -> list[Slip]:
    """Return the slips of neighbouring lines that only help together: each lacks its blank, or has a dash of Word."""
    found = []
    for at in sorted(near):
        slips: list[Slip] = []
        for kind in _SIGNS:
            line = [*lines[:at], slips[-1].mended if slips else lines[at], *lines[at + 1 :]]
            slips += [*kind(line, at)][:1]
        if slips:
            found.append(slips[0]._replace(mended=slips[-1].mended))
    return found


def _mended(lines: Sequence[str], slips: Sequence[Slip]) -> list[str]:
    changed = {line: text for slip in slips for line, text in ((slip.line, slip.mended), *slip.others)}
    return [changed.get(at, line) for at, line in enumerate(lines)]
