"""Fits what the models' log-odds mean, on passages whose writers the models never saw."""

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from operator import itemgetter
from pathlib import Path
from typing import Any

from bot.recognition.cascade import Calibration, closely_read, insistence, probability

Windows = Sequence[tuple[float, float]]
"""For each window of a passage what the linear model and the transformer say of it; empty if none is read."""

LOST_AT_MOST = 0.002
"""Share of pitches that the fast model may call harmless by itself, each of them never read closely."""

_ROUNDS = 6


def score_alone(calibration: Calibration, windows: Windows, claims: int = 0) -> float:
    """Score a passage by the fast model only, 0-1. claims: families that it asserts."""
    if not windows:
        return 0.0
    highest = max(linear for linear, _ in windows)
    claimed = 0.0 if highest < calibration.sure else insistence(claims)
    return probability(calibration.weigh_alone(highest) + claimed)


def score(calibration: Calibration, windows: Windows, claims: int = 0) -> float:
    """Score a passage as the recogniser does, 0-1; 0 if it leaves at the gate. claims: as above."""
    if not windows or max(linear for linear, _ in windows) < calibration.sure:
        return score_alone(calibration, windows, claims)
    deciding = max(calibration.weigh_both(*window) for window in _closely_read(windows))
    return probability(deciding + insistence(claims))


def _closely_read(windows: Windows) -> list[tuple[float, float]]:
    return closely_read(windows, itemgetter(0))


def calibrate(passages: Sequence[Windows], labels: Sequence[bool]) -> Calibration:
    """Fit the two models' weights and the fast path's limit. passages: scored with their writers left out.

    Which window decides depends on the weights, so they are fitted a few times in turn.
    """
    read = [(windows, label) for windows, label in zip(passages, labels, strict=True) if windows]
    truth = [label for _, label in read]
    alone = _regression([[max(linear for linear, _ in windows)] for windows, _ in read], truth)
    pitches = sorted(max(linear for linear, _ in windows) for windows, label in read if label)
    sure = pitches[int(LOST_AT_MOST * len(pitches))]
    both = Calibration((alone[0], alone[1]), (0.5, 0.5, 0.0), sure)
    for _ in range(_ROUNDS):
        deciding = [max(_closely_read(windows), key=_by(both)) for windows, _ in read]
        fitted = _regression([list(window) for window in deciding], truth)
        both = Calibration(both.alone, (fitted[0], fitted[1], fitted[2]), sure)
    return both


def _by(calibration: Calibration) -> Callable[[tuple[float, float]], float]:
    return lambda window: calibration.weigh_both(*window)


def _regression(rows: list[list[float]], truth: list[bool]) -> list[float]:
    """Fit a logistic regression: a weight per column, then the offset."""
    linear_model: Any = import_module("sklearn.linear_model")
    fitted = linear_model.LogisticRegression(C=100.0).fit(rows, truth)
    return [*map(float, fitted.coef_[0]), float(fitted.intercept_[0])]


def save(calibration: Calibration, path: Path) -> None:
    """Write a calibration as Calibration.load reads it."""
    given = {
        "alone": [round(value, 4) for value in calibration.alone],
        "both": [round(value, 4) for value in calibration.both],
        "sure": round(calibration.sure, 4),
    }
    path.write_text(json.dumps(given) + "\n", encoding="utf-8")
