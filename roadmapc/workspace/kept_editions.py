"""The last signed text of a roadmap, as `freeze` keeps it: `editions/<id>/<date>-<number>.yaml` beside it."""

from __future__ import annotations

import os
from pathlib import Path

from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.project_paths import PathRefused, inside
from roadmapc.plan import Plan, make_plan
from roadmapc.source import file_kinds
from roadmapc.source.decoding import decode
from roadmapc.source.model import Roadmap
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.validation import validate
from roadmapc.workspace import source_files

_FOLDER = "editions"
_KEY = file_kinds.EDITION.keys[0]


def latest_edition(roadmap: Path, plan: Plan) -> Path | None:
    """Return the file of the last text that was signed: their names begin with the date of the act."""
    folder, text = roadmap.parent, f"{_FOLDER}/{plan.id}"
    if not os.path.lexists(folder / _FOLDER):
        return None
    try:
        place = inside(folder, folder, text)
    except PathRefused as error:
        raise UserError(error.message) from error
    found = sorted(place.glob("*.yaml")) if place.is_dir() else []
    return folder / text / found[-1].name if found else None


def is_edition(data: bytes) -> bool:
    """Say whether the content of a file is a signed text."""
    return file_kinds.kind_at_a_glance(data) is file_kinds.EDITION


def read(path: Path) -> Compilation:
    """Read an edition: a whole roadmap, which needs no other file."""
    data, problem = source_files.content(path)
    if problem:
        return Compilation(problem.source, None, (problem,))
    source, problems = decode(path.as_posix(), data)
    tree = None
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None or not isinstance(tree.data, dict):
        raise UserError(Message("{path} is no edition of a roadmap", path=path))
    tree.data.pop(_KEY, None)
    found, wrong = validate(tree, Roadmap)
    if found is None:
        return Compilation(source, None, (*problems, *wrong))
    plan = make_plan(found, tree, path.parent.name, calendar=source_files.settings().calendar)
    return Compilation(source, plan, tuple(problems))
