"""Proves that each period is compared as it stood when it was over."""

from __future__ import annotations

from roadmapc.plan.execution import parse_report_period
from roadmapc.plan.region.periods import comparison_of
from tests.regions import region


def test_what_was_done_later_is_not_counted() -> None:
    """Of the second quarter Ивановский had done two of three rows on 1 July: the third came on the 10th."""
    former, now = parse_report_period("II квартал 2025"), parse_report_period("III квартал 2025")
    found = comparison_of(region(now), former, now)
    by_name = {one.member.name.split()[0]: one for one in found.members}
    ivanovsky = by_name["Ивановский"]
    assert ivanovsky.former
    assert ivanovsky.now
    assert (ivanovsky.former.due, ivanovsky.former.done) == (3, 2)
    assert (ivanovsky.now.due, ivanovsky.now.done, ivanovsky.now.late) == (2, 1, 1)
    assert by_name["Борисовский"].former is None
    assert by_name["Андреевский"].now is None  # its mark is of the day after the report


def test_sums_are_of_those_with_data_in_both() -> None:
    former, now = parse_report_period("I полугодие 2025"), parse_report_period("III квартал 2025")
    found = comparison_of(region(now), former, now)
    assert (found.both, found.size) == (2, 5)
    both = [one for one in found.members if one.former and one.now]
    assert found.totals[0].due == sum(one.former.due for one in both if one.former)
    assert found.totals[1].done == sum(one.now.done for one in both if one.now)
