"""Names of files and folders from Russian words (ГОСТ Р 7.0.34-2014, simplified transliteration, without ь and ъ)."""

from __future__ import annotations

import re

_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia".replace("-", "").split(" "),
        strict=True,
    )
)
_SAFE = re.compile(r"[^\W_](?:[\w.-]{0,80}[^\W_])?")
_MOST_BYTES = 240
"""Of a name on disk, which holds 255: room is left for what is written beside a file."""
# What Windows takes for a device, whatever follows a point; it reads the small figures as 1, 2 and 3.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}


def is_safe(name: str) -> bool:
    """Say whether a name is one plain folder name on every system."""
    if not _SAFE.fullmatch(name) or ".." in name or len(name.encode()) > _MOST_BYTES:
        return False
    return name.split(".", maxsplit=1)[0].lower() not in _RESERVED


def slug(text: str, limit: int = 60) -> str:
    """Return a name of Latin letters, digits and hyphens; «x» where nothing is left."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    plain = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    return plain[:limit].rstrip("-") or "x"


def distinct(names: list[str]) -> list[str]:
    """Return the names with «-2», «-3» added where one comes again."""
    seen: dict[str, int] = {}
    taken: set[str] = set()
    result = []
    for name in names:
        candidate = name
        while candidate in taken:
            seen[name] = seen.get(name, 1) + 1
            candidate = f"{name}-{seen[name]}"
        taken.add(candidate)
        result.append(candidate)
    return result
