"""What tests of the page share: its bytes for plans with marks, and a browser that is cut from every network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmapc.documents.web_page.data import PagePlan, Source, Unread, page_plan
from roadmapc.documents.web_page.page import site_files
from roadmapc.documents.web_page.settings import PageSettings
from roadmapc.plan.execution import Execution

if TYPE_CHECKING:
    from playwright.sync_api import Page

AS_OF = date(2023, 5, 10)


def site_of(
    executions: Sequence[Execution], unread: Sequence[Unread] = (), internal: bool = False, lang: str = "en"
) -> dict[str, bytes]:
    """Return the files of a site, by their names."""
    plans = plans_of(executions, internal)
    settings = PageSettings(AS_OF, internal=internal, lang=lang)
    return {file.name: file.data for file in site_files(plans, unread, settings, str)}


def plans_of(executions: Sequence[Execution], internal: bool = False) -> list[PagePlan]:
    """Return what the page shows of plans."""
    return [page_plan(Source(one), AS_OF, internal=internal) for one in executions]


@contextmanager
def opened(path: Path, address: str = "", *, scripted: bool = True, **context: Any) -> Iterator[Page]:
    """Open a page from disk in Chromium without a network; whatever it complains of is an error."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(offline=True, **context).new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{path.as_uri()}{address}")
        if scripted:
            page.locator("body[class]").wait_for(state="attached")  # the script is through
        yield page
        browser.close()
    assert complaints == []
    assert all(url.startswith(("file:", "blob:")) for url in asked), asked
