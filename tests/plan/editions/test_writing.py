"""Proves that an edition says all that its plan prints, and leaves nothing to other files."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from roadmapc.compiler import read_source
from roadmapc.diagnostics import Source
from roadmapc.plan import Plan
from roadmapc.plan.changes import changes
from roadmapc.source.basing.base_plan import read_base
from roadmapc.source.basing.extending import FoundBase
from roadmapc.source.shared_owners import read_directory
from roadmapc.workspace import loading
from tests.conftest import ROADMAPS
from tests.editions import SIGNED, kept
from tests.plan_edits import edited
from tests.plans import plan_of

REAL = sorted(ROADMAPS.glob("*.yaml"))


def plan_or_none(text: str) -> Plan | None:
    return read_source(Source("a.yaml", text)).plan


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_roadmaps_print_the_same(path: Path) -> None:
    """Word by word, and with the same bytes each time."""
    plan = loading.read(path).plan
    if plan is None:
        pytest.skip("no roadmap")
    edition = kept(plan)
    assert not changes(plan, edition.plan, typography=True)
    assert [row.number for row in edition.plan.rows] == [row.number for row in plan.rows]
    assert kept(plan).file.source.text == edition.file.source.text
    assert edition.file.is_whole


@pytest.mark.parametrize("seed", range(60))
def test_edited_roadmaps_print_the_same(seed: int) -> None:
    """Whatever a person changes: what is kept is what is printed; an edition of an edition is the same."""
    plan = plan_of(edited(SIGNED, plan_or_none, random.Random(seed)))
    edition = kept(plan)
    assert not changes(plan, edition.plan, typography=True)
    assert kept(edition.plan).file.act.digest == edition.file.act.digest


def test_numbers_are_written_out() -> None:
    """Those of sections and rows, as they were printed; none is computed any more."""
    edition = kept(plan_of(SIGNED))
    assert [row.number for row in edition.plan.rows] == ["1.1.", "1.2.", "1.3."]
    assert edition.plan.tables[0].source.table.numbering == "printed"
    assert edition.plan.sections[0].number == "1."


def test_what_means_other_files_is_left_out() -> None:
    """The form, waivers, words without a place: they are the source's affair."""
    text = SIGNED + "form: ../forms/a.docx\nwaivers: [{rule: missing-owner, reason: так}]\nunplaced: [Слова]\n"
    edition = kept(plan_of(text))
    assert not {"form", "waivers", "unplaced"} & set(edition.plan.tree.data)
    assert edition.plan.id == plan_of(text).id


def test_owners_of_the_directory_come_along() -> None:
    """Those whom rows name, with all that is known of them; the others stay where they are."""
    shared = "owners: {umo: {post: Начальник УМО, name: Иванова И.И.}, mk: Кабинет}\n"
    text = SIGNED.replace("owners: Методист", "owners: umo")
    plan = read_source(Source("a.yaml", text), directory=read_directory("owners.yaml", shared.encode())).plan
    assert plan is not None
    edition = kept(plan)
    assert edition.plan.tree.data["owners"] == {"umo": {"post": "Начальник УМО", "name": "Иванова И.И."}}
    assert not changes(plan, edition.plan, typography=True)


def test_the_base_is_merged_in() -> None:
    """Its rows, with roles played; which base it was is said at the head."""
    base = """\
base: 1
document: {kind: план, period: 2021-2024}
owners: {coordinator: Координатор}
sections:
  - id: a
    title: Раздел
    activities:
      - {id: one, activity: Провести опрос, deadline: май 2022, owners: coordinator, result: Справка}
      - {id: two, activity: Обсудить итоги, deadline: июнь 2022, owners: coordinator, result: Протокол}
"""
    text = """\
roadmapc: 1
extends: base.yaml
municipality: {name: Район}
owners: {umo: Начальник УМО}
roles: {coordinator: umo}
sections: [{id: a, activities: [{id: two, deadline: до 20 июня 2022}, {after: one, activity: Свое}]}]
"""
    found = FoundBase("base.yaml", read_base("base.yaml", base.encode()))
    plan = read_source(Source("a.yaml", text), base=found).plan
    assert plan is not None
    edition = kept(plan)
    assert [row.text for row in edition.plan.rows] == ["Провести опрос", "Свое", "Обсудить итоги"]
    assert not changes(plan, edition.plan, typography=True)
    assert edition.act.base is not None
    assert (edition.act.base.file, plan.base and plan.base.digest) == ("base.yaml", edition.act.base.digest)


def test_the_name_of_the_file_is_the_id() -> None:
    """An edition lies under another name: it says whose it is."""
    plan = replace(plan_of(SIGNED), id="kanevskoy")
    assert kept(plan).plan.id == "kanevskoy"
