"""Proves how a roadmap and the base plan that it extends become one, and what is said where they do not fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.checks.selection import RuleSelection
from roadmapc.compiler import Compilation, check_files, read_source
from roadmapc.diagnostics import Diagnostic, Message, Source
from roadmapc.plan import Plan
from roadmapc.source.basing.base_plan import BasePlan, read_base
from roadmapc.source.basing.extending import FoundBase, Refused
from roadmapc.source.model import Columns

TODAY = date(2026, 11, 21)
BASE = """\
base: 1
document: {kind: дорожная карта, title: Модельная карта, period: 2025-2027}
owners: {coordinator: Координатор, head: Руководитель}
table: {numbering: computed, columns: {deadline: Сроки}}
sections:
  - id: one
    title: Мониторинг
    activities:
      - {id: a, activity: Провести опрос, deadline: май 2025, owners: coordinator, result: Справка}
      - id: b
        activity: Подготовить анализ
        deadline: июнь 2025
        owners: {who: [coordinator, head, Методист]}
        result: Записка
        activities:
          - {id: b-1, activity: собрать данные, result: Свод}
      - {activity: Обсудить, deadline: июль 2025, owners: head, result: Протокол}
  - id: two
    title: Обучение
    activities:
      - {id: c, activity: Провести семинар, deadline: август 2025, owners: [head], result: Программа}
"""
HEAD = """\
roadmapc: 1
extends: base.yaml
municipality: {name: Район}
"""


def base(text: str = BASE) -> BasePlan:
    """Return a base plan."""
    return read_base("base.yaml", text.encode())


def compiled(own: str, plan: BasePlan | Refused | None = None) -> Compilation:
    """Compile a roadmap that extends a base; HEAD is before what is given."""
    found = FoundBase("base.yaml", plan or base())
    read = read_source(Source("a.yaml", HEAD + own if "roadmapc" not in own else own), base=found)
    return check_files([read], today=TODAY)[0]


def plan_of(own: str, text: str = BASE) -> Plan:
    """Return the plan of a roadmap that fits its base."""
    plan = compiled(own, base(text)).plan
    assert plan, [str(one.message) for one in compiled(own, base(text)).diagnostics]
    return plan


def words(plan: Plan) -> list[str]:
    """Return the texts of all rows in order."""
    return [row.text for row in plan.rows]


ALL = ["Провести опрос", "Подготовить анализ", "собрать данные", "Обсудить", "Провести семинар"]


def test_without_overrides_the_plan_is_the_base() -> None:
    """All rows stand there, and those with ids say which row of the base they serve."""
    plan = plan_of("")
    assert words(plan) == ALL
    assert [row.serves for row in plan.rows] == [("a",), ("b",), ("b-1",), (), ("c",)]
    assert plan.roadmap.document.title == "Модельная карта"
    assert plan.base is not None
    assert plan.removed == ()


def test_named_keys_are_replaced() -> None:
    """Of a row, of its section, of the document, of the table; all else stays."""
    plan = plan_of(
        "document: {title: Своя карта}\n"
        "table: {columns: {result: Итог}}\n"
        "sections: [{id: one, title: Опрос, activities: [{id: a, deadline: сентябрь 2025, owners: Методист}]}]\n"
    )
    first = next(iter(plan.rows))
    assert (first.text, first.deadline_text, first.owners_text) == ("Провести опрос", "сентябрь 2025", "Методист")
    assert (first.id, first.serves) == ("a", ("a",))
    assert [section.title for section in plan.sections] == ["Опрос", "Обучение"]
    assert (plan.roadmap.document.title, plan.roadmap.document.period) == ("Своя карта", "2025-2027")
    columns = plan.roadmap.table.columns
    assert isinstance(columns, Columns)
    assert (columns.deadline, columns.result) == ("Сроки", "Итог")
    assert words(plan) == ALL


def test_what_a_row_serves_besides() -> None:
    """A row of the base that serves an indicator of the municipality's own still serves the region, too."""
    more = "indicators: {years: [2025], rows: [{id: share, name: Доля, values: ['5']}]}\n"
    plan = plan_of(more + "sections: [{id: one, activities: [{id: a, serves: share}]}]\n")
    assert next(iter(plan.rows)).serves == ("share", "a")


