"""Rules' manual pages, from their docstrings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import dedent
from types import ModuleType

from roadmapc.checks.running import rule_name, rules
from roadmapc.diagnostics import Severity
from roadmapc.source.problems import (
    ALIAS,
    CHANGED_BASE,
    CUT_BY_COMMENT,
    DUPLICATE_KEY,
    EMPTY_FILE,
    MISSING_KEY,
    NOT_A_ROADMAP,
    NOT_YAML,
    SECOND_DOCUMENT,
    SWALLOWED_LINE,
    TOO_DEEP,
    TOO_MANY,
    UNFITTING_OVERRIDE,
    UNKNOWN_KEY,
    UNREADABLE_FILE,
    UNUSABLE_BASE,
    WRONG_TYPE,
    WRONG_VALUE,
    ReadingProblem,
)

_TITLES = ("Bad:", "Good:")
_STAYS = re.compile(r"^…$", re.MULTILINE)
_START = re.compile(r"\W*\w*")


@dataclass(frozen=True)
class RulePage:
    """A rule's page: one sentence, paragraphs, and two sources, with the fault and without.

    Of the good one it shows what changes; `good_source` is the whole.
    """

    code: str
    name: str
    severity: str
    summary: str
    why: tuple[str, ...]
    bad: str
    good: str

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """Return the examples with their titles; nothing where no text can show the fault."""
        return tuple(zip(_TITLES, (self.bad, self.good), strict=True)) if self.bad else ()

    @property
    def good_source(self) -> str:
        """Return the whole good example."""
        return completed_good(self.bad, self.good)

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the page as plain text."""
        head = f"{self.code} {self.name} ({translate(self.severity)})"
        parts = [head, translate(self.summary), *(translate(paragraph) for paragraph in self.why)]
        for title, example in self.examples:
            parts.append(translate(title) + "\n\n" + "\n".join(f"    {line}" for line in example.splitlines()))
        return "\n\n".join(parts)


def _reading(problem: ReadingProblem, summary: str, bad: str = "", good: str = "") -> RulePage:
    return RulePage(*problem, Severity.ERROR.value, summary, (), dedent(bad).strip(), dedent(good).strip())


READING: tuple[RulePage, ...] = (
    _reading(
        NOT_YAML,
        "The file is not readable as YAML: an indent, a colon, a quote or a bracket is wrong.",
        """
        municipality:
          name: Город: центр
        """,
        """
        municipality:
          name: 'Город: центр'
        """,
    ),
    _reading(EMPTY_FILE, "The file is empty."),
    _reading(
        UNREADABLE_FILE,
        "The file is too large, not in UTF-8, or holds characters that no document can hold.",
    ),
    _reading(
        DUPLICATE_KEY,
        "A key is given twice in one record.",
        "municipality: {name: Район, name: Город}",
        "municipality: {name: Район}",
    ),
    _reading(
        ALIAS,
        "YAML's references, tags and merges are not used here: repeat the text.",
        "municipality: {name: &name Район, region: *name}",
        "municipality: {name: Район, region: Район}",
    ),
    _reading(
        SECOND_DOCUMENT,
        "A second document begins in the file: one file holds one roadmap.",
        """
        municipality: {name: Район}
        ---
        municipality: {name: Город}
        """,
        "municipality: {name: Район}",
    ),
    _reading(
        CUT_BY_COMMENT,
        "Words after “#” are taken for a comment: put the text in quotes.",
        """
        municipality:
          name: Район #5
        """,
        """
        municipality:
          name: 'Район #5'
        """,
    ),
    _reading(
        TOO_DEEP,
        "Lists and records stand in each other too deeply.",
        "municipality: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Район]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "municipality: {name: Район}",
    ),
    _reading(
        TOO_MANY,
        "The file has more or longer values than a plan can have, or more problems than are listed.",
    ),
    _reading(
        MISSING_KEY,
        "A key that every roadmap has is missing.",
        "municipality: {region: Край}",
        "municipality: {name: Район, region: Край}",
    ),
    _reading(
        UNKNOWN_KEY,
        "The format does not know the key; the nearest known one is named.",
        "municipality: {name: Район, regoin: Край}",
        "municipality: {name: Район, region: Край}",
    ),
    _reading(
        WRONG_TYPE,
        "A text, a list or a record stands where another of them is expected.",
        "municipality: {name: [Район, Город]}",
        "municipality: {name: Район}",
    ),
    _reading(
        WRONG_VALUE,
        "The value does not fit: a date, a word from a list, a yes or no.",
        "approval: {act: приказом, date: вчера, number: 5}",
        "approval: {act: приказом, date: 01.09.2021, number: 5}",
    ),
    _reading(NOT_A_ROADMAP, "The file's top key tells another kind of file, or no key at the top tells any kind."),
    _reading(
        UNUSABLE_BASE,
        "The base plan that the roadmap extends cannot be used: it is not there, is another kind of file, has errors, "
        "or extends one itself.",
    ),
    _reading(
        CHANGED_BASE,
        "The base plan is not the one that was signed: its digest is another. Nothing is built until the signed one is "
        "back, or an act has approved the change.",
    ),
    _reading(
        UNFITTING_OVERRIDE,
        "What the roadmap changes, places or drops does not fit the base plan: a row or role that it does not have, a "
        "row changed twice, dropped without a reason, or after a row that is not there.",
    ),
    _reading(
        SWALLOWED_LINE,
        "A line that looks like a row of a list or a key stands so deep that it is taken for words of the text above.",
        """
        municipality:
          name: >-
            Ивановский район
            region: Московская область
        """,
        """
        municipality:
          name: Ивановский район
          region: Московская область
        """,
    ),
)
"""What reading a file may report, before the rules. These cannot be waived."""


