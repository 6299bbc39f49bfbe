"""Proves that whatever is wrong with a template is said in our words, at its line, in Russian too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmapc.cli._language import activate, translate
from roadmapc.rendering.foreign_words import foreign
from roadmapc.rendering.templates import TemplateProblem, Templates
from tests.hostile.run_templates import outcome
from tests.hostile.template_table import WRONG

_ENGLISH = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.slow
@pytest.mark.parametrize(("body", "said"), WRONG, ids=[body[:50] for body, _ in WRONG])
def test_what_is_wrong(tmp_path: Path, body: str, said: str) -> None:
    """Each has its sentence, and ends in no traceback."""
    assert outcome(tmp_path, body) == said


def test_nothing_known_is_quoted() -> None:
    """No sentence of Jinja's or Python's reaches the reader in English where we know what it means."""
    assert [said for _, said in WRONG if "in the words of" in said] == []


def test_what_is_not_known_is_quoted() -> None:
    """A sentence that we have no words for is shown in a general one."""
    said = "it does not fit here (in the words of the program: “A new sentence.”)"
    assert str(foreign("A new\nsentence.")) == said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "unhashable type: 'list'",
            "cannot use 'list' as a dict key (unhashable type: 'list')",
            "a list cannot be a key",
        ),
        (
            "unhashable type: 'dict'",
            "cannot use 'dict' as a set element (unhashable type: 'dict')",
            "a record cannot be a key",
        ),
        ("0.0 cannot be raised to a negative power", "zero to a negative power", "division by zero"),
        ("float modulo", "division by zero", "division by zero"),
        ("9 is not in list", "list.index(x): x not in list", "it is not found in there"),
        ("max() arg is an empty sequence", "max() iterable argument is empty", "the list is empty"),
        (
            "argument of type 'int' is not iterable",
            "argument of type 'int' is not a container or iterable",
            "this is no list but a number",
        ),
    ],
)
def test_python_says_it_in_other_words(old: str, new: str, words: str) -> None:
    """3.11 and 3.14 mean the same."""
    assert str(foreign(old)) == str(foreign(new)) == words


def test_in_russian(tmp_path: Path) -> None:
    """All of it is translated: what remains in Latin letters is quoted from the template."""
    activate("ru")
    try:
        for body, _ in WRONG:
            (tmp_path / "a.html").write_text(body, encoding="utf-8")
            with pytest.raises(TemplateProblem) as caught:
                Templates((tmp_path,)).document("a.html", {"things": [1]})
            said, _, _near = caught.value.message.text(translate).partition("; ")
            words = _ENGLISH.findall(re.sub("«[^»]*»", "", said))
            assert set(words) <= {"UTF", "required"}, (body, words)
    finally:
        activate("en")
