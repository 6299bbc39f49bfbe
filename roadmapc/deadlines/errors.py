"""What was not understood."""

from __future__ import annotations

from roadmapc.diagnostics import Message


class DeadlineError(ValueError):
    """A text that is no deadline, or not one that can be dated without guessing.

    `start` and `end` are character offsets in the text of the very word; `suggestion` is a wording that would do,
    `outside` says that the words are clear but mean no day of the period.
    """

    def __init__(
        self, message: Message, start: int = 0, end: int = 0, suggestion: str | None = None, *, outside: bool = False
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.start = start
        self.end = end
        self.suggestion = suggestion
        self.outside = outside
