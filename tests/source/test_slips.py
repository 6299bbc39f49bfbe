"""Proves that a beginner's mistakes are told at their place, in plain words, with the line as it should be.

The table is the specification: a mistake, the line where it is told, words of the message, and what the advice shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.cli._language import LANGUAGES, activate, translate
from roadmapc.compiler import Compilation, compile_bytes
from roadmapc.source.slips import find
from roadmapc.source.slips.slip import known_keys
from roadmapc.source.unreadable import yaml_progress
from tests.conftest import TODAY

Compile = Callable[[str], Compilation]

PLAN = """\
roadmapc: 1
municipality: {name: Ивановский район, region: Московская область}
document:
  kind: дорожная карта
  title: Дорожная карта развития методической службы на 2025/2026 учебный год
  period: 2025/2026 учебный год
order:
  name: ПРИКАЗ
  date: 29.08.2025
  number: 01-15
  subject: Об утверждении Дорожной карты
  items:
    - Утвердить прилагаемую Дорожную карту.
    - Контроль за исполнением настоящего приказа оставляю за собой.
  signature: {position: Начальник управления, name: И.И. Иванов}
owners:
  mk: {post: Заведующий методическим кабинетом, name: Петрова А.А.}
  rmo: Руководители РМО
sections:
  - title: Мониторинг
    activities:
      - activity: Провести мониторинг
        deadline: до 15 октября
        owners: [mk, rmo]
        result: Справка
      - activity: Провести заседания
        deadline: ноябрь, март
        owners: rmo
        result: Протоколы
