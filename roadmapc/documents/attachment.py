"""The attachments: the roadmap itself as it is approved, and what else is attached to its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from roadmapc.documents._approval_block import LinesOfPart, approval_parts, attachment_parts, further_approvals
from roadmapc.documents._first_pages import is_upright
from roadmapc.documents._indicators import cells_of, heading_width, headings_of, kinds_of, number_width
from roadmapc.documents._passport import PassportView, passport_view
from roadmapc.documents._signature import SignatureView, signature_view
from roadmapc.documents._table import TableView, table_rows, table_view
from roadmapc.documents.output import AboutView, File, OutputContext, about
from roadmapc.plan import Plan
from roadmapc.plan.columns import MOST_WIDTH
from roadmapc.russian.transliteration import slug
from roadmapc.source.model import Attachment, Indicators, Part, Roadmap, signatures

ORDER = 30
_UNITS = (22, 30)
"""Millimetres of the column of units: usually, and at most, for long words of its heading."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the text before the table, perhaps on a page on its side."""

    heading: str
    text: str
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorsView:
    """The indicators: title, headings, widths in millimetres, rows (number, name, unit, a value for each year).

    Numbers and units are there where the source has such columns; `kinds` say of each column «number», «» or «center».
    """

    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """The attachment: approval block (parts of lines), title, parts, passport, indicators, tables, who signs it.

    `approvals` are the blocks that stand at the left of the approval block; `signature` is the first of `signatures`.

    `table` is the first of its tables; a further attachment may have none.

    `upright_first` says that the first page is upright, `upright_text` that passport and indicators are: not so a short
    text before a table on its side.
    """

    approval: tuple[tuple[str, ...], ...]
    title: str
    parts: tuple[PartView, ...]
    passport: PassportView | None
    table: TableView | None
    tables: tuple[TableView, ...]
    signature: SignatureView | None
    approvals: tuple[LinesOfPart, ...] = ()
    indicators: IndicatorsView | None = None
    signatures: tuple[SignatureView, ...] = ()
    upright_first: bool = True
    upright_text: bool = True


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `attachment.docx`, and `attachment-2.docx`, … for each further attachment, by its number."""
    for at in range(len(plan.contents)):
        view = view_of(plan, at)
        rows = {table.rows_name: table_rows(table) for table in view.tables}
        values = {"attachment": view, "about": about_content(plan, at, context.draft)}
        yield from context.files(plan, f"attachment{suffix_of(plan, at)}", "attachment.html", values, rows)


def suffix_of(plan: Plan, at: int) -> str:
    """Return what names of files of a further attachment end with: «-2»; the roadmap itself, 0, has nothing there."""
    return f"-{slug(plan.roadmap.attachments[at - 1].plain_number)}" if at else ""


def about_content(plan: Plan, at: int, draft: str) -> AboutView:
    """Return what templates see of the roadmap itself, 0, or of a further attachment, which has a title of its own."""
    seen = about(plan, draft)
    if not at:
        return seen
    attachment = plan.roadmap.attachments[at - 1]
    title = " ".join((attachment.title or "").split()) or f"Приложение № {attachment.plain_number}"
    return replace(seen, title=title)


def view_of(plan: Plan, at: int) -> AttachmentView:
    """Return the roadmap itself, 0, or a further attachment."""
    return further_view(plan, at) if at else attachment_view(plan)


def attachment_view(plan: Plan) -> AttachmentView:
    """Return the roadmap itself."""
    roadmap = plan.roadmap
    title = (roadmap.document.title or "").strip()
    return _view(plan, 0, roadmap, approval_parts(roadmap), title)


def further_view(plan: Plan, at: int) -> AttachmentView:
    """Return a further attachment; the first of them is 1."""
    attachment = plan.roadmap.attachments[at - 1]
    return _view(plan, at, attachment, attachment_parts(plan.roadmap, attachment), (attachment.title or "").strip())


def _view(
    plan: Plan, at: int, content: Roadmap | Attachment, approval: tuple[LinesOfPart, ...], title: str
) -> AttachmentView:
    found = (table for table in plan.tables if table.content == at)
    tables = tuple(
        table_view(table, f"activities-{number}" if number > 1 else "activities")
        for number, table in enumerate(found, 1)
    )
    signed = tuple(map(signature_view, signatures(content.signature)))
    view = AttachmentView(
        approval=approval,
        title=title,
        parts=tuple(_part_view(part) for part in content.preface if part.heading or part.text),
        passport=passport_view(content.passport) if content.passport else None,
        table=tables[0] if tables else None,
        tables=tables,
        signature=signed[0] if signed else None,
        approvals=() if at else further_approvals(plan.roadmap),
        indicators=_indicators_view(content.indicators) if content.indicators else None,
        signatures=signed,
    )
    return _laid_out(view)


def _laid_out(view: AttachmentView) -> AttachmentView:
    """Return an attachment with the sheets that its text stands on: what the source lays on its side stays there."""
    if any(part.landscape for part in view.parts):
        return replace(view, upright_first=not view.parts[0].landscape)
    upright = _is_upright(view)
    parts = view.parts if upright else tuple(replace(part, landscape=True) for part in view.parts)
    return replace(view, parts=parts, upright_first=upright, upright_text=upright)


def _part_view(part: Part) -> PartView:
    return PartView(part.heading or "", (part.text or "").strip(), part.orientation == "landscape")


def _indicators_view(indicators: Indicators) -> IndicatorsView:
    years, columns = indicators.years, indicators.columns
    wide = max(15, min(30, 90 // max(1, len(years))))
    number = [number_width(columns.number)] if columns.number else []
    unit = [heading_width(columns.unit, *_UNITS)] if columns.unit else []
    name = max(20, MOST_WIDTH["portrait"] - sum(number) - sum(unit) - wide * len(years))
    return IndicatorsView(
        title=(indicators.title or "").strip(),
        headings=(*headings_of(columns), *years),
        widths=(*number, name, *unit, *(wide for _ in years)),
        rows=tuple(cells_of(indicators)),
        kinds=(*kinds_of(columns), *("center" for _ in years)),
    )


def _is_upright(view: AttachmentView) -> bool:
    """Tell whether the text is upright: as the table is, or where it fills pages of its own before one on its side."""
    if view.table is None or not view.table.landscape:
        return True
    passport, indicators = view.passport, view.indicators
    if not (view.parts or passport or indicators):
        return False
    rows = [(name, text) for _, name, text in passport.rows] if passport else []
    if passport and passport.head:
        *_, name_heading, text_heading = passport.head
        rows.append((name_heading.text, text_heading.text))
    at = indicators.kinds.index("") if indicators else 0
    rows += [(row[at + 1], row[at]) for row in indicators.rows] if indicators else []
    return is_upright(
        view.approval,
        (view.title, passport.title if passport else "", indicators.title if indicators else ""),
        ((part.heading, part.text) for part in view.parts),
        rows,
        (45, 115) if passport and passport.numbers else (50, 120),
    )
