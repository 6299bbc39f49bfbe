"""Word files and workbooks of a few lines, written by hand: what is counted in them can be counted by eye."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_ROOTS = {"document": "document", "styles": "styles", "numbering": "numbering"} | {
    name: name for name in ("footnotes", "endnotes", "comments")
}
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def archive(parts: dict[str, str]) -> bytes:
    """Return a package of texts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return target.getvalue()


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    lines = (
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{to}"/>' for name, (kind, to) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file of what stands in its parts' roots; «header1» and «footer1» have their names for ids."""
    written, related, types = {"document": f"<w:body>{body}</w:body>"} | parts, {}, []
    content = {}
    for name, inner in written.items():
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind, kind))
        content[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{inner}</w:{root}>"
        related[name] = (kind, f"{name}.xml")
        kind = "document.main" if kind == "document" else kind
        types.append(f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{kind}+xml"/>')
    related.pop("document")
    return archive(
        {
            "[Content_Types].xml": '<Types xmlns="'
            f'{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{"".join(types)}</Types>',
            "_rels/.rels": _relationships({"a": ("officeDocument", "word/document.xml")}),
            "word/_rels/document.xml.rels": _relationships(related),
            **content,
        }
    )


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph of texts and runs; what begins with «<» is XML."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "", *, tag: str = "t") -> str:
    """Return a run."""
    inner = text if text.startswith("<") else f'<w:{tag} xml:space="preserve">{text}</w:{tag}>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of cells that are paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def numbered(text: str = "", level: int = 0, num: int = 1, properties: str = "") -> str:
    """Return a paragraph of a list."""
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(*([text] if text else []), properties=mark + properties)


def level(at: int, text: str, format: str = "decimal", start: int = 1, more: str = "") -> str:
    """Return a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, id: int = 0, more: str = "") -> str:
    """Return the levels that lists share."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{id}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(id: int = 1, of: int = 0, overrides: str = "") -> str:
    """Return a list."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def begins(at: int, number: int) -> str:
    """Return where a level begins in a list of its own."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def xlsx(rows: str, *, strings: str = "", styles: str = "", before: str = "", after: str = "", **more: str) -> bytes:
    """Return a workbook of one sheet; `more` are further parts by name, with «__» for «/» and without «.xml»."""
    main = (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{OFFICE}">{more.pop("settings", "")}<sheets>'
        f'{more.pop("sheets", "")}<sheet name="А" sheetId="1" r:id="s1" {more.pop("state", "")}/></sheets></workbook>'
    )
    sheet = f"{before}<sheetData>{rows}</sheetData>{after}"
    parts = {
        "_rels/.rels": _relationships({"a": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": main,
        "xl/_rels/workbook.xml.rels": _relationships(
            {
                "s1": ("worksheet", "worksheets/sheet1.xml"),
                "s2": ("worksheet", "/xl/worksheets/sheet2.xml"),
                "st": ("styles", "styles.xml"),
                "ss": ("sharedStrings", "sharedStrings.xml"),
            }
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{sheet}</worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": _relationships({"c": ("comments", "../comments1.xml")}),
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}">{styles}</styleSheet>',
    }
    for name, inner in more.items():
        root = "comments" if "comments" in name else "worksheet"
        parts[f"xl/{name.replace('__', '/')}.xml"] = f'<{root} xmlns="{_SHEET}">{inner}</{root}>'
    return archive(parts)


IN_LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'
THREE = abstract(level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3)", "russianLower"))
LEVELS = THREE + num() + num(2) + num(3, overrides=begins(0, 1) + begins(1, 5))
"""Numbers of three levels; 2 goes on with the same list, 3 begins it anew."""


def items(*levels: int, num: int = 1) -> str:
    """Return a paragraph in a list for each level."""
    return "".join(numbered("а", at, num) for at in levels)


def style(id: str, inner: str, kind: str = "paragraph") -> str:
    """Return a style."""
    return f'<w:style w:type="{kind}" w:styleId="{id}">{inner}</w:style>'


def listed(style: str, properties: str = "") -> str:
    """Return a paragraph of a style."""
    return p("а", properties=f'<w:pStyle w:val="{style}"/>{properties}')


@dataclass(frozen=True)
class Numbered:
    """A sample: paragraphs, the lists that they are in, the styles that lead to those."""

    body: str
    numbering: str
    styles: str


def numbered_by_styles() -> Numbered:
    """Return headings in a list by their styles: 1., 1.1., 1.2. by a style based on it, 1.2.1., two without, 2."""
    linked = abstract(level(0, "%1."), level(1, "%1.%2.", more='<w:pStyle w:val="H2"/>'), level(2, "%1.%2.%3."))
    in_list = f"<w:pPr>{IN_LIST}</w:pPr>"
    styles = (
        style("H1", in_list)
        + style("H2", in_list)
        + style("H3", '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>')
        + style("Like2", '<w:basedOn w:val="H2"/>')
        + style("Plain", '<w:basedOn w:val="H2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    )
    body = (
        listed("H1")
        + listed("H2")
        + listed("Like2")
        + listed("H3")
        + listed("Plain")
        + listed("H2", '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + listed("H2", '<w:numPr><w:ilvl w:val="0"/></w:numPr>')
    )
    return Numbered(body, linked + num(), styles)


def listed_by_a_style(to: str) -> Numbered:
    """Return paragraphs 1. to 3. in a list that is a style, and in the list that it leads to; `to` is what it says."""
    definition = abstract(id=0, more='<w:numStyleLink w:val="L"/>')
    definition += abstract(level(0, "%1."), id=1, more='<w:styleLink w:val="L"/>')
    body = items(0) + items(0, num=2) + items(0)
    return Numbered(body, definition + num(1, 0) + num(2, 1), style("L", to, "numbering"))


LIST_OF_A_STYLE = ('<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "")
"""What a style of lists says: which list it is, or nothing."""
