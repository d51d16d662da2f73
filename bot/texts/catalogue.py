"""The catalogue: every text of the desk by its key, in each language; what members read in more of them."""

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

DEFAULT_LANGUAGE = "en"
LANGUAGES = ("en", "es")
"""What the desk speaks, as ISO 639-1 codes."""

MEMBERS_LANGUAGES = (*LANGUAGES, "fr", "de", "pt")
"""What members are spoken to in: the languages of notes. Beyond the desk's, it is MEMBERS_FILES alone."""

MEMBERS_FILES = ("failures.ftl", "members.ftl", "privacy.ftl")
"""What a member can be told, whole in each of their languages."""

Value = str | int | float


class TextError(Exception):
    """A key that the catalogue lacks, or a gap in its text that was given no value. Tests look for both."""


class Texts:
    """What is said in one language.

    beyond: says what this language has no words for; without it, it has all of them.
    """

    __slots__ = ("_beyond", "_bundle", "language")

    def __init__(self, language: str, bundle: FluentBundle, beyond: "Texts | None" = None) -> None:
        self.language = language
        self._bundle = bundle
        self._beyond = beyond

    def has(self, key: str) -> bool:
        """Say whether a text is there in this very language."""
        return self._bundle.has_message(key)

    def __call__(self, key: str, /, **values: Value) -> str:
        """Return the text of a key with its gaps filled.

        An int or float is written and counted as the language does; what is only a name, such as a case's
        number or an id, is given as a str. Raises TextError.
        """
        if self._beyond is not None and not self.has(key):
            return self._beyond(key, **values)
        if not self.has(key):
            raise TextError(f"no text {key} in {self.language}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise TextError(f"{key} is empty in {self.language}")
        said, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            raise TextError(f"{key} in {self.language}: {faults[0]}")
        return str(said)


def language_of(locale: object) -> str:
    """Return the language that fits a locale of Discord's ("es-419") best: English where there is none."""
    return _one_of(LANGUAGES, locale)


def members_language_of(locale: object) -> str:
    """Return which language of members fits a locale of Discord's best: English where there is none."""
    return _one_of(MEMBERS_LANGUAGES, locale)


def _one_of(languages: tuple[str, ...], locale: object) -> str:
    language = str(locale)[:2].lower()
    return language if language in languages else DEFAULT_LANGUAGE


def texts_in(locale: object) -> Texts:
    """Return what the desk says to someone with this locale: a discord.Locale, or a language's code."""
    return _loaded(language_of(locale))


def members_texts_in(locale: object) -> Texts:
    """Return what is said to a member with this locale; in English what is there for the desk alone."""
    return _loaded(members_language_of(locale))


@cache
def _loaded(language: str) -> Texts:
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("bot.texts") / language
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return Texts(language, bundle, None if language in LANGUAGES else _loaded(DEFAULT_LANGUAGE))
