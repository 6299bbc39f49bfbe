"""Proves how an order amends what stands before the tables: paragraphs, the passport, the indicators."""

from __future__ import annotations

import pytest

from roadmapc.importer.proved_amendment import proved_amendment
from tests.amendments import WORD, between
from tests.documents.amending.test_amendment import said
from tests.editions import SIGNED
from tests.plans import plan_of

WHOLE = SIGNED.replace(
    "sections:\n",
    """\
preface:
  - text: |
      Дорожная карта разработана в отделе.

      Она действует в районе.

      Цели названы ниже.
  - heading: Пояснительная записка
    text: |
      Первый абзац записки.

      Второй абзац записки о работе методистов района.

      - первая задача;
      - вторая задача.

      Последний абзац.
passport:
  title: Паспорт
  rows:
    - {name: Цели, text: Повышение качества работы методистов района}
    - {name: Сроки, text: 2021–2024 годы}
    - name: Задачи
      text: |
        - первая;
        - вторая.
indicators:
  title: Показатели
  years: ["2022", "2023", "2024"]
  rows:
    - {name: Доля учителей, unit: "%", values: ["10", "20", "30"]}
    - {name: Число семинаров, unit: ед., values: ["1", "2", "3"]}
sections:
""",
    1,
)

MORE = "    - {name: Источник, text: бюджет}\n    - {name: Кто, text: отдел}\n"
ADDED = "раздела «Пояснительная записка» дополнить абзацем следующего содержания:"


def edited(*pairs: tuple[str, str]) -> str:
    """Return the signed text with words replaced, each of which is there."""
    text = WHOLE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize(
    ("pairs", "formulas"),
    [
        (
            [("разработана в отделе", "разработана в управлении")],
            ["в абзаце первом вводной части слово «отделе» заменить словом «управлении»"],
        ),
        (
            [("о работе методистов района", "о работе наставников района")],
            ["в абзаце втором раздела «Пояснительная записка» слово «методистов» заменить словом «наставников»"],
        ),
        ([("      Последний абзац.\n", "")], ["абзац пятый раздела «Пояснительная записка» исключить"]),
        (
            [("      Последний абзац.\n", "      Последний абзац.\n\n      Еще один.\n\n      И другой.\n")],
            [
                f"после абзаца пятого {ADDED} «Еще один.»",
                f"после абзаца пятого {ADDED} «И другой.»",
            ],
        ),
        (
            [("      Первый абзац", "      Новый «первый» абзац.\n\n      Первый абзац")],
            [f"перед абзацем первым {ADDED} «Новый „первый“ абзац.»"],
        ),
        (
            [("вторая задача.", "вторая задача;\n      - третья задача.")],
            [
                "абзац четвертый раздела «Пояснительная записка» изложить в следующей редакции: «– вторая задача;»",
                f"после абзаца четвертого {ADDED} «– третья задача.»",
            ],
        ),
        ([("качества работы", "качества труда")], ["в строке «Цели» паспорта слово «работы» заменить словом «труда»"]),
        ([("text: 2021–2024 годы", "text: 2021–2025 годы")], ["строку «Сроки» паспорта изложить в следующей редакции"]),
        (
            [("        - вторая.\n", "        - вторая;\n        - третья.\n")],
            ["строку «Задачи» паспорта изложить в следующей редакции"],
        ),
        ([("    - {name: Сроки, text: 2021–2024 годы}\n", "")], ["строку «Сроки» паспорта исключить"]),
        (
            [
                (
                    "    - {name: Сроки, text: 2021–2024 годы}\n",
                    "    - {name: Сроки, text: 2021–2024 годы}\n" + MORE,
                )
            ],
            ["после строки «Сроки» паспорта дополнить строками следующего содержания"],
        ),
        (
            [("    - {name: Цели", "    - {name: Основание, text: приказ}\n    - {name: Цели")],
            ["перед строкой «Цели» паспорта дополнить строкой следующего содержания"],
        ),
        (
            [("{name: Сроки, text: 2021–2024 годы}", "{name: Время, text: 2021–2024 годы}")],
            ["строку «Сроки» паспорта изложить в следующей редакции"],
        ),
        (
            [('"10", "20", "30"', '"10", "25", "30"')],
            ["графу 4 строки «Доля учителей» таблицы показателей изложить в следующей редакции: «25»"],
        ),
        (
            [('"10", "20", "30"', '"10", "25", "35"')],
            ["строку «Доля учителей» таблицы показателей изложить в следующей редакции"],
        ),
        (
            [('    - {name: Число семинаров, unit: ед., values: ["1", "2", "3"]}\n', "")],
            ["строку «Число семинаров» таблицы показателей исключить"],
        ),
        (
            [
                (
                    "    - {name: Число семинаров",
                    '    - {name: Число школ, unit: ед., values: ["1", "2", "3"]}\n    - {name: Число семинаров',
                )
            ],
            ["после строки «Доля учителей» таблицы показателей дополнить строкой следующего содержания"],
        ),
    ],
)
def test_formulas(pairs: list[tuple[str, str]], formulas: list[str]) -> None:
    """Read from the Word file and carried out they give the new text; nothing is given anew."""
    proved = proved_amendment(between(plan_of(WHOLE), plan_of(edited(*pairs))), WORD)
    assert said(proved.contents) == formulas
    assert not any(one.whole for one in proved.contents)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("title: Показатели", "title: Целевые показатели", "the indicators change"),
        ("title: Паспорт", "title: Паспорт плана", "the passport changes"),
        ("heading: Пояснительная записка", "heading: Введение", "the text before the table changes"),
        ("passport:\n  title: Паспорт\n", "passport:\n  title: Паспорт\n  numbers: true\n", "the passport changes"),
        ('years: ["2022", "2023", "2024"]', 'years: ["2023", "2024", "2025"]', "the indicators change"),
    ],
)
def test_what_no_formula_says(old: str, new: str, why: str) -> None:
    """Titles, headings and columns change with the whole document."""
    (one,) = proved_amendment(between(plan_of(WHOLE), plan_of(edited((old, new)))), WORD).contents
    assert str(one.whole) == why


def test_names_that_are_twice_there() -> None:
    """A row that its name does not tell is given with the whole document."""
    twice = WHOLE.replace("name: Сроки", "name: Цели")
    proved = proved_amendment(between(plan_of(twice), plan_of(twice.replace("2021–2024 годы", "2025 год"))), WORD)
    assert str(proved.contents[0].whole) == "the passport changes"


def test_all_at_once() -> None:
    """In the order of the document: text, passport, indicators, table."""
    pairs = (("в отделе", "в управлении"), ("качества работы", "качества труда"), ('"10", "20"', '"10", "25"'))
    text = edited(*pairs).replace("май 2022", "апрель 2022")
    found = said(proved_amendment(between(plan_of(WHOLE), plan_of(text)), WORD).contents)
    places = ("вводной части", "паспорта", "таблицы показателей", "пункта 1.1")
    assert [place for one in found for place in places if place in one] == [*places]
