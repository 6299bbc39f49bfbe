"""The parts of a base form: the packaged one, which is that of no answers at all, and those of offices.

Values are those of ГОСТ Р 7.0.97-2025 where it has any (3.3 margins, 3.4 type, 3.6 page number, 5.16 гриф).
Lengths are twentieths of a point («twips», 567 to a centimetre), sizes of type half points.
"""

from __future__ import annotations

from roadmapc.rendering.styles import APPROVAL_WIDTH, STYLES, ParagraphStyle
from roadmapc.word.new_form.answers import FONT, NewForm
from roadmapc.word.new_form.letterhead import ARMS, letterhead
from roadmapc.word.package.archive import archive, deflate
from roadmapc.word.package.pages import Page
from roadmapc.word.package.pictures import Picture, picture_of
from roadmapc.word.package.style_names import PARAGRAPH_STYLES, TABLE_STYLES
from roadmapc.word.writer.text import escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PACKAGED = NewForm()
_MIME = "application/vnd.openxmlformats-"


def _look(key: str, look: ParagraphStyle, form: NewForm) -> ParagraphStyle:
    """Return how a style looks on the page of a form: no type is larger than its text, and a corner stays one."""
    look = look._replace(size=min(look.size, form.size))
    if key == "Approval" and form.page.text_width != Page().text_width:
        return look._replace(left=max(form.page.text_width - APPROVAL_WIDTH, 0))
    if key == "Subject" and form.is_corner:
        return look._replace(align="left", left=0, right=form.beside_corner)
    return look


def _paragraph_style(key: str, look: ParagraphStyle) -> str:
    name = PARAGRAPH_STYLES[key]
    alias = {"Heading1": "Заголовок документа", "Heading2": "Заголовок части"}.get(key, "")
    custom = "" if alias else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:aliases w:val="{alias}"/>' if alias else "")
        + f'<w:basedOn w:val="{look.based_on or "Normal"}"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_properties(look: ParagraphStyle) -> str:
    """Return the inside of the style's `w:pPr`, in the order of the schema."""
    spacing = {"before": look.before, "after": look.after}
    attributes = "".join(f' w:{name}="{value}"' for name, value in spacing.items() if value >= 0)
    if look.line_spacing > 0:
        attributes += f' w:line="{look.line_spacing}" w:lineRule="auto"'
    elif look.line_spacing == -2:  # as low as Word allows
        attributes += ' w:line="20" w:lineRule="exact"'
    indent = "".join(
        f' w:{name}="{value}"' for name, value in (("left", look.left), ("right", look.right)) if value >= 0
    )
    if look.first_line_indent is not None:
        indent += (
            f' w:firstLine="{look.first_line_indent}"'
            if look.first_line_indent >= 0
            else f' w:hanging="{-look.first_line_indent}"'
        )
    return "".join(
        (
            "<w:keepNext/>" if look.keep_next else "",
            "<w:keepLines/>" if look.keep_lines else "",
            '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="auto"/></w:pBdr>'
            if look.bottom_border
            else "",
            f"<w:spacing{attributes}/>" if attributes else "",
            f"<w:ind{indent}/>" if indent else "",
            f'<w:jc w:val="{look.align}"/>' if look.align else "",
            f'<w:outlineLvl w:val="{look.outline_level}"/>' if look.outline_level >= 0 else "",
        )
    )


def _run_properties(look: ParagraphStyle) -> str:
    return "".join(
        (
            "<w:b/><w:bCs/>" if look.bold else "",
            f'<w:spacing w:val="{look.letter_spacing}"/>' if look.letter_spacing else "",
            f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>' if look.size > 0 else "",
        )
    )


def _table_style(key: str) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
    borders = "".join(f"<w:{side} {line}/>" for side in sides) if key == "TableGrid" else ""
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{TABLE_STYLES[key]}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _styles(form: NewForm) -> str:
    font = _quoted(form.font)
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    cells = '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    return (
        f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="{form.size}"/><w:szCs w:val="{form.size}"/>'
        '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{cells}<w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>'
        + "".join(_paragraph_style(key, _look(key, look, form)) for key, look in STYLES.items())
        + "".join(map(_table_style, TABLE_STYLES))
        + "</w:styles>"
    )


def _settings() -> str:
    """Return the settings; a line that ends at a line break is not stretched to the margin (17.15.3.14)."""
    options = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    uri = "http://schemas.microsoft.com/office/word"
    compat = "<w:doNotExpandShiftReturn/>"
    compat += "".join(f'<w:compatSetting w:name="{n}" w:uri="{uri}" w:val="{v}"/>' for n, v in options.items())
    return (
        f'{_XML}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts(font: str) -> str:
    """Return the list of fonts; of another one than that of the standard nothing is known but that it is Cyrillic."""
    known = (
        '<w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/><w:charset w:val="CC"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/>'
    )
    inside = known if font == FONT else '<w:charset w:val="CC"/>'
    return f'{_XML}<w:fonts {_W}><w:font w:name="{_quoted(font)}">{inside}</w:font></w:fonts>'


def _quoted(text: str) -> str:
    return escape(text).replace('"', "&quot;")


def _header(content: str) -> str:
    return f'{_XML}<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{content}</w:p></w:hdr>'


def _document(form: NewForm, arms: Picture | None) -> str:
    return (
        f'{_XML}<w:document {_W} xmlns:r="{_OFFICE}"><w:body>{letterhead(form, arms)}'
        '<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr></w:p><w:sectPr>'
        '<w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" r:id="header-first"/>'
        f"{form.page.xml()}<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def _lists(arms: Picture | None) -> dict[str, str]:
    """Return the lists of content types and relations."""
    kinds = {"document": "document.main", "header-first": "header"}
    kinds |= {name: name for name in ("styles", "settings", "fontTable", "header")}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MIME}officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    kinds.pop("document")
    main = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>' for name, kind in kinds.items()
    )
    if arms:
        main += f'<Relationship Id="{ARMS}" Type="{_OFFICE}/image" Target="media/{ARMS}.{arms.kind}"/>'
    picture = f'<Default Extension="{arms.kind}" ContentType="image/{arms.kind}"/>' if arms else ""
    relations = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{_MIME}package.relationships+xml"/>{picture}{types}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_MIME}package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{relations}<Relationship Id="document" Type="{_OFFICE}/officeDocument"'
        f' Target="word/document.xml"/><Relationship Id="core"'
        f' Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{relations}{main}</Relationships>",
    }


def parts(form: NewForm = PACKAGED) -> dict[str, bytes]:
    """Return the parts of a form by name, in the order of the file."""
    found = picture_of(form.arms) if form.arms else None
    arms = found if isinstance(found, Picture) else None
    texts = {
        **_lists(arms),
        "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>ru-RU</dc:language></cp:coreProperties>',
        "word/document.xml": _document(form, arms),
        "word/styles.xml": _styles(form),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(form.font),
        "word/header.xml": _header('<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'),
        "word/header-first.xml": _header(""),
    }
    pictures = {f"word/media/{ARMS}.{arms.kind}": form.arms} if arms else {}
    return {**{name: text.encode() for name, text in texts.items()}, **pictures}


def form_file(form: NewForm = PACKAGED) -> bytes:
    """Return the bytes of a form: the same for the same answers."""
    return archive((name, deflate(data)) for name, data in parts(form).items())
