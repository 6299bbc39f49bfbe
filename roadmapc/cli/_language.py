"""The reader's language: `--lang`, else the locale; Russian where the locale names none."""

from __future__ import annotations

import gettext
import locale
import os
from pathlib import Path

LANGUAGES = ("ru", "en")
_FOLDER = Path(__file__).parent.parent / "locale"
_active: gettext.NullTranslations = gettext.NullTranslations()
_code = "en"


class Translator:
    """The active language: called with a sentence, or asked for the plural form that a number wants."""

    def __call__(self, text: str) -> str:
        """Return a sentence in the active language; an empty one stays empty."""
        return _active.gettext(text) if text else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """Return the form for a number: «{n} ошибка», «{n} ошибки», «{n} ошибок»."""
        return _active.ngettext(one, many, n)


translate = Translator()


def language() -> str:
    """Return the active language: «ru» or «en»."""
    return _code


def activate(code: str) -> None:
    """Make a language active, for our sentences and for those of the command-line library."""
    global _active, _code
    _code = code
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain("messages", str(_FOLDER))
    _active = gettext.translation("messages", str(_FOLDER), [code], fallback=True)


def preferred() -> str:
    """Return the language of the environment; Russian unless they name another."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _from_locale(value)
    # Only Windows keeps the language elsewhere; for others getlocale() makes “en_US” of the bare “C.UTF-8”.
    return _from_locale((locale.getlocale()[0] or "") if os.name == "nt" else "")


def _from_locale(name: str) -> str:
    plain = name.split(".", maxsplit=1)[0].lower()
    if plain in {"", "c", "posix"} or plain.startswith(("ru", "russian")):
        return "ru"
    return "en"


def taken_from(arguments: list[str]) -> tuple[list[str], str | None]:
    """Return the arguments without `--lang CODE`, and the code, wherever among them it stands."""
    rest: list[str] = []
    code = None
    at = 0
    while at < len(arguments):
        word = arguments[at]
        if word == "--":
            rest += arguments[at:]
            break
        if word == "--lang" and at + 1 < len(arguments):
            code = arguments[at + 1]
            at += 1
        elif word.startswith("--lang="):
            code = word.removeprefix("--lang=")
        else:
            rest.append(word)
        at += 1
    return rest, code
