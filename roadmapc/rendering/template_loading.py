"""Where templates are found: one folder after another, each file read within limits, its mistakes told by its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from jinja2.exceptions import TemplateNotFound
from jinja2.loaders import split_template_path

from roadmapc.diagnostics import Message
from roadmapc.diagnostics.regular_files import NotRegular, TooLarge, read_regular

MOST_BYTES = 1_000_000
SUFFIX = ".html"


class TemplateProblem(Exception):
    """A template cannot be used: what is wrong, in which template, at which line (0: unknown)."""

    def __init__(self, message: Message, template: str, line: int = 0) -> None:
        super().__init__(str(message))
        self.message = message
        self.template = template
        self.line = line

    @property
    def place(self) -> str:
        """Return where the problem is: «attachment.html:12»."""
        return f"{self.template}:{self.line}" if self.line else self.template


class FolderLoader(FileSystemLoader):
    """Jinja's loader of one folder; what is no file, or longer than a template is, is a problem of that template."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 (as Jinja calls it)
        """Return the text of a template and where it is; raises TemplateProblem, or TemplateNotFound."""
        path = Path(self.searchpath[0], *split_template_path(template))
        if not os.path.lexists(path):
            raise TemplateNotFound(template)
        if "/" in template or path.suffix != SUFFIX:  # of others nobody would see that they have changed
            raise TemplateProblem(
                Message("only {suffix} files of the folder itself are templates", suffix=SUFFIX), template
            )
        try:
            changed = path.stat().st_mtime_ns
            text = read_regular(path, MOST_BYTES).decode("utf-8-sig")
        except TooLarge:
            most = MOST_BYTES // 1_000_000
            raise TemplateProblem(Message("the template is larger than {most} MB", most=most), template) from None
        except NotRegular:
            raise TemplateProblem(Message("this is a device or a pipe, not a file"), template) from None
        except UnicodeDecodeError:
            raise TemplateProblem(Message("the template is not in UTF-8"), template) from None
        except OSError:
            raise TemplateProblem(Message("the template cannot be read"), template) from None
        return text.replace("\r\n", "\n"), str(path), lambda: _is_unchanged(path, changed)


def _is_unchanged(path: Path, changed: int) -> bool:
    try:
        return path.stat().st_mtime_ns == changed
    except OSError:
        return False
