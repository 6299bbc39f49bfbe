"""Hostile Word files: what stands in a good document's body or styles, each a few kilobytes that would take minutes."""

from __future__ import annotations

_RUN = "<w:r><w:t>{}</w:t></w:r>"


def _paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def _runs(text: str, times: int) -> str:
    return _paragraph(_RUN.format(text) * times)


def _sizes(times: int) -> str:
    run = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:t>я </w:t></w:r>'
    return _paragraph("".join(run.format(20 + number % 2) for number in range(times)))


def _all_sizes(times: int) -> str:
    run = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:t>я </w:t></w:r>'
    return _paragraph("".join(run.format(2 + number) for number in range(times)))


def _table(columns: int, rows: str) -> str:
    grid = '<w:gridCol w:w="10"/>' * columns
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


_CELL = "<w:tc><w:p/></w:tc>"
_WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="32767"/></w:tcPr><w:p/></w:tc>'

BODIES: dict[str, str] = {
    "runs of one look": _runs("я ", 40_000),
    "runs of two looks": _sizes(40_000),
    "runs of a thousand sizes": _all_sizes(5_000),
    "a word of 40,000 runs": _runs("я", 40_000),
    "a word of a million letters": _runs("я" * 1_000_000, 1),
    "tabs": _paragraph("<w:r><w:tab/></w:r>" * 40_000),
    "underlines": _runs("_ " * 200_000, 1),
    "blanks": _paragraph(f'<w:r><w:t xml:space="preserve">{" " * 300_000}</w:t></w:r>'),
    "no-break spaces": _runs("\u00a0" * 300_000, 1),
    "numbers": _runs("1." * 200_000, 1),
    "dates": _runs("1.1.20 " * 60_000, 1),
    "initials": _runs("А.А." * 100_000, 1),
    "prepositions": _runs("от " * 200_000, 1),
    "hyphens": _runs("- " * 200_000, 1),
    "quotes": _runs("«“" * 100_000, 1),
    "columns": _table(20_000, f"<w:tr>{_CELL * 20_000}</w:tr>"),
    "columns over columns": _table(20_000, f"<w:tr>{_WIDE * 20_000}</w:tr>"),
    "rows": _table(1, f"<w:tr>{_CELL}</w:tr>" * 20_000),
    "tables": (_table(1, f"<w:tr>{_CELL}</w:tr>") + "<w:p/>") * 10_000,
    "empty paragraphs": "<w:p/>" * 50_000,
    "грифы": _runs("утверждаю", 1) * 10_000,
    "marks of attachments": _runs("Приложение № 1", 1) * 10_000,
    "signatures": _paragraph("<w:r><w:t>Глава</w:t><w:tab/><w:t>И.И. Иванов</w:t></w:r>") * 10_000,
    "sections": "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 10_000,
    "content controls": "<w:sdt><w:sdtContent>" * 100 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 100,
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" * 200 + "</w:tc></w:tr></w:tbl>" * 80,
}
"""What stands before the end of the body; all of them can be read."""

_DEEP = 20_000
_NAMED = '<w:style w:type="{kind}" w:styleId="{kind}{n}"><w:name w:val="{kind}{n}"/>'
_STYLE = _NAMED + '<w:basedOn w:val="{kind}{up}"/></w:style>'


def _styled(kind: str, number: int) -> str:
    if kind == "paragraph":
        return f'<w:p><w:pPr><w:pStyle w:val="paragraph{number}"/></w:pPr><w:r><w:t>я</w:t></w:r></w:p>'
    if kind == "character":
        return f'<w:p><w:r><w:rPr><w:rStyle w:val="character{number}"/></w:rPr><w:t>я</w:t></w:r></w:p>'
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="table{number}"/></w:tblPr><w:tr>{_CELL}</w:tr></w:tbl>'


def chain(kind: str, *, ring: bool = False) -> tuple[str, str]:
    """Return styles each based on the next, and a body that uses two thousand of them; as a ring without an end."""
    ups = [number + 1 for number in range(_DEEP)]
    ups[-1] = 0 if ring else _DEEP
    styles = "".join(_STYLE.format(kind=kind, n=number, up=up) for number, up in enumerate(ups))
    return styles, "".join(_styled(kind, number) for number in range(2_000))


CHAINS = [(kind, ring) for kind in ("paragraph", "character", "table") for ring in (False, True)]
