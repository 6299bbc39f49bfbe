"""The title of an attachment: which headings behind the гриф are its lines, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.draft import Draft
from roadmapc.importing.understanding.indicators import indicator_columns
from roadmapc.importing.understanding.words import is_heading, is_item, one_line, paragraph

_PART = re.compile(
    r"(?:\d{1,2}\.?\s+|[IVX]+\.?\s+)?(?:пояснительная записка|введение|общие положения|цел[ьи]\b|задачи\b|ожидаем"
    r"|паспорт|обоснование|основание|нормативн|актуальность|показатели|механизм|принципы|основные)",
    re.IGNORECASE,
)
_NAMES_ITSELF = re.compile(
    r"(?:(?:комплексный|календарный|перспективный|годовой|муниципальн\w+) )?(?:план\b|программа)"
    r"|дорожная карта|циклограмма|график\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 250
OWN_HEADING = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\.\s|(?:раздел|направление|таблица|блок|модуль)\b", re.IGNORECASE)
MONTH = re.compile(
    r"(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)"
    r"(?:\s+20\d\d)?(?:\s*(?:г\.?|года?))?",
    re.IGNORECASE,
)
_USUAL_HEADING = re.compile(
    r"(?:основные )?мероприятия|этапы(?: \w+)?|(?:целевые )?показатели(?: .*)?|(?:финансовое|ресурсное|кадровое) .*",
    re.IGNORECASE,
)
"""A line right above a table that is its heading and no part of a title."""
_OTHER_HEADING = re.compile(
    r"план мероприятий$|перечень |механизм|система |основные направления|содержание|раздел |контроль |общие положения",
    re.IGNORECASE,
)
"""What else begins something new behind a title that has named its years."""
_YEARS_AT_END = re.compile(
    r"(?<!\d\.)20\d\d(?: ?[/–-] ?\d{2,4})? ?(?:(?:уч[а-яё]{0,8}\.? ?)?(?:год[а-яё]{0,2}|гг?\.?|г\. ?г\.))?[»)\"]{0,3}$",
    re.IGNORECASE,
)


def title_of(blocks: Sequence[Text | Grid], at: int, draft: Draft) -> tuple[str, int]:
    """Return the title that begins at a block, the headings down to the heading of a part, and the block behind it."""
    lines: list[str] = []
    first: Text | None = None
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Grid) or not _may_be_title(block, first):
            break
        words = one_line(block.text)
        if first is not None and (_PART.match(words) or (block.level > first.level >= 0)):
            break
        if first is not None and (_is_heading_of_table(blocks, at, words) or _is_complete(lines, words)):
            break
        if first is None and _PART.match(words) and re.match(r"пояснит|введ|общие", words, re.IGNORECASE):
            break
        first = first or block
        lines.append(paragraph(block))
        at += 1
    if first is not None:
        draft.decide("title", one_line(" ".join(lines))[:120], 0.9, first.place)
    return "\n".join(lines), at


def _is_heading_of_table(blocks: Sequence[Text | Grid], at: int, words: str) -> bool:
    """Tell whether a line below the title is rather the heading of the table, or of the part, behind it."""
    if words.endswith(":") or OWN_HEADING.match(words):
        return True
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(following, Grid) or len(following.rows) < 2:
        return False
    named = MONTH.fullmatch(words) or _USUAL_HEADING.fullmatch(words)
    return bool(named) or indicator_columns(following) is not None


def _is_complete(lines: Sequence[str], words: str) -> bool:
    """Say whether a title has named its years, and a line begins something else that is known."""
    ends = lines and _YEARS_AT_END.search(one_line(lines[-1]))
    return bool(ends and (_USUAL_HEADING.fullmatch(words) or _OTHER_HEADING.match(words)))


def _may_be_title(text: Text, first: Text | None) -> bool:
    if is_item(text) and not text.bold:
        return False
    words = one_line(text.text)
    if first is not None and re.search(r"[.;]$", words) and not text.bold and text.align != "center":
        return False
    if is_heading(text):
        return True
    if first is None:  # nobody has centred it, but it names itself
        return bool(_NAMES_ITSELF.match(words)) and len(words) <= LONGEST_TITLE and not re.search(r"[.;:]$", words)
    return (
        text.align == first.align
        and bool(re.match(r"(?:по|на|в|о|об|муниципал\w*|мероприятий)\b", words))
        and len(words) <= 160
    )
