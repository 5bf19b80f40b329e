"""On one computer, with a stand-in for Shelfwise that records its calls."""

import json
import os
import re
import stat
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from plans import BUILD, DATA, plan_with, train

from shelfwise_ray import node, workspaces
from shelfwise_ray.engine import Engine, command_of
from shelfwise_ray.plan import Build, Data, plan_of
from shelfwise_ray.problem import NodeProblem, Problem

NODE = "0123456789ab" * 4

STAND_IN = """#!/usr/bin/env python3
import json, os, sys, time
words, workspace = sys.argv[1:], sys.argv[sys.argv.index("--workspace") + 1]
os.makedirs(workspace, exist_ok=True)
with open(os.environ["CALLS"], "a") as calls:
    calls.write(json.dumps([words[0], os.environ["SHELFWISE_THREADS"]]) + "\\n")
mode = os.environ.get("MODE", "")
if words[0] == "doctor":
    program = {"version": "0.2.0", "buildSha256": "b" * 64}
    print(json.dumps({"program": {"version": "0.1.0"} if mode == "earlier" else program}))
elif words[0] == "work":
    unit = json.load(open(words[1]))
    print("choose, epoch 1", file=sys.stderr, flush=True)
    if mode == "killed":
        os.kill(os.getpid(), 9)
    if mode == "slow":
        open(os.environ["CALLS"] + ".pid", "w").write(str(os.getpid()))
        time.sleep(600)
    if mode == "diverged":
        print(json.dumps({"state": "failed", "problem": {"code": "diverged", "message": "It diverged."}}))
        sys.exit(2)
    assert unit["build"] == "b" * 64, unit
    os.makedirs(workspace + "/runs/rabc123", exist_ok=True)
    print(json.dumps({"state": "done", "runId": "rabc123", "problem": None}))
elif words[0] == "bundle":
    open(words[words.index("--out") + 1], "wb").write(b"the run")
    print("{}")
else:
    print("{}")
"""


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file = tmp_path / "shelfwise"
    file.write_text(STAND_IN)
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return [str(file)]


def calls(tmp_path: Path) -> list[list[str]]:
    return [json.loads(line) for line in (tmp_path / "calls").read_text().splitlines()]


def packed(**files: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, of in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), of)
    return content.getvalue()


SNAPSHOT = packed(dataset_json=json.dumps({"fingerprint": DATA}).encode(), events_parquet=b"PAR1")


def do(command: list[str], snapshot: bytes = SNAPSHOT, **more) -> node.Outcome:
    plan = plan_of(plan_with(train("u1", cores=3)))
    return node.do(
        plan.units[0],
        plan=plan.id,
        node=NODE,
        command=command,
        build=plan.build,
        data=[(plan.data[0], snapshot)],
        brought=[],
        **more,
    )


def test_a_unit_has_its_data_its_threads_and_its_build_and_comes_back_as_a_bundle(command, tmp_path) -> None:
    told = []
    outcome = do(command, told=told.append)
    assert (outcome.answer["runId"], outcome.ending, outcome.content) == ("rabc123", "shelfwise", b"the run")
    assert [call[0] for call in calls(tmp_path)] == ["datasets", "work", "bundle"]
    assert {call[1] for call in calls(tmp_path)} == {"3"}
    assert told == ["choose, epoch 1"]
    folder = workspaces.folder_of("p1", NODE)
    assert (folder / "workspace" / "datasets" / DATA / "events.parquet").read_bytes() == b"PAR1"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    node.clean("p1")
    assert not list(tmp_path.glob("shelfwise-ray-*"))


def test_a_program_that_was_killed_may_be_tried_again_and_one_that_diverged_may_not(command, monkeypatch) -> None:
    monkeypatch.setenv("MODE", "killed")
    with pytest.raises(NodeProblem, match="SIGKILL"):
        do(command)
    monkeypatch.setenv("MODE", "diverged")
    with pytest.raises(Problem, match="It diverged") as failed:
        do(command)
    assert not isinstance(failed.value, NodeProblem)


def test_a_node_without_the_program_says_what_to_do(tmp_path) -> None:
    with pytest.raises(NodeProblem, match="SHELFWISE_COMMAND"):
        Engine([str(tmp_path / "none")], tmp_path).build()


def test_the_program_is_what_the_plan_says_or_what_the_node_says(monkeypatch) -> None:
    monkeypatch.delenv("SHELFWISE_COMMAND", raising=False)
    assert command_of(None) == ["shelfwise"]
    monkeypatch.setenv("SHELFWISE_COMMAND", "node '/opt/my tools/shelfwise.mjs'")
    assert command_of(None) == ["node", "/opt/my tools/shelfwise.mjs"]
    assert command_of(("other",)) == ["other"]


def test_a_node_with_another_build_is_refused(command) -> None:
    plan = plan_of(plan_with(train("u1"), build={"version": "0.2.0", "buildSha256": "c" * 64}))
    looked = node.look("p1", NODE, command, plan.build)
    assert looked.build == Build("0.2.0", BUILD)
    assert re.search(r"another build of Shelfwise \(0.2.0, b{12}\).*c{12}", looked.problem.message)
    assert node.look("p1", NODE, command, plan_of(plan_with(train("u1"))).build).problem is None


