"""The shared directory: `owners.yaml` beside the roadmaps, with owners and terms that several of them use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmapc.diagnostics import Diagnostic, Source
from roadmapc.source.decoding import decode
from roadmapc.source.model import Owner, SharedDirectory
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from roadmapc.source.validation import validate


@dataclass(frozen=True)
class Directory:
    """What a folder's roadmaps share, and what is wrong with its file; with errors it has no owners."""

    source: Source
    owners: Mapping[str, Owner] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    tree: Tree | None = None
    problems: tuple[Diagnostic, ...] = ()


def _is_to_be_filled(text: str) -> bool:
    """Say whether a file has comments alone, as `new` writes it: nothing is shared yet."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    return bool(lines) and all(line.startswith("#") for line in lines)


def read_directory(name: str, data: bytes) -> Directory:
    """Read the content of an `owners.yaml`; what is wrong with it are its `problems`."""
    source, problems = decode(name, data)
    tree = None
    if not problems and _is_to_be_filled(source.text):
        return Directory(source)
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None:
        return Directory(source, problems=tuple(problems))
    content, wrong = validate(tree, SharedDirectory)
    if content is None or problems:
        return Directory(source, tree=tree, problems=(*problems, *wrong))
    return Directory(source, content.owners, content.terms, tree)
