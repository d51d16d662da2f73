"""The files of a post: which are read, in which order, and what they say."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

import discord

from bot.posts.fetch import Fetch, Fetched, FetchError, Wanted
from bot.posts.gently import joined
from bot.posts.kinds import DOCUMENTS, ONLY_WHOLE, Kind, found, may_be_document, promised
from bot.posts.lanes import CrowdedError, Lane
from bot.posts.limits import FileLimits
from bot.posts.pictures import MEMORY, SMALLEST_SIDE, DayBudget, installed
from bot.posts.plain import pieces
from bot.posts.post import Carrier, Passage, Unread, WhyUnread
from bot.posts.workshop.foreman import Foreman
from bot.posts.workshop.workers import Job, Worked

_log = logging.getLogger(__name__)

TEXTS_AT_ONCE, TEXTS_WAITING = 4, 100
DOCUMENTS_AT_ONCE, DOCUMENTS_WAITING = 2, 20
PICTURES_AT_ONCE, PICTURES_WAITING = 1, 8
"""Files in hand and in line, over all servers. Plain text has a lane of its own: it is what most pastes are,
costs milliseconds, and must not stand behind somebody's book."""

WARN_SECONDS = 60.0
"""Seconds between two warnings of a crowd: a flood of files must not become one of lines."""

Read = Passage | Unread | None
"""What became of one file; None for one that never promised text and holds none."""


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What the files of a post say, and which could not be read, both in the order of the attachments."""

    passages: tuple[Passage, ...] = ()
    unread: tuple[Unread, ...] = ()


class Files:
    """Reads the attachments of posts, within limits that hold for all posts together.

    Invariant: the bytes in hand are at most those of the files that the lanes let in; above that nothing is
    fetched, and what no lane has room for is named as unread.
    reads_pictures: whether screenshots are read; without it pictures are passed over in silence.
    """

    def __init__(self, fetch: Fetch, limits: FileLimits | None = None) -> None:
        self._fetch = fetch
        self._limits = limits or FileLimits()
        self._texts = Lane(TEXTS_AT_ONCE, TEXTS_WAITING)
        self._documents = Lane(DOCUMENTS_AT_ONCE, DOCUMENTS_WAITING)
        self._pictures = Lane(PICTURES_AT_ONCE, PICTURES_WAITING)
        self._budget = DayBudget(self._limits.pictures_per_day)
        self._foreman = Foreman()
        self._warned = -WARN_SECONDS
        self.reads_pictures = self._limits.pictures_per_day > 0 and installed()

    @property
    def pictures_per_day(self) -> int:
        """How many screenshots are read for one server in a day; 0 where pictures are not read."""
        return self._limits.pictures_per_day if self.reads_pictures else 0

    @property
    def old_pictures_per_day(self) -> int:
        """How many of them may be of old posts."""
        return self._budget.share_of_old if self.reads_pictures else 0

    async def read(
        self, attachments: Sequence[discord.Attachment], guild_id: int, *, old: bool = False
    ) -> FilesRead:
        """Read what can be read of a post's files. guild_id: whose daily number of screenshots counts.

        old: the post is a scan's, and gets a share of that number alone.
        Raises nothing for a file that cannot be read: it is named in `unread`, and the others are read.
        """
        readable = [each for each in attachments if self._may_be_read(each)]
        gathered = _Gathered(self._limits.text_bytes)
        await asyncio.gather(
            *(
                self._read_into(gathered, number, attachment, guild_id, old)
                for number, attachment in enumerate(readable[: self._limits.per_post])
            )
        )
        surplus = (Unread(each.filename, WhyUnread.TOO_MANY) for each in readable[self._limits.per_post :])
        return FilesRead(gathered.passages, (*gathered.unread, *surplus))

    async def close(self) -> None:
        """End the workers and let go of connections."""
        await self._foreman.close()
        await self._fetch.close()

    def _may_be_read(self, attachment: discord.Attachment) -> bool:
        kind = promised(attachment.filename, attachment.content_type)
        if kind is Kind.PICTURE:
            return self.reads_pictures and not _is_tiny(attachment)
        return kind is not Kind.OTHER

    async def _read_into(
        self, gathered: "_Gathered", number: int, attachment: discord.Attachment, guild_id: int, old: bool
    ) -> None:
        try:
            gathered.put(number, await self._read(attachment, guild_id, old))
        except FetchError as error:
            gathered.put(number, Unread(attachment.filename, error.why))
        except CrowdedError:
            self._warn_of_crowd()
            gathered.put(number, Unread(attachment.filename, WhyUnread.CROWDED))

    def _warn_of_crowd(self) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._warned >= WARN_SECONDS:
            self._warned = now
            _log.warning("files are not read: too many came at once")

    async def _read(self, attachment: discord.Attachment, guild_id: int, old: bool) -> Read:
        promise = promised(attachment.filename, attachment.content_type)
        if promise is Kind.PICTURE:
            return await self._read_picture(attachment, guild_id, old)
        if promise in DOCUMENTS:
            return await self._read_document(attachment, promise)
        async with self._texts.place():
            file = await self._fetched(attachment, self._of_text)
            if found(file.data, promise) is Kind.TEXT:
                return await _text(attachment.filename, file)
            document = may_be_document(file.data)
            del file  # fetched anew when it is its turn in the other lane: those who wait hold nothing
        if document:
            return await self._read_document(attachment, promise)
        return Unread(attachment.filename, WhyUnread.NOT_TEXT) if promise else None

    async def _read_document(self, attachment: discord.Attachment, promise: Kind | None) -> Read:
        name = attachment.filename
        if promise in ONLY_WHOLE and attachment.size > self._limits.document_bytes:
            return Unread(name, WhyUnread.TOO_LARGE)
        async with self._documents.place():
            file = await self._fetched(attachment, lambda _: self._limits.document_bytes)
            kind = found(file.data, promise)
            if kind is Kind.TEXT:
                return await _text(name, Fetched.of(file.data, self._of_text))
            if kind not in DOCUMENTS:
                return Unread(name, WhyUnread.DAMAGED) if promise else None
            if file.cut and kind in ONLY_WHOLE:
                return Unread(name, WhyUnread.TOO_LARGE)
            return _said(name, await self._foreman.run(self._job(kind), file.data), cut=file.cut)

    async def _read_picture(self, attachment: discord.Attachment, guild_id: int, old: bool) -> Read:
        name, limits = attachment.filename, self._limits
        if attachment.size > limits.picture_bytes or _pixels(attachment) > limits.picture_pixels:
            return Unread(name, WhyUnread.TOO_LARGE)
        used_up = Unread(name, WhyUnread.KEPT if old else WhyUnread.USED_UP)
        if not self._budget.has(guild_id, old=old):
            return used_up
        async with self._pictures.place():
            file = await self._fetched(attachment, lambda _: limits.picture_bytes)
            if file.cut:
                return Unread(name, WhyUnread.TOO_LARGE)
            if found(file.data, Kind.PICTURE) is not Kind.PICTURE:
                return None  # an animation, or a text that Discord shows as a broken picture
            if not self._budget.take(guild_id, old=old):
                return used_up
            job = Job("picture", limits.text_bytes, MEMORY, limits.picture_seconds, limits.picture_pixels)
            worked = await self._foreman.run(job, file.data)
        if worked.text.strip():
            return Passage(worked.text, Carrier.SCREENSHOT, name, worked.cut)
        return Unread(name, worked.why) if worked.why else None

    def _job(self, kind: Kind) -> Job:
        limits = self._limits
        return Job(
            kind=kind,
            characters=limits.text_bytes,
            memory=limits.document_memory,
            seconds=limits.document_seconds,
            most=limits.document_pages,
        )

    def _of_text(self, head: bytes) -> int:
        return len(head) if may_be_document(head) else self._limits.text_bytes

    async def _fetched(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Fetch a file, once more if the download broke off. Raises FetchError."""
        try:
            return await self._fetch(attachment, wanted)
        except FetchError as error:
            if error.why is not WhyUnread.BROKEN:
                raise
        return await self._fetch(attachment, wanted)


