"""Margins are at least 20 mm at the left, 10 at the right, 20 at the top and at the bottom.

What is kept longer than ten years has 30 mm at the left, so that it can be bound: orders on the core activity are
kept permanently (Росархив № 236 of 2019, article 19), and what they approve is kept with them.

Of pages on their side the standard says nothing. They may have the same margins, or those of an upright page turned
to one side or the other, so that the sheet is bound where the others are.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import is_kept_for_good
from roadmapc.word.conformance._observation import Observation, at_section, fails, holds, listed
from roadmapc.word.conformance._observation import margins as shown
from roadmapc.word.package.pages import Page
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Margins at least 20/20/10/20 mm; at the left 30 mm for what is kept permanently")
_LEFT, _LEFT_BOUND, _TOP, _RIGHT, _BOTTOM = 20, 30, 20, 10, 20
_ROUNDING = 10  # of twentieths of a point: a fifth of a millimetre


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Compare the margins of every section."""
    left = _LEFT_BOUND if is_kept_for_good(document) else _LEFT
    wanted = f"{left}/{_TOP}/{_RIGHT}/{_BOTTOM}"
    seen: list[str] = []
    wrong = False
    for index, section in enumerate(document.sections):
        page = section.page
        ways = (page, page.turned(), page.turned_back()) if page.width > page.height else (page,)
        seen.append(shown(page))
        if not any(_has_room(way, left) for way in ways):
            wrong = True
            text = Message(
                "the margins are {found} mm (left/top/right/bottom), not {wanted}", found=seen[-1], wanted=wanted
            )
            yield fails(text, at_section(index))
    if not wrong:
        yield holds(Message("{margins} mm (left/top/right/bottom)", margins=listed(list(dict.fromkeys(seen)))))


def _has_room(page: Page, left: int) -> bool:
    pairs = ((page.left, left), (page.top, _TOP), (page.right, _RIGHT), (page.bottom, _BOTTOM))
    return all(side + _ROUNDING >= wanted * 1440 / 25.4 for side, wanted in pairs)
