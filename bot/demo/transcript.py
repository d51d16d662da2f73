"""Writes what stands in a channel as readable text, without times and message numbers."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import discord
import simcord

WIDTH = 96
LONGEST_EXCERPT = 300
"""Characters shown of a file."""

_ACTION_ROW, _BUTTON, _SELECT, _TEXT, _CONTAINER = 1, 2, 3, 10, 17

_MESSAGE_LINK = re.compile(r"\[([^\]]+)\]\(https://discord\.com/channels/[^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_MARKS = re.compile(r"\*\*|^-# |^#+ |(?<!\w)`|`(?!\w)", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^\w\s])")
_MENTION = re.compile(r"<(@!?|#)(\d+)>")


class Transcript:
    """Writes messages down. names: what a mention's id is called, people and channels alike."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self._names = names

    async def channel(self, channel: simcord.ChannelHandle) -> list[str]:
        """Write down what everybody in a channel sees, oldest post first."""
        lines: list[str] = []
        for message in channel.history():
            lines += await self.message(message)
        return lines

    async def message(self, message: discord.Message) -> list[str]:
        """Write down one message: its author, its text, its files, its layout."""
        role = " (bot)" if message.author.bot else ""
        reply = f", in reply to {self._replied_to(message)}" if message.reference else ""
        body = self._text(message.content)
        for attachment in message.attachments:
            body += _file(attachment.filename, (await attachment.read()).decode(errors="replace"))
        body += self.layout([cast("dict[str, Any]", each.to_dict()) for each in message.components])
        return [f"  {message.author.display_name}{role}{reply}", *_indented(body), ""]

    def answer(self, response: simcord.ResponseMessage | None) -> list[str]:
        """Write down what a person got in private."""
        if response is None:
            return [*_indented(["(no answer)"]), ""]
        return [*_indented([*self._text(response.content), *self.layout(response.components)]), ""]

    def layout(self, components: Sequence[Mapping[str, Any]]) -> list[str]:
        """Write down texts, buttons and menus, nested ones too."""
        lines: list[str] = []
        for component in components:
            match component["type"]:
                case value if value == _TEXT:
                    lines += self._text(component["content"])
                case value if value == _ACTION_ROW:
                    lines.append("   ".join(_control(each) for each in component["components"]))
                case _:
                    lines += self.layout(component.get("components", ()))
        return lines

    def _text(self, text: str) -> list[str]:
        plain = _LINK.sub(_written_out, _MESSAGE_LINK.sub(r"\1", text))
        plain = _ESCAPED.sub(r"\1", _MARKS.sub("", _MENTION.sub(self._mentioned, plain)))
        return plain.splitlines()

    def _mentioned(self, found: re.Match[str]) -> str:
        return found[1][0] + self._names.get(int(found[2]), "unknown")

    def _replied_to(self, message: discord.Message) -> str:
        original = message.reference.resolved if message.reference else None
        return original.author.display_name if isinstance(original, discord.Message) else "a post"


def _written_out(link: re.Match[str]) -> str:
    label, address = link[1], link[2]
    return address if label.casefold() in address.casefold() else f"{label}: {address}"


def _control(control: Mapping[str, Any]) -> str:
    if control["type"] == _BUTTON:
        return f"[ {control['label']} ]"
    chosen = [each["label"] for each in control.get("options", ()) if each.get("default")]
    shown = chosen[0] if chosen else control.get("placeholder", "")
    return f"[ {shown} v ]"


def _file(name: str, text: str) -> Iterator[str]:
    yield f"[file {name}, {len(text)} characters]"
    excerpt = textwrap.shorten(text, LONGEST_EXCERPT, placeholder=" …")
    yield f"| {excerpt}"


def _indented(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        hanging = "  " if line.startswith(("- ", "| ")) else ""
        wrapped = textwrap.wrap(
            line, WIDTH, initial_indent="    ", subsequent_indent=f"    {hanging}", break_on_hyphens=False
        )
        yield from wrapped or [""]
