"""An error as Shelfwise reports it: a code, and a sentence that says what, where and what to do."""

from __future__ import annotations


class Problem(Exception):
    """The only error that this package raises on purpose."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message

    def told(self) -> dict[str, str]:
        return {"code": self.code, "message": self.message}


class NodeProblem(Problem):
    """A problem of the computer rather than of the work: the same unit may succeed on a retry."""
