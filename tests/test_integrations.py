"""Proves that the hooks, the action and the examples for CI fit the tools they are for, and that their scripts run.

So do the repository's own hooks, workflows and forms.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import junitparser
import pytest
from identify import identify
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
CI = ROOT / "tests" / "data" / "ci"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GITHUB = ROOT / ".github"
ACTION = GITHUB / "actions" / "check" / "action.yml"
OWN_HOOKS = ROOT / ".pre-commit-config.yaml"

pytestmark = pytest.mark.slow
needs_bash = pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="the scripts are for bash")


def loaded(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def tool(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a module of the development environment."""
    command = [sys.executable, "-m", *map(str, arguments)]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(cwd / "pre-commit")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def bash(tmp_path: Path, roadmaps: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs a script as GitHub does, beside the roadmaps; `pip` writes what it is asked."""
    commands = tmp_path / "commands"
    commands.mkdir()
    installed = tmp_path / "installed"
    programs = {
        "roadmapc": f'PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m roadmapc "$@"',
        "pip": f'printf "%s\\n" "$@" > {shlex.quote(str(installed))}',
        "python": 'shift 2; exec pip "$@"',  # -m pip
    }
    for name, script in programs.items():
        (commands / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (commands / name).chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    shutil.copytree(roadmaps, work / "roadmaps")

    def done(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        file = tmp_path / "script.sh"
        file.write_text(script, encoding="utf-8")
        path = f"{commands}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", **variables}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)]
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, encoding="utf-8", check=False)

    return done


# pre-commit


def test_pre_commit_takes_the_hooks(tmp_path: Path) -> None:
    result = tool("pre_commit", "validate-manifest", HOOKS, cwd=tmp_path)
    assert (result.returncode, result.stdout + result.stderr) == (0, "")
    (tmp_path / "bad.yaml").write_text(HOOKS.read_text("utf-8").replace("  entry: ", "  run: "), encoding="utf-8")
    assert tool("pre_commit", "validate-manifest", "bad.yaml", cwd=tmp_path).returncode == 1


def test_pre_commit_takes_the_example(tmp_path: Path) -> None:
    """The example's configuration is valid, and names hooks that there are."""
    path = CI / "pre-commit-config.yaml"
    result = tool("pre_commit", "validate-config", path, cwd=tmp_path)
    assert (result.returncode, result.stdout + result.stderr) == (0, "")
    (repository,) = loaded(path)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in loaded(HOOKS)}


def test_the_own_hooks_fetch_nothing(tmp_path: Path) -> None:
    """They are valid, all of this repository, and need no environment but the one that `make` sets up."""
    result = tool("pre_commit", "validate-config", OWN_HOOKS, cwd=tmp_path)
    assert (result.returncode, result.stdout + result.stderr) == (0, "")
    assert {repository["repo"] for repository in loaded(OWN_HOOKS)["repos"]} == {"local"}
    hooks = [hook for repository in loaded(OWN_HOOKS)["repos"] for hook in repository["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system", "pygrep"}
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks if hook["language"] == "system")


