"""Proves the page of a region's tables in a real browser: everybody can use it, and the public reads no reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.web_page.region_page import MOST_MEMBERS, public, region_page
from roadmapc.documents.web_page.settings import PageSettings
from roadmapc.plan.execution import parse_report_period
from roadmapc.plan.region import Member, Region, roll_up
from tests.documents.region.test_printed import shipped
from tests.regions import AS_OF, LINK, region
from tests.web_pages import opened

pytestmark = pytest.mark.chromium
NASTY = "<script>document.title='x'</script>"


def made(found: Region, *, internal: bool = False, brief: bool = False) -> str:
    """Return the page of a region."""
    report = RegionReport(found, is_brief=brief)
    return region_page(report, PageSettings(AS_OF, internal=internal, lang="en"), str).decode()


def whole() -> Region:
    """Return a region with all tables."""
    now, former = parse_report_period("III квартал 2025"), parse_report_period("II квартал 2025")
    return region(now, former=former, criteria=shipped())


def other(found: Region, change: Mapping[str, object]) -> Region:
    """Return a region of which each member is changed alike."""
    members: list[Member] = [replace(one, **change) for one in found.members]  # type: ignore[arg-type]
    return roll_up(members, found.unread, found.asked)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of all tables, on the disk."""
    path = tmp_path_factory.mktemp("site") / "region.html"
    path.write_text(made(whole(), internal=True), "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(file: Path, scheme: str) -> None:
    """WCAG 2.2 AA by axe-core."""
    from axe_playwright_python.sync_playwright import Axe

    with opened(file, scripted=False, color_scheme=scheme, bypass_csp=True) as page:
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


def test_each_table_has_an_address(file: Path) -> None:
    """The names above lead to the first table of each kind, and back to the roadmaps."""
    with opened(file, scripted=False) as page:
        names = page.locator("nav a").all_inner_texts()
        assert names == [
            *("Сводка", "Не представили", "По мероприятиям", "Предложения", "Цикл", "Рейтинг", "Сравнение"),
            "Позиции",
        ]
        for link in page.locator("nav a").all():
            assert page.locator(f"h2{link.get_attribute('href')}").count() == 1
        assert page.locator(".back a").get_attribute("href") == "index.html"


def test_a_phone(file: Path) -> None:
    """Tables scroll by themselves: the page is not wider than 360 pixels."""
    with opened(file, scripted=False, viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_forms_are_those_that_hold_a_link(file: Path) -> None:
    """The others are named, and nobody is dropped."""
    text = file.read_text("utf-8")
    assert "Система методической работы: Ивановский район" in text
    assert "Система методической работы: Борисовский район" not in text
    rest = text[text.index("Позиции без открытых ссылок") :]
    assert all(name in rest for name in ("Андреевский район", "Борисовский район", "Яковлевский район"))


def test_public_links_are_links(file: Path) -> None:
    """Digits in them are no telephone; an address of mail in one is hidden."""
    assert f'<a href="{LINK}" rel="noreferrer">{LINK}</a>' in file.read_text("utf-8")
    links = ("https://edu.ru/89001234567.pdf", "https://edu.ru/?m=a@b.ru")
    forms = {"form": tuple(links if at == 0 else () for at in range(len(shipped().criteria)))}
    text = made(other(whole(), forms))
    assert f'href="{links[0]}"' in text
    assert "a@b.ru" not in text


def test_the_source_of_the_criteria_is_told(file: Path) -> None:
    """Once, wherever the first form is; without any form beside the names."""
    note = f"Критерии: {shipped().source}."
    assert file.read_text("utf-8").count(note) == 1
    empty = other(whole(), {"form": ((),) * len(shipped().criteria)})
    assert made(empty).count(note) == 1
    assert shipped().title in made(empty)


def test_headings_of_rows_are_never_empty(file: Path) -> None:
    assert '<th scope="row"></th>' not in file.read_text("utf-8")


def test_what_is_for_the_office_alone() -> None:
    """Why a measure is left out, and what a person is asked to decide."""
    found = whole()
    shown = made(roll_up([public(one) for one in found.members], found.unread, found.asked))
    inside = made(found, internal=True)
    assert "исключено: обучает регион" in inside
    assert "обучает регион" not in shown
    assert ">исключено<" in shown
    assert "Возможно, те же мероприятия" in inside
    assert "Возможно, те же мероприятия" not in shown


def test_contacts_in_words_are_hidden() -> None:
    found = other(whole(), {"municipality": "Район, тел. 8 (495) 123-45-67, a@b.ru"})
    assert "a@b.ru" not in made(found)
    assert "123-45-67" not in made(found)


def test_no_word_is_markup(tmp_path: Path) -> None:
    path = tmp_path / "region.html"
    path.write_text(made(other(whole(), {"municipality": NASTY, "region": NASTY})), "utf-8")
    with opened(path, scripted=False) as page:
        assert page.title() != "x"
        assert page.locator("script").count() == 0


def test_of_very_many_measures_have_their_sums() -> None:
    """No rows of single municipalities, and no forms; everybody is in the summary still."""
    text = made(whole(), brief=True)
    assert "Не основаны на региональном плане, карт: 2." in text
    assert "Не прочитаны, карт: 1." in text
    assert "Позиции" not in text
    assert all(f">{name}</th>" in text for name in ("Андреевский район", "roadmaps/zzz.yaml"))
    assert MOST_MEMBERS < 2300
