"""Problems as values: the text they lie in, what is wrong there, and what would cure it."""

from roadmapc.diagnostics.diagnostic import (
    Count,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Message,
    Route,
    Severity,
    Translate,
    UserError,
)
from roadmapc.diagnostics.source import Position, Source, Span

__all__ = [
    "Count",
    "Diagnostic",
    "Edit",
    "Fix",
    "Label",
    "Message",
    "Position",
    "Route",
    "Severity",
    "Source",
    "Span",
    "Translate",
    "UserError",
]
