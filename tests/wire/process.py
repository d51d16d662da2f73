"""A community on the loopback with the real process in it: what the process tests hold in their hands."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Self

from .loopback import Authority, Found, Loopback
from .refusals import COMPONENTS_V2
from .state import MODERATOR, Channel, Json, Kind, Member

ROOT = Path(__file__).parents[2]
LAUNCH = f"{__package__}.launch"
TOP = Path(__file__).parents[LAUNCH.count(".")]

START_SECONDS = 40.0
"""Seconds in which the child has to be ready, also where many tests share the machine."""
"""The folder from which this package is imported: the tests' own or the one above."""


class Wire:
    """A server with a few channels and people, and the child process that answers there.

    folder: holds the child's database, its output and the authority's certificate.
    running: the child, None before it is started and once it has ended.
    """

    def __init__(self, authority: Authority, folder: Path) -> None:
        self.loopback = Loopback(authority)
        world = self.loopback.world
        self.guild = world.guild("Wire")
        self.recovery = world.channel(self.guild, "recovery")
        self.general = world.channel(self.guild, "general")
        self.forum = world.channel(self.guild, "questions", Kind.FORUM)
        self.member = world.member(self.guild, "member")
        self.moderator = world.member(self.guild, "moderator", MODERATOR)
        self.people = self.loopback.people
        self.gateway = self.loopback.gateway
        self.faults = self.loopback.faults
        self.folder = folder
        self.log = folder / "output.txt"
        self.running: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.loopback.__aenter__()
        certificate = self.folder / "authority.pem"
        certificate.write_bytes(self.loopback.authority.ca.cert_pem.bytes())
        return self

    async def __aexit__(self, *_: object) -> None:
        if not self._gone:
            await self.stop(signal.SIGKILL)
        await self.loopback.__aexit__()

    @property
    def database(self) -> Path:
        return self.folder / "signpost.db"

    @property
    def output(self) -> str:
        """All that the child has written so far, on both streams, of all its starts."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    @property
    def environment(self) -> dict[str, str]:
        """What the child is told: where the loopback is, and the usual settings."""
        return {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": f"{ROOT}{os.pathsep}{TOP}",
            "LOOPBACK_PORT": str(self.loopback.port),
            "LOOPBACK_AUTHORITY": str(self.folder / "authority.pem"),
            "SIGNPOST_TOKEN": self.loopback.token,
            "SIGNPOST_DATABASE_URL": f"sqlite+aiosqlite:///{self.database}",
            "SIGNPOST_COOLDOWN": "0",
        }

    async def launch(self, **environment: str) -> None:
        """Start the child, without waiting for it. environment: set beside, or over, the usual settings."""
        with self.log.open("ab") as log:
            self.running = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                LAUNCH,
                env={**self.environment, **environment},
                cwd=self.folder,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._watching = asyncio.create_task(self._watch(self.running))

    async def _watch(self, child: asyncio.subprocess.Process) -> None:
        await child.wait()
        self.loopback.changed()

    async def start(self, **environment: str) -> None:
        """Start the child and wait for its session. Raises TimeoutError, or RuntimeError if it ends."""
        await self.launch(**environment)
        await self.until(lambda: self.gateway.ready, within=START_SECONDS)

    async def until(self, found: Callable[[], Found], *, within: float = 10.0) -> Found:
        """Wait as Loopback.until does, but not for a child that is gone: RuntimeError."""

        def found_or_gone() -> Found | bool:
            return found() or self._gone

        await self.loopback.until(found_or_gone, within=within)
        result = found()
        if not result:
            raise RuntimeError(f"the process ended meanwhile:\n{self.output}")
        return result

    @property
    def _gone(self) -> bool:
        return self.running is None or self.running.returncode is not None

    async def ended(self, *, within: float = 5.0) -> int:
        """Wait for the child's end; its exit status. Raises TimeoutError."""
        assert self.running is not None
        async with asyncio.timeout(within):
            status = await self.running.wait()
        self.running = None
        return status

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Signal the child and wait five seconds at most; its exit status."""
        assert self.running is not None
        self.running.send_signal(how)
        return await self.ended()

    async def paste(self, channel: Channel, text: str, author: Member | None = None) -> Json:
        """Post as the member, above 2000 characters as message.txt."""
        return await self.people.paste(channel, author or self.member, text)

    @property
    def replies(self) -> list[Json]:
        """The bot's messages that answer another and still stand, in order."""
        me = str(self.loopback.world.me.id)
        found = [
            message
            for channel in self.loopback.world.channels.values()
            for message in channel.messages.values()
            if message["author"]["id"] == me and message.get("message_reference")
        ]
        return sorted(found, key=lambda message: int(message["id"]))

    def notes_on(self, post: Json) -> list[Json]:
        """Find the notes that answer one post."""
        return [
            message
            for message in self.replies
            if message["message_reference"]["message_id"] == post["id"] and message["flags"] & COMPONENTS_V2
        ]

    async def stored(self, found: Callable[[sqlite3.Connection], Found], *, within: float = 5.0) -> Found:
        """Wait until the child's database gives something truthy, and give that. Raises TimeoutError."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while not (result := self.read(found)):
            if loop.time() > end:
                raise TimeoutError
            # A file tells nobody that it changed, so it is asked again.
            await asyncio.sleep(0.02)
        return result

    def read(self, found: Callable[[sqlite3.Connection], Found]) -> Found:
        """Ask the child's database, without the right to write there."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return found(connection)

    async def note_on(self, post: Json) -> Json:
        """Wait for the note that answers a post."""
        return (await self.until(lambda: self.notes_on(post)))[0]
