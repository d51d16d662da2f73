"""Scores the corpus by models that never saw the passage's writer, and keeps the scores beside the corpus."""

import json
import zlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, cast

from bot.recognition.cascade import Cascade
from bot.recognition.training import fit_linear, fit_transformer
from bot.recognition.training.calibrate import Windows
from bot.recognition.training.corpus import CORPUS, CorpusError, Entry, leave_writers_out
from bot.recognition.training.examples import Cutter

LEFT_OUT = CORPUS / "left_out.json"
"""Log-odds of both models for each window of each passage, by models that its writer was left out of."""

_DIGITS = 3

Say = Callable[[str], None]


def by_both(
    entries: Sequence[Entry],
    cutter: Cutter,
    folds: Sequence[Collection[int]],
    recipe: fit_transformer.Recipe,
    say: Say,
) -> list[Windows]:
    """Score each passage by models fitted without its fold. folds: indices of entries."""
    examples = cutter.examples(entries)
    scored: list[Windows] = [[] for _ in entries]
    for number, fold in enumerate(folds, start=1):
        learnt = [each for each in examples if each.entry not in fold]
        linear, transformer = fit_linear.fit(learnt), fit_transformer.fit(learnt, recipe)
        texts = {index: cutter.windows(entries[index].text) for index in sorted(fold)}
        whole = iter(transformer.log_odds([text for found in texts.values() for text in found]))
        for index, found in texts.items():
            scored[index] = [(linear.log_odds(text), next(whole)) for text in found]
        say(f"  fold {number} of {len(folds)}: learnt {len(learnt)} windows, judged {len(texts)} passages")
    return scored


def by_linear(entries: Sequence[Entry], cutter: Cutter, folds: Sequence[Collection[int]]) -> list[float]:
    """Give each passage's highest linear log-odds by models fitted without its fold; -99 if not read."""
    examples = cutter.examples(entries)
    scored = [-99.0] * len(entries)
    for fold in folds:
        linear = fit_linear.fit([each for each in examples if each.entry not in fold])
        for index in fold:
            scored[index] = max(map(linear.log_odds, cutter.windows(entries[index].text)), default=-99.0)
    return scored


def writers(entries: Sequence[Entry], count: int) -> list[frozenset[int]]:
    """Deal the passages into folds, as indices, so that all of a writer's are in one of them."""
    dealt = leave_writers_out((entry.writer for entry in entries), count)
    return [frozenset(at for at, entry in enumerate(entries) if entry.writer in fold) for fold in dealt]


def by_shipped(
    entries: Sequence[Entry], cutter: Cutter, shipped: Cascade, path: Path = LEFT_OUT
) -> list[Windows]:
    """Keep the scores there are, and score new writers by the models from before they wrote.

    shipped: fitted to just the writers that have scores. Raises CorpusError for a passage without a score
    whose writer has some, as those models have seen that writer; and without the transformer's packages.
    """
    if shipped.transformer is None:
        raise CorpusError("new writers are scored by the transformer too: install the extra slow")
    linear, transformer = shipped.linear, shipped.transformer
    given = _given(path)
    seen = {entry.writer for entry in entries if entry.id in given}
    scored = iter(load([entry for entry in entries if entry.writer in seen], path))
    return [
        next(scored)
        if entry.writer in seen
        else [(linear.log_odds(text), transformer.log_odds(text)) for text in cutter.windows(entry.text)]
        for entry in entries
    ]


def save(entries: Sequence[Entry], scored: Sequence[Windows], path: Path = LEFT_OUT) -> None:
    """Keep the scores, a line per passage: its text's checksum, then for each window both log-odds."""
    rows = [
        (entry.id, [_checksum(entry), *([round(each, _DIGITS) for each in window] for window in windows)])
        for entry, windows in zip(entries, scored, strict=True)
    ]
    lines = (f"{json.dumps(name)}: {json.dumps(row)}" for name, row in rows)
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def load(entries: Sequence[Entry], path: Path = LEFT_OUT) -> list[Windows]:
    """Read the scores of these passages.

    Raises CorpusError if one has none, or had another text when it was scored.
    """
    given = _given(path)
    found: list[Windows] = []
    for entry in entries:
        if entry.id not in given:
            raise CorpusError(f"{path.name} has no score for {entry.id!r}: run make train")
        checksum, *windows = given[entry.id]
        if checksum != _checksum(entry):
            raise CorpusError(f"{entry.id!r} has changed since it was scored: run make train")
        found.append([(float(one), float(two)) for one, two in windows])
    return found


def _given(path: Path) -> dict[str, list[Any]]:
    return cast("dict[str, list[Any]]", json.loads(path.read_text(encoding="utf-8")))


def _checksum(entry: Entry) -> str:
    return f"{zlib.crc32(entry.text.encode()):08x}"
