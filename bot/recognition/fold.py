"""Unicode folding: what a text says once its disguise is off, and the way back to its own characters."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.recognition.lookalikes import INVISIBLE, LOOKALIKES

Replace = Callable[["re.Match[str]"], str]


@dataclass(frozen=True, slots=True)
class Step:
    """One rewriting of a text: where each unchanged or replaced run went.

    to, since, until: per run, its offset after the step and its start and end before it. kept: whether the
    run was copied character by character (else it was replaced as a whole).
    """

    to: list[int]
    since: list[int]
    until: list[int]
    kept: list[bool]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span after the step to the span before it that it came from."""
        first = bisect_right(self.to, start) - 1
        last = bisect_right(self.to, end - 1) - 1
        begin = self.since[first] + (start - self.to[first] if self.kept[first] else 0)
        stop = self.since[last] + (end - self.to[last]) if self.kept[last] else self.until[last]
        return begin, stop


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the original.

    text: lower case, one line, single spaces. breaks: ascending offsets in text where a line of the original
    ended. steps: the rewritings, first to last.
    """

    text: str
    breaks: tuple[int, ...]
    steps: tuple[Step, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of text to offsets in the original text, in characters."""
        if start >= end:
            return (0, 0)
        for step in reversed(self.steps):
            start, end = step.back(start, end)
        return start, end


def fold(text: str, words: Container[str] = frozenset()) -> Folded:
    """Take the disguise off a text: width, case, accents, look-alikes, invisible signs, markdown, spacing.

    words: lower-case words worth undoing digits for ("kr4t0m") and dots between letters ("k.r.a.t.o.m");
    anything else with digits or dots in it stays as it is. Never raises, also on lone surrogates. Folding a
    folded text changes nothing. Plain ASCII sentences change in case and spaces only. Linear in the text.
    """
    steps: list[Step] = []
    current = _plain_characters(text, steps)
    if _MARKUP.search(current):
        current = _rewrite(current, _MARKUP, _without_markup, steps)
    current = _unspaced(current, steps)
    current = _rewrite(current, _SPACES, _one_space, steps)
    current = _rewrite(current, _SINGLES, _joined, steps)
    current = _undotted(current, words, steps)
    current = _unmasked(current, words, steps)
    breaks = tuple(found.start() for found in _LINE_END.finditer(current))
    return Folded(current.replace("\n", " "), breaks, tuple(steps))


def renamed(folded: Folded, spans: Sequence[tuple[int, int]], name: str) -> Folded:
    """Put a name in the place of spans of a folded text, ascending, apart and not empty. Linear."""
    steps = list(folded.steps)
    text = _changed(folded.text, ((start, end, name) for start, end in spans), steps)
    if not folded.breaks:
        return Folded(text, (), tuple(steps))
    ends = [end for _, end in spans]
    grown = [0, *accumulate(len(name) - (end - start) for start, end in spans)]
    breaks = ((each, bisect_right(ends, each)) for each in folded.breaks)
    moved = (
        each + grown[place]
        for each, place in breaks
        if place == len(spans) or each < spans[place][0]  # a name across two lines has no end of line in it
    )
    return Folded(text, tuple(moved), tuple(steps))


# --- characters ---------------------------------------------------------------------------------------------


# One character can stand for a phrase (U+FDFA for 18 letters): a text of such would grow past all bounds.
# It keeps its first letter only; what stands for three ("…", "½") is written out.
_LONGEST_FOLD = 3
# Characters whose fold is remembered: more than any community writes, less than memory has.
_MOST_CHARACTERS = 20_000


