"""Pages served to this machine alone: a fixed list, a stream that tells when they are new, nothing else.

A request that names another host is refused, so that no page of the network can reach it by a name of its own (DNS
rebinding); nothing is written, and no path leads to a file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

ADDRESS = "127.0.0.1"
EVENTS = "/events"
_WAIT = 10.0
"""Seconds after which a stream without news is kept alive by a comment."""
_TYPES = {".html": "text/html; charset=utf-8", ".svg": "image/svg+xml"}
_DOCUMENT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""For built documents, whose style stands in them; pages of the site bring a policy of their own."""
Pages = Mapping[str, Callable[[], bytes]]


class ServedPages:
    """The pages that are served, by their paths, and how often they were made anew."""

    def __init__(self) -> None:
        self.version, self._pages = 0, {}  # type: int, Pages
        self._changed = Condition()

    def put(self, pages: Pages) -> None:
        """Serve other pages from now on, and tell whoever looks."""
        with self._changed:
            self._pages = pages
            self.version += 1
            self._changed.notify_all()

    def get(self, path: str) -> bytes | None:
        """Return a page; none for a path of no page."""
        made = self._pages.get(path)
        return made() if made else None

    def later_than(self, version: int) -> int:
        """Return the version once it is another, or the same after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, timeout=_WAIT)
            return self.version


def server_of(pages: ServedPages, port: int) -> ThreadingHTTPServer:
    """Return a server of pages on this machine; 0 is any free port. Raises OSError where the port is in use."""

    class Handler(_Handler):
        """Answers for these pages."""

    Handler.pages = pages
    server = _Server((ADDRESS, port), Handler)
    Handler.port = server.server_port
    return server


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # else it could not be started again for a minute; Windows shares ports

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: whoever looks may close the page in the middle of an answer."""


class _Handler(BaseHTTPRequestHandler):
    pages: ClassVar[ServedPages]
    port: ClassVar[int]
    server_version, sys_version = "roadmapc", ""

    def do_GET(self) -> None:
        """Answer a request for a page, or for the stream of news."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer as for a page, without it."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        if not self._is_for_me():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "this server answers to 127.0.0.1 alone")
            return
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS and with_body:
            self._tell_news()
            return
        try:
            body = self.pages.get("/index.html" if path == "/" else path)
        except Exception as error:  # noqa: BLE001 (whatever a page meets, the server goes on, and says what it was)
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR, type(error).__name__)
            return
        if body is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._head(_TYPES.get(path[path.rfind(".") :], _TYPES[".html"]), length=len(body))
        if path.startswith("/documents/"):
            self.send_header("Content-Security-Policy", _DOCUMENT)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _is_for_me(self) -> bool:
        return self.headers.get("Host", "") in {f"{name}:{self.port}" for name in (ADDRESS, "localhost")}

    def _head(self, kind: str, *, length: int | None = None) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Referrer-Policy", "no-referrer")
        if length is not None:
            self.send_header("Content-Length", str(length))

    def _tell_news(self) -> None:
        """Tell the version, and each later one, until nobody listens (server-sent events, HTML §9.2)."""
        self._head("text/event-stream; charset=utf-8")
        self.end_headers()
        told = -1
        while True:
            now = self.pages.later_than(told) if told >= 0 else self.pages.version
            self.wfile.write(b": nothing new\n\n" if now == told else b"data: %d\n\n" % now)
            self.wfile.flush()
            told = now

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for what was rebuilt."""
