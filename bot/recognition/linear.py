"""The fast path's model: weighted words and word pairs of a window, in plain Python."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Self

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[?!:%$<>]")


class ModelError(Exception):
    """A model's file is missing or cannot be read. The message is one line."""


def in_models(path: Path) -> str:
    """Name a model's file by topic and file, for a message."""
    return f"{path.parent.name}/{path.name}"


def features(text: str) -> list[str]:
    """Words and word pairs of a window's text, without repeats, in order of first appearance."""
    tokens = _TOKEN.findall(text)
    pairs = map(" ".join, pairwise(tokens))
    return list(dict.fromkeys([*tokens, *pairs]))


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Logistic regression on TF-IDF, as a dictionary.

    terms: by word or word pair, its inverse document frequency and its weight times that frequency.
    Invariant: what is not in terms counts for nothing, neither for the score nor for the text's length.
    """

    bias: float
    terms: dict[str, tuple[float, float]]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a model: the bias, then a line per term (term, frequency, weight). Raises ModelError."""
        try:
            first, *lines = path.read_text(encoding="utf-8").splitlines()
            rows = (line.split("\t") for line in lines)
            terms = {term: (float(idf) ** 2, float(weight)) for term, idf, weight in rows}
            return cls(float(first), terms)
        except (OSError, ValueError) as error:
            raise ModelError(f"{in_models(path)} cannot be read as a model: {error}") from None

    @property
    def words(self) -> frozenset[str]:
        """Single words that the model knows."""
        return frozenset(filter(str.isalpha, self.terms))

    @property
    def rarities(self) -> dict[str, float]:
        """Single words, each with the negative logarithm of the share of windows that hold it."""
        words = ((term, sqrt(idf)) for term, (idf, _) in self.terms.items() if " " not in term)
        return {word: idf - 1 for word, idf in words}

    def log_odds(self, text: str) -> float:
        """How much a window's text reads like a pitch; above 0 more than not. Linear in the text."""
        return self.log_odds_of(features(text))

    def log_odds_of(self, terms: list[str]) -> float:
        """Give the log-odds of a text whose words and pairs are these, for one that several models read."""
        return self.bias + self._moved(terms)

    def parts(self, texts: Iterable[str]) -> list[float]:
        """List what each sentence of a window adds to its log-odds, beside the bias.

        Pairs across two sentences are nobody's, so the parts do not add up to the whole exactly.
        """
        found = [features(text) for text in texts]
        length = self._length(dict.fromkeys(term for terms in found for term in terms))
        seen: set[str] = set()
        added: list[float] = []
        for terms in found:
            fresh = [term for term in terms if term not in seen]
            seen.update(fresh)
            added.append(sum(self.terms[term][1] for term in fresh if term in self.terms) / length)
        return added

    def _moved(self, terms: list[str]) -> float:
        known = self.terms
        total = squares = 0.0
        for term in terms:
            found = known.get(term)
            if found is not None:
                squares += found[0]
                total += found[1]
        return total / sqrt(squares) if squares else 0.0

    def _length(self, terms: Iterable[str]) -> float:
        return sqrt(sum(self.terms[term][0] for term in terms if term in self.terms)) or 1.0
