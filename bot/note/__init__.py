"""The public note and its private answers: the words, and how Discord shows them."""

from bot.note.help import help_view
from bot.note.text import NoteText, compose, compose_help, help_in, why
from bot.note.view import DYNAMIC_ITEMS, note_view

__all__ = ["DYNAMIC_ITEMS", "NoteText", "compose", "compose_help", "help_in", "help_view", "note_view", "why"]
