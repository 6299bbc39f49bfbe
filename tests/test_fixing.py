"""Proves that fixes change what they name and nothing else: comments, layout, line ends, rows, owners and days stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.fixing import fixed, in_bytes, spliced
from roadmapc.source import Source, Span

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
    ("опыт -школы", "опыт – школы"),
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


def mend(compile_text: Compile, text: str, *, unsafe: bool = False) -> str:
    return fixed(compile_text(text), lambda source: compile_text(source.text), unsafe=unsafe).text


@pytest.mark.parametrize(("wrong", "right"), CURES)
def test_a_safe_fix(compile_text: Compile, wrong: str, right: str) -> None:
    """Each safe fix writes what official style wants, and the text around it stays byte for byte."""
    assert mend(compile_text, HEAD + ROW.format(wrong)) == HEAD + ROW.format(right)


@pytest.mark.parametrize(("wrong", "right"), UNSAFE)
def test_an_unsafe_fix_waits_to_be_asked_for(compile_text: Compile, wrong: str, right: str) -> None:
    """What must be read over is left alone until unsafe fixes are wanted."""
    assert mend(compile_text, HEAD + ROW.format(wrong)) == HEAD + ROW.format(wrong)
    assert mend(compile_text, HEAD + ROW.format(wrong), unsafe=True) == HEAD + ROW.format(right)


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
        assert fixed(spoilt, again).text == HEAD + ROW.format("опыт, школы")


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


@settings(max_examples=60, deadline=None)
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
    assert in_bytes(data, text.replace("\r\n", "\n").replace("\r", "\n")) == data


def test_the_usual_line_end_is_used_for_new_lines() -> None:
    """A line that is added ends as most lines do."""
    assert in_bytes(b"a\r\nb\r\n", "a\nx\nb\n") == b"a\r\nx\r\nb\r\n"
    assert in_bytes(b"a\r\nb\nc\r\n", "a\nb!\nc\n") == b"a\r\nb!\nc\r\n"


def test_edits_are_made_from_the_end() -> None:
    """Offsets of several edits are those of the text before."""

    class Problem:
        fix = Fix((Edit(Span(0, 1), "xx"), Edit(Span(2, 3), "")))

    assert spliced("abc", [Problem()]) == "xxb"  # type: ignore[list-item]
