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

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._morphology import WORD, is_known, words
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM514"
SEVERITY = Severity.NOTE
OPTIONAL = True

_INITIALS = re.compile(r" ?[А-ЯЁ]\. ?[А-ЯЁ]\.")
_BEFORE_NAME = re.compile(r"(?:[А-ЯЁ]\. ?|\b[сгпд]\. ?|\bим(?:ени|\.) ?)$")
_STARTS = re.compile(r"(?:^|[\0\n.:;!?«(–•-]) *$")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each unknown word once, with the nearest word that is known."""
    own = _own_words(plan)
    known = sorted({match[0].lower() for _, match in words(plan) if len(match[0]) > 3 and is_known(match[0])})
    seen: set[str] = set()
    for route, match in words(plan):
        word = match[0]
        lower = word.lower()
        if len(word) < 4 or lower in seen or lower in own or _is_name(match) or is_known(word):
            continue
        seen.add(lower)
        near = _nearest(lower, known)
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


_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def _nearest(word: str, known: list[str]) -> str | None:
    """Return the known word one letter away, of the document before others, or the one most alike in the document."""
    from rapidfuzz import fuzz, process

    close = [one for one in sorted(_one_letter_away(word)) if is_known(one)]
    both = [one for one in close if one in known]
    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=80)
    return next(iter(both or close), best[0] if best else None)


def _one_letter_away(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {one + letter + two for one, two in cuts for letter in _LETTERS}
    found |= {one + letter + two[1:] for one, two in cuts if two for letter in _LETTERS}
    found |= {one + two[1:] for one, two in cuts if two}
    return found - {word}
