"""Proves that files of a revision are read as they were, and that nothing that a repository says is run for it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.source.decoding import MAX_BYTES
from roadmapc.workspace import git_objects, git_program
from roadmapc.workspace.git_objects import NotThere, revision
from tests.repositories import commit, git, needs_git, repository, write

pytestmark = needs_git
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a repository whose file was changed after the tag «v1»."""
    folder = repository(tmp_path / "repo")
    commit(folder, "v1", roadmaps__a="раз\r\n", owners="кто")
    commit(folder, "v2", roadmaps__a="два\n")
    return folder


def test_a_file_is_read_as_it_was(place: Path) -> None:
    """By tag, branch, hash and expressions; byte for byte."""
    for name in ("v1", "main~1", "HEAD^", revision(place, "v1").hash, revision(place, "v1").hash[:8]):
        found = revision(place / "roadmaps", name)
        assert found.content(place / "roadmaps" / "a") == "раз\r\n".encode()
        assert found.content(place / "roadmaps" / ".." / "owners") == "кто".encode()
    assert revision(place, "v2").content(place / "roadmaps" / "a") == "два\n".encode()


def test_the_hash_is_whole(place: Path) -> None:
    """What is read afterwards goes by the hash: a branch that moves meanwhile changes nothing."""
    found = revision(place, "main")
    commit(place, roadmaps__a="три")
    assert len(found.hash) == 40
    assert found.content(place / "roadmaps" / "a") == "два\n".encode()


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "v9",
        "-v1",
        "--all",
        "--git-dir=/tmp",
        "-c",
        "v1:roadmaps/a",
        "v1..v2",
        "a\0b",
        "HEAD^{tree}",
        "$(id)",
        ";id",
    ],
)
def test_what_is_no_revision_is_told(place: Path, name: str) -> None:
    """What begins with «-» is no option, and what names a file no revision."""
    with pytest.raises(UserError, match="no revision"):
        revision(place, name)


def test_a_tag_that_looks_like_an_option_is_one_all_the_same(place: Path) -> None:
    """git itself makes none; a file of that name among the tags is read."""
    write(place / ".git" / "refs" / "tags" / "--all", revision(place, "v1").hash + "\n")
    assert revision(place, "--all").content(place / "roadmaps" / "a") == "раз\r\n".encode()


@pytest.mark.parametrize(
    "name",
    ["-rf", "--help", "a b", "имя.yaml", "a\\b" if os.name != "nt" else "c", "HEAD:x" if os.name != "nt" else "d"],
)
def test_names_of_files_are_no_options(place: Path, name: str) -> None:
    """Trees are read as objects, so that no name needs to be quoted."""
    write(place / name, name)
    commit(place)
    assert revision(place, "HEAD").content(place / name) == name.encode()


def test_a_file_that_was_not_there_is_told(place: Path) -> None:
    """Nor is a folder of that name one, nor what lies outside."""
    write(place / "new", "x")
    for path in (place / "new", place / "owners" / "x", place.parent / "x", place / "none" / "x"):
        with pytest.raises(NotThere, match="did not exist at v1"):
            revision(place, "v1").content(path)
    with pytest.raises(UserError, match="it was a folder"):
        revision(place, "v1").content(place / "roadmaps")


@posix
def test_links_are_followed_inside_alone(place: Path) -> None:
    """As they were then; one that leads out is told."""
    (place / "roadmaps" / "owners").symlink_to("../owners")
    (place / "out").symlink_to("../../etc/passwd")
    (place / "abs").symlink_to("/etc/passwd")
    (place / "round").symlink_to("round")
    (place / "dir").symlink_to("roadmaps/.")
    commit(place)
    found = revision(place, "HEAD")
    assert found.content(place / "roadmaps" / "owners") == "кто".encode()
    assert found._entry(["dir", "a"], place) == found._entry(["roadmaps", "a"], place)
    for name in ("out", "abs", "round"):
        with pytest.raises(UserError, match="a link led"):
            found.content(place / name)


def test_letters_taken_apart_are_found(place: Path) -> None:
    """macOS names files so; the name is the same to people."""
    write(place / "и\u0306.yaml", "x")
    commit(place)
    assert revision(place, "HEAD").content(place / "й.yaml") == b"x"


def test_a_file_that_is_too_large_is_not_read(place: Path) -> None:
    """Its size is asked for first."""
    commit(place, big=b"0" * (MAX_BYTES + 1))
    with pytest.raises(UserError, match="too large"):
        revision(place, "HEAD").content(place / "big")


def test_no_repository(tmp_path: Path) -> None:
    """It is said, with what to do instead."""
    with pytest.raises(UserError, match="no git repository") as error:
        revision(tmp_path, "HEAD")
    assert "OLD NEW" in str(error.value.hint)


def test_no_commit_yet(tmp_path: Path) -> None:
    """There is no revision in a new repository."""
    with pytest.raises(UserError, match="no revision"):
        revision(repository(tmp_path / "new"), "HEAD")


