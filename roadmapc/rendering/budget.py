"""What a template may take: steps instead of a timer, and sizes of single values.

A step is about a third of a microsecond: a turn of a loop, some nodes of the template, ten letters copied. So a
template that passes on one machine passes on every other. All that a template computes comes by here before it is
computed (`spend`, `measure`) or right after (`sized`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import TemplateRuntimeError
from jinja2.utils import Namespace

MOST_STEPS = 5_000_000
MOST_LETTERS = 1_000_000
"""Of one text."""
MOST_WRITTEN = 3_000_000
"""Letters of a document that an own template writes: a thousand pages."""
MOST_ITEMS = 100_000
"""Of one list."""
MOST_BITS = 4_096
_LETTERS_OF_STEP = 10  # copying ten characters is as quick as a turn of a loop; those of two bytes and more count twice
_STEPS_OF_ITEM = 3
_STEPS_OF_LOOK = 6  # inside a list or record

_LISTS = (list, tuple, set, frozenset)


class EndlessTemplate(TemplateRuntimeError):
    """The template has used up its budget, or asks for a value larger than may be."""


class LongDocument(TemplateRuntimeError):
    """The template writes more than any document holds."""


class Budget:
    """Steps taken of a template's run, and letters that it has written, those of macros and set blocks too."""

    def __init__(self) -> None:
        self.steps = self.written = 0

    def spend(self, steps: int) -> None:
        """Take steps; raises EndlessTemplate."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise EndlessTemplate

    def begin(self, steps: int, letters: int) -> None:
        """Take the steps of a piece of the template, and the letters that stand in it; raises LongDocument."""
        self.spend(steps)
        self.write(letters)

    def write(self, letters: int) -> None:
        """Count letters that are put out; raises LongDocument."""
        self.written += letters
        if self.written > MOST_WRITTEN:
            raise LongDocument

    def letters(self, text: str) -> None:
        """Take the steps of copying or comparing a text."""
        self.spend(len(text) * (1 if text.isascii() else 2) // _LETTERS_OF_STEP)

    def measure(self, value: Any) -> Any:
        """Take the steps of writing, comparing or hashing a value with all that is in it, and return it."""
        if isinstance(value, str):
            self.letters(value)
            return value
        pending = [value]
        while pending:
            one = pending.pop()
            if isinstance(one, str):
                self.letters(one)
            elif isinstance(one, int):
                self._number(one)
            elif inner := self._inside(one):
                self.spend(_STEPS_OF_LOOK + len(inner) * _STEPS_OF_ITEM)
                pending.extend(inner)
        return value

    def _inside(self, value: Any) -> Any:
        """Return what a value holds, as often as it would be written."""
        if isinstance(value, _LISTS):
            return value
        if isinstance(value, Mapping):
            return [*value, *value.values()]
        if isinstance(value, Namespace):
            return list(value._Namespace__attrs.values())  # noqa: SLF001 (it hides all else)
        if is_dataclass(value):
            return [getattr(value, field.name) for field in fields(value)]
        return ()

    def sized(self, value: Any) -> Any:
        """Return a value that has been computed, if it is of a usual size; what comes one by one as a list."""
        if isinstance(value, str):
            if len(value) > MOST_LETTERS:
                raise EndlessTemplate
            self.letters(value)
        elif isinstance(value, int):
            self._number(value)
        elif isinstance(value, (*_LISTS, Mapping)):
            self.room(len(value))
        elif isinstance(value, Iterable) and not isinstance(value, Undefined | range):
            return list(self._counted(value))
        return value

    def room(self, items: int) -> None:
        """Take the steps of a list of that length; raises EndlessTemplate where none may be so long."""
        if items > MOST_ITEMS:
            raise EndlessTemplate
        self.spend(items * _STEPS_OF_ITEM)

    def _counted(self, things: Iterable[Any]) -> Iterator[Any]:
        for number, thing in enumerate(things):
            if number >= MOST_ITEMS:
                raise EndlessTemplate
            self.spend(_STEPS_OF_ITEM)
            yield thing

    def _number(self, value: int) -> None:
        if value.bit_length() > MOST_BITS:
            raise EndlessTemplate

    def turns(self, things: Any, each: int = 0) -> Any:
        """Return what a loop runs over, its turns taken from the budget; `each` is what a turn takes besides."""
        self.spend(_STEPS_OF_ITEM)
        if isinstance(things, Undefined):
            return things  # which says so itself
        if not isinstance(things, Sized) or isinstance(things, Iterator):
            things = list(self._counted(things))
        self.spend(len(things) * (each + 1))
        return things
