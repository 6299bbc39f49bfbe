"""What text really looks like: defaults, then styles from the root of their chain down, then the paragraph's own.

python-docx tells what one style or run says of itself, not what comes of all of them together; so that is put together
here, in the order of ECMA-376 part 1, 17.7.2, whatever stands lower overruling what is above it:

1. the document's defaults (`w:docDefaults`);
2. the style of the table that the paragraph stands in, without its conditional parts (`w:tblStylePr`);
3. the level of the list, if the paragraph is numbered: indents only, see `Styles.lay_over`;
4. the paragraph's style;
5. the style of the run's characters (`w:rStyle`);
6. the paragraph's and the run's own properties.

A style itself is the chain of `w:basedOn` from its root down. Values are flat dicts of texts, so that a layer is laid
over another by a union; lengths stay texts as the file has them, in twentieths of a point where they name no unit.

Of toggles (bold, capitals, hidden) the standard wants more (17.7.3): on in the paragraph's style and on again in the
characters' style is off. Here they are laid over each other like the rest, which errs only where a character style
repeats what the paragraph's style has said; bold is asked of whole paragraphs (`WordParagraph.bold`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from docx.oxml.styles import CT_Style
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, child, count, is_on, length, value

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NUMBER = (("number", "numId"), ("level", "ilvl"))
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}

Values = Mapping[str, str]
_Reading = Callable[[Element, Values], Values]


def paragraph_values(properties: Element | None) -> dict[str, str]:
    """Return what a `w:pPr` says."""
    found: dict[str, str] = {}
    for element in () if properties is None else properties:
        name = str(element.tag).removeprefix(W)
        if name == "pStyle":
            found["style"] = value(element)
        elif name == "jc":
            found["align"] = _ALIGNMENTS.get(value(element), value(element))
        elif name == "ind":
            found |= dict(_indents(element))
        elif name == "spacing":
            found |= {key: value(element, key) for key in ("line", "lineRule") if value(element, key)}
        elif name == "numPr":
            found |= {key: value(one) for key, name in _NUMBER if (one := child(element, name)) is not None}
        elif name in ("keepNext", "outlineLvl", "framePr"):
            what = {"keepNext": str(int(is_on(element))), "framePr": value(element, "xAlign")}
            found[name] = what.get(name, value(element))
    return found


def _indents(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the indents that a `w:ind` gives; `w:hanging` overrules `w:firstLine` (17.3.1.12) and is one below zero."""
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if element.get(W + name) is not None:
                yield key, str(length(value(element, name)))
    if element.get(W + "hanging") is not None:
        yield "first", str(-length(value(element, "hanging")))
    elif element.get(W + "firstLine") is not None:
        yield "first", str(length(value(element, "firstLine")))


def run_values(properties: Element | None, theme: Values) -> dict[str, str]:
    """Return what a `w:rPr` says; Cyrillic letters take the font of «high ANSI» (17.3.2.26).

    A font of the theme («minorHAnsi») overrules one that is named beside it.
    """
    found: dict[str, str] = {}
    for element in () if properties is None else properties:
        name = str(element.tag).removeprefix(W)
        if name == "rStyle":
            found["style"] = value(element)
        elif name == "rFonts":
            themed = value(element, "hAnsiTheme") or value(element, "asciiTheme")
            font = theme.get(themed[:5], "") or value(element, "hAnsi") or value(element, "ascii")
            found |= {"font": font} if font else {}
        elif name in ("sz", "lang", "spacing", "vertAlign"):
            found |= {name: value(element)} if value(element) else {}
        elif name in ("b", "caps", "vanish"):
            found[name] = str(int(is_on(element)))
    return found


