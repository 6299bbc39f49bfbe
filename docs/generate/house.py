"""Prints how the house stands: `python -m docs.generate.house [PACKAGE]`, from the code's own imports and definitions.

Rooms are the folders and modules at the package's top; an arrow leads from a room to one it imports. A name has two
meanings where modules define it more than once as a class or an alias of a type.
"""

from __future__ import annotations

import ast
import io
import statistics
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "roadmapc"
_LONG = 200
_FACES = {"__init__", "__main__"}


def main(package: Path) -> None:
    """Print the figures, then each room with those that it imports."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}
    arrows = _arrows(package, trees)
    for name, value in _figures(package, trees, arrows):
        print(f"{name:<44} {value}")
    print()
    for room, others in sorted(arrows.items(), key=lambda item: len(_below(item[0], arrows)), reverse=True):
        print(f"{room:<14} → {', '.join(sorted(others)) or '–'}")


def _figures(package: Path, trees: dict[Path, ast.Module], arrows: dict[str, set[str]]) -> Iterator[tuple[str, object]]:
    lengths = [len(path.read_text("utf-8").splitlines()) for path in trees if path.stem not in _FACES]
    functions = [
        _length(node) for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    ]
    twice = sorted(name for name, count in _names(trees.values()).items() if count > 1)
    stems = Counter(path.stem for path in trees if path.stem not in _FACES)
    modules = sorted(name for name, count in stems.items() if count > 1)
    siblings = [path for path in package.iterdir() if path.stem not in {*_FACES, "__pycache__", "py", "locale"}]
    yield "siblings at the package's top", len(siblings)
    yield "rooms, arrows between them", f"{len(arrows)}, {sum(map(len, arrows.values()))}"
    yield "circles", sum(room in _below(room, arrows) for room in arrows)
    yield "names of classes and aliases with two meanings", f"{len(twice)} {' '.join(twice)}"
    yield "module names used twice", f"{len(modules)} {' '.join(modules)}"
    yield "deepest own inheritance", max(_depths(trees.values()), default=0)
    yield "comments per 100 lines of code", f"{_comments(trees):.1f}"
    yield "files; median, longest", f"{len(lengths)}; {statistics.median(lengths):.0f}, {max(lengths)}"
    yield f"files over {_LONG} lines", sum(length > _LONG for length in lengths)
    yield "functions; median, longest", f"{len(functions)}; {statistics.median(functions):.0f}, {max(functions)}"


def _room(parts: Iterable[str]) -> str:
    return next(iter(parts)).removesuffix(".py")


def _arrows(package: Path, trees: dict[Path, ast.Module]) -> dict[str, set[str]]:
    """Return the rooms that each room imports."""
    found: dict[str, set[str]] = defaultdict(set)
    for path, tree in trees.items():
        room = _room(path.relative_to(package).parts)
        if room in _FACES:
            continue
        found[room] |= {_room(name.split(".")[1:]) for name in _imported(package.name, tree)} - {
            room,
            *_FACES,
            "__version__",
        }
    return found


def _imported(package: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            yield from (f"{package}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{package}."):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith(f"{package}."))


def _below(room: str, arrows: dict[str, set[str]]) -> set[str]:
    """Return all rooms that a room leads to; itself where it stands in a circle."""
    found: set[str] = set()
    waiting = set(arrows.get(room, ()))
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting |= arrows.get(one, set()) - found
    return found


def _names(trees: Iterable[ast.Module]) -> Counter[str]:
    """Count in how many modules each public name of a class or an alias of a type is defined."""
    found: Counter[str] = Counter()
    for tree in trees:
        found.update({name for node in tree.body if (name := _defined(node)) and name[0].isupper()})
    return found


def _defined(node: ast.stmt) -> str:
    if isinstance(node, ast.ClassDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    if isinstance(target, ast.Name) and not target.id.isupper() and len(target.id) > 1:
        return target.id
    return ""


def _depths(trees: Iterable[ast.Module]) -> Iterator[int]:
    """Yield how many classes of the package stand above each other; 1 for a class without a base of our own."""
    bases = {
        node.name: [base.id for base in node.bases if isinstance(base, ast.Name)]
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }

    def depth(name: str) -> int:
        return 1 + max((depth(base) for base in bases[name] if base in bases and base != name), default=0)

    yield from map(depth, bases)


def _comments(trees: Iterable[Path]) -> float:
    comments = code = 0
    for path in trees:
        text = path.read_text("utf-8")
        comments += sum(
            token.type == tokenize.COMMENT for token in tokenize.generate_tokens(io.StringIO(text).readline)
        )
        code += sum(bool(line.strip()) for line in text.splitlines())
    return 100 * comments / code


def _length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE)
