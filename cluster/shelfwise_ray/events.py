"""The driver's events for the computer that asked: one JSON object per line, among Ray's own lines."""

from __future__ import annotations

import json
import sys
from typing import Any

MARK = "shelfwise "


class Events:
    """Numbers events, so that reading the log again after a break shows which are new."""

    def __init__(self) -> None:
        self._next = 0

    def tell(self, event: str, **fields: Any) -> None:
        line = json.dumps({"n": self._next, "event": event, **fields}, ensure_ascii=False, allow_nan=False)
        self._next += 1
        sys.stdout.write(f"{MARK}{line}\n")
        sys.stdout.flush()
