"""Deadlines in canonical words, where they say all that the author's words say."""

from __future__ import annotations

import copy
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

from roadmapc.deadlines import DatedDeadline, DeadlineError, Period, read
from roadmapc.deadlines.grammar.lexer import Token, tokens
from roadmapc.deadlines.grammar.noise import without_noise
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.wording import wording
from roadmapc.diagnostics import Route
from roadmapc.plan.plan import Plan
from roadmapc.source.basing.merged_tree import own_route, own_tree
from roadmapc.source.tree import Tree

_MORE = re.compile(r"[*]|не (?:реже|менее|чаще|более)|\bвкл", re.IGNORECASE)  # what canonical words would drop
_SILENT: frozenset[Kind] = frozenset({"DOT", "NEWLINE"})
_TOLD: frozenset[Kind] = frozenset(
    {"WORD", "STAGE", "SCHOOL_BREAK", "DEADLINE_WORD", "EDGE", "SCHOOL", "TIME", "DOCREF", "OTHER", "ELLIPSIS"}
)
"""Kinds of tokens that say something which canonical words may lack."""


def reworded(plan: Plan) -> Tree:
    """Return the tree of a plan with canonical deadlines; a deadline in doubt, or one that says more, stays.

    So do those of a base plan: they are reworded in its own file.
    """
    own = own_tree(plan.tree)
    data = copy.deepcopy(own.data)
    for row in plan.dated_rows:
        route = own_route(plan.tree, row.deadline_route)
        if route is None:
            continue
        holder, key = _holder(data, route)
        text = holder.get(key)
        if isinstance(text, str) and plan.period and row.dated and not row.dated.doubts:
            holder[key] = _canonical(text, row.dated, plan.period, plan)
    return replace(own, data=data)


def _holder(data: Any, route: Route) -> tuple[dict[str, Any], str]:
    """Return the record and key that hold the words of a row's deadline, in its short or its long form."""
    *above, key = route
    for part in above:
        data = data[part]
    deadline = data.get(key)
    return (deadline, "text") if isinstance(deadline, dict) else (data, str(key))


def _canonical(text: str, dated: DatedDeadline, period: Period, plan: Plan) -> str:
    words = wording(dated.deadline)
    try:
        again = read(words, period, calendar=plan.calendar)
    except DeadlineError:
        return text
    return words if again == dated and _says_all(text, words) else text


def _says_all(text: str, words: str) -> bool:
    """Tell whether canonical words lack nothing of a text: no time of day, footnote, label or remark in it."""
    if _MORE.search(text) and not _MORE.search(words):
        return False
    raw = tokens(text)
    heard = {token.start for token in without_noise(raw)}
    if any(token.start not in heard and token.kind not in _SILENT for token in raw):
        return False
    labels = any(token.kind == "UNIT" and after.kind in {"DASH", "COLON"} for token, after in pairwise(raw))
    return not labels and not _told(raw) - _told(tokens(words))


def _told(found: list[Token]) -> Counter[str]:
    return Counter(token.kind for token in found if token.kind in _TOLD)
