import json
from pathlib import Path

import pytest
from plans import DATA, plan_with, train

from shelfwise_ray.plan import plan_of, read_plan
from shelfwise_ray.problem import Problem


def test_a_plan_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan_with(train("u1"), train("u2", "u1", cores=4, memory=10, bring=False))))
    plan = read_plan(file)
    first, second = plan.units
    assert (first.cores, first.memory, first.after, first.bring) == (1, 0, (), True)
    assert (second.cores, second.memory, second.after, second.bring) == (4, 10, ("u1",), False)
    assert plan.command is None and plan.retries == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"schema": 2}, "schema 2"),
        ({"plan": "../p"}, "plan.json.plan"),
        ({"build": {"version": "0.2.0", "buildSha256": "b"}}, "build.buildSha256"),
        ({"data": [{"fingerprint": DATA, "file": "../../etc/passwd"}]}, "data[0].file"),
        ({"data": [{"fingerprint": DATA, "file": "a.zip", "folder": "/shared"}]}, "one of file, folder and url"),
        ({"data": [{"fingerprint": DATA, "folder": "shared"}]}, "must begin with /"),
        ({"data": []}, "needs the data set"),
        ({"retries": True}, "plan.json.retries"),
        ({"retries": -1}, "out of range"),
        ({"command": "shelfwise"}, "list of texts"),
        ({"units": [train("u1"), train("u1")]}, "u1 is there twice"),
        ({"units": [train("u1", "u2"), train("u2")]}, "u1 is after u2"),
        ({"units": [{"id": "u1", "unit": {"kind": "dance"}}]}, "must be one of train"),
        ({"units": [{"id": "u1", "unit": {"kind": "verify"}}]}, "units[0].unit.run"),
        ({"units": ["u1"]}, "units[0] must be an object"),
    ],
)
def test_what_is_no_plan_is_refused_by_the_part_that_is_wrong(change: dict, said: str) -> None:
    with pytest.raises(Problem) as refused:
        plan_of(plan_with(train("u1")) | change)
    assert said in refused.value.message


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("{")
    with pytest.raises(Problem, match="plan.json cannot be read"):
        read_plan(file)
