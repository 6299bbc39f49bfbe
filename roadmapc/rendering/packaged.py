"""The files that travel with the program: `templates/` and `schemas/`, in the wheel or in a checkout."""

from __future__ import annotations

from pathlib import Path


def packaged(name: str) -> Path:
    """Return the folder of that name: inside the installed package, else beside it in the checkout."""
    package = Path(__file__).parent.parent
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent / name
