"""What the driver tells the computer that asked: one JSON object a line, among the lines that Ray prints."""

from __future__ import annotations

import json
import sys
from typing import Any

MARK = "shelfwise "


class Events:
    """Events are numbered: whoever reads the log again after a break knows which it had."""

    def __init__(self) -> None:
        self._next = 0

    def tell(self, event: str, **fields: Any) -> None:
        line = json.dumps({"n": self._next, "event": event, **fields}, ensure_ascii=False, allow_nan=False)
        self._next += 1
        sys.stdout.write(f"{MARK}{line}\n")
        sys.stdout.flush()