def theme_fonts(root: Element | None) -> dict[str, str]:
    """Return the fonts of a theme: «major», of headings, and «minor», of text."""
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
        found = [] if styles is None else [style for style in styles if isinstance(style, CT_Style)]
        self._styles = {value(style, "styleId"): style for style in found}
        defaults = [style for style in found if value(style, "default") in ("1", "true", "on")]
        self._defaults = {value(style, "type"): value(style, "styleId") for style in reversed(defaults)}
        root = child(styles, "docDefaults")
        self._paragraph = paragraph_values(child(child(root, "pPrDefault"), "pPr"))
        # where nothing says a size, it is 10 points (17.3.2.38); every run then has one
        self._run = {"sz": "20"} | run_values(child(child(root, "rPrDefault"), "rPr"), theme)
        self._levels = _levels(numbering)
        self.name = cache(self._name)
        self._list_levels: dict[tuple[str, str], int] = {}
        self._inherited: dict[tuple[str, str, _Reading], Values] = {}
        self.of_paragraph = cache(self._of_paragraph)
        self.of_run = cache(self._of_run)

    def _name(self, style: str) -> str:
        """Return the name of a style, or of the one that paragraphs without any have."""
        return value(child(self._styles.get(style or self._defaults.get("paragraph", "")), "name"), default=style)

    def rules(self, style: str) -> bool:
        """Tell whether a table style draws lines between cells."""
        return bool(self._all_of(style, "table", _rules).get("rules"))

    def number(self, style: str) -> str:
        """Return the list that a style names itself, as a style of lists does."""
        return paragraph_values(child(self._styles.get(style), "pPr")).get("number", "")

    def level(self, style: str, number: str, linked: Mapping[str, int]) -> int:
        """Return the level of a list on which a style numbers: that which names the style, else what the style says.

        A style that says nothing has the level of the one that it is based on; `linked` are the levels by style.
        """
        if (style, number) not in self._list_levels:
            self._list_levels[style, number] = self._level(style, linked)
        return self._list_levels[style, number]

    def _level(self, style: str, linked: Mapping[str, int]) -> int:
        at = style if style in self._styles else self._defaults.get("paragraph", "")
        seen: set[str] = set()
        while at in self._styles and at not in seen:
            seen.add(at)
            said = count(paragraph_values(child(self._styles[at], "pPr")).get("level", ""))
            if at in linked or said is not None:
                return linked.get(at, said or 0)
            at = value(child(self._styles[at], "basedOn"))
        return 0

    def _all_of(self, style: str, kind: str, values: _Reading) -> Values:
        """Return what a style says together with those that it is based on, the root first; a ring is cut.

        Each style is read once, whatever is based on it: chains may be long, and many may share their root.
        """
        at = style if style in self._styles else self._defaults.get(kind, "")
        waiting: dict[str, Element] = {}
        while at in self._styles and at not in waiting and (at, kind, values) not in self._inherited:
            waiting[at] = self._styles[at]
            at = value(child(self._styles[at], "basedOn"))
        found = self._inherited.get((at, kind, values), {})
        for name, one in reversed(waiting.items()):
            own = values(one, self.theme)
            found = {**found, **own} if kind == "table" else self.lay_over(found, own)
            self._inherited[name, kind, values] = found
        return found

    def _of_paragraph(self, style: str, table: str) -> dict[str, str]:
        """Return what a paragraph of that style has before its own properties; `table` is the table's style."""
        under = {**self._paragraph, **(self._all_of(table, "table", _of_paragraph) if table else {})}
        return {**under, **self._all_of(style, "paragraph", _of_paragraph)}

    def _of_run(self, style: str, table: str, character: str) -> dict[str, str]:
        """Return what text in such a paragraph has before its own properties."""
        layers = [self._run, self._all_of(table, "table", _of_run) if table else {}]
        layers += [self._all_of(style, "paragraph", _of_run)]
        layers += [self._all_of(character, "character", _of_run)] if character else []
        return {name: text for layer in layers for name, text in layer.items()}

    def lay_over(self, under: Values, over: Values) -> dict[str, str]:
        """Return a layer laid over others.

        Where the layer names a list («number»), the list's level brings indents of its own: above those of the layers
        below, since Word indents what it numbers anew, but beneath those of the very layer that named it. A number 0
        takes the paragraph out of its list, and brings none.
        """
        number = over.get("number", "0") if over.get("number") else "0"
        indents = self._levels.get(number, {}).get(over.get("level", "0"), {})
        return {**under, **indents, **over}


def _levels(numbering: Element | None) -> dict[str, dict[str, dict[str, str]]]:
    """Return the indents of every number and level: a number (`w:num`) has those of the list that it is one of."""
    if numbering is None:
        return {}
    lists = {
        value(one, "abstractNumId"): {
            value(level, "ilvl"): paragraph_values(child(level, "pPr")) for level in one.findall(f"{W}lvl")
        }
        for one in numbering.findall(f"{W}abstractNum")
    }
    numbers = numbering.findall(f"{W}num")
    return {value(one, "numId"): lists.get(value(child(one, "abstractNumId")), {}) for one in numbers}


def _of_paragraph(style: Element, _: Values) -> Values:
    return paragraph_values(child(style, "pPr"))


def _of_run(style: Element, theme: Values) -> Values:
    return run_values(child(style, "rPr"), theme)


def _rules(style: Element, _: Values) -> Values:
    borders = child(child(style, "tblPr"), "tblBorders")
    return {} if borders is None else {"rules": "1" if has_rules(borders) else ""}


def has_rules(borders: Element | None) -> bool:
    """Tell whether borders draw lines between cells."""
    inside = [child(borders, name) for name in ("insideH", "insideV")]
    return any(line is not None and value(line) not in ("none", "nil") for line in inside)
