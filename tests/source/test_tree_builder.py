"""Proves that a source is read with the exact place of everything in it, and refused with one clear message."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import ruamel.yaml.main

from roadmapc.diagnostics import Position, Source
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from roadmapc.source.tree_builder import MAX_DEPTH


@pytest.fixture(params=["c", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test with the C parser and, as on a system without it, with the pure one."""
    if request.param == "pure":
        monkeypatch.setattr("ruamel.yaml.main.CParser", None)
    else:
        assert getattr(ruamel.yaml.main, "CParser", None) is not None
    return str(request.param)


def read(text: str) -> Tree:
    """Return the tree of a text in which nothing is wrong."""
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert not problems
    assert tree is not None
    return tree


def complaint(text: str) -> tuple[str, str, Position, str]:
    """Return code, name, place and underlined text of the only problem of a text."""
    _, (problem,) = parse_yaml(Source("a.yaml", text))
    start, end = problem.span
    assert 0 <= start <= end <= len(text)
    return problem.code, str(problem.message), problem.source.position(start), text[start:end]


PLACES = """\
# комментарий 😀
название: Круглый стол  # примечание
"в кавычках": 'Приказ «№ 5»'
пусто:
текст: |
  Первый абзац.

  Второй.
свёрнутый: >-
  Одна
  строка.
список:
  - раз
  - {ключ: [значение, "два"]}
  -
конец: да
"""


@pytest.mark.usefixtures("parser")
def test_places_of_values() -> None:
    """Each value's span is its text in the source: plain, quoted, block, in flow style, beside emoji, and empty."""
    tree = read(PLACES)
    shown = {route: PLACES[slice(*span)] for route, span in tree.values.items()}
    assert shown == {
        (): PLACES[PLACES.index("название") :].rstrip(),
        ("название",): "Круглый стол",
        ("в кавычках",): "'Приказ «№ 5»'",
        ("пусто",): "",
        ("текст",): "|\n  Первый абзац.\n\n  Второй.\n",
        ("свёрнутый",): ">-\n  Одна\n  строка.\n",
        ("список",): '- раз\n  - {ключ: [значение, "два"]}\n  -',
        ("список", 0): "раз",
        ("список", 1): '{ключ: [значение, "два"]}',
        ("список", 1, "ключ"): '[значение, "два"]',
        ("список", 1, "ключ", 0): "значение",
        ("список", 1, "ключ", 1): '"два"',
        ("список", 2): "",
        ("конец",): "да",
    }
    assert tree.source.position(tree.span(("пусто",)).start) == Position(4, 7)
    assert tree.source.position(tree.span(("список", 2)).start) == Position(15, 4)


@pytest.mark.usefixtures("parser")
def test_places_of_nothing_in_lists() -> None:
    """An empty item stands behind its own dash, first in its list or not, behind an empty text too."""
    text = "a:\n  - # b\n  -\n  - -\n    -\nc:\n- ''\n-\n- |\n-\n"
    tree = read(text)
    places = [span.start for span in tree.values.values() if span.start == span.end]
    assert all(text[place - 1] == "-" for place in places)
    assert [text[:place].count("-") for place in places] == [1, 2, 4, 5, 7, 9]


@pytest.mark.usefixtures("parser")
def test_places_of_keys() -> None:
    """Each key's span is its text in the source, quotes included."""
    tree = read(PLACES)
    shown = {route: PLACES[slice(*span)] for route, span in tree.keys.items()}
    assert shown.pop(("в кавычках",)) == '"в кавычках"'
    assert shown == {route: route[-1] for route in shown}
    assert len(shown) == 7


@pytest.mark.usefixtures("parser")
def test_scalars_stay_text() -> None:
    """Numbers, dates, words of agreement and signs are what the author typed; only nothing is nothing."""
    words = ["1.10", "no", "yes", "да", "2021", "01", "1_000", "0o14", "2022-05-01", "12:30", "=", ".5", "1e3"]
    assert read("".join(f"- {word}\n" for word in words)).data == words
    assert read("[~, null, '', '~', Null]\n").data == [None, None, "", "~", "Null"]
    assert read("a:\nb: 1\n").data == {"a": None, "b": "1"}
    assert read("1.10: x\nno: y\n").data == {"1.10": "x", "no": "y"}


@pytest.mark.usefixtures("parser")
def test_a_tab_behind_a_word_is_a_space() -> None:
    """Only an indent may hold no tabs; between words a tab is one space, whichever parser reads."""
    assert read("a:\tраз\tдва\nb:\n  -\t'x\ty'\t# конец\nc: |\n  один\tдва\n").data == {
        "a": "раз два",
        "b": ["x y"],
        "c": "один два\n",
    }


