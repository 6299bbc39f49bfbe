"""Folders that are not what they seem: links, pipes, devices, forged manifests, what others left there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.conftest import CLEAN
from tests.hostile.case import ANY, BUILD, FAILED, ROADMAP, Case, Command, beside_a_roadmap

OK = frozenset({0})
FOUND: tuple[Command, ...] = (
    ("check", "--no-cache", "."),
    ("build", "."),
    ("due", "--year", "2022", "."),
    ("fmt", "--check", "."),
)
READ: tuple[Command, ...] = FOUND[:3]
MINE = hashlib.sha256(b"mine").hexdigest()
MANIFESTS = {
    "nothing": b"",
    "brackets": b"[" * 100_000,
    "braces": b'{"a":' * 50_000,
    "a number": b"1" * 10_000,
    "no list": b'{"files": 1}',
    "no digests": b'{"files": [{"name": "mine.txt"}]}',
    "another digest": json.dumps({"files": [{"name": "mine.txt", "sha256": "0" * 64}]}).encode(),
    "numbers": b'{"files": [{"name": 1, "sha256": 2}]}',
    "a path": json.dumps({"files": [{"name": "../../outside/mine.txt", "sha256": MINE}]}).encode(),
    "an absolute path": json.dumps({"files": [{"name": "/etc/hostname", "sha256": MINE}]}).encode(),
    "no name": json.dumps(
        {"files": [{"name": name, "sha256": MINE} for name in ("", ".", "..", "\0", "a" * 5_000)]}
    ).encode(),
    "half a character": b'{"files": [{"name": "\\ud800", "sha256": "0"}]}',
    "another encoding": '{"files": "файлы"}'.encode("cp1251"),
    "too much": b" " * 5_000_001,
}
OUT = "build/a"


def _links(place: str, target: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return make


def _pipe(place: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    return make


def _folder(place: str) -> Callable[[Path], None]:
    return lambda folder: (folder / place).mkdir(parents=True)


def _elsewhere(folder: Path) -> None:
    """Make the output folder a link to one whose manifest lists a file that is somebody's own."""
    outside = folder.parent / "outside"
    listed = {
        "files": [{"name": "mine.txt", "sha256": hashlib.sha256((outside / "mine.txt").read_bytes()).hexdigest()}]
    }
    (outside / "manifest.json").write_text(json.dumps(listed), "utf-8")
    (folder / "build").mkdir()
    (folder / OUT).symlink_to(outside)


def _sparse(place: str, size: int) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        with (folder / place).open("wb") as file:
            file.truncate(size)

    return make


def _output() -> Iterator[Case]:
    """Yield what may stand where a build writes."""
    yield beside_a_roadmap("output folder is a link to another's", BUILD, make=_elsewhere, codes=FAILED, says="ссылка")
    yield beside_a_roadmap("output is a link", BUILD, make=_links("build", "../outside"), codes=FAILED, says="ссылка")
    yield beside_a_roadmap("output is a link to nowhere", BUILD, make=_links("build", "nowhere"), codes=FAILED)
    yield beside_a_roadmap("output folder is a link to nowhere", BUILD, make=_links(OUT, "nowhere"), codes=FAILED)
    yield beside_a_roadmap("output is a link to itself", BUILD, make=_links("build", "build"), codes=FAILED)
    for name in ("attachment.docx", "calendar.ics", "manifest.json"):
        yield beside_a_roadmap(
            f"{name} is a link", BUILD, make=_links(f"{OUT}/{name}", "../../../outside/mine.txt"), codes=FAILED
        )
        yield beside_a_roadmap(
            f"{name} is a link to nowhere", BUILD, make=_links(f"{OUT}/{name}", "nowhere"), codes=FAILED
        )
        yield beside_a_roadmap(f"{name} is a pipe", BUILD, make=_pipe(f"{OUT}/{name}"), codes=FAILED)
        yield beside_a_roadmap(f"{name} is a folder", BUILD, make=_folder(f"{OUT}/{name}"), codes=FAILED)
        yield beside_a_roadmap(f"{name} is a device", BUILD, make=_links(f"{OUT}/{name}", "/dev/zero"), codes=FAILED)
        yield beside_a_roadmap(
            f"{name} is huge", BUILD, make=_sparse(f"{OUT}/{name}", 300_000_000), codes=OK, in_child=True
        )
    yield beside_a_roadmap("output is a file", BUILD, files={"build": "mine"}, codes=FAILED, writes=())
    yield beside_a_roadmap("output folder is a file", BUILD, files={OUT: "mine"}, codes=FAILED)
    yield beside_a_roadmap("output is a pipe", BUILD, make=_pipe("build"), codes=FAILED)
    yield beside_a_roadmap("output has a long name", (*BUILD, "--out", "a" * 300), codes=FAILED, says="слишком длинное")
    yield beside_a_roadmap(
        "output has a long way", (*BUILD, "--out", "a/" * 3_000), codes=FAILED, says="слишком длинное"
    )
    yield beside_a_roadmap("output is a device", (*BUILD, "--out", "/dev/null"), codes=FAILED)
    yield beside_a_roadmap("output is no name", (*BUILD, "--out", "a\0b"), codes=FAILED)
    yield beside_a_roadmap("output is in the system", (*BUILD, "--out", "/proc/roadmapc"), codes=FAILED)
    for name, data in MANIFESTS.items():
        yield beside_a_roadmap(
            f"manifest of {name}", BUILD, files={f"{OUT}/manifest.json": data, f"{OUT}/mine.txt": "theirs"}, codes=OK
        )
    left = {f"{OUT}/.roadmapc-4194999-{at}.tmp": b"x" for at in range(50)}
    yield beside_a_roadmap("left-over files", BUILD, files=left, codes=OK)


