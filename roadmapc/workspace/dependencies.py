"""What an answer about a roadmap depends on, one list: every file whose content may change the answer.

Whoever keeps answers takes the parts of his key from here, so that a kind of file that is added changes all keys. What
is no file (the day, the rules chosen, the program) is the business of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from roadmapc.diagnostics import Diagnostic
from roadmapc.source.form_names import FormFault
from roadmapc.source.marks_name import is_marks
from roadmapc.workspace import bases, edition_files, source_files
from roadmapc.workspace.kept import digest
from roadmapc.workspace.settings import FILE
from roadmapc.workspace.source_files import OWNERS_FILE

Role = Literal["roadmap", "base", "owners", "settings", "template", "form", "marks", "edition"]
_SETTINGS = Path(FILE)


class Dependency(NamedTuple):
    """A file: what it is to the roadmap, its name in messages, its content, and why that is not read.

    A file that is not there has no content; it is listed all the same, for the answer changes once it is.
    """

    role: Role
    name: Path
    data: bytes | None
    problem: Diagnostic | None = None
    fault: FormFault | None = None


def of_source(path: Path, name: Path | None = None, data: bytes | None = None) -> Iterator[Dependency]:
    """Yield the file itself, then what it is read and judged with; `name` and `data` stand in for path and content."""
    name, problem = name or path, None
    if data is None:
        data, problem = source_files.content(path, name)
    if is_marks(name):
        yield Dependency("marks", name, data, problem)
        yield from _of_roadmap_of(name)
        return
    yield Dependency("roadmap", name, data, problem)
    if base := bases.base_file(name, data):
        yield Dependency("base", base.path, base.data, base.problem)
    for edition in edition_files.beside(name, data):
        yield Dependency("edition", *edition)
    folder = name.parent
    yield Dependency("owners", folder / OWNERS_FILE, *(source_files.shared(folder) or (None,)))
    yield Dependency("settings", _SETTINGS, source_files.settings_content())


def _of_roadmap_of(marks: Path) -> Iterator[Dependency]:
    """Yield what the roadmap of marks depends on, itself first; that it is not there, where it is not."""
    from roadmapc.workspace import marks_files  # needed where there are marks

    roadmap = marks_files.roadmap_of(marks)
    if roadmap is None:
        yield Dependency("roadmap", marks, None)
    else:
        yield from of_source(roadmap)


def of_form(text: str, source: Path, templates: Path | None = None) -> Dependency:
    """Return the form that a roadmap names; one that cannot be found or read is listed with the reason."""
    from roadmapc.workspace import forms

    found = forms.find(text, source, templates)
    if isinstance(found, FormFault):
        return Dependency("form", Path(text), None, fault=found)
    data = forms.content(found)
    if isinstance(data, FormFault):
        return Dependency("form", found, None, fault=data)
    return Dependency("form", found, data)


def form_state(text: str, source: Path, templates: Path | None = None) -> str:
    """Return what tells one state of the form that a roadmap names from any other."""
    return digest(*key_parts([of_form(text, source, templates)]))


def of_templates(folders: Iterable[Path]) -> Iterator[Dependency]:
    """Yield what documents are made by: the templates and forms of the folders that are searched, and the packaged."""
    from roadmapc.rendering.packaged import packaged
    from roadmapc.workspace import template_files

    for folder in (*folders, packaged("templates")):
        for file in sorted(folder.iterdir()):
            if file.suffix in template_files.SUFFIXES:
                yield Dependency("template", file, *source_files.content(file))


def key_parts(dependencies: Iterable[Dependency]) -> Iterator[bytes | str]:
    """Yield what tells one state of all these files from any other, for the key of an answer."""
    for one in dependencies:
        yield f"{one.role}\0{one.name}\0{one.problem!r}\0{one.fault!r}\0{one.data is None}"
        yield one.data or b""
