"""Laws of the layout over what hypothesis writes: nothing is lost, twice is the same, never an exception."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roadmapc.diagnostics import Source
from roadmapc.source.decoding import decode
from roadmapc.source.formatting import LayoutError, lay_out
from roadmapc.source.parsing import parse_yaml
from tests.source.test_formatting import HARD, REAL, laid, read
from tests.test_fuzz import NODES, SIGNS, fuzzed, shown, spoilt


class Writer:
    """Writes a tree as a careless author would: any indent, quotes, brackets, empty lines, and comments everywhere."""

    def __init__(self, rnd: random.Random) -> None:
        self.rnd = rnd
        self.count = 0

    def source(self, node: Any) -> str:
        lines = [*self.between(0), *self.block(node, 0), *self.between(0)]
        return "\n".join(lines) + self.rnd.choice(["", "\n", "\n\n"])

    def mark(self) -> str:
        self.count += 1
        return f"#{self.rnd.choice(['', ' ', ' ', ' '])}c{self.count}"

    def behind(self) -> str:
        return self.rnd.choice(["  ", " ", "\t"]) + f"# c{self.bump()}" if self.rnd.random() < 0.2 else ""

    def bump(self) -> int:
        self.count += 1
        return self.count

    def between(self, indent: int) -> list[str]:
        found = []
        while self.rnd.random() < 0.25:
            column = self.rnd.choice([indent, indent, indent, 0, self.rnd.randrange(12)])
            found.append(self.rnd.choice(["", " " * column + self.mark()]))
        return found

    def scalar(self, text: str | None, indent: int, *, key: bool = False, flow: bool = False) -> str:
        if text is None:
            return self.rnd.choice(["null", "~"])
        plain = re.fullmatch(r"[а-яa-z0-9.]+( [а-яa-z0-9.]+)*", text) and text != "null"
        kind = self.rnd.randrange(4)
        if plain and kind == 0:
            return text
        if kind == 1 and "\n" not in text and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        if kind == 2 and not key and not flow and re.fullmatch(r"\S[^\t\r]*\S", text) and text.isprintable():
            return f"{self.rnd.choice(['|-', '>-'])}{self.behind()}\n{' ' * (indent + 2)}{text}"
        if kind == 3 and not key and not flow and re.fullmatch(r"[^\s]([^\t\r]*[^\s])?\n?", text) and "\n" in text:
            lines = text.removesuffix("\n").split("\n")
            if all(line.isprintable() for line in lines):
                body = "\n".join(" " * (indent + 3) + line if line else "" for line in lines)
                return f"|{'' if text.endswith(chr(10)) else '-'}{self.behind()}\n{body}"
        return '"' + "".join(sign if sign.isalnum() else f"\\U{ord(sign):08x}" for sign in text) + '"'

    def flow(self, node: Any) -> str:
        space = self.rnd.choice(
            ["", " ", "\n          ", f" # c{self.bump()}\n            "] if self.rnd.random() < 0.3 else [""]
        )
        if isinstance(node, dict):
            pairs = [f"{self.scalar(k, 0, key=True, flow=True)}: {self.flow(v)}" for k, v in node.items()]
            return "{" + space + f",{space or ' '}".join(pairs) + space + "}"
        if isinstance(node, list):
            return "[" + space + f",{space or ' '}".join(map(self.flow, node)) + space + "]"
        return self.scalar(node, 0, flow=True)

    def block(self, node: Any, indent: int) -> list[str]:
        if not isinstance(node, dict | list) or not node or self.rnd.random() < 0.15:
            scalar = not isinstance(node, dict | list)
            return [" " * indent + (self.scalar(node, indent) if scalar else self.flow(node) + self.behind())]
        lines: list[str] = []
        entries = list(node.items()) if isinstance(node, dict) else [(None, value) for value in node]
        for key, value in entries:
            lead = " " * indent + ("-" if key is None else f"{self.scalar(key, 0, key=True)}:")
            lines += [*(self.between(indent) if lines else []), *self.entry(lead, value, indent, listed=key is None)]
        return lines

    def entry(self, lead: str, value: Any, indent: int, *, listed: bool) -> list[str]:
        below = indent + self.rnd.choice([1, 2, 2, 2, 3, 4])
        if value is None and self.rnd.random() < 0.7:
            return [lead + self.behind()]
        if isinstance(value, dict | list) and value and self.rnd.random() < 0.8:
            if listed and self.rnd.random() < 0.7:
                first, *rest = self.block(value, indent + 2)
                return [f"{lead} {first.lstrip(' ')}", *rest]
            return [lead + self.behind(), *self.between(below), *self.block(value, below)]
        text = self.flow(value) if isinstance(value, dict | list) else self.scalar(value, indent)
        tail = "" if text[:1] in {"|", ">"} else self.behind()
        return [f"{lead}{self.rnd.choice([' ', '   '])}{text}{tail}"]


TEXTS = st.sampled_from(HARD[:-5]) | st.text("абв \n:#-'\"", max_size=12) | st.sampled_from(["раз", "1.10", "май 2022"])
KEYS = st.sampled_from(["id", "number", "title", "activity", "deadline", "text", "who", "мое", "а б", "x"]) | st.text(
    max_size=4
)
TREES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=16,
)
TOP = st.dictionaries(
    st.sampled_from(["roadmapc", "document", "owners", "sections", "waivers", "мое", "order"]), TREES, max_size=5
)


@settings(fuzzed, max_examples=600)
@given(TOP | TREES, st.randoms(use_true_random=False))
def test_whatever_an_author_writes(node: Any, rnd: random.Random) -> None:
    """However a tree is written and wherever comments stand, values and comments stay and the layout is one."""
    source, unreadable = decode("a.yaml", Writer(rnd).source(node).encode(errors="replace"))
    tree, problems = parse_yaml(source)
    assume(tree is not None and not problems and not unreadable)
    laid(source.text)


@settings(fuzzed, max_examples=80)
@given(st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_comments_anywhere_in_the_real_roadmaps(path: Path, rnd: random.Random) -> None:
    """Comments thrown between and behind the lines of a real roadmap all stay; so do its values."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number in range(20):
        at = rnd.randrange(len(lines))
        if rnd.random() < 0.5:
            lines.insert(at, " " * rnd.randrange(12) + f"# c{number}")
        else:
            lines[at] += f"  # c{number}"
    source = "\n".join(lines)
    tree, problems = parse_yaml(Source("a.yaml", source))
    assume(tree is not None and not problems)
    laid(source)


def safely(text: str) -> None:
    """Lay out what can be read; anything else is a diagnostic, never an exception of another kind."""
    source, unreadable = decode("a.yaml", text.encode(errors="replace"))
    tree, problems = parse_yaml(source)
    if tree is None or problems or unreadable:
        return
    try:
        assert lay_out(read(lay_out(tree))) == lay_out(tree)
    except LayoutError:
        assert max(map(len, source.text.split("\n"))) > 1000, "only a key too long is refused"


@settings(fuzzed, max_examples=150)
@given(spoilt())
def test_spoilt_sources(text: str) -> None:
    """A real source with a few random slips is laid out, twice the same, or cannot be read."""
    safely(text)


@settings(fuzzed, max_examples=1000)
@given(
    st.text(SIGNS + "ab1", max_size=60)
    | st.lists(st.sampled_from(list("ab:-?,[]{}#'\"|>! \n\n  ")), max_size=25).map("".join)
)
def test_any_text(text: str) -> None:
    """Signs at random are laid out, twice the same, or cannot be read."""
    safely(text)


@fuzzed
@given(NODES)
def test_records_of_any_shape(node: Any) -> None:
    """Records in brackets with any keys and values are laid out whatever the format thinks of them."""
    safely(shown(node))
