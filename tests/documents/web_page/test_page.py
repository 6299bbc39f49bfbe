"""Proves the page in a real browser: views, filters, keyboard, paper, phone, dark; no word of a source is markup."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.documents.web_page.data import Unread
from roadmapc.documents.web_page.page import page_name
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.source.marks_file import read_marks
from tests.executions import executed_rows, real_year
from tests.plans import plan_of_rows
from tests.web_pages import opened, plans_of, site_of

pytestmark = pytest.mark.chromium
NASTY = (
    "</script><script>document.title='x'</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--",
    "&amp; {{ 7*7 }} {% x %}",
    "javascript:alert(1)",
)


def other() -> Execution:
    """Return a short plan without marks."""
    return execution_of(
        plan_of_rows("      - {activity: Провести опрос, deadline: май 2023, owners: методист}\n", "2023")
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the page of one roadmap and of two."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "one.html").write_bytes(site_of([real_year()])["index.html"])
    (folder / "two.html").write_bytes(site_of([real_year(), other()])["index.html"])
    return folder


@pytest.mark.parametrize("view", ["year", "list", "calendar", "load", "documents"])
def test_each_view_has_an_address(folder: Path, view: str) -> None:
    """One is shown at a time; the button back leads to the one before."""
    with opened(folder / "one.html", f"#{view}") as page:
        assert page.locator("nav a[aria-current]").get_attribute("href") == f"#{view}"
        shown = page.locator("main > section:visible")
        assert shown.count() == 1
        page.locator("nav a", has_text="List" if view != "list" else "Year").click()
        page.go_back()
        assert page.url.endswith(f"#{view}")
        assert page.evaluate("document.body.className") == view


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["region", "year", "list", "calendar", "load", "documents"])
def test_everybody_can_use_it(folder: Path, view: str, scheme: str) -> None:
    """WCAG 2.2 AA by axe-core: contrast, names, roles, headings."""
    from axe_playwright_python.sync_playwright import Axe

    with opened(folder / "two.html", f"#{view}", color_scheme=scheme, bypass_csp=True) as page:
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        found = Axe().run(page, options={"runOnly": tags})
        assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


def test_filters(folder: Path) -> None:
    """They narrow one another, count what is left, and are kept in the address."""
    with opened(folder / "one.html", "#list") as page:
        page.locator("select[name=status]").select_option(label="not done (1)")
        assert page.locator("tr[data-row]:visible").count() == 1
        assert "status=" in page.url
        assert page.locator("#count").inner_text() == "Activities: 1 of 17"
        page.reload()
        assert page.locator("tr[data-row]:visible").count() == 1
        page.locator("button", has_text="Clear filters").click()
        assert page.locator("tr[data-row]:visible").count() == 17


@pytest.mark.parametrize(("words", "rows"), [("мониторинга", 2), ("концепцию мероприятие", 1), ("нет такого", 0)])
def test_search(folder: Path, words: str, rows: int) -> None:
    """By the stems of words, ё as е, in any order."""
    with opened(folder / "one.html", "#list") as page:
        page.locator("input[type=search]").fill(words)
        page.wait_for_timeout(200)
        assert page.locator("tr[data-row]:visible").count() >= rows
        plain = page.locator("#count").inner_text()
        page.locator("input[type=search]").fill(words.upper().replace("Е", "Ё"))
        page.wait_for_timeout(200)
        assert page.locator("#count").inner_text() == plain


def test_sorting(folder: Path) -> None:
    """Up, down, and as in the document again; said to who cannot see it."""
    with opened(folder / "one.html", "#list") as page:
        button = page.locator("th.activity button")

        def words() -> list[str]:
            return page.locator("tr[data-row] td.activity").all_inner_texts()

        as_written = words()
        button.click()
        assert page.locator("th.activity").get_attribute("aria-sort") == "ascending"
        up = words()
        assert min(up, key=str.casefold) == up[0]
        button.click()
        assert words()[0] != up[0]
        button.click()
        assert words() == as_written


def test_zoom(folder: Path) -> None:
    """A quarter shows its months alone, and only what is in them."""
    with opened(folder / "one.html", "#year") as page:
        page.locator("select[name=zoom]").select_option("q2023-1")
        assert page.locator("th.chart .ruler .m").all_inner_texts() == ["apr", "may", "jun"]
        boxes = page.evaluate(
            "[...document.querySelectorAll('.track i')].filter(i => !i.hidden).map(i => [parseFloat(i.style.left),"
            " parseFloat(i.style.width || 0)])"
        )
        assert boxes
        assert all(0 <= left <= 100 and left + width <= 100.01 for left, width in boxes)


def test_by_keyboard_alone(folder: Path) -> None:
    """The first stop leads to the content; a row tells what it is about when it is reached; Escape closes it."""
    with opened(folder / "one.html", "#list") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.locator("tr[data-row] button").nth(1).focus()
        details = page.locator("#details")
        assert "30.04.2023" in details.inner_text()
        assert "Understood as" in details.inner_text()
        page.keyboard.press("Escape")
        assert not details.is_visible()


def test_the_calendar(folder: Path) -> None:
    """A month, the next, a week; days off are told in words."""
    with opened(folder / "one.html", "#calendar") as page:
        assert "May 2023" in page.locator("#calendar-body").inner_text()
        assert page.locator(".month td.off").first.inner_text().split() == ["1", "day", "off"]
        page.locator("button[aria-label=later]").click()
        assert "June 2023" in page.locator("#calendar-body").inner_text()
        page.locator("button", has_text="by week").click()
        assert page.locator(".month tbody tr").count() == 1


def test_the_load_adds_up(folder: Path) -> None:
    """Months make the total of each owner."""
    with opened(folder / "one.html", "#load") as page:
        for row in page.locator("#load-body tbody tr").all():
            *months, total = [0 if text == "–" else int(text) for text in row.locator("td").all_inner_texts()]
            assert sum(months) == total > 0


def test_csv(folder: Path) -> None:
    """What is seen is saved, as Excel opens it; nothing in it is a formula."""
    with opened(folder / "one.html", "#list") as page:
        page.locator("select[name=status]").select_option(label="not done (1)")
        with page.expect_download() as saved:
            page.locator("button", has_text="CSV").click()
        text = Path(saved.value.path()).read_text("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert text.startswith('"Municipality";"No."')


@pytest.mark.parametrize("address", ["#year", "#list"])
def test_a_phone(folder: Path, address: str) -> None:
    """Nothing is wider than 360 pixels."""
    with opened(folder / "two.html", address, viewport={"width": 360, "height": 740}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        widths = page.locator("tr[data-row] td:visible").evaluate_all("(cells) => cells.map((one) => one.offsetWidth)")
        assert min(widths) > 250


def test_paper(folder: Path, tmp_path: Path) -> None:
    """A4 on its side, without filters, the head of the table on every page."""
    with opened(folder / "one.html", "#list") as page:
        page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    text = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
    out = subprocess.run(text, capture_output=True, check=True).stdout.decode()
    info = subprocess.run(["pdfinfo", tmp_path / "a.pdf"], capture_output=True, check=True).stdout.decode()
    pages = [one for one in out.split("\f") if one.strip()]
    assert "842 x 595" in re.sub(r"84[12]\.\d+ x 59[45]\.\d+|841\.92 x 594\.96", "842 x 595", info)
    assert len(pages) > 1
    assert all("Activity" in one for one in pages[:-1])
    assert "Clear filters" not in out


def test_without_scripts(folder: Path) -> None:
    """All of it can be read: rows, days, owners, states."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto((folder / "two.html").as_uri())
        assert page.locator("tr[data-row]:visible").count() == 18
        assert page.locator(".track i:visible").count() > 10
        assert not page.locator("#filters").is_visible()
        browser.close()


