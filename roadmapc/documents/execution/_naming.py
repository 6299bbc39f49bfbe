"""How a report names the plan: in the genitive, with the act that approved it, and whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roadmapc.documents._approval_block import BLANK_DATE, BLANK_NUMBER
from roadmapc.documents.execution._report import Report
from roadmapc.plan import Plan
from roadmapc.russian.agreement import act_forms, forms_of_act
from roadmapc.russian.calendar import parse_date
from roadmapc.russian.genitive import GenitiveName, genitive_of
from roadmapc.source.model import Roadmap

_TIED = re.compile(r"(?<=\b(?:на|за|до)) (?=\d)|(?<=\d) (?=уч\b|уч\.|гг?\.|год)|(?<=уч\.) (?=г)", re.IGNORECASE)
UNKNOWN = GenitiveName("документа", "утвержденного")


@dataclass(frozen=True, slots=True)
class NameView:
    """What a report is about: «дорожной карты …», «утвержденной приказом от … № …» or «», «за I полугодие 2023 года».

    `kind` is «отчет» for a period, «информация» for a day; `time` tells which, `as_of` is the day of the state.
    """

    kind: str
    document: str
    short: str
    approved: str
    time: str
    as_of: str


def name_view(report: Report) -> NameView:
    """Return how a report names its plan and its time: a report closes a period, information is the state on a day."""
    name, kind = named(report.plan.roadmap)
    name = name._replace(name=_TIED.sub("\u00a0", name.name))
    day = day_text(report.as_of.isoformat())
    time = f"за {report.period.words}" if report.period else f"по состоянию на {day}"
    return NameView(
        "отчет" if report.period else "информация",
        name.name,
        kind.name,
        approved(report.plan, name),
        time,
        day,
    )


def named(roadmap: Roadmap) -> tuple[GenitiveName, GenitiveName]:
    """Return the plan in the genitive with its title («Дорожной карты развития …»), and its kind alone.

    A title that cannot be declined is quoted behind the kind, one that goes on from it («по развитию …») is added.
    """
    kind = genitive_of(roadmap.document.kind) or UNKNOWN
    title = " ".join((roadmap.document.title or "").split())
    if not title:
        return kind, kind
    if found := genitive_of(title):
        return found, kind
    words = title if title[0].islower() else f"«{title}»"
    return GenitiveName(f"{kind.name} {words}", kind.approved), kind


def approved(plan: Plan, name: GenitiveName) -> str:
    """Return «утвержденной приказом … от … № …»: with blanks for what an order lacks, empty where there is no act."""
    order, approval = plan.roadmap.order, plan.roadmap.approval
    act = " ".join((approval.act or "").split()) if approval else ""
    forms = forms_of_act(act.split()[0]) if act else None
    if order is None and forms is None:
        day = plan.signed
        return f"{name.approved} {day_text(day.isoformat())}" if day else ""
    if forms and act.split()[0].lower() == forms.instrumental:
        words = act[0].lower() + act[1:]
    else:
        words = act_forms(order.name if order else None).instrumental
    return f"{name.approved} {words} {requisites(plan)}"


def requisites(plan: Plan) -> str:
    """Return «от 20.10.2022 № 01-07/93» of the act that approved a plan."""
    order, approval = plan.roadmap.order, plan.roadmap.approval
    day = (order.date if order else None) or (approval.date if approval else None)
    number = (order.number if order else None) or (approval.number if approval else None)
    return f"от {day_text(day) if day else BLANK_DATE} № {number or BLANK_NUMBER}"


def organisation(plan: Plan) -> tuple[str, ...]:
    """Return the lines of the organisation that reports: the order's letterhead, else the municipality."""
    order = plan.roadmap.order
    if order and order.letterhead:
        return order.letterhead.organisation
    return (plan.municipality,)


def day_text(text: str) -> str:
    """Return a date as reports print it: 05.06.2023, whatever way it was written."""
    day = parse_date(text)
    return f"{day:%d.%m.%Y}" if day else text
