"""How a resource is written: in a note, and in the longer private answers."""

from urllib.parse import urlsplit

from bot.knowledge import Need, Resource
from bot.knowledge.words import HelpWords, Wording


def note_line(resource: Resource, words: Wording) -> str:
    """Write a resource for a note: by its own line, else as in the private answers. Discord markdown.

    resource: in the language of the words (Wording.said), as for `full_line`.
    """
    if resource.id in words.lines:
        return words.lines[resource.id].format_map(resource.model_dump())
    if resource.need is Need.EMERGENCY:
        return words.help.emergency.format(phone=resource.phone)
    if resource.need is Need.DIRECTORY:
        return words.help.directory.text.format(url=resource.url)
    return full_line(resource, words.help)


def full_line(resource: Resource, words: HelpWords) -> str:
    """Write a resource with its name, the ways to it, its hours, whom it is for, and its languages."""
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
    return " ".join((words.line.format(name=resource.name, ways=", ".join(ways)), *about))


def point(line: str) -> str:
    """Make a line a point of a list."""
    return f"- {line}"


def _site(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")
