"""Proves in which words an amending order says what changed: each formula of rule-making technique where it fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roadmapc.documents.amending._contents import ContentChanges, content_changes
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending.amendment import amendment_files, amendment_view
from roadmapc.importer.amended.texts import TextParagraph, text_of
from roadmapc.importer.proved_amendment import proved_amendment
from roadmapc.plan.amending import AmendingAct, Amendment, AmendSettings
from roadmapc.word.reader.document import read_document
from tests.amendments import ACT, WORD, amendment
from tests.editions import SIGNED

ADDED = "      - {activity: Обучить методистов, deadline: июнь 2022, owners: Методист, result: Акт}\n"
NUMBERED = SIGNED.replace(
    "- activity: Провести опрос педагогов\n", "- {number: 1.1, activity: Провести опрос педагогов,"
).replace(
    "        deadline: май 2022\n        owners: Методист\n        result: Справка\n",
    " deadline: май 2022, owners: Методист, result: Справка}\n",
)
for _n, _words in enumerate(("Обсудить", "Выпустить"), 2):
    NUMBERED = NUMBERED.replace(f"{{activity: {_words}", f"{{number: 1.{_n}, activity: {_words}")
WITHOUT_SECOND = "".join(line for line in SIGNED.splitlines(True) if "Обсудить" not in line)
ATTACHED = (
    SIGNED
    + "attachments:\n"
    + "".join(
        f"""\
  - number: {n}
    kind: план
    title: План {n}
    table: {{columns: [{{is: number, heading: № п/п}}, {{is: activity, heading: Мероприятие}}]}}
    sections:
      - title: Раздел {n}
        activities:
          - {{activity: Форма {first}}}
          - {{activity: Отчет {n}}}
          - {{activity: Справка {n}}}
