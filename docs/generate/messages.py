"""Collects what the program says, and keeps its Russian catalogue.

`python -m docs.generate.messages update` writes new sentences into `messages.po` and drops those that nothing says any
more; `python -m docs.generate.messages compile` makes `messages.mo`, which the program reads.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from pyexpat import errors
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import roadmapc
from docs.generate.deadlines import productions
from roadmapc.checks.manual import READING, rule_page
from roadmapc.checks.running import rules
from roadmapc.deadlines.dating.dated_deadline import KINDS
from roadmapc.diagnostics import Severity
from roadmapc.plan.due import Status

PACKAGE = Path(roadmapc.__file__).parent
ROOT = PACKAGE.parent
PO = PACKAGE / "locale" / "ru" / "LC_MESSAGES" / "messages.po"
MO = PO.with_suffix(".mo")

_MADE = datetime(2022, 9, 1, tzinfo=UTC)  # fixed: a catalogue depends on its sentences alone
_COMMENT = "# What roadmapc says, in Russian. `make messages` adds the sentences; translations are written here."

# What the command-line library says by itself, and we do not say for it.
_TYPER = (
    "(dynamic)",
    "Aborted!",
    "Missing command.",
    "No such command {name!r}.",
    "default: {default}",
    "env var: {var}",
    "required",
)

# What can be wrong with XML that has no document type; `roadmapc.markup` quotes it.
_EXPAT = (
    "ASYNC_ENTITY",
    "BAD_CHAR_REF",
    "DUPLICATE_ATTRIBUTE",
    "INCORRECT_ENCODING",
    "INVALID_TOKEN",
    "JUNK_AFTER_DOC_ELEMENT",
    "MISPLACED_XML_PI",
    "NO_ELEMENTS",
    "PARTIAL_CHAR",
    "RESERVED_NAMESPACE_URI",
    "RESERVED_PREFIX_XML",
    "RESERVED_PREFIX_XMLNS",
    "SYNTAX",
    "TAG_MISMATCH",
    "UNBOUND_PREFIX",
    "UNCLOSED_CDATA_SECTION",
    "UNCLOSED_TOKEN",
    "UNDECLARING_PREFIX",
    "UNKNOWN_ENCODING",
    "XML_DECL",
)


@cache
def msgids() -> dict[str, list[str]]:
    """Return every sentence to translate with the places («roadmapc/cli/check.py:16») that say it, sorted."""
    found: dict[str, set[str]] = {}
    for collect in (_said, _explained, _produced, _elsewhere):
        for text, place in collect():
            if text:
                found.setdefault(text, set()).add(place)
    return {text: sorted(found[text]) for text in sorted(found)}


def _said() -> Iterator[tuple[str, str]]:
    """Yield what stands in the modules as literals."""
    for path in sorted([*PACKAGE.rglob("*.py"), *Path(__file__).parent.glob("*.py")]):
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        also = next((also for place, also in _COLLECTED.items() if name.startswith(place)), ())
        for collect in (_messages, _counted, *also):
            for text, line in collect(tree):
                yield text, f"{name}:{line}"


def _explained() -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of the rules' manual pages."""
    for page in READING:
        yield page.summary, "roadmapc/checks/manual.py:1"
    for rule in rules():
        place = "/".join(rule.__name__.split(".")) + ".py:1"
        page = rule_page(rule)
        for text in (page.summary, *page.why):
            yield text, place


def _produced() -> Iterator[tuple[str, str]]:
    """Yield the titles of the grammar's productions."""
    for production in productions():
        yield production.title, "/".join(production.function.__module__.split(".")) + ".py:1"


def _elsewhere() -> Iterator[tuple[str, str]]:
    """Yield what stands in no module of ours as a literal, or is a value before it is a word."""
    for severity in Severity:
        yield severity.value, "roadmapc/diagnostics/diagnostic.py:1"
    for status in get_args(Status):
        yield status, "roadmapc/plan/due.py:1"
    for kind in KINDS:
        yield kind, "roadmapc/deadlines/dating/dated_deadline.py:1"
    for name in _EXPAT:
        yield getattr(errors, f"XML_ERROR_{name}"), "roadmapc/rendering/markup/__init__.py:1"
    for text in _TYPER:
        yield text, "typer/core.py:1"


