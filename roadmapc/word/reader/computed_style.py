"""What text really looks like: defaults, then styles from the root of their chain down, then the paragraph's own.

ECMA-376 part 1, 17.7.2. Values are read as flat dicts, later ones laid over earlier ones; lengths are twentieths of
a point. Toggles («bold») are laid over each other like the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UNITS = {"": 1.0, "pt": 20.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_LENGTH = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*(pt|cm|mm|in|pc|pi)?\s*")
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}

Values = Mapping[str, str]


def value(element: Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute of WordprocessingML."""
    return default if element is None else element.get(W + name, default)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return None if element is None else element.find(W + name)


def length(text: str | None, default: int = 0) -> int:
    """Return a length in twentieths of a point, whatever unit it is given in; the default where it is none."""
    found = _LENGTH.fullmatch(text or "")
    return round(float(found[1]) * _UNITS[found[2] or ""]) if found else default


def count(text: str) -> int | None:
    """Return a number without a sign, if it is one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def is_on(element: Element | None) -> bool:
    """Tell whether a switch is there and not off."""
    return element is not None and value(element, default="1") not in ("0", "false", "off")


def paragraph_values(properties: Element | None) -> dict[str, str]:
    """Return what a `w:pPr` says."""
    found: dict[str, str] = {}
    for element in () if properties is None else properties:
        name = str(element.tag).removeprefix(W)
        if name == "jc":
            found["align"] = _ALIGNMENTS.get(value(element), value(element))
        elif name == "ind":
            found |= dict(_indents(element))
        elif name == "spacing":
            found |= {key: value(element, key) for key in ("line", "lineRule") if value(element, key)}
        elif name == "numPr":
            found |= {"number": value(child(element, "numId")), "level": value(child(element, "ilvl"), default="0")}
        elif name in ("keepNext", "outlineLvl", "framePr"):
            what = {"keepNext": str(int(is_on(element))), "framePr": value(element, "xAlign")}
            found[name] = what.get(name, value(element))
    return found


def _indents(element: Element) -> Iterator[tuple[str, str]]:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if element.get(W + name) is not None:
                yield key, str(length(value(element, name)))
    if element.get(W + "hanging") is not None:
        yield "first", str(-length(value(element, "hanging")))
    elif element.get(W + "firstLine") is not None:
        yield "first", str(length(value(element, "firstLine")))


def run_values(properties: Element | None, theme: Values) -> dict[str, str]:
    """Return what a `w:rPr` says; Cyrillic letters take the font of «high ANSI» (17.3.2.26)."""
    found: dict[str, str] = {}
    for element in () if properties is None else properties:
        name = str(element.tag).removeprefix(W)
        if name == "rFonts":
            themed = value(element, "hAnsiTheme") or value(element, "asciiTheme")
            font = theme.get(themed[:5], "") or value(element, "hAnsi") or value(element, "ascii")
            found |= {"font": font} if font else {}
        elif name in ("sz", "lang", "spacing"):
            found |= {name: value(element)} if value(element) else {}
        elif name in ("b", "caps", "vanish"):
            found[name] = str(int(is_on(element)))
    return found


def theme_fonts(root: Element | None) -> dict[str, str]:
    """Return the fonts of a theme: «major» and «minor»."""
    found: dict[str, str] = {}
    for name in ("major", "minor"):
        latin = None if root is None else root.find(f".//{_DRAWING}{name}Font/{_DRAWING}latin")
        if latin is not None and latin.get("typeface"):
            found[name] = str(latin.get("typeface"))
    return found


class Styles:
    """The styles and the numbering of a document."""

    def __init__(self, styles: Element | None, numbering: Element | None, theme: Values) -> None:
        self.theme = theme
        found = [] if styles is None else styles.findall(f"{W}style")
        self._styles = {value(style, "styleId"): style for style in found}
        defaults = [style for style in found if value(style, "default") in ("1", "true", "on")]
        self._defaults = {value(style, "type"): value(style, "styleId") for style in reversed(defaults)}
        root = child(styles, "docDefaults")
        self._paragraph = paragraph_values(child(child(root, "pPrDefault"), "pPr"))
        self._run = {"sz": "20"} | run_values(child(child(root, "rPrDefault"), "rPr"), theme)
        self._levels = dict(_levels(numbering))
        self._chain = cache(self._uncached_chain)
        self.of_paragraph = cache(self._of_paragraph)
        self.of_run = cache(self._of_run)

    def name(self, style: str) -> str:
        """Return the name of a style, or of the one that paragraphs without any have."""
        return value(child(self._styles.get(style or self._defaults.get("paragraph", "")), "name"), default=style)

    def rules(self, style: str) -> bool:
        """Tell whether a table style draws lines between cells."""
        borders = [child(child(one, "tblPr"), "tblBorders") for one in self._chain(style, "table")]
        last = next((found for found in reversed(borders) if found is not None), None)
        return has_rules(last)

    def _uncached_chain(self, style: str, kind: str) -> tuple[Element, ...]:
        """Return a style with those that it is based on, the root first; a ring is cut."""
        found: list[Element] = []
        at = style if style in self._styles else self._defaults.get(kind, "")
        while at in self._styles and self._styles[at] not in found:
            found.append(self._styles[at])
            at = value(child(self._styles[at], "basedOn"))
        return tuple(reversed(found))

    def _of_paragraph(self, style: str, table: str) -> dict[str, str]:
        """Return what a paragraph of that style has before its own properties; `table` is the table's style."""
        found = dict(self._paragraph)
        for one in self._chain(table, "table") if table else ():
            found |= paragraph_values(child(one, "pPr"))
        for one in self._chain(style, "paragraph"):
            found = self.laid(found, paragraph_values(child(one, "pPr")))
        return found

    def _of_run(self, style: str, table: str, character: str) -> dict[str, str]:
        """Return what text in such a paragraph has before its own properties."""
        found = dict(self._run)
        for one in self._chain(table, "table") if table else ():
            found |= run_values(child(one, "rPr"), self.theme)
        for one in self._chain(style, "paragraph"):
            found |= run_values(child(one, "rPr"), self.theme)
        for one in self._chain(character, "character") if character else ():
            found |= run_values(child(one, "rPr"), self.theme)
        return found

    def laid(self, under: Values, over: Values) -> dict[str, str]:
        """Return values laid over others; a number brings the indents of its level, which lie beneath its own."""
        number = over.get("number", "0") if over.get("number") else "0"
        indents = self._levels.get((number, over.get("level", "0")), {})
        return {**under, **indents, **over}


def _levels(numbering: Element | None) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """Yield the indents of every number and level."""
    if numbering is None:
        return
    kinds = {value(kind, "abstractNumId"): kind for kind in numbering.findall(f"{W}abstractNum")}
    for number in numbering.findall(f"{W}num"):
        kind = kinds.get(value(child(number, "abstractNumId")))
        for level in () if kind is None else kind.findall(f"{W}lvl"):
            yield (value(number, "numId"), value(level, "ilvl")), paragraph_values(child(level, "pPr"))


def has_rules(borders: Element | None) -> bool:
    """Tell whether borders draw lines between cells."""
    inside = [child(borders, name) for name in ("insideH", "insideV")]
    return any(line is not None and value(line) not in ("none", "nil") for line in inside)
