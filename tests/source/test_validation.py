"""Proves that bytes become a roadmap, and that every mistake is told at its place, all of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from roadmapc.compiler import Compilation, compile_bytes
from roadmapc.source.decoding import MAX_BYTES

Compile = Callable[[str], Compilation]


def compiled(data: bytes) -> Compilation:
    """Return what comes of a file's bytes."""
    return compile_bytes("a.yaml", data, today=date(2026, 11, 21))


def told(result: Compilation) -> list[tuple[str, str, str]]:
    """Return code, place («line:column») and underlined text of each problem."""
    found = []
    for problem in result.diagnostics:
        start, end = problem.span
        assert 0 <= start <= end <= len(result.source.text)
        place = result.source.position(start)
        found.append((problem.code, f"{place.line}:{place.column}", result.source.text[start:end]))
    return found


def message(result: Compilation) -> str:
    """Return the message and hint of the only problem."""
    (problem,) = result.diagnostics
    return f"{problem.message} = {problem.hint}"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_marks_of_editors(clean: str, mark: str, end: str) -> None:
    """The same file saved by any editor is the same text, with the same places."""
    data = (mark + clean).replace("\n", end).encode()
    result = compiled(data)
    assert (result.source.text, result.diagnostics) == (clean, ())
    broken = compiled(data.replace(b"deadline", b"dedline"))
    assert told(broken) == [("RM011", "8:9", "dedline")]


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\x85", "\x00", "\x07", "\x0b", "\x1b", "\x7f", "\uffff", "\ufffe", "\u202e", "\u2066"]
)
def test_signs_that_no_document_can_hold(clean: str, sign: str) -> None:
    """Control characters and odd line separators are named at their place."""
    result = compiled(clean.replace("Провести", f"Про{sign}вести").encode())
    assert result.plan is None
    assert told(result) == [("RM003", "7:22", sign)]
    assert f"U+{ord(sign):04X}" in message(result)


@pytest.mark.parametrize(
    ("encoding", "place", "words"),
    [
        ("cp1251", "2:22", "looks like cp1251"),
        ("koi8-r", "2:22", "the file is not in UTF-8"),
        ("utf-16", "1:1", "UTF-16"),
        ("utf-32", "1:1", "UTF-16"),
    ],
)
def test_other_encodings(clean: str, encoding: str, place: str, words: str) -> None:
    """A file in another encoding is refused at its first foreign byte; the likely encoding is named."""
    result = compiled(clean.encode(encoding))
    assert result.plan is None
    assert told(result) == [("RM003", place, "")]
    assert words in message(result)
    assert message(result).endswith("save the file as UTF-8")


def test_one_broken_byte_is_no_other_encoding(clean: str) -> None:
    """A Russian text in UTF-8 with one broken byte is not taken for cp1251."""
    result = compiled(clean.encode().replace("мониторинг\n".encode(), b"\xff\n", 1))
    assert "cp1251" not in message(result)
    assert told(result) == [("RM003", "7:28", "")]


def test_utf_16_without_a_mark(clean: str) -> None:
    """UTF-16 that happens to begin like UTF-8 is refused too."""
    assert told(compiled(clean.encode("utf-16-le")))[0][:2] == ("RM003", "1:2")


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"PK\x03\x04" + bytes(500), b"\x89PNG\r\n\x1a\n\x00"])
def test_binary_files(data: bytes) -> None:
    """A picture or an archive under the name of a roadmap is one message."""
    result = compiled(data)
    assert result.plan is None
    assert [problem.code for problem in result.diagnostics] == ["RM003"]


def test_the_size_limit(clean: str) -> None:
    """A file of the largest size is read, one byte more is refused."""
    filled = clean.encode() + b"#" * (MAX_BYTES - len(clean.encode()))
    assert compiled(filled).plan is not None
    assert told(compiled(filled + b"#")) == [("RM003", "1:1", "")]


@pytest.mark.parametrize(
    ("text", "code", "place", "word"),
    [
        ("", "RM002", "1:1", ""),
        ("# комментарий\n", "RM002", "1:1", ""),
        ("- раз\n- два\n", "RM012", "1:1", "- раз"),
        ("текст\n", "RM012", "1:1", "текст"),
        ("~\n", "RM012", "1:1", "~"),
    ],
)
def test_what_is_no_record(compile_text: Compile, text: str, code: str, place: str, word: str) -> None:
    """An empty file and one that is no record at its top are one problem each."""
    result = compile_text(text)
    assert result.plan is None
    assert told(result) == [(code, place, word)]


def replaced(clean: str, key: str, value: str) -> str:
    """Return the clean roadmap with another value of a top-level key, at its end."""
    return re.sub(rf"^{key}:.*\n(?: .*\n)*", "", clean, flags=re.MULTILINE) + f"{key}: {value}\n"


