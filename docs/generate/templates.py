"""The reference page of templates, `docs/templates.md`: tags and classes, what templates see, filters, styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from textwrap import dedent
from types import GenericAlias
from typing import Any, Literal, get_args, get_origin, get_type_hints

from roadmapc.documents._groups import GroupView
from roadmapc.documents._sign_sheet import SheetView
from roadmapc.documents.amending.comparison import ComparisonView
from roadmapc.documents.attachment import AttachmentView
from roadmapc.documents.checklist import ChecklistView
from roadmapc.documents.cyclogram import CyclogramView
from roadmapc.documents.execution.covering_letter import CoveringLetterView
from roadmapc.documents.execution.move_request import RequestView
from roadmapc.documents.execution.report_full import ReportView
from roadmapc.documents.execution.report_network import NetworkView
from roadmapc.documents.letters.views import LetterView
from roadmapc.documents.order import OrderView
from roadmapc.documents.output import AboutView
from roadmapc.documents.region._view import RegionView
from roadmapc.documents.summary import SummaryView
from roadmapc.documents.wall import WallView
from roadmapc.rendering.blocks import VOCABULARY, Tag
from roadmapc.rendering.budget import MOST_ITEMS, MOST_LETTERS, MOST_STEPS
from roadmapc.rendering.permitted import FILTERS_OF_JINJA, METHODS
from roadmapc.word.package.form_facts import MARKS
from roadmapc.word.package.pictures import MOST_BYTES, MOST_DOTS
from roadmapc.word.package.style_names import PARAGRAPH_STYLES, TABLE_STYLES

SEEN: Mapping[str, Mapping[str, Any]] = {
    "order.html": {"order": OrderView},
    "agreement.html": {"sheet": SheetView},
    "acquaintance.html": {"sheet": SheetView},
    "attachment.html": {"attachment": AttachmentView},
    "comparison.html": {"comparison": ComparisonView},
    "calendar.html": {"groups": tuple[GroupView, ...], "results": bool, "shortened": bool},
    "summary.html": {"summary": SummaryView},
    "wall.html": {"wall": WallView},
    "cyclogram.html": {"cyclogram": CyclogramView},
    "checklist.html": {"checklist": ChecklistView},
    "report.html": {"report": ReportView},
    "report-short.html": {"report": ReportView},
    "report-network.html": {"network": NetworkView},
    "covering-letter.html": {"letter": CoveringLetterView},
    "move-request.html": {"request": RequestView},
    "region.html": {"region": RegionView},
    "letter.html": {"letter": LetterView},
    "letter-summary.html": {"letter": LetterView},
}
"""Template → the names it sees besides `about`."""

_LOOPS_FOLDER = Path(__file__).parent / "loops"
LOOPS: Mapping[str, str] = {path.name: path.read_text("utf-8") for path in sorted(_LOOPS_FOLDER.glob("*.html"))}
"""Template → the loop that says what its `<rows of="…"/>` stands for."""
_ROWS = """\
## Rows that the program sets

In a packaged template `<rows of="…"/>` stands for rows that the program sets itself, several times as fast as a loop.
An own template may have a loop there, and say more. These loops say the same as the rows:"""

_FILTERS = {
    "prose": "paragraphs and lists of a text field, as `<p>`; `prose('left')` names the class of plain paragraphs",
    "cell": "the same for a table cell: a text without line breaks stays plain text",
    "lines": "one text whose line breaks become `<br/>`",
}

_INTRO = f"""\
# Templates

Generated from `docs/generate/templates.py`: do not edit.

A document is a Jinja template that writes a small subset of HTML. One template serves Word, HTML and PDF. What it
looks like is the business of the base form `form.docx`: templates name styles, never fonts.

`roadmapc templates` lists every template and form with the place from which it is used. They are looked for in the
folder of `--templates`, then in `templates/` of the working folder, then in the packaged set;
`roadmapc templates copy` copies that set out. An own template may include `.html` files of such a folder itself, and
take over a packaged one and replace one block:

```jinja
{{% extends "packaged/attachment.html" %}}
{{% block signature %}}<p class="note">Подписи нет.</p>{{% endblock %}}
```

Values are escaped, never run as templates. Own templates run in a sandbox: no chance, no files, at most {MOST_STEPS:,}
steps for a document (a turn of a loop, two names, five letters put together are one, a call is twenty), no text above
{MOST_LETTERS:,} letters, no list above {MOST_ITEMS:,} things. A mistake is told at the template's line:
`template attachment.html:12: unknown tag <tabel>; perhaps <table>`."""

_FORMS = """\
## A letterhead of one's own

A form is a Word document whose page, styles, headers and footers go into every document. `form.docx` is that of all
roadmaps; `form: tsunta` in a roadmap names `templates/tsunta.docx` (or one in the folder of `--templates`),
`form: ../forms/tsunta.docx` a file by its path from the roadmap. Paths are relative, with “/” between folders, and stay
inside the folder in which the program runs, links included.

`roadmapc templates new-form tsunta` makes such a form: at a terminal it asks for the organisation, details, kind of
act, layout, coat of arms, margins, font and size; without one these are options. The same answers give the same file,
and nothing is written over. Whatever else is wanted is changed in Word.

```console
$ roadmapc templates new-form tsunta --organisation 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ' --arms gerb.png --layout угловой
```

