"""The letterhead in the body of a new form: along the whole width, or in the corner at the left.

The coat of arms stands 10 mm below the edge of the sheet, in the middle over the organisation (ГОСТ Р 7.0.97-2025,
requisite 1); the lines of a corner are at most 8 cm long. What a corner has to hold besides, date, number and place, is
put in by marks; along the whole width templates print it below.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.rendering.styles import APPROVAL_WIDTH
from roadmapc.word.new_form.answers import NewForm
from roadmapc.word.package.form_facts import MARKS
from roadmapc.word.package.pictures import Picture
from roadmapc.word.writer.text import escape

ARMS = "arms"
"""The name of the picture, and the id of the relation to it."""

_EMU_PER_MM, _EMU_PER_TWIP = 36_000, 635
_HEIGHT, _WIDTH, _FROM_EDGE, _BELOW = (mm * _EMU_PER_MM for mm in (20, 40, 10, 2))
_DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006"


def letterhead(form: NewForm, arms: Picture | None) -> str:
    """Return the blocks of a letterhead; none for a form of no organisation."""
    blocks = [(style, text) for style, text in _lines(form) if text]
    drawn = [_drawing(form, arms) if arms else "", *("" for _ in blocks)]
    return "".join(_paragraph(form, *block, picture) for block, picture in zip(blocks, drawn, strict=False))


def _lines(form: NewForm) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of every line."""
    yield from (("Organisation", line) for line in form.organisation)
    yield from (("Details", line) for line in form.details)
    if not form.is_corner:
        yield "Kind", form.kind
        return
    yield "Kind", form.kind or MARKS["kind"]
    yield "Requisites", f"{MARKS['date']} №\u00a0{MARKS['number']}"
    yield "TextCenter", MARKS["place"]


def _paragraph(form: NewForm, style: str, text: str, picture: str) -> str:
    corner = ""
    if form.is_corner:
        above = '<w:spacing w:before="160" w:after="0"/>' if style == "Kind" else ""
        corner = f'{above}<w:ind w:left="0" w:right="{form.beside_corner}" w:firstLine="0"/><w:jc w:val="center"/>'
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{corner}</w:pPr>{picture}{words}</w:p>'


def _drawing(form: NewForm, arms: Picture) -> str:
    """Return the run with the picture, which keeps its shape in a box that a letterhead has room for."""
    scale = min(_HEIGHT / arms.height, _WIDTH / arms.width)
    width, height = round(arms.width * scale), round(arms.height * scale)
    size = f'cx="{width}" cy="{height}"'
    across = "<wp:align>center</wp:align>"
    if form.is_corner:
        across = f"<wp:posOffset>{(APPROVAL_WIDTH * _EMU_PER_TWIP - width) // 2}</wp:posOffset>"
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_DRAWINGS}/wordprocessingDrawing" distT="0" distB="{_BELOW}" distL="0"'
        ' distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">{across}</wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{_FROM_EDGE}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="1" name="Герб" descr="Герб"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWINGS}/main"><a:graphicData uri="{_DRAWINGS}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGS}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Герб"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{ARMS}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
