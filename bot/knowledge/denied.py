"""Numbers and services that must never be shown: denied.toml, and how a text is searched for them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from pydantic import AfterValidator

from bot.knowledge.entries import CountryCode, Https, Strict, Text

LONGEST_SHORT_NUMBER = 5
"""Digits of a number that is denied in its own country alone: elsewhere it is another's, or a mere figure."""


def _small(phrase: str) -> str:
    if phrase != phrase.lower():
        raise ValueError("is not in small letters")
    return phrase


class Denied(Strict):
    """A service that is closed, replaced or none for the sick, however often other lists copy it.

    numbers: as people write them. names: phrases in small letters that name it.
    """

    name: Text
    country: CountryCode
    numbers: tuple[Text, ...] = ()
    names: tuple[Annotated[Text, AfterValidator(_small)], ...] = ()
    why: Text
    source: Https


class DeniedFile(Strict):
    """denied.toml."""

    denied: tuple[Denied, ...]


def denied_in(text: str, denied: Iterable[Denied]) -> Iterator[tuple[str, Denied]]:
    """Find what must be shown nowhere: each name or long number, as the file has it, with its entry."""
    small = text.lower()
    closed = _closed(small)
    for each in denied:
        for found in (name for name in each.names if _stands_in(name, small)):
            yield found, each
        for number in each.numbers:
            if not _is_short(number) and _digits(number) in closed:
                yield number, each


def may_hold(text: str, denied: Sequence[Denied]) -> bool:
    """Say whether a long text can hold anything that denied_in finds: cheap, and too careful."""
    small = text.lower()
    figures = _NO_DIGITS.sub("", small)
    names = (name for each in denied for name in each.names)
    numbers = (number for each in denied for number in each.numbers if not _is_short(number))
    return any(name in small for name in names) or any(
        _NO_DIGITS.sub("", number).lstrip("0") in figures for number in numbers
    )


def denied_there(text: str, denied: Iterable[Denied], country: str | None) -> Iterator[tuple[str, Denied]]:
    """Find short numbers that must not be shown in a country."""
    closed = _closed(text)
    for each in denied:
        for number in each.numbers if each.country == country else ():
            if _is_short(number) and _stands_in(_digits(number), closed):
                yield number, each


def _stands_in(part: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _is_short(number: str) -> bool:
    return len(_digits(number)) <= LONGEST_SHORT_NUMBER


def _digits(number: str) -> str:
    return _closed(number).lstrip("0")


def _closed(text: str) -> str:
    """Close up the numbers of a text: "0300 123-6600" becomes "03001236600"."""
    return re.sub(r"(?<=\d)[\s.()/‐‑–-]+(?=\d)", "", text)


_NO_DIGITS = re.compile(r"\D+")