class _Gathered:
    """What was read so far of one post's files, kept within a number of characters for all together.

    Files become known in any order, yet what is kept is as if they had been read one after another: a file
    is cut by those before it alone.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._read: dict[int, Read] = {}

    def put(self, number: int, read: Read) -> None:
        """Take in what became of the post's file with this number."""
        self._read[number] = read
        left = self._limit
        for each in sorted(self._read):
            passage = self._read[each]
            if isinstance(passage, Passage):
                if len(passage.text) > left:
                    passage = self._read[each] = replace(passage, text=passage.text[:left], cut=True)
                left -= len(passage.text)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in the order of the files."""
        return tuple(read for read in self._in_order if isinstance(read, Passage))

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What could not be read, in the order of the files."""
        return tuple(read for read in self._in_order if isinstance(read, Unread))

    @property
    def _in_order(self) -> list[Read]:
        return [self._read[number] for number in sorted(self._read)]


def _is_tiny(attachment: discord.Attachment) -> bool:
    sides = (attachment.width, attachment.height)
    return any(side is not None and side < SMALLEST_SIDE for side in sides)


def _pixels(attachment: discord.Attachment) -> int:
    return (attachment.width or 0) * (attachment.height or 0)


def _said(name: str, worked: Worked, *, cut: bool) -> Passage | Unread:
    """Take what a worker made of a file: text counts even where the worker got no further."""
    if worked.text.strip():
        return Passage(worked.text, Carrier.FILE, name, cut or worked.cut)
    return Unread(name, worked.why or WhyUnread.EMPTY)


async def _text(name: str, file: Fetched) -> Passage | Unread:
    text = await joined(pieces(file.data))
    if not text.strip():
        return Unread(name, WhyUnread.EMPTY)
    return Passage(text, Carrier.FILE, name, file.cut)