"""

FIRST = "- activity: Провести мон"
SECOND = "- activity: Провести зас"
OWNERS = "        owners: [mk, rmo]"

MISTAKES: dict[str, tuple[str, str, int, str, str]] = {
    "a deeper row of a list": (
        "    - Контроль",
        "      - Контроль",
        14,
        "a line that begins a row of a list is taken for words",
        "    - Контроль за исполнением настоящего приказа оставляю за собой.",
    ),
    "a value below its key": (
        "        result: Протоколы",
        "        result:\n        Протоколы",
        30,
        "deeper",
        "          Протоколы",
    ),
    "two keys in a line": (
        "owners: rmo\n        result: Протоколы",
        "owners: rmo result: Протоколы",
        28,
        "two keys in one line",
        "        owners: rmo\n        result: Протоколы",
    ),
    "an English word for a title": ("- title: Мон", "- name: Мон", 20, "unknown key", "title"),
    "another word for a deadline": ("deadline: до", "date: до", 23, "unknown key", "deadline"),
    "more than": (
        "result: Справка",
        "result: >90 % школ",
        25,
        "a text that begins with “>”",
        "        result: '>90 % школ'",
    ),
    "a number behind a bar": (
        "result: Справка",
        "result: |2 справки",
        25,
        "begins with “|”",
        "        result: '|2 справки'",
    ),
    "two commas": ("[mk, rmo]", "[mk, , rmo]", 24, "two commas", OWNERS),
    "two commas and more": ("[mk, rmo]", "[mk,,, rmo]", 24, "two commas", OWNERS),
    "a bracket too many": ("[mk, rmo]", "[mk, rmo]]", 24, "a bracket too many", OWNERS),
    "no blank behind a colon": ("deadline: до", "deadline:до", 23, "space", "        deadline: до 15 октября"),
    "no blank in braces": ("{name: Ив", "{name:Ив", 2, "space", "municipality: {name: Ивановский район, reg"),
    "no blank behind a hyphen": (
        FIRST,
        "-activity: Провести мон",
        22,
        "space",
        "      - activity: Провести мониторинг",
    ),
    "no blank behind a later hyphen": (
        SECOND,
        "-activity: Провести зас",
        26,
        "space",
        "      - activity: Провести зас",
    ),
    "no blank before a text": ("- Утвердить", "-Утвердить", 13, "space", "    - Утвердить прилагаемую"),
    "no blank before a later text": ("- Контроль", "-Контроль", 14, "space", "    - Контроль за"),
    "a dash of Word": (FIRST, "– activity: Провести мон", 22, "dash “–”", "      - activity: Провести мониторинг"),
    "a later dash of Word": (SECOND, "– activity: Провести зас", 26, "dash “–”", "      - activity: Провести зас"),
    "a long dash before a text": ("- Утвердить", "— Утвердить", 13, "dash “—”", "    - Утвердить прилагаемую"),
    "a bullet": (SECOND, "• activity: Провести зас", 26, "here is “•”", "      - activity: Провести зас"),
    "a bullet before a text": ("- Утвердить", "• Утвердить", 13, "here is “•”", "    - Утвердить прилагаемую"),
    "a star for a hyphen": (SECOND, "* activity: Провести зас", 26, "here is “*”", "      - activity: Провести зас"),
    "a number for a hyphen": ("- Утвердить", "1. Утвердить", 13, "number is set by the program", "    - Утвердить при"),
    "a number with a bracket": (
        "- Утвердить",
        "1) Утвердить",
        13,
        "number is set by the program",
        "    - Утвердить при",
    ),
    "seven blanks for eight": (OWNERS, OWNERS[1:], 24, "spaces before this line: 7", OWNERS),
    "nine blanks for eight": (OWNERS, " " + OWNERS, 24, "spaces before this line: 9", OWNERS),
    "six blanks for eight": (OWNERS, OWNERS[2:], 24, "spaces before this line: 6", OWNERS),
    "a blank too many at the first key": (
        "        deadline: до",
        "         deadline: до",
        23,
        ": 9",
        "        deadline: до",
    ),
    "seven blanks in the last line": (
        "        result: Пр",
        "       result: Пр",
        29,
        ": 7",
        "        result: Протоколы",
    ),
    "a blank too few at a key of the order": ("  number: 01", " number: 01", 10, ": 1", "  number: 01-15"),
    "a star": (FIRST, FIRST[:12] + "*Провести мон", 22, "begins with “*”", "'*Провести мониторинг'"),
    "a bracket": (FIRST, FIRST[:12] + "[Проект] Провести мон", 22, "begins with “[”", "'[Проект] Провести мониторинг'"),
    "an open bracket": (FIRST, FIRST[:12] + "[Проект Провести мон", 22, "not closed", "'[Проект Провести мониторинг'"),
    "a brace": (FIRST, FIRST[:12] + "{Проект} Провести мон", 22, "begins with “{”", "'{Проект} Провести мониторинг'"),
    "a percent": (FIRST, FIRST[:12] + "% Провести мон", 22, "begins with “%”", "'% Провести мониторинг'"),
    "an at sign": (FIRST, FIRST[:12] + "@Провести мон", 22, "begins with “@”", "'@Провести мониторинг'"),
    "an ampersand": (FIRST, FIRST[:12] + "&Провести мон", 22, "begins with “&”", "'&Провести мониторинг'"),
    "an exclamation mark": (FIRST, FIRST[:12] + "!Провести мон", 22, "begins with “!”", "'!Провести мониторинг'"),
    "a grave": (FIRST, FIRST[:12] + "`Провести мон", 22, "begins with “`”", "'`Провести мониторинг'"),
    "a text behind a bar": (FIRST, FIRST[:12] + "| Провести мон", 22, "needs no “|”", "activity: Провести мониторинг"),
    "a text behind an angle": (
        FIRST,
        FIRST[:12] + ">Провести мон",
        22,
        "needs no “>”",
        "activity: Провести мониторинг",
    ),
    "a dash behind a key": (
        FIRST,
        FIRST[:12] + "- Провести мон",
        22,
        "a dash after a key",
        "activity: Провести мониторинг",
    ),
    "one word with a star": ("result: Справка", "result: *Справка", 25, "begins with “*”", "result: '*Справка'"),
    "a blank of Word": (OWNERS, "\u00a0" + OWNERS[1:], 24, "a non-breaking space", OWNERS),
    "blanks of Word": (OWNERS, "\u00a0" * 8 + OWNERS[8:], 24, "a non-breaking space", OWNERS),
    "a blank of Word before a hyphen": (
        "      " + FIRST,
        "\u00a0     " + FIRST,
        22,
        "a non-breaking",
        "      " + FIRST,
    ),
    "a wide blank": ("        deadline: до", "\u3000       deadline: до", 23, "U+3000", "        deadline: до"),
    "an invisible character": (
        "        deadline: до",
        "\u200b        deadline: до",
        23,
        "U+200B",
        "        deadline: до",
    ),
    "a tab": (OWNERS, "\towners: [mk, rmo]", 24, "a tab where spaces must be", OWNERS),
    "a tab behind blanks": (OWNERS, "      \towners: [mk, rmo]", 24, "a tab where spaces must be", OWNERS),
    "a Russian letter in a key": ("owners: [", "оwners: [", 24, "Russian letters among the Latin ones: о", OWNERS),
    "a Russian letter in a top key": ("sections:", "sесtions:", 19, "Russian letters", "sections:"),
    "something invisible in a key": (
        "deadline: до",
        "dead\u200bline: до",
        23,
        "cannot be seen",
        "        deadline: до",
    ),
    "a capital in a key": ("deadline: до", "Deadline: до", 23, "unknown key “Deadline”", "perhaps “deadline”"),
    "a Russian key": ("deadline: до", "срок: до", 23, "unknown key “срок”", "perhaps “deadline”"),
    "a slip in a key": ("deadline: до", "dedline: до", 23, "unknown key “dedline”", "perhaps “deadline”"),
    "a key twice": ("        deadline: до", "        deadline: май\n        deadline: до", 24, "given twice", ""),
    "a row without its hyphen": ("      " + SECOND, "        " + SECOND[2:], 26, "given twice", "      " + SECOND),
    "the first row without its hyphen": ("      " + FIRST, "        " + FIRST[2:], 22, "hyphen", "      " + FIRST),
    "a section without its hyphen": (
        "  - title: Мон",
        "    title: Мон",
        20,
        "a list is expected here",
        "  - title: Мон",
    ),
    "a row of Excel": (
        "      " + SECOND,
        f"1\tПровести семинар\tоктябрь\tметодист\tсправка\n      {SECOND}",
        26,
        "a row of a table was pasted",
        "      - activity: Провести семинар\n        deadline: октябрь\n        owners: методист\n        result: спр",
    ),
    "an indented row of Excel": (
        "      " + SECOND,
        f"      1.1\tПровести: семинар\tоктябрь\n      {SECOND}",
        26,
        "a row of a table was pasted",
        "      - activity: 'Провести: семинар'\n        deadline: октябрь",
    ),
    "a line of text at the margin": (
        "        deadline: до",
        "педагогов\n        deadline: до",
        23,
        "indent",
        "          педагогов",
    ),
    "a line of text under its key": (
        "        deadline: до",
        "        педагогов\n        deadline: до",
        23,
        "indent",
        "          педагогов",
    ),
    "no colon behind an alias": ("rmo: Рук", "rmo Рук", 18, "a colon is missing", "  rmo: Руководители РМО"),
    "no colon": ("deadline: до", "deadline до", 23, "a colon is missing", "        deadline: до 15 октября"),
    "an equals sign": ("deadline: до", "deadline = до", 23, "a colon is missing", "        deadline: до 15 октября"),
    "a dash for a colon": (
        "deadline: до",
        "deadline – до",
        23,
        "a colon is missing",
        "        deadline: до 15 октября",
    ),
    "a wide colon": ("deadline: до", "deadline： до", 23, "here is “：”", "        deadline: до 15 октября"),
    "a semicolon": ("deadline: до", "deadline; до", 23, "here is “;”", "        deadline: до 15 октября"),
    "a second colon": ("title: Дор", "title: План: Дор", 5, "a second colon", "  title: 'План: Дорожная"),
    "a colon in a row": (
        "- Утвердить",
        "- Утвердить: да,",
        13,
        "unknown key “Утвердить”",
        "    - 'Утвердить: да, прил",
    ),
    "words for a list": (
        "deadline: до 15 октября",
        "deadline: [a, b]",
        23,
        "one text is expected",
        "        deadline: a, b",
    ),
    "a period in brackets": (
        "period: 2025/2026 учебный год",
        "period: [2025, 2026]",
        6,
        "one text",
        "  period: 2025, 2026",
    ),
    "a text for keys": (
        "municipality: {name: Ивановский район, region: Московская область}",
        "municipality: Район",
        2,
        "keys with values are expected here, not a text: name",
        "municipality: {name: Район}",
    ),
    "a text for a signature": (
        "signature: {position: Начальник управления, name: И.И. Иванов}",
        "signature: И.И. Иванов",
        15,
        "position, name",
        "  signature:\n    position: ",
    ),
    "a list of lists": (
        "    activities:\n",
        "    activities:\n    -\n",
        23,
        "a hyphen is too many",
        "delete one hyphen",
    ),
    "a bracket of owners not closed": ("[mk, rmo]", "[mk, rmo", 24, "not closed", OWNERS),
    "a bracket closed by another": ("[mk, rmo]", "[mk, rmo)", 24, "not closed", ""),
    "a brace not closed": ("И.И. Иванов}", "И.И. Иванов", 15, "not closed", "name: И.И. Иванов}"),
    "no comma in braces": ("район, region", "район region", 2, "a comma is missing before “region”", "район, region"),
    "owners without a comma": ("[mk, rmo]", "[mk rmo]", 24, "an alias stands in a text", "[mk, rmo]"),
    "owners in round brackets": ("[mk, rmo]", "(mk, rmo)", 24, "an alias stands in a text", "[mk, rmo]"),
    "a quote not closed": ("title: Дорож", 'title: "Дорож', 5, "a quote is not closed", 'учебный год"'),
    "a text behind a quote": (
        "title: Дорожная карта",
        'title: "Дорожная" карта',
        5,
        "closing quote",
        '\'"Дорожная" карта',
    ),
    "a backslash": ("result: Справка", 'result: "С:\\Документы"', 25, "a backslash", "result: 'С:\\Документы'"),
    "a cut": ("Провести мон", "Провести #1 мон", 22, "taken for a comment", "put the text in quotes"),
    "a merge": (
        "        deadline: до",
        "<<<<<<< HEAD\n        deadline: до 1\n=======\n        deadline: до",
        23,
        "two versions of the text",
        "keep the lines that hold",
    ),
    "three dots": ("      " + SECOND, "...\n      " + SECOND, 26, "three dots", "delete the line"),
    "a second document": ("owners:\n  mk", "---\nowners:\n  mk", 16, "a second document", "delete the line"),
    "a blank of Word behind a hyphen": (FIRST, "-\u00a0" + FIRST[2:], 22, "behind “-” stands a non-", "      " + FIRST),
    "a blank of Word before a text": ("- Утв", "-\u00a0Утв", 13, "behind “-” stands a non-", "    - Утвердить прил"),
    "a blank of Word behind a colon": (
        "deadline: до",
        "deadline:\u00a0до",
        23,
        "behind “:” stands a non-",
        "deadline: до 15",
    ),
    "a blank of Word in braces": (
        "{name: Ив",
        "{name:\u00a0Ив",
        2,
        "behind “:” stands a non-",
        "{name: Ивановский район, r",
    ),
    "a list under a text": (
        "Провести мониторинг\n",
        "Провести мониторинг:\n        - школ\n        - садов\n",
        22,
        "begins under “|”",
        "      - activity: |\n          Провести мониторинг:\n          - школ\n          - садов",
    ),
    "lines of text below a bar": (
        "Провести мониторинг\n",
        "|\n        Провести\n        мониторинг\n",
        23,
        "stands deeper",
        "          Провести\n          мониторинг",
    ),
    "a text before rows": ("    activities:", "    activities: Провести", 21, "one or the other", "    activities:"),
    "a list begun on the line of its key": (
        "[mk, rmo]",
        "- mk\n          - rmo",
        24,
        "below the key",
        "          - mk",
    ),
    "a comma behind a bracket": ("[mk, rmo]", "[mk, rmo],", 24, "behind the closing bracket", OWNERS),
    "a blank before the first key": ("roadmapc: 1", " roadmapc: 1", 1, "spaces before this line: 1", "roadmapc: 1"),
    "a blank before a top key": ("owners:\n", " owners:\n", 16, "spaces before this line: 1", "owners:"),
    "a key of the order at the margin": ("  subject:", "subject:", 11, ": 0, its neighbours", "  subject: Об"),
    "a list for a municipality": (
        "{name: Ивановский район, region: Московская область}",
        "[Район]",
        2,
        "not a list",
        "  name: ",
    ),
    "a number for a key": (
        "- activity: Провести м",
        "- 1.1: Провести м",
        22,
        "unknown key “1.1”",
        "      - number: 1.1",
    ),
    "aliases in a list of dashes": (
        "[mk, rmo]",
        "\n          – mk\n          – rmo",
        25,
        "an alias stands",
        "[mk, rmo]",
    ),
    "sections in a word": (
        PLAN[PLAN.index("sections:") :],
        "sections: Мониторинг\n",
        19,
        "a list is expected",
        "  - title:",
    ),
    "an order in words": (
        PLAN[PLAN.index("order:") : PLAN.index("owners:")],
        "order: приказ № 5\n",
        7,
        "keys with values are expected here, not a text: subject",
        "order:\n  subject: ",
    ),
    "no date": ("29.08.2025", "29 августа", 9, "is not a date", ""),
    "no such date": ("29.08.2025", "31.02.2025", 9, "there is no such date", ""),
    "a key missing": ("  period: 2025/2026 учебный год\n", "", 3, "the key “period” is missing", "  period: 2021-2024"),
    "no version": ("roadmapc: 1\n", "", 1, "the key “roadmapc” is missing", "roadmapc: 1"),
    "another version": ("roadmapc: 1", "roadmapc: 2", 1, "allowed: 1", ""),
}
"""What is right, what a beginner wrote, the line told of, words of the message, and what the advice shows."""

FILES: dict[str, tuple[bytes, str, str]] = {
    "an empty file": (b"", "the file is empty", "roadmapc new"),
    "blanks alone": (b"\n  \n", "the file is empty", "roadmapc new"),
    "comments alone": ("# план\n".encode(), "nothing but comments", "roadmapc new"),
    "a text": ("Дорожная карта\nна год\n".encode(), "beginning with “roadmapc: 1”", "roadmapc new"),
    "a list": (b"- a\n- b\n", "beginning with “roadmapc: 1”", "roadmapc new"),
    "a Word document": (b"PK\x03\x04\x14\x00", "one of Word", "roadmapc new"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "one of Word", "roadmapc new"),
    "a PDF": (b"%PDF-1.7\n", "a PDF", "roadmapc new"),
    "a formatted text": (b"{\\rtf1\\ansi", "with formatting", "roadmapc new"),
    "a web page": (b"<!DOCTYPE html>\n<html>", "a web page", "roadmapc new"),
    "cp1251": (PLAN.encode("cp1251"), "cp1251", "UTF-8"),
    "UTF-16": (PLAN.encode("utf-16"), "UTF-16", "UTF-8"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_remedy(name: str, compile_text: Compile) -> None:
    """Its line, what is wrong there, and what to write; nothing else is called an error."""
    right, wrong, line, words, advice = MISTAKES[name]
    assert right in PLAN
    result = compile_text(PLAN.replace(right, wrong, 1))
    (problem, *others) = result.errors
    assert others == []
    assert problem.source.position(problem.span.start).line == line
    assert words in problem.message
    assert advice in (problem.hint or "")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_both_languages(name: str, compile_text: Compile) -> None:
    """Every message and hint has its Russian, without a word of the parser's."""
    right, wrong, *_ = MISTAKES[name]
    (problem,) = compile_text(PLAN.replace(right, wrong, 1)).errors
    activate("ru")
    try:
        for message in filter(None, (problem.message, problem.hint)):
            assert translate(message.template) != message.template
    finally:
        activate(LANGUAGES[-1])


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_roadmap(name: str) -> None:
    """What it is instead, and how to begin."""
    data, words, advice = FILES[name]
    (problem,) = compile_bytes("a.yaml", data, today=TODAY).errors
    assert words in problem.message
    assert advice in (problem.hint or "")


