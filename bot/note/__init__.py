"""The public note and its private answers: the words, and how Discord shows them."""

from bot.note.text import NoteText, compose, help_in, why
from bot.note.view import DYNAMIC_ITEMS, note_view

__all__ = ["DYNAMIC_ITEMS", "NoteText", "compose", "help_in", "note_view", "why"]
