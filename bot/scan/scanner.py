"""Scans from their proposal to their end: who may begin, how many at once, and going on after a restart."""

import asyncio
import logging
import secrets
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass
from functools import partial

import discord
from sqlalchemy.exc import SQLAlchemyError

from bot.command_tree import Refused
from bot.desk import Desk, ModLog
from bot.faults import PASSING
from bot.in_flight import InFlight
from bot.posts.files import Files
from bot.scan import pace, wording
from bot.scan.channels import Scope, scope_of
from bot.scan.pace import Halt, HaltError
from bot.scan.press import Press
from bot.scan.progress import Progress, Speech, report_of
from bot.scan.reading import Reading
from bot.scan.sampling import reckon
from bot.scan.span import Span
from bot.store import Fault, NewScan, Places, Scan, Scans, ScanState
from bot.texts import Texts

_log = logging.getLogger(__name__)


class EndError(Exception):
    """A scan cannot go on, now or later."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a manager is asked before a scan starts."""

    scan_id: int
    text: str


class Scanner:
    """Runs scans behind live traffic, at most AT_ONCE together; others wait for their turn.

    Invariant: what is needed to go on is in the store, so that the process may end at any moment.
    """

    __slots__ = (
        "_broken",
        "_client",
        "_desk",
        "_files",
        "_halts",
        "_in_flight",
        "_mod_log",
        "_places",
        "_reading",
        "_speech",
        "_store",
        "_tasks",
        "_under_way",
    )

    def __init__(
        self,
        client: discord.Client,
        desk: Desk,
        places: Places,
        mod_log: ModLog,
        store: Scans,
        in_flight: InFlight,
        files: Files,
        speech: Speech,
    ) -> None:
        self._files = files
        self._speech = speech
        self._client = client
        self._desk = desk
        self._places = places
        self._mod_log = mod_log
        self._store = store
        self._in_flight = in_flight
        self._broken: Counter[int] = Counter()
        self._halts: dict[int, Halt] = {}
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._reading: set[int] = set()

    async def refuse(self, guild_id: int, texts: Texts) -> None:
        """Raise Refused where no scan can be proposed now: there is no mod log, or one runs already."""
        if await self._mod_log.awake(guild_id) is None:
            raise Refused(texts("scan-no-log"))
        running = await self._store.running_in(guild_id)
        if running is not None:
            raise Refused(wording.runs_already(texts, report_of(running)))

    async def propose(
        self, guild: discord.Guild, channel: Scope | None, span: Span, texts: Texts, *, notes: bool, by: int
    ) -> Proposal:
        """Reckon a scan and store it as proposed. by: id of the manager. Raises Refused."""
        await self.refuse(guild.id, texts)
        scope = await scope_of(guild, None) if channel is None else [channel]
        reckoning = await reckon(scope, span, self._places)
        log = await self._mod_log.awake(guild.id)
        if not reckoning.channels:
            raise Refused(texts("scan-nothing-to-read"))
        if log is None:
            raise Refused(texts("scan-no-log"))
        scan = await self._store.propose(
            NewScan(
                guild_id=guild.id,
                channel_id=channel.id if channel else None,
                since=span.since,
                last=span.last,
                notes=notes,
                reckoned=reckoning.posts.least,
                reckoned_most=reckoning.posts.most,
                asked_by=by,
                asked_at=discord.utils.utcnow(),
            )
        )
        pictures = self._files.old_pictures_per_day
        return Proposal(scan.id, wording.proposal(texts, reckoning, scan, log.mention, pictures))

    async def start(self, press: Press, scan_id: int) -> str:
        """Start a proposed scan; return what the manager is told."""
        texts, guild_id = press.texts, press.guild_id
        if await self._of(scan_id, guild_id) is None:
            return texts("scan-no-longer")
        log = await self._mod_log.awake(guild_id)
        if log is None:
            return texts("scan-no-log")
        if not await self._store.start(scan_id, press.id, press.at):
            running = await self._store.running_in(guild_id)
            return wording.runs_already(texts, report_of(running)) if running else texts("scan-no-longer")
        scan = await self._store.get(scan_id)
        if scan is None:
            return texts("scan-no-longer")
        progress = self._progress(scan)
        await progress.show(waits=self._must_wait)
        self._launch(scan, progress)
        return wording.started(texts, log.mention, progress.address)

    async def decline(self, press: Press, scan_id: int) -> str:
        """Forget a proposed scan; return what the manager is told."""
        scan = await self._of(scan_id, press.guild_id)
        declined = scan is not None and await self._store.decline(scan_id)
        return press.texts("scan-not-now" if declined else "scan-no-longer")

    async def cancel(self, press: Press, scan_id: int) -> str:
        """End a running scan; return what the moderator is told."""
        scan = await self._of(scan_id, press.guild_id)
        if scan is None or not await self._store.end(
            scan_id, ScanState.CANCELLED, discord.utils.utcnow(), by=press.by
        ):
            return press.texts("scan-over-already")
        halt = self._halts.get(scan_id)
        if halt is not None:
            halt.ask()  # its task shows the end
        else:
            await self._show_end(scan_id)
        return press.texts("scan-cancelled")

    async def break_off(self, guild_id: int, by: int | None) -> None:
        """End a server's scan and wait until it reads no more: what is kept of it is about to go.

        by: id of the manager, None for Signpost itself.
        """
        scan = await self._store.running_in(guild_id)
        task = self._under_way.get(scan.id) if scan else None
        if scan is not None and task is not None:
            halt = self._halts[scan.id]
            await self._store.end(scan.id, ScanState.CANCELLED, discord.utils.utcnow(), by=by)
            halt.ask()
            await asyncio.wait({task})

    async def resume(self) -> None:
        """Go on with the scans that a restart or a fault held up, and show the ends that nobody saw."""
        for scan in await self._store.unfinished():
            if scan.id in self._halts:
                continue
            if scan.state is ScanState.RUNNING:
                self._launch(scan, self._progress(scan))
            else:
                await self._show_end(scan.id)

    def halt(self) -> None:
        """Stop reading, since the process closes; what runs goes on after the next start."""
        for halt in self._halts.values():
            halt.ask()

    @property
    def _must_wait(self) -> bool:
        return len(self._reading) >= pace.AT_ONCE

    def _launch(self, scan: Scan, progress: Progress) -> None:
        if scan.id in self._halts:
            return
        halt = self._halts[scan.id] = Halt()
        task = self._under_way[scan.id] = self._begin(
            self._in_flight.run_behind(self._run, scan, progress, halt)
        )
        task.add_done_callback(partial(self._forget, scan.id))

    def _begin(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _forget(self, scan_id: int, task: asyncio.Task[None]) -> None:
        """Let go of a scan that stopped reading; what nobody foresaw is tried a few times."""
        self._halts.pop(scan_id, None)
        self._under_way.pop(scan_id, None)
        self._reading.discard(scan_id)
        if task.cancelled() or (error := task.exception()) is None:
            return
        code = secrets.token_hex(3)
        _log.error("scan %d broke off, code %s", scan_id, code, exc_info=error)
        self._broken[scan_id] += 1
        if self._broken[scan_id] >= pace.TRIES:
            self._begin(self._in_flight.run_behind(self._give_up, scan_id, code))

    async def _give_up(self, scan_id: int, code: str) -> None:
        """End a scan that cannot be read. code: what its report and the log say of the reason."""
        now, fault = discord.utils.utcnow(), Fault.UNFORESEEN
        try:
            await self._store.end(scan_id, ScanState.FAILED, now, fault=fault, code=code)
            await self._show_end(scan_id)
        except SQLAlchemyError:
            _log.exception("scan %d could not be ended, to be tried again", scan_id)

    async def _run(self, scan: Scan, progress: Progress, halt: Halt) -> None:
        """Read a scan to its end, and show how it ended; a scan that has to stop now is left as it is."""
        try:
            if await self._runs(scan.id):
                await self._read(scan, progress, halt)
            await self._store.end(scan.id, ScanState.DONE, discord.utils.utcnow())
        except EndError as error:
            await self._store.end(scan.id, ScanState.FAILED, discord.utils.utcnow(), fault=error.fault)
        except HaltError:
            _log.info("scan %d stops reading", scan.id)
        except PASSING:
            _log.exception("scan %d broke off, to be gone on with", scan.id)
            return
        await self._show_end(scan.id)

    async def _read(self, scan: Scan, progress: Progress, halt: Halt) -> None:
        known = await self._store.places(scan.id)
        while self._must_wait:
            await progress.show(waits=True)
            await halt.pause(pace.WAIT)
        self._reading.add(scan.id)
        progress.begin(known, await self._store.unread(scan.id))
        scope = await scope_of(await self._guild_of(scan), scan.channel_id)
        if not scope:
            raise EndError(Fault.CHANNEL_GONE)
        reading = Reading(
            scan,
            known,
            self._store,
            self._desk,
            self._places,
            self._in_flight,
            progress,
            halt,
            check=partial(self._guild_of, scan),
        )
        await reading.run(scope)

    async def _runs(self, scan_id: int) -> bool:
        """Say whether a scan still runs: it may have been cancelled since it was listed as unfinished."""
        scan = await self._store.get(scan_id)
        return scan is not None and scan.state is ScanState.RUNNING

    async def _guild_of(self, scan: Scan) -> discord.Guild:
        """Return a scan's server. Raises EndError where the scan cannot go on, HaltError where not now."""
        guild = self._client.get_guild(scan.guild_id)
        if guild is None:
            raise EndError(Fault.LEFT)
        if guild.unavailable:
            raise HaltError
        if await self._mod_log.awake(scan.guild_id) is None:
            raise EndError(Fault.LOG_GONE)
        return guild

    async def _show_end(self, scan_id: int) -> None:
        """Show how a scan ended; nothing where it only stopped reading."""
        scan = await self._store.get(scan_id)
        if scan is None or scan.state is ScanState.RUNNING:
            return
        progress = self._progress(scan)
        progress.begin(await self._store.places(scan_id), await self._store.unread(scan_id))
        await progress.close()

    def _progress(self, scan: Scan) -> Progress:
        return Progress(self._client, self._mod_log, self._store, scan, self._speech)

    async def _of(self, scan_id: int, guild_id: int) -> Scan | None:
        """Return a scan, if it is of this server."""
        scan = await self._store.get(scan_id)
        return scan if scan is not None and scan.guild_id == guild_id else None
