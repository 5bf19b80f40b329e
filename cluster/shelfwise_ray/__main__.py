"""python -m shelfwise_ray PLAN.json: the entry point of the job that a user's computer submits."""

from __future__ import annotations

import sys
from pathlib import Path

from .driver import run
from .events import Events
from .plan import read_plan
from .problem import Problem


def main(words: list[str]) -> int:
    events = Events()
    try:
        if len(words) != 1:
            raise Problem("usage", "Name the plan: python -m shelfwise_ray PLAN.json")
        file = Path(words[0])
        return run(read_plan(file), file.parent.resolve(), events)
    except Problem as problem:
        events.tell("end", done=0, failed=0, problem=problem.told())
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
