"""Proves that an edition is read as what it is, and that what is wrong with its form is told at its place."""

from __future__ import annotations

import pytest

from roadmapc.source.edition_file import digest_of, read_edition
from roadmapc.source.formatting import lay_out
from tests.editions import ORDER, SIGNED, kept
from tests.plans import plan_of

TEXT = kept(plan_of(SIGNED)).file.source.text


def wrong(text: str) -> list[tuple[str, str, int]]:
    """Return code, message and line of each problem."""
    file = read_edition("e.yaml", text.encode())
    assert file.roadmap is None
    return [(one.code, str(one.message), file.source.text.count("\n", 0, one.span.start) + 1) for one in file.problems]


def test_an_edition_is_whole() -> None:
    """The act, the day from which it is in force, and that nobody has edited it."""
    file = read_edition("e.yaml", TEXT.encode())
    assert (file.act.kind, file.act.number, file.day, file.is_whole) == ("приказ", "01-07/5", ORDER.day, True)


@pytest.mark.parametrize(("old", "new"), [("май 2022", "май 2023"), ("position: Начальник", "position: Нач.")])
def test_whatever_is_changed_shows(old: str, new: str) -> None:
    """A word that is printed or not: the digest is another."""
    assert not read_edition("e.yaml", TEXT.replace(old, new).encode()).is_whole


def test_comments_and_layout_do_not_count() -> None:
    """Nor does the order of keys: they say nothing that is signed."""
    head, _, rest = TEXT.partition("roadmapc: 1\n")
    again = read_edition("e.yaml", f"# в архив\n{head}{rest}roadmapc: '1'\n".encode())
    assert again.is_whole
    assert again.tree is not None
    assert lay_out(again.tree) == f"# в архив\n{TEXT}"


def test_the_digest_does_not_hold_itself() -> None:
    assert digest_of({"edition": {"digest": "1"}, "a": "b"}) == digest_of({"a": "b"})


@pytest.mark.parametrize(
    ("text", "code", "words", "line"),
    [
        ("", "RM002", "the file is empty", 1),
        (TEXT.replace("deadline: май 2022", "deadline: май: 2022"), "RM001", "", 36),
        (SIGNED, "RM014", "the key “edition” is missing", 1),
        (TEXT + "extends: base.yaml\n", "RM011", "has no key “extends”", len(TEXT.splitlines()) + 1),
        (TEXT + "roles: {umo: mk}\n", "RM011", "has no key “roles”", len(TEXT.splitlines()) + 1),
        (TEXT.replace("  date: 10.01.2022\n", "", 1), "RM010", "date", 1),
        (TEXT.replace("10.01.2022", "вчера", 1), "RM013", "вчера", 3),
        (TEXT.replace("result: Справка", "rezult: Справка"), "RM011", "rezult", 38),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, code: str, words: str, line: int) -> None:
    """With it the edition is nobody's text; no advice is given to begin a roadmap."""
    found = wrong(text)
    assert found, text
    assert (found[0][0], found[0][2]) == (code, line)
    assert words in found[0][1]
    assert "roadmapc new" not in str([one.hint for one in read_edition("e.yaml", text.encode()).problems])
