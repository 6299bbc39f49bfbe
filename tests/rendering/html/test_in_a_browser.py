"""Proves in Chromium that pages read on a phone without scrolling sideways, and print as sheets of A4.

All documents of the real roadmaps are shown at once, in frames of one page: a page of its own has a least width.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmapc.rendering.html import write
from roadmapc.rendering.markup import read

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium"),
]
Call = Callable[..., subprocess.CompletedProcess[str]]
Shown = dict[str, Any]
PHONE, TABLET, DESK = 360, 768, 1280
SCRIPT = """
onload = () => {
  const seen = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument;
    const shown = cell => getComputedStyle(cell).display !== "none";
    const cells = [...page.querySelectorAll("td")].filter(shown);
    const label = cell => getComputedStyle(cell, "::before").content;
    return {
      width: page.documentElement.scrollWidth, view: page.documentElement.clientWidth,
      text: page.body.innerText, title: page.title, lang: page.documentElement.lang,
      labels: cells.map(label).filter(text => text !== "none" && text !== "normal"),
      display: [...new Set([...page.querySelectorAll("tbody > tr")].map(row => getComputedStyle(row).display))],
      wide: cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText),
    };
  });
  const told = document.createElement("pre");
  told.textContent = JSON.stringify(seen);
  document.body.append(told);
};
"""


def browser(folder: Path, *arguments: str | Path) -> bytes:
    """Run Chromium without a window or a network; return what it prints."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command += [f"--user-data-dir={folder / 'profile'}", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=180, check=True).stdout


def shown(folder: Path, pages: list[str], width: int) -> list[Shown]:
    """Return how each page is shown in a window so wide."""
    frames = "".join(f'<iframe width="{width}" height="700" srcdoc="{html.escape(page)}"></iframe>' for page in pages)
    path = folder / "frames.html"
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{frames}<script>{SCRIPT}</script>', encoding="utf-8")
    told = browser(folder, "--dump-dom", path.as_uri()).decode()
    found: list[Shown] = json.loads(html.unescape(re.findall("<pre>(.*?)</pre>", told, re.DOTALL)[-1]))
    assert len(found) == len(pages)
    return found


