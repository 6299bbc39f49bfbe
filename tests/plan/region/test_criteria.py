"""Proves that the form of positions is filled with the public links of what proves them, and with nothing else."""

from __future__ import annotations

from roadmapc.plan.cycle import LINKS
from roadmapc.plan.region.criteria import SHIPPED
from roadmapc.source.criteria_file import read_criteria
from roadmapc.source.model.criteria import Criteria
from tests.regions import LINK, region


def criteria(text: str) -> Criteria:
    """Return criteria without errors."""
    file = read_criteria("a.yaml", text.encode())
    assert file.criteria, [str(one.message) for one in file.problems]
    return file.criteria


def test_by_component_and_by_words() -> None:
    """Without words all rows of the component count; with words those that have all of them in any of their forms."""
    pack = criteria("""\
title: Система
criteria:
  - {component: мониторинг, text: Мониторинг}
  - {component: цели, text: Цели}
  - {component: показатели, text: Опрос, proved_by: [опросы педагогов, наставники]}
  - {component: показатели, text: Справки, proved_by: справка}
  - {component: показатели, text: Нет такого, proved_by: опрос родителей}
""")
    _andreevsky, borisovsky, ivanovsky, _yakovlevsky = region(criteria=pack).members
    assert [*ivanovsky.form] == [(LINK,), (), (LINK,), (LINK,), ()]
    assert [*borisovsky.form] == [()] * 5


def test_the_shipped_example() -> None:
    """It is read without a word, and has every component of the cycle in its order."""
    pack = criteria(SHIPPED.read_text("utf-8"))
    assert tuple(dict.fromkeys(one.component for one in pack.criteria)) == LINKS
