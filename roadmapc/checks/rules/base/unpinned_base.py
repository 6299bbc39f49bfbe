"""A signed roadmap follows whatever becomes of its base plan.

Once the order has a date and a number, the text is what was signed. Without `digest:` a change of the base plan would
flow into it in silence: `freeze` writes the digest of the base plan that is signed. The fix writes the digest of the base
plan as it is today: look first whether it is the one that was signed.

Bad:
    extends: model-plan.yaml
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 20.10.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом управления образования}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}
    # ---- model-plan.yaml
    base: 1
    sections:
      - title: Обучение
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    extends:
      file: model-plan.yaml
      digest: 4673960e4161aafb193ea621a0b5b0fe
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.editions.pinning import pin

CODE = "RM904"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report a signed roadmap that does not say which state of its base was signed."""
    base, extends, order = plan.base, plan.roadmap.extends, plan.roadmap.order
    if base is None or extends is None or extends.digest or not (order and order.date and order.number):
        return
    message = Message("the roadmap is signed, but a change of its base plan would flow into it")
    hint = Message(
        "if the base plan is the one that was signed, write it so:\nextends:\n  file: {file}\n  digest: {digest}",
        file=extends.file,
        digest=base.digest,
    )
    edit = pin(plan)  # unsafe: whether it is the signed one nobody knows
    yield Finding(("extends",), message, hint, fix=Fix((edit,), safe=False) if edit else None)
