"""What the columns of a table are, by the words of their heads and by what stands in their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.deadlines import DeadlineError, parse
from roadmapc.deadlines.dating.headings import is_mark, time_of

KINDS = ("number", "activity", "start", "deadline", "owners", "result", "text")

_WORDINGS: tuple[tuple[str, str, float], ...] = (
    ("number", r"№|^n(?:\s|$)|п\s*[/.\\]\s*п|номер строки|^номер$", 3),
    ("activity", r"мероприяти", 3),
    (
        "activity",
        (
            r"содержание|наименование|название|действи|деятельност|вид(?:ы)?\s+(?:деятельности|работ)|^тема|^форм[аы]"
            r"|^перечень|вопрос|этап|направлени|поручени|^дел[ао]\b|событи|^что\b|работ[аы]?\b|предмет|повестка"
        ),
        1.5,
    ),
    ("activity", r"задач", 1.2),
    ("activity", r"^объект", 1.3),
    ("deadline", r"срок|дат[аы]\b|когда|период|время|месяц|график", 3),
    ("start", r"начал[оа]|дата начала", 4),
    ("deadline", r"окончани|завершени", 4),
    ("owners", r"ответств|\bотв\b|исполнител|соисполнител|кто\b|куратор", 3),
    ("owners", r"^контрол|осуществляет контрол|ф\.?\s?и\.?\s?о\b", 1.2),
    ("owners", r"^ведущ|^исполнение$|докладчик|выступающ|организатор", 2),
    ("result", r"результат|рез-т|вид документа|документ|итог|выход|продукт|отч[её]тность", 2.5),
    ("result", r"форма отч[её]т", 3),
    ("result", r"показател|критери", 1.2),
    (
        "text",
        (
            r"участник|категори|аудитори|мест[оа]\b|финансир|источник|примечани|отметк|выполнени|объ[её]м|сумм"
            r"|стоимость|количеств|охват|класс|групп|уровень|корректировк|цел[ьи]\b"
            r"|сведени|(?:вид|метод|форм)\w* контрол"
        ),
        2.6,
    ),
)
_RULES = tuple((kind, re.compile(pattern, re.IGNORECASE), weight) for kind, pattern, weight in _WORDINGS)
_BLANK_HEAD = re.compile(r"отметк|корректировк|подпись|выполнени|факт|дата проведения|примечани", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:[IVXLСХІ]+|\d{1,3}(?:\.\d{1,3})*|[а-яa-z])[.)]?|\d{1,3}(?:\.\d{1,3})*\.?\s?[¹²³]?", re.IGNORECASE
)
_POST = re.compile(
    r"директор|заместител|начальник|руководител|методист|специалист|педагог|учител|администрац|управлени|отдел|школ|центр|оу\b|ооц?\b"
    r"|комитет|заведующ|психолог|библиотекар|воспитател|рмо|шмо|(?-i:[А-ЯЁ][а-яё]{1,30} [А-ЯЁ]\.\s?[А-ЯЁ]\.)",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"январ|феврал|март|апрел|\bма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|\d{1,2}\.\d{1,2}"
    r"|квартал|ежедн|ежеме|ежекв|ежегод|еженед|кажд|раза? в|в течение|постоянно|20\d\d",
    re.IGNORECASE,
)


_BEGINS_DEADLINE = re.compile(
    r"(?:до|по|с|к|в|не позднее|ежедн\w*|кажд\w+|январ\w*|феврал\w*|март\w*|апрел\w*|ма[йя]|июн\w*|июл\w*"
    r"|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?)(?![\w.]*\d{4}\.)(?!\w)",
    re.IGNORECASE,
)


_FACT = re.compile(r"\bфакт(?:ическ|\b)", re.IGNORECASE)
_HOUR = re.compile(r"время\b", re.IGNORECASE)
_CONTROL = re.compile(r"контрол|осуществляет контрол|кто контролирует", re.IGNORECASE)
_SHORT = 40  # letters of a head that says elsewhere than at its beginning what it is
_STRONG = 1.2
_SURE = 3
_ADJECTIVES = re.compile(r"^(?:\w+(?:[ыи]й|ой|ая|яя|ое|ее|[ыи]е)\s+){1,3}(?=\w)")
_PARTED = re.compile(r"(?<=[а-яё])-\s+(?=[а-яё])")
_BEHIND = 0.6
"""How much a word behind the first one counts, where the first says something of its own."""


class ColumnHead(NamedTuple):
    """A column: what it is, its heading, how sure that is (from 0 to 1)."""

    kind: str
    heading: str
    confidence: float


def score(words: str) -> dict[str, float]:
    """Return how much the words of a head speak for each kind of column."""
    scores = dict.fromkeys(KINDS, 0.0)
    words = _PARTED.sub("", words)  # «Ответст-⏎венные» in a narrow column
    found = [(kind, match.start(), weight) for kind, pattern, weight in _RULES if (match := pattern.search(words))]
    # «Задачи исполнителя» are tasks, not whoever carries them out; «Наименование мероприятия» says the same twice
    leads = {kind for kind, start, _ in found if start == 0}
    for kind, start, weight in found:
        scores[kind] = max(scores[kind], weight * (_BEHIND if leads and start and kind not in leads else 1))
    first = re.match(r"\w+", words.casefold())
    for kind, pattern, weight in _RULES:  # «Срок представления отчета» is a deadline: its first word says so
        if weight > 2 and first and pattern.match(first[0]):
            scores[kind] += 1
    if scores["start"] and re.search(r"окончани|завершени", words, re.IGNORECASE):
        scores["start"] = 0
    elif scores["start"]:  # «Срок исполнения: начало» is no deadline, whatever its first word says
        scores["start"] = max(scores["start"], scores["deadline"] + 1)
    return scores


def is_head(words: Sequence[str]) -> bool:
    """Tell whether the cells of a row are the heads of columns.

    A word of a head deep in a long cell says nothing: «Организация и проведение мероприятий» is an activity.
    """
    filled = [one for one in words if one]
    if len(filled) < 2 or any(len(one) > 160 for one in filled):
        return False
    known = [max(score(one).values()) for one in filled if len(one) <= _SHORT or _begins_as_head(one)]
    strong = sum(value >= 2 for value in known)
    if sum(map(_begins_as_head, filled)) < min(2, len(filled) - 1):
        return False
    if any(re.fullmatch(r"(?!20\d\d$)\d+(?:\.\d+)*[.)]?", one) for one in filled):
        return False
    return strong >= 2 or (strong >= 1 and len(filled) <= 3)


def is_surely_head(words: Sequence[str]) -> bool:
    """Tell whether all cells of a row but one begin as heads of columns do: no row of activities looks so."""
    filled = [one for one in words if one]
    return len(filled) > 1 and sum(map(_begins_as_head, filled)) >= len(filled) - 1


def _begins_as_head(words: str) -> bool:
    """Say whether words of a head stand first, behind adjectives at most: «Ожидаемый результат»."""
    own = _ADJECTIVES.sub("", _PARTED.sub("", words))
    return any(pattern.match(own) and weight >= _STRONG for _, pattern, weight in _RULES)


def is_numbers(words: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns: «1 2 3 4»."""
    filled = [one.strip(" .") for one in words if one]
    return len(filled) > 2 and filled == [str(n) for n in range(1, len(filled) + 1)] and len(filled) >= len(words) - 1


