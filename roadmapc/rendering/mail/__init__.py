"""Letters: a document as the two parts of a letter, HTML as mail programs show it and plain text, from one tree."""

from roadmapc.rendering.mail.html import html
from roadmapc.rendering.mail.text import text

__all__ = ["html", "text"]
