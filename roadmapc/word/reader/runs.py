"""The text of a finished paragraph as runs of one appearance: inserted text counts, deleted does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from docx.oxml.text.run import CT_R
from lxml.etree import _Element as Element

from roadmapc.russian.numerals import RAISED
from roadmapc.word.package.attributes import W, length, value
from roadmapc.word.reader.computed_style import Styles, run_values
from roadmapc.word.reader.form_fields import shown
from roadmapc.word.reader.records import WordRun
from roadmapc.word.reader.symbols import in_font, sign

THROUGH = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
)
"""Elements that are looked through: what they hold stands where they stand."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPACES = " \t\r\n"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULAS = frozenset({f"{_MATHS}oMath", f"{_MATHS}oMathPara"})
# python-docx's `CT_R.text` makes a hyphen of the no-break one, and nothing of a page's or column's break, which parts
# words all the same.
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def runs_of(container: Element, styles: Styles, style: str, table: str, hidden: list[str]) -> Iterator[WordRun]:
    """Yield the runs of a paragraph of that style in a table of that style; hidden text goes to a list of its own."""
    for element in container:
        if isinstance(element, CT_R):
            own = run_values(element.rPr, styles.theme)
            values = {**styles.of_run(style, table, own.get("style", "")), **own}
            text = in_font("".join(_characters(element)), values.get("font", ""))
            if own.get("vertAlign") == "superscript":
                text = text.translate(RAISED)  # «2¹.» is not «21.»
            if text and values.get("vanish") == "1":
                hidden.append(text)
            elif text:
                size = length(values["sz"], 20) / 2  # `w:sz` counts half points
                bold = values.get("b") == "1"
                text = text.upper() if values.get("caps") == "1" else text
                spacing = length(values.get("spacing"))
                yield WordRun(text, values.get("font", ""), size, values.get("lang", ""), bold, spacing)
        elif str(element.tag).removeprefix(W) in THROUGH:
            yield from runs_of(element, styles, style, table, hidden)
        elif str(element.tag) in _FORMULAS:
            text = " ".join(piece.text or "" for piece in element.iter(f"{_MATHS}t"))
            values = styles.of_run(style, table, "")
            yield WordRun(text, values.get("font", ""), length(values["sz"], 20) / 2, "", False, 0)


def join_runs(runs: Iterable[WordRun]) -> Iterator[WordRun]:
    """Yield runs, neighbours of one appearance as one: Word cuts text wherever its proofing went."""
    for _look, alike in groupby(runs, lambda run: run[1:]):
        first, *others = alike
        yield first._replace(text="".join([first.text, *(run.text for run in others)])) if others else first


def _characters(run: CT_R) -> Iterator[str]:
    """Yield the text of a run piece by piece."""
    for element in run:
        name = str(element.tag).removeprefix(W)
        if name == "sym":
            yield sign(value(element, "font"), value(element, "char"))
        elif name == "fldChar":
            yield shown(element)
        else:
            yield _text(element) if name == "t" else _CHARACTERS.get(name, "")


def _text(element: Element) -> str:
    """Return a piece of text; Word drops the spaces at its ends unless `xml:space` keeps them, here or further out."""
    text = element.text or ""
    if text[:1] not in _SPACES and text[-1:] not in _SPACES:
        return text
    kept = any(one.get(_SPACE) == "preserve" for one in (element, *element.iterancestors()))
    return text if kept else text.strip(_SPACES)
