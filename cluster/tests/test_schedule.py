from plans import plan_with, train

from shelfwise_ray.plan import plan_of
from shelfwise_ray.problem import NodeProblem, Problem
from shelfwise_ray.schedule import Schedule

LOST = NodeProblem("internal", "The node was lost.")


def schedule_of(*units: dict) -> Schedule:
    return Schedule(plan_of(plan_with(*units)))


def begun(schedule: Schedule) -> list[str]:
    ids = []
    while (unit := schedule.begin()) is not None:
        ids.append(unit.id)
    return ids


def test_units_begin_in_order_each_after_those_that_it_needs() -> None:
    schedule = schedule_of(train("a"), train("b", "a"), train("c"), train("d", "b", "c"))
    assert begun(schedule) == ["a", "c"]
    schedule.done("c")
    assert begun(schedule) == []
    schedule.done("a")
    assert begun(schedule) == ["b"]
    schedule.done("b")
    assert begun(schedule) == ["d"]
    schedule.done("d")
    assert schedule.is_over()


def test_a_lost_node_is_tried_again_as_often_as_the_plan_says() -> None:
    schedule = schedule_of(train("a"))
    said = []
    for _ in range(3):
        assert begun(schedule) == ["a"]
        said.append(schedule.after_problem("a", LOST))
    assert said == ["retry", "retry", "failed"]


def test_a_problem_of_the_work_is_not_tried_again() -> None:
    schedule = schedule_of(train("a"))
    begun(schedule)
    assert schedule.after_problem("a", Problem("diverged", "It diverged.")) == "failed"


def test_a_unit_that_never_began_counts_no_try() -> None:
    schedule = schedule_of(train("a"), train("b"))
    assert schedule.begin().id == "a"
    schedule.put_back("a")
    assert schedule.begin().id == "a"
    assert schedule.attempt_of("a") == 1


def test_what_waits_for_a_failed_unit_fails_with_it_and_the_rest_goes_on() -> None:
    schedule = schedule_of(train("a"), train("b", "a"), train("c", "b"), train("d"))
    told = []
    begun(schedule)
    schedule.fail("a")
    schedule.give_up_after("a", lambda id, problem: told.append((id, problem.code)))
    assert told == [("b", "not-found"), ("c", "not-found")]
    assert not schedule.is_over()
    schedule.done("d")
    assert schedule.is_over()
    assert (schedule.count("done"), schedule.count("failed")) == (1, 3)


def test_giving_up_leaves_nothing_open() -> None:
    schedule = schedule_of(train("a"), train("b", "a"), train("c"))
    schedule.begin()
    told = []
    schedule.give_up(LOST, lambda id, problem: told.append(id))
    assert told == ["a", "b", "c"] and schedule.is_over() and schedule.begin() is None


def test_a_unit_that_is_stopped_is_left_out_whether_it_has_begun_or_not() -> None:
    schedule = schedule_of(train("a"), train("b"), train("c"), train("d"))
    assert schedule.begin().id == "a"
    assert [schedule.stop(id) for id in ("a", "b", "b", "nobody")] == [True, True, False, False]
    assert begun(schedule) == ["c", "d"]
    schedule.done("c")
    assert [schedule.stop("c"), schedule.is_over()] == [False, False]
    schedule.done("d")
    assert schedule.is_over()
    assert (schedule.count("done"), schedule.count("stopped"), schedule.count("failed")) == (2, 2, 0)


def test_what_waits_for_a_stopped_unit_says_so() -> None:
    schedule = schedule_of(train("a"), train("b", "a"))
    told = []
    schedule.stop("a")
    schedule.give_up_after("a", lambda id, problem: told.append((id, problem.message)))
    assert told == [("b", "It needs unit a, which was stopped.")] and schedule.is_over()


def test_a_unit_that_is_stopped_while_it_waits_for_another_try_is_not_tried_again() -> None:
    schedule = schedule_of(train("a"))
    begun(schedule)
    assert schedule.after_problem("a", LOST) == "retry"
    assert schedule.stop("a")
    assert schedule.begin() is None and schedule.is_over()
