"""The settings of a server, each with how it is read and written, what it does and what it is by default."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot import knowledge
from bot.knowledge.topics import built_in, on_by_default
from bot.note.countries import ALIASES
from bot.policy import Mode
from bot.server_settings.found import Found, SeveralFound
from bot.server_settings.kinds import (
    DAY,
    HOUR,
    MINUTE,
    MOST_COOLDOWN,
    MOST_REVIEW,
    Around,
    Goal,
    Kind,
    OneOf,
    SetElsewhere,
    SomeOf,
    Span,
    Threshold,
    folded,
    in_every_language,
)
from bot.server_settings.model import DEFAULT_COUNTRY, DEFAULT_GOAL, MOST_SHORT, Length
from bot.texts import MEMBERS_LANGUAGES, Texts, mode_name


class NotPossibleError(ValueError):
    """What was typed is no value of its setting. The message says, in the reader's words, what is."""


def _nothing(around: Around) -> object:
    del around


@dataclass(frozen=True, slots=True)
class Setting:
    """One of the ServerSettings, as people meet it. name: its field there.

    default: what holds where a server chose nothing; None where that takes words of its own.
    """

    name: str
    kind: Kind[Any]
    default: Callable[[Around], object] = _nothing

    @property
    def slug(self) -> str:
        """The name as keys of the catalogue have it."""
        return self.name.replace("_", "-")

    def label(self, texts: Texts) -> str:
        """Name the setting."""
        return texts(f"settings-name-{self.slug}")

    def about(self, texts: Texts) -> str:
        """Say what it does."""
        return texts(f"settings-about-{self.slug}")

    def show(self, value: object, texts: Texts, around: Around) -> str:
        """Write a value, or for None what then holds."""
        if value is not None:
            return self.kind.show(value, texts)
        default = self.default(around)
        return texts(f"settings-unset-{self.slug}") if default is None else self.kind.show(default, texts)

    def read(self, said: str, texts: Texts, around: Around) -> object:
        """Read what was typed; None brings the default back. Raises NotPossibleError."""
        if folded(said) in in_every_language(lambda each: each("settings-default")):
            return None
        value = self.kind.read(said, around)
        if value is None:
            raise NotPossibleError(self.refusal(texts, around))
        return value

    def refusal(self, texts: Texts, around: Around) -> str:
        """Say that a value is not possible, and which are."""
        possible = self.kind.possible(texts, around)
        return texts("settings-not-possible", setting=self.label(texts), possible=possible)

    def offered(self, texts: Texts, around: Around) -> list[str]:
        """List values to choose from; the last brings the default back."""
        offered = self.kind.offered(texts, around)
        return [*offered, texts("settings-default")]


def _yes_or_no(texts: Texts, value: object) -> str:
    return texts("settings-yes" if value else "settings-no")


def language_name(texts: Texts, language: str) -> str:
    """Name a language that notes speak."""
    return texts(f"settings-language-{language}")


def country_name(texts: Texts, code: str) -> str:
    """Name a country of the directory."""
    directory = knowledge.standard()
    return directory.wording(texts.language).country_name(directory.countries[code])


def _mode_name(texts: Texts, mode: str) -> str:
    return mode_name(texts, Mode(mode))


def _length_name(texts: Texts, length: str) -> str:
    return texts(f"settings-length-{length}")


def _countries() -> list[str]:
    return [*knowledge.standard().countries]


def _topics() -> list[str]:
    return [topic.id for topic in built_in()]


_SWITCH = OneOf(
    lambda: (True, False), _yes_or_no, {"on": True, "off": False, "y": True, "n": False, "s": True}
)

_CHANNEL = Found(lambda around: around.channels, "#")

SETTINGS = (
    Setting("mode", OneOf(lambda: Mode, _mode_name, {}), lambda around: around.default.mode),
    Setting("mod_log", _CHANNEL),
    Setting("threshold", Threshold(), lambda around: around.default.threshold),
    Setting(
        "cooldown",
        Span(1, lambda _: MOST_COOLDOWN, (0, 10 * MINUTE, HOUR, 6 * HOUR, 30 * MINUTE), MINUTE, none=True),
        lambda around: int(around.default.cooldown.total_seconds()),
    ),
    Setting(
        "review_hours",
        Span(HOUR, lambda _: MOST_REVIEW // HOUR, (6, 24, 48, 12), HOUR),
        lambda around: int(around.default.review.total_seconds()) // HOUR,
    ),
    Setting("notes_in_threads", _SWITCH, lambda _: True),
    Setting("topics", SomeOf(_topics, on_by_default)),
    Setting("language", OneOf(lambda: MEMBERS_LANGUAGES, language_name, {}), lambda around: around.language),
    Setting(
        "country",
        OneOf(_countries, country_name, ALIASES),
        lambda _: DEFAULT_COUNTRY,
    ),
    Setting("contests", _SWITCH, lambda _: True),
    Setting("moderator_role", Found(lambda around: around.roles, "@&")),
    Setting(
        "retention_days",
        Span(DAY, lambda around: around.retention_days, (7, 14, 60, 90, 30), DAY),
        lambda around: around.retention_days,
    ),
    Setting("precision_goal", Goal(), lambda _: DEFAULT_GOAL),
    Setting("steps_back", _SWITCH, lambda _: False),
    Setting("reads_pluralkit", _SWITCH, lambda _: False),
    Setting("note_length", OneOf(lambda: Length, _length_name, {}), lambda _: Length.FULL),
    Setting("short_channels", SeveralFound(_CHANNEL, MOST_SHORT, "settings-possible-channels")),
    Setting("own_line", SetElsewhere()),
    Setting("resources", SetElsewhere()),
)
"""All settings, in the order in which they are shown."""

BY_NAME = {setting.name: setting for setting in SETTINGS}


def named(said: str) -> Setting | None:
    """Find a setting by its name in any language, or by its field."""
    word = folded(said)
    for setting in SETTINGS:
        if word in [setting.name, *in_every_language(setting.label)]:
            return setting
    return None
