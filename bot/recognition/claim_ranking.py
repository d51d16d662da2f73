"""Ranks the claims of a pitch by how likely it makes them, so that its note can answer the first.

Rules find a claim with its words, and so can be quoted; they find a fifth of what a pitch claims. A small
model for each family finds more, and says of the whole text what it is about.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot.recognition.linear import LinearModel, ModelError, features, in_models

_ASSERTED = 0.6
"""Log-odds that a claim gains by being asserted in a sentence that rules found. Set on writers left out; from
0.3 to 1.0 makes no difference of more than half a point."""

_BY_RULES_ALONE = 2.0
"""Log-odds of an asserted claim that no model knows: few texts make it, and none by chance."""

LEAST = 0.0
"""Log-odds from which a claim counts as made. Below it three in four would be wrong: docs/measurements.md."""


@dataclass(frozen=True, slots=True)
class ClaimRanking:
    """A model for each family of claims. models: by the claim's id."""

    models: dict[str, LinearModel]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read models: a line for each term (claim, term, frequency, weight); a bias has no term."""
        bias: dict[str, float] = {}
        terms: dict[str, dict[str, tuple[float, float]]] = {}
        try:
            for line in path.read_text(encoding="utf-8").splitlines():
                claim, term, idf, weight = line.split("\t")
                if term:
                    terms.setdefault(claim, {})[term] = (float(idf) ** 2, float(weight))
                else:
                    bias[claim] = float(weight)
            return cls({claim: LinearModel(bias[claim], found) for claim, found in terms.items()})
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{in_models(path)} cannot be read as models of claims: {error}") from None

    def ranked(self, text: str, asserted: Collection[str], known: Collection[str]) -> tuple[str, ...]:
        """List the claims that a pitch makes, as far as can be told, the likeliest first.

        text: as the models read it. asserted: ids that rules found. known: ids of its topic's claims.
        """
        found = features(text)
        scores = {
            claim: model.log_odds_of(found) + _ASSERTED * (claim in asserted)
            for claim, model in self.models.items()
            if claim in known
        }
        scores |= {claim: _BY_RULES_ALONE for claim in asserted if claim not in scores}
        made = (claim for claim, score in scores.items() if score > LEAST)
        return tuple(sorted(made, key=lambda claim: -scores[claim]))
