"""What a roadmap prints, fact by fact: what an imported one is compared by, whatever way its YAML is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from roadmapc.documents._passport import PassportCellView
from roadmapc.documents._table import CellView
from roadmapc.documents.attachment import AttachmentView, attachment_view, further_view
from roadmapc.documents.order import order_view
from roadmapc.plan import Plan
from roadmapc.plan.columns import printed_columns


def facts(plan: Plan) -> list[str]:
    """Return a line for each: order, approval, title, parts, passport, indicators, columns, rows, signatures."""
    found: list[str] = []
    if plan.roadmap.order:
        view = order_view(plan.roadmap.order)
        found += [f"organisation | {_plain(line)}" for line in view.organisation]
        found += [f"details | {_plain(line)}" for line in view.details]
        found += [f"{key} | {_plain(getattr(view, key))}" for key in ("name", "date", "number", "place", "subject")]
        found += [f"preamble | {_plain(view.preamble)}", f"resolution | {_plain(view.resolution)}"]
        found += [f"item {item.number} | {_plain(item.text + ' ' + item.more)}" for item in view.items]
        found.append(f"order signed | {_plain(view.signature.position)} | {_plain(view.signature.name)}")
    owners = {one.key for table in plan.tables for one in printed_columns(table) if one.kind == "owners"}
    found += _attachment(attachment_view(plan), owners)
    for at in range(len(plan.roadmap.attachments)):
        found += [f"({at + 2}) {line}" for line in _attachment(further_view(plan, at + 1), owners)]
    return found


def _attachment(view: AttachmentView, owners: set[str]) -> Iterator[str]:
    for lines in view.approvals:
        yield f"beside | {_plain(' '.join(lines))}"
    yield f"approval | {_plain(' '.join(line for lines in view.approval for line in lines))}"
    yield f"title | {_plain(view.title)}"
    parts: list[list[str]] = []
    for part in view.parts:  # nobody sees on paper where a part without a heading begins
        if part.heading or not parts:
            parts.append([part.heading, part.text])
        else:
            parts[-1][1] += f" {part.text}"
    yield from (f"part | {_plain(heading)} | {_plain(text)}" for heading, text in parts)
    if view.passport:
        yield f"passport | {_plain(' | '.join([view.passport.title, *_texts(view.passport.head)]))}"
        for row in view.passport.rows:
            yield f"passport row | {_plain(' | '.join(map(str, row)))}"
    if view.indicators:
        yield f"indicators | {_plain(view.indicators.title)} | {' | '.join(view.indicators.headings)}"
        yield from (f"indicator | {_plain(' | '.join(row))}" for row in view.indicators.rows)
    yield from _tables(view, owners)
    for signature in view.signatures:
        yield f"signed | {_plain(signature.position)} | {_plain(signature.name)}"


def _tables(view: AttachmentView, owners: set[str]) -> Iterator[str]:
    for table in view.tables:
        yield f"table | {_plain(table.heading)}"
        yield f"columns | {' | '.join(heading for _, heading in table.columns) if table.head else ''}"
        for one in table.rows:
            if one.section:
                section = one.section
                yield f"section | {_plain(section.number + ' ' + section.title)}"
                if section.task:
                    yield f"task | {_plain(section.task)}"
            else:
                yield f"row | {' | '.join(_cell(c, owners) for c in one.cells)}"
        if table.notes:
            yield f"notes | {_plain(table.notes)}"


def _cell(cell: CellView, owners: set[str]) -> str:
    """Return a cell; how owners are parted is the table's affair, not the cell's."""
    if not cell.rows:
        return "^"
    text = re.sub(r"(?m)^[-–•] |[,;]\s*", " ", cell.text) if cell.column in owners else cell.text
    return _plain(text)


def _texts(cells: Iterable[PassportCellView] | None) -> list[str]:
    return [cell.text for cell in cells or ()]


def _plain(text: str) -> str:
    """Return a text on one line, in the signs that print alike."""
    text = re.sub(r"(?m)^[-–—•] ", "- ", text)
    for sign, plain in (("\u00a0", " "), ("—", "–"), (" - ", " – "), ("• ", "- ")):
        text = text.replace(sign, plain)
    return " ".join(text.split())
