"""Decides which units may start, which are retried, and when the plan has ended. Knows nothing of Ray."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Literal

from .plan import Plan, Unit
from .problem import NodeProblem, Problem

State = Literal["waiting", "ready", "running", "done", "failed", "stopped"]
_OVER: tuple[State, ...] = ("done", "failed", "stopped")


class Schedule:
    def __init__(self, plan: Plan) -> None:
        self._units = {unit.id: unit for unit in plan.units}
        self._retries = plan.retries
        self._states: dict[str, State] = {unit.id: "waiting" for unit in plan.units}
        self._attempts = {unit.id: 0 for unit in plan.units}
        self._ready: deque[str] = deque()
        self._open_before = {unit.id: set(unit.after) for unit in plan.units}
        self._dependents: dict[str, list[str]] = {unit.id: [] for unit in plan.units}
        for unit in plan.units:
            for before in unit.after:
                self._dependents[before].append(unit.id)
            if not unit.after:
                self._make_ready(unit.id)

    def begin(self) -> Unit | None:
        """The next unit to start, in the order of the plan; None if none is ready."""
        while self._ready:
            id = self._ready.popleft()
            # Skips a unit that was stopped meanwhile.
            if self._states[id] == "ready":
                self._states[id] = "running"
                self._attempts[id] += 1
                return self._units[id]
        return None

    def attempt_of(self, id: str) -> int:
        """The number of the attempt, from 1."""
        return self._attempts[id]

    def put_back(self, id: str) -> None:
        """Puts back a unit that never started, without counting an attempt."""
        self._attempts[id] -= 1
        self._make_ready(id, first=True)

    def done(self, id: str) -> None:
        self._states[id] = "done"
        for dependent in self._dependents[id]:
            self._open_before[dependent].discard(id)
            if not self._open_before[dependent] and self._states[dependent] == "waiting":
                self._make_ready(dependent)

    def after_problem(self, id: str, problem: Problem) -> Literal["retry", "failed"]:
        """Retries a problem of the node as often as the plan says; one of the work would only repeat."""
        if isinstance(problem, NodeProblem) and self._attempts[id] <= self._retries:
            self._make_ready(id)
            return "retry"
        return "failed"

    def fail(self, id: str) -> None:
        self._states[id] = "failed"

    def stop(self, id: str) -> bool:
        """Leaves a unit out, started or not. False if it is over or unknown."""
        if id not in self._states or self._states[id] in _OVER:
            return False
        self._states[id] = "stopped"
        return True

    def give_up_after(self, id: str, tell: Callable[[str, Problem], None]) -> None:
        """Fails units that wait for a failed one, and those that wait for them."""
        for dependent in self._dependents[id]:
            if self._states[dependent] != "waiting":
                continue
            self._states[dependent] = "failed"
            what = "was stopped" if self._states[id] == "stopped" else "failed"
            tell(dependent, Problem("not-found", f"It needs unit {id}, which {what}."))
            self.give_up_after(dependent, tell)

    def give_up(self, problem: Problem, tell: Callable[[str, Problem], None]) -> None:
        """Fails every unit that is not done."""
        self._ready.clear()
        for id, state in self._states.items():
            if state in ("waiting", "ready", "running"):
                self._states[id] = "failed"
                tell(id, problem)

    def is_over(self) -> bool:
        return all(state in _OVER for state in self._states.values())

    def count(self, state: State) -> int:
        return sum(one == state for one in self._states.values())

    def has_dependents(self, id: str) -> bool:
        return len(self._dependents[id]) > 0

    def _make_ready(self, id: str, first: bool = False) -> None:
        self._states[id] = "ready"
        if first:
            self._ready.appendleft(id)
        else:
            self._ready.append(id)
