"""The reference pages and schemas that are made from the code."""

from __future__ import annotations

import gettext
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from docs.generate import schemes
from docs.generate.conformance import page as conformance_page
from docs.generate.deadlines import page as deadlines_page
from docs.generate.format import page as format_page
from docs.generate.in_russian import in_russian
from docs.generate.rules import page as rules_page
from docs.generate.templates import page as templates_page
from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from roadmapc.source.schema import SCHEMAS

ROOT = Path(__file__).parents[2]


def _schema(make: Callable[[], dict[str, Any]]) -> Callable[[], str]:
    return lambda: json.dumps(make(), ensure_ascii=False, indent=2) + "\n"


def _russian(text: str) -> str:
    return gettext.translation("messages", str(ROOT / "roadmapc" / "locale"), ["ru"]).gettext(text)


FILES: dict[str, Callable[[], str]] = {
    **{f"schemas/{name}": _schema(make) for name, make in (SCHEMAS | OUTPUT_SCHEMAS).items()},
    "docs/conformance.md": conformance_page,
    "docs/conformance.ru.md": lambda: in_russian(conformance_page()),
    "docs/deadlines.md": deadlines_page,
    "docs/deadlines.ru.md": lambda: deadlines_page(_russian),
    "docs/format.md": lambda: format_page(english=True),
    "docs/format.ru.md": format_page,
    **{f"docs/images/format-{name}.svg": partial(schemes.svg, name) for name in schemes.SCHEMES},
    "docs/templates.md": templates_page,
    "docs/templates.ru.md": lambda: in_russian(templates_page()),
    "docs/rules.md": rules_page,
    "docs/rules.ru.md": lambda: rules_page(_russian),
}
"""Path in the repository → function that returns its text."""


def current() -> dict[Path, str]:
    """Return the text that each generated file must have."""
    return {ROOT / path: make() for path, make in FILES.items()}


def update() -> None:
    """Write all generated files."""
    for path, text in current().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
