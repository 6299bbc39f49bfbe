"""An edition read: `editions/<id>/<date>-<number>.yaml`, the text of a roadmap as an act has signed it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span
from roadmapc.russian.calendar import parse_date
from roadmapc.source.decoding import decode
from roadmapc.source.model.edition import Edition, EditionAct
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.problems import NOT_A_ROADMAP, UNKNOWN_KEY
from roadmapc.source.tree import Tree
from roadmapc.source.validation import validate

KEY = "edition"
_ELSEWHERE = ("extends", "roles")
"""Keys that would make the text depend on another file."""


@dataclass(frozen=True)
class EditionFile:
    """The content of an edition, or what is wrong with its form; with that it is nobody's text."""

    source: Source
    tree: Tree | None = None
    roadmap: Edition | None = None
    problems: tuple[Diagnostic, ...] = ()

    @property
    def act(self) -> EditionAct:
        """Return the act by which the text is in force."""
        assert self.roadmap is not None  # one with problems is asked for nothing else
        return self.roadmap.edition

    @property
    def day(self) -> date:
        """Return the day from which the text is in force."""
        day = parse_date(self.act.date)
        assert day is not None  # a DateText
        return day

    @cached_property
    def is_whole(self) -> bool:
        """Say whether the file says what it said when it was written."""
        return self.tree is not None and self.act.digest == digest_of(self.tree.data)


def digest_of(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of all that a file says besides its key `edition:`, as 64 hexadecimal digits.

    Comments, layout and the order of keys do not count. Of the data, not of what is printed of it: the digest of a
    text that was signed years ago does not change with the program that prints it.
    """
    from hashlib import sha256  # loads a library of C that most runs do without

    rest = {key: value for key, value in data.items() if key != KEY}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def read_edition(name: str, data: bytes) -> EditionFile:
    """Read the content of an edition; what is wrong with its form are its `problems`."""
    source, problems = decode(name, data)
    tree = None
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None:
        return EditionFile(source, problems=tuple(map(_of_edition, problems)))
    if not isinstance(tree.data, dict) or KEY not in tree.data:
        message = Message("this is no edition: the key “edition” is missing")
        span = Span(0, min(len(source.text), len(source.text.partition("\n")[0])))
        wrong = [Diagnostic(*NOT_A_ROADMAP, Severity.ERROR, message, source, span)]
        return EditionFile(source, tree, problems=(*map(_of_edition, problems), *wrong))
    roadmap, wrong = validate(tree, Edition)
    wrong += [_leads_elsewhere(tree, key) for key in _ELSEWHERE if key in tree.data]
    return EditionFile(source, tree, None if problems or wrong else roadmap, (*problems, *wrong))


def _leads_elsewhere(tree: Tree, key: str) -> Diagnostic:
    message = Message("an edition holds all of its text: it has no key “{key}”", key=key)
    return Diagnostic(*UNKNOWN_KEY, Severity.ERROR, message, tree.source, tree.key_span((key,)), route=(key,))


def _of_edition(problem: Diagnostic) -> Diagnostic:
    """Return a problem without the advice to begin a roadmap, which this file is not to be."""
    hint: Any = problem.hint
    return replace(problem, hint=None) if hint and "roadmapc new" in hint else problem
