"""The sandbox that users' templates run in: no way out, no chance, and a budget of steps instead of a timer.

Steps are taken where Jinja lets us in: what a piece of a template costs is written into it when it is compiled
(`costs`), filters, calls, operators and inclusions are intercepted when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from roadmapc.diagnostics import Message
from roadmapc.rendering import costs, permitted
from roadmapc.rendering.budget import MOST_BITS, MOST_ITEMS, MOST_LETTERS, MOST_STEPS, Budget, EndlessTemplate
from roadmapc.rendering.markup.faults import or_perhaps

__all__ = ["MOST_STEPS", "EndlessTemplate", "Sandbox", "Unknown", "trusted"]

MOST_TOKENS = 20_000
"""Of a template: words and signs between the braces; compiling takes half a second for so many."""
_STEPS_OF_CALL = 20  # a call does the work of about twenty turns of a loop
_STEPS_OF_LOOKUP = 5
_STEPS_OF_TOKEN = 30
_STEPS_OF_MISSING_FILE = 200
_MOST_POWER = 64  # 2 ** 64 is enough for any template, 9 ** 9 ** 9 would never end
_CALLABLE = (BlockReference, Cycler, Joiner, LoopContext, Macro, TemplateReference)
_OPEN = (BlockReference, Cycler, LoopContext, Macro, Namespace, TemplateModule, TemplateReference)
"""What Jinja itself gives to templates: all that does not begin with «_» is for them."""


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


TOO_MANY_DIGITS = Message("a number has too many digits")
_OPTIONS: Mapping[str, Any] = {"autoescape": True, "undefined": Unknown, "trim_blocks": True, "lstrip_blocks": True}


def trusted(
    loader: BaseLoader, finalize: Callable[[Any], Any], filters: Mapping[str, Callable[..., Any]]
) -> Environment:
    """Return what runs the packaged templates: they are ours, and need no budget."""
    environment = Environment(loader=loader, finalize=finalize, auto_reload=False, **_OPTIONS)  # noqa: S701 (they say autoescape)
    environment.filters |= filters
    return environment


class _Code(CodeGenerator):
    """Writes the calls that `costs` has put into a template as calls of the sandbox."""

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802 (as Jinja calls it)
        """Write `set`; Jinja would forget its line."""
        self.newline(node)
        super().visit_Assign(node, frame)

    def visit_With(self, node: nodes.With, frame: Frame) -> None:  # noqa: N802 (as Jinja calls it)
        """Write `with`; Jinja would forget its line."""
        self.newline(node)
        super().visit_With(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 (as Jinja calls it)
        """Write a filter, or one of ours that no template can name."""
        if node.name not in costs.METHODS:
            super().visit_Filter(node, frame)
            return
        assert node.node is not None
        self.write(f"environment.{costs.METHODS[node.name]}(")
        self.visit(node.node, frame)
        for argument in node.args:
            self.write(", ")
            self.visit(argument, frame)
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget; `reset_budget` fills it anew before each document."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    code_generator_class = _Code

    def __init__(
        self,
        loader: BaseLoader,
        finalize: Callable[[Any], Any] = lambda value: value,
        filters: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        self.budget = Budget()
        self.shown = finalize
        self.own_filters = filters or {}
        super().__init__(loader=loader, finalize=self._paid, optimized=False, **_OPTIONS)
        self.filters = permitted.filters(self.budget, self.own_filters)
        self.tests = permitted.tests(self.budget)
        del self.globals["lipsum"]
        self._classes = [self.globals[name] for name in ("cycler", "dict", "joiner", "namespace", "range")]
        self.spend, self.measure, self.turns = self.budget.spend, self.budget.measure, self.budget.turns
        self.sized, self.begin = self.budget.sized, self.budget.begin

    def reset_budget(self) -> None:
        """Fill the budget."""
        self.budget.steps = self.budget.written = 0

    @pass_context  # so that nothing is put out when a template is compiled
    def _paid(self, _: Any, value: Any) -> Any:
        self.begin(1, len(value) if isinstance(value, str) else 1)
        return self.shown(self.measure(value))

    def call(self, context: Any, thing: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call something for a template: a macro, a block, a method of a text; nothing else can be called."""
        self.spend(_STEPS_OF_CALL + len(arguments) + len(named))
        if isinstance(thing, LoopContext) and arguments:
            arguments = (self.turns(arguments[0]), *arguments[1:])
        elif not isinstance(thing, _CALLABLE):
            self._pay_call(thing, (*arguments, *named.values()))
        return self.sized(super().call(context, thing, *arguments, **named))

    def _pay_call(self, thing: Any, arguments: tuple[Any, ...]) -> None:
        """Take the steps of a method, or of a class that Jinja gives to templates; raise for all else."""
        owner = None if isinstance(thing, StrictUndefined) else getattr(thing, "__self__", None)
        if isinstance(thing, StrictUndefined):
            pass  # which tells so when it is called
        elif permitted.is_method(owner, getattr(thing, "__name__", "")):
            permitted.pay_call(self.budget, thing, arguments)
        elif any(thing is one for one in self._classes) or isinstance(owner, LoopContext | Cycler):
            self.spend(_STEPS_OF_CALL)
            self.measure([*arguments])
        elif callable(thing):
            raise SecurityError
        else:
            raise permitted.Misuse(Message("only a macro or a method can be called"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute with two values, unless much would come of little."""
        self.spend(2)
        if operator == "**" and not (isinstance(right, int) and abs(right) <= _MOST_POWER):
            raise EndlessTemplate
        if operator == "*":
            self._repeat(left, right)
        if operator == "%" and isinstance(left, str):
            permitted.pay_formatting(self.budget, left, right)
        return self.sized(super().call_binop(context, operator, left, right))

    def _repeat(self, left: Any, right: Any) -> None:
        """Raise for a text or list that would be repeated too often."""
        for things, times in ((left, right), (right, left)):
            most = MOST_LETTERS if isinstance(things, str) else MOST_ITEMS
            if isinstance(times, int) and isinstance(things, str | list | tuple) and len(things) * times > most:
                raise EndlessTemplate

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; the fields of views, which templates ask for most, without the way through Jinja.

        The views are frozen records of texts: nothing in their fields leads out.
        """
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        self.spend(_STEPS_OF_LOOKUP)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item by its number or key."""
        self.spend(_STEPS_OF_LOOKUP)
        return super().getitem(obj, self.measure(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 (as Jinja calls it)
        """Let through fields of views, methods that are permitted, and what Jinja's own helpers show."""
        if attr in getattr(type(obj), "__dataclass_fields__", ()):
            return True
        return permitted.is_method(obj, attr) or (isinstance(obj, _OPEN) and not attr.startswith("_"))

    def wrap_str_format(self, _: Any) -> None:
        """Leave `"{}".format` to the rule above; Jinja would let it through."""

    def _load_template(self, name: str, globals: Any) -> Any:
        """Find a template, also for `include` and `extends`: as a call; one that is not there costs more."""
        self.spend(2 * _STEPS_OF_CALL)
        if not isinstance(name, str):
            raise permitted.Misuse(Message("a template is named by a text"))
        if len(name) > costs.MOST_LETTERS_OF_NAME or not name.isprintable():
            raise TemplateNotFound(name[: costs.MOST_LETTERS_OF_NAME])
        try:
            return super()._load_template(name, globals)
        except TemplateNotFound:
            self.spend(_STEPS_OF_MISSING_FILE)
            raise

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Read a template; what is nested too deep is told at its line."""
        if len(source) > MOST_LETTERS:
            raise TemplateSyntaxError(Message("the template is too large"), 1, name, filename)
        parser = None
        try:
            parser = Parser(self, source, name, filename)
            return parser.parse()
        except RecursionError:
            line = parser.stream.current.lineno if parser else 1
            raise TemplateSyntaxError(costs.TOO_DEEP, line, name, filename) from None
        except (ValueError, OverflowError):  # int() takes no more than 4300 digits
            line = parser.stream.current.lineno if parser else 1
            raise TemplateSyntaxError(TOO_MANY_DIGITS, line, name, filename) from None

    def _tokenize(self, source: str, name: str | None, filename: str | None = None, state: str | None = None) -> Any:
        stream = self.lexer.wrap(self.lexer.tokeniter(source, name, filename, state), name, filename)
        return TokenStream(self._tokens(stream, name, filename), name, filename)

    def _tokens(self, stream: Iterable[Token], name: str | None, filename: str | None) -> Iterator[Token]:
        for number, token in enumerate(stream):
            if number > MOST_TOKENS:
                raise TemplateSyntaxError(Message("the template is too large"), token.lineno, name, filename)
            if isinstance(token.value, int) and token.value.bit_length() > MOST_BITS:
                raise TemplateSyntaxError(TOO_MANY_DIGITS, token.lineno, name, filename)
            self.spend(_STEPS_OF_TOKEN)
            yield token

    def _generate(self, source: nodes.Template, name: Any, filename: Any, *arguments: Any, **named: Any) -> str:
        """Compile a template with what its pieces cost written into it."""
        try:
            costs.write_into(source, name, filename)
            return super()._generate(source, name, filename, *arguments, **named)
        except RecursionError:
            raise TemplateSyntaxError(costs.TOO_DEEP, 1, name, filename) from None
