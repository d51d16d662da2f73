"""What `/resources` says: a country's help lines, and what is known of a topic."""

from dataclasses import dataclass
from functools import cache

from bot.knowledge import DEFAULT_LANGUAGE, Knowledge, Need, standard
from bot.knowledge.topics import built_in
from bot.note.answers import help_in, to_read
from bot.texts import Texts

LONGEST_ANSWER = 4_000
"""Characters that Discord allows in all texts of a message with components."""

NEEDS = (Need.CRISIS, Need.TREATMENT, Need.POISON, Need.ALONE, Need.FAMILIES)
"""What can be asked for; the emergency number and the directory come with each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see beside a country. topic: id. None: no topic, lines for every need."""

    topic: str | None = None
    need: Need | None = None


def resources_text(texts: Texts, knowledge: Knowledge, country: str, asked: Asked) -> str:
    """List a country's checked help lines and, where a topic is asked for, its evidence. Discord markdown.

    country: ISO code; one that is not listed gets the directory. Of what is known of a topic, as much is said
    as fits beside the lines.
    """
    need = asked.need
    lacking = texts("resources-need-lacking", need=need_name(texts, need)) if need else ""
    lines = help_in(country, knowledge, texts.language, need, lacking)
    if asked.topic is None:
        return lines
    about = _about(texts, knowledge, asked.topic, LONGEST_ANSWER - len(lines) - 2)
    return f"{lines}\n\n{about}" if about else lines


def topic_name(texts: Texts, topic: str) -> str:
    """Name a topic; one that this version does not know by its id."""
    return texts(f"topic-{topic}") if topic in (each.id for each in built_in()) else topic


def topic_withdrawn(texts: Texts, topic: str) -> str:
    """Say that nothing is shown on a topic for now, since whoever runs Signpost withdrew it."""
    return texts("resources-topic-withdrawn", topic=topic_name(texts, topic))


def need_name(texts: Texts, need: Need) -> str:
    """Name what help is wanted for."""
    return texts(f"need-{need.value}")


@cache
def topics() -> tuple[str, ...]:
    """Return the ids of the topics that there is evidence on, those on by default first."""
    worded = standard().wording(DEFAULT_LANGUAGE).topics
    return tuple(each.id for each in built_in() if each.id in worded)


def _about(texts: Texts, knowledge: Knowledge, topic: str, room: int) -> str:
    """Say what is known of a topic, as much of it as there is room for. room: characters."""
    words = knowledge.wording(texts.language)
    wording = words.topics.get(topic)
    if wording is None:
        return topic_withdrawn(texts, topic)
    heading = texts("resources-about", topic=topic_name(texts, topic))
    known = [f"- {each.text}" for each in wording.why.known]
    pages = to_read(wording, words, knowledge)
    more = [pages] if pages else []
    while known and len("\n".join((heading, *known, *more))) > room:
        known.pop()
    return "\n".join((heading, *known, *more)) if known else ""
