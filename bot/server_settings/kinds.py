"""What moderators type for a setting, read into its value; and the value written back for them.

Words count in every language of the catalogue, whichever the member's own is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from babel.numbers import format_decimal

from bot.policy import PlaceSettings
from bot.server_settings.model import Caution
from bot.texts import LANGUAGES, Texts, decimal, duration, texts_in

V = TypeVar("V")

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
"""Seconds."""

MOST_COOLDOWN, MOST_REVIEW = 7 * DAY, 7 * DAY
"""Seconds that the model takes at most."""

LEAST_GOAL = 0.5

LONGEST_NUMBER = 12
"""Characters of a number that is read; a longer one fits no setting."""

_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(%?)")
_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "seg", "segundo", "segundos"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuto", "minutos"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hora", "horas"), HOUR),
    **dict.fromkeys(("d", "day", "days", "dia", "dias"), DAY),
}


@dataclass(frozen=True, slots=True)
class Around:
    """What a setting's words rest on beside its value.

    default: the operator's word. retention_days: the most days that the operator keeps anything.
    language: the server's own, ISO 639-1. channels, categories, roles: those of the server, names by id;
    channels are threads too.
    """

    default: PlaceSettings = field(default_factory=PlaceSettings)
    retention_days: int = 90
    language: str = "en"
    channels: Mapping[int, str] = field(default_factory=dict[int, str])
    categories: Mapping[int, str] = field(default_factory=dict[int, str])
    roles: Mapping[int, str] = field(default_factory=dict[int, str])


class Kind(Protocol[V]):
    """A kind of value: how it is read, checked and written."""

    def read(self, said: str, around: Around) -> V | None:
        """Read what somebody typed; None where it is no value of this kind."""
        ...

    def fits(self, value: V, around: Around) -> bool:
        """Say whether a value that the model takes can be chosen in this server."""
        ...

    def show(self, value: V, texts: Texts) -> str:
        """Write a value, of the type that the model has or that JSON has, for people."""
        ...

    def possible(self, texts: Texts, around: Around) -> str:
        """Say which values there are, in a sentence."""
        ...

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List values to choose from, as `show` writes them."""
        ...


def folded(said: str) -> str:
    """Return words as they are compared: without accents, capitals and doubled spaces."""
    apart = unicodedata.normalize("NFKD", said.casefold())
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).split())


def in_every_language(key_of: Callable[[Texts], str]) -> list[str]:
    """Return how a word is typed in each language, folded."""
    return [folded(key_of(texts_in(language))) for language in LANGUAGES]


@dataclass(frozen=True, slots=True)
class OneOf(Generic[V]):
    """One of a few values. name: its word. aliases: further words, folded."""

    values: Callable[[], Iterable[V]]
    name: Callable[[Texts, V], str]
    aliases: Mapping[str, V]

    def read(self, said: str, around: Around) -> V | None:
        """Find the value by its name in any language, or as it is stored."""
        del around
        word = folded(said)
        for value in self.values():
            if word in [folded(str(value)), *in_every_language(lambda texts, v=value: self.name(texts, v))]:
                return value
        return self.aliases.get(word)

    def fits(self, value: V, around: Around) -> bool:
        """Only what is listed fits."""
        del around
        return value in list(self.values())

    def show(self, value: V, texts: Texts) -> str:
        """Name the value; one that is no longer listed stands as it is stored."""
        return self.name(texts, value) if value in list(self.values()) else str(value)

    def possible(self, texts: Texts, around: Around) -> str:
        """List them all."""
        return texts("settings-possible-one", listed=", ".join(self.offered(texts, around)))

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List them all."""
        del around
        return [self.name(texts, value) for value in self.values()]


@dataclass(frozen=True, slots=True)
class SomeOf:
    """A list of ids, written with commas. values: the ids there are. usual: those that hold by default."""

    values: Callable[[], Iterable[str]]
    usual: Callable[[], Iterable[str]]

    def read(self, said: str, around: Around) -> tuple[str, ...] | None:
        """Read ids between commas, each once; None where one of them is unknown."""
        chosen = tuple(dict.fromkeys(folded(each) for each in said.split(",") if each.strip()))
        return chosen if chosen and self.fits(chosen, around) else None

    def fits(self, value: Sequence[str], around: Around) -> bool:
        """Only what is listed fits, and at least one of it."""
        del around
        return bool(value) and set(value) <= set(self.values())

    def show(self, value: Sequence[str], texts: Texts) -> str:
        """Write the ids with commas."""
        del texts
        return ", ".join(value)

    def possible(self, texts: Texts, around: Around) -> str:
        """List them all."""
        del around
        return texts("settings-possible-some", listed=", ".join(self.values()))

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List the usual ones, each other one beside them, and all: who adds one keeps those."""
        del texts, around
        usual = list(self.usual())
        others = [each for each in self.values() if each not in usual]
        choices = (usual, *([*usual, each] for each in others), [*usual, *others] if others[1:] else [])
        return [", ".join(each) for each in choices if each]


