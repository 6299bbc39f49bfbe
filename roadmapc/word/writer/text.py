"""Text as runs of WordprocessingML, and the properties of paragraphs, as strings.

Elements stand in the order of the schema: Word refuses a file whose `w:pPr` has them in another one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from roadmapc.rendering.blocks import Content, Run
from roadmapc.word.writer.revisions import with_mark

CLOSE = "</w:t></w:r>"
_TEXT, _SPACED = "<w:t>", '<w:t xml:space="preserve">'
"""Word drops spaces at the ends of a text that does not say to keep them; most have none, and need not say it."""
_BLANKS = frozenset(" \n\t")
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"  # of each two switches, one for complex scripts (17.3.2.2)


def escape(text: str) -> str:
    """Return the text for the inside of a `w:t`; line breaks and tabs become elements of their run.

    In a `w:t` they would be white space like any other.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in text:
        text = text.replace("\n", f"</w:t><w:br/>{_SPACED}")
    if "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{_SPACED}")
    return text


def runs(content: Content) -> str:
    """Return the runs of a content."""
    if len(content) == 1 and isinstance(content[0], str):  # as most are
        return f"<w:r>{_text(content[0])}{CLOSE}"
    return "".join(f"<w:r>{_text(piece)}{CLOSE}" if isinstance(piece, str) else _run(piece) for piece in content)


@lru_cache(300)
def _text(text: str) -> str:
    """Return a `w:t` that is still open, with the text in it; breaks and tabs begin further ones."""
    spaced = text[:1] in _BLANKS or text[-1:] in _BLANKS or "  " in text
    return f"{_SPACED if spaced or not text.isprintable() else _TEXT}{escape(text)}"


def _run(run: Run) -> str:
    look = f"{_BOLD if run.bold else ''}{_ITALIC if run.italic else ''}{'<w:strike/>' if run.struck else ''}"
    inside = f"<w:rPr>{look}</w:rPr>" if look else ""
    return with_mark(run, f"<w:r>{inside}{_text(run.text)}{CLOSE}")


def length(content: Content) -> int:
    """Return how many characters a content has."""
    return sum(len(piece.text) if isinstance(piece, Run) else len(piece) for piece in content)


def has_break(content: Content) -> bool:
    """Tell whether a line of the content ends before the margin."""
    return any("\n" in (piece.text if isinstance(piece, Run) else piece) for piece in content)


@cache
def properties(
    style: str,
    *,
    keep_next: bool = False,
    keep_lines: bool = False,
    page_break: bool = False,
    line_to: int = 0,
    before: int = 0,
    after: int = 0,
    left: int = 0,
    hanging: int = 0,
    align: str = "",
) -> str:
    """Return the inside of a `w:pPr`; `style` is the form's id, `line_to` the end of a line to write on.

    `before`, `after`, `left` (of which `hanging` lie before the first line's text) and `align` overrule the style where
    they are given; lengths are twentieths of a point.
    All else about the appearance is the style's, so that an office changes its form and no program. The line to write
    on is a tab that is filled with underscores up to the margin: typed ones run over into another line where a font is
    wider.
    """
    hangs = f' w:hanging="{hanging}"' if hanging else ""
    spacing = (f' w:before="{before}"' if before else "") + (f' w:after="{after}"' if after else "")
    return "".join(
        (
            f'<w:pStyle w:val="{style}"/>',
            "<w:keepNext/>" if keep_next else "",
            "<w:keepLines/>" if keep_lines else "",
            "<w:pageBreakBefore/>" if page_break else "",
            f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{line_to}"/></w:tabs>' if line_to else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            f'<w:ind w:left="{left}"{hangs}/>' if left else "",
            f'<w:jc w:val="{align}"/>' if align else "",
        )
    )
