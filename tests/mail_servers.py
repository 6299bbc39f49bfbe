"""Mail servers on the loopback, real ones and bad ones, and a certificate that nobody knows."""

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


class Post:
    """What a server has seen: letters with their recipients, those who logged in, the words of its clients."""

    def __init__(self, refused: str = "", answer: str = "250 OK", password: str = "secret-8", wait: float = 0) -> None:
        self.letters: list[tuple[str, bytes]] = []
        self.logins: list[tuple[bytes, bytes, bool]] = []
        self.refused, self.answer, self.password, self.wait = refused, answer, password, wait

    async def handle_RCPT(  # noqa: N802 (as aiosmtpd calls it)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self.refused:
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.original_content
        assert content is not None
        self.letters += [(address, content) for address in envelope.rcpt_tos]
        await asyncio.sleep(self.wait)
        return self.answer

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert server.transport is not None
        is_encrypted = server.transport.get_extra_info("ssl_object") is not None
        self.logins.append((data.login, data.password, is_encrypted))
        return AuthResult(success=data.password.decode() == self.password, handled=False)


def free_port() -> int:
    """Return a port of the loopback that nobody listens to."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


@contextmanager
def server(
    post: Post, *, tls: ssl.SSLContext | None = None, starttls: bool = False, auth: bool = False
) -> Iterator[int]:
    """Run a server on a free port of the loopback: plain, with implicit TLS, or with STARTTLS."""
    options: dict[str, Any] = {}
    if auth:
        options |= {"authenticator": post.authenticate, "auth_require_tls": tls is not None and starttls}
        options |= {"auth_required": True}
    if tls and starttls:
        options |= {"tls_context": tls, "require_starttls": True}
    elif tls:
        options["ssl_context"] = tls
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        controller = Controller(post, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        try:
            yield controller.port
        finally:
            controller.stop(no_assert=True)


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """Make a certificate for localhost that no authority has signed; return it and what a server uses it with."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost"]
    subprocess.run(
        [*command, "-addext", names, "-keyout", str(key), "-out", str(cert)],
        check=True,
        capture_output=True,
        timeout=60,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return cert, context


@contextmanager
def talker(*lines: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Run a server that says fixed lines, one for each that it hears, then nothing; yield its port, what it heard."""
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    is_over = threading.Event()

    def accepted() -> socket.socket | None:
        while not is_over.is_set():
            with suppress(OSError):
                return listening.accept()[0]
        return None

    def talk() -> None:
        peer = accepted()
        if peer is None:
            return
        with peer:
            peer.settimeout(5)
            said = [*lines]
            peer.sendall(said.pop(0))
            file = peer.makefile("rb")
            try:
                for line in file:
                    heard.append(line)
                    in_data = any(one.upper().startswith(b"DATA") for one in heard[:-1])
                    if in_data and line != b".\r\n":
                        continue
                    if not said:
                        time.sleep(1.5)
                        return
                    peer.sendall(said.pop(0))
            except OSError:
                return

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    try:
        yield int(listening.getsockname()[1]), heard
    finally:
        is_over.set()
        thread.join(10)
        listening.close()
