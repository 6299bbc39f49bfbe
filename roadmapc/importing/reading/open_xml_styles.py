"""Which formats of cells an Open XML workbook has; see `workbook_facts`. Source: ECMA-376 part 1, 18.8 (styles)."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.importing.reading.safe_xml import Attributes, read_part

_PERCENT = frozenset({"9", "10"})  # formats that every workbook has, by their numbers


@dataclass(frozen=True)
class Styles:
    """Which formats of cells have a border, and which show percents."""

    ruled: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()


def styles_of(data: bytes) -> Styles:
    """Return which formats of cells, by their numbers, have a border or show percents."""
    if not data:
        return Styles()
    borders: list[bool] = []
    percents = set(_PERCENT)
    formats: list[Attributes] = []
    within: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        within.append(name)
        if name == "border":
            borders.append(False)
        elif within[-2:-1] == ["border"] and borders and attributes.get("style", "none") != "none":
            borders[-1] = True
        elif name == "numFmt" and "%" in attributes.get("formatCode", ""):
            percents.add(attributes.get("numFmtId", ""))
        elif name == "xf" and within[-2:-1] == ["cellXfs"]:
            formats.append(attributes)

    def end(_: str) -> None:
        within.pop()

    read_part(data, start, end=end)
    ruled = {str(at) for at, on in enumerate(borders) if on}
    return Styles(
        frozenset(str(at) for at, one in enumerate(formats) if one.get("borderId") in ruled),
        frozenset(str(at) for at, one in enumerate(formats) if one.get("numFmtId") in percents),
    )
