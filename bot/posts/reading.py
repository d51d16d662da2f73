"""Discord message → Post: the one way from what Discord sends to what the recogniser judges."""

import asyncio
import codecs
from dataclasses import replace
from pathlib import PurePath

import discord

from bot.posts.carriers import said_in
from bot.posts.fetch import SIZE_LIMIT, Fetch, FetchError
from bot.posts.post import Carrier, Passage, Post, Unread, WhyUnread

TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".log"})
"""Endings read as text. The client turns a paste over 2 000 characters into message.txt, often without a
content type, so the ending has to be enough."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


async def read(message: discord.Message, fetch: Fetch) -> Post:
    """Read all that a message carries: what it says, its text files, and the same of what it forwards.

    A file that cannot be fetched is named in Post.unread; what could be read is judged all the same.
    """
    forwarded = [each for snapshot in message.message_snapshots for each in snapshot.attachments]
    files = await asyncio.gather(
        *(
            _read_file(attachment, fetch)
            for attachment in (*message.attachments, *forwarded)
            if is_text(attachment)
        )
    )
    return Post(
        passages=(
            *said_in(message),
            *_within_limit([file for file in files if isinstance(file, Passage)]),
        ),
        unread=tuple(file for file in files if isinstance(file, Unread)),
    )


def is_text(attachment: discord.Attachment) -> bool:
    """Say whether an attachment is plain text, by its content type or, failing that, its ending."""
    kind = (attachment.content_type or "").partition(";")[0].strip().lower()
    if kind in {"text/plain", "text/markdown"}:
        return True
    return PurePath(attachment.filename).suffix.lower() in TEXT_ENDINGS


def decode(data: bytes) -> str:
    """Decode a file as its byte order mark says, else as UTF-8; what cannot be decoded is replaced."""
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    return data.decode(encoding, errors="replace")


async def _read_file(attachment: discord.Attachment, fetch: Fetch) -> Passage | Unread:
    try:
        file = await fetch(attachment)
    except FetchError as error:
        if error.why is not WhyUnread.BROKEN:
            return Unread(attachment.filename, error.why)
        try:
            file = await fetch(attachment)  # a download that broke off may succeed at once
        except FetchError as again:
            return Unread(attachment.filename, again.why)
    return Passage(decode(file.data), Carrier.FILE, attachment.filename, file.cut)


def _within_limit(files: list[Passage]) -> list[Passage]:
    """Keep SIZE_LIMIT characters of all files together: ten large ones must cost no more than one."""
    kept: list[Passage] = []
    left = SIZE_LIMIT
    for file in files:
        whole = len(file.text) <= left
        kept.append(file if whole else replace(file, text=file.text[:left], cut=True))
        left -= len(kept[-1].text)
    return kept
