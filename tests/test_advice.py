"""Which mode a server has earned: worked examples, and what must hold for every record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice import LEAST_RULINGS, Record, advise
from bot.policy import Mode
from bot.server_settings.model import DEFAULT_GOAL

ORDER = (Mode.OFF, Mode.OBSERVE, Mode.REVIEW, Mode.NOTE)

records = st.builds(Record, confirmed=st.integers(0, 200), dismissed=st.integers(0, 200))
goals = st.floats(0.5, 0.99)


@pytest.mark.parametrize(
    ("mode", "record", "goal", "then"),
    [
        (Mode.OBSERVE, Record(35, 0), 0.9, Mode.REVIEW),
        (Mode.REVIEW, Record(35, 0), 0.9, Mode.NOTE),
        (Mode.OBSERVE, Record(34, 0), 0.9, None),
        (Mode.OBSERVE, Record(20, 0), 0.83, Mode.REVIEW),
        (Mode.OBSERVE, Record(19, 0), 0.5, None),
        (Mode.REVIEW, Record(23, 1), 0.79, Mode.NOTE),
        (Mode.REVIEW, Record(23, 1), 0.8, None),
        (Mode.NOTE, Record(200, 0), 0.9, None),
        (Mode.NOTE, Record(20, 0), 0.9, None),
        (Mode.NOTE, Record(18, 2), 0.9, None),
        (Mode.NOTE, Record(17, 3), 0.9, Mode.REVIEW),
        (Mode.REVIEW, Record(17, 3), 0.9, Mode.OBSERVE),
        (Mode.NOTE, Record(0, 19), 0.9, None),
        (Mode.OBSERVE, Record(0, 40), 0.9, None),
        (Mode.OFF, Record(40, 0), 0.5, None),
        (Mode.OFF, Record(0, 40), 0.9, None),
    ],
)
def test_a_step_is_advised_as_the_rulings_say(
    mode: Mode, record: Record, goal: float, then: Mode | None
) -> None:
    advice = advise(mode, record, goal)

    assert (advice.then if advice else None) is then


@given(st.sampled_from(Mode), records, goals)
def test_advice_is_one_step_on_enough_rulings(mode: Mode, record: Record, goal: float) -> None:
    advice = advise(mode, record, goal)

    if advice is not None:
        assert record.rulings >= LEAST_RULINGS
        assert abs(ORDER.index(advice.then) - ORDER.index(mode)) == 1
        assert advice.then is not Mode.OFF
        assert advice.is_back == (ORDER.index(advice.then) < ORDER.index(mode))


@given(records, goals)
def test_a_server_never_has_both_earned_and_lost_a_mode(record: Record, goal: float) -> None:
    low, high = record.bounds
    advice = advise(Mode.REVIEW, record, goal)

    assert low <= high
    if advice is not None:
        assert (low >= goal) != advice.is_back


@given(records, goals)
def test_one_more_confirmed_case_never_costs_a_server_its_mode(record: Record, goal: float) -> None:
    better = Record(record.confirmed + 1, record.dismissed)
    if record.rulings >= LEAST_RULINGS and advise(Mode.NOTE, record, goal) is None:
        assert advise(Mode.NOTE, better, goal) is None


def test_the_usual_goal_takes_more_than_the_least_number_of_rulings() -> None:
    assert advise(Mode.OBSERVE, Record(LEAST_RULINGS, 0), DEFAULT_GOAL) is None
