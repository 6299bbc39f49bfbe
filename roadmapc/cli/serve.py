"""`roadmapc serve`: the page of `site` while sources are edited; it follows what is saved."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _terminal
from roadmapc.cli._language import language
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import Paths, Today
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, source_files

if TYPE_CHECKING:
    from roadmapc.cli._live_site import LiveSite, State
    from roadmapc.workspace.page_server import ServedPages

GROUP = "follow"
HELP = "Show the page in the browser while sources are edited: what is saved is seen at once. For this machine alone."
_EVERY = 0.2
"""Seconds between two looks at the times of files: it works on network drives, too."""


def command(
    paths: Paths = None,
    as_of: Annotated[str | None, typer.Option(metavar="DAY", help=_("The day to look at; by default today."))] = None,
    port: Annotated[int, typer.Option(help=_("The port; 0 is any free one."))] = 8017,
    open: Annotated[bool, typer.Option("--open", help=_("Open the page in the browser."))] = False,
    today: Today = None,
) -> int:
    """Serve until Ctrl+C."""
    from roadmapc.cli._live_site import LiveSite
    from roadmapc.cli._region import read_criteria
    from roadmapc.documents.web_page.settings import PageSettings
    from roadmapc.workspace.page_server import ADDRESS, ServedPages, server_of

    day = _terminal.day_of(today)
    state = _terminal.named_day(as_of, "--as-of") if as_of else day
    if not 0 <= port <= 65535:
        raise UserError(Message("--port: a number from 0 to 65535"))
    source_files.sources(paths or [])  # said before anything is served
    settings = PageSettings(state, internal=True, lang=language(), live=True)
    site = LiveSite(paths or [], day, settings, read_criteria(None))
    served = ServedPages()
    try:
        server = server_of(served, port)
    except OSError as error:
        why = os_errors.reason(error)
        raise UserError(
            Message("port {port} cannot be used: {why}", port=port, why=why), Message("name another: --port 0")
        ) from error
    before = site.state()  # taken first: what is saved while pages are made is seen next
    served.put(site.pages())
    Thread(target=_follow, args=(site, served, before), daemon=True).start()
    address = f"http://{ADDRESS}:{server.server_port}/"
    try:
        _terminal.say(Message("{address} – Ctrl+C ends it", address=address).text(_))
        if open:
            import webbrowser

            webbrowser.open(address)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        _terminal.say(_("stopped"))
    finally:
        server.server_close()
    return _terminal.OK


def _follow(site: LiveSite, served: ServedPages, before: State) -> None:
    """Look for changes for ever, and serve what is new; what goes wrong stands on the page until the next change."""
    while True:
        time.sleep(_EVERY)
        try:
            now = site.state()
            if now != before:
                before = now
                served.put(site.pages())
        except Exception as error:  # noqa: BLE001 (a thread that ended would leave a page that only looks alive)
            served.put(site.failed(f"{type(error).__name__}: {error}"))
