"""Looks up what words do in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.recognition.words import CLAIM_WORDS, STANCE_WORDS

_ENTRY = re.compile(r'"([^"]+)"|(\S+)')
_KEY = 3
_SHORTEST_WORTH_UNMASKING = 4


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Looks the classes of words up.

    exact: classes by word. stems: (stem, classes) by the stem's first three letters. phrases: by first
    word, the words that follow (the last may end in "*") and the class.
    """

    exact: dict[str, tuple[str, ...]]
    stems: dict[str, tuple[tuple[str, str], ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def classes(self, word: str) -> list[str]:
        """List the classes of one folded word, by itself."""
        found = list(self.exact.get(word, ()))
        for stem, name in self.stems.get(word[:_KEY], ()):
            if word.startswith(stem):
                found.append(name)
        return found

    def phrases_at(self, words: list[str], index: int) -> Iterator[tuple[str, int]]:
        """Yield the classes of the phrases that begin at words[index], each with its last word's index."""
        for rest, name in self.phrases.get(words[index], ()):
            last = index + len(rest)
            if last < len(words) and all(
                _matches(words[index + 1 + offset], wanted) for offset, wanted in enumerate(rest)
            ):
                yield name, last


def _matches(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


@cache
def lexicon() -> Lexicon:
    """Build the lexicon, once."""
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entries in {**CLAIM_WORDS, **STANCE_WORDS}.items():
        for entry in dict.fromkeys(phrase or word for phrase, word in _ENTRY.findall(entries)):
            first, *rest = entry.split()
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), name))
            elif first.endswith("*"):
                stems.setdefault(first[:_KEY], []).append((first[:-1], name))
            else:
                exact.setdefault(first, []).append(name)
    return Lexicon(
        {word: tuple(names) for word, names in exact.items()},
        {key: tuple(found) for key, found in stems.items()},
        {word: tuple(found) for word, found in phrases.items()},
    )


@cache
def class_names() -> frozenset[str]:
    """Every class a pattern may name, without the two that a topic itself fills: topic and hint."""
    return frozenset(CLAIM_WORDS) | frozenset(STANCE_WORDS)


@cache
def words_worth_unmasking() -> frozenset[str]:
    """Words of claims, at least four letters long, that digits or dots may hide ("w1thdrawal")."""
    found: set[str] = set()
    for entries in CLAIM_WORDS.values():
        found.update(re.findall(r"[a-z]+", entries))
    return frozenset(word for word in found if len(word) >= _SHORTEST_WORTH_UNMASKING)
