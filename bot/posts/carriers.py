"""What a message says outside its files: title and tags, content, poll, embeds, and what it forwards."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import discord

from bot.posts.addresses import words_of
from bot.posts.post import Carrier, Passage

OF_APPS = "rich"
"""The type of an embed that an app wrote; every other type is Discord's preview of a link."""


_REPLIED_TO = re.compile(r"\W*\[Reply to:\]\(https://discord\.com/channels/")
"""How the embed begins in which PluralKit shows the message that its copy replies to: nobody's own words."""


def said_in(message: discord.Message) -> list[Passage]:
    """Return the passages of a message in reading order, without its files.

    Whose words they are is not told apart: a forward is judged as what the member who forwards it shows.
    """
    passages = [*_heading(message), *_body(message)]
    if message.poll is not None:
        answers = (answer.text for answer in message.poll.answers)
        passages += _passage(Carrier.POLL, message.poll.question, *answers)
    for snapshot in message.message_snapshots:
        passages += (replace(each, forwarded=True) for each in _body(snapshot))
    return passages


def _heading(message: discord.Message) -> Iterator[Passage]:
    # A forum post's opening message has the id of its thread; no other message does.
    thread = message.channel
    if isinstance(thread, discord.Thread) and thread.id == message.id:
        yield from _passage(Carrier.TITLE, thread.name)
        yield from _passage(Carrier.TAGS, *(tag.name for tag in thread.applied_tags))


def _body(message: discord.Message | discord.MessageSnapshot) -> Iterator[Passage]:
    yield from _passage(Carrier.CONTENT, message.content)
    for embed in message.embeds:
        if not _REPLIED_TO.match(embed.description or ""):
            yield from _embed(embed)


def _embed(embed: discord.Embed) -> Iterator[Passage]:
    """Read an embed: for a preview first the words of its address, if it shows any text beside them."""
    carrier = Carrier.EMBED if embed.type == OF_APPS else Carrier.PREVIEW
    fields = (part for field in embed.fields for part in (field.name, field.value))
    shown = [
        *_passage(carrier, embed.title, embed.author.name, embed.description, *fields, embed.footer.text)
    ]
    if shown and carrier is Carrier.PREVIEW and embed.url:
        yield from _passage(Carrier.ADDRESS, words_of(embed.url))
    yield from shown


def _passage(carrier: Carrier, *parts: str | None) -> Iterable[Passage]:
    """Join what is there into one passage, a part a line; none where nothing is."""
    text = "\n".join(part for part in parts if part and part.strip())
    return (Passage(text, carrier),) if text else ()
