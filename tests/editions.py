"""What tests of editions share: a short roadmap that is signed, amended twice, and reported on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmapc.plan import Plan, make_plan
from roadmapc.plan.editions.signed import Signed
from roadmapc.plan.editions.values import Editions, KeptEdition, in_order
from roadmapc.plan.editions.writing import Act, edition_text
from roadmapc.source.edition_file import read_edition
from tests.plans import plan_of

SIGNED = """\
# на подпись
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Дорожная карта, period: 2021-2024}
order:
  letterhead: {organisation: Отдел образования}
  name: ПРИКАЗ
  subject: Об утверждении дорожной карты
  date: 10.01.2022
  number: 01-07/5
  items: [Утвердить дорожную карту.]
  signature: {position: Начальник, name: И.И. Иванов}
approval: {act: приказом отдела образования}
sections:
  - title: Мониторинг  # первый
    activities:
      # опрос
      - activity: Провести опрос педагогов
        deadline: май 2022
        owners: Методист
        result: Справка
      - {activity: Обсудить итоги на совещании, deadline: июнь 2022, owners: Методист, result: Протокол}
      - {activity: Выпустить сборник статей, deadline: ноябрь 2022, owners: Директор, result: Сборник}
"""
"""A roadmap in which no rule finds anything; its numbers are computed."""
ORDER = Act("приказ", date(2022, 1, 10), "01-07/5", "Об утверждении дорожной карты")


def amended(text: str, day: str, number: str) -> str:
    """Return a source that lists one act more."""
    act = f"  - {{kind: приказ, date: {day}, number: {number}}}\n"
    if "amendments:\n" in text:
        head, _, rest = text.partition("sections:")
        return f"{head.removesuffix('table:')}sections:{rest}".replace("amendments:\n", f"amendments:\n{act}", 1)
    return text.replace("approval:", f"amendments:\n{act}approval:", 1)


def kept(plan: Plan, act: Act = ORDER) -> KeptEdition:
    """Return the edition that an act makes of a plan."""
    name = f"editions/a/{act.day:%Y-%m-%d}.yaml"
    file = read_edition(name, edition_text(plan, act).encode())
    assert file.roadmap is not None, [str(one.message) for one in file.problems]
    assert file.tree is not None
    return KeptEdition(file, make_plan(file.roadmap, file.tree, ""))


def signed(text: str, *editions: KeptEdition) -> Signed:
    """Return a source beside some editions."""
    plan = plan_of(text)
    return Signed(plan, Editions(in_order(editions, plan)))


def project(folder: Path, text: str = SIGNED) -> Path:
    """Write a roadmap into a folder of its own; return its file."""
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return path
