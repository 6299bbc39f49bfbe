"""An adjective does not agree with its noun.

«Педагогический опыта», «13 методических объединения»: one of the two words was changed and the other was not. The rule
needs the extra `spell` and runs with `check --spell`.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта методической служб, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта методических служб, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._morphology import forms, is_known, words
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM515"
SEVERITY = Severity.NOTE
OPTIONAL = True

_FEW = re.compile(r"(?:(?<![\d])[234]|(?<=[2-9])[234]|\b(?:два|две|три|четыре|оба|обе)) *$", re.IGNORECASE)
_COUPLED = re.compile(r"(?: и| или|,|/) *$")  # «школьном и муниципальном уровнях»
_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "voct": "nomn"}


def check(plan: Plan) -> Iterator[Finding]:
    """Report an adjective right before a noun where no readings agree; «2 новых проекта» and «1-м и 2-м классах» do."""
    for (route, one), (_, two) in pairwise(words(plan)):
        between = one.string[one.end() : two.start()]
        if between.strip(" ") or not between or not is_known(one[0]) or not is_known(two[0]):
            continue
        adjectives, nouns = _adjectives(one[0].lower()), _nouns(two[0].lower())
        if not adjectives or not nouns or any(_agree(a, n) for a in adjectives for n in nouns):
            continue
        before = one.string[max(one.start() - 24, 0) : one.start()]
        if not _FEW.search(before) and not (_COUPLED.search(before) and any(n.tag.number == "plur" for n in nouns)):
            message = Message("“{one}” does not agree with “{two}”", one=one[0], two=two[0])
            yield Finding(route, message, span=Span(one.start(), two.end()))


def _adjectives(word: str) -> tuple[Any, ...]:
    """Return the readings of a word that is an adjective and nothing else."""
    found = forms(word)
    if any(form.tag.POS != "ADJF" or "Apro" in form.tag or "Fixd" in form.tag for form in found):
        return ()
    return found


def _nouns(word: str) -> tuple[Any, ...]:
    found = forms(word)
    if any(form.tag.POS != "NOUN" or "Fixd" in form.tag or "Abbr" in form.tag for form in found):
        return ()
    return found


def _agree(adjective: Any, noun: Any) -> bool:
    one, two = adjective.tag, noun.tag
    case = _CASES.get(two.case, two.case)
    if one.case != case or one.number != two.number:
        return False
    if one.number == "sing" and two.gender and one.gender != two.gender and "ms-f" not in two:
        return False
    return case != "accs" or one.animacy is None or one.animacy == two.animacy