def test_a_cell_is_replaced_as_a_whole() -> None:
    """Owners with printed words of the base do not lend them to other owners; lists are not mixed."""
    text = BASE.replace("owners: [head]", "owners: {who: [head], text: Печатать}")
    plan = plan_of("sections: [{id: two, activities: [{id: c, owners: {who: [Методист]}}]}]\n", text)
    assert [*plan.rows][-1].owners_text == "Методист"
    passport = "passport: {title: Паспорт, rows: [{name: Цель, text: Развитие}]}\n"
    plan = plan_of("passport: {rows: [{name: Задачи, text: Свои}]}\n", BASE + passport)
    assert plan.roadmap.passport is not None
    assert plan.roadmap.passport.title == "Паспорт"
    assert [row.name for row in plan.roadmap.passport.rows] == ["Задачи"]


NEW = "activity: Новое, deadline: май 2025, owners: Методист, result: Итог"


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        (f"[{{{NEW}}}]", [*ALL[:4], "Новое", ALL[4]]),
        (f"[{{after: a, {NEW}}}]", [ALL[0], "Новое", *ALL[1:]]),
        (f"[{{after: b, {NEW}}}]", [*ALL[:3], "Новое", *ALL[3:]]),
        (f"[{{id: b, activities: [{{{NEW}}}]}}]", [*ALL[:3], "Новое", *ALL[3:]]),
        ("[{id: a, after: b}]", [*ALL[1:3], ALL[0], *ALL[3:]]),
        (f"[{{id: a, removed: не проводим}}, {{after: a, {NEW}}}]", ["Новое", *ALL[1:]]),
        ("[{id: b, removed: не проводим}]", [ALL[0], *ALL[3:]]),
        (
            f"[{{after: x, {NEW}}}, {{id: x, after: a, activity: Икс}}, {{after: a, activity: Игрек}}]",
            [ALL[0], "Икс", "Новое", "Игрек", *ALL[1:]],
        ),
    ],
)
def test_where_rows_stand(rows: str, order: list[str]) -> None:
    """At the end, after the row that is named, in the place of one that is dropped; those of one place as written."""
    assert words(plan_of(f"sections: [{{id: one, activities: {rows}}}]\n")) == order


def test_sections_are_placed_and_dropped_as_rows_are() -> None:
    plan = plan_of(
        f"sections: [{{title: Своё, after: one, activities: [{{{NEW}}}]}}, {{id: two, removed: обучает регион}}]\n"
    )
    assert [section.title for section in plan.sections] == ["Мониторинг", "Своё"]
    assert plan.removed == (("two", "Обучение", "обучает регион"),)


def test_roles_are_played_by_own_owners() -> None:
    """In lists, records and single words, each owner once; words that are no role stay; the role itself is gone."""
    plan = plan_of("owners: {umo: Начальник УМО}\nroles: {coordinator: umo, head: umo}\n")
    rows = [*plan.rows]
    assert [row.owners_text for row in rows if row.owners_text] == [
        "Начальник УМО",
        "Начальник УМО\nМетодист",
        "Начальник УМО",
        "Начальник УМО",
    ]
    assert set(plan.roadmap.owners) == {"umo"}
    assert {
        problem.code for problem in compiled("owners: {umo: Начальник УМО}\nroles: {head: umo}\n").diagnostics
    } == set()


def test_a_role_under_its_own_name() -> None:
    """The roadmap's entry takes the place of the base's."""
    plan = plan_of("owners: {head: {post: Директор, name: Иванов И.И.}}\n")
    last = [*plan.rows][-1]
    assert (last.owners_text, last.assignees[0].person) == ("Директор", "Иванов И.И.")


def test_an_own_alias_that_is_called_as_a_role() -> None:
    """Rows of the base mean the role, the roadmap's own rows its own owner."""
    row = "{activity: Новое, deadline: май 2025, owners: head, result: Итог}"
    own = f"owners: {{head: Директор, umo: УМО}}\nroles: {{head: umo}}\nsections: [{{id: two, activities: [{row}]}}]\n"
    rows = [*plan_of(own).rows]
    assert [row.owners_text for row in rows[-2:]] == ["УМО", "Директор"]


def problem_of(own: str, plan: BasePlan | Refused | None = None) -> tuple[str, str, Diagnostic]:
    """Return the only problem of a roadmap that does not fit its base: its code and the words marked."""
    result = compiled(own, plan)
    assert result.plan is None
    (problem,) = result.diagnostics
    assert problem.hint
    return problem.code, problem.source.text[slice(*problem.span)], problem


