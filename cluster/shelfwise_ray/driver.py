"""Runs a plan: asks nodes for their build, queues units, retries, returns results, cleans up."""

from __future__ import annotations

import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ray

from . import cluster
from .cluster import Node
from .events import Events
from .plan import Data, Plan, Unit
from .problem import NodeProblem, Problem
from .results import Results
from .schedule import Schedule

# Seconds between polls of the tasks, and of the nodes.
_TURN_SECONDS = 0.5
_NODES_SECONDS = 5.0
# Lost nodes may return, or an autoscaler adds others.
_PATIENCE_SECONDS = 600.0
# Units queued beyond the running ones, so that no node waits for the driver; not all, so that new nodes get a share.
_AHEAD = 2


class Stopped(BaseException):
    """The job was stopped."""


def run(plan: Plan, folder: Path, events: Events) -> int:
    """Returns the exit status of the job: 0 if every unit is done. `folder` is the unpacked package."""
    node, logs = cluster.connect()

    def stop(*_: Any) -> None:
        raise Stopped

    # Set after ray.init, which sets its own.
    signal.signal(signal.SIGTERM, stop)
    driver = _Driver(plan, folder, events, node, logs)
    try:
        return driver.run()
    except Stopped:
        driver.stop()
        return 1
    finally:
        ray.shutdown()


