"""What several commands take, declared once, so that it is called and explained alike everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from roadmapc.cli._language import translate as _

Paths = Annotated[list[Path] | None, typer.Argument(metavar="PATHS", help=_("Files or folders; by default roadmaps/."))]
PathsOrStdin = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help=_("Files or folders, - for standard input; by default roadmaps/.")),
]
OutFolder = Annotated[Path, typer.Option("--out", "-o", help=_("The folder to write into."))]
OutFile = Annotated[
    Path | None, typer.Option("--out", "-o", "--output", help=_("Write what would be printed to this file."))
]
TemplatesFolder = Annotated[
    Path | None, typer.Option("--templates", help=_("A folder of your own templates and forms; they are used first."))
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DAY", help=_("The day to take for today: 2023-07-01 or 01.07.2023.")),
]
YearOfMonth = Annotated[int | None, typer.Option(help=_("The year of --month."))]
FirstDay = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help=_("First day, instead of --month; else today."))
]
LastDay = Annotated[str | None, typer.Option("--until", "--to", metavar="DAY", help=_("Last day, instead of --month."))]
OfOwner = Annotated[str, typer.Option(help=_("Only rows of this owner (part of the name or alias)."))]
OfMunicipality = Annotated[str, typer.Option(help=_("Only this municipality (part of the name)."))]


def printed_as(*names: str) -> Any:
    """Return the option for the form of what is printed."""
    return typer.Option("--format", help=_("Output: {formats}.").format(formats=", ".join(names)))
