"""A package of Office: its parts by name, and which of them refer to which."""

from __future__ import annotations

from posixpath import basename, dirname, join, normpath
from typing import NamedTuple

from roadmapc.importing.counting.scanner import Attributes, Scanner
from roadmapc.word.package.unpacking import NotWordFile, unpack

_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"


class Relationship(NamedTuple):
    """What a part refers to: `kind` is the last word of the relationship's type, `part` a name."""

    kind: str
    part: str


class Package:
    """The parts of a file; their names are told apart without regard to case (ECMA-376 part 2, 9.1.1)."""

    def __init__(self, data: bytes) -> None:
        self._parts = {name.casefold(): content for name, content in unpack(data).items()}
        self.main = next((one.part for one in self.related("").values() if one.kind == "officeDocument"), "")

    def part(self, name: str) -> bytes | None:
        """Return a part, or None where there is no such."""
        return self._parts.get(name.casefold())

    @property
    def main_part(self) -> bytes:
        """Return the part that the package is about; raises `NotWordFile` where there is none."""
        part = self.part(self.main)
        if part is None:
            raise NotWordFile
        return part

    def related(self, name: str) -> dict[str, Relationship]:
        """Return what a part refers to inside the package, by id; `name` is empty for the package itself."""
        data = self.part(join(dirname(name), "_rels", f"{basename(name)}.rels"))
        return {} if data is None else _Relationships(dirname(name), data).found

    def first(self, name: str, kind: str) -> bytes | None:
        """Return the first part of a kind that a part refers to."""
        names = (one.part for one in self.related(name).values() if one.kind == kind)
        return next((part for part in map(self.part, names) if part is not None), None)


class _Relationships(Scanner):
    def __init__(self, folder: str, data: bytes) -> None:
        super().__init__()
        self.found: dict[str, Relationship] = {}
        self._folder = folder
        self.starts[_RELATIONSHIP] = self._relationship
        self.read(data)

    def _relationship(self, attributes: Attributes) -> None:
        if attributes.get("TargetMode") == "External":
            return
        target = normpath(join("/", self._folder, attributes.get("Target", ""))).lstrip("/")
        kind = basename(attributes.get("Type", ""))
        self.found.setdefault(attributes.get("Id", ""), Relationship(kind, target))
