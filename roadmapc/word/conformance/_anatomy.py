"""The parts of an official document that clauses are about, found by their words and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.word.reader.document import WordDocument, WordParagraph, WordRun, WordTable

_KINDS = ("ПРИКАЗ", "РАСПОРЯЖЕНИЕ", "ПОСТАНОВЛЕНИЕ")
_RESOLUTION = re.compile(
    r"\b(?:приказываю|приказывает|постановляю|постановляет|обязываю|п р и к а з ы в а ю)\b", re.IGNORECASE
)
_APPROVAL = re.compile(r"[«\"“'\s]*(?P<word>утвержд(?:[её]н[аоы]?|аю))(?P<signs>[»\"”':.\s]*)", re.IGNORECASE)
_ATTACHMENT = re.compile(r"\s*приложение(?:\s*+(?:№\s*+)?\d+)?\s*", re.IGNORECASE)
_ACT_NUMBER = re.compile(r"\bот\b.*№|\bот\s*_+", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{4}\b)(?:[-–—•]|\(?\d{1,2}[.)]|\d+(?:\.\d+)+\.?|[а-я]\))\s")
_NAME = re.compile(r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
_ATTACHED = "Приложение"
_LONG = 90  # more than a line of 14 points
_FAR = 2835  # 5 cm: nothing that begins there is running text
_MOST_LINES_OF_APPROVAL = 12
_LETTER_SPREAD = re.compile(r"(?:\w )+\w")


class ApprovalLines(NamedTuple):
    """A гриф or the mark of an attachment: its word, the punctuation around that, its lines."""

    word: str
    signs: str
    paragraphs: tuple[WordParagraph, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines as printed."""
        return tuple(line.strip() for p in self.paragraphs for line in p.text.split("\n") if line.strip())

    @property
    def is_attachment(self) -> bool:
        """Tell whether it says «Приложение»."""
        return self.word == _ATTACHED


class SignatureLine(NamedTuple):
    """A post and a name, and the blocks before it in the document."""

    post: WordParagraph
    name: WordParagraph
    block: int
    gap_is_typed: bool


def plain(text: str) -> str:
    """Return a text without the spaces between spread letters."""
    stripped = text.strip()
    return stripped.replace(" ", "") if _LETTER_SPREAD.fullmatch(stripped) else " ".join(stripped.split())


def is_data(paragraph: WordParagraph, document: WordDocument) -> bool:
    """Tell whether a paragraph stands in a table that is more than a way to put texts side by side."""
    return paragraph.table >= 0 and not document.tables[paragraph.table].is_layout


def kind(document: WordDocument) -> WordParagraph | None:
    """Return the paragraph that names the kind of the act: «ПРИКАЗ»."""
    named = (p for p in document.paragraphs if plain(p.text).upper() in _KINDS and not is_data(p, document))
    return next(named, None)


def resolution(document: WordDocument) -> WordParagraph | None:
    """Return the paragraph with «ПРИКАЗЫВАЮ:»."""
    outside = (p for p in document.paragraphs if not is_data(p, document))
    return next((p for p in outside if _RESOLUTION.search(p.text)), None)


def is_order(document: WordDocument) -> bool:
    """Tell whether the document is an order or the like."""
    return kind(document) is not None or resolution(document) is not None


def is_kept_for_good(document: WordDocument) -> bool:
    """Tell whether the document is an order, or is approved by one: kept permanently (Росархив № 236, ст. 19)."""
    return is_order(document) or bool(approvals(document))


def heading(document: WordDocument) -> WordParagraph | None:
    """Return the heading of an order: the paragraph «О …», or what stands in its place before the text."""
    end = resolution(document)
    candidates = []
    for paragraph in document.paragraphs:
        if paragraph is end or is_running(paragraph) or (paragraph.text.strip() and is_data(paragraph, document)):
            break
        if re.match(r"[«\"]?об?о?\s", paragraph.text.strip(), re.IGNORECASE):
            return paragraph
        if paragraph.table < 0 and paragraph.text.strip():
            candidates.append(paragraph)
    return candidates[-1] if candidates and end is not None else None


def approvals(document: WordDocument) -> list[ApprovalLines]:
    """Return the грифы and the marks of attachments, in order."""
    found: list[ApprovalLines] = []
    paragraphs = [p for p in document.paragraphs if not is_data(p, document)]
    at = 0
    while at < len(paragraphs):
        start = _start_of_approval(paragraphs[at])
        taken = tuple(_block(paragraphs, at, start[0])) if start else ()
        if start and (start[0] != _ATTACHED or _is_at_right(taken[0]) or any(map(_names_act, taken))):
            found.append(ApprovalLines(*start, taken))
        at += max(len(taken), 1)
    return found


