"""The sandbox that templates run in: no way out, no chance, and a budget of steps instead of a timer.

A turn of a loop is a step, calls and long texts cost more; what makes much out of little (`"x" * 10**9`) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sized
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes, pass_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from roadmapc.diagnostics import Message
from roadmapc.rendering.markup.faults import or_perhaps

MOST_STEPS = 5_000_000
MOST_LETTERS = 1_000_000
_STEPS_OF_CALL = 10  # a call does the work of about ten turns of a loop
_LETTERS_OF_STEP = 10  # of texts that are put together: copying ten characters is as quick as a turn of a loop
_MOST_POWER = 64  # 2 ** 64 is enough for any template, 9 ** 9 ** 9 would never end
# Pseudo-random, meant for other kinds of text, or able to make gigabytes out of a number.
_REFUSED_FILTERS = (
    *("batch", "center", "filesizeformat", "format", "indent", "pprint", "random", "slice", "tojson"),
    *("urlize", "wordwrap", "xmlattr"),
)
_REFUSED_METHODS = {"center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill"}
_WIDTH = re.compile(r"\d{5}")  # "%99999d" makes a text of that length out of one digit


class EndlessTemplate(TemplateRuntimeError):
    """The template has used up its budget."""


class Unknown(StrictUndefined):
    """A name that is not there: whatever is done with it raises, naming the nearest known one."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        thing = self._undefined_obj
        known = [field.name for field in fields(thing)] if is_dataclass(thing) else []
        name = str(self._undefined_name)
        return Message("there is no “{name}”{nearest}", name=name, nearest=or_perhaps(name, known))


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget; `reset_budget` fills it anew before each document.

    Steps instead of a timer, so that a template that passes on one machine passes on every other. They are taken where
    Jinja lets us in: loops and `~` are rewritten when a template is compiled, calls, operators and includes are
    intercepted when it runs.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: BaseLoader, **options: Any) -> None:
        options = {"autoescape": True, "undefined": Unknown, "trim_blocks": True, "lstrip_blocks": True, **options}
        super().__init__(loader=loader, **options)
        for name in _REFUSED_FILTERS:
            del self.filters[name]
        del self.globals["lipsum"]
        self.filters |= {"_counted": self._counted, "_measured": self._measured}
        self.steps = 0

    def reset_budget(self) -> None:
        """Fill the budget."""
        self.steps = 0

    def spend(self, steps: int) -> None:
        """Take steps from the budget; raises EndlessTemplate."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise EndlessTemplate

    def call(self, context: Any, thing: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call something for a template: ten steps, and one for each turn of a recursive loop."""
        self.spend(_STEPS_OF_CALL)
        if isinstance(thing, LoopContext) and arguments:
            arguments = (self._counted(context, arguments[0]), *arguments[1:])
        return super().call(context, thing, *arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute what may grow out of proportion."""
        if operator == "**" and not (isinstance(right, int) and abs(right) <= _MOST_POWER):
            raise EndlessTemplate
        if operator == "*" and _letters(left, right) > MOST_LETTERS:
            raise EndlessTemplate
        if operator == "+":
            self._measure(left)
            self._measure(right)
        if operator == "%" and isinstance(left, str) and _WIDTH.search(left):
            raise EndlessTemplate
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; the fields of views, which templates ask for most, without the way through Jinja.

        The views are frozen records of texts: nothing in their fields leads out.
        """
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse methods that make long texts out of numbers, besides what Jinja refuses; fields of views are safe."""
        if attr in getattr(type(obj), "__dataclass_fields__", ()):
            return True
        return not (isinstance(obj, str) and attr in _REFUSED_METHODS) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, _: Any) -> None:
        """Leave `"{}".format` to the rule above; Jinja would let it through."""

    def get_template(self, *arguments: Any, **named: Any) -> Any:
        """Find a template, also for `include` and `extends`: as a call."""
        self.spend(_STEPS_OF_CALL)
        return super().get_template(*arguments, **named)

    def _generate(self, source: nodes.Template, *arguments: Any, **named: Any) -> str:
        """Compile a template whose loops are counted and whose joined texts (`~`) are measured."""
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
        for joined in source.find_all(nodes.Concat):
            joined.nodes = [
                nodes.Filter(node, "_measured", [], [], None, None, lineno=joined.lineno) for node in joined.nodes
            ]
        return super()._generate(source, *arguments, **named)

    @pass_context
    def _measured(self, _: Any, text: Any) -> Any:
        self._measure(text)
        return text

    def _measure(self, text: Any) -> None:
        if isinstance(text, Sized):
            self.spend(len(text) // _LETTERS_OF_STEP)

    @pass_context  # so that it is never computed beforehand
    def _counted(self, _: Any, things: Iterable[Any]) -> Iterable[Any]:
        """Return what a loop runs over, its turns taken from the budget: at once where they are known."""
        if isinstance(things, Sized):
            self.spend(len(things))
            return things
        self.spend(_STEPS_OF_CALL)
        return self._counting(things)

    def _counting(self, things: Iterable[Any]) -> Iterator[Any]:
        for thing in things:
            self.spend(1)
            yield thing


def _letters(left: Any, right: Any) -> int:
    """Return how long a repeated text or list would be; of numbers, how many digits."""
    if isinstance(left, int) and isinstance(right, int):
        return (left.bit_length() + right.bit_length()) // 3
    for things, times in ((left, right), (right, left)):
        if isinstance(things, Sized) and isinstance(times, int):
            return len(things) * times
    return 0
