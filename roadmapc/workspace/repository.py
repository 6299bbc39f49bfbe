"""Where files are in their repository: reports that a page shows beside the files name them from there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

_VARIABLES = ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")
"""What GitLab and GitHub call the folder into which they have put the repository."""


def naming() -> Callable[[str], str]:
    """Return what names a file from the root of the repository; one that lies elsewhere keeps its name."""
    roots = [*_roots()]

    def place(name: str) -> str:
        for whole in (os.path.abspath(name), os.path.realpath(name)):  # noqa: PTH100 (a link is a file of its own)
            for root in roots:
                if Path(whole).is_relative_to(root):
                    return Path(whole).relative_to(root).as_posix()
        return name

    return place


def _roots() -> list[Path]:
    """Return the folders that may be the root, the likelier first, each as it is called and as it is."""
    here = Path.cwd()
    named = [Path(value) for name in _VARIABLES if (value := os.environ.get(name))]
    found = [folder for folder in (here, *here.parents) if (folder / ".git").exists()][:1]
    return [root for folder in (*named, *found, here) for root in (folder, Path(os.path.realpath(folder)))]
