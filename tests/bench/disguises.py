"""The same pitch, disguised: what people do to a text so that a word filter misses it."""

import re
from collections.abc import Callable

_CYRILLIC = str.maketrans("aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ")
_GREEK = str.maketrans("oaivnp", "οαινηρ")
_DIGITS = str.maketrans("oeaOEA", "034034")
_SIGNS = str.maketrans("aisAIS", "@!$@!$")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_BOLD = {ord("a") + at: chr(0x1D41A + at) for at in range(26)} | {
    ord("A") + at: chr(0x1D400 + at) for at in range(26)
}


def _each_word(change: Callable[[str], str]) -> Callable[[str], str]:
    """Change each word, leave the spaces."""
    return lambda text: re.sub(r"\S+", lambda found: change(found[0]), text)


def _letters(between: str) -> Callable[[str], str]:
    """Put something between the letters of each word."""
    return _each_word(lambda word: re.sub(r"(?<=[A-Za-z])(?=[A-Za-z])", between, word))


def spaced_out(text: str) -> str:
    """Set all letters apart, words by two spaces."""
    return "\n".join("  ".join(" ".join(word) for word in line.split()) for line in text.splitlines())


def names_spaced(text: str) -> str:
    """Set only the letters of the name apart."""
    return re.sub(r"(?i)kratom", lambda found: " ".join(found[0]), text)


DISGUISES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "Cyrillic look-alikes": lambda text: text.translate(_CYRILLIC),
    "Greek look-alikes": lambda text: text.translate(_GREEK),
    "full width": lambda text: text.translate(_FULL_WIDTH),
    "mathematical bold": lambda text: text.translate(_BOLD),
    "zero-width space": _letters("\u200b"),
    "soft hyphen": _letters("\u00ad"),
    "combining strokes": _letters("\u0336"),
    "l33t digits": lambda text: text.translate(_DIGITS),
    "l33t signs": lambda text: text.translate(_SIGNS),
    "s p a c e d": spaced_out,
    "only the name s p a c e d": names_spaced,
    "d.o.t.t.e.d": lambda text: _letters(".")(re.sub(r"[.,]", "", text)),
    "spoilers": _each_word(lambda word: f"||{word}||"),
    "bold and italics": _each_word(lambda word: f"{word[0]}**{word[1:]}**" if len(word) > 1 else word),
    "code": lambda text: f"```\n{text}\n```",
    "emoji between words": lambda text: " 🌿 ".join(text.split()),
    "one word a line": lambda text: "\n".join(text.split()),
    "quoted whole": lambda text: "\n".join(f"> {line}" for line in text.splitlines()),
}
"""By name; each changes an English pitch and leaves it readable to a person."""
