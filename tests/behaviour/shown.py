"""What people see: notes, mod-log entries and private answers, read from Discord's messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import discord
import simcord

TEXT_DISPLAY, BUTTON, MENU = 10, 2, 3


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands in a channel. answers: id of the post it replies to."""

    message: discord.Message
    text: str
    answers: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A mod-log entry as moderators read it."""

    message: discord.Message
    text: str

    def shows(self, *parts: str) -> bool:
        """Say whether all parts stand in the entry."""
        return all(part in self.text for part in parts)


def note_of(message: discord.Message) -> Note:
    """Read a note from the message it is."""
    answers = message.reference.message_id if message.reference else None
    return Note(message, text_of(message), answers)


def text_of(message: discord.Message | simcord.ResponseMessage) -> str:
    """Return everything that can be read in a message: its content, or the texts of its components."""
    if message.content:
        return message.content
    return "\n".join(each["content"] for each in _walk(_components(message)) if each["type"] == TEXT_DISPLAY)


def buttons_of(message: discord.Message) -> list[str]:
    """Return the labels of a message's buttons, in order."""
    return [each["label"] for each in _walk(_components(message)) if each["type"] == BUTTON]


def menus_of(message: discord.Message) -> list[dict[str, Any]]:
    """Return a message's menus with their options, in order."""
    return [each for each in _walk(_components(message)) if each["type"] == MENU]


def parts_of(message: discord.Message) -> int:
    """Count a message's components, nested ones too; Discord refuses more than 40."""
    return len(list(_walk(_components(message))))


def _components(message: discord.Message | simcord.ResponseMessage) -> list[dict[str, Any]]:
    if isinstance(message, simcord.ResponseMessage):
        return message.components
    return [cast("dict[str, Any]", each.to_dict()) for each in message.components]


def _walk(components: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", []))


def components_of(message: discord.Message | simcord.ResponseMessage) -> list[dict[str, Any]]:
    """Return a message's components, nested ones too."""
    return list(_walk(_components(message)))
