"""What the styles of the block tree look like: the packaged form and the HTML pages are made from it.

Values are those of ГОСТ Р 7.0.97-2025 where it has any (3.4 type, 5.16 гриф). Lengths are twentieths of a point
(«twips», 567 to a centimetre), sizes of type half points.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """What a paragraph style sets beyond the one it is based on; numbers below 0 are left to that one."""

    based_on: str = "Text"
    align: str = ""
    left: int = -1
    right: int = -1
    first: int | None = None  # below 0: hanging
    before: int = -1
    after: int = -1
    line: int = -1
    size: int = -1
    bold: bool | None = None
    spread: int = 0  # between letters
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    level: int = -1  # in the document's outline
    rule: bool = False  # below the paragraph


_INDENT = 709  # 1.25 cm
APPROVAL_WIDTH = 4252  # 7.5 cm: of at most 8 that a requisite in a corner may have (ГОСТ Р 7.0.97-2025)
LOOKS: dict[str, Look] = {
    "Text": Look("", "both", first=_INDENT, line=276),
    "TextLeft": Look(first=0, align="left"),
    "TextCenter": Look(first=0, align="center"),
    "Note": Look(size=24, line=240, before=120),
    "Heading1": Look(
        "Text", "center", first=0, before=360, after=240, line=240, bold=True, keep_next=True, keep_lines=True, level=0
    ),
    "Heading2": Look(
        "Text", "center", first=0, before=240, after=120, line=240, bold=True, keep_next=True, keep_lines=True, level=1
    ),
    "Clause": Look(before=60),
    "Subclause": Look(),
    "Item": Look(left=_INDENT + 397, first=-397),
    "Subitem": Look(left=_INDENT + 794, first=-397),
    "Blank": Look(first=0, align="left", before=120),
    "Organisation": Look("TextCenter", bold=True, line=240, keep_next=True, rule=True),
    "Details": Look("TextCenter", size=24, line=240, before=60, rule=True),
    "Kind": Look("TextCenter", before=360, after=120, line=240, bold=True, spread=40, keep_next=True),
    "Requisites": Look("TextLeft", line=240, before=120),
    "Subject": Look(
        "TextCenter", left=1134, right=1134, before=280, after=280, line=240, bold=True, keep_next=True, keep_lines=True
    ),
    "Resolution": Look("TextLeft", before=120, after=120, keep_next=True, bold=True),
    "Approval": Look("TextLeft", left=5387, line=240, after=120, keep_next=True),
    "Signature": Look("TextLeft", before=720, line=240),
    "Draft": Look("TextLeft", align="right", size=24, line=240, bold=True),
    "Separator": Look("", first=0, line=-2, size=2),
    "TableText": Look("", "left", first=0, line=240, size=24),
    "TableHead": Look("TableText", "center", bold=True, keep_next=True),
    "TableColumns": Look("TableText", "center", keep_next=True),
    "TableSection": Look("TableText", "center", bold=True, keep_next=True),
    "TableTask": Look("TableText", "left", keep_next=True),
    "TableNumber": Look("TableText", "center"),
    "TableItem": Look("TableText", left=255, first=-255),
    "TableBlank": Look("TableText", before=60),
}
LOOKS |= {key + "Small": Look(key, size=20) for key in LOOKS if key.startswith("Table")}


def whole_look(style: str) -> Look:
    """Return all that a style sets, with what it takes over from those it is based on."""
    look = LOOKS[style]
    if not look.based_on:
        return look
    unset = Look()._asdict()
    own = {name: value for name, value in look._asdict().items() if value != unset[name]}
    return whole_look(look.based_on)._replace(**own)
