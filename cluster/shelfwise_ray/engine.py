"""Calls the program's own command line on a node."""

from __future__ import annotations

import ctypes
import json
import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .plan import Build
from .problem import NodeProblem, Problem

COMMAND_VARIABLE = "SHELFWISE_COMMAND"
# Errors of the work itself, which any other computer would repeat.
_FINAL = {"usage", "diverged", "too-large", "bad-data", "newer-version", "not-found", "different"}
_PR_SET_PDEATHSIG = 1
# Bytes kept of the program's output beside its answer.
_TOLD = 2000

Told = Callable[[str], None]


def command_of(plan: Sequence[str] | None) -> list[str]:
    """The command that starts the program here: the plan's, or this node's SHELFWISE_COMMAND, or `shelfwise`."""
    if plan:
        return list(plan)
    own = os.environ.get(COMMAND_VARIABLE, "").strip()
    return shlex.split(own) if own else ["shelfwise"]


class Engine:
    def __init__(self, command: Sequence[str], workspace: Path, cores: int = 1) -> None:
        self._command = list(command)
        self._workspace = workspace
        self._environment = {**os.environ, "SHELFWISE_THREADS": str(cores)}

    def build(self) -> Build:
        """The build on this node."""
        program = self.ask("doctor").get("program")
        if not isinstance(program, dict) or not isinstance(program.get("buildSha256"), str):
            raise NodeProblem("usage", "Shelfwise on this node does not tell its build: it is of an earlier version.")
        return Build(version=str(program.get("version")), sha256=program["buildSha256"])

    def work(self, unit: Path, told: Told | None = None) -> dict[str, Any]:
        """The answer of a finished unit. Raises Problem if it failed, NodeProblem if a retry may help."""
        answer = self.ask("work", str(unit), told=told)
        problem = answer.get("problem")
        if answer.get("state") == "done":
            return answer
        code, message = (problem["code"], problem["message"]) if problem else ("internal", "The unit was not done.")
        raise _problem(code, message)

    def ask(self, *words: str, told: Told | None = None) -> dict[str, Any]:
        """Runs a command to its end and returns its JSON object. The command ends when this process does."""
        call = [*self._command, *words, "--workspace", str(self._workspace), "--json"]
        try:
            process = subprocess.Popen(
                call,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,
            )
        except OSError as error:
            message = (
                f"{self._command[0]} cannot be started here ({error.strerror}). Install Shelfwise on this node, "
                f"or say how it is started: {COMMAND_VARIABLE}."
            )
            raise NodeProblem("not-found", message) from error
        with process:
            said = _follow(process.stderr, told)
            output = process.stdout.read()
            status = process.wait()
            said.join()
        return _answer(output, status, "".join(said.tail))


class _follow(threading.Thread):
    """Reads the program's progress beside its answer: a full pipe would stop it."""

    def __init__(self, stream: Any, told: Told | None) -> None:
        super().__init__(daemon=True)
        self._stream = stream
        self._told = told
        self.tail: list[str] = []
        self.start()

    def run(self) -> None:
        for line in self._stream:
            self.tail = [*self.tail[-20:], line]
            if self._told is not None and line.strip():
                self._told(line.strip())


def _answer(output: str, status: int, said: str) -> dict[str, Any]:
    try:
        answer = json.loads(output)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        ended = signal.Signals(-status).name if status < 0 else f"status {status}"
        raise NodeProblem("internal", f"Shelfwise ended with {ended} and no answer. {said.strip()[-_TOLD:]}".strip())
    error = answer.get("error")
    if isinstance(error, dict):
        raise _problem(str(error.get("code", "internal")), str(error.get("message", "")))
    return answer


def _problem(code: str, message: str) -> Problem:
    return Problem(code, message) if code in _FINAL else NodeProblem(code, message)


def _end_with_parent() -> None:
    """A killed Ray worker leaves its children running (ray#42861): lets the system end them, so that the next try finds no lock."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
