"""Proves that marks are put into their file without touching what stands there, and that nothing is written over."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Source
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.plan.execution.targets import CannotMark, target_of
from roadmapc.plan.splicing.mark_edits import text_of_new, with_marks, without_facts
from roadmapc.source.marks_file import read_marks
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from tests.plans import plan_of_rows

PLAN = plan_of_rows(
    """\
      - {activity: Провести опрос, deadline: до 31 мая 2022 г., owners: методист}
      - {activity: Собрать отчеты, deadline: "до 30 мая 2022 г.; до 30 ноября 2022 г.", owners: методист}
      - {id: forum, activity: Провести форум, deadline: до 1 июня 2022 г., owners: методист}
"""
)
SOURCE = """\
# кто ведет: методист
marks:
  # первая
  - at: 1.1   # номер
    activity: Провести опрос
    done: 28.05.2022  # сделано
    documents: приказ от 30.05.2022 № 5
    # за этим ничего

  - at: 1.2
    due: 30.05.2022
    moved: {to: 15.06.2022, act: приказ, date: 20.05.2022}  # перенос
# конец
"""


def read(text: str) -> tuple[Tree, Execution]:
    """Return the tree of a marks file, and the plan with its marks."""
    file = read_marks("a.marks.yaml", text.encode())
    assert file.tree is not None
    assert not file.problems, file.problems
    return file.tree, execution_of(PLAN, file)


def marked(text: str, row: str, due: Any = None, **values: Any) -> str:
    """Return a file with what is said of one row."""
    tree, execution = read(text)
    return with_marks(tree, [(target_of(execution, row, due, values), values)], execution)[0]


def test_a_new_mark_stands_behind_all_others() -> None:
    """All lines that were there stay, byte for byte."""
    text = marked(SOURCE, "forum", done="01.06.2022")
    assert text.replace("\n  - at: forum\n    done: 01.06.2022", "") == SOURCE
    assert read(text)[1].by_route[PLAN.rows[2].route][0].marks[0].mark.done == "01.06.2022"


def test_the_first_mark_of_a_new_file() -> None:
    """It names its row by number and first words, and which of its days is meant."""
    from datetime import date

    text = marked(text_of_new("plan.yaml"), "1.2", date(2022, 11, 30), done="29.11.2022")
    assert text == (
        "# Отметки об исполнении: plan.yaml\nmarks:\n"
        "  - at: 1.2\n    activity: Собрать отчеты\n    due: 30.11.2022\n    done: 29.11.2022\n"
    )


@pytest.mark.parametrize("empty", ["marks: []\n", "marks:\n", "marks: # пока пусто\n", "# вот\nmarks: []  # пусто\n"])
def test_a_file_without_marks(empty: str) -> None:
    """Whichever way it says so."""
    text = marked(empty, "forum", done="01.06.2022")
    tree, _ = parse_yaml(Source("a", text))
    assert tree is not None
    assert tree.data == {"marks": [{"at": "forum", "done": "01.06.2022"}]}
    assert text.count("#") == empty.count("#")


def test_a_key_is_added_to_a_mark() -> None:
    """In the order of the format, comments where they were."""
    text = marked(SOURCE, "1.1", result="Опрошены: все")
    assert "    done: 28.05.2022  # сделано\n    result: 'Опрошены: все'\n    documents:" in text
    assert text.replace("    result: 'Опрошены: все'\n", "") == SOURCE


def test_documents_and_moves_are_added_to() -> None:
    """What is there stays first."""
    text = marked(SOURCE, "1.1", documents=["справка от 01.06.2022"])
    marks = read(text)[1].by_route[PLAN.rows[0].route][0].marks
    assert [one.kind for one in marks[0].mark.documents] == ["приказ", "справка"]


def test_nothing_is_written_over() -> None:
    """A fact that is there is taken back first."""
    with pytest.raises(CannotMark, match=r"says already: done: 28\.05\.2022"):
        marked(SOURCE, "1.1", done="29.05.2022")
    assert marked(SOURCE, "1.1", done="28.05.2022") == SOURCE


PARTLY = """\
marks:
  - at: forum
    result: Зал найден   # пока так
    documents: договор от 20.05.2022 № 1
    by: Методист
    reported: 25.05.2022
    said: частично
    organisations: {done: 3, of: 5}