def _names_act(paragraph: WordParagraph) -> bool:
    return bool(_ACT_NUMBER.search(paragraph.text))


def _start_of_approval(paragraph: WordParagraph) -> tuple[str, str] | None:
    first = paragraph.text.strip().split("\n")[0]
    word = _APPROVAL.fullmatch(first)
    if word:
        return word["word"], first.strip().replace(word["word"], "").strip()
    return (_ATTACHED, "") if _ATTACHMENT.fullmatch(first) else None


def _is_at_right(paragraph: WordParagraph) -> bool:
    return paragraph.align == "right" or paragraph.left_indent + paragraph.offset > _FAR


def _block(paragraphs: list[WordParagraph], at: int, word: str) -> Iterator[WordParagraph]:
    """Yield the paragraphs of a block: those of the same place down to «от … № …», or to another block."""
    first = paragraphs[at]
    for index, paragraph in enumerate(paragraphs[at : at + _MOST_LINES_OF_APPROVAL]):
        same = (paragraph.left_indent, paragraph.offset, paragraph.align) == (
            first.left_indent,
            first.offset,
            first.align,
        )
        another = _start_of_approval(paragraph) is not None
        if index and (another or not same or not paragraph.text.strip() or is_heading(paragraph)):
            return
        yield paragraph
        if _ACT_NUMBER.search(paragraph.text) and word.casefold() != "утверждаю":
            return


def _place(paragraph: WordParagraph) -> tuple[int, int, str]:
    return paragraph.left_indent, paragraph.offset, paragraph.align


def is_heading(paragraph: WordParagraph) -> bool:
    """Tell whether a paragraph is the heading of a part: in the outline, or bold."""
    return paragraph.outline_level >= 0 or paragraph.bold


def is_item(paragraph: WordParagraph) -> bool:
    """Tell whether a paragraph is an item of a list, by its mark."""
    return bool(_MARK.match(paragraph.text))


def is_running(paragraph: WordParagraph) -> bool:
    """Tell whether a paragraph is text that runs over lines: no heading, no block at the right, no cell."""
    if (
        paragraph.table >= 0
        or is_heading(paragraph)
        or paragraph.left_indent >= _FAR
        or _ACT_NUMBER.match(paragraph.text)
    ):
        return False
    return len(paragraph.text.strip()) >= _LONG or is_item(paragraph)


def running(document: WordDocument) -> Iterator[WordParagraph]:
    """Yield the text proper: without letterheads, headings and what continues them, грифы and tables."""
    blocks = {id(p) for approval in approvals(document) for p in approval.paragraphs}
    start = heading(document) if is_order(document) else None
    started = start is None
    title = False  # the last paragraph was a centred heading, or continued one
    for paragraph in document.paragraphs:
        if not paragraph.text.strip() or id(paragraph) in blocks:
            continue
        title = paragraph.align == "center" and (title or is_heading(paragraph))
        if started and not title and is_running(paragraph):
            yield paragraph
        started = started or paragraph is start


def signatures(document: WordDocument) -> Iterator[SignatureLine]:
    """Yield post and name: side by side in a table without lines, or on one line."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, WordTable):
            if block.is_layout and len(block.rows[0].cells) > 1:
                first, last = block.rows[0].cells[0], block.rows[0].cells[-1]
                if _NAME.fullmatch(last.text.strip()) and first.text.strip():
                    yield SignatureLine(_first(first.paragraphs), _first(last.paragraphs), index, False)
            continue
        line = block.text.rstrip().split("\n")[-1]
        post, gap, name = _parted(line)
        if post and _NAME.fullmatch(name):
            yield SignatureLine(block, block, index, "\t" not in gap)


def _first(paragraphs: tuple[WordParagraph, ...]) -> WordParagraph:
    return next((p for p in paragraphs if p.text.strip()), paragraphs[0])


def _parted(line: str) -> tuple[str, str, str]:
    """Return the two ends of a line and the gap between them: tabs, or three spaces or more."""
    gaps = list(re.finditer(r"(?<![ \u00a0_])[ \u00a0_]*+\t[\s_]*|(?<![ \u00a0])[ \u00a0]{3,}", line.strip()))
    if not gaps:
        return "", "", ""
    text, last = line.strip(), gaps[-1]
    return text[: gaps[0].start()], last[0], text[last.end() :]


def cyrillic(document: WordDocument) -> Iterator[tuple[WordParagraph, WordRun]]:
    """Yield what is printed in Russian letters, with its paragraph."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if re.search("[А-Яа-яЁё]", run.text):
                yield paragraph, run
