"""What the styles of the block tree look like: the packaged form and the HTML pages are made from it.

Values are those of ГОСТ Р 7.0.97-2025 where it has any (3.4 type, 5.16 гриф). Lengths are twentieths of a point
(«twips», 567 to a centimetre), sizes of type half points.
"""

from __future__ import annotations

from typing import NamedTuple


class ParagraphStyle(NamedTuple):
    """What a paragraph style sets beyond the one it is based on; numbers below 0 are left to that one."""

    based_on: str = "Text"
    align: str = ""
    left: int = -1
    right: int = -1
    first_line_indent: int | None = None  # below 0: hanging
    before: int = -1
    after: int = -1
    line_spacing: int = -1
    size: int = -1
    bold: bool | None = None
    letter_spacing: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    outline_level: int = -1  # from 0; below 0: body text
    bottom_border: bool = False


_INDENT = 709  # 1.25 cm
_MARK = 454  # 8 mm: «10)» and a space
APPROVAL_WIDTH = 4252  # 7.5 cm: of at most 8 that a requisite in a corner may have (ГОСТ Р 7.0.97-2025)
STYLES: dict[str, ParagraphStyle] = {
    "Text": ParagraphStyle("", "both", first_line_indent=_INDENT, line_spacing=276),
    "TextLeft": ParagraphStyle(first_line_indent=0, align="left"),
    "TextCenter": ParagraphStyle(first_line_indent=0, align="center"),
    "Note": ParagraphStyle(size=24, line_spacing=240, before=120),
    "Heading1": ParagraphStyle(
        "Text",
        "center",
        first_line_indent=0,
        before=360,
        after=240,
        line_spacing=240,
        bold=True,
        keep_next=True,
        keep_lines=True,
        outline_level=0,
    ),
    "Heading2": ParagraphStyle(
        "Text",
        "center",
        first_line_indent=0,
        before=240,
        after=120,
        line_spacing=240,
        bold=True,
        keep_next=True,
        keep_lines=True,
        outline_level=1,
    ),
    "Clause": ParagraphStyle(before=60),
    "Subclause": ParagraphStyle(),
    "Item": ParagraphStyle(left=_INDENT + _MARK, first_line_indent=-_MARK),
    "Subitem": ParagraphStyle(left=_INDENT + 2 * _MARK, first_line_indent=-_MARK),
    "Blank": ParagraphStyle(first_line_indent=0, align="left", before=120),
    "Organisation": ParagraphStyle("TextCenter", bold=True, line_spacing=240, keep_next=True, bottom_border=True),
    "Details": ParagraphStyle("TextCenter", size=24, line_spacing=240, before=60, bottom_border=True),
    "Kind": ParagraphStyle(
        "TextCenter", before=360, after=120, line_spacing=240, bold=True, letter_spacing=40, keep_next=True
    ),
    "Requisites": ParagraphStyle("TextLeft", line_spacing=240, before=120),
    "Subject": ParagraphStyle(
        "TextCenter",
        left=1134,
        right=1134,
        before=280,
        after=280,
        line_spacing=240,
        bold=True,
        keep_next=True,
        keep_lines=True,
    ),
    "Resolution": ParagraphStyle("TextLeft", before=120, after=120, keep_next=True, bold=True),
    "Approval": ParagraphStyle("TextLeft", left=5387, line_spacing=240, after=120, keep_next=True),
    "Signature": ParagraphStyle("TextLeft", before=720, line_spacing=240),
    "Draft": ParagraphStyle("TextLeft", align="right", size=24, line_spacing=240, bold=True),
    "Separator": ParagraphStyle("", first_line_indent=0, line_spacing=-2, size=2),
    "TableText": ParagraphStyle("", "left", first_line_indent=0, line_spacing=240, size=24),
    "TableHead": ParagraphStyle("TableText", "center", bold=True, keep_next=True),
    "TableColumns": ParagraphStyle("TableText", "center", keep_next=True),
    "TableSection": ParagraphStyle("TableText", "center", bold=True, keep_next=True),
    "TableTask": ParagraphStyle("TableText", "left", keep_next=True),
    "TableNumber": ParagraphStyle("TableText", "center"),
    "TableItem": ParagraphStyle("TableText", left=255, first_line_indent=-255),
    "TableBlank": ParagraphStyle("TableText", before=60),
}
STYLES |= {key + "Small": ParagraphStyle(key, size=20) for key in STYLES if key.startswith("Table")}


def complete_style(style: str) -> ParagraphStyle:
    """Return all that a style sets, with what it takes over from those it is based on."""
    found = STYLES[style]
    if not found.based_on:
        return found
    unset = ParagraphStyle()._asdict()
    own = {name: value for name, value in found._asdict().items() if value != unset[name]}
    return complete_style(found.based_on)._replace(**own)
