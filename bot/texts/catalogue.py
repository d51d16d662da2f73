"""The catalogue: every text of the desk by its key, in each language."""

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

DEFAULT_LANGUAGE = "en"
LANGUAGES = ("en", "es")
"""What the desk speaks, as ISO 639-1 codes."""

Value = str | int | float


class TextError(Exception):
    """A key that the catalogue lacks, or a gap in its text that was given no value. Tests look for both."""


class Texts:
    """What the desk says in one language."""

    __slots__ = ("_bundle", "language")

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    def __call__(self, key: str, /, **values: Value) -> str:
        """Return the text of a key with its gaps filled.

        An int or float is written and counted as the language does; what is only a name, such as a case's
        number or an id, is given as a str. Raises TextError.
        """
        if not self._bundle.has_message(key):
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
    language = str(locale)[:2].lower()
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def texts_in(locale: object) -> Texts:
    """Return what the desk says to someone with this locale: a discord.Locale, or a language's code."""
    return _loaded(language_of(locale))


@cache
def _loaded(language: str) -> Texts:
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("bot.texts") / language
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return Texts(language, bundle)
