"""Files that an office has → what they hold: read by their kind, each word counted a second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from roadmapc.diagnostics import Message, Translate, UserError
from roadmapc.documents.output import OutputContext
from roadmapc.importer import Imported, Read, import_files
from roadmapc.importing.counting import WordCount, counted, words_of
from roadmapc.importing.material import Material
from roadmapc.importing.reading.from_word import read_word
from roadmapc.importing.reading.kinds import BY_LIBREOFFICE, WORKBOOKS, Kind, has_macros, readable
from roadmapc.word.package.unpacking import PackageError
from roadmapc.workspace import import_files as files_to_import
from roadmapc.workspace import office, source_files, template_files
from roadmapc.workspace.import_files import ImportFile


class Named(NamedTuple):
    """A file's name for people, and its bytes."""

    name: str
    data: bytes


def contents(files: Sequence[ImportFile]) -> list[Named | UserError]:
    """Return the bytes of files, or why there are none."""
    found: list[Named | UserError] = []
    for file in files:
        try:
            found.append(Named(file.name, files_to_import.content(file)))
        except UserError as error:
            found.append(error)
    return found


def read(files: Sequence[Named], *, reject_changes: bool = False) -> list[Read | UserError]:
    """Return what each file holds, or why it cannot be read; those for LibreOffice go through it together."""
    return [
        one if isinstance(one, UserError) else read_one(*one, reject_changes=reject_changes) for one in modern(files)
    ]


class Modern(NamedTuple):
    """A file that this program reads by itself: its name for people, its bytes, its kind."""

    name: str
    data: bytes
    kind: Kind


def modern(files: Sequence[Named]) -> list[Modern | UserError]:
    """Return files as this program reads them, or why it does not; those for LibreOffice go through it together."""
    kinds = [_kind(one) for one in files]
    converted = iter(_converted([(kind, one.data) for one, kind in zip(files, kinds, strict=True) if _is_old(kind)]))
    found: list[Modern | UserError] = []
    for one, kind in zip(files, kinds, strict=True):
        if isinstance(kind, UserError):
            found.append(kind)
            continue
        data = next(converted) if _is_old(kind) else one.data
        found.append(data if isinstance(data, UserError) else Modern(one.name, data, kind))
    return found


def imported(
    files: Sequence[Modern], stem: str, translate: Translate, *, reject_changes: bool
) -> tuple[list[Read | UserError], Imported | UserError | None]:
    """Return what each file holds, and the roadmap of all of them, if every one could be read."""
    found = [read_one(*one, reject_changes=reject_changes) for one in files]
    good = [one for one in found if not isinstance(one, UserError)]
    if len(good) < len(found):
        return found, None
    try:
        return found, import_files(good, stem, _context(), translate)
    except UserError as error:
        return found, error


@source_files.remembered
def _context() -> OutputContext:
    return template_files.output_context((), ("docx",), "")


def _kind(file: Named) -> Kind | UserError:
    try:
        return readable(file.data, file.name)
    except UserError as error:
        return error


def _is_old(kind: Kind | UserError) -> bool:
    return kind in BY_LIBREOFFICE


def _converted(documents: Sequence[tuple[Kind | UserError, bytes]]) -> list[bytes | UserError]:
    if not documents:
        return []
    try:
        return office.as_docx(
            office.find_office(), [(kind, data) for kind, data in documents if isinstance(kind, Kind)]
        )
    except UserError as error:
        return [error] * len(documents)


def read_one(name: str, data: bytes, kind: Kind, *, reject_changes: bool) -> Read | UserError:
    """Return what a file holds, or why it cannot be read."""
    try:
        material, count = _material(data, kind, reject_changes=reject_changes)
    except UserError as error:
        return error
    except PackageError as error:
        return UserError(error.message)
    if not any(text.words for text in material.texts) and not material.asides:
        return UserError(
            Message("there is no text in the file"),
            Message("a scan holds pictures only: take the file that was printed and signed, or retype it"),
        )
    if kind is Kind.DOCX and has_macros(data):
        remark = Message("the file has macros: they were not run, only its words are read")
        material = replace(material, remarks=(*material.remarks, remark))
    return Read(name, material, count)


def _material(data: bytes, kind: Kind, *, reject_changes: bool) -> tuple[Material, WordCount]:
    if kind is Kind.TEXT:
        from roadmapc.importing.reading.pasted import decoded, material_of

        text = decoded(data)
        return material_of(text), WordCount(Counter(words_of(text)), Counter(), {})
    if kind in WORKBOOKS:
        from roadmapc.importing.reading.workbook import read_workbook

        material = read_workbook(data)
        return material, counted(data) if kind is Kind.XLSX else _own_count(material)
    return read_word(data, reject_changes=reject_changes), counted(data, reject_changes=reject_changes)


def _own_count(material: Material) -> WordCount:
    """Return the words of a workbook that nobody else can count here: an old one, or one of LibreOffice."""
    printed = Counter(word for text in material.texts for word in words_of(text.words))
    asides: dict[str, Counter[str]] = {}
    for aside in material.asides:
        asides.setdefault(aside.kind, Counter()).update(words_of(aside.text))
    return WordCount(printed, Counter(), asides)