@pytest.mark.parametrize(
    ("key", "value", "word"),
    [
        ("municipality", "Район", "Район"),
        ("municipality", "{name: [Район]}", "[Район]"),
        ("document", "[]", "[]"),
        ("document", "{kind: план, title: План, period: {с: 2021}}", "{с: 2021}"),
        ("sections", "{}", "{}"),
        ("sections", "текст", "текст"),
        ("sections", "[текст]", "текст"),
        ("sections", "[{title: Р, activities: {}}]", "{}"),
        ("sections", "[{title: Р, activities: [текст]}]", "текст"),
        ("sections", "[{activities: [{activity: {а: б}}]}]", "{а: б}"),
        ("sections", "[{activities: [{activity: а, number: [1]}]}]", "[1]"),
        ("sections", "[{activities: [{activity: а, deadline: [май]}]}]", "[май]"),
        ("sections", "[{activities: [{activity: а, deadline: {dates: май}}]}]", "май"),
        ("sections", "[{activities: [{activity: а, owners: [[а]]}]}]", "[а]"),
        ("sections", "[{activities: [{activity: а, owners: {who: [{а: б}]}}]}]", "{а: б}"),
        ("sections", "[{activities: [{activity: а, activities: [{activity: б, number: {а: б}}]}]}]", "{а: б}"),
        ("owners", "[]", "[]"),
        ("owners", "{umo: [а]}", "[а]"),
        ("preface", "текст", "текст"),
        ("preface", "[текст]", "текст"),
        ("passport", "{rows: [а]}", "а"),
        ("order", "{subject: а, items: а, signature: {position: а, name: б}}", "а"),
        ("order", "{subject: а, items: [[а]], signature: {position: а, name: б}}", "[а]"),
        ("table", "{columns: а}", "а"),
        ("table", "{head: [да]}", "[да]"),
        ("signature", "[[]]", "[]"),
        ("waivers", "{}", "{}"),
        ("roadmapc", "[1]", "[1]"),
        ("id", "{а: б}", "{а: б}"),
    ],
)
def test_a_wrong_type(compile_text: Compile, clean: str, key: str, value: str, word: str) -> None:
    """A text, list or record in the place of another is told once, at the value itself, at every level."""
    result = compile_text(replaced(clean, key, value))
    assert result.plan is None
    ((code, _, shown),) = told(result)
    assert (code, shown) == ("RM012", word)
    assert "expected here" in message(result)
    assert "['" not in message(result)


@pytest.mark.parametrize(
    ("text", "told_at"),
    [
        ("roadmapc: 1\n", [("1:1", "municipality"), ("1:1", "document"), ("1:1", "sections")]),
        ("municipality: {region: Край}\n", [("2:1", "name")]),
        ("document: {kind: план}\n", [("2:1", "period")]),
        ("passport: {title: Паспорт}\n", [("2:1", "rows")]),
        ("owners: {umo: {name: Иванов}}\n", [("2:10", "post")]),
        ("sections: [{activities: [{number: 1}]}]\n", [("2:26", "activity")]),
        ("waivers: [{at: 1.1}]\n", [("2:11", "rule")]),
    ],
)
def test_a_missing_key(compile_text: Compile, clean: str, text: str, told_at: list[tuple[str, str]]) -> None:
    """A missing key is named at the record that lacks it."""
    given = text.partition(":")[0]
    rest = re.sub(rf"^(?:roadmapc|{given}):.*\n(?: .*\n)*", "", clean, flags=re.MULTILINE)
    result = compile_text(text if given == "roadmapc" else f"roadmapc: 1\n{text}{rest}")
    keys = [problem.message.values["key"] for problem in result.diagnostics]
    assert [(code, place) for code, place, _ in told(result)] == [("RM010", place) for place, _ in told_at]
    assert keys == [key for _, key in told_at]


@pytest.mark.parametrize(
    "value", ["roadmapc:", "municipality: {name: }", "document: {kind: план, period: ~}", "sections:"]
)
def test_an_empty_value(compile_text: Compile, clean: str, value: str) -> None:
    """A key without a value is told at the key."""
    key = value.partition(":")[0]
    result = compile_text(replaced(clean, key, value.partition(":")[2].strip()))
    ((code, _, word),) = told(result)
    assert code == "RM012"
    assert re.search(rf"\b{word}:", value)
    assert "the value is missing" in message(result)


def test_an_empty_text(compile_text: Compile, clean: str) -> None:
    """A text of no letters where one is needed is told at its quotes."""
    result = compile_text(clean.replace("activity: Провести мониторинг", "activity: ''"))
    assert told(result) == [("RM013", "7:19", "''")]
    assert "the text is empty" in message(result)