def columns_of(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> list[ColumnHead]:
    """Return what the columns are; `cells` are the words of each column, those without any left out."""
    scores = [score(heading) for heading in headings]
    for at, column in enumerate(cells):
        if time_of(headings[at]) and all(is_mark(words) or is_deadline(words) for words in column):
            scores[at]["deadline"] += _SURE  # «октябрь» over «+», «2026» over months
            continue
        for kind, weight in _evidence(column).items():
            scores[at]["start" if kind == "deadline" and scores[at]["start"] else kind] += weight
    chosen = [max(KINDS, key=lambda kind, at=at: scores[at][kind]) for at in range(len(headings))]  # type: ignore[misc]
    for at, one in enumerate(scores):
        if max(one.values()) < 1:
            chosen[at] = "text"
    _set_aside(chosen, headings)
    filled = [bool(column) for column in cells]
    for kind in ("number", "activity", "result"):
        _keep_one(kind, chosen, scores, filled)
    if not any(headings) and "owners" not in chosen and "deadline" in chosen:
        short = [at for at, kind in enumerate(chosen) if kind in ("text", "result") and cells[at]]
        short = [at for at in short if max(map(len, cells[at])) < 120]
        if short:
            chosen[max(short, key=lambda at: _posts(cells[at]))] = "owners"
    if "activity" not in chosen:
        _choose_activity(chosen, scores, cells)
    for at, heading in enumerate(headings):
        if (
            not cells[at]
            and chosen[at] not in ("number", "activity")
            and (chosen[at] == "text" or _BLANK_HEAD.search(heading))
        ):
            chosen[at] = "blank" if heading or chosen[at] == "text" else chosen[at]
    return [
        ColumnHead(kind, heading, _confidence(kind, one))
        for kind, heading, one in zip(chosen, headings, scores, strict=True)
    ]


def _set_aside(chosen: list[str], headings: Sequence[str]) -> None:
    """Make text of what came of a row and who controls it, beside what is to come and who carries it out."""
    planned = {kind for kind, words in zip(chosen, headings, strict=True) if not _is_fact(words)}
    many = chosen.count("owners") > 1
    if chosen.count("deadline") > 1:  # the hour, beside the day
        chosen[:] = ["text" if _HOUR.match(words) else kind for kind, words in zip(chosen, headings, strict=True)]
    for at, words in enumerate(headings):
        if (_is_fact(words) and chosen[at] in planned) or (many and chosen[at] == "owners" and _CONTROL.match(words)):
            chosen[at] = "text"


def _is_fact(words: str) -> bool:
    """Say whether a column tells what came of it: «Факт», «Срок: факт»; «план/факт» tells both."""
    return bool(_FACT.search(words)) and "план" not in words.casefold()


def _evidence(column: Sequence[str]) -> dict[str, float]:
    """Return what cells say of their column."""
    if not column:
        return {}
    many = len(column)
    numbers = sum(bool(_NUMBER.fullmatch(words)) for words in column) / many
    deadlines = sum(is_deadline(words) for words in column[:40]) / min(many, 40)
    posts = _posts(column)
    length = sum(map(len, column)) / many
    return {
        "number": 2 if numbers > 0.7 else 0,
        "deadline": 1.6 * deadlines if numbers < 0.5 else 0,
        "owners": 0.9 * posts if length < 120 else 0,
        "activity": min(1.2, length / 90) if deadlines < 0.5 else 0,
    }


def _posts(column: Sequence[str]) -> float:
    """Return the share of cells that name somebody."""
    return sum(bool(_POST.search(words)) and len(words) < 200 for words in column) / len(column)


def is_deadline(words: str) -> bool:
    """Tell whether words are a deadline."""
    if len(words) > 90 or not _MONTHS.search(words):
        return False
    try:
        parse(words)
    except DeadlineError:
        return len(words) < 40 and bool(_BEGINS_DEADLINE.match(words))
    return True


def _keep_one(kind: str, chosen: list[str], scores: Sequence[dict[str, float]], filled: Sequence[bool]) -> None:
    """Leave a kind to the column that speaks for it most, an empty one last; the others are the next best, or text."""
    places = [at for at, one in enumerate(chosen) if one == kind]
    for at in sorted(places, key=lambda at: (not filled[at], -scores[at][kind]))[1:]:
        others = {
            one: value for one, value in scores[at].items() if one not in (kind, "number", "activity") and value >= 2
        }
        chosen[at] = max(others, key=lambda one: others[one]) if others else "text"
        if chosen[at] == "result" and "result" in chosen[:at] + chosen[at + 1 :]:
            chosen[at] = "text"


def _choose_activity(chosen: list[str], scores: Sequence[dict[str, float]], cells: Sequence[Sequence[str]]) -> None:
    """Let the column of the longest words be the activity's where no head says so."""
    free = (
        [at for at, kind in enumerate(chosen) if kind in ("text", "result")]
        or [at for at, kind in enumerate(chosen) if kind != "number"]
        or [0]
    )
    named = [at for at in free if scores[at]["activity"] > 0 and chosen[at] == "text"]
    best = max(named or free, key=lambda at: sum(map(len, cells[at])) / (len(cells[at]) or 1))
    chosen[best] = "activity"


def _confidence(kind: str, scores: dict[str, float]) -> float:
    own = scores.get(kind, 0)
    second = max((value for one, value in scores.items() if one != kind), default=0)
    if kind in ("text", "blank") and own == 0:
        return 0.6 if second < 1 else 0.5
    return round(min(0.99, 0.5 + (own - second) / 8), 2) if own else 0.3
