"""The public note and its private answers: the words, and how Discord shows them."""

from bot.note.answers import help_in, why
from bot.note.composing import LONGEST_NOTE, compose, compose_here
from bot.note.help import help_view, is_help
from bot.note.help_text import compose_help
from bot.note.occasion import SHOWN_TOPIC, Occasion, occasion_of, occasion_on
from bot.note.reading_back import read_back
from bot.note.standing import NoteKinds
from bot.note.taken_back import compose_withdrawn
from bot.note.text import HELP, NoteText
from bot.note.view import DYNAMIC_ITEMS, note_view

__all__ = [
    "DYNAMIC_ITEMS",
    "HELP",
    "LONGEST_NOTE",
    "SHOWN_TOPIC",
    "NoteKinds",
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
    "occasion_on",
    "read_back",
    "why",
]
