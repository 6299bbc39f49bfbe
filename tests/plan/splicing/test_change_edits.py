"""Proves that the edits of every kind of change make the new plan out of the old one's text."""

from __future__ import annotations

import pytest

from roadmapc.plan import Plan
from roadmapc.plan.changes import changes
from roadmapc.plan.splicing.change_edits import ChangeEdits
from roadmapc.plan.splicing.splices import Refused, spliced
from tests.plan.changes.plans import SOURCE, edited
from tests.plan.changes.test_comparing import FIELDS
from tests.plan.changes.test_tables import NEW, SECOND, THIRD
from tests.plans import plan_of

ROWS = [
    ("deadline: июнь 2022", "deadline: июль 2022"),
    ("deadline: июнь 2022, ", ""),
    ("[umo, методист]", "[umo, директор]"),
    ("[umo, методист]", "umo"),
    ("owners: umo, result: Приказ", "owners: [директор, umo], result: Приказ"),
    ("result: Протокол", "result: 'Протокол: два'"),
    (SECOND, SECOND + NEW + NEW),
    (SECOND, ""),
    (SECOND + THIRD, ""),
    (THIRD, NEW),
    ("  - title: Обучение педагогов", "  - title: Итоги\n    activities:\n" + NEW + "  - title: Обучение педагогов"),
    ("    - text: Отделу", "    - Разместить план на сайте.\n    - text: Отделу"),
    ("[Разослать план., Проверить план.]", "[Разослать план., Сохранить план., Проверить план.]"),
    ("    - {name: Исполнители, text: Школы района}\n", ""),
    ("passport:", "  - heading: Риски\n    text: Нехватка кадров.\npassport:"),
    ("table:", "table:\n  columns: {owners: Кто}"),
]


def applied(old: Plan, new: Plan) -> Plan:
    """Return the old plan with the edits of all changes made."""
    found = changes(old, new).all
    edits = ChangeEdits(old, new, found)
    splices = [splice for group in edits.groups(found) for splice in edits.of(group)]
    return plan_of(spliced(old.tree.source.text, splices))


@pytest.mark.parametrize(("old", "new"), [(old, new) for old, new, *_ in FIELDS] + ROWS)
def test_the_edits_of_a_change_undo_it(old: str, new: str) -> None:
    """The old plan with the edits prints what the new one does; computed numbers follow."""
    after = applied(plan_of(SOURCE), edited((old, new)))
    assert not changes(after, edited((old, new)))


def test_owners_are_aliases_where_the_directory_has_their_words() -> None:
    """A new row names them as the old plan does."""
    new = edited(("owners: {umo: Начальник УМО}", "owners: {boss: Начальник УМО}"), ("umo, result", "boss, result"))
    new = edited((SECOND, SECOND + NEW.replace("umo", "Начальник УМО")))
    text = applied(plan_of(SOURCE), new).tree.source.text
    assert "owners: umo\n" in text[text.index("Создать сайт") :]


def test_a_row_that_has_moved_is_left_to_a_person() -> None:
    """So is a list of columns with another column."""
    old, new = plan_of(SOURCE), edited((SECOND + THIRD, THIRD + SECOND))
    found = [one for one in changes(old, new).all if type(one).__name__ == "RowMoved"]
    with pytest.raises(Refused):
        ChangeEdits(old, new, found).of(found)
