"""The shapes of the knowledge files as JSON Schema, for editors that check while one types."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel

from bot.knowledge.avoided import AvoidedFile
from bot.knowledge.denied import DeniedFile
from bot.knowledge.entries import EvidenceFile, ResourcesFile
from bot.knowledge.reading import KnowledgeError
from bot.knowledge.topics import Topic
from bot.knowledge.words import CommonWords, TopicWords

FOLDER = "schema"

SHAPES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "resources": ResourcesFile,
        "evidence": EvidenceFile,
        "denied": DeniedFile,
        "avoided": AvoidedFile,
        "common": CommonWords,
        "topic-words": TopicWords,
        "topic": Topic,
    }
)
"""What each schema file describes, by its name."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Write each schema as JSON, by its name; dates as TOML has them, without quotation marks."""
    return {
        name: json.dumps({"$schema": _DIALECT, **shape.model_json_schema()}, indent=2, ensure_ascii=False)
        + "\n"
        for name, shape in SHAPES.items()
    }


def write(directory: Path) -> None:
    """Write the schemas of a folder of knowledge files, and name one at the head of each file without."""
    (directory / FOLDER).mkdir(exist_ok=True)
    for name, text in schemas().items():
        (directory / FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    for path, link in _links(directory):
        text = path.read_text(encoding="utf-8")
        if not text.startswith(link):
            path.write_text(f"{link}\n{text}", encoding="utf-8")


def unlinked(directory: Path) -> Iterator[KnowledgeError]:
    """Find files that do not name their schema in their first line."""
    for path in sorted({*directory.rglob("*.toml")} - {*_read_from(directory)}):
        yield KnowledgeError(
            path.relative_to(directory).as_posix(), 1, "is no knowledge file: nothing reads it"
        )
    for path, link in _links(directory):
        if not path.read_text(encoding="utf-8").startswith(link):
            what = f"the first line is not {link}: `signpost knowledge schema` adds it"
            yield KnowledgeError(path.relative_to(directory).as_posix(), 1, what)


def _links(directory: Path) -> Iterator[tuple[Path, str]]:
    """Give each file with the line that names its schema, as editors know it (Taplo, Even Better TOML)."""
    for path in _read_from(directory):
        up = "../" * (len(path.relative_to(directory).parts) - 1)
        yield path, f"#:schema {up or './'}{FOLDER}/{_schema_of(path, directory)}.json"


def _read_from(directory: Path) -> list[Path]:
    return [path for path in sorted(directory.rglob("*.toml")) if _schema_of(path, directory) in SHAPES]


def _schema_of(path: Path, directory: Path) -> str:
    match path.relative_to(directory).parts:
        case ("avoided", _):
            return "avoided"
        case ("topics", _):
            return "topic"
        case ("wording", _, "common.toml"):
            return "common"
        case ("wording", _, _):
            return "topic-words"
        case _:
            return path.stem