@pytest.mark.parametrize(
    ("own", "word", "message", "hint"),
    [
        ("sections: [{id: one, activities: [{id: b-2, deadline: май 2025}]}]", "b-2", "has no row “b-2”", "“b-1”"),
        ("sections: [{id: twoo, activities: []}]", "twoo", "has no row “twoo”", "“two”"),
        ("sections: [{id: one, activities: [{id: zzz, removed: так}]}]", "zzz", "has no row “zzz”", "a new row"),
        ("sections: [{id: one, activities: [{removed: так}]}]", "removed", "which row is dropped", "id:"),
        ("sections: [{id: one, activities: [{id: a, removed: }]}]", "removed", "why the row is dropped", "removed:"),
        ("sections: [{id: one, activities: [{id: a, removed: '-'}]}]", "removed", "why the row is dropped", "removed:"),
        ("sections: [{id: one, removed: [а]}]", "removed", "why the row is dropped", "removed:"),
        ("sections: [{id: one, removed: так, title: Другой}]", "title", "“title” says would be lost", "drop"),
        (
            "sections: [{id: one, activities: [{id: c, deadline: май 2025}]}]",
            "c",
            "stands in another place",
            "“id: two”",
        ),
        ("sections: [{id: a, title: Раздел}]", "a", "stands in another place", "“id: one”"),
        ("sections: [{id: one, activities: [{id: two, activity: А}]}]", "two", "another place", "among “sections:”"),
        ("sections: [{id: one}, {id: one}]", "one", "is changed twice", "make one of both"),
        (f"sections: [{{id: one, activities: [{{after: bb, {NEW}}}]}}]", "bb", "no row “bb” here", "rows here: a, b"),
        (
            f"sections: [{{id: one, activities: [{{after: c, {NEW}}}]}}]",
            "c",
            "stands in another list",
            "rows here: a, b",
        ),
        (f"sections: [{{title: Свой, activities: [{{after: a, {NEW}}}]}}]", "a", "another list", "drop “after:”"),
        (f"sections: [{{id: one, activities: [{{id: n, after: n, {NEW}}}]}}]", "n", "after one another", "drop one"),
        ("sections: [{id: one, after: two}, {id: two, after: one}]", "two", "after one another", "drop one"),
        ("roles: {coordinatr: umo}", "coordinatr", "has no role “coordinatr”", "“coordinator”"),
        ("roles: {methodist: umo}", "methodist", "has no role", "its roles: coordinator, head"),
    ],
)
def test_what_does_not_fit(own: str, word: str, message: str, hint: str) -> None:
    """Each is one problem at its place in the roadmap, with what to do; nothing is built of it."""
    code, marked, problem = problem_of(own + "\n")
    assert (code, marked) == ("RM017", word)
    assert message in problem.message
    assert problem.hint
    assert hint in problem.hint


def test_a_misplaced_row_is_shown_in_the_base() -> None:
    """The label says where it stands, in that file."""
    _, _, problem = problem_of("sections: [{id: one, activities: [{id: c, deadline: май 2025}]}]\n")
    (label,) = problem.labels
    assert label.source == base().source
    assert label.source.text[slice(*label.span)] == "c"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("roadmapc: 1\nmunicipality: {name: Район}\n", "is a roadmap, not a base plan", "base: 1"),
        ("owners: {umo: УМО}\n", "is the directory that roadmaps share, not a base plan", "base: 1"),
        ("заметки: 1\n", "a file of no known kind", "base: 1"),
        ("- base: 1\n", "a file of no known kind", "base: 1"),
        ("base: 1\nextends: more.yaml\nsections: []\n", "extends another file itself", "the base plan itself"),
        ("roadmapc: 1\nextends: base-of-all.yaml\n", "extends another file itself", "the base plan itself"),
        ("base: 1\nextends: a.yaml\nsections: []\n", "the roadmap extends itself", "base: 1"),
        ("roadmapc: 1\nextends: {file: ./a.yaml}\n", "the roadmap extends itself", "base: 1"),
        ("base: 2\nsections: []\n", "has errors: 1", "roadmapc check base.yaml"),
        ("base: [", "has errors: 1", "roadmapc check base.yaml"),
        ("", "has errors: 1", "roadmapc check base.yaml"),
        (BASE.replace("id: c", "id: a"), "has errors: 1", "roadmapc check base.yaml"),
        (BASE.replace("id: c", "after: c"), "has errors: 1", "roadmapc check base.yaml"),
    ],
)
def test_what_is_no_base(text: str, message: str, hint: str) -> None:
    """Each is one problem at the path in the roadmap."""
    code, marked, problem = problem_of("", base(text))
    assert (code, marked) == ("RM015", "base.yaml")
    assert message in problem.message
    assert problem.hint
    assert hint in problem.hint


