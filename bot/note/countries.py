"""The listed countries: by name, and found by what somebody types."""

from bot.knowledge import Knowledge
from bot.server_settings.kinds import folded

ALIASES = {"uk": "GB", "usa": "US", "eeuu": "US"}
"""Codes by what people type for a country beside its names, folded."""


def countries_by_name(knowledge: Knowledge, language: str) -> dict[str, str]:
    """Return the listed countries' codes by their names in a language, in alphabetical order.

    A letter with an accent stands beside the same without: "États-Unis" before "France".
    """
    words = knowledge.wording(language)
    named = {words.country_name(each): each.code for each in knowledge.countries.values()}
    return {name: named[name] for name in sorted(named, key=folded)}


def countries_like(said: str, knowledge: Knowledge, language: str) -> dict[str, str]:
    """Return those of `countries_by_name` whose name holds what was typed, or that it names otherwise."""
    typed, meant = folded(said), country_of(said, knowledge)
    named = countries_by_name(knowledge, language)
    return {name: code for name, code in named.items() if typed in folded(name) or code == meant}


def country_of(said: str, knowledge: Knowledge) -> str | None:
    """Return the code of the country that someone typed, as a code or a name; None for one not listed.

    A name counts in every language there is, with its accents or without.
    """
    typed = folded(said)
    for language in knowledge.wordings:
        for name, code in countries_by_name(knowledge, language).items():
            if typed in {folded(code), folded(name)}:
                return code
    return ALIASES.get(typed)
