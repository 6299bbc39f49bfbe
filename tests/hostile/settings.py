"""Settings, baselines and kept results that are damaged, forged or meant for something else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from roadmapc.workspace import kept
from roadmapc.workspace.built_before import BUILD_LIBRARIES
from tests.hostile.case import ANY, BUILD, DUE, FAILED, ROADMAP, Case, beside_a_roadmap

TOML: dict[str, str | bytes] = {
    "another encoding": '[calendar]\ndays_off = ["26.07.2022"] # региональный'.encode("cp1251"),
    "utf-16": "[check]\nspell = true".encode("utf-16"),
    "zeros": bytes(100),
    "noise": bytes(range(256)),
    "no table": "check",
    "open table": "[check",
    "open text": 'a = "',
    "open list": "a = [",
    "brackets": "a = " + "[" * 5_000,
    "braces": "a = " + "{a=" * 5_000,
    "a long number": "a = " + "1" * 10_000,
    "a number beyond": "a = 1e99999",
    "a day that is none": "a = 2022-99-99",
    "a key twice": "[check]\nspell = true\nspell = false",
    "a table twice": "[check]\n[check]",
    "an unknown table": "[chek]",
    "an unknown key": "[check]\nspel = true",
    "a text for a list": '[check]\nselect = "RM1"',
    "a number for a text": "[check]\nfail_on = 1",
    "an unknown word": '[check]\nfail_on = "never ever"',
    "an unknown rule": '[check]\nselect = ["no-such-rule"]',
    "a list for a table": "check = []",
    "a zero": '[check]\nbaseline = "a\\u0000b"',
    "a key of a zero": '"a\\u0000b" = 1',
    "an escape": '[check]\nbaseline = "\\u001b[31m"',
    "a baseline that is none": '[check]\nbaseline = "a.yaml"',
    "a baseline elsewhere": '[check]\nbaseline = "../../../etc/hostname"',
    "a baseline that is a folder": '[check]\nbaseline = "."',
    "an unknown severity": '[check]\nseverity = {"missing-owner" = "fatal"}',
    "a severity of nothing": '[check]\nseverity = {"no-such-rule" = "error"}',
    "days that are none": '[calendar]\ndays_off = ["31.02.2022"]',
    "a range without end": '[calendar]\ndays_off = ["01.01.0001 – 31.12.9999"]',
    "terms that are none": '[calendar]\nterms = ["а"]',
    "a shift that is none": '[calendar]\nshift = "sideways"',
    "a number for a day": "[calendar]\ndays_off = [1]",
    "lists in lists": "[calendar]\ndays_off = [[[]]]",
    "a record for a day": "[calendar]\ndays_off = [{a = 1}]",
    "dotted keys": ".".join("a" * 5_000) + " = 1",
    "many keys": "".join(f"k{at} = 1\n" for at in range(10_000)),
    "too much": "#" * 200_001,
    "control characters": "a = '\x01'",
}
BASELINES: dict[str, str | bytes] = {
    "nothing": "",
    "a list": "[]",
    "brackets": "[" * 100_000,
    "braces": '{"a":' * 50_000,
    "a long number": '{"roadmapc-baseline": ' + "1" * 10_000 + "}",
    "another version": '{"roadmapc-baseline": 99, "problems": []}',
    "no problems": '{"roadmapc-baseline": 1}',
    "problems of no kind": '{"roadmapc-baseline": 1, "problems": [1]}',
    "problems of nothing": '{"roadmapc-baseline": 1, "problems": [{}]}',
    "a text": '{"roadmapc-baseline": 1, "problems": "abc"}',
    "another encoding": '{"файл": 1}'.encode("cp1251"),
    "zeros": bytes(1_000),
}
KEPT = {
    "brackets": b"[" * 100_000,
    "a list": b"[]",
    "runs of no kind": b'{"a": 1}',
    "lines without an answer": b"{}\nabc\ndef",
    "names that are none": b"{}\na.yaml\tkey\t{}\n1\tkey\t{}\n[]\tkey\t{}",
    "answers of no kind": b'{}\n"%b"\tkey\t1' % ROADMAP.encode(),
    "answers of nothing": b'{}\n"%b"\tkey\t{}' % ROADMAP.encode(),
    "answers that are lists": b'{}\n"%b"\tkey\t[[], 1, {}]' % ROADMAP.encode(),
    "answers that are brackets": b'{}\n"%b"\tkey\t%b' % (ROADMAP.encode(), b"[" * 100_000),
    "answers that are none": b'{}\n"%b"\tkey\tx' % ROADMAP.encode(),
    "nothing": b"",
    "null": b"null",
    "a number": b"9" * 10_000,
}


_KEEPERS = {"check": kept.LIBRARIES, "build": BUILD_LIBRARIES, "due": kept.LIBRARIES}


def _key_of(libraries: tuple[str, ...], body: bytes) -> bytes:
    """Return the head of a file of kept results, as the program makes it: what is forged is forged well."""
    return kept.digest(kept.program(libraries), body).encode() + b"\n" + body


def _cached(command: str, name: str, body: bytes) -> Case:
    def make(folder: Path) -> None:
        place = Path(os.environ["ROADMAPC_CACHE_DIR"])
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{command}-{kept.digest(str(folder.resolve()))[:16]}.json").write_bytes(
            _key_of(_KEEPERS[command], body)
        )

    again = (command, ROADMAP)
    return beside_a_roadmap(f"kept answers of {command}: {name}", again, again, make=make, codes=frozenset({0}))


def cases() -> Iterator[Case]:
    """Yield what may stand in settings, in a baseline, and among kept results."""
    for name, data in TOML.items():
        commands = (("check", "--no-cache", ROADMAP), BUILD, DUE, ("deadline", "май 2022"))
        yield beside_a_roadmap(f"settings of {name}", *commands, files={"roadmapc.toml": data}, codes=ANY)
    for name, data in BASELINES.items():
        command = ("check", "--no-cache", "--baseline", "b.json", ROADMAP)
        yield beside_a_roadmap(f"baseline of {name}", command, files={"b.json": data}, codes=FAILED)
    for name, path in {
        "a device": "/dev/zero",
        "a folder": ".",
        "nowhere": "no.json",
        "a long name": "a" * 300,
        "no name": "a\0",
    }.items():
        yield beside_a_roadmap(f"baseline is {name}", ("check", "--baseline", path, ROADMAP), codes=FAILED)
    for name, body in KEPT.items():
        yield from (_cached(command, name, body) for command in _KEEPERS)
