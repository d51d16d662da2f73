"""Blanks in a text that was read off a picture, which loses some and sees some that are not there."""

import re
from collections.abc import Iterator, Mapping
from math import inf

_PARTS = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|[^A-Za-z]+")
_APOSTROPHE = str.maketrans("’", "'")

_END = re.compile(r"(?<=[A-Za-z])(?:[,;:](?=[A-Za-z])|[.!?](?=[A-Z][a-z]))")
"""A sign that ends a sentence or a part of one, with no blank after it."""

_SHORT = 3
_COMMON = 4.5
"""Rarity from which a word of three letters or less is taken for a fragment: endings would pass for words."""

_ALONE = frozenset({"a", "i"})
"""Letters that are a word by themselves."""

_LONGEST_WORD = 20
_SHORTEST_RUN, _LONGEST_RUN = 5, 200
"""Letters of a run that is looked into; what is longer is no line of words."""

_SHORTEST_REJOINED = 4

_OF_A_WORD = 4.2
"""Logarithm of how many words a window has: added to a word's rarity it makes one of its place in a text."""

_UNKNOWN, _UNKNOWN_LETTER = 10.0, 2.0
"""Rarity of a part that is no known word, and what each letter adds. Higher, and names fall to pieces; lower,
and lines stay in one. Chosen on texts of which all blanks were taken: 96 in 100 come back, while one is added
for each 140 words of an untouched text."""


class Spacing:
    """Parts words that run together, and rejoins those that fell apart, by the words that it knows.

    Invariant: nothing but blanks is added or taken, and a known word is never parted.
    """

    def __init__(self, rarities: Mapping[str, float]) -> None:
        """rarities: of the known words, lower case, as LinearModel has them."""
        self._known = frozenset(
            word for word in rarities if (len(word) > 1 and word[0].isalpha()) or word in _ALONE
        )
        self._costs = {
            word: rarities[word] + _OF_A_WORD
            for word in self._known
            if len(word) > _SHORT or rarities[word] < _COMMON
        }

    def pieces(self, text: str) -> Iterator[str]:
        """Yield the text with its blanks set right, a piece at a time, each made in a millisecond or two."""
        parts = _PARTS.findall(_END.sub(r"\g<0> ", text))
        place = 0
        while place < len(parts):
            if self._fell_apart(parts[place : place + 3]):
                yield parts[place] + parts[place + 2]
                place += 3
            else:
                yield self._parted(parts[place])
                place += 1

    def _fell_apart(self, parts: list[str]) -> bool:
        """Whether two runs of letters and the blank between them are one word, and not two."""
        match parts:
            case [first, " ", second] if second.islower() and len(first + second) >= _SHORTEST_REJOINED:
                stand = all(_plain(each) in self._costs for each in (first, second))
                return _plain(first + second) in self._known and not stand
            case _:
                return False

    def _parted(self, part: str) -> str:
        if not part[0].isalpha() or not _SHORTEST_RUN <= len(part) <= _LONGEST_RUN:
            return part
        return part if _plain(part) in self._known else " ".join(self._words(part))

    def _words(self, run: str) -> list[str]:
        """Take a run of letters apart into its likeliest words, each taken to stand by itself (Viterbi)."""
        letters = _plain(run)
        costs, begins = [0.0], [0]
        for end in range(1, len(letters) + 1):
            cost, begin = inf, end
            for start in range(max(0, end - _LONGEST_WORD), end):
                here = costs[start] + self._cost(letters[start:end])
                if here < cost:
                    cost, begin = here, start
            costs.append(cost)
            begins.append(begin)
        words: list[str] = []
        end = len(run)
        while end:
            words.append(run[begins[end] : end])
            end = begins[end]
        return words[::-1]

    def _cost(self, word: str) -> float:
        return self._costs.get(word, _UNKNOWN + _UNKNOWN_LETTER * len(word))


def _plain(word: str) -> str:
    return word.lower().translate(_APOSTROPHE)
