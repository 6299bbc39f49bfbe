"""A гриф names the act that approves: «приказом …» in the instrumental, then «от … № …».

The act is written in lower case. A draft leaves blanks for date and number; the line itself is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import ApprovalLines, approvals
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.16"
TITLE = Message("Гриф: приказом … in lower case, then “от … № …”")
_ACT = re.compile(r"\b(?:приказом|распоряжением|постановлением|решением|протоколом)\b", re.IGNORECASE)
_TO_ACT = re.compile(r"\bк\s+(?:приказу|распоряжению|постановлению|решению)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\bот\s*\S.*№\s*\S", re.DOTALL)


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the lines below the word of every гриф, and of every mark of an attachment that names an act."""
    found = [a for a in approvals(document) if a.word.casefold() != "утверждаю" and not _is_mere_mark(a)]
    if not found:
        yield absent(Message("no гриф that names an act"))
    for approval in found:
        place = at(approval.paragraphs[0])
        text = " ".join(approval.lines)
        act = (_TO_ACT if approval.is_attachment else _ACT).search(text)
        if act is None:
            yield fails(Message("the гриф names no act"), place)
        elif act[0] != act[0].lower():
            yield notes(Message("“{act}” begins with a capital", act=act[0]), place)
        if not _NUMBER.search(text):
            yield fails(Message("no line “от … № …”"), place)
        elif act is not None and act[0] == act[0].lower():
            yield holds(Message("{act} … от … №", act=act[0]))


def _is_mere_mark(approval: ApprovalLines) -> bool:
    """Tell whether it only says «Приложение № 1»: a гриф below it names the act."""
    return approval.is_attachment and len(approval.lines) == 1
