"""Syllables of a word in the languages of the notes. Pure, and rough where only a dictionary would know."""

import re

_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?<=[^aeiouyl])(?<!t)(?<!d)ed$|(?<=[^aeiouycgsxzh])es$|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"
)
_TWO_SOUNDS = re.compile(r"i[ao](?!u)|ua|eo|(?<=[^q])ui(?=[nt])|ying|ism$")
_ONE_SOUND = re.compile(r"[tscg]i[ao]|eou|[^aeiou]eo(?=ple)")
_SPANISH_NUCLEUS = re.compile(r"[iuüy]?[aeoáéó][iuüy]?(?![aeoáéóíú])|[iuü]?[aeoáéó]|[íú]|[iuüy]+")
_SPANISH_MUTE = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])|y(?=[aeiouáéíóú])")  # such a y is a consonant
_PORTUGUESE_STRONG = "aeoáéóâêôàãõ"
_PORTUGUESE_NUCLEUS = re.compile(
    rf"[iuü]?(?:ã[oe]|õe|ao|[{_PORTUGUESE_STRONG}])[iuü]?(?![{_PORTUGUESE_STRONG}íú])"
    rf"|[iuü]?[{_PORTUGUESE_STRONG}]|[íú]|[iuüy]+"
)
_PORTUGUESE_MUTE = re.compile(r"(?<=q)u(?=[aeiouáéíóâêôã])|(?<=g)u(?=[eiéí])")
_FRENCH_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
_FRENCH_NUCLEUS = re.compile(
    rf"é|[{_FRENCH_VOWELS.replace('é', '').replace('ï', '').replace('ë', '')}]+|[ïë]"
)
_FRENCH_MUTE = re.compile(
    rf"(?<=q)u|(?<=g)u(?=[eiéèê])|(?<=[aeou])y(?=[{_FRENCH_VOWELS}])|(?<=[^{_FRENCH_VOWELS}])es?$"
)
_GERMAN_NUCLEUS = re.compile(r"ei|ai|au|eu|äu|ie|aa|ee|oo|ey|[aeiouyäöü]")
_GERMAN_MUTE = re.compile(r"(?<=q)u")


def english_syllables(word: str) -> int:
    """Estimate the syllables of a word: its groups of vowels, but for silent ends and two vowels apart."""
    return max(1, sum(_english_part(part) for part in re.split(r"['’-]", word)))


def _english_part(part: str) -> int:
    spoken = _SILENT_END.sub("", part)
    apart = len(_TWO_SOUNDS.findall(_ONE_SOUND.sub("x", spoken)))
    return len(_ENGLISH_VOWELS.findall(spoken)) + apart


def spanish_syllables(word: str) -> int:
    """Count the syllables of a word: a weak vowel joins a strong one unless it bears the accent."""
    return max(1, len(_SPANISH_NUCLEUS.findall(_SPANISH_MUTE.sub("'", word))))


def portuguese_syllables(word: str) -> int:
    """Count the syllables of a word as in Spanish; "ão", "ãe", "õe" and "ao" are one."""
    return max(1, len(_PORTUGUESE_NUCLEUS.findall(_PORTUGUESE_MUTE.sub("'", word))))


def french_syllables(word: str) -> int:
    """Estimate the syllables of a word: its groups of vowels, without a mute e at its end."""
    return max(1, sum(_french_part(part) for part in re.split(r"['’-]", word)))


def _french_part(part: str) -> int:
    sounds = len(_FRENCH_NUCLEUS.findall(_FRENCH_MUTE.sub("'", part)))
    return sounds or (1 if len(part) > 1 else 0)  # "le" has one, the l of "l'eau" none


def german_syllables(word: str) -> int:
    """Count the syllables of a word: its vowels, those of a diphthong as one."""
    return max(1, len(_GERMAN_NUCLEUS.findall(_GERMAN_MUTE.sub("'", word))))
