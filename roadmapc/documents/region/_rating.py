"""The rating of municipalities by each indicator."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import NO_DATA, NONE, UNREAD, RegionLineView, RegionTableView, section, table
from roadmapc.plan.region.rating import Rated, ratings_of

_NOTE = (
    "Сопоставлены плановые значения года: измеренных значений в картах нет. Лучшее (наибольшее) значение – 100 баллов, "
    "остальные – относительно него; у равных значений одно место. Без баллов – значение не указано или не сопоставимо."
)


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the ratings, where any indicator is in two roadmaps at least."""
    ratings = ratings_of(report.region)
    if not ratings:
        return
    lines = []
    for one in ratings:
        lines.append(section(f"{one.name}, {one.unit}" if one.unit else one.name))
        lines += map(_line, one.rated)
        lines += [RegionLineView((each.name, UNREAD, NONE, NONE)) for each in report.region.unread]
    columns = (("Муниципалитет", 122), (f"Значение, план на {ratings[0].year} год", 65), ("Баллы", 35), ("Место", 35))
    yield table("Рейтинг", "Рейтинг по показателям", columns, lines, notes=(_NOTE,))


def _line(one: Rated) -> RegionLineView:
    points = NONE if one.points is None else f"{one.points // 10},{one.points % 10}"
    return RegionLineView((one.member.name, one.value or NO_DATA, points, NONE if one.place is None else one.place))
