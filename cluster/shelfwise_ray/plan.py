"""The plan that a user's computer sends: units of work, their data, and their limits."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .problem import Problem

SCHEMA = 1
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_HASH = re.compile(r"[0-9a-f]{64}")
_RUN = re.compile(r"r[a-z0-9]{4,40}")
# A file in the package: a folder and a name, so that no path leads out of it.
_FILE = re.compile(r"(?:[a-z]+/)?[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_KINDS = ("train", "compare", "lists", "join", "verify")
_NEEDING_RUN = ("lists", "join", "verify")
_MOST_RETRIES = 100


@dataclass(frozen=True)
class Build:
    """Which build of Shelfwise has to do the work."""

    version: str
    sha256: str


@dataclass(frozen=True)
class Data:
    """A data set, and where it is: in the package, in a folder that all nodes share, or at a URL."""

    fingerprint: str
    file: str | None = None
    folder: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Run:
    """A run of the user's computer, as a bundle in the package."""

    run_id: str
    file: str


@dataclass(frozen=True)
class Unit:
    """One piece of work. `work` is the object that `shelfwise work` reads."""

    id: str
    work: dict[str, Any]
    cores: int
    memory: int
    after: tuple[str, ...]
    bring: bool

    @property
    def kind(self) -> str:
        return self.work["kind"]


@dataclass(frozen=True)
class Plan:
    id: str
    build: Build
    command: tuple[str, ...] | None
    data: tuple[Data, ...]
    runs: tuple[Run, ...]
    units: tuple[Unit, ...]
    retries: int


def read_plan(file: Path) -> Plan:
    """Raises Problem `usage` if the file is not a plan that this version knows."""
    try:
        content = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _refused(f"{file.name} cannot be read ({error})") from error
    return plan_of(content)


def plan_of(content: Any) -> Plan:
    """Checks everything that the rest relies on. Raises Problem `usage` naming the wrong part."""
    fields = _Fields(content, "plan.json")
    if fields.whole("schema", 1) != SCHEMA:
        raise Problem("newer-version", f"The plan is of schema {content['schema']}. This driver knows schema {SCHEMA}.")
    build = _Fields(fields.object("build"), "build")
    plan = Plan(
        id=fields.text("plan", _NAME),
        build=Build(version=build.text("version"), sha256=build.text("buildSha256", _HASH)),
        command=fields.words("command"),
        data=tuple(_data_of(one, f"data[{at}]") for at, one in enumerate(fields.list("data"))),
        runs=tuple(_run_of(one, f"runs[{at}]") for at, one in enumerate(fields.list("runs"))),
        units=tuple(_unit_of(one, f"units[{at}]") for at, one in enumerate(fields.list("units"))),
        retries=fields.whole("retries", 3, most=_MOST_RETRIES),
    )
    _refuse_unfit(plan)
    return plan


def _data_of(content: Any, where: str) -> Data:
    fields = _Fields(content, where)
    data = Data(
        fingerprint=fields.text("fingerprint", _HASH),
        file=fields.text_or_none("file", _FILE),
        folder=fields.text_or_none("folder"),
        url=fields.text_or_none("url"),
    )
    if sum(place is not None for place in (data.file, data.folder, data.url)) != 1:
        raise _refused(f"{where} needs one of file, folder and url")
    if data.folder is not None and not data.folder.startswith("/"):
        raise _refused(f"{where}.folder must begin with /")
    return data


def _run_of(content: Any, where: str) -> Run:
    fields = _Fields(content, where)
    return Run(run_id=fields.text("runId", _RUN), file=fields.text("file", _FILE))


def _unit_of(content: Any, where: str) -> Unit:
    fields = _Fields(content, where)
    work = _Fields(fields.object("unit"), f"{where}.unit")
    if work.text("kind") not in _KINDS:
        raise _refused(f"{where}.unit.kind must be one of {', '.join(_KINDS)}")
    if work.content["kind"] in _NEEDING_RUN:
        work.text("run", _RUN)
    else:
        work.text("data", _HASH)
    return Unit(
        id=fields.text("id", _NAME),
        work=work.content,
        cores=max(1, fields.whole("cores", 1)),
        memory=fields.whole("memory", 0),
        after=tuple(fields.words("after") or ()),
        bring=fields.flag("bring", True),
    )


def _refuse_unfit(plan: Plan) -> None:
    ids = [unit.id for unit in plan.units]
    for known in (ids, [data.fingerprint for data in plan.data], [run.run_id for run in plan.runs]):
        twice = next((one for one in known if known.count(one) > 1), None) if len(set(known)) < len(known) else None
        if twice is not None:
            raise _refused(f"{twice} is there twice")
    before: set[str] = set()
    for unit in plan.units:
        # A plan in this order has no cycle.
        stranger = next((one for one in unit.after if one not in before), None)
        if stranger is not None:
            raise _refused(f"{unit.id} is after {stranger}, which no earlier unit is called")
        before.add(unit.id)
        needed = unit.work.get("data")
        if needed is not None and needed not in {data.fingerprint for data in plan.data}:
            raise _refused(f"{unit.id} needs the data set {needed[:12]}, which is not among data")


class _Fields:
    """Reads the fields of an object, and names a wrong one."""

    def __init__(self, content: Any, where: str) -> None:
        if not isinstance(content, dict):
            raise _refused(f"{where} must be an object")
        self.content = content
        self.where = where

    def _get(self, name: str, kind: type, default: Any = None) -> Any:
        value = self.content.get(name, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _refused(f"{self.where}.{name} must be {_WORDS[kind]}")
        return value

    def text(self, name: str, pattern: re.Pattern[str] | None = None) -> str:
        value = self._get(name, str)
        if pattern is not None and pattern.fullmatch(value) is None:
            raise _refused(f"{self.where}.{name} has another form: {value[:80]!r}")
        return value

    def text_or_none(self, name: str, pattern: re.Pattern[str] | None = None) -> str | None:
        return None if self.content.get(name) is None else self.text(name, pattern)

    def whole(self, name: str, default: int, most: int | None = None) -> int:
        value = self._get(name, int, default)
        if value < 0 or (most is not None and value > most):
            raise _refused(f"{self.where}.{name} is out of range")
        return value

    def flag(self, name: str, default: bool) -> bool:
        return self._get(name, bool, default)

    def object(self, name: str) -> dict[str, Any]:
        return self._get(name, dict)

    def list(self, name: str) -> list[Any]:
        return self._get(name, list, [])

    def words(self, name: str) -> tuple[str, ...] | None:
        value = self.content.get(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise _refused(f"{self.where}.{name} must be a list of texts")
        return tuple(value) or None


_WORDS = {str: "a text", int: "a whole number", bool: "true or false", dict: "an object", list: "a list"}


def _refused(what: str) -> Problem:
    return Problem("usage", f"The plan cannot be used: {what}.")
