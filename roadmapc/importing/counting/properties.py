"""What a paragraph and the run that is read of it say of themselves."""

from __future__ import annotations

from roadmapc.importing.counting.names import VAL, M, W
from roadmapc.importing.counting.scanner import Attributes, Scanner, integer, is_on
from roadmapc.importing.counting.styles import Styles


class Paragraph:
    """A paragraph and its run; `hidden` is by its style, `run_hidden` is what the run itself says, if anything."""

    style = ""
    num: int | None = None
    level: int | None = None
    hidden = False
    mark_hidden: bool | None = None
    mark_gone = False
    ends_section = False
    has_runs = False
    has_words = False
    run_hidden: bool | None = None
    run_style_hides = False
    run_raised = False


class Properties:
    """Keeps `paragraph` as a part says; with `rejected` changes, properties are those before them."""

    def __init__(self, scanner: Scanner, styles: Styles, *, rejected: bool) -> None:
        self.paragraph = Paragraph()
        self.inside = False
        self._scanner = scanner
        self._styles = styles
        self._rejected = rejected
        self._in_list = False
        self._default_hidden = styles.hides(styles.paragraph(""))
        self._listen_to_paragraphs()
        self._listen_to_runs()

    @property
    def hidden(self) -> bool:
        """Whether the run is hidden: styles of paragraph and characters undo each other (ECMA-376 part 1, 17.7.3)."""
        one = self.paragraph
        if one.run_hidden is not None:
            return one.run_hidden
        return one.hidden != one.run_style_hides or self._styles.all_hidden

    @property
    def mark_hidden(self) -> bool:
        """Whether the paragraph's mark is hidden."""
        return self.paragraph.hidden if self.paragraph.mark_hidden is None else self.paragraph.mark_hidden

    def begin_paragraph(self, _: Attributes | None = None) -> None:
        """Forget the paragraph before."""
        self.paragraph = Paragraph()
        self.paragraph.hidden = self._default_hidden

    def begin_box(self) -> None:
        """Begin a text of its own inside a run."""
        self.inside = False
        self.begin_paragraph()

    def end_box(self, outer: Paragraph) -> None:
        """Return to the paragraph that a box stands in."""
        self.inside = False
        self.paragraph = outer

    def remove_mark(self) -> None:
        """Take the paragraph's mark away, unless the change is one of its place in a list."""
        if not self._in_list:
            self.paragraph.mark_gone = True

    def _listen_to_paragraphs(self) -> None:
        self._scanner.starts |= {
            W + "p": self.begin_paragraph,
            W + "pPr": self._begin,
            W + "pStyle": self._style,
            W + "numPr": self._begin_list,
            W + "numId": self._num,
            W + "ilvl": self._level,
            W + "sectPr": self._section,
            W + "sectPrChange": self._skip,
            W + "pPrChange": self._earlier_paragraph if self._rejected else self._skip,
        }
        self._scanner.ends |= {W + "pPr": self._end, W + "numPr": self._end_list}

    def _listen_to_runs(self) -> None:
        self._scanner.starts |= {
            W + "r": self._run,
            M + "r": self._run,
            W + "vanish": self._vanish,
            W + "vertAlign": self._raise,
            W + "rStyle": self._run_style,
            W + "rPrChange": self._earlier_run if self._rejected else self._skip,
            W + "sdtPr": self._skip,
            W + "sdtEndPr": self._skip,
        }

    def _skip(self, _: Attributes) -> None:
        self._scanner.skip()

    def _begin(self, _: Attributes) -> None:
        self.inside = True

    def _end(self) -> None:
        self.inside = False

    def _begin_list(self, _: Attributes) -> None:
        self._in_list = True

    def _end_list(self) -> None:
        self._in_list = False

    def _style(self, attributes: Attributes) -> None:
        self.paragraph.style = attributes.get(VAL, "")
        self.paragraph.hidden = self._styles.hides(self._styles.paragraph(self.paragraph.style))

    def _num(self, attributes: Attributes) -> None:
        self.paragraph.num = integer(attributes.get(VAL))

    def _level(self, attributes: Attributes) -> None:
        self.paragraph.level = integer(attributes.get(VAL))

    def _section(self, _: Attributes) -> None:
        self.paragraph.ends_section = self.inside

    def _run(self, _: Attributes) -> None:
        one = self.paragraph
        one.has_runs = True
        one.run_hidden = None
        one.run_style_hides = one.run_raised = False

    def _vanish(self, attributes: Attributes) -> None:
        hides = is_on(attributes.get(VAL))
        if self.inside:
            self.paragraph.mark_hidden = hides
        else:
            self.paragraph.run_hidden = hides

    def _raise(self, attributes: Attributes) -> None:
        if not self.inside:
            self.paragraph.run_raised = attributes.get(VAL) == "superscript"

    def _run_style(self, attributes: Attributes) -> None:
        if not self.inside:
            self.paragraph.run_style_hides = self._styles.hides(attributes.get(VAL, ""))

    def _earlier_paragraph(self, _: Attributes) -> None:
        one = self.paragraph
        one.style, one.num, one.level, one.hidden = "", None, None, self._default_hidden

    def _earlier_run(self, _: Attributes) -> None:
        if self.inside:
            self._scanner.skip()
        else:
            one = self.paragraph
            one.run_hidden, one.run_style_hides, one.run_raised = None, False, False
