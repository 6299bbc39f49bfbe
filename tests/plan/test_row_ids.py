"""Proves that rows without an id get one, and that nothing else is changed by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from roadmapc.compiler import Compilation
from roadmapc.plan import Plan
from roadmapc.plan.addresses import find
from roadmapc.plan.row_ids import with_ids
from roadmapc.russian.transliteration import is_safe
from roadmapc.source.tree import Tree

Compile = Callable[[str], Compilation]

HEAD = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
"""
ROWS = """\
sections:
- title: Мониторинг  # раздел
  activities:
  # первая строка
  - activity: Провести мониторинг затруднений педагогов района
    deadline: май 2022
    activities:
      -   number: 1.1.1.
          activity: О нем
  - {activity: 'Провести, обсудить', deadline: май}
  -
    # своя
    id: second
    activity: Второе
  - activity: |
      Провести мониторинг:
      - раз
- title: Обучение
  deadline: июнь
  activities:
    - "activity": '– !'
      number: 7
    - {"activity": Con}
waivers: []
"""


def plan_of(compile_text: Compile, text: str) -> Plan:
    result = compile_text(text)
    assert result.plan is not None, result.diagnostics
    return result.plan


def given(plan: Plan) -> tuple[Tree, int]:
    found = with_ids(plan)
    assert found is not None
    return found


def test_ids_are_spliced_into_the_text(compile_text: Compile) -> None:
    """Each stands before the first key of its row, on a line of its own or within brackets; no comment moves."""
    tree, count = given(plan_of(compile_text, HEAD + ROWS))
    assert count == 7
    added = re.compile(r"(id: [\w-]+)(?:\n +|, )")
    text = tree.source.text
    assert [match[1] for match in added.finditer(text)] == [
        "id: 1-1-provesti-monitoring-zatrudnenii",
        "id: 1-1-1-nem",
        "id: 1-2-provesti-obsudit",
        "id: second",
        "id: 1-4-provesti-monitoring",
        "id: 2-obuchenie",
        "id: row-7",
        "id: 2-2-con",
    ]
    assert added.sub(lambda match: match[0] if "second" in match[0] else "", text) == HEAD + ROWS
    assert "      -   id: 1-1-1-nem\n          number: 1.1.1.\n" in text
    assert "  - {id: 1-2-provesti-obsudit, activity: 'Провести, обсудить'" in text


def test_the_second_time_nothing_is_new(compile_text: Compile) -> None:
    """Ids that are there stay, whatever has become of number and words."""
    text = given(plan_of(compile_text, HEAD + ROWS))[0].source.text
    again, count = given(plan_of(compile_text, text))
    assert (again.source.text, count) == (text, 0)
    changed = text.replace("Провести мониторинг затруднений", "Изучить затруднения")
    assert given(plan_of(compile_text, changed))[1] == 0


def test_no_id_means_another_row(compile_text: Compile) -> None:
    """New ids are plain names, differ from each other and from all that names another row."""
    rows = "".join(f"      - {{activity: Провести семинар, number: {n}}}\n" for n in (1, 1, 2))
    text = (
        f"{HEAD}sections:\n  - title: Раздел\n    activities:\n{rows}      - {{id: 2-provesti-seminar, activity: А}}\n"
    )
    tree, count = given(plan_of(compile_text, text))
    assert count == 3
    after = plan_of(compile_text, tree.source.text)
    ids = [row.id for row in after.rows]
    assert ids == ["1-provesti-seminar", "1-provesti-seminar-2", "2-provesti-seminar-2", "2-provesti-seminar"]
    assert all(is_safe(name) and find(after, name) == (row,) for name, row in zip(ids, after.rows, strict=True))


def test_a_row_that_a_waiver_names_by_its_digest_keeps_it(compile_text: Compile) -> None:
    """What a waiver covers it covers still."""
    first = next(iter(plan_of(compile_text, HEAD + ROWS).rows)).id
    waiver = f"waivers: [{{rule: missing-result, at: {first}, reason: так утверждено}}]\n"
    tree, _ = given(plan_of(compile_text, HEAD + ROWS.replace("waivers: []\n", waiver)))
    assert next(iter(plan_of(compile_text, tree.source.text).rows)).id == first
    assert f"id: {first}\n" in tree.source.text


def test_what_cannot_be_spliced_is_left(compile_text: Compile) -> None:
    """Where an id put before the first key would mean something else, none is given at all."""
    assert (
        with_ids(plan_of(compile_text, f"{HEAD}sections:\n  - activities:\n      - ? activity\n        : А\n")) is None
    )


def test_the_real_roadmaps(compile_text: Compile, roadmaps: Path) -> None:
    """Of the real documents nothing but ids changes: rows, days and what is found in them."""
    for path in sorted(roadmaps.glob("*.yaml")):
        before = compile_text(path.read_text("utf-8"))
        assert before.plan is not None
        tree, count = given(before.plan)
        after = compile_text(tree.source.text)
        assert after.plan is not None
        pairs = list(zip(before.plan.rows, after.plan.rows, strict=True))
        for one, two in pairs:
            assert (one.route, one.text, one.number, one.occurrences) == (
                two.route,
                two.text,
                two.number,
                two.occurrences,
            )
        assert sum(a.id != b.id for a, b in pairs) == count
        assert [p.code for p in before.diagnostics] == [p.code for p in after.diagnostics]
