"""The words of a Word file: its body, and the headers, notes and comments that it refers to."""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.importing.counting.fields import Fields
from roadmapc.importing.counting.list_definitions import Definitions
from roadmapc.importing.counting.list_numbers import ListNumbers
from roadmapc.importing.counting.names import W
from roadmapc.importing.counting.parts import Package
from roadmapc.importing.counting.scanner import Attributes
from roadmapc.importing.counting.story import Reference, Story
from roadmapc.importing.counting.styles import Styles
from roadmapc.importing.counting.word_count import PRINTED, Tally, WordCount

_HEADERS = {"headerReference": "header", "footerReference": "footer"}
_NOTES = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
"""Notes by kind, and how the relationship with their part is called; comments come last: the others may have some."""


class WordFile:
    """The words of a Word file; `lost` is the kind of what goes when its changes are accepted, or rejected."""

    def __init__(self, package: Package, lost: str) -> None:
        self._package = package
        self._lost = lost
        self._styles = Styles(package.first(package.main, "styles"))
        self._definitions = Definitions(package.first(package.main, "numbering"))
        self._tally = Tally()

    def count(self) -> WordCount:
        """Return how often each word stands in it; raises `PackageError`."""
        references = self._read(PRINTED, self._package.main_part)
        for kind, part in _NOTES.items():
            data = self._package.first(self._package.main, part)
            wanted = {target for name, target in references if name == f"{kind}Reference"}
            if data is not None and wanted:
                references = references + self._read(kind, data, wanted)
        for kind, data in self._headers(references):
            self._read(kind, data)
        return self._tally.count()

    def _headers(self, references: list[Reference]) -> list[tuple[str, bytes]]:
        """Return the headers and footers of all sections with their kinds, each part once."""
        related = self._package.related(self._package.main)
        kinds: dict[str, str] = {}
        for name, target in references:
            if name in _HEADERS and target in related:
                kinds.setdefault(related[target].part, _HEADERS[name])
        parts = ((kind, self._package.part(part)) for part, kind in kinds.items())
        return [(kind, data) for kind, data in parts if data is not None]

    def _read(self, kind: str, data: bytes, wanted: set[str] | None = None) -> list[Reference]:
        """Read a part, of notes the `wanted` ones, and return what it refers to.

        A field without end would swallow the rest: then all is read as if there were no fields.
        """
        for ignored in (False, True):
            tally = Tally()
            fields = Fields(page_numbers=kind not in _HEADERS.values(), ignored=ignored)
            numbers = None if kind else ListNumbers(self._definitions, self._styles)
            story = Story(tally, kind, self._styles, fields, self._lost, numbers)
            if wanted is not None:
                story.starts[W + kind] = _only(story, wanted)
            story.read(data)
            if not fields.unfinished:
                break
        self._tally.add(tally)
        return story.references


def _only(story: Story, wanted: set[str]) -> Callable[[Attributes], None]:
    """Return what leaves out the notes that nobody refers to, and the lines that part notes from the text."""

    def begin(attributes: Attributes) -> None:
        real = attributes.get(W + "type", "normal") == "normal"
        if not real or attributes.get(W + "id", "") not in wanted:
            story.skip()

    return begin
