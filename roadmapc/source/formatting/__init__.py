"""Tree → the same tree laid out canonically: its values, its comments, and nothing lost.

The order of the keys is the format's, the comments are the author's. `scalars` chooses how a text is written,
`comments` finds whose each comment is, `layout` puts lines together. What comes out is read again and compared: a
layout that would lose anything is refused.
"""

from __future__ import annotations

from collections import Counter

from roadmapc.diagnostics import Source
from roadmapc.source.formatting.gaps import LayoutError, comments_and_dashes
from roadmapc.source.formatting.layout import lines_of
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree

__all__ = ["LayoutError", "lay_out"]


def lay_out(tree: Tree) -> str:
    """Return the text of a tree in its canonical layout, or raise LayoutError where something would be lost."""
    text = "".join(f"{line}\n" for line in lines_of(tree))
    if not _same(tree, text):
        raise LayoutError
    return text


def _same(tree: Tree, text: str) -> bool:
    again, problems = parse_yaml(Source(tree.source.name, text))
    if again is None or problems or again.data != tree.data:
        return False
    return _comments(again) == _comments(tree)


def _comments(tree: Tree) -> Counter[str]:
    return Counter(comment.text for comment in comments_and_dashes(tree)[0])
