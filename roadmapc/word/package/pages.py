"""The page of a form: its size and margins, upright or on its side, in twentieths of a point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

_FIELDS = {"w": "width", "h": "height"} | {
    name: name for name in ("top", "right", "bottom", "left", "header", "footer")
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page. The defaults are A4 upright with the margins of what is kept for good (ГОСТ Р 7.0.97, 3.3)."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    right: int = 567
    bottom: int = 1134
    left: int = 1701
    header: int = 567
    footer: int = 567

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Page:
        """Return the page turned clockwise: the margin for binding comes to lie at the top."""
        return Page(self.height, self.width, self.left, self.top, self.right, self.bottom, self.header, self.footer)

    def turned_back(self) -> Page:
        """Return the page turned the other way."""
        return Page(self.height, self.width, self.right, self.bottom, self.left, self.top, self.header, self.footer)

    def xml(self) -> str:
        """Return the page's part of a `w:sectPr`."""
        side = ' w:orient="landscape"' if self.width > self.height else ""
        return (
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{side}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}"'
            f' w:header="{self.header}" w:footer="{self.footer}" w:gutter="0"/>'
        )


def upright(size: Mapping[str, str], margins: Mapping[str, str]) -> Page:
    """Return the upright page that the attributes of `w:pgSz` and `w:pgMar` say; ValueError if there is no room."""
    given = {_FIELDS[name]: round(float(text)) for name, text in {**size, **margins}.items() if name in _FIELDS}
    page = Page(**{name: abs(value) for name, value in given.items()})
    page = page.turned_back() if page.width > page.height else page
    page = replace(page, left=page.left + round(float(margins.get("gutter", "0"))))
    if min(page.text_width, page.text_height) < 1134 or page.height > 31_680:
        raise ValueError(page)
    return page
