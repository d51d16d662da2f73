"""The public note and its private answers: the words, and how Discord shows them."""

from bot.note.help import help_view, is_help
from bot.note.occasion import Occasion, occasion_of
from bot.note.standing import writes_like
from bot.note.taken_back import compose_withdrawn
from bot.note.text import (
    HELP,
    NoteText,
    compose,
    compose_help,
    compose_here,
    help_in,
    read_back,
    why,
)
from bot.note.view import DYNAMIC_ITEMS, note_view

__all__ = [
    "DYNAMIC_ITEMS",
    "HELP",
    "NoteText",
    "Occasion",
    "compose",
    "compose_help",
    "compose_here",
    "compose_withdrawn",
    "help_in",
    "help_view",
    "is_help",
    "note_view",
    "occasion_of",
    "read_back",
    "why",
    "writes_like",
]
