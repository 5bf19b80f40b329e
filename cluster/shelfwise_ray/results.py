"""
Results lie under Ray's log folder on the driver's node: from there the dashboard's address hands them out, over the
connection and with the token that the user's computer has anyway.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import Any

FOLDER = "shelfwise"
# A user's computer that was away longer asks again.
_KEPT_SECONDS = 7 * 24 * 60 * 60


class Results:
    def __init__(self, logs: Path, plan: str) -> None:
        self._folder = logs / FOLDER / plan
        _remove_old(logs / FOLDER)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def keep(self, name: str, content: bytes) -> dict[str, Any]:
        """Writes the whole file to disk before it is announced."""
        staging = self._folder / f".{name}.part"
        with open(staging, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staging.replace(self._folder / name)
        return {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _remove_old(folder: Path) -> None:
    oldest = time.time() - _KEPT_SECONDS
    for plan in folder.glob("*") if folder.is_dir() else ():
        if plan.stat().st_mtime < oldest:
            shutil.rmtree(plan, ignore_errors=True)
