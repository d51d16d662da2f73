"""What the bot knows: resources, evidence and wording, as data files with a loader that refuses bad ones."""

from bot.knowledge.entries import Country, Evidence, Grade, Need, Resource
from bot.knowledge.files import DEFAULT_LANGUAGE
from bot.knowledge.library import Knowledge
from bot.knowledge.loading import load, standard
from bot.knowledge.reading import KnowledgeError

__all__ = [
    "DEFAULT_LANGUAGE",
    "Country",
    "Evidence",
    "Grade",
    "Knowledge",
    "KnowledgeError",
    "Need",
    "Resource",
    "load",
    "standard",
]
