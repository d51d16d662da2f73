"""Rebuilds the shipped models from the corpus, with fixed seeds, and prints their scores on writers left out.

    python -m bot.recognition.training [--folds 8] [--into DIR]

On two cores it takes many hours, on a GPU some minutes. --folds 0 keeps the scores there are, has the shipped
models score the writers that are new to them, and fits once (about an hour).
"""

import argparse
import sys
from pathlib import Path
from typing import cast

from bot.knowledge.topics import built_in
from bot.recognition.cascade import CLAIMS, MODELS, Cascade
from bot.recognition.training import corpus, fit_claims, fit_linear, fit_transformer, left_out
from bot.recognition.training.calibrate import calibrate, save
from bot.recognition.training.examples import Cutter
from bot.recognition.training.report import table

TOPIC = "kratom"


def say(line: str) -> None:
    """Print a line at once: training takes long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the arguments, train, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, default=8, help="folds of writers; 0: score new writers only")
    parser.add_argument("--into", type=Path, default=MODELS / TOPIC, help="where the models go")
    given = parser.parse_args()
    folds, into = cast("int", given.folds), cast("Path", given.into)
    if folds < 0 or folds == 1:
        parser.error("--folds is 0, or 2 and more")

    topic = next(each for each in built_in() if each.id == TOPIC)
    entries, cutter, recipe = corpus.load(), Cutter(topic), fit_transformer.Recipe()
    say(f"{len(entries)} passages by {len({entry.writer for entry in entries})} writers")
    if folds:
        say("Scoring each passage by models that never saw its writer:")
        dealt = left_out.writers(entries, folds)
        scored = left_out.by_both(entries, cutter, dealt, recipe, say)
    else:
        scored = left_out.by_shipped(entries, cutter, Cascade.shipped(TOPIC))
    left_out.save(entries, scored)
    scored = left_out.load(entries)
    calibration = calibrate(scored, [entry.is_pitch for entry in entries])
    claims = [cutter.claims(entry.text, windows) for entry, windows in zip(entries, scored, strict=True)]
    for line in table(entries, scored, claims, calibration, corpus.briefs()):
        say(line)
    say("Fitting the models to the whole corpus…")
    into.mkdir(parents=True, exist_ok=True)
    examples = cutter.examples(entries)
    fit_linear.save(fit_linear.fit(examples), into / "linear.tsv")
    claims_of = fit_claims.listing_claims(entries)
    fit_claims.save(fit_claims.fit_to(claims_of, cutter), into / CLAIMS)
    say(f"  {len(examples)} windows, {recipe.epochs} times over")
    fitted = fit_transformer.fit(
        examples, recipe, after_epoch=lambda epoch: say(f"  {epoch} of {recipe.epochs} times")
    )
    fit_transformer.save(fitted, into / "transformer.onnx", into / "vocabulary.json")
    save(calibration, into / "calibration.json")
    for path in sorted(into.iterdir()):
        say(f"  {path.name:20}{path.stat().st_size / (1 << 20):8.1f} MiB")


if __name__ == "__main__":
    main()
