"""The matrix of the management cycle by municipality."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import NONE, UNREAD, WIDTH, RegionLineView, RegionTableView, table
from roadmapc.plan.cycle import LINKS
from roadmapc.plan.region import Region
from roadmapc.plan.region.cycle import LinkOf

_WIDTHS = (18, 24, 26, 25, 20, 29, 31, 31)
"""Millimetres of the links: what the longest word of each head needs."""
_LEGEND = (
    "Указано наибольшее из того, что есть: «ссылка» – строка карты, подтверждающий документ и открытая ссылка на него; "
    "«документ» – строка и документ без открытой ссылки; «строка» – только строка карты; «в тексте» – компонент назван "
    f"до таблицы мероприятий, строки нет; «{NONE}» – не назван."
)


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the matrix."""
    region = report.region
    headings = (link[0].upper() + link[1:] for link in LINKS)
    columns = (("Муниципалитет", WIDTH - sum(_WIDTHS)), *zip(headings, _WIDTHS, strict=True))
    lines = [RegionLineView((one.name, *map(_cell, one.cycle))) for one in region.members]
    lines += [RegionLineView((one.name, *[UNREAD] * len(LINKS))) for one in region.unread]
    lines.append(RegionLineView(("Есть ссылка, карт", *_sums(region)), "total"))
    yield table("Цикл", "Управленческий цикл", columns, lines, notes=(_LEGEND,))


def _cell(one: LinkOf) -> str:
    if one.links:
        return "ссылка"
    if one.documents:
        return "документ"
    if one.rows:
        return "строка"
    return "в тексте" if one.is_named else NONE


def _sums(region: Region) -> Iterator[str]:
    for at in range(len(LINKS)):
        yield f"{sum(bool(one.cycle[at].links) for one in region.members)} из {region.size}"
