"""Comparisons of what cannot be compared: files that are none, revisions like options, editions that lead astray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.conftest import CLEAN
from tests.hostile.case import ANY, FAILED, PROBLEMS, ROADMAP, Case

NEW = "new.yaml"
REVISIONS = (
    *("", " ", "-", "--", "--all", "-c", "--upload-pack=touch x", "HEAD", "HEAD..HEAD", "HEAD:a.yaml", "@{u}"),
    *(":/x", "a" * 5_000, "\udcff", "$(touch x)", "`touch x`", "; touch x", "\n", "{text}", "//host/share", "NUL"),
)
EDITIONS: tuple[tuple[str, str | bytes], ...] = (
    ("nothing", ""),
    ("no YAML", "edition: ["),
    ("no record", "- edition"),
    ("no roadmap", "edition: {kind: приказ}\n"),
    ("bytes", b"edition: \xff\xfe\x00"),
)


def cases() -> Iterator[Case]:
    """Yield the cases."""
    both: dict[str, str | bytes] = {ROADMAP: CLEAN, NEW: CLEAN.replace("май", "июнь")}
    for at, name in enumerate(REVISIONS):
        yield Case(f"revision {at}", (("compare", ROADMAP, f"--since={name}"),), both, codes=FAILED, writes=())
    for name, words in {
        "no files": (),
        "three files": (ROADMAP, NEW, ROADMAP),
        "a folder of several": (".",),
        "no such file": (ROADMAP, "nobody.yaml"),
        "OLD and a revision": (ROADMAP, NEW, "--since", "HEAD"),
        "no edition": (ROADMAP,),
        "a source's place": (ROADMAP, NEW, "-o", NEW),
        "no format": (ROADMAP, NEW, "--format", "xml"),
    }.items():
        yield Case(name, (("compare", *words),), both, codes=FAILED, writes=())
    for name, content in EDITIONS:
        files: dict[str, str | bytes] = {ROADMAP: CLEAN, "editions/a/2022-01-01-1.yaml": content}
        yield Case(f"an edition: {name}", (("compare", ROADMAP),), files, codes=PROBLEMS | FAILED, writes=())
    yield Case("an edition behind a link", (("compare", ROADMAP),), {ROADMAP: CLEAN}, _linked, PROBLEMS, writes=())
    long = CLEAN.replace("Провести мониторинг", "слово и " * 20_000)
    for option in ("text", "json", "markdown"):
        command = ("compare", ROADMAP, NEW, "--format", option)
        yield Case(
            f"very long cells as {option}", (command,), {ROADMAP: long, NEW: long.replace("и", "или")}, codes=ANY
        )
        odd = CLEAN.replace("Провести мониторинг", '"\\e[31m| \\u202e<script>\\n\\n::error::x"')
        yield Case(f"odd signs as {option}", (command,), {ROADMAP: CLEAN, NEW: odd}, codes=ANY)
    yield from _amendments(both)
    yield Case("standard input twice", (("compare", "-", "-"),), both, codes=ANY, stdin=CLEAN.encode())


SIGNED = CLEAN.replace(
    "sections:",
    "order:\n  letterhead: {organisation: Отдел}\n  name: ПРИКАЗ\n  subject: О карте\n  date: 10.01.2022\n  number: 1\n"
    "  items: [Утвердить.]\n  signature: {position: Начальник, name: И.И. Иванов}\n"
    "approval: {act: приказом отдела}\nsections:",
    1,
)
ACT = ("amend", ROADMAP, NEW, "--date", "05.06.2022", "--number", "41")


def _amendments(unsigned: dict[str, str | bytes]) -> Iterator[Case]:
    """Yield what people give to `amend`: no act, odd words, huge cells, numbers that are paths."""
    yield Case("an order that nobody has signed", (ACT,), unsigned, codes=FAILED, writes=())
    both: dict[str, str | bytes] = {ROADMAP: SIGNED, NEW: SIGNED.replace("май", "июнь")}
    for name, words in {
        "a day that is none": ("--date", "32.13.2022"),
        "a number of signs": ("--number", "№ /"),
        "a day before the order": ("--date", "01.01.1999"),
        "an output where a source is": ("-o", ROADMAP),
        "no format": ("--to", "xml"),
    }.items():
        yield Case(f"amend: {name}", ((*ACT, *words),), both, codes=FAILED, writes=())
    for name, number in {"up": "../../x", "absolute": "/etc/x", "long": "9" * 400, "odd": "\u202e<b>&№"}.items():
        yield Case(f"amend: a number that is {name}", ((*ACT[:-1], number),), both, codes=ANY)
    odd = '"\\e[31m| \\u202e<script> «„“» {{ 7*7 }} {% x %}"'
    for name, cell in {"odd": odd, "unpaired quotes": "Слова «без конца", "very long": "слово и " * 5_000}.items():
        files: dict[str, str | bytes] = {ROADMAP: SIGNED, NEW: SIGNED.replace("Провести мониторинг", cell)}
        back: dict[str, str | bytes] = {ROADMAP: files[NEW], NEW: SIGNED}
        for way, some in (("to", files), ("from", back)):
            yield Case(f"amend {way} {name}", (ACT,), some, codes=ANY)


def _linked(folder: Path) -> None:
    (folder / "editions").symlink_to("/etc", target_is_directory=True)
