"""What the bot knows: resources, evidence and wording, as data files with a loader that refuses bad ones."""

from bot.knowledge.entries import Country, Evidence, Grade, Need, Resource
from bot.knowledge.library import Knowledge
from bot.knowledge.loading import load, standard
from bot.knowledge.reading import KnowledgeError

__all__ = [
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
