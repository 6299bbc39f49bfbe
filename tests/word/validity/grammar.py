"""What may stand where in WordprocessingML: our own table of the elements that office documents are made of.

After ECMA-376 part 1 (transitional, as Word reads it). A line of `_CHILDREN` is the order of an element's children:
`*` may come again, `a|b` share a place. Elements that are not here are not judged. `w:rPr` is a choice in the schema
and a sequence for Word, which writes and expects this order (17.3.2.28).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_BLOCKS = "p|tbl|sdt|customXml|altChunk"
_RANGES = (
    "bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|"
    "moveToRangeEnd|customXmlInsRangeStart|customXmlInsRangeEnd|customXmlDelRangeStart|customXmlDelRangeEnd|"
    "customXmlMoveFromRangeStart|customXmlMoveFromRangeEnd|customXmlMoveToRangeStart|customXmlMoveToRangeEnd"
)
_MARKS = f"{_RANGES}|proofErr|permStart|permEnd|ins|del|moveFrom|moveTo"
_INLINE = f"r|hyperlink|fldSimple|sdt|customXml|smartTag|dir|bdo|subDoc|{_MARKS}"
_IN_RUN = (
    "br|t|contentPart|delText|instrText|delInstrText|noBreakHyphen|softHyphen|dayShort|monthShort|yearShort|dayLong|"
    "monthLong|yearLong|annotationRef|footnoteRef|endnoteRef|separator|continuationSeparator|sym|pgNum|cr|tab|object|"
    "pict|fldChar|ruby|footnoteReference|endnoteReference|commentReference|drawing|ptab|lastRenderedPageBreak"
)
_SIDES = "top left|start bottom right|end"

_GENERAL = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle
"""

# The clause, the element, its children; a line that is indented goes on with the one before.
_CHILDREN = f"""
17.2.3 document: background body
17.2.2 body: {_BLOCKS}|{_MARKS}* sectPr
17.10.4 hdr: {_BLOCKS}|{_MARKS}*
17.10.3 ftr: {_BLOCKS}|{_MARKS}*
17.3.1.22 p: pPr {_INLINE}*
17.16.22 hyperlink: {_INLINE}*
17.16.19 fldSimple: fldData {_INLINE}*
17.16.18 fldChar: fldData|ffData|numberingChange
17.3.2.25 r: rPr {_IN_RUN}*
17.3.3.31 t:
17.3.1.26 pPr: {_GENERAL} rPr sectPr pPrChange
17.7.5.2 style/pPr: {_GENERAL} pPrChange
17.7.6.1 tblStylePr/pPr: {_GENERAL} pPrChange
17.3.1.19 numPr: ilvl numId numberingChange ins
17.3.1.24 pBdr: top left bottom right between bar
17.3.1.38 tabs: tab*
17.3.2.28 rPr: ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
    imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
17.4.37 tbl: {_RANGES}* tblPr tblGrid tr|sdt|customXml|{_MARKS}*
17.4.59 tblPr: tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
    tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange
17.4.48 tblGrid: gridCol* tblGridChange
17.4.38 tblBorders: {_SIDES} insideH insideV
17.4.42 tblCellMar: {_SIDES}
17.4.78 tr: tblPrEx trPr tc|sdt|customXml|{_MARKS}*
17.4.81 trPr:
    cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden* ins del
    trPrChange
17.4.65 tc: tcPr {_BLOCKS}|{_MARKS}*
17.4.69 tcPr: cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
    headers cellIns|cellDel|cellMerge tcPrChange
17.4.66 tcBorders: {_SIDES} insideH insideV tl2br tr2bl
17.4.68 tcMar: {_SIDES}
17.6.17 sectPr: headerReference|footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
17.7.4.18 styles: docDefaults latentStyles style*
17.7.5.1 docDefaults: rPrDefault pPrDefault
17.7.4.17 style: name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
    locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*
17.7.6.6 tblStylePr: pPr rPr tblPr trPr tcPr
17.15.1.78 settings: writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle* proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
    styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
    bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
    drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
    noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter
    noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
    alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
    alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids
    uiCompat97To2003 attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType* shapeDefaults
    doNotEmbedSmartTags decimalSymbol listSeparator
17.8.3.11 fonts: font*
17.8.3.10 font: altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic
    embedBoldItalic
"""


