"""What a roadmap says of its base form: a name («tsunta», of templates/tsunta.docx), or a path that ends in .docx.

Light on purpose: a check of unchanged files looks at forms with nothing else loaded.
"""

from __future__ import annotations

from typing import NamedTuple

from roadmapc.diagnostics import Message
from roadmapc.diagnostics.project_paths import refusal

SUFFIX = ".docx"
_OTHERS = (".doc", ".docm", ".dot", ".dotx", ".dotm", ".rtf", ".odt", ".ott", ".pdf")


class FormFault(NamedTuple):
    """Why the form that a roadmap names cannot be used, and what to do."""

    message: Message
    hint: Message | None = None


def is_path(text: str) -> bool:
    """Say whether a form is named by its path from the roadmap's folder; else it lies among the templates."""
    return text.lower().endswith(SUFFIX)


def form_fault(text: str) -> FormFault | None:
    """Return what is wrong with the text alone: a path that may not be followed, another kind of file."""
    if why := refusal(text):
        return FormFault(why, how_to_name())
    if text.lower().endswith(_OTHERS):
        message = Message("“{form}” is no form: a form is a Word document whose name ends in .docx", form=text)
        return FormFault(message, Message("save it in Word as a plain document (.docx)"))
    if "/" in text and not is_path(text):
        return FormFault(Message("“{form}” is a path that does not end in .docx", form=text), how_to_name())
    return None


def how_to_name() -> Message:
    """Return how a form is named."""
    return Message("name a form of templates/ (tsunta), or its path from this file (../forms/tsunta.docx)")
