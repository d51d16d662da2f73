"""The knowledge files of a directory, read side by side, each with the place where it can be pointed into."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from bot.knowledge.denied import DeniedFile
from bot.knowledge.entries import EvidenceFile, ResourcesFile
from bot.knowledge.reading import KnowledgeError, Source
from bot.knowledge.words import CommonWords, TopicWords, Wording

DEFAULT_LANGUAGE = "en"
COMMON = "common"

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Read(Generic[Shape]):
    """One file: where it stands, and what it holds."""

    source: Source
    content: Shape


@dataclass(frozen=True, slots=True)
class Worded:
    """The wording files of a language. topics: by id."""

    language: str
    common: Read[CommonWords]
    topics: Mapping[str, Read[TopicWords]]

    def wording(self) -> Wording:
        """Put a language's words together."""
        topics = {topic: each.content for topic, each in self.topics.items()}
        return Wording.model_construct(**dict(self.common.content), language=self.language, topics=topics)


@dataclass(frozen=True, slots=True)
class Files:
    """All knowledge files. worded: by language, the default one first. topics: ids of topics with a file."""

    directory: Path
    resources: Read[ResourcesFile]
    evidence: Read[EvidenceFile]
    denied: Read[DeniedFile]
    worded: Mapping[str, Worded]
    topics: frozenset[str]

    def shown(self) -> Iterator[Source]:
        """List the files whose words can be shown to anyone."""
        yield from (self.resources.source, self.evidence.source)
        for each in self.worded.values():
            yield each.common.source
            yield from (topic.source for topic in each.topics.values())


def read(directory: Path) -> tuple[Files | None, list[KnowledgeError]]:
    """Read resources.toml, evidence.toml, denied.toml and wording/*/*.toml, and see which topics there are.

    Without files: all that keeps them from being read, by file and line.
    """
    faults: list[KnowledgeError] = []
    resources = _read(directory / "resources.toml", ResourcesFile, directory, faults)
    evidence = _read(directory / "evidence.toml", EvidenceFile, directory, faults)
    denied = _read(directory / "denied.toml", DeniedFile, directory, faults)
    worded = {each: _worded(directory, each, faults) for each in _languages(directory)}
    whole = {language: each for language, each in worded.items() if each is not None}
    if faults or not (resources and evidence and denied):
        return None, faults
    topics = frozenset(path.stem for path in (directory / "topics").glob("*.toml"))
    return Files(directory, resources, evidence, denied, whole, topics), []


def _read(
    path: Path, shape: type[Shape], directory: Path, faults: list[KnowledgeError]
) -> Read[Shape] | None:
    """Read one file; what is wrong with it joins the faults."""
    try:
        source = Source(path, directory)
    except KnowledgeError as error:
        faults.append(error)
        return None
    content, wrong = source.examine(shape)
    faults += wrong
    return Read(source, content) if content is not None else None


def _languages(directory: Path) -> list[str]:
    """List the languages that there are words in; the default one first, whether it is there or not."""
    folders = sorted(each.name for each in (directory / "wording").glob("*") if each.is_dir())
    return [DEFAULT_LANGUAGE, *(each for each in folders if each != DEFAULT_LANGUAGE)]


def _worded(directory: Path, language: str, faults: list[KnowledgeError]) -> Worded | None:
    folder = directory / "wording" / language
    if not re.fullmatch(r"[a-z]{2}", language):
        name = folder.relative_to(directory).as_posix()
        faults.append(KnowledgeError(name, 1, "is no language's code, such as en"))
        return None
    common = _read(folder / f"{COMMON}.toml", CommonWords, directory, faults)
    paths = (path for path in sorted(folder.glob("*.toml")) if path.stem != COMMON)
    topics = {path.stem: _read(path, TopicWords, directory, faults) for path in paths}
    whole = {topic: each for topic, each in topics.items() if each is not None}
    return Worded(language, common, whole) if common is not None else None
