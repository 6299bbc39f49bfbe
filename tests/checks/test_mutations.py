"""Proves that each fault put into a clean plan is caught by exactly the rule that should, wherever it is put."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.compiler import Compilation
from roadmapc.russian.calendar import DEFAULT_CALENDAR

Compile = Callable[[str], Compilation]

POSTS = ("Начальник отдела", "Методист центра", "Заведующий кабинетом", "Специалист управления")
VERBS = ("Провести", "Подготовить", "Обсудить", "Проверить", "Собрать", "Описать")
THINGS = ("опрос педагогов", "отчеты школ", "программу форума", "сборник статей", "данные сайта", "график встреч")
RESULTS = ("Анкета", "Сводка", "Приказ", "Протокол", "Справка", "Перечень")

Row = dict[str, str]


@st.composite
def plans(draw: st.DrawFn) -> list[Row]:
    """Return the rows of a clean plan: different activities, owners of four posts, working days inside the period."""
    size = draw(st.integers(3, 8))
    rows = []
    for number in range(1, size + 1):
        day = date(2021, 2, 1) + timedelta(days=draw(st.integers(0, 1200)))
        while not DEFAULT_CALENDAR.is_working(day):
            day += timedelta(days=1)
        rows.append(
            {
                "number": f"1.{number}.",
                "activity": f"{VERBS[number % 6]} {THINGS[(number // 2) % 6]} в школе № {number}",
                "deadline": f"до {day:%d.%m.%Y}",
                "owners": POSTS[draw(st.integers(0, 3))],
                "result": f"{RESULTS[number % 6]} № {number}",
            }
        )
    return rows


def source(rows: list[Row], **top: str) -> str:
    head = {
        "municipality": "{name: Район}",
        "document": "{kind: дорожная карта, title: Дорожная карта, period: 2021-2024}",
        **top,
    }
    lines = ["roadmapc: 1", *(f"{key}: {value}" for key, value in head.items()), "sections:", "  - title: Мероприятия"]
    lines.append("    activities:")
    for row in rows:
        lines += [f"      {'- ' if at == 0 else '  '}{key}: '{value}'" for at, (key, value) in enumerate(row.items())]
    return "\n".join(lines) + "\n"


def changed(rows: list[Row], at: int, **values: str | None) -> list[Row]:
    new = {key: values.get(key, value) for key, value in rows[at].items()}
    return [*rows[:at], {key: value for key, value in new.items() if value is not None}, *rows[at + 1 :]]


def same_number(rows: list[Row], at: int) -> list[Row]:
    return changed(rows, max(at, 1), number=rows[max(at, 1) - 1]["number"])


def row_left_out(rows: list[Row], at: int) -> list[Row]:
    """Drop a row between others; at the end, shift the number of the last one."""
    if 0 < at < len(rows) - 1:
        return [*rows[:at], *rows[at + 1 :]]
    return changed(rows, len(rows) - 1, number="1.40.")


def owner_in_two_spellings(rows: list[Row], at: int) -> list[Row]:
    one, two = "Специалист по методической работе школ", "Специалисты по методической работе школ"
    return changed(changed(rows, at, owners=one), (at - 1) % len(rows), owners=two)


MUTATIONS: dict[str, Callable[[list[Row], int], list[Row]]] = {
    "missing-owner": lambda rows, at: changed(rows, at, owners=None),
    "missing-deadline": lambda rows, at: changed(rows, at, deadline=None),
    "missing-result": lambda rows, at: changed(rows, at, result=None),
    "deadline-not-understood": lambda rows, at: changed(rows, at, deadline="до 30 мартя 2022"),
    "deadline-outside-period": lambda rows, at: changed(rows, at, deadline="до 01.03.2027"),
    "deadline-runs-backwards": lambda rows, at: changed(rows, at, deadline="01.09.2022 – 01.03.2022"),
    "undated-deadline": lambda rows, at: changed(rows, at, deadline="по графику управления"),
    "deadline-without-event": lambda rows, at: changed(rows, at, deadline="через 10 дней"),
    "doubtful-deadline": lambda rows, at: changed(rows, at, deadline="до 1 марта"),
    "due-on-day-off": lambda rows, at: changed(rows, at, deadline="до 05.03.2023"),
    "duplicate-number": same_number,
    "mixed-numbering": lambda rows, at: changed(rows, at, number=rows[at]["number"].rstrip(".")),
    "numbering-gap": row_left_out,
    "duplicate-activity": lambda rows, at: changed(rows, at, activity=rows[at - 1]["activity"] + "."),
    "looks-empty": lambda rows, at: changed(rows, at, result="---"),
    "hidden-date": lambda rows, at: changed(rows, at, result="Семинар в декабре 2020 г."),
    "person-without-post": lambda rows, at: changed(rows, at, owners="И.И. Иванов"),
    "foreign-municipality": lambda rows, at: changed(rows, at, owners="Отдел Чойского района"),
    "near-duplicate-owner": owner_in_two_spellings,
    "repeated-word": lambda rows, at: changed(rows, at, result="Справка по по итогам"),
    "doubled-punctuation": lambda rows, at: changed(rows, at, result="Справка,, отчет"),
    "stray-space": lambda rows, at: changed(rows, at, result="Справка , отчет"),
    "straight-quotes": lambda rows, at: changed(rows, at, result='Справка "Итоги"'),
    "unpaired-sign": lambda rows, at: changed(rows, at, result="Справка «Итоги"),
    "hyphen-for-dash": lambda rows, at: changed(rows, at, result="Справка - итоги"),
    "number-sign": lambda rows, at: changed(rows, at, result="Справка N 5"),
    "missing-space": lambda rows, at: changed(rows, at, result="Справка,отчет"),
    "year-word-after-digits": lambda rows, at: changed(rows, at, result="Справка от 01.02.2022 г."),
    "date-form": lambda rows, at: changed(rows, at, result="Справка от 5.02.2022"),
    "literal-escape": lambda rows, at: changed(rows, at, result="Справка\\nи отчет"),
    "odd-character": lambda rows, at: changed(rows, at, result="Спрaвка о работе"),
    "several-owners-in-one": lambda rows, at: changed(rows, at, owners="Директор лицея; завуч лицея"),
    "confused-phrase": lambda rows, at: changed(rows, at, result="Справка в рамах опроса"),
    "trailing-comma": lambda rows, at: changed(rows, at, result="Справка об опросе,"),
    "broken-reference": lambda rows, at: changed(rows, at, result="Справка к пункту 7.7"),
}  # fmt: skip


@settings(max_examples=60)
@given(plans())
def test_the_plans_are_clean(compile_text: Compile, rows: list[Row]) -> None:
    """The plans that are spoilt below are clean before, so what is found comes of the fault."""
    assert [problem.name for problem in compile_text(source(rows)).diagnostics] == []


@pytest.mark.parametrize("name", MUTATIONS)
@settings(max_examples=15)
@given(rows=plans(), data=st.data())
def test_a_fault_is_caught_by_its_rule_alone(
    compile_text: Compile, name: str, rows: list[Row], data: st.DataObject
) -> None:
    """A dropped owner, a shifted date, a broken number and the rest: the one rule speaks and no other, at any row."""
    at = data.draw(st.integers(0, len(rows) - 1))
    spoilt = MUTATIONS[name](rows, at)
    assert {problem.name for problem in compile_text(source(spoilt)).diagnostics} == {name}


TOP = {
    "document": "{kind: дорожная карта, title: Дорожная карта развития школ, period: 2021-2024}",
    "approval": "{act: приказом управления, date: 11.01.2021, number: 5}",
    "order": "{letterhead: {organisation: Отдел}, name: ПРИКАЗ, subject: Об утверждении Дорожной карты, "
    "date: 11.01.2021, number: 5, "
    "items: [Утвердить Дорожную карту.], signature: {position: Начальник, name: И.И. Иванов}}",
}
TOP_MUTATIONS: dict[str, dict[str, str | None]] = {
    "approval-misquotes-order": {"approval": TOP["approval"].replace("5}", "6}")},
    "approval-act-capital": {"approval": TOP["approval"].replace("приказом", "Приказом")},
    "approval-word-disagrees": {"approval": TOP["approval"].replace("{", "{word: УТВЕРЖДЕН, ")},
    "incomplete-approval": {
        "approval": TOP["approval"].replace(", number: 5", ""),
        "order": TOP["order"].replace(" number: 5,", ""),
    },
    "missing-approval": {"approval": None},
    "unnamed-order": {"order": TOP["order"].replace("name: ПРИКАЗ, ", "")},
    "kinds-disagree": {"order": TOP["order"].replace("Об утверждении Дорожной карты", "Об утверждении Плана")},
    "order-without-organisation": {"order": TOP["order"].replace("letterhead: {organisation: Отдел}, ", "")},
    "order-subject": {"order": TOP["order"].replace("Об утверждении", "О утверждении")},
    "typed-number": {"order": TOP["order"].replace("[Утвердить", "[1. Утвердить")},
    "missing-attachment": {"order": TOP["order"].replace("карту.]", "карту (приложение № 2).]")},
    "approval-act-case": {"approval": TOP["approval"].replace("приказом", "приказ")},
    "doubled-number-sign": {"approval": TOP["approval"].replace("5}", "№ 5}")},
    "full-name-in-signature": {"signature": "{position: Начальник отдела, name: Иванов Иван Иванович}"},
    "unprinted-text": {"table": "{head: нет, columns: {deadline: Сроки}}"},
    "passport-headings": {"passport": "{columns: [Наименование], rows: [{name: Исполнитель, text: Отдел}]}"},
    "dropped-column": {"table": "{columns: {result: null}}"},
    "control-without-post": {"order": TOP["order"].replace("карту.]", "карту., Контроль возложить на Петрову А.А.]")},
    "periods-disagree": {"document": TOP["document"].replace("развития школ", "на 2020-2023 годы")},
    "period-not-understood": {"document": TOP["document"].replace("2021-2024", "когда-нибудь")},
    "missing-title": {"document": TOP["document"].replace(" title: Дорожная карта развития школ,", "")},
    "unknown-kind": {"document": TOP["document"].replace("kind: дорожная карта", "kind: бумага")},
    "heading-with-point": {"document": TOP["document"].replace("школ,", "школ.,")},
    "names-disagree": {"document": TOP["document"].replace("школ,", "школ района,"), "passport":
        "{title: Паспорт дорожной карты развития школ города, rows: [{name: Исполнитель, text: Отдел}]}"},
    "unused-owner": {"owners": "{center: Методист районного центра}"},
    "unused-waiver": {"waivers": "[{rule: missing-owner, at: 7.7, reason: так утверждено}]"},
    "waiver-without-reason": {"waivers": "[{rule: missing-owner, at: 7.7, reason: '-'}]"},
    "expired-waiver": {"waivers": "[{rule: missing-owner, at: 7.7, reason: так утверждено, until: 01.01.2022}]"},
}  # fmt: skip
"""Faults of what stands above the table: keys with other values, or left out."""


@settings(max_examples=20)
@given(plans())
def test_the_orders_are_clean(compile_text: Compile, rows: list[Row]) -> None:
    """The heads that are spoilt below are clean before."""
    assert [problem.name for problem in compile_text(source(rows, **TOP)).diagnostics] == []


@pytest.mark.parametrize("name", TOP_MUTATIONS)
@settings(max_examples=5)
@given(rows=plans())
def test_a_fault_of_the_head_is_caught_by_its_rule_alone(compile_text: Compile, name: str, rows: list[Row]) -> None:
    """Order, approval, title, period, owners and waivers: the one rule speaks and no other, over any table."""
    top = {key: value for key, value in {**TOP, **TOP_MUTATIONS[name]}.items() if value is not None}
    assert {problem.name for problem in compile_text(source(rows, **top)).diagnostics} == {name}
