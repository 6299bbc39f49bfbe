"""A source → the tree of its YAML, or what is wrong with it."""

from __future__ import annotations

from roadmapc.diagnostics import Diagnostic, Message, Source, Span
from roadmapc.source.problems import EMPTY_FILE
from roadmapc.source.tree import Tree
from roadmapc.source.tree_builder import PARSER_ERRORS, Stop, TreeBuilder, events


def parse_yaml(source: Source) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the tree of a source (None where it cannot be read) and what is wrong with its YAML."""
    builder = TreeBuilder(source)
    try:
        builder.take(events(source.text))
    except Stop:
        return None, builder.listed()
    except PARSER_ERRORS as error:
        from roadmapc.source.unreadable import unreadable  # needed only where something is wrong

        return None, [*builder.listed(), *unreadable(source, error)]
    if builder.is_unprintable:
        return None, builder.listed()
    if not builder.root:
        message = (
            Message("the file is empty: nothing but comments is in it")
            if "#" in source.text
            else Message("the file is empty")
        )
        builder.report(EMPTY_FILE, Span(0, 0), message, hint=Message("to begin a roadmap: roadmapc new"))
        return None, builder.problems
    return builder.tree, builder.listed()