class Threshold:
    """A score 0-1, by a word or as a number; `careful (0.90)` is both."""

    _WITH_NUMBER = re.compile(r"(.*?)\s*\([\d.,]*\)")

    def read(self, said: str, around: Around) -> float | None:
        """Read a word, a share or a percentage."""
        bare = self._WITH_NUMBER.fullmatch(said.strip())
        word = folded(bare[1] if bare else said)
        for caution in Caution:
            if word in [caution.value, *in_every_language(lambda texts, c=caution: caution_name(texts, c))]:
                return caution.threshold
        share = read_share(said)
        return share if share is not None and self.fits(share, around) else None

    def fits(self, value: float, around: Around) -> bool:
        """Anything would be answered from 0 on, so 0 does not fit."""
        del around
        return 0 < value <= 1

    def show(self, value: float, texts: Texts) -> str:
        """Write the word with the number, or the number alone."""
        for caution in Caution:
            if caution.threshold == value:
                return f"{caution_name(texts, caution)} ({decimal(texts, value)})"
        return format_decimal(value, "0.00##", locale=texts.language)

    def possible(self, texts: Texts, around: Around) -> str:
        """Name the words and the range."""
        return texts("settings-possible-threshold", listed=", ".join(self.offered(texts, around)))

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List the words with their numbers."""
        del around
        return [self.show(caution.threshold, texts) for caution in Caution]


class Goal:
    """A share of rulings, shown in per cent."""

    def read(self, said: str, around: Around) -> float | None:
        """Read a share or a percentage; a number above 1 is one."""
        share = read_share(said, of_hundred=True)
        return share if share is not None and self.fits(share, around) else None

    def fits(self, value: float, around: Around) -> bool:
        """Half and more, but never all: no number of rulings proves that."""
        del around
        return LEAST_GOAL <= value < 1

    def show(self, value: float, texts: Texts) -> str:
        """Write it in per cent."""
        return texts("settings-percent", number=format_decimal(value * 100, "0.##", locale=texts.language))

    def possible(self, texts: Texts, around: Around) -> str:
        """Name the range."""
        del around
        return texts("settings-possible-goal")

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List a few."""
        del around
        return [self.show(each, texts) for each in (0.8, 0.85, 0.9, 0.95)]


@dataclass(frozen=True, slots=True)
class Span:
    """A time span, stored as a whole number of its unit. unit, bare: seconds of it, and of a bare number.

    most: in that unit, as the operator and the model have it. none: whether there can be none of it.
    """

    unit: int
    most: Callable[[Around], int]
    offers: tuple[int, ...]
    bare: int
    none: bool = False

    def read(self, said: str, around: Around) -> int | None:
        """Read "30 minutes", "2 h", "1 h 30 min" or a bare number."""
        if self.none and folded(said) in in_every_language(lambda texts: texts("settings-none")):
            return 0
        seconds = read_seconds(said, self.bare)
        if seconds is None or seconds % self.unit:
            return None
        value = seconds // self.unit
        return value if self.fits(value, around) else None

    def fits(self, value: int, around: Around) -> bool:
        """Whatever is not above the most."""
        return (0 if self.none else 1) <= value <= self.most(around)

    def show(self, value: int, texts: Texts) -> str:
        """Write it with its unit."""
        if not value:
            return texts("settings-none")
        return (
            texts("settings-days", number=value) if self.unit == DAY else duration(texts, value * self.unit)
        )

    def possible(self, texts: Texts, around: Around) -> str:
        """Name the range, and how it is typed."""
        most = self.show(self.most(around), texts)
        example = self.show(self.offers[-1], texts)
        if self.none:
            return texts("settings-possible-span-or-none", most=most, example=example)
        return texts("settings-possible-span", least=self.show(1, texts), most=most, example=example)

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List what is usual and fits."""
        return [self.show(each, texts) for each in self.offers if self.fits(each, around)]


class SetElsewhere:
    """Text that another command sets and checks; shown here, and never read."""

    def read(self, said: str, around: Around) -> None:
        """Read nothing."""
        del said, around

    def fits(self, value: str | Sequence[str], around: Around) -> bool:
        """Nothing fits that was not checked there."""
        del value, around
        return False

    def show(self, value: str | Sequence[str], texts: Texts) -> str:
        """Write the text, or the ids with commas."""
        del texts
        return value if isinstance(value, str) else ", ".join(value)

    def possible(self, texts: Texts, around: Around) -> str:
        """Name the command that sets it."""
        del around
        return texts("settings-possible-wording")

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """Offer nothing."""
        del texts, around
        return []


def caution_name(texts: Texts, caution: Caution) -> str:
    """Name how sure Signpost must be."""
    return texts(f"settings-caution-{caution.value}")


def read_share(said: str, *, of_hundred: bool = False) -> float | None:
    """Read "0.9", "0,9" or "90 %" as a share. of_hundred: whether a bare number above 1 is a percentage."""
    match = _PERCENT.fullmatch(said.strip()) if len(said) <= LONGEST_NUMBER else None
    if match is None:
        return None
    number = float(match[1].replace(",", "."))
    return number / 100 if match[2] or (of_hundred and number > 1) else number


def read_seconds(said: str, bare: int) -> int | None:
    """Read a time span with its units; None if it is none. bare: seconds of a number that has no unit."""
    words = folded(said)
    parts = [*_NUMBER.finditer(words)]
    rest = _NUMBER.sub("", words).replace(",", "").replace(" y ", "").replace(" and ", "").strip()
    if not parts or rest or any(len(part[1]) > LONGEST_NUMBER for part in parts):
        return None
    if any(part[2] and part[2] not in _UNITS for part in parts) or (
        len(parts) > 1 and not all(p[2] for p in parts)
    ):
        return None
    return round(sum(float(part[1].replace(",", ".")) * _UNITS.get(part[2], bare) for part in parts))
