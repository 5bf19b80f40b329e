"""Workspaces of nodes: a temporary folder for each plan, which no other process removes while it is used."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .problem import NodeProblem

_PREFIX = "shelfwise-ray-"
_NODE_LETTERS = 12


def folder_of(plan: str, node: str) -> Path:
    """Named for the node too: nodes on one computer share nothing either."""
    return Path(tempfile.gettempdir()) / f"{_PREFIX}{os.getuid()}-{plan}-{node[:_NODE_LETTERS]}"


@contextmanager
def used(folder: Path) -> Iterator[Path]:
    """The folder, there and kept while this lasts. The system lets go of it when this process dies."""
    with _locked(folder, fcntl.LOCK_SH):
        _make_private(folder)
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
    except (BlockingIOError, NodeProblem):
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
    return [folder for folder in found if _is_own_folder(folder)]


def _make_private(folder: Path) -> None:
    """In a temporary folder that all share, anybody may have made one of that name: histories lie in ours alone."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not _is_own_folder(folder) or folder.lstat().st_mode & 0o077:
            raise NodeProblem(
                "no-permission",
                f"{folder} is there already and is not a folder of this user alone: nothing is put into it. Remove it "
                "on that computer.",
            ) from None


def _is_own_folder(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[Path]:
    lock = folder.with_name(folder.name + ".lock")
    while True:
        descriptor = _open_lock(lock)
        try:
            fcntl.flock(descriptor, how)
            # Whoever removed the folder removed this file too: a lock on it would hold nothing.
            if _is_same(descriptor, lock):
                yield lock
                return
        finally:
            os.close(descriptor)


def _open_lock(lock: Path) -> int:
    """One of somebody else would never be let go of, and a link would lead to a file of ours."""
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise NodeProblem("no-permission", f"The lock {lock} cannot be opened: {error.strerror}.") from error
    if os.fstat(descriptor).st_uid == os.getuid():
        return descriptor
    os.close(descriptor)
    raise NodeProblem("no-permission", f"The lock {lock} is of another user. Remove it on that computer.")


def _is_same(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(file))
    except FileNotFoundError:
        return False
