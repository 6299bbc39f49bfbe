"""The summary of a roll-up, and the list of those who have reported nothing."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.execution._facts import NO_SENSE
from roadmapc.documents.execution._sums import percent
from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import NO_DATA, NONE, UNREAD, RegionLineView, RegionTableView, table
from roadmapc.plan.execution import Totals
from roadmapc.plan.execution.totals import share
from roadmapc.plan.region import Member
from roadmapc.plan.region.summary import Summary, summary_of
from roadmapc.russian.numerals import agreed_genitive

_COLUMNS = (
    *(("Муниципалитет", 51), ("Всего мероприятий", 25), ("Срок наступил", 18), ("Исполнено в срок", 20)),
    *(("С нарушением срока", 23), ("Исполнено частично", 20), ("Не исполнено", 20), ("Вне расчета", 16)),
    *(("Степень исполнения", 22), ("Последние сведения", 20), ("Редакция карты", 22)),
)
_SILENT = (("Муниципалитет", 120), ("Состояние", 87), ("Требовалось до", 50))


def tables(report: RegionReport) -> Iterator[RegionTableView]:
    """Yield the summary, then those who have reported nothing."""
    summary = summary_of(report.region)
    lines = [_line(report, one) for one in report.region.members]
    lines += [_unknown(one.name, UNREAD) for one in report.region.unread]
    lines.append(_total(report, summary))
    yield table("Сводка", "Сводка исполнения", _COLUMNS, lines, notes=_notes(report))
    yield _silent(report, summary)


def _line(report: RegionReport, one: Member) -> RegionLineView:
    name, found, edition = one.name, one.totals, _edition(report, one)
    if not one.has_data:
        return RegionLineView((name, found.rows, found.due, NONE, NONE, NONE, NONE, NONE, NO_DATA, NONE, edition))
    return RegionLineView((name, *_figures(found), degree(report, found), _last_word(report, one), edition))


def _last_word(report: RegionReport, one: Member) -> str:
    if one.last_word is None:
        return NONE
    period = report.region.asked.period
    is_old = period is not None and one.last_word < period.days.first
    return f"{one.last_word:%d.%m.%Y}" + ("\nдо отчетного периода" if is_old else "")


def _edition(report: RegionReport, one: Member) -> str:
    """Return how often the text was amended and from which day it stands; one of a later day is marked as such."""
    if not one.amendments:
        return "исходная"
    day = f" от {one.revised:%d.%m.%Y}" if one.revised else ""
    is_later = one.revised is not None and one.revised > report.region.asked.as_of
    return f"изм. {one.amendments}{day}" + ("\nпозже дня отчета" if is_later else "")


def _unknown(name: str, why: str) -> RegionLineView:
    return RegionLineView((name, *[NONE] * 7, why, NONE, NONE))


def _figures(found: Totals) -> tuple[int, ...]:
    """Return the figures in the order of the columns; the last one are those outside the shares."""
    return (found.rows, found.due, found.in_time, found.late, found.partly, found.missed, found.rows - found.due)


def _total(report: RegionReport, summary: Summary) -> RegionLineView:
    name = f"Итого по представившим: {summary.reporting} из {summary.size}"
    return RegionLineView(
        (name, *_figures(summary.totals), degree(report, summary.totals), NO_SENSE, NO_SENSE), "total"
    )


def _notes(report: RegionReport) -> tuple[str, ...]:
    counted = "включая исполненные с нарушением срока" if report.late_counts else "в установленный срок"
    note = (
        f"Степень исполнения – исполненные ({counted}) к числу тех, срок которых наступил. Карты, по которым сведений "
        "нет, и не прочитанные карты учтены в числе карт, в итог по мероприятиям и в долю не входят."
    )
    return (note,)


def _silent(report: RegionReport, summary: Summary) -> RegionTableView:
    due = f"{report.required_by:%d.%m.%Y}" if report.required_by else NONE
    lines = [RegionLineView((one.name, "отметок об исполнении нет", due)) for one in summary.silent]
    lines += [RegionLineView((one.name, "карта или отметки не прочитаны", due)) for one in report.region.unread]
    lines = lines or [RegionLineView(("Сведения представили все", NONE, due))]
    return table("Не представили", "Не представили отчет", _SILENT, lines)


def degree(report: RegionReport, found: Totals) -> str:
    """Return the «степень исполнения» as it is printed; of nothing «х»."""
    top = found.done if report.late_counts else found.in_time
    return percent(share(top, found.due)) if found.due else NO_SENSE


def sentences(report: RegionReport) -> Iterator[str]:
    """Yield what is told of the whole, with its denominators."""
    summary = summary_of(report.region)
    found, n = summary.totals, summary.totals.due
    reported = percent(share(summary.reporting, summary.size))
    cards = agreed_genitive(summary.size, "дорожной карты", "дорожных карт")
    yield f"Сведения об исполнении представлены по {summary.reporting} из {summary.size} {cards} ({reported})."
    if not n:
        yield "Срок ни одного мероприятия представивших сведения не наступил."
        return
    noun, which = agreed_genitive(n, "мероприятия", "мероприятий"), agreed_genitive(n, "которого", "которых")
    late = f", в том числе с нарушением срока – {found.late}" if found.late else ""
    rest = [f"; исполнено частично – {found.partly}"] if found.partly else []
    rest += [f"; не исполнено – {found.missed}"] if found.missed else []
    yield (
        f"Из {n} {noun}, срок {which} наступил, исполнено {found.done} ({percent(share(found.done, n))}){late}"
        f"{''.join(rest)}."
    )
