"""The public note and its private answers: the words, and how Discord shows them."""

from bot.note.text import NoteText, compose, compose_here, help_in, read_back, why
from bot.note.view import DYNAMIC_ITEMS, note_view

__all__ = ["DYNAMIC_ITEMS", "NoteText", "compose", "compose_here", "help_in", "note_view", "read_back", "why"]
