"""Opening a finished .docx: its main part and those that say how it looks; none may declare a document type."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from roadmapc.diagnostics import Message, UserError
from roadmapc.word.package.parts import RELATIONS, MalformedPart, Relation, relations
from roadmapc.word.reader.computed_style import Styles, W, theme_fonts


class UnreadableDocument(UserError):
    """The file is no Word document that can be opened; `message` says why."""


def parsed(data: bytes) -> Element:
    """Return the root of a part without entities, comments and instructions; raises for a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedPart
    return root


class Opened:
    """A document whose parts are parsed; `core`, `app` and `settings` are None where it lacks them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        package = self._relations(RELATIONS, "")
        main = next((r.part for r in package if r.kind == "officeDocument" and r.part in parts), None)
        if main is None:
            raise UnreadableDocument(Message("this is not a Word document (.docx), or it is damaged or locked"))
        folder, _, name = main.rpartition("/")
        self.relations = self._relations(f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
        self.core = self._part(package, "core-properties")
        self.app = self._part(package, "extended-properties")
        self.settings = self._part(self.relations, "settings")
        self.root = parsed(parts[main])
        if self.root.tag != f"{W}document":
            strict = str(self.root.tag).endswith("}document")
            text = Message("this is a strict Open XML document: save it as a plain document (.docx)")
            other = Message("this is not a Word document (.docx), or it is damaged or locked")
            raise UnreadableDocument(text if strict else other)
        theme = theme_fonts(self._part(self.relations, "theme"))
        numbering = self._part(self.relations, "numbering")
        self.styles = Styles(self._part(self.relations, "styles"), numbering, theme)

    def _relations(self, name: str, folder: str) -> list[Relation]:
        return relations(self.parts[name], folder) if name in self.parts else []

    def _part(self, listed: list[Relation], kind: str) -> Element | None:
        name = next((r.part for r in listed if r.kind == kind and r.part in self.parts), None)
        return parsed(self.parts[name]) if name else None
