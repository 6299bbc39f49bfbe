"""Proves that LibreOffice runs by itself: no macro, no fetching, no profile of the user, and it ends in its time."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace import libre_office
from tests.importing.files import odt

office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
posix = pytest.mark.skipif(os.name == "nt", reason="what stands for LibreOffice is a script for a shell")
MACRO = "vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"
LISTENER = (
    '<office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" '
    f'xlink:href="{MACRO}" xlink:type="simple"/></office:event-listeners>'
)
BASIC = {
    "Basic/script-lc.xml": '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/>'
    "</library:libraries>",
    "Basic/Standard/script-lb.xml": '<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>',
}
MODULE = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">Sub Main\nOpen &quot;{path}&quot; For Output As #1\nClose #1\nEnd Sub</script:module>'
)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Serve on this machine; return the address and what was asked for there."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


def program() -> Path:
    found = libre_office.find()
    assert found
    return found


@office
@pytest.mark.libreoffice
def test_a_macro_does_not_run(tmp_path: Path) -> None:
    """One that a document would start when it is opened writes nothing."""
    written = tmp_path / "written"
    source = tmp_path / "0.odt"
    module = {"Basic/Standard/Module1.xml": MODULE.format(path=written)}
    source.write_bytes(odt("<text:p>Срок</text:p>", scripts=LISTENER, more=BASIC | module))
    libre_office.convert(program(), "docx", tmp_path, [source], 60)
    assert (tmp_path / "0.docx").exists()
    assert not written.exists()


@office
@pytest.mark.libreoffice
def test_nothing_is_fetched(tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    """Neither pictures nor sections that lie on another computer, in whatever kind of file."""
    address, paths = asked
    frame = f'<draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{address}/a.png"/></draw:frame>'
    section = f'<text:section text:name="s"><text:section-source xlink:href="{address}/s.odt"/></text:section>'
    sources = [tmp_path / "0.odt", tmp_path / "1.rtf"]
    sources[0].write_bytes(odt(f"<text:p>Срок {frame}</text:p>{section}"))
    field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}/r.png"}}{{\\fldrslt x}}}}'
    text = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{address}/t.doc"}}{{\\fldrslt y}}}}'
    sources[1].write_text(f"{{\\rtf1 {field} {text} end}}")
    libre_office.convert(program(), "docx", tmp_path, sources, 60)
    assert all(source.with_suffix(".docx").exists() for source in sources)
    assert paths == []


@posix
def test_what_it_began_ends_with_it(tmp_path: Path) -> None:
    """At the limit of time its whole group of processes is stopped, and nothing is written later."""
    late = tmp_path / "late"
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\n(sleep 1; touch {late}) &\nsleep 60\n", encoding="utf-8")
    script.chmod(0o755)
    with pytest.raises(libre_office.TimeIsUp):
        libre_office.convert(script, "docx", tmp_path, [], 0.2)
    time.sleep(1.2)
    assert not late.exists()


@posix
def test_how_it_is_called(tmp_path: Path) -> None:
    """Without a window, with a profile that holds the settings alone, with all files at once."""
    script = tmp_path / "soffice"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/words\n', encoding="utf-8")
    script.chmod(0o755)
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "left").touch()
    libre_office.convert(script, "docx", tmp_path, [tmp_path / "0.doc", tmp_path / "1.doc"], 5)
    words = (tmp_path / "words").read_text().split("\n")
    assert words[0] == f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    assert {"--headless", "--norestore", "--nolockcheck"} < set(words)
    assert words[-3:] == [str(tmp_path / "0.doc"), str(tmp_path / "1.doc"), ""]
    settings = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text()
    assert '"MacroSecurityLevel" oor:op="fuse"><value>3<' in settings
    assert not (tmp_path / "profile" / "left").exists()


def test_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found in PATH, then where it usually lies; a folder of its name is none."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libre_office, "_USUAL", (tmp_path / "a", tmp_path / "b", tmp_path / "c"))
    assert libre_office.find() is None
    (tmp_path / "a").mkdir()
    (tmp_path / "b").touch()
    assert libre_office.find() == tmp_path / "b"


def test_what_cannot_be_started(tmp_path: Path) -> None:
    """One message says so."""
    with pytest.raises(UserError, match="LibreOffice cannot be started"):
        libre_office.convert(tmp_path / "none", "docx", tmp_path, [], 5)