@pytest.mark.usefixtures("parser")
def test_blocks_and_folds() -> None:
    """Block texts keep their lines, folded ones join them, a second line of a plain one is joined."""
    assert read(PLACES).data["текст"] == "Первый абзац.\n\nВторой.\n"
    assert read(PLACES).data["свёрнутый"] == "Одна строка."
    assert read("a: раз\n  два\n\n  три\n").data == {"a": "раз два\nтри"}


def sources() -> Iterator[Path]:
    """Return the real roadmaps."""
    yield from sorted((Path(__file__).parents[2] / "roadmaps").glob("*.yaml"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.stem)
def test_both_parsers_agree_on_real_documents(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without the C parser a real roadmap has the same data and the same places."""
    text = path.read_text(encoding="utf-8")
    fast = read(text)
    monkeypatch.setattr("ruamel.yaml.main.CParser", None)
    assert read(text) == fast


BROKEN = {
    "a tab": ("a:\n\tb: 1\n", "RM001", "a tab where spaces must be", (2, 1), "\t"),
    "a missing colon": ("a: 1\nпункт\nc: 2\n", "RM001", "a colon is missing after the key", (2, 1), "пункт"),
    "a colon missing at the end": ("a: 1\nпункт\n", "RM001", "a colon is missing after the key", (2, 1), "пункт"),
    "an unclosed quote": ("a: 1\nb: 'слово\nc: 2\n", "RM001", "a quote is not closed", (2, 4), "'"),
    "an unclosed double quote": ('a: "слово\nc: 2\n', "RM001", "a quote is not closed", (1, 4), '"'),
    "an unclosed bracket": ("a: [1, 2\nb: 3\n", "RM001", "a bracket is not closed", (1, 4), "["),
    "a bracket open to the end": ("a: {b: [1,\n\n", "RM001", "a bracket is not closed", (1, 8), "["),
    "text after a quote": ('a: "МКУ «Центр" развития\n', "RM001", "text follows a closing quote", (1, 17), "развития"),
    "a second colon": ("a: Круглый стол: итоги\n", "RM001", "a second colon in one line", (1, 16), ":"),
    "an indent that fits nothing": ("a:\n  b: 1\n c: 2\n", "RM001", "the indent is wrong", (3, 2), "c"),
    "a reserved sign": ("a: @слово\n", "RM001", "a text that begins with “@” is put in quotes", (1, 4), "@"),
    "a lonely star": ("a: *\n", "RM001", "a text that begins with “*” is put in quotes", (1, 4), "*"),
    "a percent": ("a: %5\n", "RM001", "a text that begins with “%” is put in quotes", (1, 4), "%"),
    "a backslash": ('a: "C:\\docs"\n', "RM001", "a backslash in double quotes", (1, 7), "\\"),
    "nothing": ("", "RM002", "the file is empty", (1, 1), ""),
    "comments alone": ("# один\n# два\n", "RM002", "the file is empty", (1, 1), ""),
    "blank lines": ("\n  \n\n", "RM002", "the file is empty", (1, 1), ""),
    "an anchor": ("a: &x 1\nb: *x\n", "RM005", "anchors (&name)", (1, 4), "&x 1"),
    "an alias": ("a: 1\nb: *x\n", "RM005", "references (*name)", (2, 4), "*x"),
    "a tag": ("a: !!python/object:os.system rm\n", "RM005", "tags (!name)", (1, 4), "!!python/object:os.system rm"),
    "a tag on a list": ("a: !!set [x]\n", "RM005", "tags (!name)", (1, 4), "!!set ["),
    "a merge": ("a: 1\n<<: {b: 1}\n", "RM005", "merges (<<)", (2, 1), "<<"),
    "a second document": ("a: 1\n---\nb: [\n", "RM006", "a second document begins", (2, 1), "---"),
    "a cut": ("a: Приказ #5 от мая\n", "RM007", "the words after “#”", (1, 10), " #5 от мая"),
    "a whole value cut": ("a: #5\nb: 1\n", "RM007", "the words after “#”", (1, 3), " #5"),
    "a cut in a list": ("a:\n  - Приказ\t#5\n", "RM007", "the words after “#”", (2, 11), "\t#5"),
    "a deeper row": ("a:\n  - Раз.\n    - Два.\n", "RM018", "a line that begins a row", (3, 5), "-"),
    "a deeper row with a dash": ("a:\n  - Раз.\n    – Два.\n", "RM018", "a line that begins a row", (3, 5), "–"),
    "a deeper bullet": ("a:\n  - Раз\n   • два\n", "RM018", "a line that begins a row", (3, 4), "•"),
    "rows behind a text": ("a: Раз\n  - два\n", "RM018", "a line that begins a row", (2, 3), "-"),
    "a deeper row of blocks": ("a:\n  - >-\n    Раз.\n    - >-\n    Два\n", "RM018", "a line that begins", (4, 5), "-"),
    "a deeper key": ("document:\n  title: |\n    Раз\n    kind: план\n", "RM018", "“kind:” stands", (4, 5), "kind"),
    "brackets": ("a: " + "[" * 100_000, "RM008", "nested deeper than 32 levels", (1, 35), "["),
    "braces": ("{a: " * 100_000, "RM008", "nested deeper than 32 levels", (1, 129), "{"),
    "dashes": ("- " * 100_000, "RM008", "nested deeper than 32 levels", (1, 65), ""),
    "a list as a key": ("? [a]\n: 1\n", "RM001", "a key must be a word", (1, 3), "["),
    "keys as keys": ("{" * 100_000, "RM001", "a key must be a word", (1, 2), "{"),
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", BROKEN)
def test_one_clear_complaint(name: str) -> None:
    """What is wrong is said once, in our words, at its line and column, the same with either parser."""
    text, code, message, place, word = BROKEN[name]
    found = complaint(text)
    assert (found[0], found[2], found[3]) == (code, place, word)
    assert found[1].startswith(message)


@pytest.mark.usefixtures("parser")
def test_an_alias_bomb_is_refused_at_once() -> None:
    """Nine levels of nine references each are refused at the first anchor; nothing is multiplied."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert complaint("\n".join(lines))[2] == (1, 5)


@pytest.mark.parametrize("text", ["a: 1 # примечание\n", "a: 1  ## раздел\n", "#5\na: 1\n", "a: x#5\n", "a: '1' #5\n"])
def test_a_comment_is_no_cut(text: str) -> None:
    """A comment with a space behind its sign, one on its own line, a sign inside a word or a quote cut nothing."""
    assert read(text).data["a"] in ("1", "x#5")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Задачи:\n  - раз;\n  - два\n",
        "a: >-\n  План мероприятий (далее\n  - Дорожная карта) на год\n",
        "a: Раз\n  – и два\n",
        "a: |\n  адрес: улица\n  http: слово\n",
        "a: |\n  Анкета\n  email: адрес\n",
        "a: >-\n  Цель:\n    - раз;\n    - два.\n",
        "a: [раз\n    - два]\n",
        'a: "Раз\n  - два"\n',
    ],
)
def test_a_text_may_have_dashes_of_its_own(text: str) -> None:
    """A list under «|», a dash at the turn of a folded line, words with a colon that are no keys of the format."""
    assert read(text).data["a"]


