"""The reading of real wordings: as good as promised, and never silently wrong."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmapc.deadlines import DeadlineError, Period, parse, read
from roadmapc.deadlines.wording import wording

DATA = Path(__file__).parent.parent / "data" / "deadlines"


def corpus(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


PLANS, OTHERS = corpus("examples.jsonl"), corpus("examples2.jsonl")
ROWS = [*PLANS, *OTHERS]
UNDATED = {"conditional", "relative"}


def verdict(row: dict[str, Any]) -> str:
    """Return «right», «due» (only beginnings differ), «refused» or «silent», as the corpus defines them."""
    period = Period(*(date.fromisoformat(row["period"][key]) for key in ("start", "end")))
    wanted = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in row["windows"]]
    try:
        dated = read(row["text"], period)
    except DeadlineError:
        return "right" if row["kind"] == "unknown" else "refused"
    given = [(window.first, window.last) for window in dated.windows]
    wrong = "refused" if dated.doubts else "silent"
    if row["kind"] == "unknown":
        return wrong if given or dated.kind in UNDATED else "right"
    if row["kind"] in UNDATED:
        return "right" if dated.kind == row["kind"] else "due" if dated.kind in UNDATED else wrong
    if given == wanted and dated.kind not in UNDATED:
        return "right"
    return "due" if given and [b for _, b in given] == [b for _, b in wanted] else wrong


@pytest.mark.parametrize(("rows", "share"), [(PLANS, 1.0), (OTHERS, 0.97)], ids=["plans", "others"])
def test_clear_wordings_are_right(rows: list[dict[str, Any]], share: float) -> None:
    """All clear wordings of plans, and 97 of 100 of other documents, mean exactly the windows of the corpus."""
    verdicts = Counter(verdict(row) for row in rows if not row["ambiguous"])
    assert verdicts["right"] / verdicts.total() >= share


def test_nothing_is_misread_in_silence() -> None:
    """No wording, clear or ambiguous, gets another answer without a doubt."""
    assert [row["text"] for row in ROWS if verdict(row) == "silent"] == []


@pytest.mark.parametrize("row", ROWS[:49], ids=lambda row: row["id"])
def test_every_wording_of_the_five_documents_is_right(row: dict[str, Any]) -> None:
    """The first 49 rows are the five documents that the product carries."""
    assert verdict(row) == "right"


@pytest.mark.parametrize("text", sorted({row["text"] for row in ROWS}))
def test_what_is_understood_reads_back_as_the_same(text: str) -> None:
    """Canonical words of a real wording mean the same value."""
    try:
        deadline = parse(text)
    except DeadlineError:
        return
    assert parse(wording(deadline)) == deadline


VARIANTS = [line.split(" => ") for line in (DATA / "variants.txt").read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize(("text", "meant"), VARIANTS, ids=[text for text, _ in VARIANTS])
def test_variants(text: str, meant: str) -> None:
    """Further wordings mean the canonical words beside them, or stop at the very word marked «!»."""
    if not meant.startswith("! "):
        assert wording(parse(text)) == meant
        return
    with pytest.raises(DeadlineError) as caught:
        parse(text)
    assert text[caught.value.start : caught.value.end] == meant.removeprefix("! ")