# Elements that are on by being there.
_SWITCHES = """
    keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap
    overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid contextualSpacing mirrorIndents
    suppressOverlap b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden
    rtl cs specVanish oMath cantSplit tblHeader hidden noWrap tcFitText hideMark titlePg formProt noEndnote rtlGutter
    evenAndOddHeaders autoHyphenation mirrorMargins updateFields qFormat locked semiHidden unhideWhenUsed bidiVisual
"""

# An attribute: «name=type», «name!=type» where it must be there; «parent/element» goes before «element».
_ATTRIBUTES = """
pBdr/*, tblBorders/*, tcBorders/*: val!=border color=color themeColor=word themeTint=byte themeShade=byte sz=natural
    space=natural shadow=switch frame=switch
tblCellMar/*, tcMar/*, tblW, tcW, tblInd, tblCellSpacing, wBefore, wAfter: w=measure type=nil|pct|dxa|auto
pStyle, rStyle, tblStyle, basedOn, next, link, altName, style/name, aliases: val!=text
sz, szCs, kern, defaultTabStop: val!=length
gridSpan, gridBefore, gridAfter, ilvl, numId, outlineLvl, uiPriority: val!=number
hMerge, vMerge: val=continue|restart
tcPr/textDirection, pPr/textDirection, sectPr/textDirection: val!=tb|rl|lr|tbV|rlV|lrV|btLr|lrTb|lrTbV|tbLrV|tbRl|tbRlV
bookmarkStart: id!=number name!=text colFirst=number colLast=number displacedByCustomXml=word
bookmarkEnd: id!=number displacedByCustomXml=word
pPr/jc: val!=start|center|end|both|mediumKashida|distribute|numTab|highKashida|lowKashida|thaiDistribute|left|right
jc: val!=center|end|left|right|start
pPr/spacing: before=length beforeLines=number beforeAutospacing=switch after=length afterLines=number
    afterAutospacing=switch line=offset lineRule=auto|exact|atLeast
rPr/spacing, position: val!=offset
ind: start=offset startChars=number end=offset endChars=number left=offset leftChars=number right=offset
    rightChars=number hanging=length hangingChars=number firstLine=length firstLineChars=number
tab: val!=clear|start|center|end|decimal|bar|num|left|right
    leader=none|dot|hyphen|underscore|heavy|middleDot pos!=offset
r/tab, t, tblPr:
shd: val!=shading color=color themeColor=word themeTint=byte themeShade=byte fill=color themeFill=word
    themeFillTint=byte themeFillShade=byte
color: val!=color themeColor=word themeTint=byte themeShade=byte
rFonts: hint=default|eastAsia|cs ascii=text hAnsi=text eastAsia=text cs=text asciiTheme=word hAnsiTheme=word
    eastAsiaTheme=word cstheme=word
lang: val=text eastAsia=text bidi=text
u: val=word color=color themeColor=word themeTint=byte themeShade=byte
highlight: val!=word
vertAlign: val!=baseline|superscript|subscript
tblLayout: type=fixed|autofit
tblLook: firstRow=switch lastRow=switch firstColumn=switch lastColumn=switch noHBand=switch noVBand=switch val=short
gridCol: w=length
trHeight: val=length hRule=auto|exact|atLeast
tcPr/vAlign, sectPr/vAlign: val!=top|center|both|bottom
pgSz: w=length h=length orient=portrait|landscape code=number
pgMar: top!=offset right!=length bottom!=offset left!=length header!=length footer!=length gutter!=length
pgNumType: fmt=word start=number chapStyle=number chapSep=word
sectPr/type: val=nextPage|nextColumn|continuous|evenPage|oddPage
headerReference, footerReference: type!=even|default|first
fldSimple: instr!=text fldLock=switch dirty=switch
fldChar: fldCharType!=begin|separate|end fldLock=switch dirty=switch
br: type=page|column|textWrapping clear=none|left|right|all
style: type=paragraph|character|table|numbering styleId=text default=switch customStyle=switch
zoom: val=word percent!=percent
font: name!=text
panose1: val!=panose
charset: val=byte characterSet=text
family: val!=decorative|modern|roman|script|swiss|auto
pitch: val!=fixed|variable|default
characterSpacingControl: val!=doNotCompress|compressPunctuation|compressPunctuationAndJapaneseKana
decimalSymbol, listSeparator: val!=text
compatSetting: name=text uri=text val=text
"""

