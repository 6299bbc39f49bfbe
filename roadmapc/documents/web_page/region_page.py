"""The tables of a region as a page beside the others: what `report --region` prints, to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from roadmapc.diagnostics.visible import visible
from roadmapc.documents.web_page.contacts import without_contacts
from roadmapc.documents.web_page.settings import PageSettings
from roadmapc.documents.web_page.words import Translate, page_words
from roadmapc.rendering.pages import policy, render_page, trusted
from roadmapc.source.public_links import link_fault

if TYPE_CHECKING:  # what tells of regions is loaded where there are several roadmaps
    from roadmapc.documents.region._report import RegionReport
    from roadmapc.documents.region._tables import RegionLineView, RegionTableView
    from roadmapc.plan.region import Member

REGION = "region.html"
MOST_MEMBERS = 200
"""Roadmaps up to which the tables have the rows of each municipality, and its form."""
_FORM = "Позиции"
_INTERNAL = "Предложения"
"""The table of what a person is asked to decide: no word for the public."""
_HERE = Path(__file__).parent


def public(member: Member) -> Member:
    """Return what a public page tells of a roadmap: not why it has left something out, nor where files lie."""
    base = replace(member.base, file=PurePosixPath(member.base.file).name) if member.base else None
    return replace(member, base=base, removed=tuple((name, "") for name, _reason in member.removed))


def region_page(report: RegionReport, settings: PageSettings, translate: Translate) -> bytes:
    """Return the page of a roll-up."""
    from roadmapc.documents.region._view import region_view

    view = region_view(report)
    plain = visible if settings.internal else without_contacts
    tables = [one for one in view.tables if one.name != _FORM and (settings.internal or one.name != _INTERNAL)]
    forms = [one for one in view.tables if one.name == _FORM]
    empty, has_form = [], False
    criteria, notes = report.region.asked.criteria, forms[0].notes if forms else ()
    for member, form in zip(report.region.members if forms else (), forms, strict=True):
        if any(member.form):
            tables.append(replace(form, notes=() if has_form else notes))
            has_form = True
        else:
            empty.append(plain(member.name))
    css = _css()
    views: dict[str, str] = {}
    for at, one in enumerate(tables):
        views.setdefault(one.name, f"t{at}")
    values = {
        "lang": settings.lang,
        "policy": policy("", css),
        "css": trusted(css),
        "title": view.title,
        "name": plain(settings.title),
        "region": plain(view.region),
        "as_of": view.as_of,
        "sentences": view.sentences,
        "views": views,
        "without_links": "; ".join(empty),
        "criteria": [plain(text) for text in (criteria.title, *notes)] if criteria and not has_form else [],
        "tables": [_table(one, plain) for one in tables],
    }
    return render_page(_HERE / "region.html", {"page": values, "words": page_words(translate)})


@cache
def _css() -> str:
    return (_HERE / "page.css").read_text("utf-8")


def _table(one: RegionTableView, plain: Callable[[str], str]) -> dict[str, Any]:
    return {
        "heading": plain(one.heading),
        "notes": [*map(plain, one.notes)],
        "columns": one.columns,
        "lines": [{"kind": line.kind, "cells": _cells(line, one.left, plain)} for line in one.lines],
    }


def _cells(line: RegionLineView, left: Sequence[bool], plain: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return cells as lines of text; a line that is an address anybody may open is a link."""
    found = []
    for cell, at_left in zip(line.cells, left, strict=False):
        lines = [(text, text) if _is_link(text) else (plain(text), "") for text in str(cell).split("\n")]
        text = lines[0][0] if len(lines) == 1 and not lines[0][1] else None  # most cells, set without a macro
        found.append({"left": at_left, "is_empty": cell == "", "lines": lines, "text": text})
    return found


def _is_link(text: str) -> bool:
    """Say whether it is a link for anybody; one with an address of mail in it is none."""
    return text.startswith("https://") and "@" not in text and link_fault(text) is None
