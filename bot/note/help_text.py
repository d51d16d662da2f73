"""What the note with help alone says, which moderators send for somebody's hard day."""

from bot.knowledge import Knowledge, Need, Resource
from bot.knowledge.words import Wording
from bot.note.choice import serves
from bot.note.lines import note_line, point
from bot.note.text import HELP, NoteText
from bot.server_settings.model import DEFAULT_COUNTRY

MOST_HELP = 3
"""Lines of a note with help alone: more is a list to search, on a day for which one number is enough."""


def compose_help(knowledge: Knowledge, language: str = "en", country: str = DEFAULT_COUNTRY) -> NoteText:
    """Write the note that moderators send for somebody's hard day, in a server of a country.

    The crisis line first, then a treatment line that no note in the country may lack, then the directory.
    A country with neither shows its emergency number. Other treatment lines stay away: their names say what
    the day is about. Not a word of what the post says, nor of whom a line is for.
    """
    words = knowledge.wording(language)
    lines = knowledge.lines(country)
    crisis = [each for each in lines if serves(each, Need.CRISIS)][:1]
    treatment = [each for each in knowledge.always(country) if each.need is Need.TREATMENT][:1]
    own = (*crisis, *treatment)
    urgent = [each for each in lines if each.need is Need.EMERGENCY]
    shown = (*(own or urgent), *knowledge.directory())[:MOST_HELP]
    points = "\n".join(point(_help_line(each, words)) for each in shown)
    body = f"{words.help_note.opening}\n{points}\n\n-# {words.help_note.sender}"
    return NoteText.of(HELP, body, shown, words.language)


def _help_line(resource: Resource, words: Wording) -> str:
    """Write a resource without saying whom it is for: that would be a word about whom it is sent to."""
    if resource.need is Need.EMERGENCY:
        return words.help_note.emergency.format(phone=resource.phone)
    return note_line(words.said(resource).model_copy(update={"for_whom": None}), words)
