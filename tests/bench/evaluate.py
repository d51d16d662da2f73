"""How well the recogniser tells pitches from the rest, with 95 % intervals, and its worst mistakes.

    python -m tests.bench.evaluate [FILE.jsonl …] [--seeds DIR] [--benign FILE.jsonl] [--known DIR]
        [--kinds] [--disguised] [--thresholds]

Without files: the table of goals on the corpus, each passage scored by models that never saw its writer (kept
by `make train`), then the shipped models on texts that are not in the corpus. A line of a file is an object
with "text" and "label" ("pitch" or "benign"), and perhaps "id" and "kind". Texts of --seeds and --benign stay
outside the repository; none of their words is printed.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import cast

from bot.check import known_texts
from bot.insights.interval import wilson
from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition import KnownArticles, Recogniser
from bot.recognition.cascade import MODELS, Calibration
from bot.recognition.training import corpus, left_out
from bot.recognition.training.calibrate import Windows, score
from bot.recognition.training.examples import Cutter
from bot.recognition.training.metrics import auc, auc_interval, calibration_error
from bot.recognition.training.report import THRESHOLD, table
from tests.bench import thresholds
from tests.bench.baselines import topic_and_phrases, topic_words
from tests.bench.disguises import DISGUISES
from tests.bench.sets import Set, outside_sets, own_sets

HERE = Path(__file__).resolve().parent.parent
WORST_SHOWN = 12
TOPIC = "kratom"

Score = Callable[[str], float]
Windowed = Sequence[Windows]


def say(line: str = "") -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def left_out_scores(entries: Sequence[corpus.Entry]) -> tuple[Windowed, Calibration, list[int]]:
    """Read how each passage was scored by models blind to its writer, and how many claims it asserts."""
    scored, calibration = left_out.load(entries), Calibration.load(MODELS / TOPIC / "calibration.json")
    cutter = Cutter(next(topic for topic in built_in() if topic.id == TOPIC))
    claims = [cutter.claims(entry.text, windows) for entry, windows in zip(entries, scored, strict=True)]
    return scored, calibration, claims


def goals() -> None:
    """Print the table of goals on the corpus, and the worst mistakes there."""
    entries = corpus.load()
    scored, calibration, claims = left_out_scores(entries)
    say(f"The corpus, {len(entries)} passages, each scored by models that never saw its writer:")
    for line in table(entries, scored, claims, calibration, corpus.briefs()):
        say("  " + line)
    read = zip(scored, claims, strict=True)
    scores = [score(calibration, windows, count) for windows, count in read]
    mistakes = [
        (abs(judged - THRESHOLD), judged, f"{entry.kind}: {entry.text}")
        for judged, entry in zip(scores, entries, strict=True)
        if (judged >= THRESHOLD) != entry.is_pitch
    ]
    worst(mistakes)


def cautions(sets: Iterable[Set], judge: Score, *, with_corpus: bool) -> None:
    """Print what careful, balanced and eager find and flag wrongly."""
    scored = thresholds.of_sets(sets, judge)
    if with_corpus:
        entries = corpus.load()
        windows, calibration, claims = left_out_scores(entries)
        scores = [score(calibration, *read) for read in zip(windows, claims, strict=True)]
        scored = chain(thresholds.of_corpus(entries, scores, corpus.briefs()), scored)
    for line in thresholds.lines(scored):
        say(line)


def compare(sets: Sequence[Set], scorers: dict[str, Score]) -> None:
    """Print a line per set: how many texts, and per way of judging the share flagged with its interval."""
    say(f"{'set':40}{'label':>8}{'texts':>7}" + "".join(f"{name:>28}" for name in scorers))
    for each in sets:
        cells: list[str] = []
        for judge in scorers.values():
            hits = sum(judge(text) >= THRESHOLD for text in each.texts)
            low, high = wilson(hits, len(each.texts))
            cells.append(f"{hits:>5} {hits / max(1, len(each.texts)):>7.1%} ({low:.1%}-{high:.1%})")
        label = "pitch" if each.pitches else "benign"
        say(f"{each.name[:39]:40}{label:>8}{len(each.texts):>7}" + "".join(f"{cell:>28}" for cell in cells))


def areas(sets: Sequence[Set], scorers: dict[str, Score]) -> None:
    """Print AUC and calibration error over the files' own texts."""
    for name, judge in scorers.items():
        scores = [(judge(text), each.pitches) for each in sets if each.own for text in each.texts]
        pitches = [value for value, is_pitch in scores if is_pitch]
        others = [value for value, is_pitch in scores if not is_pitch]
        if pitches and others:
            low, high = auc_interval(pitches, others)
            error = calibration_error([value for value, _ in scores], [is_pitch for _, is_pitch in scores])
            area = f"AUC {auc(pitches, others):.4f} ({low:.4f}-{high:.4f})"
            say(f"{name}: {area}, calibration error {error:.3f}")