@pytest.mark.parametrize("value", ["", "''", "[base.yaml]", "{file: }", "{digest: 1}"])
def test_a_base_that_is_not_named(value: str) -> None:
    """A key without a path does not pass for a roadmap without a base."""
    code, _, problem = problem_of(HEAD.replace("base.yaml", value))
    assert code == "RM015"
    assert "is not said" in problem.message


def test_a_base_that_nobody_has_read() -> None:
    """What a glance at the bytes has not told, or told otherwise, is an error and never another plan."""
    text = HEAD.replace("base.yaml", "other.yaml")
    code, marked, _ = problem_of(text)
    assert (code, marked) == ("RM015", "other.yaml")
    assert read_source(Source("a.yaml", HEAD)).diagnostics[0].code == "RM015"
    refused = Refused(Message("nobody may read it"), Message("name another"))
    assert problem_of("", refused)[2].message == "nobody may read it"


def test_the_digest_tells_what_was_signed() -> None:
    """Comments and layout do not count, a word does; with another digest there is no plan."""
    digest = base().digest
    own = HEAD.replace("base.yaml", f"{{file: base.yaml, digest: {digest}}}")
    same = base("# примечание\n" + BASE.replace("id: one\n", "id:   one\n"))
    changed = base(BASE.replace("май 2025", "июнь 2025"))
    assert (same.digest == digest, changed.digest == digest, len(digest)) == (True, False, 32)
    assert compiled(own, same).plan
    code, marked, problem = problem_of(own, changed)
    assert (code, marked) == ("RM016", digest)
    assert changed.digest in str(problem.hint)


def test_findings_stand_in_the_file_of_their_words() -> None:
    """Of a row of the base in the base, with the roadmap that has it so; of a change in the roadmap, with its fix."""
    own = "sections: [{id: one, activities: [{id: a, result: Справка  и отчет}]}]\n"
    text = BASE.replace("Записка", "Записка  и отчет")
    mine, given = sorted(compiled(own, base(text)).diagnostics, key=lambda one: one.source.name)
    assert (mine.source.name, given.source.name) == ("a.yaml", "base.yaml")
    assert [one.source.text[slice(*one.span)] for one in (mine, given)] == ["а  и", "а  и"]
    assert mine.fix
    assert not given.fix
    (label,) = given.labels
    assert label.source
    assert label.source.text[slice(*label.span)] == "extends"
    assert given.anchor.startswith("base.yaml/b/")
    assert given.fingerprint == compiled(own.replace("a, ", "a, number: 5, "), base(text)).diagnostics[-1].fingerprint


def test_what_is_left_out_is_not_judged() -> None:
    """Words of the base that the roadmap replaces or drops, and its comments, are none of the document's."""
    text = BASE.replace("Записка", "Записка  и ВПИШИТЕ") + "# ПРОВЕРЬТЕ: семинар\n"
    assert compiled("", base(text)).diagnostics
    assert compiled("sections: [{id: one, activities: [{id: b, result: Итог}]}]\n", base(text)).diagnostics == ()
    assert compiled("sections: [{id: one, activities: [{id: b, removed: нет}]}]\n", base(text)).diagnostics == ()


def test_waivers_of_the_base_cover_its_own_rows() -> None:
    """A row that the roadmap adds is none of theirs; a waiver that serves no longer is no matter of the roadmap."""
    waiver = "waivers: [{rule: missing-result, reason: так решил регион}]\n"
    text = BASE.replace(", result: Протокол", "") + waiver
    row = "{activity: Новое, deadline: май 2025, owners: Методист}"
    found = compiled(f"sections: [{{id: one, activities: [{row}]}}]\n", base(text)).diagnostics
    assert {(one.source.name, one.waived is None) for one in found} == {("base.yaml", False), ("a.yaml", True)}
    assert compiled("sections: [{id: one, removed: нет}]\n", base(text)).diagnostics == ()
    own = "waivers: [{rule: missing-result, at: 1.3, reason: так утверждено}]\n"
    assert [one.waived for one in compiled(own, base(text.replace(waiver, ""))).diagnostics] == ["так утверждено"]


def test_shapes_are_judged_in_the_merged_plan() -> None:
    """What is wrong in the roadmap is told at its place; what the base gives is not asked for again."""
    result = compiled("document: [так]\nsections: [{id: one, activities: так}]\n")
    assert result.plan is None
    assert {(one.source.name, one.code) for one in result.diagnostics} == {("a.yaml", "RM012")}
    missing = compiled("", base(BASE.replace(", period: 2025-2027", "")))
    assert [(one.source.name, one.code) for one in missing.diagnostics] == [("base.yaml", "RM010")]


