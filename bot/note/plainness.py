"""How hard a text is to read, in English and in Spanish. Pure, and rough as all such measures are."""

import re

HARDEST_GRADE = 8.0
"""US school grade (Flesch-Kincaid 1975) that a text in English may have at most: design.md §5."""

LEAST_CLARITY = 55.0
"""Szigriszt-Pazos's clarity, 0-100, that a text in Spanish has at least: "normal" on the INFLESZ scale
(Barrio-Cantalejo and others, An. Sist. Sanit. Navar. 31, 2008), which was made for what patients read."""

_SHORT = 12
"""Words below which one long word decides the measure; it is then left out."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?<=[^aeiouyl])(?<!t)(?<!d)ed$|(?<=[^aeiouycgsxzh])es$|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"
)
_TWO_SOUNDS = re.compile(r"i[ao](?!u)|ua|eo|(?<=[^q])ui(?=[nt])|ying|ism$")
_ONE_SOUND = re.compile(r"[tscg]i[ao]|eou|[^aeiou]eo(?=ple)")
_SPANISH_NUCLEUS = re.compile(r"[iuüy]?[aeoáéó][iuüy]?(?![aeoáéóíú])|[iuü]?[aeoáéó]|[íú]|[iuüy]+")
_SPANISH_MUTE = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])|y(?=[aeiouáéíóú])")


def is_hard(text: str, language: str) -> bool:
    """Say whether a text is harder to read than a note may be. language: "es" for Spanish, else English."""
    spoken = words_of(text)
    if len(spoken) < _SHORT and spoken:
        spoken.remove(max(spoken, key=len))
    if not spoken:
        return False
    if language == "es":
        return clarity(spoken, sentences_in(text)) < LEAST_CLARITY
    return grade(spoken, sentences_in(text)) > HARDEST_GRADE


def words_of(text: str) -> list[str]:
    """List the words of a text, without numbers."""
    return _WORD.findall(text.lower())


def sentences_in(text: str) -> int:
    """Count sentences, at least one."""
    return max(1, len(_SENTENCE_END.findall(text.strip().rstrip(".!?…") + ".")))


def grade(words: list[str], sentences: int) -> float:
    """Return the US school grade of a text in English."""
    syllables = sum(map(english_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def clarity(words: list[str], sentences: int) -> float:
    """Return the clarity of a text in Spanish, 0-100 for most: the higher, the easier."""
    syllables = sum(map(spanish_syllables, words))
    return 206.835 - 62.3 * syllables / len(words) - len(words) / sentences


def english_syllables(word: str) -> int:
    """Estimate the syllables of a word: its groups of vowels, but for silent ends and two vowels apart."""
    return max(1, sum(_english_part(part) for part in re.split(r"['’-]", word)))


def _english_part(part: str) -> int:
    spoken = _SILENT_END.sub("", part)
    apart = len(_TWO_SOUNDS.findall(_ONE_SOUND.sub("x", spoken)))
    return len(_ENGLISH_VOWELS.findall(spoken)) + apart


def spanish_syllables(word: str) -> int:
    """Count the syllables of a word: a weak vowel joins a strong one unless it bears the accent."""
    return max(1, len(_SPANISH_NUCLEUS.findall(_SPANISH_MUTE.sub("", word))))
