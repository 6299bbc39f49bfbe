"""Proves that pages are served to this machine alone, that news of them are told, and that nothing else is reached."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from threading import Thread
from urllib.request import urlopen

import pytest

from roadmapc.workspace.page_server import ADDRESS, ServedPages, server_of


@pytest.fixture
def served() -> Iterator[tuple[ServedPages, int]]:
    """Return pages that are served, and the port."""
    pages = ServedPages()
    pages.put({"/index.html": lambda: b"first", "/documents/a.html": lambda: b"document"})
    server = server_of(pages, 0)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield pages, server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, path: str, host: str | None = None, method: str = "GET") -> tuple[int, bytes]:
    """Return status and body of an answer."""
    with closing(HTTPConnection(ADDRESS, port, timeout=5)) as connection:
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_pages(served: tuple[ServedPages, int]) -> None:
    """Those of the list, by GET and HEAD; built documents bring no script."""
    _pages, port = served
    assert ask(port, "/") == ask(port, "/index.html") == (200, b"first")
    assert ask(port, "/", method="HEAD") == (200, b"")
    with urlopen(f"http://{ADDRESS}:{port}/documents/a.html") as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "path", ["/x", "/../etc/passwd", "/%2e%2e/etc/passwd", "//etc/passwd", "/documents/", "/?a=b#c/../x"]
)
def test_nothing_else(served: tuple[ServedPages, int], path: str) -> None:
    """No path leads to a file."""
    assert ask(served[1], path)[0] == (200 if path.startswith("/?") else 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_written(served: tuple[ServedPages, int], method: str) -> None:
    """Only pages are asked for."""
    assert ask(served[1], "/", method=method)[0] == 501


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:80", "[::1]"])
def test_other_hosts_are_refused(served: tuple[ServedPages, int], host: str) -> None:
    """A name of the network that leads here is none of ours."""
    assert ask(served[1], "/", host)[0] == 421


def test_localhost(served: tuple[ServedPages, int]) -> None:
    assert ask(served[1], "/", f"localhost:{served[1]}")[0] == 200


def test_news(served: tuple[ServedPages, int]) -> None:
    """The version at once, and the next one when pages are put."""
    pages, port = served
    with closing(HTTPConnection(ADDRESS, port, timeout=5)) as connection:
        connection.request("GET", "/events")
        with connection.getresponse() as answer:
            assert (answer.readline(), answer.readline()) == (b"data: 1\n", b"\n")
            pages.put({"/index.html": lambda: b"second"})
            assert (answer.readline(), answer.readline()) == (b"data: 2\n", b"\n")
    assert ask(port, "/") == (200, b"second")


def test_a_page_that_cannot_be_made(served: tuple[ServedPages, int]) -> None:
    """It is a fault that is said, and the server goes on."""
    pages, port = served

    def fault() -> bytes:
        raise OSError

    pages.put({"/index.html": fault, "/b.html": lambda: b"b"})
    assert ask(port, "/")[0] == 500
    assert ask(port, "/b.html") == (200, b"b")


def test_a_port_that_was_left() -> None:
    """It can be taken again at once, though somebody had been connected."""
    pages = ServedPages()
    pages.put({"/index.html": lambda: b"a"})
    port = 0
    for _ in range(2):
        server = server_of(pages, port)
        port = server.server_port
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        assert ask(port, "/")[0] == 200
        server.shutdown()
        server.server_close()


def test_a_port_in_use(served: tuple[ServedPages, int]) -> None:
    with pytest.raises(OSError, match="in use"):
        server_of(ServedPages(), served[1])
