"""The stylesheet of a page: from the same looks as the packaged form, so that both show a document alike.

A narrow screen is laid out anew: sheets lose their margins, rows of tables become cards. Paper is never narrow in this
sense, whatever its width, so that a page prints from a phone as from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from roadmapc.rendering.styles import APPROVAL_WIDTH, STYLES, ParagraphStyle, complete_style

_NATURAL_LINE = 1.15  # the single line of Times New Roman, in sizes of its type
_MARK_WIDTH = 709  # of a mark before a paragraph that does not hang: a tab stop

_PAGES = """\
@page { size: A4; margin: 20mm 10mm 20mm 30mm; @top-center { content: counter(page); font: 12pt FONT; } }
@page landscape { size: A4 landscape; margin: 30mm 20mm 10mm 20mm; }
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
body { margin: 0; background: #e4e4e4; color: #000; font: 14pt FONT; }
h1, h2, p { margin: 0; font: inherit; overflow-wrap: break-word; }
section { position: relative; width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto;
  padding: 20mm 10mm 20mm 30mm; background: #fff; box-shadow: 0 0 3mm #999; }
section.landscape { page: landscape; width: 297mm; min-height: 210mm; padding: 30mm 20mm 10mm 20mm; }
hr.pagebreak { margin: 10mm 0; border: 0; border-top: 1px dashed #999; break-after: page; }
.keep { break-after: avoid; }
.mark { display: inline-block; text-indent: 0; }
.blank { border-bottom: 1px solid; display: inline-block; min-width: 40mm; width: 100%; height: 1em; }
.ends { display: flex; align-items: flex-end; break-inside: avoid; }
.ends > :first-child { width: 60%; }
.ends > :last-child { width: 40%; text-align: right; }
.Signature { break-before: avoid; }
p + table { margin-top: 6pt; }
table { width: calc(100% - 1px); table-layout: fixed; border-collapse: collapse; }
td, th { padding: 1.4pt 2.85pt; vertical-align: top; text-align: left; font-weight: normal;
  overflow-wrap: break-word; }
table.grid td, table.grid th { border: 0.5pt solid #000; }
table.grid tr.signature > td { border: 0; padding: 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr.section, tr.task, tr.keep, .signed > tbody > tr:nth-last-child(-n+3) { break-after: avoid; }
thead tr:not(.numbers) > *, tr.write > *, td.vertical { vertical-align: middle; }
tr.write { height: 10mm; }
table.small tr.write { height: 7mm; }
.left p { text-align: left; }
.center p { text-align: center; }
.right p { text-align: right; }
.shaded { background: #d9d9d9; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.vertical > div { margin: 4pt auto; writing-mode: vertical-rl; transform: rotate(180deg); }
.again { display: none; }
.draft { position: absolute; top: 8mm; right: 10mm; }
@media print {
  body { background: none; }
  section, section.landscape { width: auto; max-width: none; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  section + section { break-before: page; }
  hr.pagebreak { margin: 0; border: 0; }
  .draft { display: none; }
}
"""

_NARROW = """\
@media screen and (max-width: 1120px) { section, section.landscape { padding: 10mm; } }
@media screen and (max-width: 720px) {
  body { background: #fff; font-size: 12pt; }
  section, section.landscape { width: auto; min-height: 0; margin: 0; padding: 14px; box-shadow: none; }
  section + section { padding-top: 0; }
  h1, h2, p, td, span { overflow-wrap: anywhere; }
  JUSTIFIED { text-align: left; }
  INDENTED { text-indent: 16pt; }
  .Item { margin-left: 20pt; }
  .Subitem { margin-left: 40pt; }
  .Subject { margin-left: 0; margin-right: 0; }
  .landscape > .Approval, .portrait > .Approval { margin-left: 30%; }
  .draft { position: static; }
  .ends { flex-wrap: wrap; gap: 8pt 16pt; }
  .ends > :first-child, .ends > :last-child { width: auto; }
  .ends > :last-child { margin-left: auto; }
  table, tbody, tr, td, td.again { display: block; width: auto; }
  colgroup, table[class] td.none { display: none; }
  thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table[class] p { font-size: 12pt; }
  table.grid td { border: 0; padding: 3pt 0; }
  table.grid tr { height: auto; margin: 0 0 8pt; padding: 5pt 9pt; border: 1px solid #8a8a8a; border-radius: 6px; }
  table.grid tr.section { display: flex; gap: 6pt; padding: 10pt 0 2pt; border: 0; }
  table.grid tr.task, table.grid tr.signature { padding: 0; border: 0; }
  .section p { text-align: left; }
  td[data-label]::before { content: attr(data-label); display: block; color: #444; font-size: 10.5pt; }
  td.number p, td.brief p { display: inline; text-align: left; }
  td.number p, .grid.headless td:first-child p, .grid.headless td.number + td p { font-weight: bold; }
  td.number::before { content: attr(data-label) " "; display: inline; }
  table.grid td.brief:not(.none) { display: inline-block; margin: 2pt 4pt 2pt 0; padding: 1pt 6pt; border-radius: 4px; }
  td.brief::before { content: attr(data-label) ": "; display: inline; }
}
"""


_NARROW_HEADS = """\
@media screen and (max-width: 720px) {
  table.grid tr.heads { position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; border: 0; overflow: hidden;
    clip-path: inset(50%); }
}
"""
"""Heads inside a table are said on each card; few pages have any."""


@lru_cache(8)  # a command writes all its pages with one mark
def stylesheet(draft: str, inner_heads: bool = False) -> str:
    """Return the stylesheet; `draft` is printed at the top right of every page; tables may have heads inside."""
    font = '"Times New Roman", "Liberation Serif", "PT Astra Serif", Tinos, serif'
    lines = [_PAGES.replace("FONT", font)]
    if draft:
        lines.append(f'@page {{ @top-right {{ content: "{_quoted(draft)}"; font: bold 12pt {font}; }} }}\n')
    for style in STYLES:
        lines += (f".{style} {{ {'; '.join(_declarations(complete_style(style)))}; }}\n", *_mark(style))
    lines.append(f".landscape > .Approval {{ margin-left: calc(100% - {_points(APPROVAL_WIDTH)}); }}\n")
    lines += (_narrow(), _NARROW_HEADS if inner_heads else "")
    return "".join(lines)


def _narrow() -> str:
    """Return the rules for narrow screens, where no line is wide enough to be justified or indented as on paper."""
    looks = {style: complete_style(style) for style in STYLES}
    justified = ", ".join(f".{style}" for style, look in looks.items() if look.align == "both")
    indented = ", ".join(f".{style}" for style, look in looks.items() if (look.first_line_indent or 0) > 0)
    return _NARROW.replace("JUSTIFIED", justified).replace("INDENTED", indented)


def _quoted(text: str) -> str:
    """Return the inside of a CSS string in which nothing but letters and digits stands for itself."""
    return "".join(letter if letter.isalnum() else f"\\{ord(letter):x} " for letter in text)


def _declarations(style: ParagraphStyle) -> Iterator[str]:
    if style.align:
        yield f"text-align: {'justify' if style.align == 'both' else style.align}"
    for side, length in (("left", style.left), ("right", style.right)):
        if length > 0:
            yield f"margin-{side}: {_points(length)}"
    if style.first_line_indent:
        yield f"text-indent: {_points(style.first_line_indent)}"
    # Paddings, because margins that meet would collapse, as they do not in Word.
    for side, length in (("top", style.before), ("bottom", style.after)):
        if length > 0:
            yield f"padding-{side}: {_points(length)}"
    yield f"line-height: {max(style.line_spacing, 240) / 240 * _NATURAL_LINE:.4g}"
    if style.size > 0:
        yield f"font-size: {style.size / 2:g}pt"
    if style.bold:
        yield "font-weight: bold"
    if style.letter_spacing:
        yield f"letter-spacing: {_points(style.letter_spacing)}"
    if style.keep_next:
        yield "break-after: avoid"
    if style.keep_lines:
        yield "break-inside: avoid"


def _mark(style: str) -> Iterator[str]:
    """Yield the rule for the mark of a paragraph: it fills the hanging indent, or reaches to the next tab stop."""
    first = complete_style(style).first_line_indent or 0
    yield f".{style} > .mark {{ min-width: {_points(-first if first < 0 else _MARK_WIDTH)}; }}\n"


def _points(twips: int) -> str:
    return f"{twips / 20:g}pt"
