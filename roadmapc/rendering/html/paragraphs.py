"""Text and paragraphs → HTML: everything escaped, names of styles as classes."""

from __future__ import annotations

from roadmapc.rendering.blocks import Content, Paragraph, Run
from roadmapc.rendering.marked import MarkedRun

_CHANGES = {"inserted": "ins", "deleted": "del"}
_HEADINGS = {"Heading1": "h1", "Heading2": "h2"}


def escaped(text: str) -> str:
    """Return the text for the inside of an element or a quoted attribute; line breaks and tabs become tags."""
    for letter, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>")):
        text = text.replace(letter, reference)
    return text.replace("\t", "&emsp;")


def paragraph(written: Paragraph, *, suffix: str = "", rule: bool = False, heading: bool = False) -> str:
    """Return a paragraph; `rule` draws a line below, `heading` tells readers of screens that it heads what follows."""
    tag = _HEADINGS.get(written.style, "p")
    keep = " keep" if written.keep_next else ""
    line = ' style="border-bottom: 1pt solid; padding-bottom: 4pt"' if rule else ""
    role = ' role="heading" aria-level="3"' if heading else ""
    mark = f'<span class="mark">{escaped(written.list_marker)} </span>' if written.list_marker else ""
    blank = '<span class="blank"></span>' if written.style.endswith("Blank") else ""
    inside = f"{mark}{content_html(written.content)}{blank}"
    return f'<{tag} class="{written.style}{suffix}{keep}"{line}{role}>{inside}</{tag}>\n'


def content_html(content: Content) -> str:
    """Return the runs of a content."""
    return "".join(escaped(piece) if isinstance(piece, str) else _run(piece) for piece in content)


def plain(content: Content) -> str:
    """Return the words of a content on one line, without looks."""
    text = "".join(piece.text if isinstance(piece, Run) else piece for piece in content)
    return text.replace("\n", " ").replace("\t", " ").strip(" ")


def _run(run: Run) -> str:
    text = escaped(run.text)
    text = f"<s>{text}</s>" if run.struck else text
    text = f"<i>{text}</i>" if run.italic else text
    text = f"<b>{text}</b>" if run.bold else text
    change = run.change if isinstance(run, MarkedRun) else ""
    return f"<{_CHANGES[change]}>{text}</{_CHANGES[change]}>" if change else text
