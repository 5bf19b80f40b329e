"""Puts a data set into a node's workspace, from the package, a folder or a URL."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

from .plan import Data
from .problem import NodeProblem, Problem

DESCRIPTION = "dataset.json"
# A snapshot is one folder of files with plain names.
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.(?:json|parquet)")


def place(data: Data, packed: bytes | None, workspace: Path) -> None:
    """Does nothing if it is already there. The engine checks the files' hashes when it reads them."""
    target = workspace / "datasets" / data.fingerprint
    if target.exists():
        return
    staging = target.with_name(f".new-{os.getpid()}-{data.fingerprint[:12]}")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True, mode=0o700)
    try:
        if data.url is not None:
            _fetch(data.url, staging)
        elif data.folder is not None:
            _copy(Path(data.folder), staging)
        else:
            _unpack(packed or b"", staging)
        _refuse_other(staging, data)
        staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unpack(packed: bytes, folder: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as source, open(folder / _plain(entry.filename), "xb") as target:
                    shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, EOFError) as error:
        raise Problem("bad-data", f"The data set in the package is damaged ({error}).") from error


def _copy(source: Path, folder: Path) -> None:
    try:
        for name in sorted(os.listdir(source)):
            if _NAME.fullmatch(name):
                shutil.copyfile(source / name, folder / name)
    except OSError as error:
        message = f"{source} cannot be read on this node ({error.strerror}). The folder must be there on all nodes."
        raise NodeProblem("not-found", message) from error


def _fetch(url: str, folder: Path) -> None:
    """Copies from storage that pyarrow supports (s3://, gs://, hdfs://, file://), with this node's access."""
    try:
        from pyarrow import fs
    except ImportError as error:
        raise Problem("not-found", "A data set at a URL needs pyarrow on the nodes: pip install pyarrow.") from error
    try:
        storage, path = fs.FileSystem.from_uri(url.rstrip("/"))
        for found in storage.get_file_info(fs.FileSelector(path)):
            if found.type == fs.FileType.File and _NAME.fullmatch(found.base_name):
                with storage.open_input_stream(found.path) as source, open(folder / found.base_name, "xb") as target:
                    shutil.copyfileobj(source, target)
    except (OSError, ValueError) as error:
        raise NodeProblem("not-found", f"{url} cannot be read on this node ({error}).") from error


def _refuse_other(folder: Path, data: Data) -> None:
    try:
        found = json.loads((folder / DESCRIPTION).read_text("utf-8"))["fingerprint"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Problem(
            "bad-data", f"What came as data set {data.fingerprint[:12]} has no whole {DESCRIPTION}."
        ) from error
    if found != data.fingerprint:
        raise Problem("bad-data", f"What came as data set {data.fingerprint[:12]} is data set {str(found)[:12]}.")


def _plain(name: str) -> str:
    if _NAME.fullmatch(name) is None:
        raise Problem("bad-data", f"The data set in the package has a file that does not belong there: {name[:80]!r}.")
    return name