def test_a_program_that_does_not_tell_its_build_takes_no_part(command, monkeypatch) -> None:
    monkeypatch.setenv("MODE", "earlier")
    looked = node.look("p1", NODE, command, plan_of(plan_with(train("u1"))).build)
    assert looked.build is None and "earlier version" in looked.problem.message


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [
        (packed(dataset_json=json.dumps({"fingerprint": "c" * 64}).encode()), "is data set cccc"),
        (packed(events_parquet=b"PAR1"), "no whole dataset.json"),
        (packed(a__b_parquet=b""), "does not belong there"),
        (b"PK", "damaged"),
    ],
)
def test_a_data_set_that_is_not_the_one_that_was_named_is_refused(command, tmp_path, snapshot, said) -> None:
    with pytest.raises(Problem, match=said):
        do(command, snapshot)
    datasets = workspaces.folder_of("p1", NODE) / "workspace" / "datasets"
    assert list(datasets.iterdir()) == []


def test_a_shared_folder_is_copied(command, tmp_path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "dataset.json").write_text(json.dumps({"fingerprint": DATA}))
    (shared / "notes.txt").write_text("not of the data set")
    from shelfwise_ray import snapshot

    workspace = tmp_path / "workspace"
    snapshot.place(Data(DATA, folder=str(shared)), None, workspace)
    assert os.listdir(workspace / "datasets" / DATA) == ["dataset.json"]
    with pytest.raises(NodeProblem, match="must be there on all nodes"):
        snapshot.place(Data("d" * 64, folder=str(tmp_path / "none")), None, workspace)


def test_a_data_set_at_a_url_is_fetched_by_the_node(tmp_path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from shelfwise_ray import snapshot

    stored = tmp_path / "bucket" / DATA
    stored.mkdir(parents=True)
    (stored / "dataset.json").write_text(json.dumps({"fingerprint": DATA}))
    (stored / "events.parquet").write_bytes(b"PAR1")
    workspace = tmp_path / "workspace"
    snapshot.place(Data(DATA, url=stored.as_uri()), None, workspace)
    assert sorted(os.listdir(workspace / "datasets" / DATA)) == ["dataset.json", "events.parquet"]
    with pytest.raises(NodeProblem, match="cannot be read on this node"):
        snapshot.place(Data("d" * 64, url=(tmp_path / "none").as_uri()), None, workspace)


def test_folders_of_plans_that_are_gone_are_removed_and_those_in_use_stay(command, tmp_path) -> None:
    abandoned, busy = workspaces.folder_of("old", NODE), workspaces.folder_of("busy", NODE)
    with workspaces.used(abandoned):
        pass
    with workspaces.used(busy):
        node.look("p1", NODE, command, plan_of(plan_with(train("u1"))).build)
        assert busy.exists() and not abandoned.exists()
    assert workspaces.remove(busy)


def open_to_all(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def linked(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")


def of_somebody_else(folder: Path, tmp_path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can give folders away")
    folder.mkdir(mode=0o700)
    os.chown(folder, 65534, 65534)


def no_folder(folder: Path, tmp_path: Path) -> None:
    folder.write_text("")


@pytest.mark.parametrize("lay", [open_to_all, linked, of_somebody_else, no_folder])
def test_nothing_is_put_into_a_folder_that_somebody_else_may_have_made(command, tmp_path, lay) -> None:
    folder = workspaces.folder_of("p1", NODE)
    lay(folder, tmp_path)
    with pytest.raises(NodeProblem, match="not a folder of this user alone"):
        do(command)
    looked = node.look("p1", NODE, command, plan_of(plan_with(train("u1"))).build)
    assert looked.problem.code == "no-permission"
    assert not (tmp_path / "calls").exists()
    assert not folder.is_dir() or not list(folder.iterdir())


def a_link(lock: Path, tmp_path: Path) -> None:
    (tmp_path / "a file of mine").write_text("")
    lock.symlink_to(tmp_path / "a file of mine")


def a_lock_of_somebody_else(lock: Path, tmp_path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can give files away")
    lock.write_text("")
    os.chown(lock, 65534, 65534)


@pytest.mark.parametrize("lay", [a_link, a_lock_of_somebody_else])
def test_a_lock_that_somebody_else_made_is_refused_and_keeps_nobody_from_other_plans(command, tmp_path, lay) -> None:
    folder = workspaces.folder_of("p1", NODE)
    lay(folder.with_name(folder.name + ".lock"), tmp_path)
    with pytest.raises(NodeProblem, match=r"The lock .* (cannot be opened|is of another user)"):
        do(command)
    folder.mkdir(mode=0o700)
    assert node.look("p2", NODE, command, plan_of(plan_with(train("u1"))).build).problem is None
    assert folder.exists() and not workspaces.remove(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="the system ends the program only on Linux")
def test_the_program_ends_when_the_worker_that_started_it_is_killed(command, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MODE", "slow")
    source = (
        f"import sys; sys.path[:0] = {sys.path!r}\nfrom pathlib import Path\nfrom shelfwise_ray.engine import Engine\n"
    )
    unit = tmp_path / "unit.json"
    unit.write_text("{}")
    work = f"Engine({command!r}, Path({str(tmp_path / 'workspace')!r})).work(Path({str(unit)!r}))"
    worker = subprocess.Popen([sys.executable, "-c", source + work])
    pid = int(_when_there(tmp_path / "calls.pid"))
    worker.kill()
    worker.wait()
    while _is_running(pid):
        time.sleep(0.05)


def _when_there(file: Path) -> str:
    while not (file.exists() and file.read_text()):
        time.sleep(0.05)
    return file.read_text()


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
