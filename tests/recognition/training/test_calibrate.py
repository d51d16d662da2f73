from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.recognition.cascade import SLOW_WINDOWS, Calibration, closely_read, probability
from bot.recognition.training.calibrate import score, score_alone

CALIBRATION = Calibration(alone=(2.0, -1.0), both=(0.5, 1.5, 0.25), sure=-2.0)

odds = st.floats(-20, 20)
windows = st.lists(st.tuples(odds, odds), max_size=9)


def test_the_windows_that_the_fast_model_thinks_most_of_are_read_closely() -> None:
    assert closely_read([(-1.0, 9.0), (3.0, 0.0), (1.0, 0.0), (2.0, 0.0)], itemgetter(0)) == [
        (3.0, 0.0),
        (2.0, 0.0),
        (1.0, 0.0),
    ]
    assert closely_read([], itemgetter(0)) == []


def test_both_models_are_weighed() -> None:
    assert score(CALIBRATION, [(1.0, 2.0)]) == probability(0.5 * 1.0 + 1.5 * 2.0 + 0.25)


def test_the_window_that_both_think_most_of_decides() -> None:
    assert score(CALIBRATION, [(3.0, -4.0), (1.0, 2.0), (2.0, 0.0)]) == score(CALIBRATION, [(1.0, 2.0)])


def test_what_the_transformer_thinks_of_a_window_it_never_reads_counts_for_nothing() -> None:
    suspicious = [(4.0, -1.0)] * SLOW_WINDOWS

    assert score(CALIBRATION, [*suspicious, (3.9, 20.0)]) == score(CALIBRATION, suspicious)


def test_where_the_fast_model_is_sure_it_scores_alone() -> None:
    sure = [(-2.5, 20.0), (-3.0, 20.0)]

    assert score(CALIBRATION, sure) == score_alone(CALIBRATION, sure) == probability(2.0 * -2.5 - 1.0)


def test_the_limit_itself_is_read_closely() -> None:
    assert score(CALIBRATION, [(-2.0, 1.0)]) == probability(0.5 * -2.0 + 1.5 + 0.25)


def test_alone_the_fast_model_goes_by_its_highest_window() -> None:
    assert score_alone(CALIBRATION, [(0.0, 9.0), (1.0, -9.0)]) == probability(2.0 * 1.0 - 1.0)


def test_a_passage_that_leaves_at_the_gate_scores_nothing() -> None:
    assert score(CALIBRATION, []) == score_alone(CALIBRATION, []) == 0.0


@given(windows)
def test_the_order_of_windows_changes_nothing_for_the_fast_model(given_: list[tuple[float, float]]) -> None:
    assert score_alone(CALIBRATION, sorted(given_)) == score_alone(CALIBRATION, given_)


@given(windows)
def test_scores_lie_between_nought_and_one(given_: list[tuple[float, float]]) -> None:
    assert 0.0 <= score(CALIBRATION, given_) <= 1.0
    assert 0.0 <= score_alone(CALIBRATION, given_) <= 1.0


@given(windows.filter(bool), st.floats(0, 10))
def test_a_window_more_never_lowers_what_the_fast_model_says(
    given_: list[tuple[float, float]], more: float
) -> None:
    assert score_alone(CALIBRATION, [*given_, (more, 0.0)]) >= score_alone(CALIBRATION, given_)


def test_scores_are_those_of_log_odds() -> None:
    assert score_alone(Calibration((1.0, 0.0), (1.0, 0.0, 0.0), -9.0), [(0.0, 0.0)]) == pytest.approx(0.5)
