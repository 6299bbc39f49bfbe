"""Proves that a template is read as a regular file within limits, or told by its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from roadmapc.rendering.template_loading import MOST_BYTES
from roadmapc.rendering.templates import TemplateProblem, Templates


def refusal(folder: Path) -> str:
    """Return why a template is refused, with its place."""
    with pytest.raises(TemplateProblem) as problem:
        Templates((folder,)).check("order.html")
    return f"{problem.value.place}: {problem.value.message}"


def test_a_template_of_a_folder_comes_before_the_packaged_one(tmp_path: Path) -> None:
    """With a mark of an editor or without it; where it says nothing, the packaged one is taken."""
    templates = Templates((tmp_path,))
    templates.check("order.html")
    (tmp_path / "order.html").write_bytes(b'\xef\xbb\xbf<document title="a"><section><p>b</p></section></document>')
    assert Templates((tmp_path,)).document("order.html", {}).title == "a"


def test_what_is_no_template(tmp_path: Path) -> None:
    """A pipe, a device, a folder, a link that leads nowhere, a file beyond the limit, another encoding."""
    path = tmp_path / "order.html"
    os.mkfifo(path)
    assert refusal(tmp_path) == "order.html: this is a device or a pipe, not a file"
    for target, words in (("/dev/zero", "a device"), (".", "cannot be read"), ("nowhere", "cannot be read")):
        path.unlink()
        path.symlink_to(target)
        assert words in refusal(tmp_path)
    path.unlink()
    path.write_bytes(b"a" * (MOST_BYTES + 1))
    assert refusal(tmp_path) == "order.html: the template is larger than 1 MB"
    path.write_bytes("Приказ".encode("cp1251"))
    assert refusal(tmp_path) == "order.html: the template is not in UTF-8"


@pytest.mark.parametrize("name", ["parts/head.html", "head.jinja"])
def test_only_files_of_the_folder_itself_are_templates(tmp_path: Path, name: str) -> None:
    """A build looks for changes in these: what another file says would be taken for what was built before."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("План", "utf-8")
    (tmp_path / "order.html").write_text(f'{{% include "{name}" %}}', "utf-8")
    with pytest.raises(TemplateProblem) as problem:
        Templates((tmp_path,)).document("order.html", {})
    assert str(problem.value.message) == "only .html files of the folder itself are templates"


def test_a_template_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    """Who keeps the templates of a build open sees what an office writes into them."""
    path = tmp_path / "order.html"
    templates = Templates((tmp_path,))
    for title in ("a", "b"):
        path.write_text(f'<document title="{title}"><section><p>b</p></section></document>', "utf-8")
        os.utime(path, ns=(0, ord(title)))
        assert templates.document("order.html", {}).title == title
