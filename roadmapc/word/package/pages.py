"""The page of a form: its size and margins, upright or on its side, in twentieths of a point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

_LEAST_ROOM = 1134  # 2 cm of text
_MOST_HEIGHT = 31_680  # 22 inches: Word allows no larger page


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


def upright_page(given: Mapping[str, int], gutter: int) -> Page:
    """Return the upright page of the lengths given by field, whatever is not given as by default.

    A margin below zero lets the text run into the header: of it, as of any other, the distance counts. Binding takes
    its `gutter` from the left side. Raises ValueError where no room is left.
    """
    page = Page(**{name: abs(value) for name, value in given.items()})
    page = page.turned_back() if page.width > page.height else page
    page = replace(page, left=page.left + gutter)
    if min(page.text_width, page.text_height) < _LEAST_ROOM or page.height > _MOST_HEIGHT:
        raise ValueError(page)
    return page
