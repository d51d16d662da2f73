from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.insights.interval import wilson
from bot.recognition.training.metrics import auc, auc_interval, calibration_error

few = st.lists(st.sampled_from([0.0, 0.1, 0.2, 0.5, 0.9, 1.0]), min_size=1, max_size=20)


@given(few, few)
def test_auc_is_the_share_of_pairs_in_order_ties_counting_half(
    pitches: list[float], others: list[float]
) -> None:
    won = sum((one > two) + (one == two) / 2 for one in pitches for two in others)

    assert auc(pitches, others) == pytest.approx(won / (len(pitches) * len(others)))


@given(few, few)
def test_auc_turned_around_is_the_rest(pitches: list[float], others: list[float]) -> None:
    assert auc(pitches, others) + auc(others, pitches) == pytest.approx(1.0)


def test_auc_of_an_empty_side_is_a_coin() -> None:
    assert auc([], [0.3]) == auc([0.3], []) == auc([], []) == 0.5


def test_auc_says_how_well_two_groups_part() -> None:
    assert auc([0.8, 0.9], [0.1, 0.2]) == 1.0
    assert auc([0.1, 0.2], [0.8, 0.9]) == 0.0
    assert auc([0.5] * 3, [0.5] * 4) == 0.5


@given(few, few)
def test_the_interval_of_an_auc_holds_it(pitches: list[float], others: list[float]) -> None:
    low, high = auc_interval(pitches, others)

    assert 0.0 <= low <= auc(pitches, others) <= high <= 1.0


def test_more_texts_narrow_the_interval_of_an_auc() -> None:
    pitches, others = [0.4, 0.6, 0.9], [0.1, 0.5, 0.3]
    few_low, few_high = auc_interval(pitches, others)
    low, high = auc_interval(pitches * 20, others * 20)

    assert high - low < few_high - few_low
    assert auc_interval([], others) == (0.0, 1.0)


def test_wilson_gives_the_known_interval() -> None:
    low, high = wilson(81, 263)

    assert (low, high) == (pytest.approx(0.2553, abs=1e-4), pytest.approx(0.3662, abs=1e-4))


@pytest.mark.parametrize("total", [1, 10, 1000])
def test_wilson_never_says_never(total: int) -> None:
    squared = 1.959964**2

    assert wilson(0, total) == (pytest.approx(0.0), pytest.approx(squared / (total + squared)))
    assert wilson(total, total) == (pytest.approx(total / (total + squared)), pytest.approx(1.0))


def test_wilson_of_nothing_is_the_whole_range() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_wilson_is_where_the_share_is_two_spreads_off(given_: tuple[int, int]) -> None:
    hits, total = given_
    low, high = wilson(hits, total)

    assert 0.0 <= low < high <= 1.0
    for edge in (low, high):
        off = abs(hits / total - edge)
        assert off == pytest.approx(1.959964 * sqrt(edge * (1 - edge) / total), abs=1e-6)


def test_scores_that_mean_what_they_say_have_no_calibration_error() -> None:
    assert calibration_error([0.25] * 4, [True, False, False, False]) == 0.0
    assert calibration_error([0.0, 1.0], [False, True]) == 0.0
    assert calibration_error([], []) == 0.0


def test_calibration_error_is_the_gap_in_each_bin_weighted_by_its_texts() -> None:
    scores = [0.95] * 3 + [0.15]
    labels = [True, False, False, False]

    assert calibration_error(scores, labels) == pytest.approx(3 / 4 * (0.95 - 1 / 3) + 1 / 4 * 0.15)


def test_every_score_needs_its_label() -> None:
    with pytest.raises(ValueError, match="shorter"):
        calibration_error([0.1, 0.2], [True])