def test_blanks_missing_everywhere_are_told_line_by_line(compile_text: Compile) -> None:
    """No line helps alone: mended together they do."""
    text = PLAN.replace("- activity: ", "-activity:").replace("deadline: ", "deadline:")
    found = compile_text(text).errors
    assert [problem.source.position(problem.span.start).line for problem in found] == [22, 23, 26, 27]
    assert found[0].hint == "write it so:\n      - activity: Провести мониторинг"


def test_all_slips_are_told_at_once(compile_text: Compile) -> None:
    """Whoever pasted from Word has a dash in every row; each is told, in order of place."""
    found = compile_text(PLAN.replace(FIRST, "–" + FIRST[1:]).replace(SECOND, "–" + SECOND[1:])).errors
    assert [problem.source.position(problem.span.start).line for problem in found] == [22, 26]


@given(st.text(st.sampled_from("аб:-# \n\t'\"[]{},&*!|>%@?–•\u00a0="), max_size=30))
def test_a_mended_line_always_helps(text: str) -> None:
    """What is told as a slip has been proved: with the lines as they should be, the text is read further."""
    lines, stop = text.split("\n"), yaml_progress(text).stop
    slips = find(text, yaml_progress, 0) if stop < len(lines) else []
    for slip in slips:
        assert 0 <= slip.start <= slip.end
    if len({slip.line for slip in slips}) == len(slips) > 0 and not any(slip.is_sequel for slip in slips):
        for slip in slips:
            for line, mended in ((slip.line, slip.mended), *slip.others):
                lines[line] = mended
        assert yaml_progress("\n".join(lines)).stop > stop


def _spoilt() -> Iterator[str]:
    """Yield the plan with one blank, colon or hyphen taken away."""
    for at, letter in enumerate(PLAN):
        if letter in ":-" and PLAN[at + 1] in " \n":
            yield PLAN[:at] + PLAN[at + 1 :]


def test_a_sign_taken_away_is_never_told_in_words_of_the_parser(compile_text: Compile) -> None:
    """Wherever a colon or a hyphen is missing, something is told, and with a remedy where the text is no YAML."""
    for text in _spoilt():
        problems = compile_text(text).errors
        assert all(problem.hint for problem in problems if problem.code == "RM001")


def test_keys_are_those_of_the_format() -> None:
    """The keys that slips know are the model's."""
    assert {"activity", "deadline", "owners", "municipality", "post", "who"} <= known_keys()
