"""Proves that a layout is one, that it keeps every value and comment, and that it is refused where it could not."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import ruamel.yaml.main

from roadmapc.diagnostics import Source
from roadmapc.source import formatting as layout
from roadmapc.source.decoding import decode
from roadmapc.source.formatting import LayoutError, lay_out
from roadmapc.source.formatting.gaps import comments_and_dashes
from roadmapc.source.formatting.scalars import written
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from tests.conftest import CLEAN, ROADMAPS
from tests.work import lines_run

REAL = sorted(ROADMAPS.glob("*.yaml"))
MARK = re.compile(r"#\s*c(\d+)")  # a folded text may be broken at the blank
WIDE = "слово " * 30


def read(text: str) -> Tree:
    """Return the tree of a text in which nothing is wrong."""
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert tree is not None, problems
    assert not problems
    return tree


def laid(text: str) -> str:
    """Return a text laid out, after holding what is promised of every layout."""
    tree = read(text)
    result = lay_out(tree)
    again = read(result)
    assert again.data == tree.data
    assert Counter(MARK.findall(result)) == Counter(MARK.findall(text))
    assert lay_out(again) == result, "laid out twice it is the same"
    assert result.endswith("\n")
    assert not result.startswith("\n")
    assert "\n\n\n" not in result or r"\n\n" in repr(tree.data)
    assert decode("a.yaml", result.encode()) == (Source("a.yaml", result), [])
    return result


@pytest.fixture(params=["c", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the C parser and, as on a system without it, with the pure one."""
    if request.param == "pure":
        monkeypatch.setattr(ruamel.yaml.main, "CParser", None)


