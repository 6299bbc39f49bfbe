"""Values of WordprocessingML, read as leniently as Word reads them.

python-docx finds the elements; what their attributes say is read here. Its own conversions raise at values that Word
takes: a margin of «1133.858» twips, as Google Docs and LibreOffice write, or a switch that is «maybe».
Lengths are whole twentieths of a point («twips»), 1440 to an inch, 567 to a centimetre.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_TWIPS = {"": 1.0, "pt": 20.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_LENGTH = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,99})?)(?:\s*+(pt|cm|mm|in|pc|pi))?\s*", re.ASCII)


def value(element: Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute of WordprocessingML."""
    return default if element is None else element.get(W + name, default)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return None if element is None else element.find(W + name)


@lru_cache(maxsize=4096)  # a document says the same few lengths in every paragraph and cell
def twips(text: str) -> int | None:
    """Return a length, whatever unit it is given in (ECMA-376 part 1, 22.9.2.15), or None where it is none."""
    found = _LENGTH.fullmatch(text)
    return round(float(found[1]) * _TWIPS[found[2] or ""]) if found else None


def length(text: str | None, default: int = 0) -> int:
    """Return a length, or the default where there is none."""
    found = twips(text or "")
    return default if found is None else found


def count(text: str) -> int | None:
    """Return a number without a sign, if it is one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and not off: `<w:b/>` alone is on (17.17.4)."""
    return element is not None and value(element, default="1") not in ("0", "false", "off")
