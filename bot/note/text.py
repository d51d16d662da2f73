"""What a note and its private answers say. Plain functions of the knowledge: no Discord, no I/O."""

import re
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

from bot.knowledge import Knowledge, Need, Resource
from bot.knowledge.entries import HelpWording, WordingFile

HELP = "help"
"""What a note with help alone has in the place of a topic."""

_LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")
_MARKS = re.compile(r"\*\*|^-# ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note as it is posted.

    body: Discord markdown. resource_ids: what it shows, in order. text_version: 12 hex digits that change
    with anything shown, so that a note with a withdrawn number can be found and corrected later.
    """

    topic: str
    body: str
    resource_ids: tuple[str, ...]
    text_version: str
    language: str

    @property
    def plain(self) -> str:
        """The body for a terminal: links written out, no markdown."""
        return _MARKS.sub("", _LINK.sub(r"\1: \2", self.body))


def compose(topic_id: str, knowledge: Knowledge, language: str = "en", country: str = "US") -> NoteText:
    """Write the note on a topic for a server in a country.

    The fact first, then what helps, then how to contest. Raises KeyError for a topic without a wording.
    """
    words = knowledge.wording(language)
    topic = words.topics[topic_id]
    shown = (*knowledge.noted(country), *knowledge.showable([topic.page]))
    lines = "\n".join(f"- {_note_line(each, words)}" for each in shown)
    body = f"{topic.note.fact}\n\n{topic.note.helps}\n{lines}\n\n-# {words.note.contest}"
    return NoteText(
        topic=topic_id,
        body=body,
        resource_ids=tuple(each.id for each in shown),
        text_version=blake2b(body.encode(), digest_size=6).hexdigest(),
        language=words.language,
    )


def why(topic_id: str, knowledge: Knowledge, language: str = "en") -> str:
    """Explain what an automated note is, what is known, where to read more and how to contest.

    Discord markdown. A topic that this version no longer covers gets a sentence that says so: old notes keep
    their buttons.
    """
    words = knowledge.wording(language)
    topic = words.topics.get(topic_id)
    if topic is None:
        return words.why.retired
    known = "\n".join(f"- {each.text}" for each in topic.why.known)
    pages = ", ".join(f"[{each.name}]({each.url})" for each in knowledge.showable(topic.why.pages))
    return "\n\n".join(
        (
            f"**{words.why.heading}**\n{words.why.what}",
            f"{topic.why.claims}\n{known}",
            f"{words.why.pages.format(pages=pages)}\n{words.why.contest}",
        )
    )


def help_in(country: str | None, knowledge: Knowledge, language: str = "en") -> str:
    """List the checked help lines of one country, and no other country's.

    Discord markdown. A country without a showable line says so, and offers its emergency number if there is
    one, and the directory. country: ISO code; None, or one that is not listed, gets the directory alone.
    """
    words = knowledge.wording(language)
    listed = knowledge.countries.get(country or "")
    if listed is None:
        return "\n".join((words.help.unknown, *_directories(knowledge, words.help)))
    lines = knowledge.lines(listed.code)
    urgent = [words.help.emergency.format(phone=each.phone) for each in lines if each.need is Need.EMERGENCY]
    others = [f"- {_line(each, words.help)}" for each in lines if each.need is not Need.EMERGENCY]
    return "\n".join(
        (
            f"**{listed.name}**",
            *(() if others else (words.help.none,)),
            *urgent,
            *others,
            "",  # else the list's last point takes in what follows
            *_directories(knowledge, words.help),
            f"-# {words.help.correct}",
        )
    )


def _directories(knowledge: Knowledge, words: HelpWording) -> list[str]:
    return [words.directory.format(url=each.url) for each in knowledge.directory()]


def _note_line(resource: Resource, words: WordingFile) -> str:
    """Show a resource in a note: by its own line, else as in the private answers."""
    if resource.id in words.lines:
        return words.lines[resource.id].format_map(resource.model_dump())
    if resource.need is Need.EMERGENCY:
        return words.help.emergency.format(phone=resource.phone)
    if resource.need is Need.DIRECTORY:
        return words.help.directory.format(url=resource.url)
    return _line(resource, words.help)


def _line(resource: Resource, words: HelpWording) -> str:
    """Show a resource as "**Name**: call …, site. Open …. For …."."""
    ways: list[str] = []
    if resource.phone and resource.phone == resource.text:
        ways.append(words.call_or_text.format(phone=f"**{resource.phone}**"))
    else:
        ways += [words.call.format(phone=f"**{resource.phone}**")] if resource.phone else []
        ways += [words.text.format(text=f"**{resource.text}**")] if resource.text else []
    if resource.url:
        ways.append(f"[{_site(resource.url)}]({resource.url})")
    about = [words.hours.format(hours=resource.hours)] if resource.hours else []
    about += [words.for_whom.format(for_whom=resource.for_whom)] if resource.for_whom else []
    about += [", ".join(resource.languages) + "."] if resource.languages else []
    return " ".join((f"**{resource.name}**: {', '.join(ways)}.", *about))


def _site(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


MOST_HELP = 3
"""Lines of a note with help alone: more is a list to search, on a day for which one number is enough."""


def compose_help(knowledge: Knowledge, language: str = "en", country: str = "US") -> NoteText:
    """Write the note that moderators send for somebody's hard day, in a server of a country.

    The crisis line first, then the first line for treatment, then the directory. A country with neither
    line shows its emergency number. Not a word of what the post says, nor whom a line is for.
    """
    words = knowledge.wording(language)
    lines = knowledge.lines(country)
    first = [next((each for each in lines if each.need is need), None) for need in _FOR_A_HARD_DAY]
    own = [each for each in first if each is not None]
    urgent = [each for each in lines if each.need is Need.EMERGENCY]
    shown = (*(own or urgent), *knowledge.directory())[:MOST_HELP]
    points = "\n".join(f"- {_help_line(each, words)}" for each in shown)
    body = f"{words.help_note.opening}\n{points}\n\n-# {words.help_note.sender}"
    return NoteText(
        topic=HELP,
        body=body,
        resource_ids=tuple(each.id for each in shown),
        text_version=blake2b(body.encode(), digest_size=6).hexdigest(),
        language=words.language,
    )


def _help_line(resource: Resource, words: WordingFile) -> str:
    """Show a resource without saying whom it is for: that would be a word about whom it is sent to."""
    if resource.need is Need.EMERGENCY:
        return words.help_note.emergency.format(phone=resource.phone)
    return _note_line(resource.model_copy(update={"for_whom": None}), words)


_FOR_A_HARD_DAY = (Need.CRISIS, Need.TREATMENT)
