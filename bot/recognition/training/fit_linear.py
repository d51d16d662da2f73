"""Fits the fast path's model: TF-IDF of words and word pairs, logistic regression (scikit-learn)."""

from collections.abc import Sequence
from importlib import import_module
from math import sqrt
from pathlib import Path
from typing import Any

from bot.recognition.linear import LinearModel, features
from bot.recognition.training.examples import Disguiser, Example

# Windows and varied copies a term must stand in; rarer ones are half of all, cost memory and say nothing.
_RARE = 5
_STRENGTH = 10.0
_DIGITS = 4


def fit(examples: Sequence[Example], seed: int = 0) -> LinearModel:
    """Fit the model to examples and one varied copy of each. The same examples give the same model."""
    text_features: Any = import_module("sklearn.feature_extraction.text")
    linear_model: Any = import_module("sklearn.linear_model")
    disguiser = Disguiser(examples, seed)
    learnt = [*examples, *map(disguiser.vary, examples)]
    vectorizer = text_features.TfidfVectorizer(analyzer=features, binary=True, min_df=_RARE)
    matrix = vectorizer.fit_transform([each.text for each in learnt])
    fitted = linear_model.LogisticRegression(C=_STRENGTH, max_iter=2000)
    fitted.fit(matrix, [each.is_pitch for each in learnt], sample_weight=_weights(learnt))
    terms = {
        term: (
            float(vectorizer.idf_[index]) ** 2,
            float(fitted.coef_[0][index]) * float(vectorizer.idf_[index]),
        )
        for term, index in vectorizer.vocabulary_.items()
    }
    return LinearModel(float(fitted.intercept_[0]), terms)


def _weights(examples: Sequence[Example]) -> list[float]:
    """Weigh each passage once, however many windows it has, and both labels alike."""
    windows: dict[int, int] = {}
    for each in examples:
        windows[each.entry] = windows.get(each.entry, 0) + 1
    pitches = len({each.entry for each in examples if each.is_pitch})
    share = {True: 0.5 / max(1, pitches), False: 0.5 / max(1, len(windows) - pitches)}
    return [share[each.is_pitch] / windows[each.entry] * 2 * len(windows) for each in examples]


def save(model: LinearModel, path: Path) -> None:
    """Write a model as LinearModel.load reads it, terms in order, so that two of them compare well."""
    lines = [f"{model.bias:.{_DIGITS}f}"]
    lines += [
        f"{term}\t{sqrt(squared):.{_DIGITS}f}\t{weight:.{_DIGITS}f}"
        for term, (squared, weight) in sorted(model.terms.items())
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
