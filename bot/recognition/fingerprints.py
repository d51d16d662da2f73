"""Fingerprints of texts: winnowed, and for what is stored keyed and bounded in number.

Winnowing after Schleimer, Wilkerson, Aiken, SIGMOD 2003 (their figure 5 has known errors and is not
followed). Keeping the least of them after Broder, SEQUENCES 1997.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from typing import Self

from bot.recognition.fold import fold

K_GRAM = 36
WINDOW = 25
MOST_KEPT = 600
"""Fingerprints kept of a post: all of about 7 500 letters, an even selection of what is longer."""

LONGEST = 160_000
"""Characters of a text whose fingerprints are taken; more cost time and tell copies apart no better."""

_BITS = 64
_BASE = 0x1_0000_01B3
_MODULUS = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Selection:
    """The fingerprints of a text, or the least of them.

    below: every fingerprint that the text has under this value is among `values`. So a selection is compared
    with those of another text that lie under it, and the shares found are true on average.
    """

    values: frozenset[int]
    below: int = 1 << _BITS

    @classmethod
    def least(cls, values: Iterable[int]) -> Self:
        """Select the MOST_KEPT least: two texts that share a part then share what was selected of it."""
        return cls.kept(nsmallest(MOST_KEPT, values))

    @classmethod
    def kept(cls, values: Collection[int]) -> Self:
        """Take up a selection that was stored; a full one may have left out what is greater."""
        whole = len(values) < MOST_KEPT
        return cls(frozenset(values), 1 << _BITS if whole else max(values) + 1)

    def comparable(self, own: frozenset[int]) -> frozenset[int]:
        """Return those of another text's fingerprints that would be selected here if this text had them."""
        if self.below >= 1 << _BITS:
            return own
        return frozenset(value for value in own if value < self.below)


class OwnFingerprints:
    """All fingerprints of one text, taken on first need and once for each key."""

    __slots__ = ("_taken", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken: dict[bytes | None, frozenset[int]] = {}

    def under(self, key: bytes | None) -> frozenset[int]:
        """Return the fingerprints under a key, or plain with None."""
        if key not in self._taken:
            self._taken[key] = fingerprints(self._text) if key is None else keyed(self.under(None), key)
        return self._taken[key]


def keyed(values: Iterable[int], key: bytes) -> frozenset[int]:
    """Hash fingerprints with a secret (blake2b, 8 bytes), so that nobody without it can tell a text's.

    key: at most 64 bytes.
    """
    person = b"fingerprint"  # the same secret can serve another purpose and never give the same hash
    return frozenset(
        int.from_bytes(blake2b(value.to_bytes(8), digest_size=8, key=key, person=person).digest())
        for value in values
    )


def fingerprints(text: str) -> frozenset[int]:
    """Winnowed fingerprints of a text: folded, letters and digits only. 64 bits each.

    Any shared run of WINDOW + K_GRAM - 1 = 60 letters and digits yields a shared fingerprint. The same in
    every process. Linear in the text. A text below K_GRAM letters has one, of the whole.
    """
    return frozenset(_winnow(_k_gram_hashes(_letters(fold(text[:LONGEST]).text[:LONGEST]))))


def _letters(folded: str) -> str:
    """Without spaces and signs, which copying changes most."""
    return "".join(filter(str.isalnum, folded))


def _k_gram_hashes(letters: str) -> Iterator[int]:
    """Hash each run of K_GRAM letters, rolling (Rabin-Karp, a Mersenne prime), mixed for fair minima.

    Of fewer letters than that, the one run there is.
    """
    size = max(1, min(K_GRAM, len(letters)))
    top = pow(_BASE, size - 1, _MODULUS)
    value = 0
    codes = [ord(letter) for letter in letters]
    for index, code in enumerate(codes):
        if index >= size:
            value -= codes[index - size] * top
        value = (value * _BASE + code) % _MODULUS
        if index >= size - 1:
            yield value * 0x9E3779B97F4A7C15 % (1 << _BITS)


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
