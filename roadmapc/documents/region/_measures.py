"""The regional measures by municipality, and rows that are only worded like one."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.execution._facts import NO_SENSE
from roadmapc.documents.execution._said import document_words
from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import NO_DATA, NONE, RegionLineView, RegionTableView, section, table
from roadmapc.plan.execution import PRINTED, Outside
from roadmapc.plan.region.carried import Carried
from roadmapc.plan.region.measures import Measure, MeasureOf, Measures, measures_of

_COLUMNS = (
    *(("Муниципалитет", 55), ("№ в карте", 18), ("Срок", 40), ("Статус", 36)),
    *(("Документ", 48), ("Ссылка", 60)),
)
_SEVERAL = "Карты основаны на разных текстах регионального плана: мероприятия каждого даны отдельно."
_SUMS = (("Мероприятие", 170), ("Карт", 25), ("Срок наступил", 32), ("Исполнено", 30))
_PROPOSED = (
    *(("Муниципалитет", 55), ("№ в карте", 18), ("Мероприятие карты", 76), ("Региональное мероприятие", 84)),
    ("Сходство, из 100", 24),
)


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the regional measures, where any roadmap extends a regional plan, and proposals."""
    found = measures_of(report.region)
    if report.is_brief:
        yield from _brief(report, found)
        return
    lines = [line for measure in found.measures for line in _lines(measure, several=len(report.region.bases) > 1)]
    if lines:
        yield table(
            "По мероприятиям", "Свод по региональным мероприятиям", _COLUMNS, lines, left=6, notes=_notes(report, found)
        )
    proposed = [
        RegionLineView((one.member.name, one.row.number, one.row.title, one.text, one.alike)) for one in found.proposals
    ]
    if proposed:
        note = (
            "Строки не названы исполняющими региональное мероприятие, но схожи с ним по словам. В своде не учтены: "
            "если это то же мероприятие, в карте указывают serves."
        )
        yield table("Предложения", "Возможно, те же мероприятия", _PROPOSED, proposed, left=4, notes=(note,))


def _brief(report: RegionReport, found: Measures) -> Iterator[RegionTableView]:
    """Yield the sums of each measure: of thousands of municipalities nobody reads the rows of each."""
    several = len(report.region.bases) > 1
    lines = [
        RegionLineView((f"{one.text}{_of_plan(one, several=several)}", len(one.entries), one.due, one.done))
        for one in found.measures
    ]
    if lines:
        notes = [f"Не основаны на региональном плане, карт: {len(found.without_base)}."] if found.without_base else []
        notes += [f"Не прочитаны, карт: {len(report.region.unread)}."] if report.region.unread else []
        notes += [_SEVERAL] if several else []
        yield table("По мероприятиям", "Свод по региональным мероприятиям", _SUMS, lines, notes=tuple(notes))


def _notes(report: RegionReport, found: Measures) -> tuple[str, ...]:
    """Return who is not in the table, so that nobody is dropped in silence."""
    notes = []
    if found.without_base:
        names = "; ".join(one.name for one in found.without_base)
        notes.append(f"Не основаны на региональном плане: {names}.")
    if report.region.unread:
        notes.append(f"Не прочитаны: {'; '.join(one.name for one in report.region.unread)}.")
    if len(report.region.bases) > 1:
        notes.append(_SEVERAL)
    return tuple(notes)


def _lines(measure: Measure, *, several: bool) -> Iterator[RegionLineView]:
    plan = _of_plan(measure, several=several)
    count = f"срок наступил – {measure.due}, исполнено – {measure.done}, всего карт – {len(measure.entries)}"
    yield section(f"{measure.text}{plan}: {count}")
    for entry in measure.entries:
        if not entry.rows:
            yield RegionLineView((entry.member.name, NONE, NONE, _absent(entry), NONE, NONE))
        for at, one in enumerate(entry.rows):
            yield _line(entry, one, "" if at else entry.member.name)


def _of_plan(measure: Measure, *, several: bool) -> str:
    return f" ({measure.file})" if several else ""


def _absent(entry: MeasureOf) -> str:
    if entry.removed is None:
        return "строки нет"
    reason = " ".join(entry.removed.split())
    return f"исключено: {reason}" if reason else "исключено"


def _line(entry: MeasureOf, one: Carried, name: str) -> RegionLineView:
    document = document_words(one.document) if one.document else NONE
    term, status = "\n".join(one.term) or NONE, _status(entry, one)
    return RegionLineView((name, one.number, term, status, document or NONE, one.link or NONE))


def _status(entry: MeasureOf, one: Carried) -> str:
    if one.outside is Outside.PARENT:
        return f"{NO_SENSE} (по строкам ниже)"
    if not entry.member.has_data:
        return NO_DATA
    return PRINTED[one.status] if one.status else NONE
