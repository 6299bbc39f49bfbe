"""`roadmapc schema`: the JSON Schema that lets an editor complete and explain."""

from __future__ import annotations

import json
import sys

from roadmapc.cli import _edge

HELP = "Print the JSON Schema of the source format, for an editor."


def command() -> int:
    """Print the schema."""
    from roadmapc.schema import roadmap_schema

    sys.stdout.write(json.dumps(roadmap_schema(), ensure_ascii=False, indent=2) + "\n")
    return _edge.OK
