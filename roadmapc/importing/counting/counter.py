"""Counts the words of a file, whichever kind it is."""

from __future__ import annotations

from roadmapc.importing.counting.names import S, W
from roadmapc.importing.counting.parts import Package
from roadmapc.importing.counting.scanner import root_of
from roadmapc.importing.counting.word_count import WordCount
from roadmapc.importing.counting.word_file import WordFile
from roadmapc.importing.counting.workbook import Workbook
from roadmapc.word.package.unpacking import NotWordFile


def counted(data: bytes, *, reject_changes: bool = False) -> WordCount:
    """Return how often each word stands in a .docx or .xlsx; what it is its main part says.

    Tracked changes are taken as accepted, or else as rejected. Raises `PackageError` for bytes that are no such file,
    are damaged, or unpack to more than may be.
    """
    package = Package(data)
    root = root_of(package.main_part)
    if root == W + "document":
        return WordFile(package, "inserted" if reject_changes else "deleted").count()
    if root == S + "workbook":
        return Workbook(package).count()
    raise NotWordFile
