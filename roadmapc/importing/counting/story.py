"""A story of a Word file (the body, a header, the notes) read once: where words stand, and what they are worth.

Words go on over the borders of runs, over hidden and deleted ones and over a paragraph mark that is deleted; they end
with a paragraph, a line, a tab, a cell.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from roadmapc.importing.counting.alternatives import Alternatives
from roadmapc.importing.counting.choices import Choices
from roadmapc.importing.counting.fields import Fields
from roadmapc.importing.counting.list_numbers import ListNumbers
from roadmapc.importing.counting.names import R_ID, SPACE, VAL, M, W
from roadmapc.importing.counting.properties import Paragraph, Properties
from roadmapc.importing.counting.scanner import Attributes, Scanner
from roadmapc.importing.counting.styles import Styles
from roadmapc.importing.counting.word_count import Tally
from roadmapc.importing.counting.words import RAISED

Reference = tuple[str, str]
"""The name of an element that refers to a note or a part, and the id of what it refers to."""

_SPACES = " \t\r\n"
"""What Word takes away from both ends of a text that does not say `xml:space`."""

_HIDDEN, _TEXT_BOX = "hidden", "text box"
_NOTE_REFERENCES = ("footnoteReference", "endnoteReference", "commentReference")
_HEADER_REFERENCES = ("headerReference", "footerReference")


class _Outer(NamedTuple):
    """What is read on after a text box."""

    paragraph: Paragraph
    kind: str
    pieces: list[str]
    hidden: bool


class Story(Scanner):
    """Adds the words of a part to a tally, those in its own text as `kind`; `lost` is the kind of what changes remove.

    `numbers` counts its paragraphs, if they are to be counted. `references` is what it refers to.
    """

    def __init__(
        self, tally: Tally, kind: str, styles: Styles, fields: Fields, lost: str, numbers: ListNumbers | None = None
    ) -> None:
        super().__init__()
        self.references: list[Reference] = []
        self._tally = tally
        self._kind = kind
        self._pieces = tally.of(kind)
        self._last = kind  # of the piece before
        self._lost = lost
        self._removals = 0
        self._styles = styles
        self._numbers = numbers
        self._fields = fields
        self._spaces_kept = self._spaces_kept_everywhere = False
        self._covered = False  # the cell is one with that above it
        self._box_hidden = False
        self._outer: list[_Outer] = []
        self._properties = Properties(self, styles, rejected=lost == "inserted")
        Alternatives(self)
        fields.listen(self)
        self._listen_to_breaks()
        self._listen_to_text()
        self._listen_to_references()

    def _listen_to_breaks(self) -> None:
        self.ends |= {W + "p": self._end_paragraph, W + "tc": self._end_cell, W + "txbxContent": self._end_box}
        self.starts |= {W + "tbl": self._end_line, W + "txbxContent": self._begin_box}
        self.starts |= {W + "tc": self._begin_cell, W + "vMerge": self._merge}
        for part in ("e", "num", "den", "sub", "sup", "oMath"):  # of a formula
            self.ends[M + part] = self._gap
        for part in ("rt", "rubyBase"):  # what is written over words, and they
            self.ends[W + part] = self._gap

    def _listen_to_text(self) -> None:
        for text in (W + "t", W + "delText", M + "t"):
            self.starts[text] = self._begin_text
            self.ends[text] = self._text
        for part in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"):
            self.starts[W + part] = self._begin_part
        for name in ("tab", "ptab"):
            self.starts[W + name] = self._gap
        for name in ("br", "cr"):
            self.starts[W + name] = self._line
        self.starts[W + "noBreakHyphen"] = self._hyphen
        Choices(lambda: None if self._removals else self._pieces).listen(self)
        for change in ("ins", "moveTo") if self._lost == "inserted" else ("del", "moveFrom"):
            self.starts[W + change] = self._begin_removal
            self.ends[W + change] = self._end_removal

    def _listen_to_references(self) -> None:
        for name in _NOTE_REFERENCES:
            self.starts[W + name] = self._referring(name, W + "id")
        for name in _HEADER_REFERENCES:
            self.starts[W + name] = self._referring(name, R_ID)

    def _referring(self, name: str, attribute: str) -> Callable[[Attributes], object]:
        return lambda attributes: self.references.append((name, attributes.get(attribute, "")))

    def _end_paragraph(self) -> None:
        if self._numbers and not self._outer:
            self._number(self._numbers)
        self._last = ""
        if not self._properties.paragraph.mark_gone:
            self._pieces.append("\n")

    def _number(self, numbers: ListNumbers) -> None:
        """Count a paragraph: one that goes on in the next, or only ends a section, is none.

        One of which nothing is seen prints no number and counts all the same: so Word itself passes over numbers where
        a list is told to go on with a higher one.
        """
        one = self._properties.paragraph
        if one.mark_gone or self._fields.in_code or (one.ends_section and not one.has_runs):
            return
        number = numbers.next(self._styles.paragraph(one.style), one.num, one.level)
        unseen = self._covered or self._properties.mark_hidden
        if number and (one.has_words or not unseen):
            self._tally.numbers.append(number)

    def _begin_text(self, attributes: Attributes) -> None:
        self.characters.clear()
        self._spaces_kept = SPACE in attributes or self._spaces_kept_everywhere

    def _begin_part(self, attributes: Attributes) -> None:
        self._spaces_kept_everywhere = attributes.get(SPACE) == "preserve"

    def _text(self) -> None:
        text = "".join(self.characters)
        if self._properties.paragraph.run_raised:
            text = text.translate(RAISED)
        self._write(text if self._spaces_kept else text.strip(_SPACES))

    def _gap(self, _: Attributes | None = None) -> None:
        self._write("\t")

    def _line(self, _: Attributes) -> None:
        self._write("\n")

    def _hyphen(self, _: Attributes) -> None:
        self._write("-")

    def _write(self, text: str) -> None:
        if self._fields.left_out:
            return
        if self._removals:
            self._write_aside(self._lost, text)
        elif self._properties.hidden or self._box_hidden:
            self._write_aside(_HIDDEN, text)
        else:
            self._properties.paragraph.has_words = True
            self._last = self._kind
            self._pieces.append(text)

    def _write_aside(self, kind: str, text: str) -> None:
        """Write what is no part of the story: its words end where the story goes on."""
        pieces = self._tally.of(kind)
        if kind != self._last:
            self._last = kind
            pieces.append("\n")
        pieces.append(text)

    def _end_line(self, _: Attributes) -> None:
        self._pieces.append("\n")

    def _begin_cell(self, _: Attributes) -> None:
        self._covered = False

    def _merge(self, attributes: Attributes) -> None:
        self._covered = attributes.get(VAL, "continue") == "continue"

    def _end_cell(self) -> None:
        self._covered = False
        self._pieces.append("\n")

    def _begin_removal(self, _: Attributes) -> None:
        if self._properties.inside:
            self._properties.remove_mark()
        else:
            self._removals += 1

    def _end_removal(self) -> None:
        if not self._properties.inside:
            self._removals = max(0, self._removals - 1)

    def _begin_box(self, _: Attributes) -> None:
        properties = self._properties
        self._outer.append(_Outer(properties.paragraph, self._kind, self._pieces, self._box_hidden))
        self._box_hidden = self._box_hidden or properties.hidden
        self._kind, self._pieces, self._last = _TEXT_BOX, self._tally.of(_TEXT_BOX), ""
        properties.begin_box()

    def _end_box(self) -> None:
        paragraph, self._kind, self._pieces, self._box_hidden = self._outer.pop()
        self._last = ""
        self._properties.end_box(paragraph)
