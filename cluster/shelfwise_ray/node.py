"""Does one unit on a node: puts its data and runs into the workspace, calls the command line, reads the result."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import snapshot, workspaces
from .engine import Engine, Told, command_of
from .plan import Build, Data, Unit
from .problem import NodeProblem, Problem


@dataclass(frozen=True)
class Brought:
    """A run or a part of lists that the unit needs, as bytes."""

    run_id: str
    content: bytes
    # "K-of-N" for a part of lists; None for a whole run.
    part: str | None = None


@dataclass(frozen=True)
class Outcome:
    answer: dict[str, Any]
    # Suffix of the result's file name, and its bytes; None if the answer is complete.
    ending: str | None
    content: bytes | None


@dataclass(frozen=True)
class Looked:
    """What a node has, if it could be asked, and why it cannot take part; None if it can."""

    build: Build | None
    problem: Problem | None


def look(plan: str, node: str, command: Sequence[str] | None, wanted: Build) -> Looked:
    """Whether this node can take part. Removes folders left by earlier plans."""
    folder = workspaces.folder_of(plan, node)
    workspaces.remove_abandoned(keep=folder)
    try:
        with workspaces.used(folder):
            found = Engine(command_of(command), folder / "workspace").build()
    except Problem as problem:
        return Looked(None, problem)
    return Looked(found, None if found.sha256 == wanted.sha256 else _other_build(found, wanted))


def _other_build(found: Build, wanted: Build) -> NodeProblem:
    return NodeProblem(
        "usage",
        f"This node has another build of Shelfwise ({found.version}, {found.sha256[:12]}) than the computer that asks "
        f"({wanted.version}, {wanted.sha256[:12]}): the bits could differ. Install the same build on both.",
    )


def clean(plan: str) -> None:
    workspaces.remove_of(plan)


def do(
    unit: Unit,
    *,
    plan: str,
    node: str,
    command: Sequence[str] | None,
    build: Build,
    data: Sequence[tuple[Data, bytes | None]],
    brought: Sequence[Brought],
    told: Told | None = None,
) -> Outcome:
    """Starts or continues the unit: an earlier try may have left a checkpoint in the node's workspace."""
    with workspaces.used(workspaces.folder_of(plan, node)) as folder:
        workspace = folder / "workspace"
        engine = Engine(command_of(command), workspace, unit.cores)
        scratch = Path(tempfile.mkdtemp(prefix="unit-", dir=folder))
        try:
            with workspaces.alone(folder):
                if not workspace.exists():
                    engine.ask("datasets")
                for one, packed in data:
                    snapshot.place(one, packed, workspace)
                for one in brought:
                    _take(one, engine, workspace, scratch)
            file = scratch / "unit.json"
            # A node that joined after the builds were compared refuses by itself.
            file.write_text(json.dumps({**unit.work, "build": build.sha256}), "utf-8")
            answer = engine.work(file, told)
            return Outcome(answer, *_result(unit, answer, engine, workspace, scratch))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _take(brought: Brought, engine: Engine, workspace: Path, scratch: Path) -> None:
    run = workspace / "runs" / brought.run_id
    if brought.part is not None:
        parts = run / "list-parts"
        parts.mkdir(exist_ok=True)
        staging = scratch / brought.part
        staging.write_bytes(brought.content)
        os.replace(staging, parts / f"{brought.part}.safetensors")
        return
    file = scratch / "brought.shelfwise"
    file.write_bytes(brought.content)
    try:
        engine.ask("open", str(file), "--yes")
    except Problem as problem:
        # An earlier unit on this node took the run further than the given one: it stays.
        if problem.code != "bad-data" or not (run / "run.json").exists():
            raise


def _result(
    unit: Unit, answer: dict[str, Any], engine: Engine, workspace: Path, scratch: Path
) -> tuple[str | None, bytes | None]:
    if unit.kind == "verify":
        return None, None
    if unit.kind == "compare":
        return "json", (workspace / "datasets" / unit.work["data"] / answer["file"]["path"]).read_bytes()
    if unit.kind == "lists":
        return "safetensors", (workspace / "runs" / answer["runId"] / answer["file"]["path"]).read_bytes()
    file = scratch / "run.shelfwise"
    engine.ask("bundle", answer["runId"], "--out", str(file), "--whole-run")
    return "shelfwise", file.read_bytes()
