"""Compares ways to tell pitches from the rest, each fitted without the writers it is judged on.

    python -m bot.recognition.training.compare [--folds 8] [--random]

Prints for each: AUC, pitches found where 0.5 % of the community chat is flagged, neutral information flagged
there. The cascade's own scores are those that make train kept.
"""

import argparse
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any, cast

from bot.knowledge.topics import built_in
from bot.recognition.cascade import MODELS, Calibration
from bot.recognition.fold import fold
from bot.recognition.gate import Names
from bot.recognition.training import corpus, fit_transformer, left_out
from bot.recognition.training.__main__ import TOPIC, say
from bot.recognition.training.calibrate import calibrate, score
from bot.recognition.training.corpus import Brief, Entry
from bot.recognition.training.examples import Cutter
from bot.recognition.training.metrics import auc
from bot.recognition.training.report import LONG

_CHAT_FLAGGED = 0.005


def main() -> None:
    """Read the arguments, fit, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--random", action="store_true", help="the cascade by a random split too: hours")
    given = parser.parse_args()
    count = cast("int", given.folds)
    topic = next(each for each in built_in() if each.id == TOPIC)
    entries, cutter = corpus.load(), Cutter(topic)
    briefs = corpus.briefs()
    writers = left_out.writers(entries, count)
    randomly = [frozenset(fold) for fold in corpus.at_random(len(entries), count)]
    names = Names(topic)
    kept = left_out.load(entries)
    calibration = Calibration.load(MODELS / TOPIC / "calibration.json")

    def show(name: str, scores: Sequence[float]) -> None:
        say(f"{name:52}" + _figures(entries, scores, briefs))

    named = [
        float(any(each.kind == "topic" for each in names.mentions(fold(entry.text)))) for entry in entries
    ]
    show("any topic word", named)
    show("TF-IDF + linear, writers left out", left_out.by_linear(entries, cutter, writers))
    show("TF-IDF + linear, split at random", left_out.by_linear(entries, cutter, randomly))
    for kind in ("static", "frozen"):
        vectors = _vectors(entries, cutter, static=kind == "static")
        show(f"{kind} embedding + linear, writers left out", _embedded(entries, vectors, writers))
        show(f"{kind} embedding + linear, split at random", _embedded(entries, vectors, randomly))
    show(
        "fine-tuned transformer, writers left out",
        [max((b for _, b in each), default=-99.0) for each in kept],
    )
    show("the cascade, writers left out", [score(calibration, windows) for windows in kept])
    claims = [cutter.claims(entry.text, windows) for entry, windows in zip(entries, kept, strict=True)]
    read = zip(kept, claims, strict=True)
    show("the same with claims counted", [score(calibration, windows, count) for windows, count in read])
    if cast("bool", given.random):
        flattered = left_out.by_both(entries, cutter, randomly, fit_transformer.Recipe(), say)
        fitted = calibrate(flattered, [entry.is_pitch for entry in entries])
        show("the cascade, split at random", [score(fitted, windows) for windows in flattered])


def _figures(entries: Sequence[Entry], scores: Sequence[float], briefs: dict[str, Brief]) -> str:
    pairs = list(zip(scores, entries, strict=True))
    chat = sorted(value for value, entry in pairs if briefs[entry.kind].group == "chat")
    limit = chat[-1 - int(_CHAT_FLAGGED * len(chat))]

    def share(chosen: list[float]) -> str:
        return f"{sum(value > limit for value in chosen) / max(1, len(chosen)):7.1%}"

    area = auc(
        [value for value, entry in pairs if entry.is_pitch],
        [value for value, entry in pairs if not entry.is_pitch],
    )
    return (
        f"AUC {area:.4f}  long"
        + share([value for value, entry in pairs if entry.is_pitch and entry.words >= LONG])
        + "  short"
        + share([value for value, entry in pairs if entry.is_pitch and entry.words < LONG])
        + "  information"
        + share([value for value, entry in pairs if briefs[entry.kind].group == "information"])
    )


def _vectors(entries: Sequence[Entry], cutter: Cutter, *, static: bool) -> list[list[Any]]:
    """Embed each passage's windows: mean of the word pieces' own vectors or of the pretrained last layer."""
    torch = import_module("torch")
    fitted = fit_transformer.untrained()
    with torch.no_grad():
        return [
            [fitted.embed(text, static=static) for text in cutter.windows(entry.text) or [entry.text.lower()]]
            for entry in entries
        ]


def _embedded(
    entries: Sequence[Entry], vectors: Sequence[Sequence[Any]], folds: Sequence[Collection[int]]
) -> list[float]:
    """Judge each passage by its most pitch-like window, as the models do."""
    linear_model: Any = import_module("sklearn.linear_model")
    scores = [-99.0] * len(entries)
    for out in folds:
        learnt = [
            (vector, entry.is_pitch)
            for index, entry in enumerate(entries)
            if index not in out
            for vector in vectors[index]
        ]
        model = linear_model.LogisticRegression(C=10.0, max_iter=3000)
        model.fit([vector for vector, _ in learnt], [is_pitch for _, is_pitch in learnt])
        for index in out:
            scores[index] = float(max(model.decision_function(list(vectors[index]))))
    return scores


if __name__ == "__main__":
    main()
