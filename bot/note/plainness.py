"""How hard a text is to read, in the languages of the notes. Pure, and rough as all such measures are."""

import re
from collections.abc import Callable

from bot.note.syllables import (
    english_syllables,
    french_syllables,
    german_syllables,
    portuguese_syllables,
    spanish_syllables,
)

HARDEST_GRADE = 8.0
"""School grade that a text may have at most (design.md §5): in English by Flesch-Kincaid (1975), in German by
the first new Vienna formula for factual texts (Bamberger and Vanecek 1984)."""

LEAST_CLARITY = 55.0
"""Szigriszt-Pazos's clarity, 0-100, that a text in Spanish has at least: "normal" on the INFLESZ scale
(Barrio-Cantalejo and others, An. Sist. Sanit. Navar. 31, 2008), which was made for what patients read."""

LEAST_EASE = {"fr": 60.0, "pt": 50.0}
"""Reading ease, 0-100, that a text has at least. French (Kandel and Moles 1958): from 60 on "standard".
Portuguese (Martins and others, ICMC-USP 1996): from 50 on "easy", grades 5 to 8."""

_SHORT = 12
"""Words below which one long word decides the measure; it is then left out."""

_LONG_WORD, _MANY_SYLLABLES = 6, 3
"""The Vienna formula's: letters above which a word is long, syllables from which it has many."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")


def is_hard(text: str, language: str) -> bool:
    """Say whether a text is harder to read than a note may be.

    language: ISO 639-1; one without a measure here is taken for English.
    """
    spoken = words_of(text)
    if len(spoken) < _SHORT and spoken:
        spoken.remove(max(spoken, key=len))
    if not spoken:
        return False
    return _MEASURES.get(language, _hard_in_english)(spoken, sentences_in(text))


def words_of(text: str) -> list[str]:
    """List the words of a text, without numbers."""
    return _WORD.findall(text.lower())


def sentences_in(text: str) -> int:
    """Count sentences, at least one."""
    return max(1, len(_SENTENCE_END.findall(text.strip().rstrip(".!?…") + ".")))


def grade(words: list[str], sentences: int) -> float:
    """Return the US school grade of a text in English."""
    return 0.39 * len(words) / sentences + 11.8 * _mean(english_syllables, words) - 15.59


def clarity(words: list[str], sentences: int) -> float:
    """Return the clarity of a text in Spanish, 0-100 for most: the higher, the easier."""
    return 206.835 - 62.3 * _mean(spanish_syllables, words) - len(words) / sentences


def french_ease(words: list[str], sentences: int) -> float:
    """Return the reading ease of a text in French, 0-100 for most: the higher, the easier."""
    return 207 - 1.015 * len(words) / sentences - 73.6 * _mean(french_syllables, words)


def portuguese_ease(words: list[str], sentences: int) -> float:
    """Return the reading ease of a text in Portuguese, 0-100 for most: the higher, the easier."""
    return 248.835 - 1.015 * len(words) / sentences - 84.6 * _mean(portuguese_syllables, words)


def german_grade(words: list[str], sentences: int) -> float:
    """Return the school grade of a text in German, 4 to 15 for most."""
    syllables = [german_syllables(each) for each in words]
    share = 100 / len(words)
    many = share * sum(each >= _MANY_SYLLABLES for each in syllables)
    long = share * sum(len(each) > _LONG_WORD for each in words)
    single = share * syllables.count(1)
    return 0.1935 * many + 0.1672 * len(words) / sentences + 0.1297 * long - 0.0327 * single - 0.875


def _mean(syllables: Callable[[str], int], words: list[str]) -> float:
    return sum(map(syllables, words)) / len(words)


def _hard_in_english(words: list[str], sentences: int) -> bool:
    return grade(words, sentences) > HARDEST_GRADE


_MEASURES: dict[str, Callable[[list[str], int], bool]] = {
    "es": lambda words, sentences: clarity(words, sentences) < LEAST_CLARITY,
    "fr": lambda words, sentences: french_ease(words, sentences) < LEAST_EASE["fr"],
    "pt": lambda words, sentences: portuguese_ease(words, sentences) < LEAST_EASE["pt"],
    "de": lambda words, sentences: german_grade(words, sentences) > HARDEST_GRADE,
}
