"""The Discord client: wires the packages together and keeps them in step with the connection."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from datetime import timedelta

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands, tasks
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import knowledge, note
from bot.command_tree import Tree, group
from bot.contests import Contesting, ContestLimit
from bot.desk import DYNAMIC_ITEMS as RULING_ITEMS
from bot.desk import (
    Answering,
    Delivery,
    Desk,
    Hands,
    Judging,
    ModLog,
    Proxies,
    Recovery,
    Remains,
    Resumption,
    Retraction,
    Rulings,
    Withdrawal,
)
from bot.faults import PASSING
from bot.in_flight import InFlight
from bot.insights.counting import ReadingCounter
from bot.partial_updates import tolerant
from bot.policy import PlaceSettings
from bot.posts.fetch import Fetch, HttpFetch
from bot.posts.files import Files
from bot.recognition import Recogniser
from bot.scan import DYNAMIC_ITEMS as SCAN_ITEMS
from bot.scan import Scanner, Speech
from bot.seal import Seal
from bot.settings import Settings
from bot.store import (
    Audit,
    CasePieces,
    Contests,
    Exemptions,
    Installation,
    Ledger,
    OwnLists,
    Places,
    Readings,
    Retractions,
    Scans,
    Statistics,
    Troubles,
    Webhooks,
    open_store,
)
from bot.texts import CatalogueTranslator, Texts, texts_in
from cogs import EXTENSIONS

_log = logging.getLogger(__name__)

MAINTENANCE_MINUTES = 2
"""Minutes between two rounds of finishing what was left half done and deleting what has expired."""

DRAIN_SECONDS = 2.0
"""Seconds that closing waits for work under way; a note cut off is finished after the next start."""

LAUNCH_SECONDS = 30
"""Seconds in which a shard's first connection has to stand."""


