"""Proves that fixes change what they name and nothing else: comments, layout, line ends, rows, owners and days stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Edit, Fix, Message, Severity, Source, Span
from roadmapc.fixing import apply_fixes, splice, to_file_bytes

Compile = Callable[[str], Compilation]
HEAD = "roadmapc: 1\nmunicipality: {name: Район}\ndocument: {kind: дорожная карта, title: Карта, period: 2021-2024}\n"
ROW = """\
sections:
  - title: Опыт
    activities:
      - {{activity: '{}', deadline: май 2022, owners: методист, result: Справка}}
"""

CURES = [
    ("опыт педагогов , школ", "опыт педагогов, школ"),
    ("опыт ( школ )", "опыт (школ)"),
    ("научно - методическая работа", "научно-методическая работа"),
    ('работа "Юг"', "работа «Юг»"),
    ('работа "Юг»', "работа «Юг»"),
    ("опыт (далее - Опыт)", "опыт (далее – Опыт)"),
    ("сентябрь -май", "сентябрь – май"),
    ("приказ N 5", "приказ № 5"),
    ("приказ №5", "приказ № 5"),
    ("на 2022/2023 уч. Г.", "на 2022/2023 уч. г."),
    ("до 2024г.", "до 2024 г."),
    ("школы,сады", "школы, сады"),
    ("приказ от 01.09.2021 г.", "приказ от 01.09.2021"),
    ("школы,", "школы"),
    ("школы, , сады", "школы, сады"),
    ("два  пробела", "два пробела"),
]
UNSAFE = [
    ("опыт по по итогам", "опыт по итогам"),
    ("в рамах опыта", "в рамках опыта"),
    ("Согласно приказа", "Согласно приказу"),
]


LEFT_ALONE = [
    "Аудио- и видеоматериалы",
    "одно- и двухдневные выезды",
    "(не)исполнение и (со)исполнители",
    "при температуре -5 °C",
    "от -10 до +5",
    "закон № 273 -ФЗ",
    "тел. 8 - 800 - 555",
    "Комсомольск - на - Амуре",
    "учителя- логопеды",
    "по -прежнему",
    "масштаб 1 : 10",
    "маски N95 и Windows N 10",
    "путь http://школа.рф:8080/Путь.Файл",
    "интервал 1..5 баллов",
    "файлы (.docx, .xlsx)",
    "Где?.. Там!..",
    "../docs",
    "Приказ от 20.10.2022 г. Москва",
    "до 01.09.2021 г. Контроль возложить",
    "привести уставы в соответствие с законом",
    "мероприятия по завершению проекта",
    "наше место - первый этап",
    "1.1) опыт; А) школы; I) сады",
    "мастер - класс",
    "Иванова - Петрова А.А.",
    "Яндекс.Учебник и План.Отчет.xlsx",
    "ул. Ленина, д. 5г. и далее",
    "от «   » августа, № ( )",
    "«Центр “Развитие”»",
]
IN_DOUBLE_QUOTES = [
    "Провести семинар,\\u00a0форум",
    "отчет, \\u2013 для школ",
    "Список:,\\n- раз,\\n- два",
    'В рамках проекта \\"Образование\\" завершить до 31.12.2025 г.',
]
"""Texts in which a fix would do harm: right as they are, or with more than one cure."""


def mend(compile_text: Compile, text: str, *, unsafe: bool = False) -> str:
    return apply_fixes(compile_text(text), lambda source: compile_text(source.text), unsafe=unsafe).text


@pytest.mark.parametrize(("wrong", "right"), CURES)
def test_a_safe_fix(compile_text: Compile, wrong: str, right: str) -> None:
    """Each safe fix writes what official style wants, and the text around it stays byte for byte."""
    assert mend(compile_text, HEAD + ROW.format(wrong)) == HEAD + ROW.format(right)


@pytest.mark.parametrize(("wrong", "right"), UNSAFE)
def test_an_unsafe_fix_waits_to_be_asked_for(compile_text: Compile, wrong: str, right: str) -> None:
    """What must be read over is left alone until unsafe fixes are wanted."""
    assert mend(compile_text, HEAD + ROW.format(wrong)) == HEAD + ROW.format(wrong)
    assert mend(compile_text, HEAD + ROW.format(wrong), unsafe=True) == HEAD + ROW.format(right)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_or_unclear_is_left(compile_text: Compile, text: str) -> None:
    """A safe fix never touches what may be right: it would put a fault into a document that is to be signed."""
    mended = mend(compile_text, HEAD + ROW.format(text))
    assert mended == HEAD + ROW.format(text)


@pytest.mark.parametrize("text", IN_DOUBLE_QUOTES)
def test_escapes_end_no_text(compile_text: Compile, text: str) -> None:
    """An escape in double quotes is no end of the text: no comma and no stop before it is dropped."""
    source = HEAD + f'preface: [{{text: "{text}"}}]\n' + ROW.format("Провести опрос")
    mended = mend(compile_text, source)
    assert mended.count(",") == source.count(",")
    assert mended.count(" г.") == source.count(" г.")


@pytest.mark.parametrize(
    "block",
    [
        ">\n      Задачи\n        - собрать опыт\n        - описать опыт\n",
        ">\n      Задачи района.\n\n      - собрать опыт,\n\n      - описать опыт\n",
        "|\n      Задачи:\n\n      - собрать опыт;\n      - описать опыт\n",
        "Задачи района\n\n      - собрать опыт\n",
        "'Опросить школы\n\n      Школы района участвуют'\n",
        '"Задачи:\\n1) опрос;\\n2) сводка"\n',
    ],
)
def test_paragraphs_and_lists_stay_apart(compile_text: Compile, block: str) -> None:
    """However YAML writes a text of several lines, no fix joins its paragraphs or list items."""
    text = HEAD + f"preface:\n  - text: {block}" + ROW.format("Провести опрос")
    assert mend(compile_text, text, unsafe=True) == text


@pytest.mark.parametrize(
    ("numbers", "mended"),
    [
        (("1.1", "1.5", "1.2"), None),
        (("1.01", "1.03", "1.04"), None),
        (("1.1", "1.3", "1.4"), ("1.1", "1.2", "1.3")),
        (("1.1", "1.4", "1.²"), None),
        (("1.1", "①", "1.3"), None),
    ],
)
def test_only_numbers_that_rise_are_renumbered(
    compile_text: Compile, numbers: tuple[str, ...], mended: tuple[str, ...] | None
) -> None:
    """A gap is closed where the numbers after it rise one by one; anything else is left to people, without a crash."""

    def rows(of: tuple[str, ...]) -> str:
        line = "      - {{number: {}, activity: Опрос {}, deadline: май 2022, owners: методист, result: Итог {}}}\n"
        head = "sections:\n  - title: Опыт\n    activities:\n"
        return HEAD + head + "".join(line.format(number, "абв"[at], "абв"[at]) for at, number in enumerate(of))

    assert mend(compile_text, rows(numbers)) == rows(mended or numbers)


@pytest.mark.parametrize(
    "cited", ["п.1.4", "стр.1.4", "п. 1.2, 1.4", "по пунктам 1.2 и 1.4", "(см. 1.4)", "ПУНКТ 1.4", "мероприятие №1.4"]
)
def test_a_number_named_anywhere_is_not_safe_to_change(compile_text: Compile, cited: str) -> None:
    """However a text brings a number in, a safe fix does not change that number."""
    rows = ROW.format("Опрос").replace("{activity", "{number: 1.1., activity", 1)
    for number, text in (("1.3.", "Сводка"), ("1.4.", f"Итоги {cited}")):
        rows += f"      - number: {number}\n        activity: '{text}'\n        deadline: май 2022\n"
        rows += "        owners: методист\n        result: Отчет\n"
    assert "number: 1.4." in mend(compile_text, HEAD + rows)


def test_numbers_are_mended(compile_text: Compile) -> None:
    """A missing number counts on, a style follows the most, a gap closes with all that follows it."""
    rows = "sections:\n  - title: Опыт\n    activities:\n"
    line = "      - {{{}activity: {}, deadline: май 2022, owners: методист, result: Справка}}\n"
    wrong = rows + "".join(
        line.format(number, text)
        for number, text in (("number: 1.1., ", "А"), ("", "Б"), ("number: 1.4., ", "В"), ("number: 1.5, ", "Г"))
    )
    table = "table: {numbering: printed}\n"
    right = rows + "".join(line.format(f"number: 1.{n}., ", text) for n, text in enumerate("АБВГ", 1))
    assert mend(compile_text, HEAD + table + wrong) == HEAD + table + right


def test_a_cited_number_is_left(compile_text: Compile) -> None:
    """Where a text names a number, closing a gap would break the reference: it is left, asked for or not."""
    rows = ROW.format("Провести опрос").replace("{activity", "{number: 1.1., activity", 1)
    rows += "      - number: 1.3.\n        activity: Описать итоги пункта 1.3\n"
    rows += "        deadline: май 2022\n        owners: методист\n        result: Отчет\n"
    assert mend(compile_text, HEAD + rows) == HEAD + rows
    assert mend(compile_text, HEAD + rows, unsafe=True) == HEAD + rows


def test_waived_places_are_left(compile_text: Compile) -> None:
    """What its author lets stand is not mended."""
    text = HEAD + ROW.format("опыт , школы") + "waivers: [{rule: stray-space, reason: так напечатано}]\n"
    assert mend(compile_text, text) == text


def test_a_fix_that_proves_false_is_left_out(compile_text: Compile) -> None:
    """An edit that changes a day, an owner, a row or the reading of the file is dropped, and the others are made."""
    text = HEAD + ROW.format("опыт , школы")

    def again(source: Source) -> Compilation:
        return compile_text(source.text)

    before = compile_text(text)
    for word, new in (
        ("май 2022", "июнь 2022"),
        ("- {activity", "- {aktivity"),
        ("title: Опыт", "title: ]"),
    ):
        start = text.index(word)
        bad = before.diagnostics[0].__class__(
            "RM999", "bad", Severity.NOTE, Message("bad"), before.source, Span(start, start + 1),
            fix=Fix((Edit(Span(start, start + len(word)), new),)),
        )  # fmt: skip
        spoilt = Compilation(before.source, before.plan, (*before.diagnostics, bad))
        assert apply_fixes(spoilt, again).text == HEAD + ROW.format("опыт, школы")


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent.parent / "roadmaps").glob("*.yaml")), ids=lambda p: p.stem
)
def test_the_real_roadmaps(compile_text: Compile, path: Path) -> None:
    """Mended without their waivers, the real roadmaps keep every comment and every day, and nothing is left to mend."""
    text = path.read_text("utf-8").partition("\nwaivers:")[0] + "\n"
    before = compile_text(text)
    after = compile_text(mend(compile_text, text, unsafe=True))
    assert before.plan is not None
    assert after.plan is not None
    assert re.findall(r"^#.*", text, re.MULTILINE) == re.findall(r"^#.*", after.source.text, re.MULTILINE)
    assert [row.occurrences for row in before.plan.rows] == [row.occurrences for row in after.plan.rows]
    assert mend(compile_text, after.source.text, unsafe=True) == after.source.text
    assert len(after.diagnostics) < len(before.diagnostics) or not any(problem.fix for problem in before.diagnostics)
    assert [problem for problem in after.diagnostics if problem.fix] == []


@settings(max_examples=60)
@given(st.text('абв АБ,.;:-–"«»()№N 12г\\', max_size=40))
def test_fixes_come_to_an_end(compile_text: Compile, words: str) -> None:
    """Any text is mended once and for all: mending the result changes nothing."""
    quoted = " ".join(words.split()).replace("'", "''") or "а"
    before = compile_text(HEAD + ROW.format(quoted))
    if before.plan is not None:
        once = mend(compile_text, before.source.text, unsafe=True)
        assert mend(compile_text, once, unsafe=True) == once


@given(st.lists(st.sampled_from(["а", "б", "", "\n", "\r\n", "\r"]), max_size=30).map("".join), st.booleans())
def test_line_ends_stay(text: str, bom: bool) -> None:
    """Written back unchanged, a file is the same byte for byte: its BOM and every line's own end."""
    data = b"\xef\xbb\xbf" * bom + text.encode()
    assert to_file_bytes(data, text.replace("\r\n", "\n").replace("\r", "\n")) == data


