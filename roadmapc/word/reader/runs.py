"""The text of a finished paragraph as runs of one look: inserted text counts, deleted does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from roadmapc.word.reader.computed_style import Styles, W, child, length, run_values, value
from roadmapc.word.reader.records import Run

THROUGH = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir"})
"""Elements that are looked through: what they hold stands where they stand."""

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def runs_of(container: Element, styles: Styles, style: str, table: str) -> Iterator[Run]:
    """Yield the runs of a paragraph of that style in a table of that style; what is hidden or deleted is none."""
    for element in container:
        name = str(element.tag).removeprefix(W)
        if name in THROUGH:
            yield from runs_of(element, styles, style, table)
        elif name == "r":
            properties = child(element, "rPr")
            character = value(child(properties, "rStyle"))
            own = run_values(properties, styles.theme)
            values = {**styles.of_run(style, table, character), **own}
            text = "".join(_signs(element))
            if text and values.get("vanish") != "1":
                size = length(values["sz"], 20) / 2
                bold = values.get("b") == "1"
                text = text.upper() if values.get("caps") == "1" else text
                spread = length(values.get("spacing"))
                yield Run(text, values.get("font", ""), size, values.get("lang", ""), bold, spread)


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, neighbours of one look as one: Word cuts text wherever its proofing went."""
    last: Run | None = None
    for run in runs:
        if last is not None and run[1:] == last[1:]:
            last = last._replace(text=last.text + run.text)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last


def _signs(run: Element) -> Iterator[str]:
    for element in run:
        name = str(element.tag).removeprefix(W)
        yield element.text or "" if name == "t" else _SIGNS.get(name, "")
