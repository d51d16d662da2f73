"""What `/resources` says: a country's help lines, and what is known of a topic."""

from functools import cache

from bot.knowledge import Knowledge
from bot.knowledge.topics import built_in
from bot.note.text import help_in
from bot.texts import Texts


def resources_text(texts: Texts, knowledge: Knowledge, country: str, topic: str | None) -> str:
    """List a country's checked help lines and, where a topic is asked for, its evidence. Discord markdown.

    country: ISO code; one that is not listed gets the directory. topic: id, or None.
    """
    lines = help_in(country, knowledge, texts.language)
    about = _about(texts, knowledge, topic) if topic else ""
    return f"{lines}\n\n{about}" if about else lines


def countries_by_name(knowledge: Knowledge, language: str) -> dict[str, str]:
    """Return the listed countries' codes by their names in a language, in alphabetical order."""
    words = knowledge.wording(language)
    named = {words.country_name(each): each.code for each in knowledge.countries.values()}
    return {name: named[name] for name in sorted(named)}


def country_of(said: str, knowledge: Knowledge, language: str) -> str | None:
    """Return the code of the country that someone typed, as a code or a name; None for one not listed."""
    typed = said.strip().casefold()
    for name, code in countries_by_name(knowledge, language).items():
        if typed in {code.casefold(), name.casefold(), knowledge.countries[code].name.casefold()}:
            return code
    return None


def topic_name(texts: Texts, topic: str) -> str:
    """Name a topic."""
    return texts(f"topic-{topic}")


@cache
def topics() -> tuple[str, ...]:
    """Return the ids of the topics that there is evidence on."""
    return tuple(each.id for each in built_in())


def _about(texts: Texts, knowledge: Knowledge, topic: str) -> str:
    words = knowledge.wording(texts.language)
    wording = words.topics.get(topic)
    if wording is None:
        return texts("resources-topic-withdrawn", topic=topic_name(texts, topic))
    known = "\n".join(f"- {each.text}" for each in wording.why.known)
    shown = (words.said(each) for each in knowledge.showable(wording.why.pages))
    pages = ", ".join(f"[{each.name}]({each.url})" for each in shown)
    heading = texts("resources-about", topic=topic_name(texts, topic))
    more = (texts("resources-pages", pages=pages),) if pages else ()
    return "\n".join((heading, known, *more))
