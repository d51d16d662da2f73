"""Loads the knowledge files, and refuses those that do not hold together."""

from functools import cache
from pathlib import Path
from types import MappingProxyType

from bot.knowledge.files import Files, read
from bot.knowledge.library import Knowledge
from bot.knowledge.rules import faults_in

SHIPPED = Path(__file__).parent
"""Where the files of this version stand."""


@cache
def standard() -> Knowledge:
    """Load the knowledge that this version ships with, once. Raises KnowledgeError if a file is wrong."""
    return load(SHIPPED)


def load(directory: Path) -> Knowledge:
    """Load resources.toml, evidence.toml, denied.toml and wording/*/*.toml, and check them together.

    Raises KnowledgeError, whose message is one line, for the first thing that is missing or wrong.
    """
    files, unreadable = read(directory)
    if files is None:
        raise unreadable[0]
    knowledge = known_from(files)
    if fault := next(faults_in(files, knowledge), None):
        raise fault
    return knowledge


def known_from(files: Files) -> Knowledge:
    """Put together what the files hold, right or wrong."""
    listed = files.resources.content
    return Knowledge(
        countries=MappingProxyType({each.code: each for each in listed.country}),
        resources=MappingProxyType({each.id: each for each in listed.resource}),
        evidence=MappingProxyType({each.id: each for each in files.evidence.content.evidence}),
        wordings=MappingProxyType({language: each.wording() for language, each in files.worded.items()}),
        denied=files.denied.content.denied,
    )