"""
        for n, first in ((2, "А"), (3, "В"))
    )
)
BASE_ACT = "отдела образования от 10.01.2022 № 01-07/5"
SECOND = "      - {activity: Обсудить"


def said(contents: tuple[ContentChanges, ...]) -> list[str]:
    """Return the formulas of a document, in its order."""

    def flat(change: Change) -> tuple[Change, ...]:
        return change.items or (change,)

    return [inner.text for one in contents for change in one.changes for inner in flat(change)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "опрос педагогов",
            "анкетирование педагогов",
            "в графе 2 пункта 1.1 слово «опрос» заменить словом «анкетирование»",
        ),
        ("Провести опрос педагогов", "Провести опрос", "в графе 2 пункта 1.1 слово «педагогов» исключить"),
        ("Провести опрос педагогов", "Провести опрос педагогов района", "графу 2 пункта 1.1 дополнить словом «района»"),
        ("на совещании", "на большом совещании", "в графе 2 пункта 1.2 после слова «на» дополнить словом «большом»"),
        ("май 2022", "до 1 июня 2022", "графу 3 пункта 1.1 изложить в следующей редакции: «до 1 июня 2022»"),
        ("owners: Директор", "owners: Методист", "графу 4 пункта 1.3 изложить в следующей редакции: «Методист»"),
        ("result: Протокол", "result: Решение", "графу 5 пункта 1.2 изложить в следующей редакции: «Решение»"),
        (SECOND, ADDED + SECOND, "после пункта 1.1 дополнить пунктом 1.1¹ следующего содержания"),
        ("Сборник}\n", "Сборник}\n" + ADDED, "раздел 1 дополнить пунктом 1.4 следующего содержания"),
        ("Мониторинг", "Наблюдение", "наименование раздела 1 изложить в следующей редакции: «Наблюдение»"),
        ("Мониторинг", "Мониторинг и диагностика", "наименование раздела 1 дополнить словами «и диагностика»"),
        ("title: Дорожная карта", "title: План работы", "наименование изложить в следующей редакции: «План работы»"),
    ],
)
def test_a_change_has_its_formula(old: str, new: str, expected: str) -> None:
    """A word where it occurs once, a column where all of it changed, a row that comes where it comes."""
    assert old in SIGNED
    found = content_changes(amendment(SIGNED.replace(old, new, 1)))
    assert [one.whole for one in found] == [None]
    assert said(tuple(found)) == [expected]
    assert not proved_amendment(amendment(SIGNED.replace(old, new, 1)), WORD).contents[0].whole


def test_a_row_that_goes_leaves_its_number() -> None:
    """The row behind it is named as it was signed."""
    found = content_changes(amendment(WITHOUT_SECOND.replace("Сборник}", "Книга}")))
    assert said(tuple(found)) == ["пункт 1.2 исключить", "графу 5 пункта 1.3 изложить в следующей редакции: «Книга»"]


def test_a_row_that_moves_is_dropped_and_new() -> None:
    """It takes a free number: with its own the order would name two rows by one."""
    last = "      - {activity: Выпустить сборник статей, deadline: ноябрь 2022, owners: Директор, result: Сборник}\n"
    moved = SIGNED.replace(last, "").replace(SECOND, last + SECOND)
    assert said(tuple(content_changes(amendment(moved)))) == [
        "после пункта 1.1 дополнить пунктом 1.1¹ следующего содержания",
        "пункт 1.3 исключить",
    ]


def test_a_number_that_was_another_rows_is_no_formula() -> None:
    """Where numbers are written, and rows were put in another order with them."""
    rows = [line for line in NUMBERED.splitlines(True) if "{number:" in line]
    swapped = NUMBERED.replace("".join(rows), "".join([rows[1], rows[0], rows[2]]))
    (found,) = content_changes(amendment(swapped, NUMBERED))
    assert str(found.whole) == "a new row has a number that was another's"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"row": "строка"}, "строку 1.2 признать утратившей силу"),
        ({"row": "позиция"}, "позицию 1.2 признать утратившей силу"),
        ({"row": "пункт"}, "пункт 1.2 признать утратившим силу"),
    ],
)
def test_what_goes_agrees_with_its_verb(settings: dict[str, str], expected: str) -> None:
    """In gender and number, and the order is read back."""
    one = replace(amendment(WITHOUT_SECOND), settings=AmendSettings(dropping="признать утратившим силу", **settings))  # type: ignore[arg-type]
    assert said(tuple(content_changes(one))) == [expected]
    assert not proved_amendment(one, WORD).contents[0].whole


def test_a_table_without_numbers_names_rows_by_words() -> None:
    """On paper there is no number to be found."""
    unnumbered = SIGNED.replace("sections:", "table: {columns: {number: null}}\nsections:")
    one = amendment(unnumbered.replace("Протокол", "Решение"), unnumbered)
    assert said(tuple(content_changes(one))) == [
        "графу 4 строки «Обсудить итоги на совещании» раздела 1 изложить в следующей редакции: «Решение»"
    ]
    assert not proved_amendment(one, WORD).contents[0].whole


def test_a_task_of_a_section() -> None:
    """It is named by its section, and read back."""
    task = SIGNED.replace("    activities:", "    task: Изучить запросы\n    activities:", 1)
    one = amendment(task.replace("Изучить запросы", "Выявить затруднения"), task)
    assert said(tuple(content_changes(one))) == [
        "задачу раздела 1 изложить в следующей редакции: «Выявить затруднения»"
    ]
    assert not proved_amendment(one, WORD).contents[0].whole


def test_what_cannot_be_read_back_is_that_document_alone() -> None:
    """A formula misread in one document leaves the others as they are said."""
    text = ATTACHED.replace("number: 2}", "number: 2}")
    one = amendment(text.replace("Провести опрос", "Провести сбор").replace("Форма А", "Форма Б"), text)
    assert len(said(tuple(content_changes(one)))) == 2
    assert not any(content.whole for content in proved_amendment(one, WORD).contents)


def test_attachments_in_another_order_keep_their_numbers() -> None:
    """Each is held against that of its own number."""
    first, second = ATTACHED[ATTACHED.index("  - number: 2") :].split("  - number: 3")
    swapped = ATTACHED[: ATTACHED.index("  - number: 2")] + f"  - number: 3{second}" + first
    without = swapped.replace("          - {activity: Форма А}\n", "")
    changes = content_changes(amendment(without, ATTACHED))
    assert said(tuple(changes)) == ["пункт 1.1 исключить"]
    assert not any(one.whole for one in changes)


def test_several_changes_are_several() -> None:
    """One document given anew and one change of another are two."""
    one = amendment(ATTACHED.replace("опрос", "сбор").replace("Форма А", "Форма Б"), ATTACHED)
    assert subject(one, content_changes(one, frozenset({0}))).startswith("О внесении изменений в ")


def subject(one: Amendment, contents: list[ContentChanges]) -> str:
    """Return what the order is about."""
    return amendment_view(one, contents)[0].subject


def test_much_is_given_in_a_new_edition() -> None:
    """Where most rows changed, nobody could follow a list of formulas."""
    other = SIGNED
    for old, new in {
        "опрос": "конкурс чтецов",
        "Обсудить итоги": "Издать сборник",
        "май": "июль",
        "ноябрь": "март",
    }.items():
        other = other.replace(old, new)
    found = content_changes(amendment(other.replace("Справка", "Акт").replace("Протокол", "Отчет")))
    assert found[0].whole


def paragraphs(act: AmendingAct, anew: frozenset[int] = frozenset()) -> list[str]:
    """Return the paragraphs of the order, below its letterhead."""
    one = amendment(SIGNED.replace("опрос педагогов", "анкетирование педагогов"), act=act)
    files = list(amendment_files(one, content_changes(one, anew), WORD))
    assert [file.name for file in files] == ["amendment.docx"]
    blocks = text_of(read_document(files[0].data)).blocks
    return [block.text for block in blocks if isinstance(block, TextParagraph) and block.text]


def test_the_order_names_what_it_amends() -> None:
    """Kind, day and number of the signed order, from its own requisites; whose control it is stays as it was."""
    assert paragraphs(ACT)[2:] == [
        f"О внесении изменения в приказ {BASE_ACT}",
        "ПРИКАЗЫВАЮ:",
        f"1.\tВнести в Дорожную карту, утвержденную приказом {BASE_ACT}, следующее изменение:",
        "1)\tв графе 2 пункта 1.1 слово «опрос» заменить словом «анкетирование».",
        "2.\tКонтроль за исполнением настоящего приказа оставляю за собой.",
    ]


def test_a_new_edition_is_attached() -> None:
    """The turn of phrase that says who approved the document is closed by a comma."""
    assert paragraphs(ACT, frozenset({0}))[4] == (
        f"1.\tИзложить Дорожную карту, утвержденную приказом {BASE_ACT}, в новой редакции "
        "согласно приложению к настоящему приказу."
    )
