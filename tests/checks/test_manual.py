"""Proves that a good example is made whole again of the bad one and of the lines that change."""

from __future__ import annotations

from itertools import groupby

import pytest

from roadmapc.checks.manual import RulePage, completed_good, pages

BAD = """\
table: {numbering: printed}
sections:
  - title: Мониторинг
    activities:
      - activity: Провести опрос
        owners: методист
      - {activity: Описать опыт, owners: методист}
      - {activity: Обсудить итоги, owners: методист}"""


LINES = BAD.splitlines()


@pytest.mark.parametrize(
    ("good", "whole"),
    [
        (["…", "        owners: отдел", "…"], [*LINES[:5], "        owners: отдел", *LINES[6:]]),
        (["…", "      - {activity: Обсудить}"], [*LINES[:7], "      - {activity: Обсудить}"]),
        (["table: {}", "…"], ["table: {}", *LINES[1:]]),
        (["sections:", "…"], LINES[1:]),
        (["id: a", "…", "        owners: отдел", "…"], ["id: a", *LINES[:5], "        owners: отдел", *LINES[6:]]),
        (
            ["…", "      - number: 1.1.", "        activity: Провести опрос", "…"],
            [*LINES[:4], "      - number: 1.1.", "        activity: Провести опрос", *LINES[5:]],
        ),
        (["…", "signature: {}"], [*LINES, "signature: {}"]),
        (["…", "    activities: []"], [*LINES[:3], "    activities: []"]),
    ],
    ids=[
        "a line",
        "the last line",
        "the first line",
        "a line left out",
        "two places",
        "a line more",
        "an end",
        "an end for many",
    ],
)
def test_what_stays_comes_from_the_bad_example(good: list[str], whole: list[str]) -> None:
    """Lines between «…» take the place of those that begin like them; what is before and behind stays."""
    assert completed_good(BAD, "\n".join(good)).splitlines() == whole


def test_a_whole_example_stays_as_it_is() -> None:
    """Without «…» nothing comes from the bad example."""
    assert completed_good(BAD, "sections: []") == "sections: []"


def test_a_place_that_is_not_there() -> None:
    """Lines whose like is not in the bad example have no place between others."""
    with pytest.raises(ValueError, match="signature"):
        completed_good(BAD, "…\nsignature: {}\n…")


@pytest.mark.parametrize("page", [page for page in pages() if page.bad], ids=lambda page: page.name)
def test_good_examples_show_what_changes(page: RulePage) -> None:
    """A good example repeats two lines of the bad one in a row at most, and is never longer than the whole."""
    bad, shown = page.bad.splitlines(), page.good.splitlines()
    repeated = [len([*group]) for is_same, group in groupby(shown, lambda line: line in bad) if is_same]
    assert max(repeated, default=0) <= 2
    assert len(shown) <= len(page.good_source.splitlines())