def _sources() -> Iterator[Case]:
    """Yield what may stand among roadmaps, or in the place of what is read with them."""
    for name, commands in (("b.yaml", FOUND), ("owners.yaml", READ), ("roadmapc.toml", READ)):
        yield beside_a_roadmap(f"{name} is a pipe", *commands, make=_pipe(name), codes=FAILED)
        yield beside_a_roadmap(f"{name} is a device", *commands, make=_links(name, "/dev/zero"), codes=FAILED)
        yield beside_a_roadmap(f"{name} is a terminal", *commands, make=_links(name, "/dev/tty"), codes=FAILED)
        yield beside_a_roadmap(f"{name} leads nowhere", *commands, make=_links(name, "nowhere"), codes=FAILED)
        yield beside_a_roadmap(f"{name} leads to itself", *commands, make=_links(name, name), codes=FAILED)
        yield beside_a_roadmap(f"{name} is huge", *commands[:1], make=_sparse(name, 5_000_000_000), in_child=True)
    yield beside_a_roadmap("owners.yaml is a folder", *READ, make=_folder("owners.yaml"), codes=FAILED)
    yield beside_a_roadmap("roadmapc.toml is a folder", *READ, make=_folder("roadmapc.toml"), codes=FAILED)
    yield beside_a_roadmap("a loop of folders", *FOUND[:1], make=_links("loop", "."), codes=OK)
    yield beside_a_roadmap("a folder without end", *FOUND[:1], make=_folder("a/" * 60 + "b"), codes=OK)
    for name, path in {
        "a pipe": "pipe.yaml",
        "a device": "/dev/zero",
        "no file": "nowhere.yaml",
        "a folder without roadmaps": "empty",
        "a long name": "a" * 300,
        "a long way": "a/" * 3_000,
        "no name": "a\0b",
        "half a character": "\udcff",
        "a file of the system": "/proc/self/mem",
    }.items():
        make = _pipe("pipe.yaml") if path == "pipe.yaml" else _folder("empty")
        named = [(word, path) for word in ("check", "build", "due", "fmt", "inspect")]
        yield beside_a_roadmap(f"named is {name}", *named, make=make, codes=FAILED)
    for word in ("check", "build", "due", "fmt", "inspect"):
        yield Case(f"{word} without roadmaps", ((word,) if word != "inspect" else (word, "."),), codes=FAILED)
    many = {f"many/{at}.yaml": CLEAN.replace("Район", f"Район {at}") for at in range(40)}
    yield Case("many files, one of them broken", (("check", "--no-cache", "many"),), {**many, "many/9.yaml": b"\xff"})
    yield Case("directory named", (("build", "owners.yaml"),), {"owners.yaml": "owners: {}\n"}, codes=FAILED)
    yield Case(
        "two files of one id",
        (("build", "a.yaml", "b.yaml"),),
        {ROADMAP: CLEAN, "b.yaml": CLEAN + "id: A\n"},
        codes=FAILED,
    )


def _written() -> Iterator[Case]:
    """Yield what may stand where other commands write."""
    for word in ("check", "due", "schema", "inspect", "deadline"):
        given = {"check": ["--no-cache", ROADMAP], "due": [ROADMAP], "inspect": ["a.docx"], "deadline": ["май 2022"]}
        for name, out in {
            "a folder": ".",
            "a long name": "a" * 300,
            "in no folder": "no/where",
            "no name": "a\0b",
        }.items():
            yield beside_a_roadmap(
                f"{word} is written to {name}", (word, *given.get(word, []), "--out", out), codes=FAILED
            )
    yield beside_a_roadmap(
        "templates are copied through a link", ("templates", "copy", "t"), make=_links("t", "../outside"), codes=FAILED
    )
    yield beside_a_roadmap(
        "templates are copied into a file", ("templates", "copy", "t"), files={"t": "mine"}, codes=FAILED
    )
    yield beside_a_roadmap(
        "a template is a link",
        ("templates", "copy", "t", "--force"),
        make=_links("t/order.html", "../../outside/mine.txt"),
        codes=FAILED,
    )
    yield beside_a_roadmap(
        "a template leads nowhere", ("templates", "copy", "t"), make=_links("t/order.html", "nowhere"), codes=FAILED
    )
    yield beside_a_roadmap(
        "a template is a pipe", ("templates", "copy", "t", "--force"), make=_pipe("t/order.html"), codes=FAILED
    )
    yield beside_a_roadmap(
        "baseline over a file", ("check", "--write-baseline", "b.json", ROADMAP), files={"b.json": "{}"}, codes=FAILED
    )
    yield beside_a_roadmap("baseline over a source", ("check", "--write-baseline", ROADMAP, ROADMAP), codes=FAILED)
    yield beside_a_roadmap(
        "fixed through a link", ("check", "--fix", "b.yaml"), make=_links("b.yaml", "a.yaml"), codes=ANY
    )


def cases() -> Iterator[Case]:
    """Yield what files and folders may be."""
    yield from _output()
    yield from _sources()
    yield from _written()
