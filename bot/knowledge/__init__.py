"""What the bot knows: resources, evidence and wording, as data files with a loader that refuses bad ones."""

from bot.knowledge.entries import Country, Evidence, Grade, Need, Resource
from bot.knowledge.files import DEFAULT_LANGUAGE
from bot.knowledge.library import Knowledge
from bot.knowledge.loading import load, standard
from bot.knowledge.reading import KnowledgeError
from bot.knowledge.shelf import Shelf
from bot.knowledge.withdrawn import Scope, Withdrawn

__all__ = [
    "DEFAULT_LANGUAGE",
    "Country",
    "Evidence",
    "Grade",
    "Knowledge",
    "KnowledgeError",
    "Need",
    "Resource",
    "Scope",
    "Shelf",
    "Withdrawn",
    "load",
    "standard",
]