@pytest.mark.parametrize(
    ("known", "typed", "hint"),
    [
        ("deadline", "dedline", "perhaps “deadline”"),
        ("owners", "ovners", "perhaps “owners”"),
        ("activities", "activites", "perhaps “activities”"),
        ("title: Мониторинг", "titel: Мониторинг", "perhaps “title”"),
        ("municipality", "municipaliti", "perhaps “municipality”"),
        ("deadline", "срок", "perhaps “deadline”"),
        ("owners", "ответственный", "perhaps “owners”"),
        ("sections", "разделы", "perhaps “sections”"),
        ("title: Мониторинг", "название: Мониторинг", "perhaps “title”"),
        (
            "result",
            "итог",
            "known here: id, after, removed, number, activity, deadline, owners, result, serves, together, activities",
        ),
    ],
)
def test_an_unknown_key(compile_text: Compile, clean: str, known: str, typed: str, hint: str) -> None:
    """A key that the format does not know is told at the key, with the nearest known one or all of them."""
    result = compile_text(clean.replace(known, typed, 1))
    (problem,) = [problem for problem in result.diagnostics if problem.code == "RM011"]
    assert result.source.text[slice(*problem.span)] == typed.partition(":")[0]
    assert str(problem.hint) == hint


@pytest.mark.parametrize("day", ["вчера", "20.10", "2022", "20.10.22.22"])
def test_a_wrong_date(compile_text: Compile, clean: str, day: str) -> None:
    """A date that is none is told at its words, with an example of how to write it."""
    result = compile_text(clean + f"approval: {{act: приказом, number: 1, date: {day}}}\n")
    assert [(code, word) for code, _, word in told(result)] == [("RM013", day)]
    assert f"“{day}” is not a date; write 20.10.2022" in message(result)


@pytest.mark.parametrize("day", ["20/10/2022", "20-10-2022", "2022.10.20", "20.10.22"])
def test_a_date_in_other_signs(day: str, clean: str, compile_text: Compile) -> None:
    """What day is meant is told."""
    result = compile_text(clean + f"approval: {{act: приказом, date: '{day}'}}\n")
    assert f"“{day}” is not a date; write 20.10.2022" in message(result)


@pytest.mark.parametrize("day", ["31.02.2022", "2022-13-01", "29.02.2023"])
def test_a_day_that_is_none(day: str, clean: str, compile_text: Compile) -> None:
    result = compile_text(clean + f"approval: {{act: приказом, date: '{day}'}}\n")
    assert f"there is no such date: {day}" in message(result)


@pytest.mark.parametrize(
    "day", ["2022-10-20", "20.10.2022", "20.10.2022 г.", "20 октября 2022 года", "«20» октября 2022 г."]
)
def test_a_right_date(compile_text: Compile, clean: str, day: str) -> None:
    """A date is read as officials write it, and in ISO order."""
    result = compile_text(clean + f"approval: {{act: приказом, number: 1, date: {day}}}\n")
    assert result.plan is not None
    assert result.plan.signed == date(2022, 10, 20)


@pytest.mark.parametrize(("word", "value"), [("да", True), ("Нет", False), ("true", True), ("no", False)])
def test_a_flag(compile_text: Compile, clean: str, word: str, value: bool) -> None:
    """Yes and no are read in Russian and English."""
    result = compile_text(clean + f"table: {{column_numbers: {word}}}\n")
    assert result.plan is not None
    assert result.plan.roadmap.table.column_numbers is value


def test_a_wrong_flag(compile_text: Compile, clean: str) -> None:
    """Another word is told with both allowed ones."""
    result = compile_text(clean + "table: {column_numbers: может}\n")
    assert told(result) == [("RM012", "11:25", "может")]
    assert "“может” is neither “да” nor “нет”" in message(result)


def test_a_wrong_choice(compile_text: Compile, clean: str) -> None:
    """A word outside a fixed list is told with the list."""
    result = compile_text(clean + "table: {numbering: roman}\n")
    assert told(result) == [("RM013", "11:20", "roman")]
    assert "computed, printed" in message(result)


def test_all_mistakes_in_one_run(compile_text: Compile, clean: str) -> None:
    """Every mistake of one file is told in one run, in the order of the text, each once."""
    text = clean.replace("{kind:", "{titel: К, kind:").replace("deadline:", "dedline:")
    text = text.replace("owners: методист", "owners: {м: м}")
    result = compile_text(
        text + "table: {head: может}\napproval: {act: а, date: вчера}\npassport: {}\ntable: {}\nlast: [1]\n"
    )
    assert [(code, word) for code, _, word in told(result)] == [
        ("RM011", "titel"),
        ("RM011", "dedline"),
        ("RM011", "м"),
        ("RM012", "может"),
        ("RM013", "вчера"),
        ("RM010", "passport"),
        ("RM004", "table"),
        ("RM011", "last"),
    ]
