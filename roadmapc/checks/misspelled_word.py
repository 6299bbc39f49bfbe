"""A word is not in the dictionary.

It may be a slip («Вертуальные»), a cut word («райо»), or a term that the dictionary does not know: put that under
`terms:` of `owners.yaml`. Names, abbreviations and the municipality's own words are passed over. The rule needs the extra
`spell` and runs with `check --spell`, or where `roadmapc.toml` says `spell = true`.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта вертуальных служб, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта виртуальных служб, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._morphology import WORD, is_known, words
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.source import Span

CODE = "RM514"
SEVERITY = Severity.NOTE
OPTIONAL = True

_INITIALS = re.compile(r" ?[А-ЯЁ]\. ?[А-ЯЁ]\.")
_BEFORE_NAME = re.compile(r"(?:[А-ЯЁ]\. ?|\b[сгпд]\. ?|\bим(?:ени|\.) ?)$")
_STARTS = re.compile(r"(?:^|[\0\n.:;!?«(–•-]) *$")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each unknown word once, with the nearest word of the document."""
    own = _own_words(plan)
    seen: set[str] = set()
    for route, match in words(plan):
        word = match[0]
        lower = word.lower()
        if len(word) < 4 or lower in seen or lower in own or _is_name(match) or is_known(word):
            continue
        seen.add(lower)
        near = _nearest(lower, plan)
        hint = Message("perhaps “{near}”", near=near) if near else Message("if it is a term, add it to “terms:”")
        yield Finding(route, Message("“{word}” is not in the dictionary", word=word), hint, span=Span(*match.span()))


def _own_words(plan: Plan) -> frozenset[str]:
    terms = plan.directory.terms if plan.directory else {}
    place = plan.roadmap.municipality
    texts = [place.name, place.region or "", *terms, *terms.values()]
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def _is_name(match: re.Match[str]) -> bool:
    """Say whether a word is an abbreviation, or a name by its capital letter or its initials."""
    word, text = match[0], match.string
    if any(letter.isupper() for letter in word[1:]):
        return True
    if not word[0].isupper():
        return False
    before = text[max(match.start() - 6, 0) : match.start()]
    return bool(_INITIALS.match(text, match.end()) or _BEFORE_NAME.search(before) or not _STARTS.search(before))


def _nearest(word: str, plan: Plan) -> str | None:
    from rapidfuzz import fuzz, process

    known = {match[0].lower() for _, match in words(plan) if len(match[0]) > 3 and is_known(match[0])}
    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=75)
    return best[0] if best else None
