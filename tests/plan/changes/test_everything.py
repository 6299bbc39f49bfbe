"""Proves that nothing changes in silence: whatever makes other documents is told.

Each printed text of many plans, and each setting that prints, is changed once; the documents are the judges.
"""

from __future__ import annotations

import copy
import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmapc.compiler import read_source
from roadmapc.diagnostics import Route, Source
from roadmapc.documents.output import build_files
from roadmapc.plan import Plan, make_plan
from roadmapc.plan.changes import AsideChanged, CellChanged, LayoutChanged, changes, consequences
from roadmapc.source.model import Roadmap
from roadmapc.source.model.routes import is_printed
from roadmapc.source.printed_text import leaves
from roadmapc.workspace.template_files import output_context
from tests.conftest import ROADMAPS
from tests.documents.test_nothing_lost import _Maker
from tests.plan.changes.plans import edited, found

FILES = [*sorted((ROADMAPS.parent / "tests" / "data" / "plans").glob("*.yaml")), *sorted(ROADMAPS.glob("*.yaml"))]
OF_EACH = 4
"""Places of one key that are tried."""
ASIDE = {("municipality", "name"), ("document", "kind")}
CONTEXT = output_context((), ("html",), "")
VALUES = {
    "head": ("да", "нет"),
    "column_numbers": ("да", "нет"),
    "numbering": ("computed", "printed"),
    "inherited": ("dash", "merged"),
    "section_number": ("cell", "title"),
    "owners": ("comma", "lines", "list"),
    "orientation": ("auto", "portrait", "landscape"),
    "form": ("I", "II"),
    "numbers": ("да", "нет"),
    "together": ("да", "нет"),
    "same_as_above": ("да", "нет"),
}
"""Settings that print no words of their own, by the last key of their route."""


def places() -> Iterator[tuple[Plan, Route, str]]:
    """Yield printed texts of all plans, some of each key."""
    seen: Counter[tuple[object, ...]] = Counter()
    for file in FILES:
        plan = read_source(Source(file.name, file.read_text("utf-8"))).plan
        assert plan
        for route, value in leaves(plan.tree.data):
            key = tuple(
                "*" if isinstance(part, int) or route[at - 1 : at] == ("owners",) else part
                for at, part in enumerate(route)
            )
            seen[key] += 1
            if is_printed(route) and seen[key] <= OF_EACH:
                yield plan, route, value


def other(route: Route, value: str) -> str:
    """Return another value that may stand there."""
    if route[-1] == "period":
        return "2020-2029"
    if route[-1] == "year":
        return "2031"
    return "21.11.2031" if re.fullmatch(r"\d\d?\.\d\d?\.\d{4}( г\.?)?", value) else f"{value} слово"


def with_value(data: Any, route: Route, value: Any) -> Any:
    """Return data with another value at a route."""
    made = copy.deepcopy(data)
    at = made
    for part in route[:-1]:
        at = at[part]
    at[route[-1]] = value
    return made


def test_each_printed_text_is_told() -> None:
    """One word more in any of them is a change; of an owner whose cell prints other words a consequence."""
    untold = []
    for plan, route, value in places():
        data = with_value(plan.tree.data, route, other(route, value))
        new = make_plan(Roadmap.model_validate(data), dataclasses.replace(plan.tree, data=data), plan.id)
        if not changes(plan, new, everything=route in ASIDE) and not consequences(plan, new).owners:
            untold.append((plan.municipality, route, value))
    assert untold == []


def plan_of(data: Any) -> Plan | None:
    return read_source(Source("a.yaml", json.dumps(data, ensure_ascii=False))).plan


def documents(plan: Plan) -> dict[str, bytes]:
    return {file.name: file.data for file in build_files(plan, CONTEXT)}


def signed_words(files: dict[str, bytes]) -> list[str]:
    """Return the words of what is signed: the order and its attachments."""
    pages = (
        data.decode().partition("<body")[2] for name, data in files.items() if name.startswith(("order", "attach"))
    )
    return [unescape(re.sub("<[^>]*>", " ", page)).split() for page in pages]  # type: ignore[misc]


def records(data: Any, route: Route = ()) -> Iterator[tuple[Route, dict[str, Any]]]:
    """Yield all records of data."""
    if isinstance(data, dict):
        yield route, data
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from records(value, (*route, key))


