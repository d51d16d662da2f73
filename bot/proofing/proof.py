"""Everything that is wrong in a folder of knowledge files, and what a release has to know of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot.knowledge import KnowledgeError
from bot.knowledge.avoided import AvoidedFile
from bot.knowledge.entries import Entry
from bot.knowledge.files import Files, read
from bot.knowledge.loading import known_from
from bot.knowledge.reading import Source
from bot.knowledge.rules import faults_in, overdue
from bot.knowledge.schema import unlinked
from bot.knowledge.topics import Topic
from bot.proofing.length import long_notes
from bot.proofing.neutral import hard, slanted, untranslated

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a reading found. faults: by file and line. files: None if some could not be read at all."""

    faults: tuple[KnowledgeError, ...]
    files: Files | None

    @property
    def unverified(self) -> list[Entry]:
        """List the entries that no named person has checked."""
        if self.files is None:
            return []
        entries = (*self.files.resources.content.resource, *self.files.evidence.content.evidence)
        return [each for each in entries if each.verified_on is None]


def proofread(directory: Path, released: date | None = None) -> Proof:
    """Read the files of a folder. released: the day of a release, by which no review may be overdue.

    What files have to do with each other is looked at once each of them can be read by itself.
    """
    files, faults = read(directory)
    topics, wrong = _each(directory / "topics", Topic, directory)
    _, avoided_wrong = _each(directory / "avoided", AvoidedFile, directory)
    faults += (*wrong, *avoided_wrong)
    if files is not None and not faults:
        brands = [brand for each in topics.values() for brand in each.brands]
        faults += faults_in(files, known_from(files))
        faults += () if faults else long_notes(files)  # a note cannot be put together from what is missing
        faults += (*_misnamed(topics), *_answers_to_nothing(files, topics))
        faults += (*slanted(files, brands), *hard(files), *untranslated(files), *unlinked(directory))
        faults += overdue(files, released) if released else ()
    return Proof(_in_order(faults), files)


def _each(folder: Path, shape: type[Shape], directory: Path) -> tuple[dict[str, Shape], list[KnowledgeError]]:
    """Read the files of a folder that have one shape, by name; and all that is wrong with them."""
    found: dict[str, Shape] = {}
    faults: list[KnowledgeError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            content, wrong = Source(path, directory).examine(shape)
        except KnowledgeError as error:
            content, wrong = None, [error]
        faults += wrong
        if content is not None:
            found[path.stem] = content
    return found, faults


def _misnamed(topics: dict[str, Topic]) -> Iterator[KnowledgeError]:
    """Find topic files that are not called as their topic is."""
    for name, topic in topics.items():
        if topic.id != name:
            yield KnowledgeError(
                f"topics/{name}.toml", 1, f"the file is not called {topic.id}.toml, as its id is"
            )


def _answers_to_nothing(files: Files, topics: dict[str, Topic]) -> Iterator[KnowledgeError]:
    """Find answers to claims that a topic's pitches do not make."""
    known = ((topic, file) for worded in files.worded.values() for topic, file in worded.topics.items())
    for topic, file in ((topic, file) for topic, file in known if topic in topics):
        claims = {each.id for each in topics[topic].claims}
        for each in file.content.answers:
            if each not in claims:
                what = f"answer to {each}, a claim that topics/{topic}.toml lacks"
                yield file.source.refuse(("answers", each), what)


def _in_order(faults: Iterable[KnowledgeError]) -> tuple[KnowledgeError, ...]:
    """Put faults in the order of files and lines, each once."""
    places = {(each.file, each.line, each.what): each for each in faults}
    return tuple(places[place] for place in sorted(places))