"""


def test_the_latest_word_takes_the_place_of_the_former() -> None:
    """Of what is not done yet; the lines that gave way are told, documents stay, comments too."""
    tree, execution = read(PARTLY)
    values = {"result": "Зал найден, гости званы", "said": "риск", "reported": "28.05.2022"}
    text, gone = with_marks(tree, [(target_of(execution, "forum", None, values), values)], execution)
    assert gone == ("result: Зал найден", "reported: 25.05.2022", "said: частично")
    (mark,) = read(text)[1].by_route[PLAN.rows[2].route][0].marks
    assert (mark.mark.result, mark.mark.said, mark.mark.reported) == ("Зал найден, гости званы", "риск", "28.05.2022")
    assert (mark.mark.by, mark.mark.documents[0].number, mark.mark.organisations and mark.mark.organisations.of) == (
        "Методист",
        "1",
        5,
    )
    assert "# пока так" in text


def test_what_was_partly_done_gets_done() -> None:
    """The word «частично» and its day go; what is done then is written over no more."""
    values = {"done": "31.05.2022", "result": "Форум прошел", "organisations": {"done": "5", "of": "5"}}
    text = marked(PARTLY, "forum", **values)
    mark = read(text)[1].by_route[PLAN.rows[2].route][0].marks[0].mark
    assert (mark.done, mark.said, mark.reported, mark.result) == ("31.05.2022", None, None, "Форум прошел")
    with pytest.raises(CannotMark, match="says already: result"):
        marked(text, "forum", result="Иначе")


WORDS = st.sampled_from(["result", "reason", "measures", "by"])


@given(st.dictionaries(WORDS, st.sampled_from(["Раз", "Два"])), st.data())
def test_words_in_any_order(before: dict[str, str], data: st.DataObject) -> None:
    """Whichever keys a mark has and whichever are put, the file says both; where both say it, the new one."""
    new = data.draw(st.dictionaries(WORDS | st.just("done"), st.just("Три")))
    new = {key: "31.05.2022" if key == "done" else value for key, value in new.items()}
    text = "marks:\n  - at: forum\n" + "".join(f"    {key}: {value}\n" for key, value in before.items())
    text += "    said: риск\n"
    if new:
        (mark,) = read(marked(text, "forum", **new))[0].data["marks"]
        said = {} if "done" in new else {"said": "риск"}
        assert mark == {"at": "forum", **before, **said, **new}


def test_what_was_done_is_taken_back() -> None:
    """A mark that says nothing else goes, its comments stay; decisions stay."""
    tree, execution = read(SOURCE)
    first, second = execution.placed
    text, gone = without_facts(tree, first)
    assert gone == (
        "at: 1.1",
        "activity: Провести опрос",
        "done: 28.05.2022",
        "documents: приказ от 30.05.2022 № 5",
    )
    for comment in ("# кто ведет", "# первая", "# номер", "# сделано", "# за этим ничего", "# перенос", "# конец"):
        assert comment in text
    assert [one.row.number for one in read(text)[1].placed] == ["1.2."]
    with pytest.raises(CannotMark, match="nothing that was done"):
        without_facts(tree, second)


def test_decisions_outlive_what_is_taken_back() -> None:
    """Only the facts of the mark go."""
    from datetime import date

    text = marked(SOURCE, "1.2", date(2022, 5, 30), done="14.06.2022", result="Собраны")
    tree, execution = read(text)
    back, gone = without_facts(tree, execution.placed[1])
    assert back == SOURCE
    assert gone == ("done: 14.06.2022", "result: Собраны")


def test_progress_is_taken_back() -> None:
    """With its documents, as all that was told."""
    text = "marks:\n  - at: forum\n    progress: {from: 01.01.2022, until: 31.03.2022, text: Идет}\n"
    tree, execution = read(text)
    back, gone = without_facts(tree, execution.placed[0])
    assert "progress:" in gone
    assert "forum" not in back


TEXTS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=60).filter(
    lambda text: text.strip() == text and any(sign.isalnum() for sign in text)
)


@given(TEXTS, TEXTS)
def test_any_words_are_kept(result: str, reason: str) -> None:
    """Whatever stands in them, they are read back, and the rest of the file is what it was."""
    text = marked(SOURCE, "forum", done="01.06.2022", result=result, reason=reason)
    tree, _ = parse_yaml(Source("a", text))
    assert tree is not None
    assert tree.data["marks"][2] == {"at": "forum", "done": "01.06.2022", "result": result, "reason": reason}
    kept = [line for line in text.splitlines() if line in SOURCE.splitlines()]
    assert [line for line in SOURCE.splitlines() if line not in kept] == []
