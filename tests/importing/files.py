"""Files of office programs for tests, made by hand: what is wrong in them is then known exactly."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>
<borders><border><left/></border><border><left style="thin"/></border></borders>
<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="14" borderId="0"/>
<xf numFmtId="9" borderId="0"/><xf numFmtId="170" borderId="0"/></cellXfs></styleSheet>"""
"""Formats of cells: 0 plain, 1 with a border, 2 a date, 3 and 4 percents."""


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Return an archive of parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return made.getvalue()


def relations(**targets: str) -> str:
    """Return a part of relations: `kind="target"`, whose ids are the kinds."""
    lines = (
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def cell(place: str, text: object, style: int = 0) -> str:
    """Return a cell of a sheet: text, or a number."""
    if isinstance(text, str):
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{text}</v></c>'


def sheet(rows: list[list[object]], merged: str = "", style: int = 0, before: str = "") -> str:
    """Return the inside of a sheet: its rows from A1 on, None for an empty cell; `merged` are ranges by spaces."""
    lines = []
    for at, row in enumerate(rows, 1):
        cells = (cell(f"{chr(65 + column)}{at}", text, style) for column, text in enumerate(row) if text is not None)
        lines.append(f'<row r="{at}">{"".join(cells)}</row>')
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged.split())
    return f"{before}<sheetData>{''.join(lines)}</sheetData>" + (f"<mergeCells>{ranges}</mergeCells>" if ranges else "")


def xlsx(
    *sheets: str, states: tuple[str, ...] = (), prolog: str = "", more: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """Return a workbook of the insides of its sheets «Лист1», …; `more` are further parts."""
    numbers = range(1, len(sheets) + 1)
    state = {at: f' state="{word}"' for at, word in enumerate(states, 1) if word}
    listed = "".join(f'<sheet name="Лист{n}" sheetId="{n}"{state.get(n, "")} r:id="worksheet{n}"/>' for n in numbers)
    named = {f"worksheet{n}": f"worksheets/sheet{n}.xml" for n in numbers}
    made = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(**named, styles="styles.xml"),
        "xl/styles.xml": STYLES,
    }
    for n, inside in zip(numbers, sheets, strict=True):
        made[f"xl/worksheets/sheet{n}.xml"] = f'{prolog}<worksheet xmlns="{MAIN}">{inside}</worksheet>'
    return packed(made | dict(more))


def ods(*tables: str, styles: str = "", manifest: str = "") -> bytes:
    """Return an OpenDocument workbook of its tables."""
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {_ODF}>{styles}{body}</office:document-content>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{namespace}">{manifest}</m:manifest>',
        }
    )


def table(*rows: str, name: str = "Лист1", more: str = "") -> str:
    """Return a sheet of an OpenDocument workbook."""
    return f'<table:table table:name="{name}"{more}>{"".join(rows)}</table:table>'


def row(*cells: str, more: str = "") -> str:
    """Return a row of such a sheet."""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def ods_cell(text: str, more: str = "") -> str:
    """Return a cell of such a row."""
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of streams, each filled up to the size from which on it lies in large sectors."""
    names = list(streams)
    contents = [streams[name].ljust(4096, b"\0") for name in names]
    directory_sectors = -(-(len(names) + 1) // 4)
    chains: list[int] = []
    starts = []
    for size in (directory_sectors, *(-(-len(content) // 512) for content in contents)):
        starts.append(len(chains))
        chains += [*range(len(chains) + 1, len(chains) + size), 0xFFFFFFFE]
    fat_sectors = -(-(len(chains) + 8) // 127)
    fat_at = len(chains)
    chains += [0xFFFFFFFD] * fat_sectors
    chains += [0xFFFFFFFF] * (fat_sectors * 128 - len(chains))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIIII", 0, fat_sectors, 0, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, fat_at)[:40]
    head = head.ljust(76, b"\0")[:76] + b"".join(
        struct.pack("<I", fat_at + n if n < fat_sectors else 0xFFFFFFFF) for n in range(109)
    )
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1 if names else 0xFFFFFFFF)]
    for at, (name, content) in enumerate(zip(names, contents, strict=True)):
        right = at + 2 if at + 1 < len(names) else 0xFFFFFFFF
        entries.append(_entry(name, 2, starts[at + 1], len(content), right=right))
    directory = b"".join(entries).ljust(directory_sectors * 512, b"\0")
    body = directory + b"".join(content.ljust(-(-len(content) // 512) * 512, b"\0") for content in contents)
    return head + body + struct.pack(f"<{len(chains)}I", *chains)


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    numbers = struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, right, child)
    return written.ljust(64, b"\0") + numbers + b"\0" * 36 + struct.pack("<III", start, size, 0)


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record of a workbook of Excel up to 2003."""
    return struct.pack("<HH", kind, len(data)) + data


def odt(body: str, scripts: str = "", more: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return a text document of LibreOffice: the inside of its body, its scripts, and further parts."""
    kind = "application/vnd.oasis.opendocument.text"
    opendocument = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'{_ODF} xmlns:draw="{opendocument}:drawing:1.0" xmlns:svg="{opendocument}:svg-compatible:1.0" '
    names += f'xmlns:script="{opendocument}:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    names += 'xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office"'
    inside = f"<office:scripts>{scripts}</office:scripts><office:body><office:text>{body}</office:text></office:body>"
    listed = {"/": kind, "content.xml": "text/xml", **dict.fromkeys(more, "text/xml")}
    entries = "".join(f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>' for path, media in listed.items())
    return packed(
        {
            "mimetype": kind,
            "content.xml": f'<office:document-content {names} office:version="1.3">{inside}</office:document-content>',
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{opendocument}:manifest:1.0">{entries}</m:manifest>',
            **more,
        }
    )
