"""Finds a topic's claims in a sentence, by patterns of word classes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.topics import Claim
from bot.recognition.lexicon import class_names
from bot.recognition.sentences import Sentence

_STEP = re.compile(r"^([a-z]+)(?:~(\d{1,2}))?$")
_USUAL_DISTANCE = 7
_NEGATION_REACH = 3
# What a medicine stands after when it is compared or left, not spoken of ("safer than methadone, eases …").
_COMPARES = ("better", "unlike", "instead", "replace", "quit", "free", "without", "negation")
_COMPARED_REACH = 3
# Classes that say by themselves that something is absent; another "not" before them does not turn the claim.
_SAYS_ABSENCE = frozenset({"negation", "lesser", "without", "instead", "unlike", "nobody"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sequence of word classes. distances: the most words from each class's word to the next one's."""

    names: tuple[str, ...]
    distances: tuple[int, ...]

    def find(self, sentence: Sentence) -> tuple[int, int] | None:
        """Find the first match: indices of its first and last word. All classes must be in the sentence."""
        for start in sentence.classes[self.names[0]]:
            end = self._follow(sentence.classes, start)
            if end is not None:
                return start, end
        return None

    def _follow(self, classes: dict[str, list[int]], start: int) -> int | None:
        """Index of the last word if the rest of the pattern follows start, each class by its nearest word."""
        at = start
        for name, distance in zip(self.names[1:], self.distances, strict=False):
            following = next((index for index in classes[name] if index > at), None)
            if following is None or following - at > distance:
                return None
            at = following
        return at


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that a sentence words. first, last: word indices."""

    claim: Claim
    first: int
    last: int


class ClaimPatterns:
    """A topic's claims, compiled once. Raises ValueError for a pattern that names no word class."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        compiled = [(claim, _compile(claim, text)) for claim in claims for text in claim.says]
        names = sorted({name for _, pattern in compiled for name in pattern.names})
        self._bits = {name: 1 << place for place, name in enumerate(names)}
        self._patterns = [(self._mask(pattern.names), claim, pattern) for claim, pattern in compiled]

    def _mask(self, names: Iterable[str]) -> int:
        """Write classes as one number, so that most patterns fall out by a single comparison."""
        mask = 0
        for name in names:
            mask |= self._bits.get(name, 0)
        return mask

    def find(self, sentence: Sentence) -> list[Match]:
        """Find the claims that the sentence words, whoever says so, once each, without those it denies."""
        found: dict[str, Match] = {}
        there = self._mask(sentence.classes)
        for mask, claim, pattern in self._patterns:
            if mask & there != mask or claim.id in found:
                continue
            span = pattern.find(sentence)
            if (
                span
                and not _denied(sentence, pattern, span[0])
                and not _about_another(sentence, pattern, span[0])
            ):
                found[claim.id] = Match(claim, *span)
        return list(found.values())


def _denied(sentence: Sentence, pattern: Pattern, first: int) -> bool:
    """Whether a "not" stands shortly before the claim's first word ("does not ease withdrawal")."""
    if _SAYS_ABSENCE & set(pattern.names):
        return False
    return any(0 < first - index <= _NEGATION_REACH for index in sentence.classes.get("negation", ()))


def _about_another(sentence: Sentence, pattern: Pattern, first: int) -> bool:
    """Whether a medicine, and no topic, stands before the claim ("methadone eases withdrawal")."""
    classes = sentence.classes
    if (
        "topic" in classes
        or "hint" in classes
        or {"medication", "opioid", "alternative"} & set(pattern.names)
    ):
        return False
    compared = [index for name in _COMPARES for index in classes.get(name, ())]
    return any(
        index < first and not any(0 < index - word <= _COMPARED_REACH for word in compared)
        for index in classes.get("medication", ())
    )


def _compile(claim: Claim, text: str) -> Pattern:
    names: list[str] = []
    distances: list[int] = []
    for step in text.split():
        parsed = _STEP.match(step)
        if parsed is None or parsed[1] not in class_names() | {"topic", "hint"}:
            raise ValueError(f"claim {claim.id}: {step!r} in {text!r} is not a word class")
        names.append(parsed[1])
        distances.append(int(parsed[2] or _USUAL_DISTANCE))
    return Pattern(tuple(names), tuple(distances[:-1]))
