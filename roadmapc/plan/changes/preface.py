"""What differs in the text before the table, whose paragraphs are compared wherever one part of it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.matching import in_order
from roadmapc.plan.changes.printed import Item
from roadmapc.plan.changes.values import Change, FieldChanged, ItemAdded
from roadmapc.plan.changes.words import difference, is_item


def preface_changes(old: Sequence[Item], new: Sequence[Item], *, exactly: bool = False) -> Iterator[Change]:
    """Yield the values of the preface that change: paragraphs are compared, whichever part they stand in."""
    texts: dict[Route, list[str]] = {}
    changed: dict[Route, Route | None] = {}
    before: dict[Route, list[str]] = {}
    touched: dict[Route, bool] = {}  # whether in typography alone
    for item in old:
        before.setdefault(item.route, []).append(item.words)
    last: Route | None = None
    part: Route | None = None  # of the new plan, the last that was added as a whole
    for pair in in_order([one.words for one in old], [one.words for one in new]):
        was = old[pair.old] if pair.old is not None else None
        now = new[pair.new] if pair.new is not None else None
        if was:
            last = was.route
            texts.setdefault(last, [])
        is_apart = now is not None and (
            last is None or "heading" in (last[-1], now.route[-1]) or now.route[:-1] == part
        )
        if was is None and now is not None and is_apart:
            part = now.route[:-1]
            yield ItemAdded(field="preface", old_route=None, new_route=now.route, new=now.words, behind=last)
            continue
        assert last is not None  # the first pair has an old side, or was added
        differs = difference(was.words, now.words, exactly=exactly) if was and now else {"typography": False}
        if now:
            texts[last].append(now.words if differs or not was else was.words)
        if differs:
            changed[last] = now.route if now else changed.get(last)
            touched[last] = touched.get(last, True) and differs["typography"]
    for route, place in changed.items():
        yield FieldChanged(
            field=f"preface.{route[-1]}",
            old_route=route,
            new_route=place,
            old=_as_text(before[route]),
            new=_as_text(texts[route]),
            typography=touched[route],
        )


def _as_text(lines: Sequence[str]) -> str:
    """Return paragraphs as one text: an empty line before each but the items of lists."""
    return "".join(
        f"{'' if not at else chr(10) if is_item(line) else chr(10) * 2}{line}" for at, line in enumerate(lines)
    )
