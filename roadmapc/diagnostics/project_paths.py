"""Paths that a source names: refused by their text before any file is touched, then followed inside the project alone.

A source comes from anywhere. On Windows it is enough to touch `\\\\host\\share` for the login of whoever reads it to be
sent there, `NUL` is a device in every folder, and `C:x` is a file of another folder. So the text is judged first, by
the same rules on every system; and of a link the text is judged before it is followed.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from roadmapc.diagnostics.diagnostic import Message

# What Windows takes for a device, whatever follows a point; it reads the small figures as 1, 2 and 3.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
_EXTENDED = re.compile(r"\\\\[?.]\\(?=[A-Za-z]:\\)")  # as Windows writes what a junction leads to
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NEVER = re.compile(r'[:*?"<>|]')
_MOST = 1_000
_MOST_LINKS = 40
"""As many as Linux follows."""


class PathRefused(Exception):
    """A source names a path that may not be followed; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def refusal(text: str) -> Message | None:
    """Return why a path may not be followed, by its text alone: only relative ones are, with “/” between folders.

    «..» may stand in it: whether it leads out of the project depends on where it starts, which `inside` knows.
    """
    if text.startswith(("\\\\", "//", "/\\", "\\/")):
        return Message("“{path}” leads to another computer: only files of the project may be named", path=text)
    if _DRIVE.match(text):
        return Message("“{path}” names a drive: write the path from here, without it", path=text)
    if text.startswith(("/", "\\", "~")):
        return Message("“{path}” does not begin here: write the path from here", path=text)
    if "\\" in text:
        return Message("“{path}”: between folders stands “/”, on Windows too", path=text)
    return _odd(text) or next((why for part in text.split("/") if (why := _odd_name(part, text))), None)


def _odd(text: str) -> Message | None:
    """Return what is wrong with the signs of a path."""
    if not text.strip("/"):
        return Message("the path is empty")
    if len(text) > _MOST:
        return Message("the path is too long: more than {n} signs", n=_MOST)
    if any(unicodedata.category(sign) in _UNSEEN for sign in text):
        return Message("“{path}” holds a character that nobody sees", path=text)
    if found := _NEVER.search(text):
        return Message("“{path}”: “{sign}” is in no name of a file", path=text, sign=found[0])
    return None


def _odd_name(name: str, text: str) -> Message | None:
    """Return what is wrong with one name of a path; Windows drops points and spaces at its end."""
    if name in {".", ".."}:
        return None
    if not name or name != name.strip() or name.endswith("."):
        return Message(
            "“{path}”: a name in it is empty, begins with a space, or ends with a space or a full stop", path=text
        )
    if _DEVICE.fullmatch(name):
        return Message("“{path}”: “{name}” is a device on Windows, not a file", path=text, name=name)
    return None


def inside(root: Path, folder: Path, text: str) -> Path:
    """Return the file that a text leads to from a folder, below `root` once all links are followed.

    The path is `root` with what follows it, without links and «..». Whether something stands there is not asked.
    Raises PathRefused for a text that may not be followed, and where it or a link on the way leads out of `root`.
    """
    if why := refusal(text):
        raise PathRefused(why)
    top, place = _real(root), _real(folder)
    if not place.is_relative_to(top):
        raise PathRefused(_leads_out(text))
    pending, links = text.split("/")[::-1], 0
    while pending:
        place, target = _step(top, place, pending.pop(), text)
        if target:
            links += 1
            if links > _MOST_LINKS:
                raise PathRefused(Message("“{path}”: the links lead round in a circle", path=text))
            start, parts = _followed(top, place, target, text)
            place, pending = start, [*pending, *parts[::-1]]
    return root / place.relative_to(top)


def _real(folder: Path) -> Path:
    """Return where a folder is that the user has named, links followed."""
    return Path(os.path.realpath(folder))


def _step(top: Path, place: Path, name: str, text: str) -> tuple[Path, str]:
    """Return the place one name further, and nothing; or the place itself, and what the link of that name says."""
    if name in {"", "."}:
        return place, ""
    if name == "..":
        if place == top:
            raise PathRefused(_leads_out(text))
        return place.parent, ""
    try:
        return place, os.readlink(place / name)  # noqa: PTH115 (the text as it stands)
    except (OSError, ValueError):  # it is no link, or not there
        return place / name, ""


def _followed(top: Path, place: Path, target: str, text: str) -> tuple[Path, list[str]]:
    """Return from where a link goes on and by which names; raises where it leaves `top`, before that is touched."""
    plain = _EXTENDED.sub("", target)
    if not _DRIVE.match(plain) and not plain.startswith(("/", "\\")):
        return place, re.split(r"[/\\]" if os.sep == "\\" else "/", plain)
    straight = Path(os.path.normpath(plain))
    if plain.startswith(("\\\\", "//")) or not straight.is_relative_to(top):
        raise PathRefused(_leads_out(text))
    return top, [*straight.relative_to(top).parts]


def _leads_out(text: str) -> Message:
    return Message("“{path}” leads out of the project: only files below its folder may be named", path=text)
