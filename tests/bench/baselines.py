"""What simpler means would flag: topic words, and phrases that known pitches share. Scores are 0 or 1."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bot.knowledge.topics import built_in
from bot.recognition.fold import fold
from bot.recognition.gate import Names

_PHRASE = 3
_SHARED_BY = 3


def topic_words() -> Callable[[str], float]:
    """Find any name of a topic, as a word filter has it."""
    names = [Names(topic) for topic in built_in()]
    return lambda text: float(
        any(mention.kind == "topic" for each in names for mention in each.mentions(fold(text)))
    )


def topic_and_phrases(seeds: Path) -> Callable[[str], float]:
    """Find a topic name and three words in a row that most articles share; in memory only."""
    shared: Counter[tuple[str, ...]] = Counter()
    for path in seeds.glob("*.txt"):
        shared.update(_phrases(path.read_text(encoding="utf-8", errors="replace")))
    known = {phrase for phrase, articles in shared.items() if articles >= _SHARED_BY}
    named = topic_words()
    return lambda text: named(text) * bool(_phrases(text) & known)


def _phrases(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", fold(text).text)
    return set(zip(*(words[offset:] for offset in range(_PHRASE)), strict=False))
