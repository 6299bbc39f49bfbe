"""Proves that a file's top key tells its kind, at a glance over its bytes as by reading it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from roadmapc.compiler import Compilation
from roadmapc.source import file_kinds
from roadmapc.source.file_kinds import BASE, CRITERIA, EDITION, MARKS, OWNERS, ROADMAP, FileKind, kind_at_a_glance

Compile = Callable[[str], Compilation]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("roadmapc: 1\nmunicipality: {name: Район}\n", ROADMAP),
        ("marks:\n  - {at: 1/1.1, done: 05.05.2022}\n", MARKS),
        ("edition: {number: 2}\nroadmapc: 1\n", EDITION),
        ("roadmapc: 1\nedition: {number: 2}\n", ROADMAP),
        ("base: {title: Программа}\nsections: []\n", BASE),
        ("base: program.yaml\nroadmapc: 1\n", ROADMAP),
        ("criteria:\n  - Показатель\n", CRITERIA),
        ("terms: {РМО: объединение}\n", OWNERS),
        ("owners: {umo: УМО}\nroadmapc: 1\n", ROADMAP),
        ("owners: {umo: УМО}\nmarks: []\n", OWNERS),
        ("owners: {umo: УМО}\nbase: 1\n", BASE),
        ("", None),
        ("# marks: нет\n", None),
        ("заметки:\n  marks: 1\n", None),
        ("- marks: 1\n", None),
        ("marksmen: 1\nre-marks: 2\n", None),
        ("marks:1\n", None),
        ("notes: |\n  marks: 1\n", None),
    ],
)
def test_the_top_key_tells_the_kind(text: str, kind: FileKind | None) -> None:
    """Keys of lower levels, words of comments and texts, and keys that only begin so tell nothing."""
    assert kind_at_a_glance(text.encode()) is kind


@pytest.mark.parametrize(
    "text",
    [
        "marks: []",
        "marks:",
        '"marks": []\n',
        "'marks' : []\n",
        "marks:\t[]\n",
        "\ufeffmarks: []\n",
        "---\nmarks: []\n",
        "%YAML 1.2\n---\n# примечание\n\nmarks: []\n",
        "# roadmapc: 1\nmarks: []\n",
        "marks:\r\n  - {row: 1}\r\n",
        "название: отметки\nmarks: []\n",
    ],
)
def test_however_the_key_is_written(text: str) -> None:
    """Quotes, a byte order mark, comments, a document's beginning and line ends of Windows hide no key."""
    assert kind_at_a_glance(text.encode()) is MARKS


@pytest.mark.parametrize("data", [b"\xff\xfem\x00a\x00", bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n", b"\n" * 1000])
def test_what_is_no_text_tells_no_kind(data: bytes) -> None:
    """Other encodings and binary files are left to whoever reads them."""
    assert kind_at_a_glance(data) is None


def test_no_two_kinds_have_a_key_in_common() -> None:
    keys = [key for kind in file_kinds.KINDS for key in kind.keys]
    assert len(keys) == len(set(keys))


def only(result: Compilation) -> tuple[str, str, str, str]:
    """Return the only problem: its code, the words underlined, its message and its hint."""
    assert result.plan is None
    (problem,) = result.diagnostics
    return problem.code, result.source.text[slice(*problem.span)], str(problem.message), str(problem.hint)


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("criteria: []\n", "criteria", "criteria"),
        ("{criteria: []}\n", "criteria", "criteria"),
        ("# вторая\nedition: {number: 2}\nroadmapc: 1\n", "edition", "an edition of a roadmap"),
    ],
)
def test_another_kind_is_one_problem(compile_text: Compile, text: str, word: str, what: str) -> None:
    """A file of another kind is told by its key, and nothing else is said of it."""
    assert only(compile_text(text)) == (
        "RM014",
        word,
        f"the key “{word}” makes this {what}: it is not checked by itself",
        "None",
    )


@pytest.mark.parametrize("text", ["marks: []\n", "{marks: []}\n"])
def test_marks_under_another_name(compile_text: Compile, text: str) -> None:
    """They would be read by nobody: it is said which name they have to have."""
    code, word, message, hint = only(compile_text(text))
    assert (code, word) == ("RM014", "marks")
    assert "beside their roadmap" in message
    assert "plan.marks.yaml" in hint


def test_a_base_plan_by_itself(compile_text: Compile) -> None:
    """A base plan is built with the roadmaps that extend it, and its page says so."""
    code, word, message, hint = only(compile_text("title: Программа\nbase: {}\nsections: []\n"))
    assert (code, word, message) == ("RM014", "base", "the key “base” makes this a base plan, not a roadmap")
    assert "extends" in hint


def test_the_directory_under_another_name(compile_text: Compile) -> None:
    """Owners and terms in a file of another name would be read by nobody."""
    code, word, message, _ = only(compile_text("owners: {umo: УМО}\nterms: {РМО: объединение}\n"))
    assert (code, word) == ("RM014", "owners: {umo: УМО}")
    assert "owners.yaml" in message


@pytest.mark.parametrize("text", ["заметки: 1\n", "{}\n", "jobs: {check: {}}\non: push\n"])
def test_no_kind_at_all(compile_text: Compile, text: str) -> None:
    """A file of no known kind is told once, with the keys that there are."""
    code, word, _, hint = only(compile_text(text))
    assert (code, word) == ("RM014", text.split("\n")[0])
    assert hint.endswith("roadmapc, edition, base, marks, criteria, owners, terms")


@pytest.mark.parametrize(
    "text",
    [
        "municipality: {name: Район}\n",
        "sections: []\n",
        "id: a\n",
        "roadmap: 1\n",
        "муниципалитет: {name: Район}\n",
        "dokument: {}\n",
        "owners: {umo: УМО}\ntable: {}\n",
    ],
)
def test_what_looks_like_a_roadmap_is_told_what_it_lacks(compile_text: Compile, text: str) -> None:
    """A roadmap without its first line, or with slips in its keys, is told every key that is missing or wrong."""
    codes = {problem.code for problem in compile_text(text).diagnostics}
    assert codes <= {"RM010", "RM011"}
    assert "RM010" in codes