@pytest.mark.parametrize("hook", loaded(HOOKS), ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_on_the_files_it_names(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, roadmaps: Path, hook: dict[str, Any]
) -> None:
    """It passes over the real roadmaps and a shared directory, leaves them as they are, and fails for an omission."""
    shutil.copytree(roadmaps, tmp_path / "roadmaps")
    (tmp_path / "roadmaps" / "owners.yaml").write_text("owners:\n  методист: методист района\n", encoding="utf-8")
    (tmp_path / "roadmaps" / "notes.txt").write_text("no roadmap", encoding="utf-8")
    (tmp_path / "roadmapc.yaml").write_text("no: roadmap", encoding="utf-8")
    files = [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    chosen = [
        name
        for name in files
        if re.search(hook["files"], name) and set(hook["types"]) <= identify.tags_from_path(str(tmp_path / name))
    ]
    assert [Path(name).name for name in chosen] == sorted([path.name for path in roadmaps.iterdir()] + ["owners.yaml"])
    before = {name: (tmp_path / name).read_bytes() for name in files}
    program, *arguments = shlex.split(hook["entry"])
    assert program == "roadmapc"
    result = run(*arguments, *chosen, cwd=tmp_path, LANG="en_US.UTF-8")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    assert before == {name: (tmp_path / name).read_bytes() for name in files}
    path = tmp_path / "roadmaps" / "tsuntinsky.yaml"
    path.write_text(path.read_text("utf-8").replace("owners:", "comment:"), encoding="utf-8")
    assert run(*arguments, *chosen, cwd=tmp_path).returncode == 1


def test_a_shared_directory_that_is_named_is_told_of_once(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, clean: str
) -> None:
    """A hook is given the shared directory beside the roadmaps that use it."""
    (tmp_path / "owners.yaml").write_text("owners: [x\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(clean, encoding="utf-8")
    for files in (["a.yaml"], ["a.yaml", "owners.yaml"], ["owners.yaml"]):
        result = run("check", *files, "--format", "json", cwd=tmp_path)
        assert [(problem["file"], problem["code"]) for problem in json.loads(result.stdout)] == [
            ("owners.yaml", "RM001")
        ]


# GitHub


@pytest.mark.parametrize(
    ("schema", "path", "key"),
    [
        ("github-actions", ACTION, "runs:"),
        ("github-workflows", CI / "github-workflow.yml", "jobs:"),
        ("gitlab-ci", CI / "gitlab-ci.yml", "  script:"),
        ("github-workflows", GITHUB / "workflows" / "tests.yml", "jobs:"),
        ("github-workflows", GITHUB / "workflows" / "release.yml", "jobs:"),
        ("github-issue-forms", GITHUB / "ISSUE_TEMPLATE" / "bug.yml", "body:"),
        ("github-issue-forms", GITHUB / "ISSUE_TEMPLATE" / "wording.yml", "body:"),
        ("github-issue-config", GITHUB / "ISSUE_TEMPLATE" / "config.yml", "blank_issues_enabled:"),
        ("dependabot", GITHUB / "dependabot.yml", "updates:"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_a_file_fits_the_schema_of_its_service(tmp_path: Path, schema: str, path: Path, key: str) -> None:
    command = ("check_jsonschema", "--builtin-schema", f"vendor.{schema}")
    result = tool(*command, path, cwd=tmp_path)
    assert result.returncode == 0, result.stdout
    (tmp_path / "bad.yml").write_text(path.read_text("utf-8").replace(key, f"{key[:-1]}s:"), encoding="utf-8")
    assert tool(*command, "bad.yml", cwd=tmp_path).returncode == 1


def test_the_workflow_tests_the_lowest_and_the_highest_python() -> None:
    """They are those that the package says it runs on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [re.fullmatch(r"Programming Language :: Python :: (\d+\.\d+)", line) for line in project["classifiers"]]
    versions = [match[1] for match in named if match]
    assert project["requires-python"] == f">={versions[0]}"
    jobs = loaded(GITHUB / "workflows" / "tests.yml")["jobs"]
    assert [job["strategy"]["matrix"]["python"] for job in jobs.values()] == [[versions[0], versions[-1]]] * 2


def step(number: int, inputs: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Return the script of one of the action's steps and its variables, with expressions filled in."""
    action = loaded(ACTION)
    values = {f"inputs.{name}": str(one["default"]) for name, one in action["inputs"].items()}
    values |= {f"inputs.{name}": value for name, value in inputs.items()}
    values["github.action_path"] = str(ACTION.parent)
    found = action["runs"]["steps"][number]
    assert "${{" not in found["run"], "an input put into a script would be run"
    variables = {
        name: re.sub(r"\$\{\{ (.+?) \}\}", lambda match: values[match[1]], value)
        for name, value in found["env"].items()
    }
    return found["run"], variables


@needs_bash
@pytest.mark.parametrize(("version", "asked"), [("", ROOT), ("roadmapc==0.1.0", "roadmapc==0.1.0")])
def test_the_action_installs_its_own_checkout_or_what_is_asked(
    bash: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, version: str, asked: str | Path
) -> None:
    script, variables = step(1, {"version": version})
    assert bash(script, **variables).returncode == 0
    last = (tmp_path / "installed").read_text("utf-8").splitlines()[-1]
    assert (Path(last).resolve() if isinstance(asked, Path) else last) == asked
    assert not isinstance(asked, Path) or (asked / "pyproject.toml").is_file()


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "code", "begins", "summary"),
    [
        ({}, 0, "::notice title=roadmapc::6 files; 0 errors", "## roadmapc: 6 files; 0 errors"),
        (
            {"arguments": "--no-waivers  --today 2026-11-21"},
            1,
            "::notice title=roadmapc::6 files; 16 errors",
            "| 61 |",
        ),
        ({"arguments": "--no-waivers --fail-on never"}, 0, "::notice title=roadmapc::6 files; 16 errors", "| 61 |"),
        ({"paths": "roadmaps/mosalsky.yaml\nroadmaps/a b.yaml\n"}, 0, "::notice title=roadmapc::2 files;", "2 files;"),
        ({"format": "json"}, 0, "[", "## roadmapc: 6 files"),
        ({"format": "sarif", "output": "a b.sarif"}, 0, "", "## roadmapc: 6 files"),
        ({"paths": "nowhere"}, 2, "", None),
        ({"paths": "$(touch danger)"}, 2, "", None),
    ],
    ids=lambda value: str(next(iter(value.values()), "defaults")) if isinstance(value, dict) else "",
)
def test_the_action_checks_and_writes_the_summary(
    bash: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    inputs: dict[str, str],
    code: int,
    begins: str,
    summary: str | None,
) -> None:
    """Its exit code is the check's; the summary is there whether the check passes or fails, after what stood there."""
    work = tmp_path / "work"
    if "a b" in inputs.get("paths", ""):
        shutil.copy(work / "roadmaps" / "tsuntinsky.yaml", work / "roadmaps" / "a b.yaml")
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    script, variables = step(2, inputs)
    result = bash(script, GITHUB_STEP_SUMMARY=str(file), **variables)
    assert result.returncode == code, result.stderr
    assert result.stdout.startswith(begins)
    written = file.read_text("utf-8")
    assert written.startswith("before\n")
    assert (summary or "") in written
    assert (written == "before\n") == (summary is None)
    assert not (work / "danger").exists()
    if "output" in inputs:
        assert json.loads((work / inputs["output"]).read_text("utf-8"))["version"] == "2.1.0"


@needs_bash
def test_the_example_workflow_writes_what_it_uploads(
    bash: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    steps = loaded(CI / "github-workflow.yml")["jobs"]["check"]["steps"]
    assert [ROOT / one["uses"] for one in steps if one.get("uses", "").startswith("./")] == [ACTION.parent]
    (script,) = [one["run"] for one in steps if "run" in one]
    assert bash(script).returncode == 0
    (uploaded,) = [one["with"]["sarif_file"] for one in steps if "sarif_file" in one.get("with", {})]
    assert json.loads((tmp_path / "work" / uploaded).read_text("utf-8"))["version"] == "2.1.0"


# GitLab


@needs_bash
@pytest.mark.parametrize("broken", [False, True])
def test_the_example_for_gitlab_writes_its_reports(
    bash: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, broken: bool
) -> None:
    """Its lines leave both reports, whether the roadmaps pass or not, and the last one decides."""
    job = loaded(CI / "gitlab-ci.yml")["roadmaps"]
    path = tmp_path / "work" / "roadmaps" / "tsuntinsky.yaml"
    if broken:
        path.write_text(path.read_text("utf-8").replace("owners:", "comment:"), encoding="utf-8")
    result = bash("\n".join(job["script"]), **job["variables"])
    assert result.returncode == broken, result.stderr
    assert (tmp_path / "installed").read_text("utf-8").splitlines()[-1] == job["variables"]["ROADMAPC"]
    reports = {
        kind: (tmp_path / "work" / name).read_text("utf-8") for kind, name in job["artifacts"]["reports"].items()
    }
    assert bool(json.loads(reports["codequality"])) is broken
    document = junitparser.JUnitXml.fromstring(reports["junit"].encode())
    assert (document.tests >= 6, document.failures > 0) == (True, broken)
    assert job["artifacts"]["when"] == "always"
