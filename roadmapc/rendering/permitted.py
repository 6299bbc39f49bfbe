"""What of Jinja a template may use: filters, tests and methods, each with what it may take.

What is not named here does not exist for templates: what is random, what is meant for other kinds of text, what makes
gigabytes out of a number, what nobody can bound beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.tests import TESTS
from jinja2.utils import _PassArg
from markupsafe import Markup

from roadmapc.diagnostics import Message
from roadmapc.rendering.budget import MOST_LETTERS, Budget, EndlessTemplate

FILTERS_OF_JINJA = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "forceescape"),
    *("groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject"),
    *("rejectattr", "replace", "reverse", "round", "safe", "select", "selectattr", "sort", "string", "sum", "title"),
    *("trim", "truncate", "unique", "upper", "urlencode", "wordcount"),
)
_ONE_GLANCE = frozenset({"count", "d", "default", "first", "last", "length", "safe"})
"""Filters that take as long for a long list as for a short one."""
_TOP_ALONE = frozenset({"items", "list", "map", "reverse"})
"""Filters that go through a list without looking at what is inside the things that it holds."""
_COMPARE = frozenset(
    {"==", "eq", "equalto", "!=", "ne", ">", "gt", "greaterthan", ">=", "ge", "<", "lt", "lessthan", "<=", "le", "in"}
)
_LOOK_INSIDE = _COMPARE | {"lower", "upper", "divisibleby", "odd", "even"}

_TEXT = frozenset(
    {
        *("capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isdecimal", "isdigit"),
        *("islower", "isnumeric", "isspace", "istitle", "isupper", "join", "lower", "lstrip", "partition"),
        *("removeprefix", "removesuffix", "replace", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "split"),
        *("splitlines", "startswith", "strip", "swapcase", "title", "upper"),
    }
)
METHODS: Mapping[type, frozenset[str]] = {
    str: _TEXT,
    dict: frozenset({"get", "items", "keys", "values"}),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
}
"""Methods of values that a template may call."""

_FROM_THE_END = frozenset({"lstrip", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "strip", "trim"})
_COMPARED_AT_ONCE = 300  # letters in a step, by what looks for one text in another letter by letter
_LARGE_FORMAT = re.compile(r"\*|\d{4}")  # «%*d» and «%9999d» make a text of that length out of one digit
_WIDEST_FORMAT = 1_000  # letters of «%999d»
_MOST_PRECISION = 100


def is_method(owner: Any, name: str) -> bool:
    """Tell whether a template may call that method of a value."""
    return any(name in names for kind, names in METHODS.items() if isinstance(owner, kind))


class Misuse(Exception):
    """A filter or method got what it cannot work with; `message` says so."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def filters(budget: Budget, own: Mapping[str, Callable[..., Any]]) -> dict[str, Any]:
    """Return the filters of templates, `own` among them, each within the budget."""
    found = {name: _within(budget, name, FILTERS[name]) for name in FILTERS_OF_JINJA}
    return found | {name: _within(budget, name, _of_text(name, one)) for name, one in own.items()}


def tests(budget: Budget) -> dict[str, Any]:
    """Return the tests of templates («is defined»), each within the budget."""

    def within(name: str, test: Callable[..., Any]) -> Callable[..., Any]:
        @pass_context
        def tested(context: Context, *arguments: Any) -> Any:
            budget.spend(3)
            if name in _LOOK_INSIDE:
                for argument in arguments:
                    budget.measure(argument)
            return _called(test, context, arguments, {})

        return tested

    given: Mapping[str, Callable[..., Any]] = TESTS  # type: ignore[assignment]
    return {name: within(name, test) for name, test in given.items()}


def _of_text(name: str, given: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of ours that says what it wants where it gets no text."""

    @wraps(given)
    def checked(value: Any, *arguments: Any, **named: Any) -> Any:
        if not isinstance(value, str):
            raise Misuse(Message("the filter “{name}” takes a text alone", name=name))
        return given(value, *arguments, **named)

    return checked


def _within(budget: Budget, name: str, given: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that pays before it works, and whose result is of a usual size."""

    @pass_context  # so that it is never computed when a template is compiled
    def paid(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        budget.spend(5)
        others = (*arguments, *named.values())
        for other in others:
            budget.measure(other)
        if name not in _ONE_GLANCE:
            if name not in _TOP_ALONE:
                budget.measure(value)
            elif isinstance(value, str):
                budget.room(len(value))
            pay_by_name(budget, name, value, others)
        return budget.sized(_called(given, context, (value, *arguments), named))

    return paid


def pay_by_name(budget: Budget, name: str, value: Any, others: tuple[Any, ...]) -> None:
    """Take the steps of what may take or make more than its arguments let expect, or refuse it."""
    texts = [other for other in others if isinstance(other, str)]
    if name == "replace" and isinstance(value, str):
        old, new = (*texts, "", "")[:2]
        times = len(value) // len(old) if old else len(value) + 1
        _refuse_more(len(value) + times * len(new) * (5 if isinstance(value, Markup) else 1))
    elif name in _FROM_THE_END and isinstance(value, str):
        budget.spend(sum(len(value) * len(text) for text in texts) // _COMPARED_AT_ONCE)
    elif name == "round" and any(isinstance(other, int) and abs(other) > _MOST_PRECISION for other in others):
        raise EndlessTemplate
    elif name == "sum" and not all(isinstance(other, int | float | str) for other in others):
        raise Misuse(Message("the filter “{name}” adds numbers alone", name=name))
    elif isinstance(value, list | tuple | dict):  # each is looked at by an attribute, or joined by a text
        budget.spend(len(value) * (1 + sum(map(len, texts))) // 2)
        if name == "join":
            _refuse_more(len(value) * sum(map(len, texts)))


def pay_call(budget: Budget, method: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Take the steps of a method of a text, a list or a record."""
    owner = getattr(method, "__self__", None)
    budget.measure(owner)
    name = method.__name__
    if name == "join" and isinstance(owner, str):
        for argument in arguments:
            things = budget.measure(argument)
            pay_by_name(budget, name, things, (owner,))
        return
    for argument in arguments:
        budget.measure(argument)
    pay_by_name(budget, name, owner, arguments)


def pay_formatting(budget: Budget, form: str, values: Any) -> None:
    """Take the steps of `form % values`, or refuse what makes much out of little."""
    if _LARGE_FORMAT.search(form):
        raise EndlessTemplate
    before = budget.steps
    budget.letters(form)
    budget.measure(values)
    letters = 20 * (budget.steps - before)  # a step is ten letters, which «%r» writes as up to ten each
    _refuse_more(form.count("%") * (_WIDEST_FORMAT if re.search(r"\d", form) else 1) + form.count("%") * letters)


def _refuse_more(letters: int) -> None:
    if letters > MOST_LETTERS:
        raise EndlessTemplate


def _called(given: Callable[..., Any], context: Context, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """Call a filter or test with the first argument that it asks Jinja for."""
    first: Any = {
        _PassArg.context: context,
        _PassArg.eval_context: context.eval_ctx,
        _PassArg.environment: context.environment,
    }.get(_PassArg.from_obj(given))  # type: ignore[arg-type]
    return given(*arguments, **named) if first is None else given(first, *arguments, **named)
