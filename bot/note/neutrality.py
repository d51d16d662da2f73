"""Finds what no text of a note may hold: avoided words, amounts, names of products. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.knowledge.avoided import AvoidedWords, Fault, avoided
from bot.recognition.fold import Folded, fold


@dataclass(frozen=True, slots=True)
class Found:
    """An avoided word as it is written, and what to write instead. since: its offset in the text."""

    kind: Fault
    written: str
    better: str
    since: int


def avoided_in(text: str, language: str, kinds: Collection[Fault] = frozenset(Fault)) -> Iterator[Found]:
    """Find avoided words, each once; a word inside a longer phrase that was found goes with it.

    language: of the text, ISO 639-1. Words of every language are looked for, its own first.
    """
    groups, single = _groups(language)
    folded = fold(text, single)
    taken: list[tuple[int, int]] = []
    said: set[str] = set()
    for group in groups:
        for match in group.words.finditer(folded.text) if group.source.kind in kinds else ():
            start, end = match.span()
            if any(start < until and since < end for since, until in taken):
                continue
            since, until = folded.original(start, end)
            if _is_fine(group, folded, match, text[since:until], text[:since]):
                continue
            taken.append((start, end))
            if match[0] not in said:
                said.add(match[0])
                yield Found(group.source.kind, text[since:until], group.source.better, since)


def is_denied(text: str, since: int, language: str) -> bool:
    """Say whether a word of denial stands before an offset, in the same sentence."""
    sentence = _SENTENCE_END.split(text[:since])[-1]
    denials = next((each.denials for each in avoided() if each.language == language), ())
    return bool(denials) and _any_of(denials).search(fold(sentence).text) is not None


def amounts_in(text: str) -> Iterator[str]:
    """Find amounts of a substance, and prices."""
    folded = fold(text)
    return (text[slice(*folded.original(*each.span()))] for each in _amounts().finditer(folded.text))


def doses_in(text: str) -> Iterator[str]:
    """Find words that speak of a dose without an amount."""
    folded = fold(text)
    words = _any_of(tuple(word for each in avoided() for word in each.amounts.doses))
    return (text[slice(*folded.original(*each.span()))] for each in words.finditer(folded.text))


def brands_in(text: str, brands: Iterable[str]) -> Iterator[str]:
    """Find names of products."""
    if not (names := tuple(brands)):
        return
    folded = fold(text)
    for each in _any_of(names).finditer(folded.text):
        yield text[slice(*folded.original(*each.span()))]


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of avoided words as folded text has them."""

    source: AvoidedWords
    words: re.Pattern[str]


@cache
def _groups(language: str) -> tuple[tuple[_Group, ...], frozenset[str]]:
    """Return what is looked for in a text, the language's own and the longest first, and each single word."""
    own_first = sorted(
        ((file.language, group) for file in avoided() for group in file.groups),
        key=lambda each: (each[0] != language, -max(map(len, each[1].words))),
    )
    made: list[_Group] = []
    for spoken, group in own_first:
        words = [each for each in group.words if spoken == language or each not in group.false_friends]
        if words:
            made.append(_Group(group, _any_of(tuple(words))))
    phrases = (phrase for file in avoided() for group in file.groups for phrase in group.words)
    single = {fold(word).text for phrase in phrases for word in phrase.split()}
    return tuple(made), frozenset(each for each in single if len(each) >= _LEAST_MASKED)


@cache
def _fine() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the phrases in which a word is fine, as they are written and as folded text has them.

    Those of all languages together: "poison" is avoided in two, and "Poison Control" stands with one of them.
    """
    phrases = [phrase.lower() for each in avoided() for group in each.groups for phrase in group.but]
    return frozenset(phrases), _any_of(tuple(phrases))


@cache
def _amounts() -> re.Pattern[str]:
    numbers = _either(word for each in avoided() for word in each.amounts.numbers)
    units = _either(word for each in avoided() for word in each.amounts.units)
    money = _either(word for each in avoided() for word in each.amounts.money)
    return re.compile(
        rf"(?<!\w)(?:\d[\do.,/]*|{numbers})(?:\s?-\s?|\s+)?(?:an?\s|of\s)*(?:{_SIGNS}|{units})(?!\w)"
        rf"|[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£]|(?:{money})(?!\w))"
    )


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(phrases)})(?!\w)")


def _either(phrases: Iterable[str]) -> str:
    folded = sorted({fold(each).text for each in phrases}, key=len, reverse=True)
    return "|".join(map(re.escape, folded))


def _is_fine(group: _Group, folded: Folded, match: re.Match[str], written: str, before: str) -> bool:
    """Say whether a word stands in a phrase in which it is fine, or is another word than the one meant.

    Another one differs in its accents, or in a capital where capitals count. before: the text up to it.
    """
    as_written, phrases = _fine()
    if written.lower() in as_written:
        return True
    if group.source.as_written and (written not in group.source.words or _SENTENCE_START.search(before)):
        return True
    around = (each.span() for each in phrases.finditer(folded.text) if each.span() != match.span())
    return any(since <= match.start() and match.end() <= until for since, until in around)


_LEAST_MASKED = 4  # a shorter word behind digits is chance
_SIGNS = r"m\s?g|mcg|ug|k\s?g|g|gr|grs|gms?|m\s?l|oz|cc"
_SENTENCE_END = re.compile(r"[.!?…]\s")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…])[\s\"“„«»‚‘(*]*$")
