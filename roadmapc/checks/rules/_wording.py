"""What rules about wording share: a pattern over the printed texts, each match with its cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Route, Span
from roadmapc.plan import Plan

Match = re.Match[str]


def matches(
    plan: Plan,
    pattern: re.Pattern[str] | Sequence[re.Pattern[str]],
    message: Callable[[Match], Message],
    cure: Callable[[Match], str | None],
    *,
    safe: bool = True,
    part: re.Pattern[str] | None = None,
) -> Iterator[Finding]:
    """Report each match of a pattern; what `cure` returns (None: nothing) would take the place of the match.

    For several patterns, and a `part` that every match has in it, see `PrintedTexts.find`.
    """
    patterns = [pattern] if isinstance(pattern, re.Pattern) else pattern
    for route, match in plan.printed_texts.find(*patterns, part=part):
        text = cure(match)
        span = Span(*match.span())
        fix = Fix((Edit(span, text),), safe) if text is not None else None
        yield Finding(
            route, message(match), Message("write “{text}”", text=shown(text)) if text else None, span=span, fix=fix
        )


def shown(text: str) -> str:
    """Return words for a message: breaks and runs of spaces as one space."""
    return " ".join(text.split())


FIELDS = frozenset({"number", "date", "contacts", "details"})
"""Keys whose texts are no prose: numbers, telephones, addresses."""

_FIRST_PARTS = """
административно военно воспитательно духовно индивидуально информационно исследовательско историко итогово кадрово
контрольно культурно лично материально медико методико научно нормативно образовательно общественно организационно
педагого познавательно практико программно проектно производственно профессионально психолого социально спортивно
творчески теоретико учебно физкультурно финансово хозяйственно художественно экономико экспертно аналитико
диагностико литературно консультационно просветительско прогностико
"""
_FIRST = frozenset(_FIRST_PARTS.split())
_GAP = re.compile(r"о(?P<gap> -|- | - )[ \0]*(?=[а-яё]{4})")
_LONGEST = 20  # letters of a first part


def torn_compounds(plan: Plan) -> Iterator[tuple[Route, Match, int]]:
    """Return hyphens torn from the parts of a compound adjective («научно - методическая»), with the word's beginning."""
    for route, match in plan.printed_texts.find(_GAP):
        start = match.start() + 1
        while start > 0 and match.string[start - 1].isalpha() and match.start() - start < _LONGEST:
            start -= 1
        if match.string[start : match.start() + 1].lower() in _FIRST:
            yield route, match, start