_UNIT = r"(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)"
_TYPES = {
    "text": r"[\s\S]*",
    "word": r"\w+",
    "switch": "true|false|on|off|0|1",
    "number": r"[+-]?\d+",
    "natural": r"\+?\d+",
    "length": rf"\+?\d+(?:{_UNIT})?",
    "offset": rf"[+-]?\d+(?:{_UNIT})?",
    "measure": rf"[+-]?\d+(?:{_UNIT})?|-?\d+(?:\.\d+)?%",
    "percent": r"-?\d+(?:\.\d+)?%?",
    "color": "auto|[0-9A-Fa-f]{6}",
    "byte": "[0-9A-Fa-f]{2}",
    "short": "[0-9A-Fa-f]{4}",
    "panose": "[0-9A-Fa-f]{20}",
    "border": "nil|none|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple|wave|doubleWave|dashSmallGap|"
    "dashDotStroked|inset|outset|threeD(?:Emboss|Engrave)|thin(?:Thick|ThickThin)(?:Small|Medium|Large)Gap|"
    "thickThin(?:Small|Medium|Large)Gap",
    "shading": r"nil|clear|solid|horzStripe|vertStripe|reverseDiagStripe|diagStripe|horzCross|diagCross|thin\w+"
    r"|pct\d{1,2}",
}
_PATTERNS: dict[str, re.Pattern[str]] = {name: re.compile(pattern) for name, pattern in _TYPES.items()}


class Order(NamedTuple):
    """The order of an element's children: places by name, places that may be taken again, the clause."""

    clause: str
    places: Mapping[str, tuple[int, ...]]
    again: frozenset[int]

    def after(self, name: str, place: int) -> int:
        """Return the place that an element takes when places up to `place` are taken; −1 where it comes too late."""
        again = place in self.again
        return next((at for at in self.places[name] if at > place or (at == place and again)), -1)


class Attributes(NamedTuple):
    """An element's attributes: what each may be, and which must be there."""

    allowed: Mapping[str, re.Pattern[str]]
    needed: frozenset[str]


def _lines(table: str) -> list[tuple[str, str]]:
    """Return the heads of a table's lines and what they say; an indented line goes on with the one before."""
    joined = re.sub(r"\n +", " ", table.replace("\n\n", "\n")).strip()
    return [(head, text) for line in joined.split("\n") for head, _, text in [line.partition(":")]]


def _order(clause: str, line: str) -> Order:
    places: dict[str, tuple[int, ...]] = {}
    again = set()
    for place, group in enumerate(line.split()):
        if group.endswith("*"):
            again.add(place)
        for name in group.removesuffix("*").split("|"):
            places[name] = (*places.get(name, ()), place)
    return Order(clause, places, frozenset(again))


def _attributes(line: str) -> Attributes:
    allowed: dict[str, re.Pattern[str]] = {}
    needed = set()
    for item in line.split():
        name, _, kind = item.partition("=")
        if name.endswith("!"):
            needed.add(name[:-1])
        allowed[name.removesuffix("!")] = _PATTERNS.get(kind) or re.compile(kind)
    return Attributes(allowed, frozenset(needed))


ORDERS: Mapping[str, Order] = {
    head.split()[1]: _order(head.split()[0], children) for head, children in _lines(_CHILDREN)
}
ATTRIBUTES: Mapping[str, Attributes] = {
    **dict.fromkeys(_SWITCHES.split(), _attributes("val=switch")),
    **{name: _attributes(text) for names, text in _lines(_ATTRIBUTES) for name in names.split(", ")},
}


_EMPTY = Order("nothing", {}, frozenset())


def order(parent: str, name: str) -> Order | None:
    """Return what is known of an element's children under its parent; one whose attributes are known has none else."""
    known = ORDERS.get(f"{parent}/{name}") or ORDERS.get(name)
    return known or (_EMPTY if attributes(parent, name) else None)


def attributes(parent: str, name: str) -> Attributes | None:
    """Return what is known of an element's attributes under its parent."""
    return ATTRIBUTES.get(f"{parent}/{name}") or ATTRIBUTES.get(f"{parent}/*") or ATTRIBUTES.get(name)
