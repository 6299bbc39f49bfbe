"""Proves that each period is compared as it stood when it was over."""

from __future__ import annotations

from roadmapc.plan.execution import parse_report_period
from roadmapc.plan.region.periods import comparison_of
from tests.regions import region


def test_what_was_done_later_is_not_counted() -> None:
    """Of the second quarter Ивановский had done two of three rows on 1 July: the third came on the 10th."""
    former, now = parse_report_period("II квартал 2025"), parse_report_period("III квартал 2025")
    by_name = {one.name.split()[0]: one for one in region(now, former=former).members}
    ivanovsky = by_name["Ивановский"]
    assert ivanovsky.before
    assert ivanovsky.within
    assert (ivanovsky.before.due, ivanovsky.before.done) == (3, 2)
    assert (ivanovsky.within.due, ivanovsky.within.done, ivanovsky.within.late) == (2, 1, 1)
    assert by_name["Борисовский"].before is None
    assert by_name["Андреевский"].within is None  # its mark is of the day after the report


def test_sums_are_of_those_with_data_in_both() -> None:
    former, now = parse_report_period("I полугодие 2025"), parse_report_period("III квартал 2025")
    both = region(now, former=former)
    found = comparison_of(both)
    assert found
    assert (found.both, found.size) == (2, 5)
    told = [(one.before, one.within) for one in both.members if one.before and one.within]
    assert found.totals[0].due == sum(before.due for before, _within in told)
    assert found.totals[1].done == sum(within.done for _before, within in told)


def test_nothing_is_compared_unasked() -> None:
    assert comparison_of(region(parse_report_period("III квартал 2025"))) is None
