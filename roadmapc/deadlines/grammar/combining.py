"""Makes one value of the clauses of a wording."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roadmapc.deadlines.grammar.carried_over import span
from roadmapc.deadlines.values import At, Dated, Day, Deadline, Every, From, Item, Report, Span, Until, Year
from roadmapc.diagnostics import Message

if TYPE_CHECKING:
    from roadmapc.deadlines.grammar.conditions import PhraseReader


def summed(parser: PhraseReader) -> Deadline:
    """Return the deadline that the clauses say together."""
    if len(parser.items) == 1 and parser.is_single():
        return Deadline(items=tuple(parser.items), remarks=tuple(parser.remarks))
    _from_a_year_on(parser)
    _refuse_unclear_sums(parser)
    _drop_repeated(parser)
    _give_weekdays(parser)
    _give_rhythm_to_reports(parser)
    items = _narrowed(parser, _with_rhythms(parser))
    recurring = any(isinstance(item, Report) for item in items) or (
        bool(items) and all(isinstance(item, Every) for item in items)
    )
    yearly = parser.yearly and not recurring
    if parser.event_words:
        return _event(parser, items)
    if not items and yearly and not parser.whole:
        items, yearly = [Every("year")], False
    if parser.whole and yearly:
        items, yearly = [Every("year")], False
        parser.whole = False
        parser.remarks.append(Message("“each year” and “during the year”: it may mean the whole period"))
    if parser.whole and items:
        parser.whole = False
        parser.remarks.append(Message("“the whole period” beside dates: the dates are taken"))
    if parser.frame_years and parser.whole:
        parser.whole = False
    return Deadline(
        items=_once(items),
        frame=parser.frame_years,
        yearly=yearly,
        whole=parser.whole,
        condition="; ".join(parser.condition_words),
        remarks=tuple(parser.remarks),
    )


def _from_a_year_on(parser: PhraseReader) -> None:
    """«2022 год и далее ежегодно»: each year from that one on."""
    if not parser.onwards:
        return
    only = parser.items[0] if len(parser.items) == 1 else None
    if not (isinstance(only, At) and isinstance(only.spot, Year) and not only.spot.school):
        raise parser.fail(Message("from when on is not said; name the year"), parser.peek(-1))
    parser.items[0] = From(only.spot)
    parser.yearly = True


def _refuse_unclear_sums(parser: PhraseReader) -> None:
    """Refuse what would be taken for a union though one statement limits the other."""
    together = len(parser.items) + len(parser.rhythms) + bool(parser.days)
    opened = any(isinstance(item, From) for item in parser.items)
    school = any(isinstance(item, At) and isinstance(item.spot, Year) and item.spot.school for item in parser.items)
    until_year = any(isinstance(item, Until) and isinstance(item.spot, Year) for item in parser.items)
    years = any(isinstance(item, At) and isinstance(item.spot, Year) for item in parser.items)
    if (
        ((opened or school) and together > 1)
        or (years and parser.frame_years)
        or (until_year and (parser.rhythms or parser.days))
    ):
        raise parser.fail(Message("these statements do not go together; write them as two rows"), parser.tokens[0])
    if parser.rhythms and parser.yearly:
        parser.remarks.append(Message("“each year” beside another rhythm: it may be due yearly as well"))


def _event(parser: PhraseReader, items: list[Item]) -> Deadline:
    words = "; ".join(parser.event_words)
    if items:
        parser.remarks.append(Message("it also counts from an event: {words}", words=words))
        return Deadline(items=_once(items), frame=parser.frame_years, remarks=tuple(parser.remarks))
    if parser.yearly or parser.frame_years or parser.condition_words:
        parser.remarks.append(Message("it also recurs, but the event has no date"))
    return Deadline(event=words, remarks=tuple(parser.remarks))


def _once(items: list[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def _drop_repeated(parser: PhraseReader) -> None:
    """«ежемесячно, до 5 числа каждого месяца»: the rhythm is said twice."""
    full = {every.unit for every in parser.rhythms if every.items and not every.month}
    parser.rhythms = [
        every for every in parser.rhythms if every.items or every != Every(every.unit) or every.unit not in full
    ]


def _give_weekdays(parser: PhraseReader) -> None:
    """«еженедельно по пятницам», «1 раз в две недели по четвергам», «по вторникам»."""
    if not parser.days:
        return
    days = tuple(sorted(set(parser.days)))
    for at, every in enumerate(parser.rhythms):
        if every.unit == "week" and every.times == 1 and not every.items:
            parser.rhythms[at] = replace(every, weekdays=days)
            return
    parser.rhythms.append(Every("week", weekdays=days))


def _give_rhythm_to_reports(parser: PhraseReader) -> None:
    """«ежеквартально, до 10 числа месяца, следующего за отчетным периодом»: the rhythm names the cycle."""
    rhythm = next((every for every in parser.rhythms if every.times == 1 and not every.items), None)
    unit = rhythm.unit if rhythm else "year" if parser.yearly else None
    if unit not in {"year", "half", "quarter", "month"} and any(report.unit == "month" for report in parser.pending):
        unit = "month"  # «месяца, следующего за отчетным» with no rhythm beside it
    if parser.pending and unit not in {"year", "half", "quarter", "month"}:
        parser.at = len(parser.tokens)
        parser.event_words.append(parser.rest(0))
        parser.remarks.append(Message("how long the reporting period is, is not said"))
        parser.pending.clear()
        return
    step = rhythm.step if rhythm else 1
    for report in parser.pending:
        parser.items.append(replace(report, unit=unit, step=step))  # type: ignore[arg-type]  # one of the four above
    reports = [at for at, item in enumerate(parser.items) if isinstance(item, Report)]
    if not reports or rhythm is None:
        return
    parser.rhythms.remove(rhythm)
    for at in reports:
        item = parser.items[at]
        if isinstance(item, Report) and item.unit == rhythm.unit:
            parser.items[at] = replace(item, step=rhythm.step)


def _with_rhythms(parser: PhraseReader) -> list[Item]:
    """Put dates into the cycles of a rhythm beside them."""
    dated = [item for item in parser.items if isinstance(item, (At, Span, Until, From))]
    others: list[Item] = [item for item in parser.items if not isinstance(item, (At, Span, Until, From))]
    years = all(isinstance(item, At) and isinstance(item.spot, Year) for item in dated)
    plain = [every for every in parser.rhythms if not every.items]
    if len(plain) == 1 and len(parser.rhythms) == 1 and dated and not years:
        return [*_inside(parser, plain[0], dated), *others]
    if years and dated and parser.rhythms:
        return [*_framed(parser, dated), *parser.rhythms, *others]
    if years and dated and parser.yearly and not others:
        return [*_framed(parser, dated), Every("year")]
    return [*_framed_list(parser, dated), *parser.rhythms, *others]


def _framed(parser: PhraseReader, dated: list[Dated]) -> list[Item]:
    """«2022 год, ежеквартально»: the year is the frame of the rhythm."""
    years = [item.spot.year for item in dated if isinstance(item, At) and isinstance(item.spot, Year)]
    school = any(isinstance(item, At) and isinstance(item.spot, Year) and item.spot.school for item in dated)
    if len(years) == 1 and not school and parser.frame_years is None:
        parser.frame_years = (years[0], years[0])
        return []
    parser.remarks.append(Message("years beside a rhythm: both are taken"))
    return list(dated)


def _framed_list(parser: PhraseReader, dated: list[Dated]) -> list[Item]:
    """«2022 год: март, май»: one year before dates without years is their frame."""
    years = [item for item in dated if isinstance(item, At) and isinstance(item.spot, Year)]
    rest = [item for item in dated if not (isinstance(item, At) and isinstance(item.spot, Year))]
    if len(years) == 1 and rest and parser.frame_years is None and all(_yearless(item) for item in rest):
        spot = years[0].spot
        assert isinstance(spot, Year)  # chosen above
        if not spot.school:
            parser.frame_years = (spot.year, spot.year)
            return list(rest)
    return list(dated)


def _yearless(item: Dated) -> bool:
    spots = (item.first, item.last) if isinstance(item, Span) else (item.spot,)
    return all(not isinstance(spot, Year) and spot.year is None for spot in spots)


def _inside(parser: PhraseReader, every: Every, dated: list[Dated]) -> list[Item]:
    months = [_month_given(item) for item in dated]
    if every.unit == "month" and every.times == 1 and not any(months):
        return [replace(every, items=tuple(dated))]
    stretches = all(isinstance(item, At | Span) for item in dated)
    if all(months) and every.unit in {"month", "week"} and stretches and every.times == 1:
        return [replace(every, items=tuple(dated))]
    if all(months) and all(_yearless(item) for item in dated) and every.unit not in {"month", "week", "day"}:
        return [replace(every, items=tuple(dated))]
    raise parser.fail(Message("which month of the cycle is meant is not said"), parser.peek(-1))


def _month_given(item: Dated) -> bool:
    spots = (item.first, item.last) if isinstance(item, Span) else (item.spot,)
    return all(getattr(spot, "month", 1) is not None for spot in spots)


def _narrowed(parser: PhraseReader, items: list[Item]) -> list[Item]:
    """«Ноябрь-декабрь, до 20 декабря»: a stretch and the day in it by which it is due."""
    if len(items) != 2 or not isinstance(items[1], Until) or not isinstance(items[1].spot, Day):
        return items
    stretch, day = items[0], items[1].spot
    if any(token.kind == "SEMI" for token in parser.tokens):
        return items
    last = stretch.last if isinstance(stretch, Span) else stretch.spot if isinstance(stretch, At) else None
    first = stretch.first if isinstance(stretch, Span) else last
    if last is None or first is None or getattr(last, "month", None) is None or day.month is None:
        return items
    if (isinstance(last, Day) and not isinstance(stretch, Span)) or getattr(last, "month", None) != day.month:
        return items
    parser.remarks.append(Message("a stretch and a day in it: due on that day"))
    year = day.year or getattr(last, "year", None)
    return [span(first, replace(day, year=year))]
