"""How an amending order names what it amends: the base act, the document that it approved, earlier amendments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from roadmapc.documents._approval_block import BLANK_DATE, BLANK_NUMBER
from roadmapc.plan.amending import AmendingAct
from roadmapc.plan.plan import Plan
from roadmapc.russian.agreement import act_forms, act_named, several_acts
from roadmapc.russian.calendar import parse_date
from roadmapc.russian.genitive import GenitiveName, accusative_of


def day_of(text: str | None) -> str:
    """Return a date as acts print it: 05.06.2023, whatever way it was written; a blank for none."""
    day = parse_date(text) if text else None
    return f"{day:%d.%m.%Y}" if day else text or BLANK_DATE


def requisites(plan: Plan) -> str:
    """Return «от 20.10.2022 № 01-07/93» of the act that approved a plan."""
    order, approval = plan.roadmap.order, plan.roadmap.approval
    date = (order.date if order else None) or (approval.date if approval else None)
    number = (order.number if order else None) or (approval.number if approval else None)
    return requisites_of(date, number)


def requisites_of(date: str | None, number: str | None) -> str:
    """Return «от 20.10.2022 № 01-07/93», with blanks for what is not there."""
    return f"от {day_of(date)} № {number or BLANK_NUMBER}"


def base_act(plan: Plan) -> str:
    """Return the act that approved a plan, in the accusative: «приказ управления образования от … № …»."""
    approval, order = plan.roadmap.approval, plan.roadmap.order
    words = " ".join((approval.act or "").split()) if approval and approval.act else ""
    named = act_named(words) if words else None
    return f"{named or _kind(order.name if order else None)} {requisites(plan)}"


def _kind(name: str | None) -> str:
    return act_named(act_forms(name).genitive) or "приказ"


def by_act(plan: Plan) -> str:
    """Return the act that approved a plan, in the instrumental: «приказом управления образования от … № …»."""
    approval, order = plan.roadmap.approval, plan.roadmap.order
    words = " ".join((approval.act or "").split()) if approval and approval.act else ""
    if not words or act_named(words) is None or words.split()[0].lower() != act_forms(words).instrumental:
        words = act_forms(order.name if order else None).instrumental
    return f"{words} {requisites(plan)}"


def dative_act(plan: Plan) -> str:
    """Return «приказу … от … № …» for «приложение к …»."""
    order = plan.roadmap.order
    return f"{act_forms(order.name if order else None).dative} {requisites(plan)}"


def earlier(plan: Plan) -> str:
    """Return « (в редакции приказов от … № …, от … № …)» of the acts that have amended a plan; nothing for none."""
    acts = [(one.kind, requisites_of(one.date, one.number)) for one in plan.roadmap.amendments]
    return f" (в редакции {listed(acts)})" if acts else ""


def listed(acts: Sequence[tuple[str, str]]) -> str:
    """Return «приказов от … № …, от … № …» of acts, each by its kind and its date and number."""
    parts = []
    for kind, group in groupby(acts, key=lambda one: one[0].lower()):
        named = [one for _, one in group]
        word = several_acts(kind) if len(named) > 1 else act_forms(kind).genitive
        parts.append(f"{word} {', '.join(named)}")
    return ", ".join(parts)


def document(plan: Plan) -> GenitiveName:
    """Return the approved document in the accusative, with its participle: «Дорожную карту …», «утвержденную»."""
    about = plan.roadmap.document
    title = " ".join((about.title or "").split())
    if title and (found := accusative_of(title)):
        return found
    kind = accusative_of(about.kind) or GenitiveName("документ", "утвержденный")
    if not title:
        return kind
    words = title if title[0].islower() else f"«{title}»"
    return GenitiveName(f"{kind.name} {words}", kind.approved)


def act_requisites(act: AmendingAct) -> str:
    """Return «от … № …» of an amending act, with blanks for what is not known yet."""
    date = f"{act.date:%d.%m.%Y}" if act.date else BLANK_DATE
    return f"от {date} № {act.number or BLANK_NUMBER}"