@pytest.mark.usefixtures("parser")
def test_the_depth_allowed_is_allowed() -> None:
    """Thirty-two levels are read, thirty-three are refused."""
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).data
    assert complaint("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[0] == "RM008"


@pytest.mark.usefixtures("parser")
def test_a_duplicate_key_shows_both_places() -> None:
    """A key given twice is reported at the second place with the first beside it; the first value holds."""
    text = "a:\n  ключ: раз\n  b: 2\n  ключ: [два, {b: 3}]\n"
    tree, (problem,) = parse_yaml(Source("a.yaml", text))
    assert tree is not None
    assert tree.data == {"a": {"ключ": "раз", "b": "2"}}
    assert problem.code == "RM004"
    places = [problem.span, *(label.span for label in problem.labels)]
    assert [problem.source.position(span.start) for span in places] == [(4, 3), (2, 3)]
    assert [text[slice(*span)] for span in places] == ["ключ", "ключ"]


@pytest.mark.usefixtures("parser")
def test_a_duplicate_record_keeps_the_places_of_the_first() -> None:
    """Places inside a key's first value are not those of its second one."""
    text = "a: {b: раз, c: {d: два}}\na: {b: три, c: {d: четыре}}\n"
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert tree is not None
    assert len(problems) == 1
    assert [text[slice(*tree.span(route))] for route in (("a", "b"), ("a", "c", "d"))] == ["раз", "два"]
    assert tree.key_span(("a", "b")).start < text.index("\n")
