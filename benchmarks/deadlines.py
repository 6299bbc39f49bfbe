"""Reading deadlines: against dateparser on the same real wordings, time a wording, growth with length."""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from benchmarks.paired import table
from roadmapc.deadlines import DeadlineError, Period, read
from roadmapc.deadlines.grammar.parser import LIMIT

CORPUS = Path(__file__).parent.parent / "tests" / "data" / "deadlines" / "examples.jsonl"
Row = dict[str, Any]


def main() -> None:
    """Print the tables."""
    rows = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    single = [
        row for row in rows if not row["ambiguous"] and row["kind"] in {"date", "window"} and len(row["windows"]) == 1
    ]
    gc.collect()
    gc.freeze()  # else a long reading pays for walks over all that is loaded, a short one does not
    each = _bests(rows)  # before the peers are imported: their objects slow the garbage collector
    growth = [_growth(piece) for piece in ("абв ", "12.", "1, ", "(", "по графику и ", "после, ")]
    print("Due dates")
    print(
        f"{len(single)} clear wordings of a single date or window; of all {len(rows)}: any answer where none is right."
    )
    peers = {"roadmapc": _ours, "dateparser.parse": _parse, "dateparser.search": _search}
    found = [(name, *_accuracy(reader, single, rows)) for name, reader in peers.items()]
    print(table(("reader", "due date right", "silently wrong, of all"), found))
    print()
    print("Time")
    print(f"median {statistics.median(each) * 1e6:.0f} µs a wording, uncached; slowest {max(each) * 1e6:.0f} µs")
    print(f"garbage of 10,000 characters; more than {LIMIT:,} are refused unread")
    print(table(("piece", "ms", "times that of 1,000", "100,000: times that of 10,000"), growth))


def _period(row: Row) -> Period:
    return Period(*(date.fromisoformat(row["period"][key]) for key in ("start", "end")))


def _ours(row: Row) -> date | None:
    try:
        schedule = read(row["text"], _period(row))
    except DeadlineError:
        return None
    return schedule.windows[-1].last if schedule.windows and not schedule.doubts else None


def _parse(row: Row) -> date | None:
    import dateparser

    found = dateparser.parse(row["text"], languages=["ru"], settings=_settings(row))
    return found.date() if found else None


def _search(row: Row) -> date | None:
    from dateparser.search import search_dates

    found = search_dates(row["text"], languages=["ru"], settings=_settings(row))
    return found[-1][1].date() if found else None


def _settings(row: Row) -> dict[str, object]:
    """Return what helps dateparser most: the plan's beginning as today, dates in the future, the month's last day."""
    first = _period(row).first
    base = datetime.combine(first, datetime.min.time())
    return {
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": "last",
        "PREFER_MONTH_OF_YEAR": "last",
        "DATE_ORDER": "DMY",
    }


def _accuracy(reader: Callable[[Row], date | None], single: list[Row], rows: list[Row]) -> tuple[str, str]:
    right = sum(reader(row) == date.fromisoformat(row["windows"][0][1]) for row in single)
    verdicts: Counter[bool] = Counter()
    for row in rows:
        answer = reader(row)
        dues = {window[1] for window in row["windows"]}
        verdicts[answer is not None and answer.isoformat() not in dues] += 1
    return f"{right / len(single):.0%}", f"{verdicts[True] / len(rows):.0%}"


def _best(row: Row) -> float:
    period = _period(row)

    def work() -> None:
        try:
            read(row["text"], period)
        except DeadlineError:
            return

    best = 9.0
    for _ in range(5):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def _bests(rows: list[Row]) -> list[float]:
    """Return how long each takes; all in turn and again, so that a noisy moment spoils none of them for good."""
    return [min(times) for times in zip(*([_best(row) for row in rows] for _ in range(8)), strict=True)]


def _growth(piece: str) -> tuple[str, ...]:
    """Compare 1,000, 10,000 and 100,000 characters of garbage."""
    period = {"start": "2021-01-01", "end": "2024-12-31"}
    rows = [{"text": piece * (length // len(piece)), "period": period} for length in (1_000, 10_000, 100_000)]
    short, middle, long = _bests(rows)
    return repr(piece), f"{middle * 1e3:.2f}", f"{middle / short:.1f}", f"{long / middle:.4f}"