def test_the_usual_line_end_is_used_for_new_lines() -> None:
    """A line that is added ends as most lines do."""
    assert to_file_bytes(b"a\r\nb\r\n", "a\nx\nb\n") == b"a\r\nx\r\nb\r\n"
    assert to_file_bytes(b"a\r\nb\nc\r\n", "a\nb!\nc\n") == b"a\r\nb!\nc\r\n"


def test_edits_are_made_from_the_end() -> None:
    """Offsets of several edits are those of the text before."""
    fix = Fix((Edit(Span(0, 1), "xx"), Edit(Span(2, 3), "")))
    problem = Diagnostic("RM000", "", Severity.NOTE, Message(""), Source("a.yaml", "abc"), Span(0, 0), fix=fix)
    assert splice("abc", [problem]) == "xxb"


@pytest.mark.parametrize("number", ["0", "0001000000", "16", "²"])
def test_a_section_that_no_roman_number_has_is_left(compile_text: Compile, number: str) -> None:
    """A section whose number cannot be written in the digits of the others is reported, and left to people."""
    text = HEAD + "sections:\n"
    for name, of in (("А", "I."), ("Б", "II."), ("В", number)):
        row = f"{{activity: Опрос {name}, deadline: май 2022, owners: методист, result: Итог {name}}}"
        text += f"  - {{number: {of}, title: Раздел {name}, activities: [{row}]}}\n"
    assert mend(compile_text, text, unsafe=True) == text