class _Characters(dict[int, str]):
    """str.translate table, filled as characters turn up: each to its fold, which folds to itself."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        if len(self) < _MOST_CHARACTERS:
            self[code] = folded
        return folded


def fold_character(character: str) -> str:
    """Fold one character: compatibility form, no marks, nothing invisible, look-alikes as Latin, lower case.

    The rounds run to a fixed point, so that folding twice is folding once; no character needs more than four.
    """
    folded = character
    while True:
        decomposed = unicodedata.normalize("NFKD", folded).lower()
        following = "".join(_visible(LOOKALIKES.get(part, part)) for part in decomposed)
        if following == folded:
            return folded if len(folded) <= _LONGEST_FOLD else folded[:1]
        folded = following


def _visible(text: str) -> str:
    return "".join(part for part in text if part not in INVISIBLE and _stays(part))


def _stays(character: str) -> bool:
    """Whether a character is read: marks, format and control characters are not, line ends and spaces are."""
    if character in "\n\t":
        return True
    return unicodedata.category(character) not in {"Mn", "Me", "Cf", "Cc", "Cs", "Cn", "Co"}


_TABLE = _Characters({ord("\r"): "\n", 0x85: "\n", 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def plain_characters(text: str) -> str:
    """Fold each character by itself: cheaper than the whole fold, for a look that needs no way back."""
    return text.translate(_TABLE)


def _plain_characters(text: str, steps: list[Step]) -> str:
    if text.isascii() and not _CONTROL.search(text):
        return text.lower()
    folded = text.translate(_TABLE)
    odd = "".join(character for character in sorted(set(text)) if len(_TABLE[ord(character)]) != 1)
    if not odd:
        return folded
    # Only characters that fold to nothing or to several move what follows; the rest keep their place.
    moved = re.compile("[" + re.escape(odd) + "]")
    _rewrite(text, moved, lambda found: _TABLE[ord(found[0])], steps)
    return folded


# --- markdown -----------------------------------------------------------------------------------------------

# A custom emoji, the address of a masked link, then the signs. After it none of these signs is left, so that
# no new markdown can form from what remains.
_MARKUP = re.compile(r"<a?:\w{1,32}:\d{1,20}>|\]\([^()\n]{0,2000}\)|__|[\[\]*~`|#\\_>]")


def _without_markup(found: re.Match[str]) -> str:
    sign = found[0]
    return " " if sign in {"_", ">"} or sign.startswith("<") else ""


# --- spaces and letters set apart ---------------------------------------------------------------------------

_LINE_END = re.compile(r"\n")
_SPACES = re.compile(r"\s{2,}|[^\S \n]")
# Letters with one and the same gap between them; a wider gap ends the word ("k r a t o m  h e l p s").
_APART_BEFORE = r"(?<![a-z0-9])(?<![a-z0-9][!-/:-@])"
_APART_AFTER = r"(?![!-/:-@]?[a-z0-9])"
# A wide gap sets no letters apart next to letters with a narrow one: "i n  a  k r a t o m" is three words.
_NO_NARROW_BEFORE = r"(?<!(?<![a-z0-9])[a-z0-9] )"
_NO_NARROW_AFTER = r"(?! [a-z0-9](?![a-z0-9]))"
_SPACED_OUT = re.compile(
    rf"{_APART_BEFORE}(?:"
    rf"[a-z0-9]( |[^\x00-\x7f\w]{{1,3}}|[^\x00-\x7f\w] )[a-z0-9](?:\1[a-z0-9])+"
    rf"|{_NO_NARROW_BEFORE}[a-z0-9]( {{2,}})[a-z0-9](?:\2[a-z0-9])+{_NO_NARROW_AFTER}"
    rf"){_APART_AFTER}"
)
_SINGLES = re.compile(
    rf"{_APART_BEFORE}[a-z0-9](?:(?:[ \n]|[^\x00-\x7f\w]){{1,3}}[a-z0-9]{_APART_AFTER}){{2,}}"
)
# Two letters between wider gaps.
_SPACED_PAIR = re.compile(r"(?:(?<=  )|(?<=\n)|^)[a-z] [a-z](?=  |\n|$| ?[.,;:!?])", re.MULTILINE)
# "don ' t", "you ' l l", "i ' m".
_SPACED_SHORTENED = re.compile(r"(?<=[a-z]) ' (?:l l|v e|r e|[a-z])(?![a-z])")
_DOTTED = re.compile(r"(?<![a-z0-9])[a-z0-9]([^a-z0-9\s]{1,3})[a-z0-9](?:\1[a-z0-9])+(?![a-z0-9])")
# Two letters are enough in a text that does so, but for "i'v.e", which is "i've" and not "iv.e".
_DOTTED_PAIR = re.compile(
    r"(?<![a-z0-9])[a-z0-9](?:([^a-z0-9\s']{1,3})[a-z0-9](?:\1[a-z0-9])*|'[a-z0-9](?:'[a-z0-9])+)(?![a-z0-9])"
)
_LEAST_LETTERS = 3
# Words that must be hidden in the same way before a text is taken to hide all its words so.
_A_HABIT = 2


def _unspaced(text: str, steps: list[Step]) -> str:
    """Join letters set apart; in a text that does so throughout, words of two letters too."""
    words = 0

    def joined(found: re.Match[str]) -> str:
        nonlocal words
        letters = _joined(found)
        words += letters != found[0]
        return letters

    text = _rewrite(text, _SPACED_OUT, joined, steps)
    if words < _A_HABIT:
        return text
    text = _rewrite(text, _SPACED_PAIR, lambda found: found[0].replace(" ", ""), steps)
    return _rewrite(text, _SPACED_SHORTENED, lambda found: found[0].replace(" ", ""), steps)


def _one_space(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _joined(found: re.Match[str]) -> str:
    letters = re.sub(r"[^a-z0-9]", "", found[0])
    return letters if _is_letters(letters) else found[0]


def _is_letters(run: str) -> bool:
    """Whether a run of characters can be a word: three letters at least, and more letters than digits."""
    letters = sum(character.isalpha() for character in run)
    return letters >= _LEAST_LETTERS and letters * 2 > len(run)


def _undotted(text: str, words: Container[str], steps: list[Step]) -> str:
    """Join letters with ASCII signs between them, all of them if one such run spells a known word.

    Dots between letters are ordinary in "u.s.a."; only a text that so hides a known word is taken apart.
    """
    spelled = (re.sub(r"[^a-z0-9]", "", found[0]) for found in _DOTTED.finditer(text))
    if any(run in words or run.translate(_UNMASK) in words for run in spelled):
        return _rewrite(text, _DOTTED_PAIR, lambda found: re.sub(r"[^a-z0-9]", "", found[0]), steps)
    return text


# --- digits as letters --------------------------------------------------------------------------------------

_DIGITS_INSIDE = re.compile(r"(?<![a-z0-9@$!])[a-z]*[0-9@$!][a-z0-9@$!]*[a-z0-9]")
# In a text that hides its words so, short words and ends of words too ("0ff", "th3", "painkiller$").
_DIGITS_ANYWHERE = re.compile(r"(?<![a-z0-9@$!])[a-z]*[0-9@$!](?:[a-z0-9@$!]*[a-z0-9@$])?")
_AMOUNT = re.compile(r"\d+(?:g|gs|mg|mcg|kg|ml|l|oz|lbs?|x|k|h|hrs?|d|m|min|mins|s|am|pm|th|st|rd|yrs?)?")
_UNMASK = str.maketrans("0134578@$!", "oleastbasi")
_UNMASK_I = str.maketrans("0134578@$!", "oieastbasi")
_PRICE = re.compile(r"[^a-z]*\d[^a-z]*")
_SHORTEST_MASKED, _LONGEST_MASKED = 4, 24


def _unmasked(text: str, words: Container[str], steps: list[Step]) -> str:
    """Undo digits and signs that stand for letters: in known words; if two are so hidden, in short ones too.

    An amount ("30mg") stays, and so does whatever is no known word.
    """
    habit: set[str] = set()

    def long_word(found: re.Match[str]) -> str:
        word = _word_behind(found[0], words) if len(found[0]) >= _SHORTEST_MASKED else found[0]
        if word != found[0]:
            habit.add(word)
        return word

    text = _rewrite(text, _DIGITS_INSIDE, long_word, steps)
    if len(habit) < _A_HABIT:
        return text
    return _rewrite(text, _DIGITS_ANYWHERE, lambda found: _word_behind(found[0], words), steps)


def _word_behind(masked: str, words: Container[str]) -> str:
    """Give the known word that a run with digits hides, or the run itself."""
    if len(masked) > _LONGEST_MASKED or _AMOUNT.fullmatch(masked) or _PRICE.fullmatch(masked):
        return masked  # a price is no word, whatever its digits look like
    for table in (_UNMASK, _UNMASK_I):
        word = masked.translate(table)
        if word in words:
            return word
    return masked


# --- rewriting ----------------------------------------------------------------------------------------------


def _rewrite(text: str, pattern: re.Pattern[str], replace: Replace, steps: list[Step]) -> str:
    """Replace each match, and note in steps where everything went (nothing is noted if nothing changed)."""
    changes = ((found.start(), found.end(), replace(found)) for found in pattern.finditer(text))
    return _changed(text, changes, steps)


def _changed(text: str, changes: Iterable[tuple[int, int, str]], steps: list[Step]) -> str:
    """Put in words for spans, ascending and apart, and note in steps where everything went."""
    pieces: list[str] = []
    step = Step([], [], [], [])
    read = written = 0

    def note(piece: str, since: int, until: int, *, kept: bool) -> None:
        nonlocal written
        if piece:
            step.to.append(written)
            step.since.append(since)
            step.until.append(until)
            step.kept.append(kept)
            pieces.append(piece)
            written += len(piece)

    for start, end, replacement in changes:
        if replacement == text[start:end]:
            continue
        note(text[read:start], read, start, kept=True)
        note(replacement, start, end, kept=False)
        read = end
    if read == 0:
        return text
    note(text[read:], read, len(text), kept=True)
    steps.append(step)
    return "".join(pieces)
