"""Web pages: a document as one self-contained HTML file that looks like its Word page and prints like it.

On a phone the rows of its tables are cards.
"""

from __future__ import annotations

from datetime import date

from roadmapc.rendering.blocks import Document, TableBlock
from roadmapc.rendering.html.css import stylesheet
from roadmapc.rendering.html.paragraphs import escaped
from roadmapc.rendering.html.tables import INNER_HEADS
from roadmapc.rendering.html.writing import section

__all__ = ["write"]


def write(document: Document, created: date | None = None) -> bytes:
    """Return the page: no scripts, nothing from elsewhere, everything escaped; `created` is the document's date."""
    head = [
        "<!DOCTYPE html>",
        '<html lang="ru">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *([f'<meta name="dcterms.created" content="{created:%Y-%m-%d}">'] if created else []),
        f"<title>{escaped(document.title)}</title>",
        f"<style>\n{stylesheet(document.draft, _has_inner_heads(document))}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    body = [section(part, document.draft) for part in document.sections]
    return "\n".join([*head, *body, "</main>", "</body>", "</html>", ""]).encode()


def _has_inner_heads(document: Document) -> bool:
    tables = (block for part in document.sections for block in part.blocks if isinstance(block, TableBlock))
    return any(row.kind == INNER_HEADS for table in tables for row in table.rows)