PAIRS = {
    "one space, two spaces of indent, dashes under their key": (
        "sections:\n-    title:    Раз  \n     activities:\n     -   activity:  Два\n",
        "sections:\n  - title: Раз\n    activities:\n      - activity: Два\n",
    ),
    "a tab behind a word": ("a:\tраз\nb:\n  -\tдва\t# c1\tc\n", "a: раз\nb:\n  - два # c1 c\n"),
    "keys in the order of the format; others behind them": (
        "мое: 1\ndocument:\n  period: 2022\n  чужое: 2\n  kind: план\nroadmapc: 1\n",
        "roadmapc: 1\ndocument:\n  kind: план\n  period: 2022\n  чужое: 2\nмое: 1\n",
    ),
    "aliases in the order of their author": (
        "owners:\n  post: Второй\n  name:\n    contacts: 5-55\n    post: Первый\n  a: Третий\n",
        "owners:\n  post: Второй\n  name:\n    post: Первый\n    contacts: 5-55\n  a: Третий\n",
    ),
    "keys inside rows of rows, and in brackets": (
        "sections:\n  - activities:\n      - activities: [{result: в, activity: б}]\n        activity: а\n",
        "sections:\n  - activities:\n      - activity: а\n        activities: [{activity: б, result: в}]\n",
    ),
    "quotes only where they are needed": (
        "a: \"да\"\nb: '2021'\nc: \"1.10\"\nd: 'Задачи: три'\ne: \"null\"\nf: ''\n",
        "a: да\nb: 2021\nc: 1.10\nd: 'Задачи: три'\ne: 'null'\nf: ''\n",
    ),
    "an apostrophe": ('a: "д\'Артаньян"\nb: "д\'Артаньян: он"\n', "a: д'Артаньян\nb: 'д''Артаньян: он'\n"),
    "nothing stays empty": ("date: null\nnumber: ~\nitems:\n  -\n  - а\n", "date:\nnumber:\nitems:\n  -\n  - а\n"),
    "nothing in brackets": ("[null, {a: , b}]\n", "[null, {a: null, b: null}]\n"),
    "a long text is folded": (
        f"title: {WIDE}\n",
        f"title: >-\n  {('слово ' * 18).strip()}\n  {('слово ' * 12).strip()}\n",
    ),
    "a short text that was folded": ("title: >-\n  Раз\n  два\n", "title: Раз два\n"),
    "a short text that would need quotes stays folded": (
        "a: >-\n  Цель: д'Артаньян\nb: |-\n  'раз'\n",
        "a: >-\n  Цель: д'Артаньян\nb: >-\n  'раз'\n",
    ),
    "texts of several lines, with lists and empty lines": (
        'a: "Раз:\\n- два;\\n- три.\\n"\nb: >\n      Один\n      абзац.\n\n\n      # Другой.\n',
        "a: |\n  Раз:\n  - два;\n  - три.\nb: |\n  Один абзац.\n\n  # Другой.\n",
    ),
    "lines that begin with spaces": (
        "a: |4-\n      раз\n    два\nb: |\n  раз\n    два\nc: |2\n\n   три\n",
        "a: |2-\n    раз\n  два\nb: |\n  раз\n    два\nc: |2\n\n   три\n",
    ),
    "a list inside a list, a text in a list": (
        "- - а\n  - б\n-   - |\n        раз\n        два\n",
        "- - а\n  - б\n- - |\n    раз\n    два\n",
    ),
    "brackets stay where they fit": (
        "owners: [ umo,tms ]\nat: [1/2,\n  4/4]\n",
        "owners: [umo, tms]\nat: [1/2, 4/4]\n",
    ),
    "brackets that are too long become lines": (
        "who: [" + ", ".join(["Руководители образовательных организаций"] * 3) + "]\n",
        "who:\n" + "  - Руководители образовательных организаций\n" * 3,
    ),
    "brackets around several lines of text become lines": (
        '[{a: "раз\\nдва"}, [б]]\n',
        "- a: |-\n    раз\n    два\n- [б]\n",
    ),
    "brackets with comments inside become lines": (
        "who: [umo, # c1\n  # c2\n  tms # c3\n  # c4\n  ] # c5\nb: {x: {y: 1}, # c6\n  z: []}\n",
        "who: # c5\n  - umo # c1\n  # c2\n  - tms # c3\n  # c4\nb:\n  x: {y: 1} # c6\n  z: []\n",
    ),
    "nothing in brackets, and a comment": ("a: [ # c1\n  # c2\n  ]\nb: {} # c3\n", "# c2\na: [] # c1\nb: {} # c3\n"),
    "empty lines: one, none at the beginning or the end": (
        "\n\na: 1\n\n\n\nb:\n\n  - раз\n\n\n  - два\n\n\n",
        "a: 1\n\nb:\n  - раз\n\n  - два\n",
    ),
    "comments at the head stay there": (
        "\n# c1\n# c2\n\n# c3\n\nmunicipality: {name: А}\n\n# c4\nroadmapc: 1\n",
        "# c1\n# c2\n\n# c3\n\n# c4\nroadmapc: 1\n\nmunicipality: {name: А}\n",
    ),
    "a comment moves with its key": (
        "id: а\nsections:\n  - activities: []\n    # c1\n\n    # c2\n    title: Раз # c3\nroadmapc: 1  # c4\n",
        "roadmapc: 1  # c4\nid: а\nsections:\n  # c1\n\n  # c2\n  - title: Раз # c3\n    activities: []\n",
    ),
    "a comment above an item": (
        "sections:\n  # c1\n  - title: Раз\n   # c2\n  -\n    # c3\n    title: Два\n",
        "sections:\n  # c1\n  - title: Раз\n  # c2\n  # c3\n  - title: Два\n",
    ),
    "a comment on the line of a key or dash": (
        "sections:    # c1\n  -    # c2\n    title: >- # c3\n      Раз\n    activities: # c4\n    - activity: Два\n",
        "sections:  # c1\n  -  # c2\n    title: Раз # c3\n    activities: # c4\n      - activity: Два\n",
    ),
    "a comment behind a text that is folded": (
        f"a: {WIDE.strip()} # c1\nb: '{WIDE.strip()}'   # c2\n",
        "".join(
            f"{key}: >-{blanks}# {mark}\n  {('слово ' * 18).strip()}\n  {('слово ' * 12).strip()}\n"
            for key, blanks, mark in (("a", " ", "c1"), ("b", "  ", "c2"))
        ),
    ),
    "comments at the ends of records go by their indent": (
        "s:\n- a: 1\n  # c1\n# c2\n- b:\n  - c: 2\n    # c3\n  # c4\n\n  # c5\n# c6\nd: []\n  # c7\n",
        "s:\n  - a: 1\n    # c1\n  # c2\n  - b:\n      - c: 2\n        # c3\n    # c4\n\n    # c5\n# c6\nd: []\n# c7\n",
    ),
    "a comment less deep than the one it follows": (
        "a:\n  b:\n    c: 1\n  # c1\n    # c2\nd: 2\n",
        "a:\n  b:\n    c: 1\n  # c1\n  # c2\nd: 2\n",
    ),
    "a record that is not written yet": (
        "approval:\n    # number: 5 #c1\n    # c2\norder:\n    subject: а\n",
        "approval:\n  # number: 5 #c1\n  # c2\norder:\n  subject: а\n",
    ),
    "a comment between a key and its text": (
        "a: 1\nb:\n  # c1\n  раз\nc: # c2\n  # c3\n  [а]\n",
        "a: 1\n# c1\nb: раз\n# c3\nc: [а] # c2\n",
    ),
    "a comment that a plain text would be cut by": (
        "a: 'раз' #c1\nb: ['два', #c2\n  ~, #c3\n  ]\n",
        "a: 'раз' #c1\nb:\n  - 'два' #c2\n  #c3\n  -\n",
    ),
    "signs of a document": ("%YAML 1.2 # c1\n--- # c2\na: 1\n... # c3\n", "# c1\n# c2\na: 1\n# c3\n"),
    "a text alone": ("# c1\n'раз' # c2\n# c3\n", "# c1\n# c2\nраз\n# c3\n"),
    "nothing alone": ("~\n", "~\n"),
    "a list alone": ("# c1\n-   раз\n# c2\n-   два # c3\n# c4\n", "# c1\n- раз\n# c2\n- два # c3\n# c4\n"),
    "brackets alone": (
        f"{{a: [б], c: '{WIDE.strip()} конец'}} # c1\n",
        f"# c1\na: [б]\nc: >-\n  {('слово ' * 18).strip()}\n  {'слово ' * 12}конец\n",
    ),
    "lone signs of no tag": ("a: ! # c1\n  раз\nb: !\nc: ! |-\n  два\n", "a: раз # c1\nb:\nc: два\n"),
    "a question mark before a key": ("? а # c1\n# c2\n: б\n? в\n", "# c2\nа: б # c1\nв:\n"),
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", PAIRS)
def test_before_and_after(name: str) -> None:
    """A source on the left is laid out as on the right; the right is laid out already."""
    before, after = PAIRS[name]
    assert laid(before) == after
    assert laid(after) == after


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_real_roadmaps_are_laid_out(path: Path) -> None:
    """The real roadmaps stand in the canonical layout."""
    text = path.read_text(encoding="utf-8")
    assert laid(text) == text


HARD = [
    *("- раз", "-", "--- а", "...", "? а", "?", ":", ": а", "а: б"),
    *("а:", "а #б", "а # б", "#", "&а", "*а", "!а", "!", "%а"),
    *("@а", "`а`", "'", "''", '"', "'а'", '"а"', "а'б", 'а"б'),
    *("\"'", "\\", "\\n", "|", ">-", "[", "]", "{а}", ",", "а, б"),
    *("null", "Null", "NULL", "~", "=", "<<", "да"),
    *("yes", "1.10", "2021", "12:30", "http://а.рф/?б#в", "-5", "- - -"),
    *(" ", "   ", " а", "а ", "\u00a0", "а\u00a0", "\u00a0а"),
    *("а  б", "\t", "а\tб", "\tа", "\n", "\n\n", "а\n", "а\n\n"),
    *("\nа", "\n\n а", " а\nб", "\tа\nб\n", "а\n  б\n   \n в"),
    *("а\n ", "а \nб \n", "а\n\tб", "а\n\t\nб", "а\tб\nв", "# а\nб"),
    *("\u200b", "\ufeff", "\u00ad", "а\u2060б", "\u200eа", "\u3000"),
    *("а\n\nб", "😀", "é", "---\n...\n", "%а\n---\n"),
    *("слово " * 40, "слово " * 40 + "конец", "а  " * 60 + "б"),
    *("длинное" * 30, "# " * 80 + "а", f"{WIDE}\n{WIDE}я"),
    *("я" * 20_000, "я " * 10_000 + "я", "я: " * 5_000 + "я", "строка\n" * 3_000, "'" * 3_000),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("number", range(len(HARD)))
def test_texts_hard_for_yaml(number: int) -> None:
    """A text stays itself as a value, in lists, in brackets, beside a comment, alone, and, if short, as a key."""
    text = HARD[number]
    escaped = "".join(f"\\U{ord(sign):08x}" for sign in text)
    for around in ('a: "{}"\n', '- "{}" # c1\n', '- - ["{}", {{a: "{}"}}]\n', 'a: "{}" #c1\n', '"{}"\n'):
        laid(around.format(escaped, escaped))
    if len(text) < 100 and text != "<<":  # a merge, even in quotes
        laid(f'"{escaped}": а\nб: {{"{escaped}": "{escaped}"}} # c1\n')


def test_a_long_line_passes_the_edge_only_where_it_must() -> None:
    """One-line texts end at column 110, comments apart."""
    for length in range(90, 112):
        text = laid(f"sections:\n  - title: {('а ' * 60)[: length - 2]}бб # c1\n")
        assert all(len(line.partition(" # c1")[0]) <= 110 for line in text.split("\n"))
        assert (">-" in text) == (len("  - title: ") + length > 110)


def test_what_would_be_lost_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout that reads back with other values, other comments, or not at all, is not given out."""
    tree = read("a: раз # c1\n# c2\n")
    for wrong in ("a: два # c1\n# c2\n", "a: раз # c1\n", "a: раз # c1\n# c2\n# c2\n", "a: [\n", "a: раз #c1\n# c2\n"):
        monkeypatch.setattr(layout, "lines_of", lambda _, wrong=wrong: wrong.splitlines())
        with pytest.raises(LayoutError, match="without loss"):
            lay_out(tree)


def test_a_key_too_long_to_stand_alone_is_refused() -> None:
    """A key of two thousand letters cannot be laid out; that is said, and nothing is lost."""
    with pytest.raises(LayoutError):
        lay_out(read(f"? {'а' * 2000}\n: б\n"))


def test_every_comment_is_seen() -> None:
    """A «#» inside a text is no comment; outside of one it always is."""
    source = "a: 'б # в' # c1\n? |  # c2\n  # г\n: [д#е, # c3\n  ж] # c4\n# c5"
    assert [comment.text for comment in comments_and_dashes(read(source))[0]] == [
        "# c1",
        "# c2",
        "# c3",
        "# c4",
        "# c5",
    ]


@pytest.mark.slow
def test_the_work_of_laying_out_grows_with_the_file() -> None:
    """Four times the size is about four times the work."""

    def work(rows: int) -> int:
        row = "      - activity: {activity: [а, б], deadline: май} # c\n        # d\n        owners: [umo, tms]\n"
        tree = read(CLEAN.partition("sections:")[0] + "sections:\n  - activities:\n" + row * rows)
        return lines_run(lambda: lay_out(tree))

    assert work(1000) < 5 * work(250)


def test_a_text_that_looks_like_a_key_is_put_in_quotes() -> None:
    """In a block «number: 5» would be taken for a key that stands too deep."""
    for words in ("Регистрация\nnumber: 5", "number: " + "слово " * 30 + "конец"):
        text, lines = written(words, 10, 10)
        assert lines == []
        assert text[0] in "\"'"
