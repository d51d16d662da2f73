"""What stands in place of a note whose topic was withdrawn."""

from bot.knowledge import Knowledge
from bot.note.help_text import compose_help
from bot.note.text import HELP, NoteText
from bot.server_settings import ServerSettings


def compose_withdrawn(topic: str, knowledge: Knowledge, chosen: ServerSettings, locale: str) -> NoteText:
    """Say that a note was taken back, and show the help lines that hold whatever its topic was.

    topic: id, or HELP for a note with help alone. knowledge: without what was withdrawn. locale: the
    server's own, for where it chose no language.
    """
    words = knowledge.wording(chosen.language or locale)
    helping = compose_help(knowledge, words.language, chosen.help_country)
    lines = [line for line in helping.body.splitlines() if line.startswith("- ")]
    last = words.help_note.sender if topic == HELP else words.note.contest
    body = "\n".join((words.note.withdrawn, *lines, "", f"-# {last}"))
    shown = [knowledge.resources[each] for each in helping.resource_ids]
    return NoteText.of(topic, body, shown, words.language)
