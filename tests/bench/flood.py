"""Floods the reading of files, and shows what it costs: memory, processes, and how long the loop is held.

    python -m tests.bench.flood [--posts 400] [--per-second 0]

Posts arrive as fast as the loop takes them (or so many a second), each with a file of another kind: plain
texts in several encodings, documents, screenshots, bombs, broken and endless ones. Printed per tenth of the
flood and every few seconds until all is read: posts so far, memory of this process and of those under it, how
many these are, the longest time that the event loop was held since the last line (own: what it worked itself
at a stretch, without what other threads and programs kept from it), what became of the files.
"""

import argparse
import asyncio
import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import thread_time
from types import SimpleNamespace
from typing import cast

import discord

from bot.posts.fetch import Fetched, Wanted
from bot.posts.files import Files
from bot.posts.limits import MIB
from bot.run import SWITCH_SECONDS
from tests.documents import archive, letter, locked_pdf, pdf, photo, screenshot, word_bomb, word_file

from .evaluate import say
from .hostile import PROSE, filled

TICK = 0.001
"""Seconds between two looks at the clock; how much later than that it is, so long the loop was held."""

SERVERS = 20
PAGE = 4096


@dataclass
class Kinds:
    """Files of every kind, by name."""

    files: dict[str, bytes] = field(default_factory=dict[str, bytes])

    @classmethod
    def made(cls) -> "Kinds":
        """Make one file of each kind."""
        prose = filled(PROSE, MIB)
        return cls(
            {
                "message.txt": filled(PROSE, 4000).encode(),
                "long.txt": prose.encode(),
                "emoji.txt": filled("leaf 🌿 tea “now” ", MIB // 2).encode(),
                "wide.txt": prose[: MIB // 2].encode("utf-16-le"),
                "latin.txt": filled("für très ", MIB).encode("cp1252"),
                "noise.txt": b"\xff\xc3" * (MIB // 2),
                "nuls.txt": b"kratom \0" * (MIB // 8),
                "line.log": b"x" * (8 * MIB),
                "film.txt": b"\x89PNG\r\n\x1a\n" + bytes(8 * MIB),
                "page.html": b"<html>" + b"<p>Tea and <b>a</b> leaf</p>" * 40_000,
                "deep.html": b"<html>" + b"<div>" * 100_000 + b"words",
                "toilsome.html": b"<html>" + b"<a " * MIB,
                "letter.rtf": letter(prose[: MIB // 4]),
                "leaflet.pdf": pdf(*[filled(PROSE, 3000)] * 20),
                "book.pdf": pdf(*[filled(PROSE, 300)] * 5000),
                "locked.pdf": locked_pdf("words", "secret"),
                "cut.pdf": pdf("words" * 99)[:900],
                "story.docx": word_file(*[filled(PROSE, 500)] * 400),
                "bomb.docx": word_bomb(megabytes=200),
                "other.docx": archive({"xl/workbook.xml": "<w/>"}),
                "large.docx": b"PK\x03\x04" + os.urandom(9 * MIB),
                "shot.png": screenshot(filled(PROSE, 600)),
                "photo.png": photo(1200, 900),
            }
        )


class Shelf:
    """Hands files out after a moment, as a network would: 64 KiB at a time."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        """Return the file."""
        data = self._files[attachment.filename]
        await asyncio.sleep(0.05)
        return Fetched.of(data, wanted)

    async def close(self) -> None:
        """Hold nothing open."""


class Ticker:
    """Measures how long the event loop was held."""

    def __init__(self) -> None:
        self._longest = self._own = 0.0
        self._ticking = asyncio.create_task(self._tick())

    def longest(self) -> tuple[float, float]:
        """Return how late it came at most since the last question, and how long it worked, in ms."""
        longest, own = self._longest, self._own
        self._longest = self._own = 0.0
        return longest * 1000, own * 1000

    def stop(self) -> None:
        """End measuring."""
        self._ticking.cancel()

    async def _tick(self) -> None:
        clock = asyncio.get_running_loop().time
        while True:
            before, worked = clock(), thread_time()
            await asyncio.sleep(TICK)
            self._longest = max(self._longest, clock() - before - TICK)
            self._own = max(self._own, thread_time() - worked)


def resident(process: int | str = "self") -> float:
    """Return a process's memory in MiB, 0 if it is gone."""
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE / MIB
    return 0.0


def children(process: int) -> list[int]:
    """List the processes under one, the foreman and its workers."""
    with suppress(OSError):
        found = [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
        return [*found, *(below for each in found for below in children(each))]
    return []


def posts(kinds: Kinds) -> Iterator[tuple[discord.Attachment, int]]:
    """Yield attachments of all kinds in turn, with the server each is posted in."""
    for number, (name, data) in enumerate(cycle(kinds.files.items())):
        said = SimpleNamespace(filename=name, content_type=None, size=len(data), width=None, height=None)
        yield cast("discord.Attachment", said), number % SERVERS


class Flood:
    """Lets posts come and keeps count of what became of them."""

    def __init__(self, read: Callable[[discord.Attachment, int], "asyncio.Future[None]"]) -> None:
        self._read = read
        self._reading: set[asyncio.Future[None]] = set()

    def let_come(self, attachment: discord.Attachment, guild_id: int) -> None:
        """Start reading a post, whatever else is being read."""
        reading = self._read(attachment, guild_id)
        self._reading.add(reading)
        reading.add_done_callback(self._reading.discard)

    async def wait(self, seconds: float) -> bool:
        """Wait until all is read, at most so long; say whether it is."""
        if self._reading:
            await asyncio.wait(self._reading, timeout=seconds)
        return not self._reading


async def main(number: int, per_second: float) -> None:
    """Flood, and print the curve."""
    sys.setswitchinterval(SWITCH_SECONDS)
    kinds = Kinds.made()
    files = Files(Shelf(kinds.files))
    became: Counter[str] = Counter()
    gc.collect()
    gc.freeze()  # as the program does before it listens

    async def read(attachment: discord.Attachment, guild_id: int) -> None:
        found = await files.read([attachment], guild_id)
        became.update(each.why.name for each in found.unread)
        became["read"] += len(found.passages)

    flood = Flood(lambda attachment, guild_id: asyncio.create_task(read(attachment, guild_id)))
    ticker = Ticker()
    say("posts  here MiB  workers MiB  processes  loop held ms  (own)  became")

    def line(count: int) -> None:
        running = children(os.getpid())
        held = sum(resident(each) for each in running)
        shown = ", ".join(f"{what} {times}" for what, times in sorted(became.items()))
        late, own = ticker.longest()
        memory = f"{resident():8.0f}  {held:11.0f}  {len(running):9}"
        say(f"{count:5}  {memory}  {late:12.1f}  {own:6.1f}  {shown}")

    line(0)
    for count, (attachment, guild_id) in enumerate(islice(posts(kinds), number), start=1):
        flood.let_come(attachment, guild_id)
        await asyncio.sleep(1 / per_second if per_second else 0)
        if count % max(number // 10, 1) == 0:
            line(count)
    while not await flood.wait(seconds=5):
        line(number)
    line(number)
    ticker.stop()
    await files.close()


def _options(arguments: Iterable[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--posts", type=int, default=400)
    parser.add_argument("--per-second", type=float, default=0.0)
    return parser.parse_args([*arguments])


if __name__ == "__main__":
    options = _options(sys.argv[1:])
    asyncio.run(main(options.posts, options.per_second))
