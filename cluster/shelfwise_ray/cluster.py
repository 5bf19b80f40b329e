"""The driver's interface to Ray: nodes, and tasks on them. No other module imports Ray."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ray
from ray.experimental import internal_kv
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from . import node as on_node
from .node import Brought, Looked, Outcome
from .plan import Build, Data, Unit
from .problem import NodeProblem, Problem

_LOOK_SECONDS = 180
_CLEAN_SECONDS = 30
_LABEL = "ray.io/node-id"
_JOB = "RAY_JOB_CONFIG_JSON_ENV_VAR"


@dataclass(frozen=True)
class Node:
    id: str
    address: str
    cores: int
    memory: int

    def told(self) -> dict[str, Any]:
        return {"node": self.id, "address": self.address, "cores": self.cores, "memory": self.memory}


@ray.remote(num_cpus=0, max_restarts=-1, max_task_retries=0)
class Told:
    """Collects, on the driver's node, messages of running tasks."""

    def __init__(self) -> None:
        self._said: list[tuple[str, str, str]] = []

    def say(self, unit: str, kind: str, text: str) -> None:
        self._said.append((unit, kind, text))

    def take(self) -> list[tuple[str, str, str]]:
        said, self._said = self._said, []
        return said


@ray.remote(num_cpus=0, max_retries=1)
def _look(plan: str, command: Sequence[str] | None, build: Build) -> Looked:
    return on_node.look(plan, ray.get_runtime_context().get_node_id(), command, build)


@ray.remote(num_cpus=0, max_retries=0)
def _clean(plan: str) -> None:
    on_node.clean(plan)


# The driver retries by itself, reports why, and notices nodes that left.
@ray.remote(max_retries=0)
def _do(
    unit: Unit,
    plan: str,
    command: Sequence[str] | None,
    build: Build,
    data: Sequence[Data],
    brought: Sequence[tuple[str, str | None]],
    told: Any,
    *contents: bytes | None,
) -> Outcome | Problem:
    """`contents` belong to `data`, then to `brought`: Ray only resolves top-level arguments."""
    node = ray.get_runtime_context().get_node_id()
    told.say.remote(unit.id, "begun", node)
    packed, files = contents[: len(data)], contents[len(data) :]
    try:
        return on_node.do(
            unit,
            plan=plan,
            node=node,
            command=command,
            build=build,
            data=list(zip(data, packed, strict=True)),
            brought=[Brought(run, content or b"", part) for (run, part), content in zip(brought, files, strict=True)],
            told=lambda text: told.say.remote(unit.id, "progress", text),
        )
    except Problem as problem:
        return problem


def connect() -> tuple[str, Path]:
    """Returns the driver's node and Ray's log folder there. Workers get this package without the data."""
    # The job's own working folder contains the data, which each node would fetch from the head.
    os.environ["RAY_OVERRIDE_JOB_RUNTIME_ENV"] = "1"
    code = Path(tempfile.mkdtemp(prefix="shelfwise-ray-code-"))
    try:
        shutil.copytree(
            Path(__file__).parent, code / "shelfwise_ray", ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
        ray.init(address="auto", log_to_driver=False, runtime_env={"working_dir": str(code)})
    finally:
        shutil.rmtree(code, ignore_errors=True)
    # Ray has no public API for this folder; the version is pinned.
    logs = Path(ray._private.worker._global_node.get_logs_dir_path())
    return ray.get_runtime_context().get_node_id(), logs


def nodes() -> dict[str, Node]:
    """Nodes that can work: a head often has no cores."""
    found = {}
    for one in ray.nodes():
        cores = int(one["Resources"].get("CPU", 0))
        if one["Alive"] and cores > 0:
            memory = int(one["Resources"].get("memory", 0))
            found[one["NodeID"]] = Node(one["NodeID"], one["NodeManagerAddress"], cores, memory)
    return found


def look_at(
    wanted: Sequence[Node], plan: str, command: Sequence[str] | None, build: Build
) -> dict[str, Looked]:
    """Asks the engine of every node for its build, in parallel."""
    asked = {one.id: _look.options(scheduling_strategy=_at(one.id)).remote(plan, command, build) for one in wanted}
    ray.wait(list(asked.values()), num_returns=len(asked), timeout=_LOOK_SECONDS)
    return {id: _answer(ref) for id, ref in asked.items()}


def _answer(ref: Any) -> Looked:
    try:
        return ray.get(ref, timeout=0)
    except ray.exceptions.GetTimeoutError:
        return Looked(None, NodeProblem("internal", f"This node did not answer within {_LOOK_SECONDS} s."))
    except ray.exceptions.RayError as error:
        return Looked(None, died(error))


def begin(
    unit: Unit,
    *,
    at: Sequence[str],
    plan: str,
    command: Sequence[str] | None,
    build: Build,
    told: Any,
    data: Sequence[tuple[Data, Any]],
    brought: Sequence[tuple[str, str | None, Any]],
) -> Any:
    """Queues a unit on one of the nodes `at`. Returns a reference to its outcome."""
    options: dict[str, Any] = {
        "num_cpus": unit.cores,
        "label_selector": {_LABEL: f"in({','.join(at)})"},
        "name": unit.id,
    }
    if unit.memory > 0:
        options["memory"] = unit.memory
    contents = [content for _, content in data] + [content for _, _, content in brought]
    return _do.options(**options).remote(
        unit, plan, command, build, [one for one, _ in data], [(run, part) for run, part, _ in brought], told, *contents
    )


def asked_to_stop() -> list[str]:
    """
    The units that somebody asked to stop since the last call. To a job that runs, the Jobs API takes nothing; but it
    takes packages, which lie in Ray's own store by name: one whose name has this job and a unit is the message.
    """
    prefix = _messages()
    if prefix is None:
        return []
    # Ray has no public API to list them; the version is pinned.
    keys = internal_kv._internal_kv_list(prefix)
    for key in keys:
        internal_kv._internal_kv_del(key)
    return sorted(key.decode()[len(prefix) :].removesuffix(".zip") for key in keys)


def _messages() -> str | None:
    """Prefix of the names of messages to this job; None if it was started by hand."""
    try:
        submission = json.loads(os.environ.get(_JOB, "{}"))["metadata"]["job_submission_id"]
    except (ValueError, KeyError, TypeError):
        return None
    return f"gcs://shelfwise-stop.{submission}."


def clean(wanted: Sequence[Node], plan: str, seconds: float = _CLEAN_SECONDS) -> None:
    """Removes the plan's folders. The next plan on the node removes one that is still in use."""
    asked = [_clean.options(scheduling_strategy=_at(one.id)).remote(plan) for one in wanted]
    if asked:
        ray.wait(asked, num_returns=len(asked), timeout=seconds)


def collector(node: str) -> Any:
    return Told.options(scheduling_strategy=_at(node)).remote()


def died(error: Exception) -> NodeProblem:
    """The first line of Ray's message about a dead worker or node."""
    first = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return NodeProblem("internal", f"The node or its Ray worker was lost ({type(error).__name__}: {first[:300]}).")


def _at(node: str) -> NodeAffinitySchedulingStrategy:
    return NodeAffinitySchedulingStrategy(node_id=node, soft=False)