def disguised(sets: Sequence[Set], judge: Score) -> None:
    """Print for each disguise how many of the files' own pitches are found in it."""
    pitches = [text for each in sets if each.own and each.pitches for text in each.texts]
    plain = sum(judge(text) >= THRESHOLD for text in pitches)
    say(f"\n{plain} of {len(pitches)} pitches are found undisguised; disguised:")
    for name, disguise in DISGUISES.items():
        found = sum(judge(disguise(text)) >= THRESHOLD for text in pitches)
        say(f"  {name:30}{found:>6}  {(found - plain) / max(1, len(pitches)):+.1%}")


def worst(mistakes: Iterable[tuple[float, float, str]]) -> None:
    """Print what is judged most wrongly."""
    ranked = sorted(mistakes, reverse=True)
    say(f"\n{len(ranked)} mistakes; the worst:")
    for _, judged, text in ranked[:WORST_SHOWN]:
        say(f"  {judged:.2f}  {text[:160]!r}")


def mistakes_of(sets: Sequence[Set], judge: Score) -> Iterator[tuple[float, float, str]]:
    """Give the mistakes in committed texts: how far off, score, text."""
    for each in sets:
        for text in each.texts if each.own else ():
            judged = judge(text)
            if (judged >= THRESHOLD) != each.pitches:
                yield abs(judged - THRESHOLD), judged, text


def scorer(recogniser: Recogniser) -> Score:
    """Score texts by a recogniser."""
    return lambda text: recogniser.judge(Post.of_text(text)).score


def main() -> None:
    """Read the arguments, judge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*", help="labelled texts; instead of the project's own")
    parser.add_argument("--seeds", type=Path, help="a folder of pitches as *.txt, outside the repository")
    parser.add_argument("--benign", type=Path, help="a jsonl file of benign chat, outside the repository")
    parser.add_argument("--known", type=Path, help="a folder of known articles: shows them on as well")
    parser.add_argument("--disguised", action="store_true", help="the same pitches in disguise too")
    parser.add_argument("--kinds", action="store_true", help="a line for each kind of text too")
    parser.add_argument("--thresholds", action="store_true", help="only careful, balanced and eager")
    given = parser.parse_args()
    seeds, benign, known = (cast("Path | None", each) for each in (given.seeds, given.benign, given.known))
    named = cast("list[Path]", given.files)
    files = named or sorted((HERE / "data").glob("*.jsonl"))
    if cast("bool", given.thresholds):
        measured = [*own_sets(files), *outside_sets(seeds, benign)]
        whole = [each for each in measured if cast("bool", given.kinds) or not each.of_kind]
        cautions(whole, scorer(Recogniser.standard()), with_corpus=not named)
        return
    if not named:
        goals()
        say("\nThe shipped models, on texts that are not in the corpus:")

    scorers: dict[str, Score] = {
        "both models": scorer(Recogniser.standard()),
        "fast model alone": scorer(Recogniser(built_in(), slow=False)),
        "topic words": topic_words(),
    }
    if known:
        articles = KnownArticles.from_texts(known_texts(known))
        scorers["both, known articles on"] = scorer(Recogniser(built_in(), articles))
    if seeds:
        scorers["topic + their phrases"] = topic_and_phrases(seeds)
    sets = [*outside_sets(seeds, benign), *own_sets(files)]
    if cast("bool", given.disguised):
        disguised(sets, scorers["both models"])
    compare([each for each in sets if cast("bool", given.kinds) or not each.of_kind], scorers)
    areas(sets, scorers)
    worst(mistakes_of(sets, scorers["both models"]))


if __name__ == "__main__":
    main()