class Signpost(commands.AutoShardedBot):
    """The bot, the same on the real Discord, in the demo and in the tests.

    Keeps neither messages nor members in memory: what it must remember is in the store.
    Invariant: `places`, `desk` and `ledger` exist before the first event arrives (setup_hook).
    """

    seal: Seal
    places: Places
    audit: Audit
    exemptions: Exemptions
    webhooks: Webhooks
    ledger: Ledger
    desk: Desk
    mod_log: ModLog
    recovery: Recovery
    remains: Remains
    retraction: Retraction
    rulings: Rulings
    readings: ReadingCounter
    statistics: Statistics
    contesting: Contesting
    scanner: Scanner
    signpost: app_commands.Group
    _installation: Installation
    _readings: Readings
    _contests: Contests
    _scans: Scans

    def __init__(
        self,
        settings: Settings,
        *,
        fetch: Fetch | None = None,
        connector: Callable[[], aiohttp.BaseConnector] | None = None,
    ) -> None:
        """fetch: the way to attachments, for a simulated Discord. connector: the way to every host."""
        intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=60,
            shard_count=settings.shard_count,
            connector=connector() if connector else None,
        )
        parsers = self._connection.parsers
        parsers["MESSAGE_UPDATE"] = tolerant(parsers["MESSAGE_UPDATE"], self.dispatch)
        self.settings = settings
        self.recogniser = Recogniser.standard()
        self.files = Files(
            fetch or HttpFetch(connector, settings.fetch_seconds),
            settings.file_limits,
            self.recogniser.spacing.pieces,
        )
        self._engine: AsyncEngine | None = None
        self._commands_offered = False
        self.in_flight = InFlight()

    async def setup_hook(self) -> None:
        """Open the store and build what an event needs; runs once, before the gateway is dialled.

        Raises StoreError when the database cannot be used.
        """
        engine = self._engine = await open_store(self.settings.database_url)
        default = PlaceSettings(
            mode=self.settings.default_mode,
            threshold=self.settings.threshold,
            cooldown=timedelta(seconds=self.settings.cooldown),
        )
        self._installation = Installation(engine)
        secret = await self._installation.secret()
        self.seal = Seal(secret)
        self.exemptions, self.webhooks = Exemptions(engine, secret), Webhooks(engine)
        self.audit = Audit(engine)
        self.places = Places(engine, default, self.exemptions, self.webhooks)
        for each in (self.exemptions, self.webhooks, self.places):
            await each.load()
        lists = OwnLists(engine, secret)
        self.ledger = Ledger(engine, lists)
        troubles = Troubles(engine)
        self.mod_log = ModLog(self.ledger, self.places, troubles, self.get_guild)
        self._furnish_desk(lists, troubles, Retractions(engine, lists), CasePieces(engine, lists))
        self.statistics, self._readings = Statistics(engine), Readings(engine)
        self.readings = ReadingCounter(self._readings)
        self._contests = Contests(engine)
        self.contesting = Contesting(self._contests, ContestLimit(secret), self.mod_log, self.places)
        self._scans = Scans(engine)
        self.scanner = Scanner(
            self,
            self.desk,
            self.places,
            self.mod_log,
            self._scans,
            self.in_flight,
            self.files,
            self.audit,
            Speech(self.texts_of, self.seal),
        )
        self.in_flight.before_closing(self.scanner.halt)
        self.add_dynamic_items(*note.DYNAMIC_ITEMS, *RULING_ITEMS, *SCAN_ITEMS)
        await self.tree.set_translator(CatalogueTranslator())
        self.signpost = group()
        self.tree.add_command(self.signpost)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        self.maintenance.add_exception_type(SQLAlchemyError)
        self.maintenance.start()

    def _furnish_desk(
        self, lists: OwnLists, troubles: Troubles, retractions: Retractions, pieces: CasePieces
    ) -> None:
        ledger, mod_log = self.ledger, self.mod_log
        judging = Judging(self.recogniser, lists, self.files, pieces)
        delivery = Delivery(ledger, troubles, mod_log, knowledge.standard())
        withdrawal = Withdrawal(self, retractions)
        self.retraction = Retraction(ledger, retractions, withdrawal, mod_log)
        hands = Hands()
        answering = Answering(
            ledger, retractions, judging, delivery, mod_log, self.retraction, Proxies(self, hands), hands
        )
        self.desk = Desk(ledger, retractions, pieces, judging, self.retraction, answering, hands)
        self.remains = Remains(self, judging, pieces, self.retraction, self.places, answering, self.desk)
        self.rulings = Rulings(ledger, retractions, withdrawal, mod_log)
        resumption = Resumption(ledger, judging, delivery, mod_log, self.retraction, answering, hands)
        self.recovery = Recovery(self, ledger, resumption, self.desk, self.places)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: there are no prefix commands, and cogs listen for themselves."""

    async def on_ready(self) -> None:
        """Offer the commands, finish what the last run left half done. Can fire many times without harm."""
        _log.info("ready in %d servers", len(self.guilds))
        await self.in_flight.run(self._catch_up)
        await self.in_flight.run(self.recovery.find_missed)
        await self.in_flight.run(self.remains.find_missed)

    @tasks.loop(minutes=MAINTENANCE_MINUTES)
    async def maintenance(self) -> None:
        """Delete what has expired and finish what a fault of Discord's held up."""
        await self.in_flight.run(self._expire)
        await self.in_flight.run(self._catch_up)

    @maintenance.before_loop
    async def _before_maintenance(self) -> None:
        await self.wait_until_ready()

    def texts_of(self, guild_id: int) -> Texts:
        """Return what is said in a server's channels and log: in its chosen language, else its own."""
        guild = self.get_guild(guild_id)
        return texts_in(self.places.chosen(guild_id).language or (guild.preferred_locale if guild else ""))

    @property
    def connected(self) -> bool:
        """Whether every shard has a gateway connection now."""
        return bool(self.shards) and not any(shard.is_closed() for shard in self.shards.values())

    async def close(self) -> None:
        """Let work under way end, then close gateway and database. Closing twice is harmless."""
        await self.in_flight.drain(within=DRAIN_SECONDS)
        self.maintenance.cancel()
        await super().close()
        await self.files.close()
        if self._engine is not None:
            await self._flush_readings()
            await self._engine.dispose()
            self._engine = None

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard, or give up after LAUNCH_SECONDS.

        discord.py would try for ever, one recursion a try; giving up lets the caller begin anew with a delay.
        Raises TimeoutError.
        """
        async with asyncio.timeout(LAUNCH_SECONDS):
            await super().launch_shard(gateway, shard_id, initial=initial)

    async def _flush_readings(self) -> None:
        try:
            await self.readings.flush()
        except SQLAlchemyError as error:
            _log.warning("posts read since the last round are not counted: %s", error)

    async def _expire(self) -> None:
        retention = timedelta(days=self.settings.retention_days)
        self.desk.rest(discord.utils.utcnow())
        if expired := await self.ledger.expire(discord.utils.utcnow(), retention):
            _log.info("%d cases expired", expired)
        await self._scans.expire(discord.utils.utcnow(), retention)
        await self.audit.expire(None, discord.utils.utcnow() - retention)
        await self.readings.flush()
        await self._readings.expire(discord.utils.utcnow().date())
        await self._contests.expire(discord.utils.utcnow() - retention)

    async def _catch_up(self) -> None:
        await self._offer_commands()
        await self.recovery.run()
        await self.remains.judge()
        await self.retraction.finish()
        await self.scanner.resume()

    async def _offer_commands(self) -> None:
        """Give Discord the commands once a run; tried again at the next occasion if it fails."""
        if self._commands_offered:
            return
        try:
            await self._sync_changed_commands()
        except PASSING as error:
            _log.warning("commands not given to Discord, to be tried again: %s", error)
        else:
            self._commands_offered = True

    async def _sync_changed_commands(self) -> None:
        """Give Discord the commands only when they differ from what it last got: syncing is rationed."""
        translator = self.tree.translator
        payload = [
            await command.get_translated_payload(self.tree, translator)
            if translator
            else command.to_dict(self.tree)
            for command in self.tree.get_commands()
        ]
        digest = hashlib.blake2b(json.dumps(payload, sort_keys=True).encode(), digest_size=16).hexdigest()
        given = f"{self.application_id}:{digest}"
        if await self._installation.get("commands") == given:
            return
        await self.tree.sync()
        await self._installation.set("commands", given)
