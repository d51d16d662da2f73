"""Every note there can be, and knowledge with answers made up for a test."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from bot.knowledge import Knowledge, standard
from bot.knowledge.words import Said
from bot.note import NoteText, Occasion, compose
from bot.server_settings import Length
from bot.server_settings.model import LONGEST_LINE

LANGUAGES = sorted(standard().wordings)
COUNTRIES = [*sorted(standard().countries), "ZZ"]
"""Those of the directory, and one that it does not have."""

OWN_LINE = "w" * (LONGEST_LINE - 1) + "."
_TIMES = re.compile(r"24/7|\d{1,2}[:.h]\d{2}")
_NUMBER = re.compile(r"\d(?:[\d -]*\d)?")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_LEAST_DIGITS, _SURELY_A_NUMBER = 3, 5


def occasions(language: str) -> Iterator[Occasion]:
    """Return what a note can answer: each topic without a claim and with each, in a crisis and without."""
    for topic, words in standard().wordings[language].topics.items():
        for claims in ((), *((claim,) for claim in words.answers)):
            yield Occasion(topic, claims)
            yield Occasion(topic, claims, crisis=True)


def every_note(language: str, country: str, own_line: str | None = None) -> Iterator[NoteText]:
    """Return every note that a server in a country can get in a language."""
    for occasion in occasions(language):
        for length in Length:
            yield compose(occasion, standard(), language, country, own_line, None, length)


def answering(
    known: Knowledge, answers: dict[str, str], evidence: str = "kratom-dependence", language: str = "en"
) -> Knowledge:
    """Give knowledge that has these answers to claims on kratom, and no others."""
    words = known.wordings[language]
    said = {claim: Said(text=text, evidence=(evidence,)) for claim, text in answers.items()}
    topic = words.topics["kratom"].model_copy(update={"answers": said})
    changed = words.model_copy(update={"topics": words.topics | {"kratom": topic}})
    return replace(known, wordings=MappingProxyType({**known.wordings, language: changed}))


def numbers_in(note: NoteText) -> list[str]:
    """Return every run of digits in a note that could be dialled, without spaces and dashes, in order.

    In bold, any; elsewhere a long one, or a short one that is somebody's number: the rest counts or dates.
    """
    found: list[str] = []
    for part, text in enumerate(_TIMES.sub(" ", _LINK.sub(r"\1", note.body)).split("**")):
        runs = [re.sub(r"\D", "", run) for run in _NUMBER.findall(text)]
        in_bold = part % 2 == 1
        found += [run for run in runs if in_bold or len(run) >= _SURELY_A_NUMBER or run in anyones_numbers()]
    return found


@cache
def anyones_numbers() -> frozenset[str]:
    """Return what can be dialled or texted anywhere, but for single digits that are pressed then."""
    countries = {each.country for each in standard().resources.values() if each.country}
    return frozenset(run for each in countries for run in numbers_of(each) if len(run) >= _LEAST_DIGITS)


def numbers_of(country: str) -> set[str]:
    """Return what can be dialled or texted in a country."""
    own = (each for each in standard().resources.values() if each.country == country)
    ways = [way for each in own for way in (each.phone, each.text) if way]
    return {re.sub(r"\D", "", run) for way in ways for run in _NUMBER.findall(way)}
