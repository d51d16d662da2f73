"""Notes that are longer than a note may be. Pure; each fault with its place."""

from collections.abc import Iterator
from dataclasses import replace

from bot.knowledge import Knowledge, KnowledgeError
from bot.knowledge.files import Files
from bot.knowledge.loading import known_from
from bot.note.composing import LONGEST_NOTE, excess


def long_notes(files: Files) -> Iterator[KnowledgeError]:
    """Find topics whose usual note is too long in a country, and say where it is longest."""
    knowledge = known_from(files)
    for worded in files.worded.values():
        for topic, file in worded.topics.items():
            alone = _alone(knowledge, worded.language, topic)
            over, country = max(
                (excess(alone, worded.language, each.code, None, None), each.name)
                for each in knowledge.countries.values()
            )
            if over:
                what = f"the note is {over} characters too long in {country}: at most {LONGEST_NOTE}"
                yield file.source.refuse(("note", "answer"), what)


def _alone(knowledge: Knowledge, language: str, topic: str) -> Knowledge:
    """Give knowledge that has words for one topic, in one language."""
    words = knowledge.wordings[language].without(lambda other: other != topic)
    return replace(knowledge, wordings={**knowledge.wordings, language: words})
