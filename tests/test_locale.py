"""Proves that the Russian catalogue says all that the program says, and that each language stands alone.

Every sentence is translated with its placeholders, nothing in the catalogue is out of use, `messages.mo` is what
`messages.po` says; help, usage errors and diagnostics in Russian have no English words but names, help in English has
no Cyrillic, and the surroundings choose the language.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest

from docs.generate.messages import MO, PO, compiled, msgids, translations, updated
from roadmapc.cli import _language
from roadmapc.diagnostics import Count
from roadmapc.reporters import formats

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = (
    *("amend", "build", "check", "compare", "deadline", "due", "explain", "fmt", "freeze", "import", "inspect", "mark"),
    *("new", "remind", "report", "rules", "schema", "status", "templates"),
)
NAMES = {
    "roadmapc",
    "id",
    "yaml",
    "json",
    "schema",
    "word",
    "excel",
    "import",
    "csv",
    "html",
    "pdf",
    "xlsx",
    "git",
    "png",
    "jpeg",
    *("times", "new", "roman"),
    "libreoffice",
    "ru",
    "en",
    "lf",
    "spell",
    *COMMANDS,
    *formats(),
}
EXAMPLES = {
    "amend": {"О", "внесении", "изменений", "в", "приказ", "В", "целях"},
    "deadline": {"май", "мая", "учебный", "год"},
    "due": {"май", "мая", "учебный", "год"},
    "mark": {"приказ", "от", "частично", "риск"},
    "report": {"полугодие"},
}
"""What English help shows as it is typed, and as it stands in documents."""
VALUES = {
    *("dask", "tls", "host", "ca", "cert", "key", "pem"),
    *("section", "letters", "toml", "docx", "full", "short", "network", "i"),
    "doctor",
    "serve",
    "site",
    "marks",
    "edition",
    "criteria",
    "svg",
    "table",
    "roadmap",
    "base",
    "owners",
    "may",
    "roadmaps",
    "missing",
    "owner",
    "rm",
    "copy",
    "form",
    "error",
    "warning",
    "note",
    "never",
    "stdin",
}
ENGLISH = re.compile(r"[A-Za-z]+")
OPTION = re.compile(r"--?[a-z-]+")
CYRILLIC = re.compile(r"[А-Яа-яЁё]+")

FAULTY = """roadmapc: 1
document: {title: Карта, kind: карта, period: 2021-2028}
municipality: {name: Район}
sections:
  - activities:
      - activity: Провести семинар
        deadline: до 30 мая
      - activity: Провести совещание
        number: 2
        deadline: с сентябряя
        owners: методист
"""


def english(text: str) -> set[str]:
    """Return the English words that are no names of commands, options, formats or values."""
    words = {word.lower() for word in ENGLISH.findall(OPTION.sub("", text))}
    return words - NAMES - VALUES


def fields(text: str) -> set[tuple[str, str, str]]:
    """Return the placeholders with their formats."""
    return {(name, spec or "", how or "") for _, name, spec, how in Formatter().parse(text) if name is not None}


def test_every_sentence_has_a_translation() -> None:
    known = translations()
    assert [text for text in msgids() if not known.get(text)] == []


def test_the_catalogue_has_nothing_out_of_use() -> None:
    assert sorted(set(translations()) - set(msgids())) == []
    assert "#~" not in PO.read_text("utf-8")


def test_the_files_are_what_the_script_makes() -> None:
    assert PO.read_bytes() == updated(), "run: python -m docs.generate.messages update"
    assert MO.read_bytes() == compiled(), "run: python -m docs.generate.messages compile"


def test_placeholders_agree() -> None:
    assert [text for text, translation in translations().items() if fields(translation) != fields(text)] == []


def test_translations_are_written_alike() -> None:
    """The library's “Missing command.” is read after “roadmapc: ”, as our errors are."""
    for text, translation in translations().items():
        assert not set(translation) & set("ёЁ“”—"), f"«», «–» and no «ё»: {translation}"
        if text[0].islower() and translation[:1].isupper():
            assert translation.startswith(("Вид ответа:", "Месяц:")), f"begins like the English: {translation}"
        if (
            text[0].isupper()
            and text.endswith(".")
            and " " in text
            and not text.startswith(("Missing command", "No such command"))
        ):
            assert translation.endswith("."), f"ends like the English: {translation}"


