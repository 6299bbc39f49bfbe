"""The figures of a report: the sentences on the whole, and the tables by sections and owners.

Two ways of counting are met in the field: all that is done among what has come due (Рязанская область, методика
522-Р), and what is done in time among what was foreseen (programmes of Самара). Both are told with their denominators.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from roadmapc.documents.execution._facts import NO_SENSE
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._said import Said
from roadmapc.plan.execution import Outside, Totals, by_owner, by_section, overall
from roadmapc.plan.execution.totals import share, shares
from roadmapc.russian.numerals import agreed_genitive

_ONE_DAY = timedelta(days=1)
_OUTSIDE = (
    (Outside.EARLY, "исполнено досрочно"),
    (Outside.MOVED, "срок перенесен"),
    (Outside.REMOVED, "снято с контроля"),
    (Outside.EXCLUDED, "исключено"),
    (Outside.EARLIER, "исполнено до отчетного периода"),
    (Outside.GOES_ON, "выполняются постоянно, сведения не представлены"),
    (Outside.UNDATED, "без установленного срока"),
)


@dataclass(frozen=True, slots=True)
class CountView:
    """A line of figures: of a section, an owner, or the whole; `outside` are those outside the shares.

    `due` = `in_time` + `late` + `partly` + `missed`, `rows` = `due` + `outside`; `share` is «87,5 %», of nothing «х».
    """

    name: str
    rows: int
    due: int
    in_time: int
    late: int
    partly: int
    missed: int
    outside: int
    share: str


@dataclass(frozen=True, slots=True)
class SumsView:
    """The figures of a report; `shares` are those of `in_time`, `late`, `partly` and `missed`, 100 % together.

    `several` tells that rows have several owners, and count for each of them.
    """

    sentences: tuple[str, ...]
    sections: tuple[CountView, ...]
    whole: CountView
    shares: tuple[str, ...]
    owners: tuple[CountView, ...]
    several: bool


def sums_view(report: Report) -> SumsView:
    """Return the figures of a report."""
    whole = overall(report.rows)
    parts = (whole.in_time, whole.late, whole.partly, whole.missed)
    sections = [(_section_name(one.number, one.title), found) for one, found in by_section(report.plan, report.rows)]
    owners = [(one.text, found) for one, found in by_owner(report.rows)]
    several = any(len(set(state.row.assignees)) > 1 for state in report.rows)
    return SumsView(
        sentences=tuple(sentences(report, whole)),
        sections=tuple(_count(report, *one) for one in sections if one[1].rows),
        whole=_count(report, "Всего", whole),
        shares=tuple(percent(one) for one in shares(parts)) if whole.due else (),
        owners=tuple(_count(report, *one) for one in owners if one[1].rows),
        several=several,
    )


def _section_name(number: str, title: str) -> str:
    first = title.strip().split("\n")[0].rstrip(":;,. ")
    return f"{number} {first}".strip() or "Без раздела"


def _count(report: Report, name: str, found: Totals) -> CountView:
    top = found.done if report.late_counts else found.in_time
    return CountView(
        name=name,
        rows=found.rows,
        due=found.due,
        in_time=found.in_time,
        late=found.late,
        partly=found.partly,
        missed=found.missed,
        outside=found.rows - found.due,
        share=percent(share(top, found.due)) if found.due else NO_SENSE,
    )


def sentences(report: Report, found: Totals) -> Iterator[str]:
    """Yield what is told of the whole; what there is none of is left out."""
    outside = " ".join(_of_the_others(report, found))
    told = (_of_the_due(report, found), outside, _degrees(report, found) if found.due else "")
    yield from (one.replace(" – ", "\N{NO-BREAK SPACE}– ") for one in told if one)  # no line begins with a dash


def _of_the_due(report: Report, found: Totals) -> str:
    if not found.due:
        none = "Срок ни одного мероприятия не наступил" if not found.rows else _nothing_due(report, found)
        return f"{none}."
    n = found.due
    which = agreed_genitive(n, "которого", "которых")
    noun = agreed_genitive(n, "мероприятия", "мероприятий")
    going_on = sum(one.outside is None and Said(report, one).goes_on for one in report.rows)
    among = [f"перешли с прошлых периодов – {found.from_before}"] if report.period and found.from_before else []
    among += [f"выполняются постоянно – {going_on}"] if going_on else []
    inside = f" (из них {', '.join(among)})" if among else ""
    late = f", в том числе с нарушением срока – {found.late}" if found.late else ""
    rest = [f"исполнено частично – {found.partly}"] if found.partly else []
    rest += [f"не исполнено – {found.missed}"] if found.missed else []
    ends = "".join(f"; {one}" for one in rest)
    done = f"исполнено {found.done} ({percent(share(found.done, n))})"
    return f"Из {n} {noun}, срок {which} наступил{inside}, {done}{late}{ends}."


def _nothing_due(report: Report, found: Totals) -> str:
    noun = agreed_genitive(found.rows, "мероприятия", "мероприятий")
    time = "в отчетном периоде" if report.period else f"на {report.as_of:%d.%m.%Y}"
    return f"Срок ни одного из {found.rows} {noun} {time} не наступил"


def _of_the_others(report: Report, found: Totals) -> Iterator[str]:
    ahead = found.outside[Outside.NOT_YET]
    if ahead and found.due:
        is_later = report.period and report.period.days.last + _ONE_DAY < report.as_of
        time = " в отчетном периоде" if is_later else ""
        yield f"Срок {ahead} {agreed_genitive(ahead, 'мероприятия', 'мероприятий')}{time} не наступил."
    others = [f"{words} – {found.outside[key]}" for key, words in _OUTSIDE if found.outside[key]]
    if others:
        yield f"Не учитываются в долях: {'; '.join(others)}."


def _degrees(report: Report, found: Totals) -> str:
    """Return both shares, the one that the setting calls «степень исполнения» first."""
    done, in_time, n = found.done, found.in_time, found.due
    if report.late_counts:
        return (
            f"Степень исполнения – {_part(done, n)}: все исполненные, включая исполненные с нарушением срока, к числу "
            f"тех, срок которых наступил. Исполнено в установленный срок – {_part(in_time, n)} предусмотренных к "
            "исполнению."
        )
    return (
        f"Степень исполнения – {_part(in_time, n)}: исполненные в установленный срок к числу предусмотренных к "
        f"исполнению. С учетом исполненных с нарушением срока – {_part(done, n)} тех, срок которых наступил."
    )


def _part(part: int, whole: int) -> str:
    return f"{percent(share(part, whole))} ({part} из {whole})"


def percent(tenths: int) -> str:
    """Return tenths of a percent as reports print them: «87,5 %»."""
    return f"{tenths // 10},{tenths % 10}\N{NO-BREAK SPACE}%"