What stands in the header of the first page is printed on every document. What stands in the body of a form that a
roadmap names is the head of its order, pictures included, in place of `letterhead:` (a web page has no form: there
`letterhead:` is printed). The body of `form.docx` is printed only where a roadmap says `form: form`. An own
`order.html` keeps that: the head is what a document begins with in the classes of a letterhead, kind and date. Marks in
the body are filled from the order; a paragraph of nothing but a mark that stays empty is left out:"""
_MEANT = {
    "kind": "the kind of act: `name:` of the order; not needed where the form names the kind in that style",
    "date": "the date of the order, or a blank",
    "number": "its number without the sign №, or a blank",
    "place": "the place",
}
_PICTURES = (
    f"Pictures are PNG or JPEG, at most {MOST_BYTES // 1_000_000} MB and {MOST_DOTS // 1_000_000} million dots, and "
    "inserted, not linked. A form that fetches anything from another computer is refused, and so is one that lacks a "
    "style: `check` names it."
)


def page() -> str:
    """Return the page in Markdown."""
    parts = [_INTRO, "## Tags", "The text is well-formed XML: every tag is closed, `<br/>` too."]
    parts += [part for name, tag in VOCABULARY.items() for part in _tag(name, tag)]
    filters = _table(("Filter", "Gives"), ((f"`{name}`", meaning) for name, meaning in _FILTERS.items()))
    parts += ["## Filters", filters]
    parts.append("Of Jinja: " + ", ".join(f"`{name}`" for name in sorted(FILTERS_OF_JINJA)) + ".")
    methods = ", ".join(f"`{name}`" for name in sorted(METHODS[str]))
    parts.append(f"Methods of texts: {methods}; of records `get`, `items`, `keys`, `values`.")
    seen = ((f"`{name}`", ", ".join(_names(values))) for name, values in SEEN.items())
    parts += ["## What templates see", _table(("Template", "Sees"), seen)]
    parts += [part for record in _records() for part in _record(record)]
    parts.append(_ROWS)
    parts += [part for name, loop in LOOPS.items() for part in (f"### `{name}`", f"```jinja\n{loop}```")]
    styles = ((f"`{key}`", f"«{name}»") for key, name in {**PARAGRAPH_STYLES, **TABLE_STYLES}.items())
    marks = ((f"`{mark}`", _MEANT[name]) for name, mark in MARKS.items())
    parts += [_FORMS, _table(("Mark", "Prints"), marks), _PICTURES]
    parts += ["## Styles of a form", "An own form must have all of these; they are found by name."]
    parts.append(_table(("Style", "Name in Word"), styles))
    return "\n\n".join(parts) + "\n"


def _tag(name: str, tag: Tag) -> Iterator[str]:
    plain, _, kind = name.partition(".")
    title = f'<{plain} class="{kind}">' if kind else f"<{plain}>"
    yield f"### `{title}`"
    inside = ", ".join(f"`<{inner}>`" for inner in sorted(tag.holds))
    meaning = re.sub(r"<\w+>", r"`\g<0>`", tag.meaning)
    yield f"{meaning[0].upper()}{meaning[1:]}." + (f" Holds {inside}." if inside else "")
    rows = [(f'`{attribute}="…"`', meaning) for attribute, meaning in tag.attributes.items()]
    rows += [(f'`class="{word}"`', meaning) for word, meaning in tag.classes.items()]
    rows += [
        (f'`<p class="{word}">`' if word else "`<p>`", f"style «{PARAGRAPH_STYLES[style]}»")
        for word, style in tag.paragraphs.items()
    ]
    if rows:
        yield _table(("Written", "Meaning"), iter(rows))


def _names(values: Mapping[str, Any]) -> Iterator[str]:
    for name, kind in {**values, "about": AboutView}.items():
        yield f"`{name}`: {_kind(kind)}"


def _records() -> Iterator[type]:
    """Yield the records that templates see, each after the first that leads to it."""
    found: dict[type, None] = {}
    pending = [AboutView, *(kind for values in SEEN.values() for kind in values.values())]
    while pending:
        kind = pending.pop(0)
        if is_dataclass(kind) and isinstance(kind, type) and kind not in found:
            found[kind] = None
            pending = [*get_type_hints(kind).values(), *pending]
        else:
            pending = [*get_args(kind), *pending]
    yield from found


def _record(record: type) -> Iterator[str]:
    hints = get_type_hints(record)
    yield f"### {record.__name__}"
    yield " ".join(dedent(record.__doc__ or "").split())
    yield _table(("Field", "Kind"), ((f"`{field.name}`", _kind(hints[field.name])) for field in fields(record)))


def _kind(kind: Any) -> str:
    """Return a type in words: «text», «list of ItemView», «PassportView or nothing»."""
    arguments = [one for one in get_args(kind) if one is not Ellipsis]
    if isinstance(kind, GenericAlias) and (Ellipsis in get_args(kind) or get_origin(kind) is Sequence):
        return f"list of {_kind(arguments[0])}"
    if isinstance(kind, GenericAlias):
        return f"({', '.join(map(_kind, arguments))})"
    if get_origin(kind) is Literal:
        return " or ".join(f"“{word}”" for word in arguments)
    if arguments:
        return " or ".join(map(_kind, arguments))
    plain: dict[Any, str] = {str: "text", int: "number", bool: "yes or no", type(None): "nothing"}
    return plain[kind] if kind in plain else f"[{kind.__name__}](#{kind.__name__.lower()})"


def _table(head: tuple[str, str], rows: Iterator[tuple[str, str]]) -> str:
    lines = [f"| {head[0]} | {head[1]} |", "| --- | --- |", *(f"| {left} | {right} |" for left, right in rows)]
    return "\n".join(lines)
