"""What a writer must know of a base form, and what that is for the one which comes with the program.

The shipped form is the same bytes in every build that brings no form of its own, and python-docx takes a tenth of the
time of such a build to load. So what it finds in this form stands here. Tests ask it again: they fail, and say the
new digest, when the form is made anew. Other bytes are read whatever stands here, so nothing is ever out of date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.word.package.pages import Page
from roadmapc.word.package.style_names import PARAGRAPH_STYLES, TABLE_STYLES

# the start tag of a header that is not empty: behind it a draft is marked, in the bytes as they are
HEADER_START = re.compile(rb"<(\w+:)?hdr\b[^>]*[^/]>")


MARKS: Mapping[str, str] = {"kind": "[вид]", "date": "[дата]", "number": "[номер]", "place": "[место]"}
"""What of the order a letterhead may have a place for → the mark of that place."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A header or footer of the form: `type` is `default`, `first` or `even`."""

    tag: str
    type: str
    id: str
    part: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A letterhead: `start` is all that stands before the body of its form, `blocks` each with the field it is for.

    `fields` are those of `MARKS` that it has a place for; a kind of act in words of its own is one of them. A block
    that holds nothing but a mark is for that field alone; the others are for none.
    """

    start: str
    blocks: tuple[tuple[str, str], ...]
    fields: frozenset[str]
    ends_with_table: bool


class FormFacts(NamedTuple):
    """What python-docx finds in a form: its upright page, its ids of the styles, its headers and footers.

    `header_types` are those that its pages ask for, whether it has them or not.
    """

    page: Page
    styles: Mapping[str, str]
    references: tuple[Reference, ...]
    header_types: tuple[str, ...]


SHIPPED_DIGEST = "38173d87cc7274c73bc80cb311fc76f0bcd1d7d7c86a0ddacd572658fc178d9b"
"""SHA-256 of `templates/form.docx`."""

SHIPPED = FormFacts(
    page=Page(),
    styles={key: key for key in (*PARAGRAPH_STYLES, *TABLE_STYLES)},
    references=(
        Reference("headerReference", "default", "header", "word/header.xml"),
        Reference("headerReference", "first", "header-first", "word/header-first.xml"),
    ),
    header_types=("default", "first"),
)
