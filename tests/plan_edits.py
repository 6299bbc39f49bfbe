"""Edits of a roadmap's YAML as a person makes them, for tests: cells changed, rows added and removed."""

from __future__ import annotations

import random
from collections.abc import Callable

from roadmapc.plan import Plan, Row
from roadmapc.plan.splicing.splices import Refused, Splice, spliced
from roadmapc.plan.splicing.yaml_edits import YamlEdits

DEADLINES = ("до 1 марта", "май 2022", "ежегодно, в июне", "сентябрь, октябрь", "в течение года")
WORDS = (
    *("совещание", "педагоги", "обучение", "методисты", "школы", "района", "семинар"),
    *("учителя", "анализ", "отчёт", "конкурс", "программа"),
)
KINDS = ("deadline", "activity", "result", "owners", "add", "remove")


def edited(text: str, plan_of: Callable[[str], Plan | None], chance: random.Random, most: int = 5) -> str:
    """Return a text after some edits; those that cannot be made, or would leave no roadmap, are not."""
    for _ in range(chance.randint(1, most)):
        plan = plan_of(text)
        assert plan is not None  # it was one before
        yaml = YamlEdits(plan.tree)
        try:
            after = spliced(text, _edit(plan, yaml, chance.choice(plan.rows), chance))
        except Refused:
            continue
        text = after if plan_of(after) else text
    return text


def _edit(plan: Plan, yaml: YamlEdits, row: Row, chance: random.Random) -> list[Splice]:
    kind = chance.choice(KINDS)
    words = " ".join(chance.choices(WORDS, k=chance.randint(2, 6))).capitalize()
    if kind == "add":
        new = {
            "activity": words,
            "deadline": chance.choice(DEADLINES),
            "owners": [_owner(plan, chance)],
            "result": words,
        }
        return [yaml.inserted(row.route[:-1], int(row.route[-1]), [new])] if row.level > 1 else []
    if kind == "remove":
        return yaml.removed(row.route) if row.level > 1 and len(yaml.value(row.route[:-1])) > 1 else []
    key = "title" if kind == "activity" and row.level == 1 else kind
    if not yaml.has((*row.route, key)):
        return []
    if kind == "owners":
        return yaml.put((*row.route, key), [_owner(plan, chance)])
    if kind == "deadline":
        return yaml.put((*row.route, key), chance.choice(DEADLINES))
    return yaml.put((*row.route, key), chance.choice([words, f"{row.title} {words}"]))


def _owner(plan: Plan, chance: random.Random) -> str:
    aliases = list(plan.roadmap.owners)
    return chance.choice(aliases) if aliases and chance.random() < 0.5 else f"Методист {chance.choice(WORDS)}"
