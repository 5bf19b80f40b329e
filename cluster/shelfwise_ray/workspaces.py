"""Workspaces of nodes: a temporary folder for each plan, which no other process removes while it is used."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "shelfwise-ray-"
_NODE_LETTERS = 12


def folder_of(plan: str, node: str) -> Path:
    """Named for the node too: nodes on one computer share nothing either."""
    return Path(tempfile.gettempdir()) / f"{_PREFIX}{os.getuid()}-{plan}-{node[:_NODE_LETTERS]}"


@contextmanager
def used(folder: Path) -> Iterator[Path]:
    """The folder, there and kept while this lasts. The system lets go of it when this process dies."""
    with _locked(folder, fcntl.LOCK_SH):
        folder.mkdir(mode=0o700, exist_ok=True)
        yield folder


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one process at a time prepares something in the folder."""
    with open(folder / ".preparing", "ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def remove(folder: Path) -> bool:
    """False where a process uses it."""
    try:
        with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) as lock:
            shutil.rmtree(folder, ignore_errors=True)
            lock.unlink(missing_ok=True)
    except BlockingIOError:
        return False
    return True


def remove_abandoned(keep: Path) -> None:
    """Folders of plans whose node was lost, or that were stopped: nothing uses them any more."""
    for folder in _own_folders("*"):
        if folder != keep:
            remove(folder)


def remove_of(plan: str) -> None:
    """Also that of a node on this computer that was lost meanwhile."""
    for folder in _own_folders(f"{plan}-{'[0-9a-f]' * _NODE_LETTERS}"):
        remove(folder)


def _own_folders(names: str) -> list[Path]:
    found = Path(tempfile.gettempdir()).glob(f"{_PREFIX}{os.getuid()}-{names}")
    return [folder for folder in found if folder.is_dir()]


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[Path]:
    lock = folder.with_name(folder.name + ".lock")
    while True:
        with open(lock, "ab") as file:
            fcntl.flock(file, how)
            # Whoever removed the folder removed this file too: a lock on it would hold nothing.
            if _is_same(file.fileno(), lock):
                yield lock
                return


def _is_same(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(file))
    except FileNotFoundError:
        return False