@pytest.mark.parametrize("text", NASTY)
def test_no_word_is_markup(tmp_path: Path, text: str) -> None:
    """Whatever stands in a source is a text of the page, in every field."""
    quoted = json.dumps(text)
    rows = f"      - {{id: a, activity: {quoted}, deadline: май 2023, owners: [{quoted}], result: {quoted}}}\n"
    marks = f"  - {{at: a, done: 01.05.2023, result: {quoted}, reason: {quoted}}}\n"
    execution = executed_rows(rows, marks, "2023")
    unread = [Unread(text, (text,))]
    path = tmp_path / "a.html"
    path.write_bytes(site_of([execution, other()], unread, internal=True)["index.html"])
    for view in ("region", "list", "calendar", "load"):
        with opened(path, f"#{view}") as page:
            assert page.title() == "Roadmaps of municipalities"
            assert page.locator("script").count() == 2
            assert page.locator("img").count() == 0
            if view == "list":
                assert " ".join(text.split()) in " ".join(page.locator("td.activity").first.inner_text().split())


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_any_words_leave_the_data_whole(text: str) -> None:
    """The block of data ends where it ends, and says what was said."""
    plan = other().plan
    page = site_of([execution_of(plan)], [Unread(text)])["index.html"].decode()
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    assert json.loads(block[1])["rows"][0][3] == "Провести опрос"
    assert page.count("<script") == 2


