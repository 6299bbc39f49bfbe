"""What a template may see: frozen records of plain text, documented in `docs/templates.md`; no model object leaks.

Texts are as the author wrote them; a template turns them into paragraphs with the filter `prose`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from roadmapc.approvals import BLANK_DATE, BLANK_NUMBER, approval_parts
from roadmapc.kinds import act_forms
from roadmapc.model import Order, OrderItem, Signature
from roadmapc.plan import Plan, PlanSection, Row
from roadmapc.prose import first_paragraph
from roadmapc.widths import TEXT_WIDTHS, column_widths

NO_TEXT = "–"


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Position and name."""

    position: str
    name: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the order with its computed number: «1.», «1.1.»; `level` 1 for items, 2 for sub-items and so on.

    `more` is what follows the first paragraph: further paragraphs and lists.
    """

    number: str
    text: str
    more: str
    level: int


@dataclass(frozen=True, slots=True)
class OrderView:
    """The order: what its template prints, from the letterhead to the signature.

    `resolution` is empty where «приказываю:» closes the preamble.
    """

    organisation: tuple[str, ...]
    details: tuple[str, ...]
    name: str
    date: str
    number: str
    place: str
    subject: str
    preamble: str
    resolution: str
    items: tuple[ItemView, ...]
    signature: SignatureView


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: its column («number», «activity», …), text, and how many rows it covers (0: covered from above)."""

    column: str
    text: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section row: number, title and task; `cell` tells that the number has a cell of its own."""

    number: str
    title: str
    task: str
    cell: bool


@dataclass(frozen=True, slots=True)
class TableRowView:
    """A row of the table: either a section or cells."""

    section: SectionView | None = None
    cells: tuple[CellView, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """The table of activities."""

    heading: str
    columns: tuple[tuple[str, str], ...]
    widths: tuple[int, ...]
    head: bool
    column_numbers: bool
    landscape: bool
    rows: tuple[TableRowView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the text before the table."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PassportView:
    """The passport: title and rows (number, name, text); numbers are empty where none are printed."""

    title: str
    numbers: bool
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """The attachment: approval block (parts of lines), title, parts, passport, table, drafter's signature."""

    approval: tuple[tuple[str, ...], ...]
    title: str
    parts: tuple[PartView, ...]
    passport: PassportView | None
    table: TableView
    signature: SignatureView | None


@dataclass(frozen=True, slots=True)
class About:
    """What every template sees: whose document it is, its title, and the draft mark (empty for a final document)."""

    municipality: str
    region: str
    title: str
    period: str
    draft: str = field(default="")


def about(plan: Plan, draft: str) -> About:
    """Return what every template sees of a plan."""
    roadmap = plan.roadmap
    title = " ".join((roadmap.document.title or roadmap.municipality.name).split())
    return About(roadmap.municipality.name, roadmap.municipality.region or "", title, roadmap.document.period, draft)


def order_view(order: Order) -> OrderView:
    """Return the order; missing date and number are blanks to fill in by hand."""
    head = order.letterhead
    resolution = order.resolution.rstrip(": ") + ":"
    closes = resolution[0].islower() and order.preamble
    return OrderView(
        organisation=head.organisation if head else (),
        details=head.details if head else (),
        name=order.name or "",
        date=order.date or BLANK_DATE,
        number=f"№ {order.number or BLANK_NUMBER}",
        place=order.place or "",
        subject=order.subject,
        preamble=f"{(order.preamble or '').strip()} {resolution}" if closes else order.preamble or "",
        resolution="" if closes else resolution,
        items=(*_items(order.items), *_control(order)),
        signature=signature_view(order.signature),
    )


def signature_view(signature: Signature) -> SignatureView:
    """Return a signature."""
    return SignatureView(signature.position, signature.name)


def _items(items: tuple[OrderItem, ...], above: str = "", level: int = 1) -> Iterator[ItemView]:
    for n, item in enumerate(items, 1):
        number = f"{above}{n}."
        yield ItemView(number, *first_paragraph(item.text), level)
        yield from _items(item.items, number, level + 1)


def _control(order: Order) -> Iterator[ItemView]:
    """Yield the last item, on control; a text that begins small is the end of the usual sentence."""
    text = (order.control or "").strip()
    if text[:1].islower():
        text = f"Контроль за исполнением настоящего {act_forms(order.name).genitive} {text}"
    if text:
        yield ItemView(f"{len(order.items) + 1}.", *first_paragraph(text), 1)


def attachment_view(plan: Plan) -> AttachmentView:
    """Return the attachment of a plan."""
    roadmap = plan.roadmap
    passport = roadmap.passport
    return AttachmentView(
        approval=approval_parts(roadmap),
        title=(roadmap.document.title or "").strip(),
        parts=tuple(PartView(part.heading or "", (part.text or "").strip()) for part in roadmap.preface),
        passport=PassportView(
            (passport.title or "").strip(),
            passport.numbers,
            tuple((str(n), row.name, (row.text or "").strip()) for n, row in enumerate(passport.rows, 1)),
        )
        if passport
        else None,
        table=_table(plan),
        signature=signature_view(roadmap.signature) if roadmap.signature else None,
    )


def columns_of(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return the printed columns as (name, heading), in order."""
    columns = plan.roadmap.table.columns
    names = ("number", "activity", "deadline", "owners", "result")
    return tuple((name, heading) for name in names if (heading := getattr(columns, name)))


def _table(plan: Plan) -> TableView:
    settings = plan.roadmap.table
    columns = columns_of(plan)
    landscape = settings.orientation == "landscape" or (settings.orientation == "auto" and len(columns) >= 5)
    rows = tuple(_rows(plan, tuple(name for name, _ in columns)))
    texts = {name: [cell.text for row in rows for cell in row.cells if cell.column == name] for name, _ in columns}
    return TableView(
        heading=(settings.heading or "").strip(),
        columns=columns,
        widths=column_widths(columns, texts, TEXT_WIDTHS["landscape" if landscape else "portrait"]),
        head=settings.head,
        column_numbers=settings.column_numbers,
        landscape=landscape,
        rows=rows,
    )


def _rows(plan: Plan, columns: tuple[str, ...]) -> Iterator[TableRowView]:
    cell = plan.roadmap.table.section_number == "cell" and "number" in columns
    for section in plan.sections:
        rows = list(section.rows)
        if section.own:
            rows.insert(0, section.own)
        elif section.title or section.number or section.task:
            yield TableRowView(section=_section(section, cell))
        spans = _owner_spans(rows)
        for row, span in zip(rows, spans, strict=True):
            yield TableRowView(cells=tuple(_cell(row, name, span) for name in columns))


def _section(section: PlanSection, cell: bool) -> SectionView:
    return SectionView(section.number, section.title, section.task.strip(), cell and bool(section.number))


def _owner_spans(rows: list[Row]) -> list[int]:
    """Return how many rows each owners' cell covers; 0 for a cell shared with the row above."""
    spans = [0 if row.owners_shared and at else 1 for at, row in enumerate(rows)]
    for at in range(len(rows) - 1, 0, -1):
        if spans[at] == 0:
            first = max(i for i in range(at) if spans[i])
            spans[first] += 1
    return spans


def _cell(row: Row, column: str, span: int) -> CellView:
    if column == "owners":
        return CellView(column, row.owners_text or NO_TEXT, span)
    text = {"number": row.number, "activity": row.text.strip(), "deadline": row.deadline_text, "result": row.result}
    return CellView(column, text[column] or NO_TEXT)
