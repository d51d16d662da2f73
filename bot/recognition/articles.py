"""Known articles: near-verbatim copies found by winnowed fingerprints.

Winnowing after Schleimer, Wilkerson, Aiken, SIGMOD 2003 (their figure 5 has known errors and is not
followed).
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from bot.recognition.fold import fold
from bot.recognition.verdict import NearArticle

K_GRAM = 36
WINDOW = 25
# Fewer fingerprints than this are an accident of wording, not a copy.
_FEWEST_SHARED = 3
_BASE = 0x1_0000_01B3
_MODULUS = (1 << 61) - 1


def fingerprints(text: str) -> frozenset[int]:
    """Winnowed fingerprints of a text: folded, letters and digits only.

    Any shared run of WINDOW + K_GRAM - 1 = 60 letters and digits yields a shared fingerprint. The same in
    every process. Linear in the text; empty below K_GRAM letters.
    """
    return frozenset(_winnow(_k_gram_hashes(_letters(fold(text).text))))


def _letters(folded: str) -> str:
    """Without spaces and signs, which copying changes most."""
    return "".join(filter(str.isalnum, folded))


def _k_gram_hashes(letters: str) -> Iterator[int]:
    """Hash each run of K_GRAM letters, rolling (Rabin-Karp, a Mersenne prime), mixed for fair minima."""
    top = pow(_BASE, K_GRAM - 1, _MODULUS)
    value = 0
    codes = [ord(letter) for letter in letters]
    for index, code in enumerate(codes):
        if index >= K_GRAM:
            value -= codes[index - K_GRAM] * top
        value = (value * _BASE + code) % _MODULUS
        if index >= K_GRAM - 1:
            yield value * 0x9E3779B97F4A7C15 % (1 << 64)


def _winnow(hashes: Iterator[int]) -> Iterator[int]:
    """Yield the least hash of every window, by a queue of ascending candidates: each hash enters once."""
    candidates: deque[tuple[int, int]] = deque()
    index = -1
    for index, value in enumerate(hashes):
        while candidates and candidates[-1][0] >= value:
            candidates.pop()
        candidates.append((value, index))
        if candidates[0][1] <= index - WINDOW:
            candidates.popleft()
        if index >= WINDOW - 1:
            yield candidates[0][0]
    if 0 <= index < WINDOW - 1:
        yield candidates[0][0]


@dataclass(frozen=True, slots=True)
class KnownArticles:
    """Fingerprints of articles by name. Holds no text."""

    articles: Mapping[str, frozenset[int]]

    @classmethod
    def none(cls) -> Self:
        """No known article."""
        return cls({})

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Self:
        """Take the fingerprints of texts by name; a text shorter than K_GRAM letters can never be near."""
        return cls({name: fingerprints(text) for name, text in texts.items()})

    def nearest(self, text: str) -> NearArticle | None:
        """Find the article most of which is in the text, or that most of the text is from; None if none is.

        share: the greater of two shares of fingerprints, the article's found in the text and the text's found
        in the article, so that an article inside a longer post and a piece cut out of an article both read as
        what they are: a copy. At least three must be shared.
        """
        if not self.articles:
            return None
        own = fingerprints(text)
        nearest: NearArticle | None = None
        for name in sorted(self.articles):
            known = self.articles[name]
            shared = len(own & known)
            if shared < _FEWEST_SHARED:
                continue
            share = round(max(shared / len(known), shared / len(own)), 4)
            if nearest is None or share > nearest.share:
                nearest = NearArticle(name, share)
        return nearest
