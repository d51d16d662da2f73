"""The two models together: the fast one for every window, the slow one for the few that stay uncertain."""

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from bot.recognition.claim_ranking import ClaimRanking
from bot.recognition.linear import LinearModel, ModelError, in_models
from bot.recognition.transformer import ReadingError, Transformer
from bot.recognition.windows import Window

log = logging.getLogger(__name__)

T = TypeVar("T")

MODELS = Path(__file__).parent / "models"
"""Where the shipped models lie: for each topic a folder of its id."""

CLAIMS = "claims.tsv"
"""The file of a topic's folder that holds the models of its claims."""

SLOW_WINDOWS = 3
"""Windows of a post that the transformer reads at most: the ones the fast model thinks most of."""

# Two claims are soon made in talk; from the third on each adds as much, up to six of them.
_FREE_CLAIMS = 2
_MOST_CLAIMS = 6
_CLAIM_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns what the models say into log-odds that mean what they say, fitted on writers left out.

    alone: weight of the linear model and offset, where it judges by itself; both: the two models' weights and
    the offset. sure: a post whose every window the linear model puts below this is no pitch; the transformer
    is not asked.
    """

    alone: tuple[float, float]
    both: tuple[float, float, float]
    sure: float

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a calibration. Raises ModelError."""
        try:
            given = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
            weight, offset = map(float, given["alone"])
            linear, transformer, both = map(float, given["both"])
            return cls((weight, offset), (linear, transformer, both), float(given["sure"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{in_models(path)} cannot be read as a calibration: {error}") from None

    def weigh_alone(self, linear: float) -> float:
        """Calibrate what the linear model says by itself."""
        weight, offset = self.alone
        return weight * linear + offset

    def weigh_both(self, linear: float, transformer: float) -> float:
        """Calibrate what the two models say together."""
        of_linear, of_transformer, offset = self.both
        return of_linear * linear + of_transformer * transformer + offset


@dataclass(frozen=True, slots=True)
class Glanced:
    """A window and what the linear model says of it."""

    window: Window
    linear: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A window as both models see it. log_odds: calibrated; by_words, as_whole: what each model adds to them.

    as_whole is None where the transformer was not asked or is not installed.
    """

    window: Window
    log_odds: float
    by_words: float
    as_whole: float | None


@dataclass(frozen=True, slots=True)
class Cascade:
    """The models of one topic."""

    linear: LinearModel
    transformer: Transformer | None
    calibration: Calibration
    claims: ClaimRanking

    @staticmethod
    @cache
    def shipped(topic: str, *, slow: bool = True) -> "Cascade":
        """Load a topic's models, once.

        slow: whether to use the transformer, where its packages are installed. Raises ModelError if a file is
        missing or broken.
        """
        folder = MODELS / topic
        transformer = (
            Transformer.load(folder / "transformer.onnx", folder / "vocabulary.json") if slow else None
        )
        return Cascade(
            LinearModel.load(folder / "linear.tsv"),
            transformer,
            Calibration.load(folder / "calibration.json"),
            ClaimRanking.load(folder / CLAIMS),
        )

    def glance(self, window: Window) -> Glanced:
        """Ask the fast model."""
        return Glanced(window, self.linear.log_odds(window.text))

    def is_sure(self, glanced: list[Glanced]) -> bool:
        """Whether the fast model alone can say that none of the windows is a pitch."""
        return all(each.linear < self.calibration.sure for each in glanced)

    def harmless(self, glanced: list[Glanced]) -> float:
        """Score 0-1 of a post that the fast model is sure of."""
        return probability(self.calibration.weigh_alone(max(each.linear for each in glanced)))

    def read(self, glanced: list[Glanced]) -> list[Reading]:
        """Read the most suspicious windows closely, most pitch-like first; at most SLOW_WINDOWS of them."""
        chosen = closely_read(glanced, lambda each: each.linear)
        close = not self.is_sure(glanced)
        readings = [self._read(each, close=close) for each in chosen]
        return sorted(readings, key=lambda reading: -reading.log_odds)

    def _read(self, each: Glanced, *, close: bool) -> Reading:
        whole = self._as_whole(each) if close else None
        weights = self.calibration
        if whole is None:
            alone = weights.weigh_alone(each.linear)
            return Reading(each.window, alone, weights.alone[0] * each.linear, None)
        both = weights.weigh_both(each.linear, whole)
        return Reading(each.window, both, weights.both[0] * each.linear, weights.both[1] * whole)

    def _as_whole(self, each: Glanced) -> float | None:
        """Ask the transformer; None where it is not installed or fails: the fast model is there."""
        try:
            return self.transformer.log_odds(each.window.text) if self.transformer else None
        except ReadingError as error:
            log.warning("The transformer failed on a window, so the fast model judges it alone: %s", error)
            return None


def closely_read(windows: Iterable[T], linear: Callable[[T], float]) -> list[T]:
    """Choose the windows that the linear model thinks most of, most first; at most SLOW_WINDOWS of them."""
    return sorted(windows, key=lambda window: -linear(window))[:SLOW_WINDOWS]


def insistence(claims: int) -> float:
    """Give the log-odds that many different claims add: a sober article with six is a pitch all the same.

    claims: families that the post asserts. Set by hand: the models weigh wording, and hedged articles
    hide in it.
    """
    return _CLAIM_WEIGHT * min(max(claims - _FREE_CLAIMS, 0), _MOST_CLAIMS)


def probability(log_odds: float) -> float:
    """Log-odds as a score 0-1, rounded to four digits so that a stored score compares equal."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 4)
