"""Repositories of git for tests: made by the real program, with nothing of the user's own settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="needs git")
_OPTIONS = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str, **variables: str) -> str:
    """Run git in a folder and return what it prints; it must succeed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    program = shutil.which("git")
    assert program
    done = subprocess.run(
        [program, *_OPTIONS, *words],
        cwd=folder,
        env={**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def repository(folder: Path, *options: str) -> Path:
    """Return a new repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main", *options)
    return folder


def commit(folder: Path, tag: str = "", **files: str | bytes) -> str:
    """Write files by their paths («__» stands for «/»), commit all, and return the hash."""
    for name, content in files.items():
        write(folder / name.replace("__", "/"), content)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "x")
    if tag:
        git(folder, "tag", tag)
    return git(folder, "rev-parse", "HEAD").strip()


def write(path: Path, content: str | bytes) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
