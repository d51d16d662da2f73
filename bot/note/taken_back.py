"""What stands in place of a note whose topic was withdrawn."""

from dataclasses import replace
from hashlib import blake2b

from bot.knowledge import Knowledge
from bot.note.text import HELP, NoteText, compose_help
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
    version = blake2b(body.encode(), digest_size=6).hexdigest()
    return replace(helping, topic=topic, body=body, text_version=version)
