"""A story of a Word file (the body, a header, the notes) read once: where words stand, and what they are worth.

Words go on over the borders of runs, over hidden and deleted ones and over a paragraph mark that is deleted; they end
with a paragraph, a line, a tab, a cell. Of alternatives the first is read.
"""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.importing.counting.fields import Fields
from roadmapc.importing.counting.list_numbers import ListNumbers
from roadmapc.importing.counting.names import MC, R_ID, VAL, M, W
from roadmapc.importing.counting.scanner import Attributes, Scanner, integer, is_on
from roadmapc.importing.counting.styles import Styles
from roadmapc.importing.counting.word_count import Tally

Reference = tuple[str, str]
"""The name of an element that refers to a note or a part, and the id of what it refers to."""

HIDDEN = "hidden"
TEXT_BOX = "text box"


class _Paragraph:
    """A paragraph and the run that is read of it."""

    style = ""
    num: int | None = None
    level: int | None = None
    hidden = False  # by its style
    mark_hidden: bool | None = None
    mark_gone = False
    ends_section = False
    has_runs = False
    has_words = False
    run_hidden: bool | None = None  # as the run itself says
    run_style_hides = False


class Story(Scanner):
    """Adds the words of a part to a tally, those in its own text as `kind`; `lost` is the kind of what changes remove.

    `numbers` counts its paragraphs, if they are to be counted. `references` is what it refers to: the name of the
    element with the id.
    """

    def __init__(
        self, tally: Tally, kind: str, styles: Styles, fields: Fields, lost: str, numbers: ListNumbers | None = None
    ) -> None:
        super().__init__()
        self.references: list[Reference] = []
        self._tally = tally
        self._styles = styles
        self._fields = fields
        self._numbers = numbers
        self._default_hidden = styles.hides(styles.paragraph(""))
        self._kind = kind
        self._pieces = tally.of(kind)
        self._last = kind
        self._lost = lost
        self._removals = 0
        self._outer_hidden = styles.all_hidden
        self._in_properties = False
        self._in_list_properties = False
        self._paragraph = _Paragraph()
        self._outer: list[tuple[_Paragraph, bool, str, list[str], bool]] = []
        self._alternatives: list[bool] = []
        self._listen_to_paragraphs()
        self._listen_to_text()
        self._listen_to_changes(rejected=lost == "inserted")

    def _listen_to_paragraphs(self) -> None:
        self.starts |= {
            W + "p": self._begin_paragraph,
            W + "tbl": self._break_line,
            W + "pPr": self._begin_properties,
            W + "pStyle": self._style,
            W + "numPr": self._begin_list_properties,
            W + "numId": self._num,
            W + "ilvl": self._level,
            W + "sectPr": self._section,
            W + "vanish": self._vanish,
            W + "rStyle": self._run_style,
            W + "sdtPr": self._skip,
            W + "sdtEndPr": self._skip,
            W + "txbxContent": self._begin_box,
            MC + "AlternateContent": self._begin_alternatives,
            MC + "Choice": self._alternative,
            MC + "Fallback": self._alternative,
        }
        self.ends |= {
            W + "p": self._end_paragraph,
            W + "pPr": self._end_properties,
            W + "numPr": self._end_list_properties,
            W + "tc": self._break_line,
            W + "txbxContent": self._end_box,
            MC + "AlternateContent": self._end_alternatives,
        }

    def _listen_to_text(self) -> None:
        for run in (W + "r", M + "r"):
            self.starts[run] = self._begin_run
        for text in (W + "t", W + "delText", M + "t"):
            self.starts[text] = self.clear
            self.ends[text] = self._text
        for gap in ("tab", "ptab"):
            self.starts[W + gap] = self._gap
        for line in ("br", "cr"):
            self.starts[W + line] = self._line
        self.starts[W + "noBreakHyphen"] = self._hyphen
        for part in ("e", "num", "den", "sub", "sup", "oMath"):  # of a formula
            self.ends[M + part] = self._gap
        for part in ("rt", "rubyBase"):  # what is written over words
            self.ends[W + part] = self._gap
        for reference in ("footnoteReference", "endnoteReference", "commentReference"):
            self.starts[W + reference] = self._referring(reference, W + "id")
        for reference in ("headerReference", "footerReference"):
            self.starts[W + reference] = self._referring(reference, R_ID)
        self._fields.listen(self)

    def _listen_to_changes(self, *, rejected: bool) -> None:
        for change in ("ins", "moveTo") if rejected else ("del", "moveFrom"):
            self.starts[W + change] = self._begin_removal
            self.ends[W + change] = self._end_removal
        for change in ("sectPrChange", "pPrChange", "rPrChange"):
            self.starts[W + change] = self._skip
        if rejected:
            self.starts[W + "pPrChange"] = self._earlier_paragraph
            self.starts[W + "rPrChange"] = self._earlier_run

    def _skip(self, _: Attributes) -> None:
        self.skip()

    # Paragraphs

    def _begin_paragraph(self, _: Attributes) -> None:
        self._paragraph = _Paragraph()
        self._paragraph.hidden = self._default_hidden

    def _end_paragraph(self) -> None:
        if self._numbers and not self._outer:
            self._number(self._numbers)
        self._last = ""
        if not self._paragraph.mark_gone:
            self._pieces.append("\n")

    def _number(self, numbers: ListNumbers) -> None:
        """Count a paragraph: one that goes on in the next, or only ends a section, has no number; a hidden one does."""
        one = self._paragraph
        if one.mark_gone or self._fields.in_code or (one.ends_section and not one.has_runs):
            return
        number = numbers.next(self._styles.paragraph(one.style), one.num, one.level)
        mark_hidden = one.hidden if one.mark_hidden is None else one.mark_hidden
        if number and (one.has_words or not mark_hidden):
            self._tally.numbers.append(number)

    def _begin_properties(self, _: Attributes) -> None:
        self._in_properties = True

    def _end_properties(self) -> None:
        self._in_properties = False

    def _style(self, attributes: Attributes) -> None:
        self._paragraph.style = attributes.get(VAL, "")
        self._paragraph.hidden = self._styles.hides(self._styles.paragraph(self._paragraph.style))

    def _begin_list_properties(self, _: Attributes) -> None:
        self._in_list_properties = True

    def _end_list_properties(self) -> None:
        self._in_list_properties = False

    def _num(self, attributes: Attributes) -> None:
        self._paragraph.num = integer(attributes.get(VAL))

    def _level(self, attributes: Attributes) -> None:
        self._paragraph.level = integer(attributes.get(VAL))

    def _section(self, _: Attributes) -> None:
        self._paragraph.ends_section = self._in_properties

    # Runs

    def _begin_run(self, _: Attributes) -> None:
        one = self._paragraph
        one.has_runs = True
        one.run_hidden = None
        one.run_style_hides = False

    def _vanish(self, attributes: Attributes) -> None:
        hides = is_on(attributes.get(VAL))
        if self._in_properties:
            self._paragraph.mark_hidden = hides
        else:
            self._paragraph.run_hidden = hides

    def _run_style(self, attributes: Attributes) -> None:
        if not self._in_properties:
            self._paragraph.run_style_hides = self._styles.hides(attributes.get(VAL, ""))

    @property
    def _hidden(self) -> bool:
        """Whether the run is hidden: styles of paragraph and characters undo each other (ECMA-376 part 1, 17.7.3)."""
        one = self._paragraph
        if one.run_hidden is not None:
            return one.run_hidden
        return one.hidden != one.run_style_hides or self._outer_hidden

    # Text

    def _text(self) -> None:
        self._write("".join(self.characters))

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
            kind = self._lost
        elif self._hidden:
            kind = HIDDEN
        else:
            self._paragraph.has_words = True
            self._last = self._kind
            self._pieces.append(text)
            return
        if kind != self._last:
            self._last = kind
            text = f"\n{text}"
        self._tally.of(kind).append(text)

    def _break_line(self, _: Attributes | None = None) -> None:
        self._pieces.append("\n")

    # Changes

    def _begin_removal(self, _: Attributes) -> None:
        if not self._in_properties:
            self._removals += 1
        elif not self._in_list_properties:
            self._paragraph.mark_gone = True

    def _end_removal(self) -> None:
        if not self._in_properties:
            self._removals -= 1

    def _earlier_paragraph(self, _: Attributes) -> None:
        one = self._paragraph
        one.style, one.num, one.level, one.hidden = "", None, None, self._default_hidden

    def _earlier_run(self, _: Attributes) -> None:
        if self._in_properties:
            self.skip()
        else:
            self._paragraph.run_hidden, self._paragraph.run_style_hides = None, False

    # What stands in what

    def _begin_box(self, _: Attributes) -> None:
        self._outer.append((self._paragraph, self._outer_hidden, self._kind, self._pieces, self._in_properties))
        self._outer_hidden = self._hidden
        self._kind, self._pieces = TEXT_BOX, self._tally.of(TEXT_BOX)
        self._paragraph, self._in_properties, self._last = _Paragraph(), False, ""

    def _end_box(self) -> None:
        self._paragraph, self._outer_hidden, self._kind, self._pieces, self._in_properties = self._outer.pop()
        self._last = ""

    def _begin_alternatives(self, _: Attributes) -> None:
        self._alternatives.append(False)

    def _alternative(self, _: Attributes) -> None:
        if self._alternatives and self._alternatives[-1]:
            self.skip()
        elif self._alternatives:
            self._alternatives[-1] = True

    def _end_alternatives(self) -> None:
        self._alternatives.pop()

    def _referring(self, name: str, attribute: str) -> Callable[[Attributes], object]:
        return lambda attributes: self.references.append((name, attributes.get(attribute, "")))
