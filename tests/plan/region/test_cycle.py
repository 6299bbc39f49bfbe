"""Proves what of each link of the management cycle a municipality is known to have."""

from __future__ import annotations

from roadmapc.checks.rules.cycle import missing_cycle_link
from roadmapc.plan.cycle import DONE, LINKS, NAMED
from roadmapc.plan.region import Member
from roadmapc.plan.region.cycle import LinkOf
from tests.regions import LINK, region


def link(member: Member, name: str) -> LinkOf:
    """Return a link by its name."""
    return next(one for one in member.cycle if one.link == name)


def test_the_links_are_those_of_the_rule() -> None:
    assert {*LINKS} == {*NAMED, *DONE}
    assert all(name.split()[0] in (missing_cycle_link.__doc__ or "").lower() or name in LINKS for name in LINKS)


def test_rows_documents_and_links() -> None:
    """Rows speak of a link by their section, too; a link to a computer of one's own is none."""
    _andreevsky, borisovsky, ivanovsky, yakovlevsky = region().members
    monitoring = link(ivanovsky, "мониторинг")
    assert (monitoring.rows, monitoring.documents, monitoring.links) == (3, 3, (LINK,))
    analysis = link(ivanovsky, "анализ")
    assert (analysis.rows, analysis.documents, analysis.links) == (1, 1, ())
    assert (link(borisovsky, "мониторинг").rows, link(borisovsky, "мониторинг").documents) == (2, 0)
    assert not link(yakovlevsky, "мониторинг").is_named
