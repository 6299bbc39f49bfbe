"""Proves in which language the program speaks: the one asked for, else the one of the environment, else Russian."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from roadmapc.cli._language import LANGUAGES, activate, language, preferred, taken_from, translate


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the language as it was."""
    monkeypatch.setenv("LANGUAGE", "")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    before = language()
    yield
    activate(before)


@pytest.mark.parametrize(
    ("arguments", "rest", "code"),
    [
        (["check", "--lang", "en"], ["check"], "en"),
        (["--lang=ru", "check"], ["check"], "ru"),
        (["check", "--lang", "en", "--lang", "ru"], ["check"], "ru"),
        (["check", "--lang"], ["check", "--lang"], None),
        (["check", "--", "--lang", "en"], ["check", "--", "--lang", "en"], None),
        (["check", "--lang", "xx"], ["check"], "xx"),
        ([], [], None),
    ],
)
def test_the_option_stands_anywhere(arguments: list[str], rest: list[str], code: str | None) -> None:
    """Before the command or behind it; what stands behind `--` is no option, and one without a value is left."""
    assert taken_from(arguments) == (rest, code)


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({}, "ru"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "C.UTF-8"}, "ru"),
        ({"LANG": "POSIX"}, "ru"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ru_RU"}, "ru"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its language elsewhere")
def test_the_language_of_the_environment(variables: dict[str, str], code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The more exact variable goes first; one that is empty or names no language says nothing."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert preferred() == code


def test_sentences_and_plurals() -> None:
    """Russian has three forms of a noun, English two; nothing said stays nothing."""
    said = {}
    for code in LANGUAGES:
        activate(code)
        assert language() == code
        said[code] = [translate.plural("{n} error", "{n} errors", n).format(n=n) for n in (1, 2, 5, 11, 21)]
        assert translate("") == ""
    assert said["ru"] == ["1 ошибка", "2 ошибки", "5 ошибок", "11 ошибок", "21 ошибка"]
    assert said["en"] == ["1 error", "2 errors", "5 errors", "11 errors", "21 errors"]


def test_a_sentence_that_nobody_translated_stays() -> None:
    """It is better read in English than not at all."""
    activate("ru")
    assert translate("no such sentence in any catalogue") == "no such sentence in any catalogue"
