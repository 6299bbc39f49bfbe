"""What a piece of a template costs, written into the template when it is compiled.

Every body that may run again (of a loop, a macro, a block, a whole template) begins with taking its steps: a share of
the nodes that it is made of. Loops, comparisons, slices and joined texts (`~`) pass what they work on to the budget.
The calls are put in as filters whose names no template can write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from roadmapc.diagnostics import Message

METHODS: Mapping[str, str] = {"\0begin": "begin", "\0measure": "measure", "\0turns": "turns", "\0sized": "sized"}
"""Filters of ours → the sandbox's methods that they stand for."""

TOO_DEEP = Message("the template is nested too deep")
MOST_LETTERS_OF_NAME = 200
_MOST_DEPTH = 80  # of nodes in nodes: Python compiles no more than 200 brackets in each other
_MOST_BLOCKS = 30  # of tags in tags: Python compiles no more than 100 indents
_MOST_LOOPS = 18  # in each other: Python compiles no more than 20
_NODES_OF_STEP = 2
_LETTERS_OF_NODE = 20
_WEIGHTS: Mapping[type[nodes.Node], int] = {
    nodes.Dict: 20,  # in memory a record takes as much as so many names
    nodes.List: 6,
    nodes.Tuple: 4,
    nodes.Macro: 40,
    nodes.CallBlock: 40,
    nodes.For: 10,
    nodes.FromImport: 20,
    nodes.Import: 20,
    nodes.AssignBlock: 10,
    nodes.FilterBlock: 10,
}
_BODIES = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_TAGS = (nodes.For, nodes.If, nodes.With, nodes.AssignBlock, nodes.FilterBlock, nodes.CallBlock, nodes.Macro)


def write_into(template: nodes.Template, name: str | None, filename: str | None) -> None:
    """Put the calls into a template; raises TemplateSyntaxError for what Python could not compile."""
    for line, message in _faults(template, 0, 0, 0):
        raise TemplateSyntaxError(message, line, name, filename)
    bodies: list[Any] = [template, *template.find_all(_BODIES)]
    weights = [(node, _weight(node.body)) for node in bodies]
    tests = {loop: _weight([loop.test]) for loop in template.find_all(nodes.For) if loop.test is not None}
    for compare in [*template.find_all(nodes.Compare)]:
        compare.expr = _passed("\0measure", compare.expr)
        for operand in compare.ops:
            operand.expr = _passed("\0measure", operand.expr)
    for joined in [*template.find_all(nodes.Concat)]:
        joined.nodes = [_passed("\0measure", node) for node in joined.nodes]
    for item in [*template.find_all(nodes.Getitem)]:
        if isinstance(item.arg, nodes.Slice):
            item.node = _passed("\0sized", item.node)
    for record in [*template.find_all(nodes.Pair)]:
        record.key = _passed("\0measure", record.key)
    for loop in template.find_all(nodes.For):
        loop.iter = _passed("\0turns", loop.iter, nodes.Const(tests.get(loop, 0), lineno=loop.lineno))
    for node, weight in weights:
        if weight:
            cost = nodes.Const(weight, lineno=node.lineno)
            letters = nodes.Const(_letters(node.body), lineno=node.lineno)
            node.body.insert(0, nodes.ExprStmt(_passed("\0begin", cost, letters), lineno=node.lineno))


def _passed(name: str, node: Any, *arguments: nodes.Expr) -> Any:
    """Return the call of a method with what a node computes; what is written out needs no measuring."""
    if name == "\0measure" and isinstance(node, nodes.Const):
        return node
    return nodes.Filter(node, name, [*arguments], [], None, None, lineno=node.lineno)


def _weight(body: Iterable[nodes.Node]) -> int:
    """Return the steps that running a body once takes, without bodies in it that take their own."""
    total = sum(_WEIGHTS.get(type(node), 1) for node in _own_nodes(body))
    return (total + _letters(body) // _LETTERS_OF_NODE) // _NODES_OF_STEP


def _letters(body: Iterable[nodes.Node]) -> int:
    """Return how many letters stand in a body, without those in bodies of its own."""
    return sum(len(node.data) for node in _own_nodes(body) if isinstance(node, nodes.TemplateData))


def _own_nodes(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    pending = [*body]
    while pending:
        node = pending.pop()
        yield node
        own = {id(one) for one in node.body} if isinstance(node, _BODIES) else ()
        pending += [one for one in node.iter_child_nodes() if id(one) not in own]


def _faults(node: nodes.Node, depth: int, blocks: int, loops: int) -> Iterator[tuple[int, Message]]:
    """Yield what Python could not compile: what is nested too deep, an argument that is given twice."""
    depth += 1
    blocks += isinstance(node, _TAGS)
    loops = 0 if isinstance(node, nodes.Macro | nodes.CallBlock | nodes.Block) else loops + isinstance(node, nodes.For)
    if depth > _MOST_DEPTH or blocks > _MOST_BLOCKS or loops > _MOST_LOOPS:
        yield node.lineno, TOO_DEEP
        return
    names: list[str] = []
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test):
        names = [str(keyword.key) for keyword in node.kwargs]
    elif isinstance(node, nodes.Macro | nodes.CallBlock):
        names = [str(getattr(argument, "name", "")) for argument in node.args]
    if len(names) > len({*names}):
        twice = next(name for name, times in Counter(names).items() if times > 1)
        yield node.lineno, Message("the argument “{name}” is given twice", name=twice)
        return
    for child in node.iter_child_nodes():
        yield from _faults(child, depth, blocks, loops)