def edits(data: Any) -> list[tuple[Route, str]]:
    """Return the changes of one value that can be made: another word, another setting."""
    made = [(route, f"{text} слово") for route, text in leaves(data) if is_printed(route)]
    for route, record in records(data):
        last = route[-1] if route else ""
        for key, values in VALUES.items():
            is_table = last == "table" or (len(route) > 1 and route[-2] == "tables")
            usual = {"form": last == "approval", "numbers": last == "passport", "together": "activities" in record}
            if key in record or usual.get(key, is_table and key != "same_as_above"):
                made += [((*route, key), value) for value in values if record.get(key) != value]
    return made


@given(st.integers(0, 10**9))
@example(493943)  # cells that are covered by the one above took room
@settings(max_examples=25)
def test_other_documents_are_told(seed: int) -> None:
    """Where a document differs something is told; where a signed text has other words, without asking for more."""
    chance = Random(seed)
    data = json.loads(json.dumps(_Maker(chance).roadmap()))
    old = plan_of(data)
    assert old
    before = documents(old)
    for route, value in chance.sample(possible := edits(data), min(8, len(possible))):
        new = plan_of(with_value(data, route, value))
        if new is None or (after := documents(new)) == before:
            continue
        follows = consequences(old, new)
        assert changes(old, new, everything=True) or follows.deadlines or follows.owners, route
        if route[-1] not in VALUES and signed_words(before) != signed_words(after):
            assert changes(old, new), route


def test_days_beside_words_are_consequences() -> None:
    """They print nothing; when the row is due they say all the same."""
    cell = "deadline: {text: июнь 2022, dates: [15.06.2022]}"
    old, new = edited(("deadline: июнь 2022", cell)), edited(("deadline: июнь 2022", cell.replace("15.", "16.")))
    assert not changes(old, new, everything=True)
    [moved] = consequences(old, new).deadlines
    assert (moved.before[0].day, moved.now[0].day) == (15, 16)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("table:", "table:\n  head: нет", "table.head"),
        ("table:", "table:\n  column_numbers: да", "table.column_numbers"),
        ("table:", "table:\n  section_number: cell", "table.section_number"),
        ("table:", "table:\n  owners: comma", "table.owners"),
        ("table:", "table:\n  orientation: portrait", "table.orientation"),
        ("passport:", "passport:\n  numbers: да", "passport.numbers"),
        ("  - heading: Цели", "  - orientation: landscape\n    heading: Цели", "preface 1.orientation"),
    ],
)
def test_layout_is_told_where_it_is_asked_for(old: str, new: str, field: str) -> None:
    """A setting that prints no words is a change of its own kind."""
    assert not [one for one in found((old, new)) if isinstance(one, LayoutChanged)]
    told = changes(edited(), edited((old, new)), everything=True).all
    assert field in {one.field for one in told if isinstance(one, LayoutChanged)}


def test_the_form_below_a_person_that_approves_is_told() -> None:
    """Its own block is without one, but further attachments name the act by it."""
    by = "approval: {by: {position: Начальник, name: И.И. Иванов}, act: приказом управления"
    old = edited(("approval: {act: приказом управления}", f"{by}}}"))
    new = edited(("approval: {act: приказом управления}", f"{by}, form: I}}"))
    assert [one.field for one in changes(old, new, everything=True).all] == ["approval.form"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("name: Район", "name: Город", "municipality.name"),
        ("kind: план", "kind: план работ", "document.kind"),
        ("{umo: Начальник УМО}", "{umo: {post: Начальник УМО, name: Ким К.К.}}", "owners.umo.name"),
    ],
)
def test_what_is_said_aside_is_told_where_it_is_asked_for(old: str, new: str, field: str) -> None:
    """Names of owners stand in checklists, not in the signed text."""
    [told] = changes(edited(), edited((old, new)), everything=True).all
    assert isinstance(told, AsideChanged)
    assert told.field == field
    assert not found((old, new))


def test_a_section_that_becomes_an_activity_has_cells() -> None:
    """Its deadline and owners are new words, though the row was none before."""
    told = found(
        ("  - title: Обучение педагогов", "  - title: Обучение педагогов\n    deadline: май 2023\n    owners: umo")
    )
    assert [(type(one), one.field, one.old, one.new) for one in told] == [
        (CellChanged, "deadline", "", "май 2023"),
        (CellChanged, "owners", "", "Начальник УМО"),
    ]


def test_typography_is_told_everywhere() -> None:
    """In the preface and in titles of sections too, as such."""
    for place, dash in (("- обучение.", "{} обучение."), ("title: Обучение", "title: Обучение {} развитие")):
        old, new = edited((place, dash.format("-"))), edited((place, dash.format("–")))
        assert not changes(old, new)
        [one] = changes(old, new, typography=True).all
        assert one.typography
