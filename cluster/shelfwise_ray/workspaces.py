"""Workspaces of nodes: a temporary folder per plan, which no other process removes while it is in use."""

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
    """Named after the node too, because nodes on one computer share nothing either."""
    return Path(tempfile.gettempdir()) / f"{_PREFIX}{os.getuid()}-{plan}-{node[:_NODE_LETTERS]}"


@contextmanager
def used(folder: Path) -> Iterator[Path]:
    """Creates the folder and holds it. The system releases it when this process dies."""
    with _locked(folder, fcntl.LOCK_SH):
        _make_private(folder)
        yield folder


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Lets only one process at a time prepare the folder."""
    with open(folder / ".preparing", "ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def remove(folder: Path) -> bool:
    """Removes the folder. False if a process uses it."""
    try:
        with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) as lock:
            shutil.rmtree(folder, ignore_errors=True)
            lock.unlink(missing_ok=True)
    except (BlockingIOError, NodeProblem):
        return False
    return True


def remove_abandoned(keep: Path) -> None:
    """Removes folders of lost nodes and stopped plans, which nothing uses any more."""
    for folder in _own_folders("*"):
        if folder != keep:
            remove(folder)


def remove_of(plan: str) -> None:
    """Removes a plan's folders, including that of a node on this computer that was lost meanwhile."""
    for folder in _own_folders(f"{plan}-{'[0-9a-f]' * _NODE_LETTERS}"):
        remove(folder)


def _own_folders(names: str) -> list[Path]:
    found = Path(tempfile.gettempdir()).glob(f"{_PREFIX}{os.getuid()}-{names}")
    return [folder for folder in found if _is_own_folder(folder)]


def _make_private(folder: Path) -> None:
    """In the shared temporary folder, another user may have created one of that name: histories must lie in our own only."""
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
            # The folder was removed with this file: a lock on it would hold nothing.
            if _is_same(descriptor, lock):
                yield lock
                return
        finally:
            os.close(descriptor)


def _open_lock(lock: Path) -> int:
    """Refuses another user's file, which would never be released, and a link, which could lead to a file of ours."""
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
