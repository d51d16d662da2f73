"""The table of goals, from scores of writers left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.insights.interval import wilson
from bot.policy import PlaceSettings
from bot.recognition.cascade import Calibration
from bot.recognition.training.calibrate import Windows, score, score_alone
from bot.recognition.training.corpus import Brief, Entry
from bot.recognition.training.metrics import auc, auc_interval, calibration_error

LONG = 200
"""Words from which a pitch counts as long."""

THRESHOLD = PlaceSettings().threshold
"""The default threshold."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    goal: the share of hits to reach with pitches, to stay under with others.
    """

    name: str
    hits: int
    total: int
    goal: float
    pitches: bool

    def __str__(self) -> str:
        low, high = wilson(self.hits, self.total)
        share = self.hits / max(1, self.total)
        reached = share >= self.goal if self.pitches else share <= self.goal
        goal = f"{'>=' if self.pitches else '<='} {self.goal:.1%}"
        return (
            f"{self.name:48}{self.hits:>6} of {self.total:<6}{share:>7.1%} ({low:.1%}-{high:.1%})"
            f"{goal:>12}  {'reached' if reached else 'SHORT'}"
        )


def table(
    entries: Sequence[Entry],
    scored: Sequence[Windows],
    claims: Sequence[int],
    calibration: Calibration,
    briefs: Mapping[str, Brief],
) -> Iterator[str]:
    """Write the table of goals on the corpus.

    scored: by models that never saw the passage's writer; claims: how many each asserts.
    """
    read = list(zip(scored, claims, strict=True))
    scores = [score(calibration, windows, count) for windows, count in read]
    alone = [score_alone(calibration, windows, count) for windows, count in read]
    yield f"{'by both models':48}{'flagged':>16}{'':>8} (95 % interval){'goal':>11}"
    yield from _rows(entries, scores, briefs)
    gone = sum(not windows for windows, entry in zip(scored, entries, strict=True) if entry.is_pitch)
    yield str(
        Row(
            "pitches lost by the gate alone",
            gone,
            sum(entry.is_pitch for entry in entries),
            0.005,
            pitches=False,
        )
    )
    yield from _whole(entries, scores)
    yield f"{'by the fast model alone':48}"
    yield from _rows(entries, alone, briefs)
    yield from _whole(entries, alone)
    settled = sum(
        max((linear for linear, _ in windows), default=-99.0) < calibration.sure for windows in scored
    )
    yield f"settled by the fast path: {settled / max(1, len(entries)):.1%} of the passages"


def _rows(entries: Sequence[Entry], scores: Sequence[float], briefs: Mapping[str, Brief]) -> Iterator[str]:
    flagged = [score >= THRESHOLD for score in scores]

    def row(name: str, goal: float, wanted: Callable[[Entry], bool], *, pitches: bool) -> str:
        chosen = [
            flag
            for flag, entry in zip(flagged, entries, strict=True)
            if entry.is_pitch is pitches and wanted(entry)
        ]
        return str(Row(name, sum(chosen), len(chosen), goal, pitches))

    def unnamed(entry: Entry) -> bool:
        return entry.words < LONG and "kratom" not in entry.text.lower()

    def group(name: str) -> Callable[[Entry], bool]:
        return lambda entry: briefs[entry.kind].group == name

    yield row(f"pitches of {LONG} words and more", 0.99, lambda entry: entry.words >= LONG, pitches=True)
    yield row(f"pitches under {LONG} words", 0.95, lambda entry: entry.words < LONG, pitches=True)
    yield row("of them without the word kratom", 0.95, unnamed, pitches=True)
    yield row("neutral information", 0.02, group("information"), pitches=False)
    yield row("community chat", 0.005, group("chat"), pitches=False)


def _whole(entries: Sequence[Entry], scores: Sequence[float]) -> Iterator[str]:
    pitches = [score for score, entry in zip(scores, entries, strict=True) if entry.is_pitch]
    others = [score for score, entry in zip(scores, entries, strict=True) if not entry.is_pitch]
    low, high = auc_interval(pitches, others)
    yield f"{'AUC':48}{auc(pitches, others):>32.4f} ({low:.4f}-{high:.4f}){'>= 0.99':>12}"
    error = calibration_error(scores, [entry.is_pitch for entry in entries])
    yield f"{'expected calibration error':48}{error:>32.3f}{'<= 0.03':>28}"
