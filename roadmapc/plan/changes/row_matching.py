"""Which sections and rows of two tables are one and the same: by id, by number in their section, by their words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.matching import ALIKE, SURE, Likely, by_key, by_likeness
from roadmapc.plan.changes.words import likeness, plain
from roadmapc.plan.plan import Plan, PlanSection, PlanTable, Row


class Match(NamedTuple):
    """The new index of each old one, and the old indices that were matched by likeness alone."""

    new_of: dict[int, int]
    uncertain: frozenset[int]

    @property
    def old_of(self) -> dict[int, int]:
        """Return the old index of each new one."""
        return {new: old for old, new in self.new_of.items()}


class _Known(NamedTuple):
    """What a section or a row is known by; `within` is the same for what stands below one and the same section."""

    id: str | None
    within: Hashable
    number: str
    words: str
    cells: str = ""


def match_sections(old: Plan, new: Plan, former: PlanTable, latter: PlanTable) -> Match:
    """Return which sections of two tables are one; those without a title are taken in their order."""
    olds = [_section(old, one) for one in former.sections]
    news = [_section(new, one) for one in latter.sections]
    found = _match(olds, news)
    untitled = [[at for at, one in enumerate(side) if not one.words] for side in (olds, news)]
    pairs = zip(*untitled, strict=False)
    return Match(found.new_of | {a: b for a, b in pairs if a not in found.new_of}, found.uncertain)


def _section(plan: Plan, section: PlanSection) -> _Known:
    words = section.title or section.task
    return _Known(own_id(plan, section.route), 0, section.number.rstrip("."), plain(words))


def match_rows(old: Plan, new: Plan, former: Sequence[Row], latter: Sequence[Row], sections: Match) -> Match:
    """Return which rows of two tables are one; a section's own row is that of the section."""
    place = {old_at: at for at, (old_at, _) in enumerate(sections.new_of.items())}
    places = ([plan.sections[row.section].at for row in rows] for plan, rows in ((old, former), (new, latter)))
    first, second = places
    old_of = sections.old_of

    def known(plan: Plan, row: Row, within: Hashable) -> _Known:
        cells = plain(f"{row.deadline_text} | {row.owners_text} | {row.result}").strip("| -")
        return _Known(own_id(plan, row.route), within, row.number.rstrip("."), plain(row.text), cells)

    olds = [known(old, row, place.get(at, f"old {at}")) for row, at in zip(former, first, strict=True)]
    news = [known(new, row, place.get(old_of.get(at, -1), f"new {at}")) for row, at in zip(latter, second, strict=True)]
    own = _own_rows(former, first), _own_rows(latter, second)
    pairs = {own[0][a]: own[1][b] for a, b in sections.new_of.items() if a in own[0] and b in own[1]}
    return _match(olds, news, pairs)


def _own_rows(rows: Sequence[Row], sections: Sequence[int]) -> dict[int, int]:
    """Return the indices of the rows that are sections themselves, by the indices of these in the table."""
    return {section: at for at, (row, section) in enumerate(zip(rows, sections, strict=True)) if row.level == 1}


def own_id(plan: Plan, route: Route) -> str | None:
    """Return the id that the author gave; none where it was computed."""
    value = plan.tree.value(route) if (*route, "id") in plan.tree.values else None
    return value.get("id") if isinstance(value, dict) else None


