"""How good scores are: AUC with its interval, calibration error."""

from collections.abc import Sequence
from itertools import groupby
from math import sqrt

from bot.insights.interval import Z

_BINS = 10


def auc(pitches: Sequence[float], others: Sequence[float]) -> float:
    """Give the chance that a pitch scores above another text, ties counting half; 0.5 if a side is empty."""
    if not pitches or not others:
        return 0.5
    ranked = sorted([(score, 1) for score in pitches] + [(score, 0) for score in others])
    above = below = 0.0
    for _, tied in groupby(ranked, key=lambda pair: pair[0]):
        labels = [label for _, label in tied]
        hits = sum(labels)
        above += hits * (below + (len(labels) - hits) / 2)
        below += len(labels) - hits
    return above / (len(pitches) * len(others))


def auc_interval(pitches: Sequence[float], others: Sequence[float]) -> tuple[float, float]:
    """Give the 95 % interval of the AUC (Hanley and McNeil 1982)."""
    area, wins, losses = auc(pitches, others), len(pitches), len(others)
    if not wins or not losses:
        return 0.0, 1.0
    first, second = area / (2 - area), 2 * area * area / (1 + area)
    spread = area * (1 - area) + (wins - 1) * (first - area * area) + (losses - 1) * (second - area * area)
    half = Z * sqrt(max(spread, 0.0) / (wins * losses))
    return max(0.0, area - half), min(1.0, area + half)


def calibration_error(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Give the expected calibration error: ten bins of equal width, weighted by how many texts they hold."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for score, label in zip(scores, labels, strict=True):
        bins[min(int(score * _BINS), _BINS - 1)].append((score, label))
    gaps = (abs(sum(score for score, _ in each) - sum(label for _, label in each)) for each in bins)
    return sum(gaps) / max(1, len(scores))
