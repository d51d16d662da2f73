"""The files of a post: which are read, in which order, and what they say."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

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
"""Posts with files in hand and in line, over all servers. Plain text has a lane of its own: it is what most
pastes are, costs milliseconds, and must not stand behind somebody's book."""

WARN_SECONDS = 60.0
"""Seconds between two warnings of a crowd: a flood of files must not become one of lines."""

Spaced = Callable[[str], Iterable[str]]
"""Sets the blanks of a text right, a piece at a time."""


def _as_it_is(text: str) -> Iterable[str]:
    return (text,)


Read = Passage | Unread | None
"""What became of one file; None for one that never promised text and holds none."""

Reader = Callable[[discord.Attachment], Awaitable[Read]]
_Numbered = tuple[int, discord.Attachment]


class _DocumentError(Exception):
    """What promised to be a text is a document, to be fetched whole in the lane of those."""


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What the files of a post say, and which could not be read, both in the order of the attachments."""

    passages: tuple[Passage, ...] = ()
    unread: tuple[Unread, ...] = ()


class Files:
    """Reads the attachments of posts, within limits that hold for all posts together.

    A post has one place in a lane, in which its files of that sort are read one after another.
    Invariant: the bytes in hand are at most those of the files that the lanes let in; above that nothing is
    fetched, and what no lane has room for is named as unread.
    reads_pictures: whether screenshots are read; without it pictures are passed over in silence. It ends with
    the first one if what reads them cannot be loaded.
    """

    def __init__(self, fetch: Fetch, limits: FileLimits | None = None, spaced: Spaced = _as_it_is) -> None:
        """spaced: for what is read off pictures; it is the text that is judged and quoted from then on."""
        self._fetch = fetch
        self._limits = limits or FileLimits()
        self._spaced = spaced
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
        chosen: list[_Numbered] = []
        for number, attachment in enumerate(readable[: self._limits.per_post]):
            if why := self._why_not(attachment, guild_id, old=old):
                gathered.put(number, Unread(attachment.filename, why))
            else:
                chosen.append((number, attachment))
        ways = (
            (self._texts, self._read_text, {Kind.TEXT, None}),
            (self._documents, self._read_document, DOCUMENTS),
            (self._pictures, partial(self._read_picture, guild_id=guild_id, old=old), {Kind.PICTURE}),
        )
        await asyncio.gather(
            *(
                self._read_in_turn(
                    lane, guild_id, read, [each for each in chosen if _promise(each[1]) in kinds], gathered
                )
                for lane, read, kinds in ways
            )
        )
        surplus = (Unread(each.filename, WhyUnread.TOO_MANY) for each in readable[self._limits.per_post :])
        return FilesRead(gathered.passages, (*gathered.unread, *surplus))

    async def close(self) -> None:
        """End the workers and let go of connections."""
        await self._foreman.close()
        await self._fetch.close()

    def _may_be_read(self, attachment: discord.Attachment) -> bool:
        kind = _promise(attachment)
        if kind is Kind.PICTURE:
            return self.reads_pictures and not _is_tiny(attachment)
        return kind is not Kind.OTHER

    def _why_not(self, attachment: discord.Attachment, guild_id: int, *, old: bool) -> WhyUnread | None:
        """Say why a file need not wait for a place, by what is known without it."""
        kind, limits = _promise(attachment), self._limits
        if kind in ONLY_WHOLE and attachment.size > limits.document_bytes:
            return WhyUnread.TOO_LARGE
        if kind is not Kind.PICTURE:
            return None
        if attachment.size > limits.picture_bytes or _pixels(attachment) > limits.picture_pixels:
            return WhyUnread.TOO_LARGE
        return None if self._budget.has(guild_id, old=old) else _used_up(old=old)

    async def _read_in_turn(
        self, lane: Lane, guild_id: int, read: Reader, files: Sequence[_Numbered], gathered: "_Gathered"
    ) -> None:
        """Read files of a post one after another, in the one place that the post has in their lane."""
        if not files:
            return
        documents: list[_Numbered] = []
        try:
            async with lane.place(guild_id):
                for number, attachment in files:
                    try:
                        gathered.put(number, await read(attachment))
                    except FetchError as error:
                        gathered.put(number, Unread(attachment.filename, error.why))
                    except _DocumentError:
                        documents.append((number, attachment))
        except CrowdedError:
            self._warn_of_crowd()
            for number, attachment in files:
                gathered.put(number, Unread(attachment.filename, WhyUnread.CROWDED))
        await self._read_in_turn(self._documents, guild_id, self._read_document, documents, gathered)

    def _warn_of_crowd(self) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._warned >= WARN_SECONDS:
            self._warned = now
            _log.warning("files are not read: too many came at once")

    async def _read_text(self, attachment: discord.Attachment) -> Read:
        """Read what promises to be a text, or nothing. Raises _DocumentError, FetchError."""
        file = await self._fetched(attachment, self._of_text)
        promise = _promise(attachment)
        if found(file.data, promise) is Kind.TEXT:
            return await _text(attachment.filename, file)
        if may_be_document(file.data):
            raise _DocumentError
        return Unread(attachment.filename, WhyUnread.NOT_TEXT) if promise else None

    async def _read_document(self, attachment: discord.Attachment) -> Read:
        name, promise = attachment.filename, _promise(attachment)
        file = await self._fetched(attachment, lambda _: self._limits.document_bytes)
        kind = found(file.data, promise)
        if kind is Kind.TEXT:
            return await _text(name, Fetched.of(file.data, self._of_text))
        if kind not in DOCUMENTS:
            return Unread(name, WhyUnread.DAMAGED) if promise else None
        if file.cut and kind in ONLY_WHOLE:
            return Unread(name, WhyUnread.TOO_LARGE)
        return _said(name, await self._foreman.run(self._job(kind), file.data), cut=file.cut)

    async def _read_picture(self, attachment: discord.Attachment, guild_id: int, *, old: bool) -> Read:
        name, limits = attachment.filename, self._limits
        if not self.reads_pictures:  # any more: it waited while the first one was tried
            return None
        file = await self._fetched(attachment, lambda _: limits.picture_bytes)
        if file.cut:
            return Unread(name, WhyUnread.TOO_LARGE)
        if found(file.data, Kind.PICTURE) is not Kind.PICTURE:
            return None  # an animation, or a text that Discord shows as a broken picture
        if not self._budget.take(guild_id, old=old):
            return Unread(name, _used_up(old=old))
        job = Job("picture", limits.text_bytes, MEMORY, limits.picture_seconds, limits.picture_pixels)
        worked = await self._foreman.run(job, file.data)
        if worked.why is WhyUnread.UNABLE:
            self._stop_reading_pictures()
        if worked.text.strip():
            text = await joined(self._spaced(worked.text))
            return Passage(text, Carrier.SCREENSHOT, name, worked.cut)
        return Unread(name, worked.why) if worked.why else None

    def _stop_reading_pictures(self) -> None:
        self.reads_pictures = False
        _log.warning(
            "pictures are not read until the next start: the extra `ocr` is there but cannot be loaded; "
            'python -c "import rapidocr, onnxruntime" says why'
        )

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

    async def first(self, attachment: discord.Attachment, most: int) -> Fetched:
        """Return a file that a command was given, or its first bytes where it has more. Raises FetchError."""
        return await self._fetch(attachment, lambda _: most)

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


def _promise(attachment: discord.Attachment) -> Kind | None:
    return promised(attachment.filename, attachment.content_type)


def _used_up(*, old: bool) -> WhyUnread:
    return WhyUnread.KEPT if old else WhyUnread.USED_UP


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
