"""Proves that files are named from the root of their repository, wherever the program is run."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.workspace import repository

Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path, clean: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of a project with a roadmap in which something is missing."""
    for name in ("CI_PROJECT_DIR", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "project" / "roadmaps"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(clean.replace("owners: методист", "id: x"), "utf-8")
    return tmp_path / "project"


def places(call: Call, form: str, *arguments: str | Path, cwd: Path, **variables: str) -> set[str]:
    """Return the names of files in a report."""
    text = call("check", "--format", form, *arguments, cwd=cwd, **variables).stdout
    if form == "github":
        return {
            word[5:] for line in text.splitlines() for word in line.split(" ", 1)[1].split(",") if word[:5] == "file="
        }
    if form == "gitlab":
        return {one["location"]["path"] for one in json.loads(text)}
    results = json.loads(text)["runs"][0]["results"]
    return {place["physicalLocation"]["artifactLocation"]["uri"] for one in results for place in one["locations"]}


@pytest.mark.parametrize("form", ["gitlab", "github", "sarif"])
def test_a_file_is_named_from_the_root(form: str, project: Path, call: Call) -> None:
    """Named whole in the root, or in a folder below of what a job says or git has made the root."""
    wanted = {"roadmaps/a.yaml"}
    below = project / "roadmaps"
    assert places(call, form, below, cwd=project) == wanted
    assert places(call, form, "a.yaml", cwd=below, CI_PROJECT_DIR=str(project)) == wanted
    assert places(call, form, below / "a.yaml", cwd=below, GITHUB_WORKSPACE=str(project)) == wanted
    (project / ".git").mkdir()
    assert places(call, form, "./a.yaml", cwd=below) == wanted


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_root_behind_a_link(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The root may be called otherwise than the folder in which one stands."""
    link = project.parent / "link"
    link.symlink_to(project)
    monkeypatch.chdir(project / "roadmaps")
    monkeypatch.setenv("CI_PROJECT_DIR", str(link))
    assert repository.naming()("a.yaml") == "roadmaps/a.yaml"
    assert repository.naming()(str(link / "roadmaps" / "a.yaml")) == "roadmaps/a.yaml"


def test_a_file_elsewhere_keeps_its_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A root that is not there changes nothing for the files in the working folder."""
    monkeypatch.chdir(project / "roadmaps")
    monkeypatch.setenv("CI_PROJECT_DIR", str(project / "nowhere"))
    assert repository.naming()("../../other.yaml") == "../../other.yaml"
    assert repository.naming()("a.yaml") == "a.yaml"