def test_words_of_a_sentence_reach_the_catalogue() -> None:
    """Whatever way a sentence is said, the script finds it."""
    found = msgids()
    for text in (
        "the file is not in UTF-8: it looks like cp1251",
        "<{tag}> has no attribute {name}{nearest}",
        "the row fills {found} of the table's {total} columns",
        "Files or folders; by default roadmaps/.",
        "{n} error\0{n} errors",
        "Explain a rule: what is wrong, why it matters, a bad and a good example.",
        "An activity has no owner.",
        "Open, due later",
        "Good:",
        "due",
        "warning",
        "mismatched tag",
        "default: {default}",
        "PATHS",
    ):
        assert found.get(text), text
    assert all(":" in place and not place.startswith("/") for places in found.values() for place in places)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_in_russian(run: Run, command: tuple[str, ...]) -> None:
    done = run("--lang", "ru", *command, "--help")
    assert done.returncode == 0
    assert CYRILLIC.search(done.stdout)
    assert english(done.stdout) == set()
    assert "..." not in re.sub(r"[\]}]\.\.\.", "", done.stdout), "no sentence is cut"


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_in_english(run: Run, command: tuple[str, ...]) -> None:
    done = run("--lang", "en", *command, "--help")
    assert done.returncode == 0
    assert set(CYRILLIC.findall(done.stdout)) <= EXAMPLES.get(command[0] if command else "", set())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("chek",), "нет команды «chek»"),
        (("check", "--nosuch"), "нет параметра --nosuch"),
        (("check", "--no-waiver"), "возможно, «--no-waivers»"),
        (("build", "--out"), "для параметра --out нужно значение"),
        (("build", "--draft=1"), "параметр --draft указывают без значения"),
        (("explain", "один", "два (три)"), "лишние аргументы: два (три)"),
        (("due", "--year", "x"), "--year: такое значение не подходит"),
        (("--",), "команда не указана"),
        (("--lang", "de"), "--lang: «de» не подходит"),
    ],
)
def test_usage_errors_in_russian(run: Run, arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert english(done.stderr) <= {"chek", "de"}


def test_no_command_prints_the_help(run: Run) -> None:
    done = run("--lang", "ru")
    assert done.returncode == 2
    assert done.stderr == run("--lang", "ru", "--help").stdout


def test_diagnostics_in_russian(run: Run, tmp_path: Path) -> None:
    (tmp_path / "карта.yaml").write_text(FAULTY, "utf-8")
    done = run("--lang", "ru", "check", "карта.yaml", cwd=tmp_path)
    assert done.returncode == 1
    shown = re.sub(r"«[a-z]+:.*?»", "", done.stdout)  # what to type
    shown = re.sub(r"^ +\d+ \| .*$", "", shown, flags=re.MULTILINE)  # the source itself
    shown = re.sub(r"^карта\.yaml:\d+:\d+: RM\d+ (.*) \[[a-z-]+\]$", r"\1", shown, flags=re.MULTILINE)
    assert "не указан ответственный: «Провести семинар»" in shown
    assert "незнакомое слово «сентябряя»" in shown
    assert "возможно, «с сентября»" in shown
    assert "год не назван" in shown
    assert english(shown) == set()


@pytest.mark.parametrize(
    ("surroundings", "head"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "Запуск:"),
        ({"LANG": "en_US.UTF-8"}, "Usage:"),
        ({"LANG": "C"}, "Запуск:"),
        ({"LANG": ""}, "Запуск:"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "Запуск:"),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "en"}, "Запуск:"),
        ({"LANG": "de_DE.UTF-8"}, "Usage:"),
    ],
)
def test_the_surroundings_choose_the_language(run: Run, surroundings: dict[str, str], head: str) -> None:
    assert run("--help", **surroundings).stdout.startswith(head)


def test_the_option_overrides_the_surroundings(run: Run) -> None:
    assert run("--lang", "en", "--help", LANG="ru_RU.UTF-8").stdout.startswith("Usage:")
    assert run("check", "--help", "--lang=ru", LANG="en_US.UTF-8").stdout.startswith("Запуск:")


@pytest.mark.parametrize(
    ("n", "says"),
    [
        (0, "0 ошибок"),
        (1, "1 ошибка"),
        (2, "2 ошибки"),
        (5, "5 ошибок"),
        (11, "11 ошибок"),
        (21, "21 ошибка"),
        (112, "112 ошибок"),
    ],
)
def test_numbers_have_their_nouns(n: int, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number takes the form of its noun that Russian wants, and the English one in English."""
    count = Count.of("{n} error", "{n} errors", n)
    monkeypatch.setenv("LANGUAGE", "ru")
    _language.activate("ru")
    assert count.text(_language.translate) == says
    _language.activate("en")
    assert count.text(_language.translate) == (f"{n} error" if n == 1 else f"{n} errors")


def test_every_plural_has_three_forms() -> None:
    """Each sentence with a number has its three Russian forms, and the number stands in all of them."""
    plurals = {text: said for text, said in translations().items() if "\0" in text}
    assert len(plurals) >= 5
    for said in plurals.values():
        assert [form.count("{n}") for form in said.split("\0")] == [1, 1, 1]
