"""Proves in which words an amending order says what changed: each formula of rule-making technique where it fits."""

from __future__ import annotations

import pytest

from roadmapc.documents.amending._contents import ContentChanges, content_changes
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending.amendment import amendment_files
from roadmapc.importer.amended.texts import TextParagraph, text_of
from roadmapc.plan.amending import AmendingAct
from roadmapc.word.reader.document import read_document
from tests.amendments import ACT, WORD, amendment
from tests.editions import SIGNED

ADDED = "      - {activity: Обучить методистов, deadline: июнь 2022, owners: Методист, result: Акт}\n"
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
        ("title: Дорожная карта", "title: План работы", "наименование изложить в следующей редакции: «План работы»"),
    ],
)
def test_a_change_has_its_formula(old: str, new: str, expected: str) -> None:
    """A word where it occurs once, a column where all of it changed, a row that comes where it comes."""
    assert old in SIGNED
    found = content_changes(amendment(SIGNED.replace(old, new, 1)))
    assert [one.whole for one in found] == [None]
    assert said(tuple(found)) == [expected]


def test_a_row_that_goes_leaves_its_number() -> None:
    """The row behind it is named as it was signed."""
    without = "".join(line for line in SIGNED.splitlines(True) if "Обсудить" not in line)
    found = content_changes(amendment(without.replace("Сборник}", "Книга}")))
    assert said(tuple(found)) == ["пункт 1.2 исключить", "графу 5 пункта 1.3 изложить в следующей редакции: «Книга»"]


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