def _messages(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the first argument of every `Message(…)`; a variable stands for the strings its function gives it."""
    for scope in _scopes(tree):
        for call in _calls(scope, "Message"):
            texts = list(_strings(call.args[0], scope))
            if not texts and ast.unparse(call.args[0]) != "reason":  # the one that expat words
                raise ValueError(f"no literal says it: line {call.lineno}: {ast.unparse(call)}")
            yield from ((text, call.lineno) for text in texts)


def _counted(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield both forms of every `Count.of(one, many, n)`, joined by a zero character."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Count.of":
            one, many = (str(ast.literal_eval(argument)) for argument in node.args[:2])
            yield f"{one}\0{many}", node.lineno


def _translated(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the first argument of every `_(…)` and `translate(…)`, and the names of the commands' arguments."""
    for scope in _scopes(tree):
        for call in (*_calls(scope, "_"), *_calls(scope, "translate")):
            yield from ((text, call.lineno) for text in _strings(call.args[0], scope))
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation and "typer.Argument(" in ast.unparse(node.annotation):
            yield node.arg.upper(), node.lineno
        if isinstance(node, ast.keyword) and node.arg == "metavar" and isinstance(node.value, ast.Constant):
            yield str(node.value.value), node.value.lineno


_SIGNS = {"_STYLES", "_SIGNS", "_TAGS"}
"""Tables of reporters that hold no words."""


def _tabled(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the words of tuples and dicts that are translated one by one: constants but styles, and what loops take."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) not in _SIGNS:
            yield from _leaves(statement.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            yield from _leaves(node.iter)


def _help(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the sentence of a command."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HELP":
            yield from _leaves(node.value)


def _leaves(value: ast.expr) -> Iterator[tuple[str, int]]:
    """Yield the strings of a tuple, and of a dict's values."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value, value.lineno
    elements = value.values if isinstance(value, ast.Dict) else value.elts if isinstance(value, ast.Tuple) else []
    for element in elements:
        yield from _leaves(element)


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the module and every function in it."""
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _inside(scope: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a module or function, without those of the functions in it."""
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, ast.FunctionDef):
            yield from (inner for part in (*node.args.args, *node.decorator_list) for inner in ast.walk(part))
            yield from (inner for part in node.args.defaults for inner in ast.walk(part))
        else:
            yield node
            yield from _inside(node)


def _calls(scope: ast.AST, name: str) -> Iterator[ast.Call]:
    """Yield the calls of a function by its plain name that have an argument."""
    for node in _inside(scope):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name and node.args:
            yield node


def _strings(value: ast.expr, scope: ast.AST) -> Iterator[str]:
    """Yield the strings that an expression can be."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _strings(value.body, scope)
        yield from _strings(value.orelse, scope)
    elif isinstance(value, ast.Name):
        for node in _inside(scope):
            if isinstance(node, ast.Assign):
                yield from _assigned(node.targets[0], node.value, value.id)


def _assigned(target: ast.expr, value: ast.expr, name: str) -> Iterator[str]:
    """Yield the string that an assignment gives to a name, alone or in a tuple."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, part in zip(target.elts, value.elts, strict=False):
            yield from _assigned(one, part, name)
    elif isinstance(target, ast.Name) and target.id == name and isinstance(value, ast.Constant):
        yield str(value.value)


_Collect = Callable[[ast.Module], Iterator[tuple[str, int]]]
_COLLECTED: dict[str, tuple[_Collect, ...]] = {
    "roadmapc/cli/": (_translated, _help),
    "roadmapc/reporters/": (_translated, _tabled),
    "roadmapc/checks/manual.py": (_translated, _tabled),
    "docs/generate/rules.py": (_translated, _tabled),
}


class _Plain(Catalog):
    """A catalogue whose head names no clock and no version of the tool."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "roadmapc"),
            ("POT-Creation-Date", f"{_MADE:%Y-%m-%d %H:%M%z}"),
            ("PO-Revision-Date", f"{_MADE:%Y-%m-%d %H:%M%z}"),
            ("Language", "ru"),
            (
                "Plural-Forms",
                "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
            ),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def translations() -> dict[str, str]:
    """Return what stands in `messages.po`: sentence → translation, «» where there is none."""
    if not PO.exists():
        return {}
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="ru", ignore_obsolete=True)
    return {_joined(message.id): _joined(message.string) for message in catalogue if message.id}


def _joined(forms: str | Sequence[str] | None) -> str:
    """Return a sentence as it stands, and plural forms joined by zero characters; «» where one is missing."""
    if isinstance(forms, str):
        return forms
    return "\0".join(forms) if forms and all(forms) else ""


def _catalogue(texts: dict[str, str], places: dict[str, list[str]]) -> Catalog:
    """Return sentences and translations as a catalogue; of a place it keeps the file, since lines move."""
    catalogue = _Plain("ru", header_comment=_COMMENT, creation_date=_MADE, revision_date=_MADE, fuzzy=False)
    for text, translation in sorted(texts.items()):
        files = sorted({place.rpartition(":")[0] for place in places.get(text, ())})
        one, *many = text.split("\0")
        said = tuple(translation.split("\0")) if translation else ("", "", "")
        key, value = ((one, *many), said) if many else (one, translation)
        catalogue.add(key, value, locations=[(file, 0) for file in files])
        catalogue[key].flags.clear()
    return catalogue


def updated() -> bytes:
    """Return `messages.po` with every sentence of the program and no other, translations kept."""
    places, known = msgids(), translations()
    out = io.BytesIO()
    catalogue = _catalogue({text: known.get(text, "") for text in places}, places)
    write_po(out, catalogue, width=120, sort_output=True, include_lineno=False)
    return out.getvalue()


def compiled() -> bytes:
    """Return `messages.mo` as `messages.po` says it."""
    out = io.BytesIO()
    write_mo(out, _catalogue(translations(), {}))
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Write the file asked for."""
    tasks: dict[str, tuple[Path, Callable[[], bytes]]] = {"update": (PO, updated), "compile": (MO, compiled)}
    if len(arguments) != 1 or arguments[0] not in tasks:
        print(__doc__, file=sys.stderr)
        return 2
    path, make = tasks[arguments[0]]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make())
    missing = [text for text, translation in translations().items() if not translation]
    print("\n".join(["without a translation:", *missing]) if missing else "all sentences are translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
