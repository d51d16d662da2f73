"""What a note and its private answers say. Plain functions of the knowledge: no Discord, no I/O."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

from bot.knowledge import Knowledge, Need, Resource
from bot.knowledge.words import HelpWords, Wording
from bot.note.occasion import Occasion
from bot.server_settings import ServerSettings
from bot.server_settings.model import DEFAULT_COUNTRY

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

    @property
    def seen(self) -> str:
        """The body as Discord shows it: links by their names, no markdown."""
        return _MARKS.sub("", _LINK.sub(r"\1", self.body))


def compose_here(occasion: Occasion, knowledge: Knowledge, chosen: ServerSettings, locale: str) -> NoteText:
    """Write a server's note. locale: the server's own, for where it chose no language."""
    return compose(
        occasion,
        knowledge,
        chosen.language or locale,
        chosen.help_country,
        chosen.own_line,
        chosen.resources,
    )


def compose(
    occasion: Occasion,
    knowledge: Knowledge,
    language: str = "en",
    country: str = DEFAULT_COUNTRY,
    own_line: str | None = None,
    resource_ids: Sequence[str] | None = None,
) -> NoteText:
    """Write the note for a server in a country.

    The fact first, then what helps, then how to contest. own_line: what the server adds. resource_ids: what
    it chose to point to; without one that still holds, the standard. Raises KeyError for a topic without a
    wording.
    """
    words = knowledge.wording(language)
    topic = words.topics[occasion.topic]
    shown = _chosen(knowledge, country, resource_ids or ())
    shown = shown or (*knowledge.noted(country), *knowledge.showable([topic.page]))
    lines = "\n".join(_points(each, words) for each in shown)
    own = f"\n\n{own_line}" if own_line else ""
    fact = f"{topic.note.fact.text} {topic.note.answer.text}"
    body = f"{fact}\n\n{topic.note.helps.text}\n{lines}{own}\n\n-# {words.note.contest}"
    return NoteText(
        topic=occasion.topic,
        body=body,
        resource_ids=tuple(each.id for each in shown),
        text_version=_version(body),
        language=words.language,
    )


def read_back(body: str, now: NoteText, knowledge: Knowledge) -> NoteText:
    """Tell what a note shows from its words as they stand: it may be older than what holds now.

    now: the note as it would be written now, since some countries share a line such as the emergency number.
    """
    words = max(knowledge.wordings.values(), key=lambda each: each.note.contest in body)
    likely = sorted(knowledge.resources.values(), key=lambda each: each.id in now.resource_ids)
    points = {_points(each, words): each.id for each in likely if each.showable}
    shown = tuple(points[line] for line in body.splitlines() if line in points)
    return NoteText(now.topic, body, shown, _version(body), words.language)


def is_help(resource: Resource) -> bool:
    """Say whether a resource is a place to get help, beside the emergency number."""
    return resource.need not in {Need.EMERGENCY, Need.EVIDENCE}


def _chosen(knowledge: Knowledge, country: str, ids: Sequence[str]) -> tuple[Resource, ...]:
    """List what a server chose; nothing where that lacks what no note in its country may lack.

    A country set later, or a number withdrawn since, so brings the standard back, not a note without help.
    """
    offered = {each.id: each for each in knowledge.offered(country)}
    kept = tuple(offered[each] for each in ids if each in offered)
    whole = set(knowledge.always(country)) <= set(kept)
    return kept if whole and any(map(is_help, kept)) else ()


def _points(resource: Resource, words: Wording) -> str:
    return f"- {_note_line(words.said(resource), words)}"


def _version(body: str) -> str:
    return blake2b(body.encode(), digest_size=6).hexdigest()


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
    shown = (words.said(each) for each in knowledge.showable(topic.why.pages))
    pages = ", ".join(f"[{each.name}]({each.url})" for each in shown)
    more = f"{words.why.pages.format(pages=pages)}\n" if pages else ""
    return "\n\n".join(
        (
            f"**{words.why.heading}**\n{words.why.what}",
            f"{topic.why.claims}\n{known}",
            f"{more}{words.why.contest}",
        )
    )


def help_in(country: str | None, knowledge: Knowledge, language: str = "en") -> str:
    """List the checked help lines of one country, and no other country's.

    Discord markdown. A country without a showable line says so, and offers its emergency number if there is
    one, and the directory. country: ISO code; None, or one that is not listed, gets the directory alone.
    """
    wording = knowledge.wording(language)
    words = wording.help
    listed = knowledge.countries.get(country or "")
    if listed is None:
        return "\n".join((words.unknown, *_directories(knowledge, words)))
    lines = [wording.said(each) for each in knowledge.lines(listed.code)]
    urgent = [words.emergency.format(phone=each.phone) for each in lines if each.need is Need.EMERGENCY]
    others = [f"- {_line(each, words)}" for each in lines if each.need is not Need.EMERGENCY]
    return "\n".join(
        (
            f"**{wording.country_name(listed)}**",
            *(() if others else (words.none,)),
            *urgent,
            *others,
            "",  # else the list's last point takes in what follows
            *_directories(knowledge, words),
            f"-# {words.correct}",
        )
    )


def _directories(knowledge: Knowledge, words: HelpWords) -> list[str]:
    return [words.directory.text.format(url=each.url) for each in knowledge.directory()]


def _note_line(resource: Resource, words: Wording) -> str:
    """Show a resource in a note: by its own line, else as in the private answers."""
    if resource.id in words.lines:
        return words.lines[resource.id].format_map(resource.model_dump())
    if resource.need is Need.EMERGENCY:
        return words.help.emergency.format(phone=resource.phone)
    if resource.need is Need.DIRECTORY:
        return words.help.directory.text.format(url=resource.url)
    return _line(resource, words.help)


def _line(resource: Resource, words: HelpWords) -> str:
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


def compose_help(knowledge: Knowledge, language: str = "en", country: str = DEFAULT_COUNTRY) -> NoteText:
    """Write the note that moderators send for somebody's hard day, in a server of a country.

    The crisis line first, then the treatment line that the country's notes show, then the directory. A
    country with neither shows its emergency number: a drug helpline alone would say what the day is about.
    Not a word of what the post says, nor of whom a line is for.
    """
    words = knowledge.wording(language)
    lines = knowledge.lines(country)
    noted = {each.id for each in knowledge.noted(country)}
    crisis = [each for each in lines if each.need is Need.CRISIS][:1]
    treatment = [each for each in lines if each.need is Need.TREATMENT and each.id in noted][:1]
    own = (*crisis, *treatment)
    urgent = [each for each in lines if each.need is Need.EMERGENCY]
    shown = (*(own or urgent), *knowledge.directory())[:MOST_HELP]
    points = "\n".join(f"- {_help_line(each, words)}" for each in shown)
    body = f"{words.help_note.opening}\n{points}\n\n-# {words.help_note.sender}"
    return NoteText(
        topic=HELP,
        body=body,
        resource_ids=tuple(each.id for each in shown),
        text_version=_version(body),
        language=words.language,
    )


def _help_line(resource: Resource, words: Wording) -> str:
    """Show a resource without saying whom it is for: that would be a word about whom it is sent to."""
    if resource.need is Need.EMERGENCY:
        return words.help_note.emergency.format(phone=resource.phone)
    return _note_line(words.said(resource).model_copy(update={"for_whom": None}), words)
