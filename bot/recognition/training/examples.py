"""Turns passages into what the models read: windows, as the running bot cuts them, and disguised copies."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.knowledge.topics import Topic
from bot.posts.post import Post
from bot.recognition.cascade import closely_read
from bot.recognition.claims import ClaimPatterns
from bot.recognition.explain import asserted, times_asserted
from bot.recognition.fold import fold
from bot.recognition.gate import Gate, Names
from bot.recognition.training.corpus import CorpusError, Entry
from bot.recognition.windows import windows

# Other names and hints that may stand for the topic's own, so that the models learn the talk around a name.
OTHER_NAMES = (
    "mitragynine", "kratum", "cratom", "krat", "kratm", "maeng da", "red vein", "green vein", "7-oh",
    "7-hydroxy", "mitragyna speciosa", "green malay", "red bali", "ketum", "white borneo",
)  # fmt: skip
HINTS = ("this botanical", "the leaf", "this plant", "this herb", "the powder")

_RENAMED, _HINTED, _MISTYPED, _UNSIGNED, _JOINED = 0.2, 0.3, 0.2, 0.15, 0.1
_WORDS_PER_SLIP = 25
# A slip makes another word of a shorter one.
_LEAST_LETTERS = 4
_SHORT = 300
_SIGNS = re.compile(r"[.,;:!\"()]")


@dataclass(frozen=True, slots=True)
class Example:
    """A window to learn from. entry: index of the passage it comes from."""

    entry: int
    text: str
    is_pitch: bool


class Cutter:
    """Cuts passages into windows by the very calls the bot makes."""

    def __init__(self, topic: Topic) -> None:
        self._names = Names(topic)
        self._gate = Gate([self._names])
        self._patterns = ClaimPatterns(topic.claims)

    def windows(self, text: str) -> list[str]:
        """Give the windows of a text; none if it leaves at the gate or names nothing."""
        return [window.text for window in windows(Post.of_text(text), self._gate, self._names)]

    def claims(self, text: str, scored: Sequence[tuple[float, float]]) -> int:
        """Count the claims that a text asserts where it is read closely. scored: its windows' log-odds.

        Raises CorpusError if there is not one for each window.
        """
        found = windows(Post.of_text(text), self._gate, self._names)
        if len(found) != len(scored):
            raise CorpusError(f"{text[:40]!r} is cut otherwise than when it was scored: run make train")
        ranked = closely_read(zip(scored, found, strict=True), lambda pair: pair[0][0])
        return len(asserted([window for _, window in ranked], self._patterns))

    def families(self, text: str) -> frozenset[str]:
        """Find the claim families that a text asserts anywhere, as ids."""
        return asserted(windows(Post.of_text(text), self._gate, self._names), self._patterns)

    def times(self, text: str) -> dict[str, int]:
        """Count in how many sentences a text asserts each claim family, by id."""
        return times_asserted(windows(Post.of_text(text), self._gate, self._names), self._patterns)

    def examples(self, entries: Sequence[Entry]) -> list[Example]:
        """Cut passages into examples; one that leaves at the gate is read whole, as one more benign text."""
        return [
            Example(index, text, entry.is_pitch)
            for index, entry in enumerate(entries)
            for text in self.windows(entry.text) or [fold(entry.text, self._gate.words).text]
        ]


class Disguiser:
    """Varies examples: other names, slips of the finger, lost signs, small talk around. Seeded."""

    def __init__(self, examples: Sequence[Example], seed: int) -> None:
        self._random = random.Random(seed)
        self._small_talk = [each.text for each in examples if not each.is_pitch and len(each.text) < _SHORT]

    def vary(self, example: Example) -> Example:
        """Give an example as it might have been written too; often it stays as it is."""
        text = example.text
        if self._happens(_RENAMED):
            hinted = example.is_pitch and self._happens(_HINTED)
            text = text.replace("kratom", self._random.choice(HINTS if hinted else OTHER_NAMES))
        if self._happens(_MISTYPED):
            text = self._mistyped(text)
        if self._happens(_UNSIGNED):
            text = _SIGNS.sub("", text)
        if self._small_talk and self._happens(_JOINED):
            talk = self._random.choice(self._small_talk)
            text = f"{talk} {text}" if self._happens(0.5) else f"{text} {talk}"
        return replace(example, text=text)

    def _happens(self, chance: float) -> bool:
        return self._random.random() < chance

    def _mistyped(self, text: str) -> str:
        words = text.split(" ")
        for _ in range(max(1, len(words) // _WORDS_PER_SLIP)):
            place = self._random.randrange(len(words))
            words[place] = self._slipped(words[place])
        return " ".join(words)

    def _slipped(self, word: str) -> str:
        """Drop, swap or double a letter inside a word of four and more."""
        if len(word) < _LEAST_LETTERS:
            return word
        at = self._random.randrange(1, len(word) - 2)
        head, letter, following, tail = word[:at], word[at], word[at + 1], word[at + 2 :]
        return head + self._random.choice((following, following + letter, letter + letter + following)) + tail
