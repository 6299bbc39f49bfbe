"""The connection to a scheduler of Dask: by TLS with certificates of both sides, or on this machine alone."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from roadmapc.diagnostics import Message, UserError

Client = Any
"""The library's own: most of it has no types."""
WAIT = 10.0
"""Seconds in which a scheduler answers, and has a worker."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_TLS = ("ca.pem", "cert.pem", "key.pem")


@contextmanager
def connected(address: str, *, tls: Path | None, insecure: bool) -> Iterator[Client]:
    """Connect to a scheduler, `tls://host:8786`; raises UserError where that cannot be, or would not be safe.

    `tls` is the folder with `ca.pem`, `cert.pem` and `key.pem`. Without encryption only this machine is spoken to,
    unless `insecure` says otherwise.
    """
    scheme, host, port = _parts_of(address)
    if scheme == "tls" and tls is None:
        raise UserError(Message("a scheduler by TLS needs --tls FOLDER with ca.pem, cert.pem and key.pem"))
    if scheme == "tcp" and host not in _LOOPBACK and not insecure:
        hint = Message("use tls:// with --tls, or say --insecure-scheduler in a closed network")
        raise UserError(Message("whoever is in the network could run programs here by a scheduler without TLS"), hint)
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        hint = Message("install it in the program's folder: pip install {extra}", extra='".[fleet]"')
        raise UserError(Message("--scheduler needs the extra “fleet”, which is not installed"), hint) from error
    for name in ("distributed", "distributed.client"):  # what goes wrong is said by us, in a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    security = _security(tls) if tls else None
    gone = UserError(Message("no scheduler answers at {address}", address=address))
    if not _is_listened_to(host, port):
        raise gone
    try:
        client = _client_class(distributed)(address, timeout=WAIT, security=security, set_as_default=False)
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        raise gone from error
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError as error:
        client.close(timeout=1)
        raise UserError(Message("the scheduler at {address} has no workers", address=address)) from error
    try:
        yield client
    finally:
        with suppress(Exception):  # it may be gone
            client.close(timeout=1)


def _parts_of(address: str) -> tuple[str, str, int]:
    """Return protocol, host and port of an address; raises UserError for what is none."""
    with suppress(ValueError):  # of what is no address or number of a port
        parts = urlsplit(address)
        is_plain = parts.scheme in {"tcp", "tls"} and not (parts.path or parts.query or parts.fragment)
        if is_plain and parts.hostname and parts.port:
            return parts.scheme, parts.hostname, parts.port
    raise UserError(
        Message("--scheduler: an address like tls://host:8786 or tcp://127.0.0.1:8786: {text}", text=address)
    )


def _is_listened_to(host: str, port: int) -> bool:
    """Say whether anybody answers within some seconds; the library asks for long, and is loud when it gives up."""
    end = time.monotonic() + WAIT
    while True:
        with suppress(OSError, UnicodeError), socket.create_connection((host, port), timeout=WAIT):
            return True
        if time.monotonic() > end:
            return False
        time.sleep(0.2)


def _client_class(distributed: Any) -> Any:
    """Return the library's client that is closed by us alone: of one that never connected it prints a traceback."""

    class Quiet(distributed.Client):  # type: ignore[misc]  # most of the library has no types
        def __del__(self) -> None:
            pass

    return Quiet


def _security(folder: Path) -> Any:
    for name in _TLS:
        if not (folder / name).is_file():
            raise UserError(Message("there is no such file: {path}", path=folder / name))
    ca, cert, key = (str(folder / name) for name in _TLS)
    return import_module("distributed").Security(
        tls_ca_file=ca, tls_client_cert=cert, tls_client_key=key, require_encryption=True
    )