def test_what_is_internal_is_left_out() -> None:
    """Contacts, addresses of mail, reasons and problems are in an internal page alone (152-ФЗ)."""
    rows = "      - {id: a, activity: Раз, deadline: май 2022, owners: umo}\n"
    more = "owners:\n  umo: {post: Управление, name: Иванов И.И., contacts: 8-800, email: umo@example.ru}\n"
    execution = executed_rows(rows, "  - {at: a, done: 05.06.2022, reason: Карантин в школе}\n", "2022", more)
    public, internal = (site_of([execution], internal=one)["index.html"].decode() for one in (False, True))
    for words in ("8-800", "umo@example.ru", "Иванов", "Карантин"):
        assert words not in public
        assert words in internal


def test_the_policy(folder: Path) -> None:
    """No network, frames or forms; script and style by their digests alone, no style in markup."""
    text = (folder / "one.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].replace("&#39;", "'").startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert " style=" not in text
    assert " on" not in re.sub(r"<script.*?</script>|<style.*?</style>", "", text, flags=re.DOTALL).replace(" on ", "")


def test_the_same_bytes() -> None:
    """The same input gives the same page."""
    assert site_of([real_year()]) == site_of([real_year()])
    assert len(site_of([real_year()])["index.html"]) < 150_000


def test_thousands_of_rows(tmp_path: Path) -> None:
    """Rows are drawn as they are looked at; each roadmap has a page of its own, which the table of sums leads to."""
    row = "      - {{activity: Провести опрос {0}, deadline: май 2023, owners: методист {1}, result: Справка}}\n"
    plans = []
    for number in range(4):
        rows = "".join(row.format(at, at % 7) for at in range(1000))
        plans.append(execution_of(plan_of_rows(rows, "2023", more=f"id: r{number}\n")))
    files = site_of(plans)
    assert sorted(files) == ["index.html", "r0.html", "r1.html", "r2.html", "r3.html"]
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with opened(tmp_path / "index.html", "#list") as page:
        assert page.locator("#count").inner_text() == "Activities: 4000 of 4000"
        assert page.locator("tr[data-row]").count() == 100
        page.locator("#more button").click()
        assert page.locator("tr[data-row]").count() == 200
        page.locator("nav a", has_text="Municipalities").click()
        page.locator("th a").first.click()
        assert page.url.endswith("r0.html")


def test_addresses_that_mean_nothing(folder: Path) -> None:
    """They stop nothing: what is not there is said to be, and the rest is shown."""
    with opened(folder / "one.html", "#%") as page:
        for address in ("#list?q=%", "#year?zoom=constructor", "#list?sort=constructor", "#calendar?at=x", "#nobody"):
            page.evaluate("address => { location.hash = address; location.reload(); }", address)
            page.wait_for_load_state()
            assert page.locator("#count").inner_text()
    with opened(folder / "one.html", "#list?owner=Nobody") as page:
        assert page.locator("#count").inner_text() == "Activities: 0 of 17"
        assert page.locator("select[name=owner] option:checked").inner_text() == "Nobody (0)"


def test_addresses_name_what_they_choose(folder: Path) -> None:
    """By its words: they mean the same though rows were added; a search with signs outlives a reload."""
    with opened(folder / "one.html", "#list?status=missed") as page:
        assert page.locator("tr[data-row]:visible").count() == 1
        page.locator("select[name=owner]").select_option(index=1)
        assert "owner=%D0" in page.url
    with opened(folder / "one.html", "#list") as page:
        page.locator("input[type=search]").fill("a&b + 100%?")
        page.wait_for_timeout(200)
        page.reload()
        assert page.locator("input[type=search]").input_value() == "a&b + 100%?"


def test_the_skip_link_keeps_what_is_shown(folder: Path) -> None:
    """View and filters stay; what is focused is the content."""
    with opened(folder / "one.html", "#list?status=missed") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("[document.activeElement.id, document.body.className]") == ["main", "list"]
        assert page.locator("tr[data-row]:visible").count() == 1


def test_a_focused_row_is_seen_beside_what_is_told_of_it(folder: Path) -> None:
    """The panel hides no row that is focused (WCAG 2.4.11), and goes with the pointer and the view (1.4.13)."""
    with opened(folder / "one.html", "#list", viewport={"width": 360, "height": 740}) as page:
        for at in range(17):
            button = page.locator("tr[data-row] .activity button").nth(at)
            button.focus()
            page.wait_for_timeout(20)
            top = page.evaluate("document.getElementById('details').getBoundingClientRect().top")
            box = button.bounding_box()
            assert box
            assert box["y"] < top
    with opened(folder / "one.html", "#list") as page:
        page.locator("tr[data-row]").first.hover()
        assert page.locator("#details").is_visible()
        page.locator("h1").hover()
        assert not page.locator("#details").is_visible()


def test_days_off_beyond_the_plan(folder: Path) -> None:
    """Those of the year before and behind are known; farther nobody gets."""
    with opened(folder / "one.html", "#calendar?at=24288") as page:  # January 2024
        assert page.locator(".month td.off").count() >= 14
        for _ in range(20):
            if page.locator("button[aria-label=later]").is_disabled():
                break
            page.locator("button[aria-label=later]").click()
        assert "December 2024" in page.locator("#calendar-body").inner_text()
        page.locator("button[aria-label=earlier]").click()
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "earlier"


def test_a_day_until_which_is_a_day() -> None:
    """«До 5 мая» is the fifth of May, as in calendars; a window and all the time are what they are."""
    rows = "".join(
        f"      - {{activity: Дело, deadline: {words}, owners: методист}}\n"
        for words in ("до 5 мая 2023 г.", "май 2023", "весь период", "по мере необходимости")
    )
    (plan,) = plans_of([execution_of(plan_of_rows(rows, "2023"))])
    days = [[(unit.first.isoformat(), unit.due.isoformat()) for unit in row.units] for row in plan.rows]
    assert days == [
        [("2023-05-05", "2023-05-05")],
        [("2023-05-01", "2023-05-31")],
        [("2023-01-01", "2023-12-31")],
        [],
    ]
    assert [row.state for row in plan.rows] == ["unknown", "open", "open", "undated"]


def test_work_that_goes_on_is_not_done() -> None:
    """Words on it make it count in the shares of the period; on the page it is under way, as `status` says."""
    plan = plan_of_rows("      - {activity: Следить, deadline: весь период, owners: методист}\n", "2023")
    said = "{at: 1.1, activity: Следить, progress: {from: 01.01.2023, until: 31.03.2023, text: Идет}}"
    file = read_marks("a.marks.yaml", f"marks:\n  - {said}\n".encode())
    assert not file.problems
    (shown,) = plans_of([execution_of(plan, file)])
    assert [row.state for row in shown.rows] == ["open"]


def test_a_time_that_nobody_told_of_comes_first() -> None:
    """Without marks a past quarter is not hidden behind the next one."""
    rows = "      - {activity: Дело, deadline: ежеквартально, owners: методист}\n"
    (plan,) = plans_of([execution_of(plan_of_rows(rows, "2023"))])
    assert plan.rows[0].state == "unknown"


def test_the_scale_without_a_script(folder: Path) -> None:
    """Every place that is used has its rule."""
    text = (folder / "one.html").read_text("utf-8")
    used = {
        name for some in re.findall(r'class="([^"]*)"', text) for name in some.split() if re.fullmatch(r"[lw]\d+", name)
    }
    assert used
    assert used == set(re.findall(r"\.([lw]\d+)\{", text))


def test_contacts_in_words_are_hidden() -> None:
    """Wherever they stand in what is public; each place says so."""
    phones = "8-900-111-22-33, +7 (900) 111 22 33, тел. 2-34-56"
    words = f"Звонить {phones} или ivanov@mail.ru до 12.05.2023, приказ 01-05/44"
    rows = f"      - {{id: a, activity: Раз, deadline: май 2023, owners: '{words}'}}\n"
    execution = executed_rows(rows, f"  - {{at: a, done: 03.05.2023, result: '{words}'}}\n", "2023")
    public, internal = (site_of([execution], internal=one)["index.html"].decode() for one in (False, True))
    hidden = "Звонить {0}, {0}, тел. {0} или {0} до 12.05.2023, приказ 01-05/44".format("[контакт скрыт]")
    assert public.count(hidden) >= 2
    assert "ivanov@mail.ru" in internal


def test_a_roadmap_called_index() -> None:
    """Its page takes the place neither of that of all nor of that of the region, nor of another roadmap's."""
    names = ["index", "Index-roadmap", "region", "region-roadmap", "regional"]
    assert [page_name(name) for name in names] == [
        *("index-roadmap.html", "Index-roadmap-roadmap.html", "region-roadmap.html"),
        *("region-roadmap-roadmap.html", "regional.html"),
    ]
    rows = "".join(f"      - {{activity: Дело {n}, deadline: май 2023, owners: методист}}\n" for n in range(1600))
    plans = [execution_of(plan_of_rows(rows, "2023", more=f"id: {name}\n")) for name in ("index", "other")]
    files = site_of(plans)
    assert sorted(files) == ["index-roadmap.html", "index.html", "other.html"]
    assert 'href="index-roadmap.html"' in files["index.html"].decode()


def test_numbers_stay_words_in_a_spreadsheet(folder: Path) -> None:
    """«1.1.» is no day, and nothing is a formula."""
    with opened(folder / "one.html", "#list") as page:
        with page.expect_download() as saved:
            page.locator("button", has_text="CSV").click()
        lines = Path(saved.value.path()).read_text("utf-8-sig").splitlines()
    assert '"1.1.\t"' in lines[1]