IDS = ["one", "two", "a", "b", "b-1", "c"]


@st.composite
def overrides(draw: st.DrawFn) -> str:
    """Draw a roadmap that changes, drops and adds rows of the base by chance."""
    lists: dict[str, list[Any]] = {"one": [], "two": []}
    places = {"a": "one", "b": "one", "c": "two"}
    for name in draw(st.lists(st.sampled_from(["a", "b", "c"]), unique=True)):
        what = draw(st.sampled_from(["deadline: май 2026", "removed: так решили", "result: Иное"]))
        lists[places[name]].append(f"{{id: {name}, {what}}}")
    for number in range(draw(st.integers(0, 4))):
        where = draw(st.sampled_from(["one", "two"]))
        after = draw(st.sampled_from(["", *(f"after: {name}, " for name, place in places.items() if place == where)]))
        new = f"activity: Новое {number}, deadline: май 2026, owners: Методист, result: Итог"
        lists[where].append(f"{{id: n{number}, {after}{new}}}")
    rows = "".join(f"  - {{id: {name}, activities: [{', '.join(items)}]}}\n" for name, items in lists.items())
    return f"sections:\n{rows}"


@given(overrides())
def test_laws_of_merging(own: str) -> None:
    """No id comes twice; a row of the base is there or has a reason; own rows are all there; places lead to words."""
    plan = plan_of(own)
    ids = [row.id for row in plan.rows]
    assert len(ids) == len(set(ids))
    gone = {one.id for one in plan.removed}
    assert {"a", "b", "c"} - gone == {name for row in plan.rows for name in row.serves} & {"a", "b", "c"}
    assert {f"n{number}" for number in range(5) if f"id: n{number}" in own} == {name for name in ids if name[0] == "n"}
    for row in plan.rows:
        span = plan.tree.values[(*row.route, "activity")]
        assert plan.tree.source.text[slice(*span)] == row.text


@given(st.permutations(["one", "two"]))
def test_all_removed(order: list[str]) -> None:
    """Then nothing is left of the base but the reasons, and the plan says that it is empty."""
    rows = "".join(f"  - {{id: {name}, removed: нет}}\n" for name in order)
    result = compiled(f"sections:\n{rows}")
    assert result.plan
    assert [*result.plan.rows] == []
    assert {one.id for one in result.plan.removed} == {"one", "two"}
    assert "RM406" in {one.code for one in result.errors}


def test_a_long_chain_of_rows() -> None:
    """A thousand rows, each after the one before, stand in their order."""
    rows = "".join(
        f"      - {{id: n{at}, after: {f'n{at - 1}' if at else 'a'}, activity: А{at}}}\n" for at in range(1000)
    )
    plan = plan_of(f"sections:\n  - id: one\n    activities:\n{rows}")
    assert words(plan)[1:1001] == [f"А{at}" for at in range(1000)]


def test_rules_that_are_chosen_alone() -> None:
    """A selection holds for rows of the base as for others."""
    text = BASE.replace("Записка", "Записка  и отчет")
    read = read_source(Source("a.yaml", HEAD), base=FoundBase("base.yaml", base(text)))
    assert check_files([read], today=TODAY, selection=RuleSelection(select=("missing-result",)))[0].diagnostics == ()


SHARING = """base: 1
document: {kind: план, title: План, period: 2025-2027}
sections:
  - id: one
    title: Опрос
    activities:
      - {id: a, activity: Первое, deadline: май 2025, owners: Завуч, result: Акт}
      - {id: b, activity: Второе, deadline: июнь 2025, owners: Директор, result: Письмо}
      - {id: c, activity: Третье, deadline: {same_as_above: да}, owners: {same_as_above: да}, result: Итог}
"""


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("{id: b, removed: таких нет}", True),
        ("{id: n, after: b, activity: Иное, deadline: май 2026, owners: Методист, result: Акт}", True),
        ("{id: b, removed: таких нет}, {id: c, deadline: июль 2025, owners: Методист}", False),
        ("{id: b, deadline: июль 2025}", False),
        ("{id: n, after: a, activity: Иное, deadline: май 2026, owners: Методист, result: Акт}", False),
    ],
)
def test_a_cell_of_another_row(own: str, told: bool) -> None:
    """What a row of the base shares with that above it does not become another's without a word."""
    found = compiled(f"sections: [{{id: one, activities: [{own}]}}]\n", base(SHARING))
    assert [one.code for one in found.diagnostics if "another one here" in str(one.message)] == ["RM017"] * told