@pytest.fixture(scope="module")
def documents(roadmaps: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the page of every document of the real roadmaps."""
    from roadmapc.cli.main import main

    folder = tmp_path_factory.mktemp("pages")
    assert main(["build", str(roadmaps), "--to", "html", "--out", str(folder)]) == 0
    return {f"{path.parent.name}/{path.stem}": path.read_text(encoding="utf-8") for path in folder.glob("*/*.html")}


@pytest.fixture(scope="module")
def windows(documents: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Shown]]:
    """Return how every document is shown, by the width of the window and its name."""
    folder = tmp_path_factory.mktemp("windows")
    pages = list(documents.values())
    return {width: dict(zip(documents, shown(folder, pages, width), strict=True)) for width in (PHONE, TABLET, DESK)}


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_nothing_scrolls_sideways(windows: dict[int, dict[str, Shown]], width: int) -> None:
    """No document is wider than the window, and no cell narrower than its words."""
    found = windows[width]
    assert len(found) > 40
    assert {name: page["width"] for name, page in found.items() if page["width"] > page["view"]} == {}
    assert {name: page["wide"] for name, page in found.items() if page["wide"]} == {}
    assert all(page["title"] and page["lang"] == "ru" for page in found.values())
    rows = {"block", "flex"} if width == PHONE else {"table-row"}
    assert {display for page in found.values() for display in page["display"]} == rows
    assert any(page["labels"] for page in found.values()) == (width == PHONE)


def test_cards_say_all_that_the_table_says(documents: dict[str, str], windows: dict[int, dict[str, Shown]]) -> None:
    """Every word of a wide window stands in a narrow one too: in cells, on labels, in the heads of sections."""
    for name, cards in windows[PHONE].items():
        words = set(re.findall(r"\w+", cards["text"] + " ".join(cards["labels"])))
        heads = set(re.findall(r"\w+", " ".join(re.findall(r"<th.*?</th>", documents[name]))))
        assert set(re.findall(r"\w+", windows[DESK][name]["text"])) - heads <= words, name


def test_months_without_anything_are_left_out_of_cards(windows: dict[int, dict[str, Shown]]) -> None:
    """A card of the cyclogram names the months in which something happens, not all twelve."""
    found = windows[PHONE]["tsuntinsky/cyclogram"]
    activities = sum("Мероприятие" in label for label in found["labels"])
    months = [label for label in found["labels"] if re.fullmatch(r'"[а-я]+(?: – [а-я]+)?: "', label)]
    assert activities < len(months) + 5 < 6 * activities


def page(blocks: str, classes: str = "portrait") -> str:
    """Return the page of one section."""
    return write(read(f'<document title="Т"><section class="{classes}">{blocks}</section></document>')).decode()


def test_a_shared_cell_stands_on_every_card(tmp_path: Path) -> None:
    """What rows share is said on each of their cards, and once in the table."""
    rows = '<tr><td>а</td><td rowspan="3">методист</td></tr><tr><td>б</td></tr><tr><td>в</td></tr>'
    head = "<thead><tr><th>Что</th><th>Кто</th></tr></thead>"
    table = page(f'<table widths="1 1">{head}<tbody>{rows}</tbody></table>')
    cards, desk = shown(tmp_path, [table], PHONE)[0], shown(tmp_path, [table], DESK)[0]
    assert (cards["text"].count("методист"), desk["text"].count("методист")) == (3, 1)
    assert [label.split('"')[1] for label in cards["labels"]] == ["Что", "Кто"] * 3


def long_words(words: str) -> str:
    """Return a page with words that no line holds."""
    row = f"<tr><td>1.</td><td>{words}</td><td>{words}</td><td>{words}</td></tr>"
    ends = f'<div class="signature"><span>{words}</span><span>{words}</span></div>'
    return page(
        f'<h1>{words}</h1><p>{words}</p><table widths="1 2 2 2"><tbody>{row}</tbody></table><p>{words}</p>{ends}'
    )


def test_words_without_end_are_broken(tmp_path: Path) -> None:
    """An address of a page, however long, makes nothing scroll sideways on a phone."""
    (found,) = shown(tmp_path, [long_words("https://пример.рф/" + "очень" * 40)], PHONE)
    assert found["width"] <= found["view"]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Poppler")
def test_paper_has_the_table(tmp_path: Path) -> None:
    """Printed, a page is A4 on its side where the document is, its head on each sheet, no row split, none a card."""
    head = "<thead><tr><th>Номер</th><th>Мероприятие</th></tr></thead>"
    rows = "".join(f"<tr><td>Р{n}н</td><td>{'слово ' * 60}Р{n}к</td></tr>" for n in range(20))
    signature = '<div class="signature"><span>Начальник</span><span>И.И. Подписант</span></div>'
    path = tmp_path / "a.html"
    table = f'<table widths="1 5">{head}<tbody>{rows}</tbody></table>{signature}'
    path.write_text(page(table, "landscape"), encoding="utf-8")
    made = tmp_path / "a.pdf"
    browser(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={made}", path.as_uri())
    told = subprocess.run(["pdftotext", "-layout", made, "-"], capture_output=True, check=True).stdout.decode()
    sheets = told.rstrip("\f").split("\f")
    sizes = subprocess.run(["pdfinfo", made], capture_output=True, check=True).stdout.decode()
    width, height = (float(size) for size in re.findall(r"Page size: +([\d.]+) x ([\d.]+)", sizes)[0])
    assert (round(width), round(height)) == (842, 595)
    assert len(sheets) > 2
    assert all(sheet.count("Мероприятие") == 1 for sheet in sheets)
    for sheet in sheets:
        assert sorted(re.findall(r"Р(\d+)н", sheet)) == sorted(re.findall(r"Р(\d+)к", sheet))
    assert "Подписант" in sheets[-1]
    assert re.search(r"Р19к", sheets[-1])
