"""SVG as text: elements whose attributes and words are always escaped."""

from __future__ import annotations

import re
from html import escape

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+"
)  # breaks, what XML forbids, and what turns the order of letters


def plain(text: str) -> str:
    """Return a text in one line, without characters that a picture cannot hold."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """Return an element around what is SVG already; `font_size=2` is the attribute «font-size»."""
    given = "".join(f' {key.replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def words(name: str, text: str, /, **attributes: str | float) -> str:
    """Return an element around a text."""
    return element(name, escape(_UNSEEN.sub(" ", text)), **attributes)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(_UNSEEN.sub(" ", value))
    return f"{value:.2f}".rstrip("0").rstrip(".")  # hundredths of a millimetre: finer than any printer