class _Driver:
    def __init__(self, plan: Plan, folder: Path, events: Events, node: str, logs: Path) -> None:
        self._plan = plan
        self._folder = folder
        self._events = events
        self._node = node
        self._results = Results(logs, plan.id)
        self._schedule = Schedule(plan)
        self._told = cluster.collector(node)
        self._good: dict[str, Node] = {}
        self._refused: set[str] = set()
        # Per queued or running unit: its reference, and the nodes it may be on.
        self._tasks: dict[Any, tuple[Unit, frozenset[str]]] = {}
        self._data: dict[str, Any] = {}
        self._files: dict[str, Any] = {}
        # Results of units that other units depend on.
        self._made: dict[str, tuple[Unit, dict[str, Any], Any]] = {}

    def run(self) -> int:
        self._look_at_nodes(first=True)
        cores = sum(one.cores for one in self._good.values())
        # `stops`: says that units of this job can be stopped one by one.
        self._events.tell("cluster", node=self._node, nodes=len(self._good), cores=cores, stops=True)
        problem = None
        try:
            if not self._good:
                raise Problem("usage", "No node of this cluster can do the work: see what each of them said.")
            self._refuse_too_large()
            self._work()
        except Problem as thrown:
            problem = thrown
            self._schedule.give_up(thrown, self._fail)
        cluster.clean(list(self._good.values()), self._plan.id)
        done, failed = self._schedule.count("done"), self._schedule.count("failed")
        self._events.tell("end", done=done, failed=failed, problem=problem and problem.told())
        return 0 if failed == 0 and problem is None else 1

    def stop(self) -> None:
        """Cleans up within the three seconds that Ray gives a stopped job."""
        for ref in self._tasks:
            ray.cancel(ref, force=True)
        cluster.clean(list(self._good.values()), self._plan.id, seconds=1.5)

    def _work(self) -> None:
        looked = alone_since = time.monotonic()
        while not self._schedule.is_over():
            self._begin_what_is_ready()
            ended, _ = ray.wait(list(self._tasks), timeout=_TURN_SECONDS) if self._tasks else ([], [])
            if not self._tasks:
                time.sleep(_TURN_SECONDS)
            self._pass_on_told()
            for ref in ended:
                self._end(ref)
            self._stop_what_is_asked()
            now = time.monotonic()
            if now - looked > _NODES_SECONDS or ended:
                self._look_at_nodes()
                looked = now
            if self._good:
                alone_since = now
            elif now - alone_since > _PATIENCE_SECONDS:
                raise NodeProblem(
                    "not-found", "No node that can do the work is left, and none came back within ten minutes."
                )
        self._pass_on_told()

    def _begin_what_is_ready(self) -> None:
        room = max(2, _AHEAD * sum(one.cores for one in self._good.values()))
        while self._good and len(self._tasks) < room:
            unit = self._schedule.begin()
            if unit is None:
                return
            at = frozenset(self._good)
            try:
                ref = cluster.begin(
                    unit,
                    at=sorted(at),
                    plan=self._plan.id,
                    command=self._plan.command,
                    build=self._plan.build,
                    told=self._told,
                    data=self._data_of(unit),
                    brought=self._brought_to(unit),
                )
            except Problem as problem:
                self._fail_with_dependents(unit.id, problem)
                continue
            self._tasks[ref] = (unit, at)

    def _stop_what_is_asked(self) -> None:
        """Leaves out a unit that has not started; ends a running one alone, with its program."""
        try:
            asked = cluster.asked_to_stop()
        except (ray.exceptions.RayError, OSError):
            # Ray's store does not answer at the moment: asks again next turn.
            return
        for id in asked:
            if not self._schedule.stop(id):
                continue
            for ref in [ref for ref, (unit, _) in self._tasks.items() if unit.id == id]:
                ray.cancel(ref, force=True)
                del self._tasks[ref]
            self._events.tell("stopped", unit=id)
            self._schedule.give_up_after(id, self._fail)

    def _end(self, ref: Any) -> None:
        unit, _ = self._tasks.pop(ref)
        try:
            outcome = ray.get(ref)
        except ray.exceptions.RayError as error:
            outcome = cluster.died(error)
        self._pass_on_told()
        if isinstance(outcome, Problem):
            attempt = self._schedule.attempt_of(unit.id)
            if self._schedule.after_problem(unit.id, outcome) == "retry":
                self._events.tell("retry", unit=unit.id, problem=outcome.told(), attempt=attempt)
            else:
                self._fail_with_dependents(unit.id, outcome)
            return
        kept = None
        if outcome.content is not None:
            if self._schedule.has_dependents(unit.id):
                # Stored on this node, so that it outlives the node that made it.
                self._made[unit.id] = (unit, outcome.answer, ray.put(outcome.content))
            if unit.bring:
                kept = self._results.keep(f"{unit.id}.{outcome.ending}", outcome.content)
        self._schedule.done(unit.id)
        self._events.tell("done", unit=unit.id, answer=outcome.answer, result=kept)

    def _data_of(self, unit: Unit) -> list[tuple[Data, Any]]:
        """A unit that names a run instead of data may belong to any data set."""
        wanted = unit.work.get("data")
        found = [one for one in self._plan.data if wanted is None or one.fingerprint == wanted]
        return [(one, self._packed(self._data, one.fingerprint, one.file)) for one in found]

    def _brought_to(self, unit: Unit) -> list[tuple[str, str | None, Any]]:
        """The unit's run and parts of its lists, from earlier units or from the package."""
        run = unit.work.get("run")
        if run is None:
            return []
        before = [self._made[id] for id in unit.after if id in self._made]
        runs = [
            (run, None, content) for one, answer, content in before if one.kind != "lists" and answer["runId"] == run
        ]
        parts = [
            (run, f"{one.work['part']}-of-{one.work['of']}", content)
            for one, _, content in before
            if one.kind == "lists" and one.work["run"] == run
        ]
        if not runs:
            file = next((one.file for one in self._plan.runs if one.run_id == run), None)
            if file is None:
                raise Problem(
                    "not-found", f"Unit {unit.id} needs the run {run}, which is neither in the plan nor made before it."
                )
            runs = [(run, None, self._packed(self._files, file, file))]
        return [*runs[:1], *parts]

    def _packed(self, kept: dict[str, Any], name: str, file: str | None) -> Any:
        """Puts it into Ray's object store once, from where each node takes it."""
        if file is None:
            return None
        if name not in kept:
            try:
                kept[name] = ray.put((self._folder / file).read_bytes())
            except OSError as error:
                raise Problem("not-found", f"The package of the plan lacks {file}.") from error
        return kept[name]

    def _look_at_nodes(self, first: bool = False) -> None:
        there = cluster.nodes()
        self._good = {id: one for id, one in self._good.items() if id in there}
        new = [one for id, one in there.items() if id not in self._good and id not in self._refused]
        if new:
            answers = cluster.look_at(new, self._plan.id, self._plan.command, self._plan.build)
            for one in new:
                build, problem = answers[one.id].build, answers[one.id].problem
                told = {**one.told(), "version": build and build.version, "buildSha256": build and build.sha256}
                if problem is None:
                    self._good[one.id] = one
                    self._events.tell("node", **told, problem=None)
                else:
                    self._refused.add(one.id)
                    self._events.tell("refused", **told, problem=problem.told())
        if not first:
            self._take_back_lost()

    def _take_back_lost(self) -> None:
        """Requeues units that wait for nodes that are all gone, because they would never start."""
        for ref, (unit, at) in list(self._tasks.items()):
            if at.isdisjoint(self._good):
                ray.cancel(ref, force=True)
                del self._tasks[ref]
                self._schedule.put_back(unit.id)

    def _refuse_too_large(self) -> None:
        most_cores = max(one.cores for one in self._good.values())
        most_memory = max(one.memory for one in self._good.values())
        for unit in self._plan.units:
            if unit.cores > most_cores or unit.memory > most_memory:
                raise Problem(
                    "too-large",
                    f"Unit {unit.id} needs {unit.cores} cores and {unit.memory / 1e9:.1f} GB. The largest node has "
                    f"{most_cores} cores and {most_memory / 1e9:.1f} GB.",
                )

    def _pass_on_told(self) -> None:
        try:
            said: Sequence[tuple[str, str, str]] = ray.get(self._told.take.remote(), timeout=10)
        except ray.exceptions.RayError:
            # Only progress: the work continues without it.
            return
        for unit, kind, text in said:
            if kind == "begun":
                self._events.tell("begun", unit=unit, node=text, attempt=self._schedule.attempt_of(unit))
            else:
                self._events.tell("progress", unit=unit, text=text)

    def _fail_with_dependents(self, id: str, problem: Problem) -> None:
        self._schedule.fail(id)
        self._fail(id, problem)
        self._schedule.give_up_after(id, self._fail)

    def _fail(self, id: str, problem: Problem) -> None:
        self._events.tell("failed", unit=id, problem=problem.told())
