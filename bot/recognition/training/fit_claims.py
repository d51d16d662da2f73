"""Fits the models that rank a pitch's claims, and says how often the first one is right.

    python -m bot.recognition.training.fit_claims [--folds 4] [--into FILE]

Minutes on one core. They learn from the corpus's pitches, whose writers listed what each asserts. --folds
leaves writers out first and counts how often the claim that ranks first is one that its writer listed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib import import_module
from math import sqrt
from pathlib import Path
from typing import Any, cast

from bot.knowledge.topics import Topic, built_in
from bot.recognition.cascade import CLAIMS, MODELS
from bot.recognition.claim_ranking import ClaimRanking
from bot.recognition.fold import fold
from bot.recognition.linear import LinearModel, features
from bot.recognition.training import corpus
from bot.recognition.training.corpus import Entry
from bot.recognition.training.examples import Cutter
from bot.recognition.training.left_out import writers

TOPIC = "kratom"

# Texts that a term must stand in, and the terms that each claim keeps: more of them gain nothing.
_RARE, _TERMS = 10, 300
_STRENGTH = 10.0
_LEAST_TEXTS = 20
_DIGITS = 4


def fit(texts: Sequence[str], claims: Sequence[Collection[str]]) -> ClaimRanking:
    """Fit a model for each claim that enough texts make. claims: of each text, as ids. Deterministic."""
    counted = Counter(claim for each in claims for claim in each)
    matrix, vectorizer = _weighed(texts, None)
    names = vectorizer.get_feature_names_out()
    models: dict[str, LinearModel] = {}
    for claim in sorted(claim for claim, count in counted.items() if count >= _LEAST_TEXTS):
        makes = [claim in each for each in claims]
        weights = _fitted(matrix, makes).coef_[0]
        strongest = sorted(range(len(names)), key=lambda index: -abs(float(weights[index])))[:_TERMS]
        models[claim] = _on_its_own(texts, makes, sorted(str(names[index]) for index in strongest))
    return ClaimRanking(models)


def _on_its_own(texts: Sequence[str], makes: Sequence[bool], terms: Sequence[str]) -> LinearModel:
    """Fit a claim's model anew on the terms that it keeps: as it is used, all others count for nothing."""
    matrix, vectorizer = _weighed(texts, terms)
    fitted = _fitted(matrix, makes)
    rows = zip(vectorizer.get_feature_names_out(), vectorizer.idf_, fitted.coef_[0], strict=True)
    weights = {str(term): (float(idf) ** 2, float(weight) * float(idf)) for term, idf, weight in rows}
    return LinearModel(float(fitted.intercept_[0]), weights)


def _weighed(texts: Sequence[str], terms: Sequence[str] | None) -> tuple[Any, Any]:
    """Give texts as TF-IDF, and what made it so. terms: those that count, None for all but rare ones."""
    text_features: Any = import_module("sklearn.feature_extraction.text")
    least = 1 if terms else _RARE
    vectorizer = text_features.TfidfVectorizer(analyzer=features, binary=True, min_df=least, vocabulary=terms)
    return vectorizer.fit_transform(texts), vectorizer


def _fitted(matrix: Any, makes: Sequence[bool]) -> Any:
    linear_model: Any = import_module("sklearn.linear_model")
    return linear_model.LogisticRegression(C=_STRENGTH, max_iter=500).fit(matrix, makes)


def save(ranking: ClaimRanking, path: Path) -> None:
    """Write models as ClaimRanking.load reads them, in order, so that two of them compare well."""
    lines: list[str] = []
    for claim, model in sorted(ranking.models.items()):
        lines.append(f"{claim}\t\t0\t{model.bias:.{_DIGITS}f}")
        lines += [
            f"{claim}\t{term}\t{sqrt(squared):.{_DIGITS}f}\t{weight:.{_DIGITS}f}"
            for term, (squared, weight) in sorted(model.terms.items())
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Ranked:
    """How pitches fared. with_answer: where a claim ranks first; right: where its writer listed that one.

    by_rules: where the claim that rules find in most sentences is a listed one, of with_rules where they
    find any.
    """

    pitches: int
    with_answer: int
    right: int
    with_rules: int
    by_rules: int


def judged_left_out(pitches: Sequence[Entry], cutter: Cutter, topic: Topic, folds: int) -> Ranked:
    """Rank each pitch's claims by models that never saw its writer."""
    texts = [_as_read(entry, cutter) for entry in pitches]
    known = {claim.id for claim in topic.claims}
    answered = right = with_rules = by_rules = 0
    for left_out in writers(pitches, folds):
        learnt = [index for index in range(len(pitches)) if index not in left_out]
        ranking = fit([texts[index] for index in learnt], [pitches[index].claims for index in learnt])
        for index in left_out:
            listed, asserted = pitches[index].claims, cutter.times(pitches[index].text)
            ranked = ranking.ranked(texts[index], asserted, known)
            answered += bool(ranked)
            right += bool(ranked) and ranked[0] in listed
            with_rules += bool(asserted)
            by_rules += bool(asserted) and max(asserted, key=lambda claim: asserted[claim]) in listed
    return Ranked(len(pitches), answered, right, with_rules, by_rules)


def fit_to(pitches: Sequence[Entry], cutter: Cutter) -> ClaimRanking:
    """Fit the models to all pitches."""
    return fit([_as_read(entry, cutter) for entry in pitches], [entry.claims for entry in pitches])


def listing_claims(entries: Sequence[Entry]) -> list[Entry]:
    """Choose the pitches whose writers listed what they claim."""
    return [entry for entry in entries if entry.is_pitch and entry.claims]


def _as_read(entry: Entry, cutter: Cutter) -> str:
    """Give a passage as it is ranked: its windows, or all of it where it names nothing."""
    return " ".join(cutter.windows(entry.text)) or fold(entry.text).text


def main() -> None:
    """Read the arguments, judge writers left out, fit, save."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, default=4, help="folds of writers; 0: fit only")
    parser.add_argument("--into", type=Path, default=MODELS / TOPIC / CLAIMS, help="where the models go")
    given = parser.parse_args()
    folds, into = cast("int", given.folds), cast("Path", given.into)
    if folds < 0 or folds == 1:
        parser.error("--folds is 0, or 2 and more")
    topic = next(each for each in built_in() if each.id == TOPIC)
    cutter = Cutter(topic)
    pitches = listing_claims(corpus.load())
    if folds:
        fared = judged_left_out(pitches, cutter, topic, folds)
        sys.stdout.write(
            f"{fared.pitches} pitches by writers left out\n"
            f"by models: {fared.with_answer} with a claim that ranks first, listed in {fared.right}\n"
            f"by rules:  {fared.with_rules} with a claim made most, listed in {fared.by_rules}\n"
        )
    save(fit_to(pitches, cutter), into)


if __name__ == "__main__":
    main()
