"""Which act signs the text of a roadmap as it stands, and how the file of its edition is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roadmapc.plan.editions.values import act_key
from roadmapc.plan.editions.writing import Act
from roadmapc.plan.plan import Plan
from roadmapc.russian.agreement import act_noun
from roadmapc.russian.calendar import parse_date
from roadmapc.russian.transliteration import slug

_USUAL = "приказ"


def signing_act(plan: Plan, day: date | None = None, number: str | None = None) -> Act | None:
    """Return the act by which a text is in force: the last amending one, else the order, else what the approval names.

    `day` and `number` name another one, which is one of these where both are its own. None where no day is known.
    """
    known = [*_acts(plan)]
    if day is None and number is None:
        return known[-1] if known else None
    last = known[-1] if known else None
    asked = day or (last.day if last else None)
    if asked is None:
        return None
    fitting = [one for one in known if one.day == asked and (number is None or _same(one.number, number))]
    if fitting:
        return fitting[-1]
    return replace(last or Act(_USUAL, asked), day=asked, number=number or "", title="")


def _same(one: str, other: str) -> bool:
    return act_key("", one) == act_key("", other)


def _acts(plan: Plan) -> Iterator[Act]:
    """Yield the act that approved a plan, where its day is known, then those that amended it."""
    order, approval = plan.roadmap.order, plan.roadmap.approval
    if order and order.date:
        yield _act(act_noun(order.name or "") or _USUAL, order.date, order.number, order.subject)
    elif approval and approval.date:
        yield _act(act_noun(approval.act or "") or _USUAL, approval.date, approval.number, "")
    for one in plan.roadmap.amendments:
        yield _act(one.kind, one.date, one.number, one.title)


def _act(kind: str, day: str, number: str | None, title: str | None) -> Act:
    found = parse_date(day)
    assert found is not None  # a DateText
    return Act(kind, found, (number or "").lstrip("№N "), " ".join((title or "").split()))


def file_name(act: Act) -> str:
    """Return the name of the file of an edition: «2022-10-20-01-07-93.yaml»."""
    return f"{act.day:%Y-%m-%d}{f'-{slug(act.number)}' if act.number else ''}.yaml"