def completed_good(bad: str, good: str) -> str:
    """Return the whole good example: its lines «…» stand for the lines of the bad one that stay as they are.

    The lines between take the place of their like in the bad example, from the first to the last of them; those before
    the first «…» begin the example, those behind the last one end it. Raises ValueError where there is no such place.
    """
    lines = bad.splitlines()
    first, *others = (part.strip("\n").splitlines() for part in _STAYS.split(good))
    if not others:
        return good
    *middle, last = others
    whole, at = [*first], max(_alike(first, lines), default=-1) + 1
    for block in middle:
        places = [at + place for place in _alike(block, lines[at:])]
        if not places:
            raise ValueError("\n".join(block))
        whole += [*lines[at : places[0]], *block]
        at = places[-1] + 1
    # From the end, since the row that ends an example often begins as those before it do.
    tail = max(_alike(last[::-1], lines[at:][::-1]), default=-1) + 1
    return "\n".join([*whole, *lines[at : len(lines) - tail], *last])


def _alike(block: Sequence[str], lines: Sequence[str]) -> list[int]:
    """Return where lines stand, in their order, that begin as those of a block do: with the same indent and word."""
    found: list[int] = []
    starts = [_start(line) for line in lines]
    for line in block:
        at = found[-1] + 1 if found else 0
        if _start(line) in starts[at:]:
            found.append(starts.index(_start(line), at))
    return found


def _start(line: str) -> str:
    """Return the indent and the first word of a line; a dash of a list is part of the indent."""
    match = _START.match(line)
    return match[0].replace("-", " ") if match else ""


def rule_page(rule: ModuleType) -> RulePage:
    """Return the page of a rule; paragraphs are joined lines, so that a catalogue can hold them."""
    text = rule.__doc__ or ""
    before, _, examples = text.partition("\nBad:\n")
    bad, _, good = examples.partition("\nGood:\n")
    summary, *why = [" ".join(part.split()) for part in before.strip().split("\n\n")]
    sources = (dedent(bad).strip(), dedent(good).strip())
    return RulePage(rule.CODE, rule_name(rule), rule.SEVERITY.value, summary, tuple(why), *sources)


def pages() -> tuple[RulePage, ...]:
    """Return the pages of all problems, by code."""
    found = [*READING, *(rule_page(module) for module in rules())]
    return tuple(sorted(found, key=lambda page: page.code))
