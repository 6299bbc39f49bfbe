"""`roadmapc schema`: the JSON Schema that lets an editor complete and explain."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from roadmapc.cli import _output, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFile

GROUP = "prepare"
HELP = "Print the JSON Schema of a source file, for an editor."


def command(
    kind: Annotated[
        str,
        typer.Argument(
            help=_(
                "Of which kind of file: roadmap, base (a base plan), marks (what is done), edition (a signed text), "
                "criteria (of a region), owners (owners.yaml)."
            )
        ),
    ] = "roadmap",
    out: OutFile = None,
) -> int:
    """Print the schema of roadmaps, or of what they share."""
    from roadmapc.source.schema import (
        base_schema,
        criteria_schema,
        edition_schema,
        marks_schema,
        owners_schema,
        roadmap_schema,
    )

    schemas = {
        "roadmap": roadmap_schema,
        "base": base_schema,
        "marks": marks_schema,
        "edition": edition_schema,
        "criteria": criteria_schema,
        "owners": owners_schema,
    }
    schema = schemas[_terminal.choice(kind, _("KIND"), schemas)]()
    with _output.into(out):
        _terminal.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return _terminal.OK