def _match(olds: Sequence[_Known], news: Sequence[_Known], known: dict[int, int] | None = None) -> Match:
    """Return which items are one; `known` are those of which it is certain already."""
    found: dict[int, int] = {**(known or {})}
    doubted: set[int] = set()

    def rest(side: Sequence[_Known], taken: set[int]) -> list[int]:
        return [at for at in range(len(side)) if at not in taken]

    def take(pairs: Iterator[tuple[int, int]] | dict[int, int]) -> None:
        items = pairs.items() if isinstance(pairs, dict) else pairs
        found.update({at: other for at, other in items if not _are_two(olds[at], news[other])})

    take(_keyed(olds, news, found, lambda one: one.id))
    for key in (_with_number, _with_words, lambda one: one.words or None):
        take(_keyed(olds, news, found, key))
    take(_in_turn(olds, news, found))
    numbered = _keyed(olds, news, found, _by_number)
    take({at: other for at, other in numbered.items() if likeness(olds[at].words, news[other].words) >= SURE})

    def likely() -> list[Likely]:
        former, latter = rest(olds, {*found}), rest(news, {*found.values()})
        pairs = by_likeness([(at, olds[at].words) for at in former], [(at, news[at].words) for at in latter])
        return [one for one in pairs if not _are_two(olds[one.old], news[one.new])]

    take({one.old: one.new for one in likely() if one.score >= SURE})
    same_cells = _keyed(olds, news, found, _with_cells)  # tells more than words of which a third were changed
    take({at: other for at, other in same_cells.items() if likeness(olds[at].words, news[other].words) >= ALIKE})
    doubted |= same_cells.keys() & found.keys()
    for one in likely():
        found[one.old] = one.new
        doubted.add(one.old)
    for key in (_with_cells, _by_number):
        pairs = {
            at: other for at, other in _keyed(olds, news, found, key).items() if not _are_two(olds[at], news[other])
        }
        alike = {at for at, other in pairs.items() if likeness(olds[at].words, news[other].words) >= ALIKE}
        doubtful = pairs.keys() - alike - _crossing(pairs, olds, found)
        found |= {at: pairs[at] for at in (*alike, *doubtful)}
        doubted |= doubtful
    return Match(found, frozenset(doubted))


def _are_two(old: _Known, new: _Known) -> bool:
    """Say whether two rows are told apart by their ids; of the same words they are one, whose id was renamed."""
    return old.id is not None and new.id is not None and old.id != new.id and old.words != new.words


def _crossing(pairs: dict[int, int], olds: Sequence[_Known], found: dict[int, int]) -> set[int]:
    """Return the pairs that would have moved past those beside them: only words make a row move."""
    known: dict[Hashable, list[int]] = defaultdict(list)
    for at in sorted(found):
        known[olds[at].within].append(at)
    crossing = set()
    for at, other in pairs.items():
        beside = known[olds[at].within]
        place = bisect_left(beside, at)
        before, behind = beside[max(place - 1, 0) : place], beside[place : place + 1]
        if any(found[one] > other for one in before) or any(found[one] < other for one in behind):
            crossing.add(at)
    return crossing


def _by_number(one: _Known) -> Hashable | None:
    return (one.within, one.number) if one.number else None


def _with_cells(one: _Known) -> Hashable | None:
    return (one.within, one.cells) if one.cells else None


def _with_number(one: _Known) -> Hashable | None:
    return (one.within, one.number, one.words) if one.words else None


def _with_words(one: _Known) -> Hashable | None:
    return (one.within, one.words) if one.words else None


def _keyed(olds: Sequence[_Known], news: Sequence[_Known], found: dict[int, int], key: object) -> dict[int, int]:
    """Return the pairs of one key among those not matched yet."""
    taken = {*found.values()}
    former = [at for at in range(len(olds)) if at not in found]
    latter = [at for at in range(len(news)) if at not in taken]
    pairs = by_key([olds[at] for at in former], [news[at] for at in latter], key)  # type: ignore[arg-type]
    return {former[a]: latter[b] for a, b in pairs.items()}


def _in_turn(olds: Sequence[_Known], news: Sequence[_Known], found: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield rows of the same words in one section, which stand there several times: the first is the first."""
    taken = {*found.values()}
    places: list[dict[Hashable, list[int]]] = []
    for side, done in ((olds, {*found}), (news, taken)):
        here: dict[Hashable, list[int]] = defaultdict(list)
        for at, one in enumerate(side):
            if at not in done and one.words:
                here[(one.within, one.words)].append(at)
        places.append(here)
    for key, former in places[0].items():
        yield from zip(former, places[1].get(key, ()), strict=False)
