"""The amending order: what changes of the approved document, in the formulas of official acts.

Sources of the formulas: методические рекомендации Госдумы (2003, edition 2021), Краснодар, Липецк; where they disagree,
`AmendSettings` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from roadmapc.documents._approval_block import BLANK_DATE, BLANK_NUMBER, LinesOfPart
from roadmapc.documents._signature import SignatureView, signature_view
from roadmapc.documents._table import TableView, table_rows, table_view
from roadmapc.documents.amending import _acts
from roadmapc.documents.amending._contents import ContentChanges, content_changes
from roadmapc.documents.amending._items import ItemView, numbered, together
from roadmapc.documents.attachment import view_of
from roadmapc.documents.order import ItemView as OrderItemView
from roadmapc.documents.order import OrderFrame, order_view
from roadmapc.documents.output import File, OutputContext, about
from roadmapc.plan.amending import Amendment
from roadmapc.rendering import blocks
from roadmapc.russian.agreement import act_forms

_WIDTH = 170


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the order: number, words, level; the name and widths of the table of quoted rows, or none."""

    number: str
    text: str
    level: int
    rows_name: str = ""
    widths: tuple[int, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmendmentView(OrderFrame):
    """The amending order: as an order is seen, but for its lines."""

    lines: tuple[LineView, ...]


def files(amendment: Amendment, context: OutputContext) -> Iterator[File]:
    """Return `amendment.docx`, with the new editions of what is given anew behind the order."""
    yield from amendment_files(amendment, content_changes(amendment), context)


def amendment_files(amendment: Amendment, contents: Sequence[ContentChanges], context: OutputContext) -> Iterator[File]:
    """Return the amending order for changes that are known."""
    view, rows = amendment_view(amendment, contents)
    seen = about(amendment.new, context.draft)
    document = context.render("amendment.html", {"about": seen, "order": view}, rows)
    for at, one in enumerate(anew(contents), 1):
        number = at if len(anew(contents)) > 1 else 0
        document = _with_attachment(document, amendment, one, number, context)
    for suffix, write in context.formats.items():
        yield File(f"amendment.{suffix}", write(document, amendment.act.date))


def anew(contents: Sequence[ContentChanges]) -> list[ContentChanges]:
    """Return the documents that are given in a new edition, or that are new."""
    return [one for one in contents if one.whole and one.new is not None]


def _with_attachment(
    document: blocks.Document, amendment: Amendment, one: ContentChanges, number: int, context: OutputContext
) -> blocks.Document:
    """Add a new edition behind the order, as an attachment to it."""
    assert one.new is not None  # it is given
    plan = amendment.new
    view = view_of(plan, one.new)
    first = "Приложение" + (f" № {number}" if number else "")
    forms = act_forms(_order_name(amendment))
    mark: LinesOfPart = (first, f"к {forms.dative}", _acts.act_requisites(amendment.act))
    view = replace(view, approval=(mark, *view.approval))
    rows = {table.rows_name: table_rows(table) for table in view.tables}
    values: dict[str, Any] = {"about": about(plan, context.draft), "attachment": view}
    attached = context.render("attachment.html", values, rows)
    sections = (replace(attached.sections[0], restart=True), *attached.sections[1:])
    return replace(document, sections=(*document.sections, *sections))


def _order_name(amendment: Amendment) -> str:
    order = amendment.old.roadmap.order
    return order.name or amendment.act.kind if order else amendment.act.kind


def subject_of(amendment: Amendment, count: int) -> str:
    """Return what the order is about: one change of one unit is «изменение»."""
    if amendment.act.title:
        return amendment.act.title
    word = "изменения" if count == 1 else "изменений"
    return f"О внесении {word} в {_acts.base_act(amendment.old)}"


def amendment_view(
    amendment: Amendment, contents: Sequence[ContentChanges]
) -> tuple[AmendmentView, dict[str, Sequence[blocks.TableRow]]]:
    """Return the order, and the quoted rows of its tables by name."""
    order = amendment.old.roadmap.order
    rows: dict[str, Sequence[blocks.TableRow]] = {}
    lines = tuple(_lines(amendment, contents, rows))
    whole = sum(one.is_changed and (one.whole is not None or one.new is None) for one in contents)
    count = whole + sum(line.level > 1 for line in lines)
    usual = order_view(order) if order else None
    control = _control(amendment, usual.items if usual else ())
    number = sum(1 for line in lines if line.level == 1) + 1
    closing = tuple(replace(line, number=f"{number + n}.") for n, line in enumerate(control))
    date = f"{amendment.act.date:%d.%m.%Y}" if amendment.act.date else BLANK_DATE
    return AmendmentView(
        organisation=usual.organisation if usual else (),
        details=usual.details if usual else (),
        name=usual.name if usual else amendment.act.kind.upper(),
        date=date,
        number=f"№ {amendment.act.number or BLANK_NUMBER}",
        place=usual.place if usual else "",
        subject=subject_of(amendment, count),
        preamble=amendment.act.preamble,
        resolution=(order.resolution.rstrip(": ").upper() if order else "ПРИКАЗЫВАЮ") + ":",
        lines=(*lines, *closing),
        signature=usual.signature if usual else signature_view_of(amendment),
    ), rows


def signature_view_of(amendment: Amendment) -> SignatureView:
    """Return who signs where no order tells: whoever approved, else a blank."""
    approval = amendment.old.roadmap.approval
    return signature_view(approval.by) if approval and approval.by else SignatureView("", "")


def _control(amendment: Amendment, items: Sequence[OrderItemView]) -> list[LineView]:
    """Return the item on control, as the base order has it."""
    last = [one for one in items if one.level == 1 and one.text.lower().startswith("контроль")]
    if last:
        return [LineView("", last[-1].text, 1)]
    genitive = act_forms(_order_name(amendment)).genitive
    return [LineView("", f"Контроль за исполнением настоящего {genitive} оставляю за собой.", 1)]


def _lines(
    amendment: Amendment, contents: Sequence[ContentChanges], rows: dict[str, Sequence[blocks.TableRow]]
) -> Iterator[LineView]:
    given = anew(contents)
    at = 0
    for one in contents:
        if not one.is_changed:
            continue
        at += 1
        if one.whole or one.new is None:
            number = given.index(one) + 1 if one in given and len(given) > 1 else 0
            yield LineView(f"{at}.", _whole(amendment, one, number), 1)
            continue
        changes = together(one.changes)
        items = [*numbered(changes, f"{at}.", decimal=amendment.settings.items == "decimal")]
        word = "следующее изменение" if len(items) == 1 else "следующие изменения"
        yield LineView(f"{at}.", f"Внести в {_object(amendment, one.old or 0)} {word}:", 1)
        for item in items:
            yield _line(amendment, one, item, rows)


def _line(
    amendment: Amendment, one: ContentChanges, item: ItemView, rows: dict[str, Sequence[blocks.TableRow]]
) -> LineView:
    if not item.rows:
        return LineView(item.number, item.text, item.level, more=item.more)
    name = f"change-{len(rows) + 1}"
    if item.widths:
        rows[name] = table_rows(TableView("", (), item.widths, False, False, False, item.rows))
        return LineView(item.number, item.text, item.level, name, _scaled(item.widths))
    table = _table_of(amendment, one, len(item.rows[0].cells))
    rows[name] = table_rows(replace(table, rows=item.rows))
    return LineView(item.number, item.text, item.level, name, _scaled(table.widths))


def _table_of(amendment: Amendment, one: ContentChanges, columns: int) -> TableView:
    """Return the table whose columns quoted rows have."""
    tables = [table_view(table) for table in amendment.new.tables if table.content == one.new]
    return next((table for table in tables if not columns or len(table.columns) == columns), tables[0])


def _scaled(widths: Sequence[int]) -> tuple[int, ...]:
    total = sum(widths)
    return tuple(max(8, round(width * _WIDTH / total)) for width in widths)


def _object(amendment: Amendment, content: int) -> str:
    """Return what is amended, in the accusative: the document, or a further attachment to its order."""
    plan = amendment.old
    if content:
        attachment = plan.roadmap.attachments[content - 1]
        return f"приложение № {attachment.plain_number} к {_acts.dative_act(plan)}{_acts.earlier(plan)}"
    if amendment.settings.amended == "order":
        return f"приложение к {_acts.dative_act(plan)}{_acts.earlier(plan)}"
    name = _acts.document(plan)
    return f"{name.name}, {name.approved} {_acts.by_act(plan)}{_acts.earlier(plan)},"


def _whole(amendment: Amendment, one: ContentChanges, number: int) -> str:
    """Return the item by which a document is given anew, added or taken away."""
    plan = amendment.old
    given = (
        f"согласно приложению{f' № {number}' if number else ''} к настоящему {act_forms(_order_name(amendment)).dative}"
    )
    if one.old is None and one.new is not None:
        attachment = amendment.new.roadmap.attachments[one.new - 1]
        return f"Дополнить {_acts.base_act(plan)} приложением № {attachment.plain_number} {given}."
    if one.new is None:
        attachment = plan.roadmap.attachments[(one.old or 1) - 1]
        return f"Приложение № {attachment.plain_number} к {_acts.dative_act(plan)} {amendment.settings.dropping}."
    return f"Изложить {_object(amendment, one.old or 0)} в новой редакции {given}."
