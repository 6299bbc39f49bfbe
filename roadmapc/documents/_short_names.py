"""Activities, owners and results named whole for the first time, then by first words that tell them from others.

What comes again each month would fill a calendar with the same words; a number and its first words are enough to know
it by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from roadmapc.documents._table import NO_TEXT
from roadmapc.plan import Row

_MOST_ACTIVITY, _MOST_RESULT = 62, 40  # letters: about a line of the columns in which they stand
_LEAST_OWNER = 15  # letters by which a person still knows a post
_LEAST_SAVED = 6
_MOST_REMEMBERED = 250  # texts of a roadmap: its documents shorten the same ones
_SMALL_WORD = 3  # letters of «по», «для»: no short name ends with one
_ENDS = ":;,. –"
_CLOSERS = {"«": "»", "(": ")", "„": "“"}


class ShortNames:
    """Names what stands in the rows; it remembers what it has told, so ask in the order in which it is printed."""

    def __init__(self, rows: Sequence[Row]) -> None:
        called = {row.deadline_route: (row.number, first_words(row.text, _MOST_ACTIVITY)) for row in rows}
        alike = Counter(called.values())
        self._activities = {route: name[1] for route, name in called.items() if alike[name] == 1}
        owners = dict.fromkeys(assignee.text for row in rows for assignee in row.assignees)
        self._owners = dict(zip(owners, distinct_words(tuple(owners)), strict=True))
        self._told: set[object] = set()
        self.shortened = False

    def activity(self, row: Row) -> str:
        """Return the words of an activity; whole, too, where its number and first words are not its alone."""
        whole = row.text_apart.strip()
        short = whole if len(whole) <= _MOST_ACTIVITY else self._activities.get(row.deadline_route, whole)
        return self._named(row.deadline_route, whole, short)

    def result(self, row: Row) -> str:
        """Return what is to come of an activity."""
        if not row.result:
            return NO_TEXT
        return self._named((row.route, "result"), row.result, first_words(row.result, _MOST_RESULT))

    def owners(self, row: Row) -> str:
        """Return those who answer for an activity, in a line."""
        texts = [assignee.text for assignee in row.assignees]
        return "; ".join(self._named(text, text, self._owners[text]) for text in texts) or NO_TEXT

    def _named(self, key: object, whole: str, short: str) -> str:
        told = key in self._told
        self._told.add(key)
        self.shortened = self.shortened or (told and short != whole)
        return short if told else whole


@lru_cache(_MOST_REMEMBERED)
def first_words(text: str, most: int) -> str:
    """Return a text of one line and at most so many letters; else its first words and «…»."""
    text = text.strip()
    line = text.partition("\n")[0].rstrip(_ENDS)
    if len(line) > most:
        line = line[: most + 1].rpartition(" ")[0] or line[:most]
        while len(line.rpartition(" ")[2]) <= _SMALL_WORD and " " in line:
            line = line.rpartition(" ")[0]
    return text if line == text.rstrip(_ENDS) else _cut(line)


def distinct_words(texts: Sequence[str]) -> Iterator[str]:
    """Yield for each text the fewest first words that no other begins with, and «…»; all where that saves little."""
    used = Counter(start for text in texts for start in _starts(text))
    for text in texts:
        fitting = (start for start in _starts(text) if used[start] == 1 and len(start) >= _LEAST_OWNER)
        start = next((start for start in fitting if len(start.rsplit(" ", 1)[-1]) > _SMALL_WORD), text)
        yield _cut(text[: len(start)]) if len(text) - len(start) > _LEAST_SAVED else text


def _starts(text: str) -> Iterator[str]:
    """Yield the first word, the first two …, by which owners are compared."""
    return accumulate(text.casefold().split(" "), "{} {}".format)


def _cut(text: str) -> str:
    """Return a text that goes on, its quotes and brackets closed behind «…»."""
    text = text.rstrip(_ENDS)
    for opener in _CLOSERS:
        if text.endswith(opener):
            text = text[:-1].rstrip(_ENDS)
    opened = [closer for opener, closer in _CLOSERS.items() if text.count(opener) > text.count(closer)]
    if text.count('"') % 2:
        opened.append('"')
    return f"{text}\N{NO-BREAK SPACE}…{''.join(opened)}"
