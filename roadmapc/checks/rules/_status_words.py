"""Words of a status that people type into a result: «Исполнено в срок.», «Не исполнено: карантин», «Снято с контроля».

Only a sentence that says nothing else before them counts: «План выполнен на 80 %», «будет исполнено», «выполнено 3 из
9 мероприятий» say no status, and a rule that took them for one would be switched off.
"""

from __future__ import annotations

import re
from enum import StrEnum

from roadmapc.russian.normal_form import searched_form


class Claim(StrEnum):
    """What a sentence says of its row."""

    DONE = "done"
    IN_TIME = "in-time"
    LATE = "late"
    PARTLY = "partly"
    NOT_DONE = "not-done"
    NOT_IN_TIME = "not-in-time"
    AHEAD = "ahead"
    OPEN = "open"
    MOVED = "moved"
    REMOVED = "removed"
    EXCLUDED = "excluded"
    AT_RISK = "at-risk"


_LONGEST = 5_000
"""Characters that are read: one or two sentences are meant."""
_SENTENCE = re.compile(r"(?<![.!?;])[.!?;]++(?=\s|$)|\n")
_BEFORE = (
    r"(?:(?:статус|отметка(?: об исполнении)?) ?[:–—-]? ?)?"
    r"(?:(?:данное |это )?(?:мероприяти[ея]|поручени[ея]|задани[ея]|пункт|работ[аы]) )?"
)
_AFTER = r"(?= ?$| ?[:(]| [–—-] | ?, ?(?!кроме|за|но|однако|хотя|если|а|только|лишь|помимо)\b)"
_DONE = r"(?:исполнен|выполнен|завершен|реализован)[оаы]?"
_TERM = r"(?:(?:установленн|указанн|планов)\w+ )?срок"
_WHOLE = r"(?:полностью|целиком|в полном объеме)"
_PART = rf"(?:частично|не {_WHOLE})"
_DAY = r"(?: (?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} [а-я]+(?: \d{4})?)(?: г\.?| года)?)?"

_CLAIMS: tuple[tuple[Claim, str], ...] = (
    (Claim.NOT_IN_TIME, rf"не {_DONE} в {_TERM}и?"),
    (Claim.PARTLY, rf"{_DONE} {_PART}|{_PART} {_DONE}|не {_DONE} {_WHOLE}"),
    (Claim.NOT_DONE, rf"не ?{_DONE}"),
    (Claim.LATE, rf"{_DONE} (?:с нарушением {_TERM}а|с опозданием|с задержкой|позже {_TERM}а|не в {_TERM}){_DAY}"),
    (Claim.IN_TIME, rf"{_DONE} (?:в {_TERM}и?|досрочно|своевременно|без нарушения {_TERM}а){_DAY}"),
    (Claim.IN_TIME, rf"(?:своевременно|досрочно|в {_TERM}) {_DONE}{_DAY}"),
    (Claim.DONE, rf"(?:{_WHOLE} )?{_DONE}(?: {_WHOLE})?{_DAY}"),
    (Claim.AHEAD, r"срок(?: исполнения)?(?: еще)? не наступил"),
    (Claim.OPEN, r"(?:находится |остается )?(?:в работе|на исполнении|в (?:стадии|процессе) исполнения)"),
    (Claim.MOVED, r"срок(?: исполнения)? (?:перенесен|продлен)(?: (?:на|до) .+)?|(?:перенесен|продлен)о (?:на|до) .+"),
    (Claim.REMOVED, r"снят[оаы]? с контроля"),
    (Claim.EXCLUDED, r"исключен[оаы]? из (?:плана|дорожной карты)"),
    (Claim.AT_RISK, r"(?:есть |имеется |существует )?риск неисполнения"),
)
_PATTERNS = [(claim, re.compile(f"{_BEFORE}(?:{words}){_AFTER}")) for claim, words in _CLAIMS]


def claims(text: str) -> list[Claim]:
    """Return the statuses that the sentences of a text say, in their order."""
    sentences = (" ".join(one.split()) for one in _SENTENCE.split(searched_form(text[:_LONGEST])))
    found = (next((claim for claim, one in _PATTERNS if one.match(sentence)), None) for sentence in sentences)
    return [claim for claim in found if claim]