def test_no_git(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One in the working folder is none: it is not started."""
    monkeypatch.setattr(git_program, "_USUAL", ())
    mine = place / "git"
    mine.write_text(f"#!/bin/sh\necho > {place}/started\n", encoding="utf-8")
    mine.chmod(0o755)
    monkeypatch.chdir(place)
    monkeypatch.setenv("PATH", f".{os.pathsep}{place}")
    with pytest.raises(UserError, match="git is not installed"):
        revision(place, "v1")
    assert not (place / "started").exists()


def test_a_bare_repository_is_not_read(place: Path) -> None:
    """One that lies among files may be anybody's."""
    git(place.parent, "clone", "-q", "--bare", str(place), str(place / "bare"))
    with pytest.raises(UserError, match="bare"):
        revision(place / "bare", "HEAD")


@posix
def test_a_repository_of_somebody_else_is_refused_by_git(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though the environment names the repository, which would switch git's own refusal off."""
    real = git_program.find()
    wrapper = place.parent / "bin" / "git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{real}" "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", str(wrapper.parent))
    monkeypatch.setenv("GIT_DIR", str(place / ".git"))
    with pytest.raises(UserError, match="another user") as error:
        revision(place, "v1")
    assert f"safe.directory {place}" in str(error.value.hint)


@posix
def test_git_that_hangs_or_floods_is_stopped(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit of time, and of size."""
    monkeypatch.setattr(git_program, "_SECONDS", 0.3)
    monkeypatch.setenv("PATH", str(place.parent / "bin"))
    wrapper = place.parent / "bin" / "git"
    wrapper.parent.mkdir()
    for line, words in (
        ("exec /bin/sleep 60", "did not answer"),
        ("exec /usr/bin/yes", "answers more"),
        ("exit 3", "refuses"),
    ):
        wrapper.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        wrapper.chmod(0o755)
        with pytest.raises(UserError, match=words):
            revision(place, "v1")


@posix
def test_nothing_that_a_repository_says_is_run(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No hook, fsmonitor, alias, filter, textconv, pager, askpass, ssh or credential helper; no variable either."""
    mark = place.parent / "ran"
    script = place.parent / "evil"
    script.write_text(f"#!/bin/sh\necho $0 >> {mark}\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    commit(place, "v3", **{".gitattributes": "* filter=evil diff=evil\n"}, roadmaps__a="четыре\n")
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        write(place / ".git" / "hooks" / hook, script.read_text())
        (place / ".git" / "hooks" / hook).chmod(0o755)
    for key, value in {
        "core.fsmonitor": str(script),
        "core.pager": str(script),
        "core.editor": str(script),
        "core.askPass": str(script),
        "core.sshCommand": str(script),
        "core.gitProxy": str(script),
        "core.alternateRefsCommand": str(script),
        "credential.helper": str(script),
        "alias.cat-file": f"!{script}",
        "alias.rev-parse": f"!{script}",
        "filter.evil.smudge": str(script),
        "filter.evil.clean": str(script),
        "filter.evil.process": str(script),
        "filter.evil.required": "true",
        "diff.evil.textconv": str(script),
        "diff.evil.command": str(script),
        "pager.cat-file": str(script),
        "uploadpack.packObjectsHook": str(script),
    }.items():
        git(place, "config", key, value)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_EXEC_PATH"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'core.bare=true'")
    for name in ("GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_ASKPASS", "SSH_ASKPASS"):
        monkeypatch.setenv(name, str(script))
    assert revision(place, "v3").content(place / "roadmaps" / "a") == "четыре\n".encode()
    assert revision(place, "v1").content(place / "roadmaps" / "a") == "раз\r\n".encode()
    assert not mark.exists()


@posix
def test_nothing_is_fetched(place: Path) -> None:
    """An object that a clone in part has left out is told; what would fetch it is not run."""
    mark = place.parent / "ran"
    git(place, "config", "uploadpack.allowFilter", "true")
    part = place.parent / "part"
    git(place.parent, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{place}", str(part))
    git(part, "config", "remote.origin.url", f"ext::sh -c echo% x% >>% {mark}")
    git(part, "config", "protocol.ext.allow", "always")
    git(part, "config", "protocol.allow", "always")
    with pytest.raises(UserError, match="cloned in part") as error:
        revision(part, "v1").content(part / "roadmaps" / "a")
    assert error.value.hint
    assert not mark.exists()


def test_replaced_objects_are_passed_over(place: Path) -> None:
    """A ref that puts another commit in the place of a signed one changes nothing."""
    git(place, "replace", revision(place, "v1").hash, revision(place, "v2").hash)
    assert revision(place, "v1").content(place / "roadmaps" / "a") == "раз\r\n".encode()


def test_hashes_of_both_kinds(tmp_path: Path) -> None:
    """A repository may name its objects by SHA-256."""
    folder = tmp_path / "long"
    folder.mkdir()
    try:
        repository(folder, "--object-format=sha256")
    except subprocess.CalledProcessError:
        pytest.skip("this git makes none")
    commit(folder, "v1", a="раз")
    found = revision(folder, "v1")
    assert (len(found.hash), found.content(folder / "a")) == (64, "раз".encode())


@posix
def test_a_working_tree_elsewhere(place: Path) -> None:
    """A setting that leads git to another folder does not lead us there."""
    git(place, "config", "core.worktree", str(place.parent))
    assert revision(place, "v1").root in {place, place.parent}
    git(place, "config", "core.worktree", "/usr")
    with pytest.raises(UserError):
        revision(place, "v1")


def test_a_tree_that_is_cut_off_is_no_crash() -> None:
    """Objects are checked by git; what comes is parsed as far as it is whole."""
    entry = b"100644 a\0" + bytes(20)
    assert [*git_objects._entries(entry, 20)] == ["a"]
