"""Small plans for tests."""

from __future__ import annotations

from typing import Any

DATA = "a" * 64
BUILD = "b" * 64


def train(id: str, *after: str, **more: Any) -> dict[str, Any]:
    work = {"kind": "train", "data": DATA, "recipe": "quick", "seed": 1}
    return {"id": id, "unit": work, "after": list(after), **more}


def plan_with(*units: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "schema": 1,
        "plan": "p1",
        "build": {"version": "0.2.0", "buildSha256": BUILD},
        "data": [{"fingerprint": DATA, "file": f"data/{DATA}.zip"}],
        "runs": [],
        "units": list(units),
        "retries": 2,
        **more,
    }
