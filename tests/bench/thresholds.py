"""What each of the words for how sure Signpost must be finds, and flags wrongly."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.insights.interval import wilson
from bot.recognition.training.corpus import Brief, Entry
from bot.recognition.training.report import LONG
from bot.server_settings.model import Caution
from tests.bench.sets import Set


@dataclass(frozen=True, slots=True)
class Scored:
    """Texts that are counted together, each with its score, 0-1."""

    name: str
    pitches: bool
    scores: Sequence[float]


def of_corpus(
    entries: Sequence[Entry], scores: Sequence[float], briefs: Mapping[str, Brief]
) -> Iterator[Scored]:
    """Part the corpus as the table of goals does. scores: one a passage, by models blind to its writer."""

    def chosen(name: str, wanted: Callable[[Entry], bool], *, pitches: bool) -> Scored:
        found = [
            score
            for entry, score in zip(entries, scores, strict=True)
            if entry.is_pitch is pitches and wanted(entry)
        ]
        return Scored(f"corpus: {name}", pitches, found)

    def group(name: str) -> Callable[[Entry], bool]:
        return lambda entry: briefs[entry.kind].group == name

    yield chosen(f"pitches of {LONG} words and more", lambda entry: entry.words >= LONG, pitches=True)
    yield chosen(f"pitches under {LONG} words", lambda entry: entry.words < LONG, pitches=True)
    yield chosen("neutral information", group("information"), pitches=False)
    yield chosen("community chat", group("chat"), pitches=False)


def of_sets(sets: Iterable[Set], judge: Callable[[str], float]) -> Iterator[Scored]:
    """Score the texts of each set."""
    for each in sets:
        yield Scored(each.name, each.pitches, [judge(text) for text in each.texts])


def lines(scored: Iterable[Scored]) -> Iterator[str]:
    """Write the table: a line for each group of texts, a column for each word, with 95 % intervals."""
    heads = "".join(f"{f'{each} {each.threshold}':>32}" for each in Caution)
    yield f"{'flagged':42}{'label':>8}{'texts':>7}{heads}"
    for each in scored:
        cells = "".join(f"{_share(each.scores, word.threshold):>32}" for word in Caution)
        label = "pitch" if each.pitches else "benign"
        yield f"{each.name[:41]:42}{label:>8}{len(each.scores):>7}{cells}"


def _share(scores: Sequence[float], threshold: float) -> str:
    hits = sum(score >= threshold for score in scores)
    low, high = wilson(hits, len(scores))
    return f"{hits} {hits / max(1, len(scores)):.1%} ({low:.1%}-{high:.1%})"
