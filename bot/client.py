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
from bot.auditing.pages import DYNAMIC_ITEMS as AUDIT_ITEMS
from bot.command_tree import Tree, group
from bot.contests import Contesting, ContestLimit
from bot.departures import Departures
from bot.desk import DYNAMIC_ITEMS as RULING_ITEMS
from bot.desk import (
    Answering,
    ByHand,
    Delivery,
    Desk,
    Entries,
    Erasure,
    Explaining,
    Hands,
    Judging,
    ModLog,
    Pace,
    Presses,
    Preview,
    Proxies,
    Recalling,
    Recovery,
    Releasing,
    Remains,
    Removal,
    Reopening,
    Resumption,
    Retraction,
    Rulings,
    Standings,
    Suggestions,
    Withdrawal,
)
from bot.faults import PASSING
from bot.forgetting import Forgetting
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
from bot.server_settings.buttons import DYNAMIC_ITEMS as SETTINGS_ITEMS
from bot.settings import Settings
from bot.setup import DYNAMIC_ITEMS as SETUP_ITEMS
from bot.setup import SetupPanel
from bot.store import (
    Audit,
    CasePieces,
    Contests,
    Copies,
    Erasures,
    Exemptions,
    GuildData,
    Handled,
    HelpNotes,
    Installation,
    Ledger,
    OptOuts,
    OwnLists,
    Places,
    Queue,
    Readings,
    Retractions,
    Scans,
    Statistics,
    TrackRecord,
    Troubles,
    Waiting,
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
    opt_outs: OptOuts
    guild_data: GuildData
    ledger: Ledger
    waiting: Waiting
    desk: Desk
    mod_log: ModLog
    recovery: Recovery
    remains: Remains
    retraction: Retraction
    rulings: Rulings
    presses: Presses
    readings: ReadingCounter
    statistics: Statistics
    contesting: Contesting
    queue: Queue
    copies: Copies
    preview: Preview
    by_hand: ByHand
    suggestions: Suggestions
    scanner: Scanner
    setup_panel: SetupPanel
    erasure: Erasure
    forgetting: Forgetting
    departures: Departures
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
        self.opt_outs, self.audit = OptOuts(engine, secret), Audit(engine)
        self.places = Places(engine, default, self.exemptions, self.webhooks, self.opt_outs)
        for each in (self.exemptions, self.webhooks, self.opt_outs, self.places):
            await each.load()
        lists = OwnLists(engine, secret)
        self.ledger, self.waiting = Ledger(engine, lists), Waiting(engine)
        troubles = Troubles(engine)
        self.copies, handled = Copies(engine, lists), Handled(engine, self.audit)
        copies = self.copies
        self.mod_log = ModLog(
            self.ledger,
            self.places,
            troubles,
            copies,
            Standings(self.ledger, copies, handled),
            Entries(self.seal, self.texts_of),
            Pace(self.in_flight),
            self.get_guild,
            self.texts_of,
        )
        self.suggestions = Suggestions(
            self.places, TrackRecord(engine), self.mod_log, self.seal, self.texts_of
        )
        self.statistics, self._readings = Statistics(engine), Readings(engine)
        self.readings = ReadingCounter(self._readings)
        self._contests = Contests(engine)
        self.contesting = Contesting(self._contests, ContestLimit(secret), self.mod_log, self.places)
        retractions, pieces = Retractions(engine, lists), CasePieces(engine, lists)
        withdrawal = Withdrawal(self, retractions)
        self.queue = Queue(engine)
        self._furnish_desk(
            lists,
            troubles,
            retractions,
            pieces,
            withdrawal,
            Erasures(engine, lists),
            copies,
            handled,
            HelpNotes(engine),
        )
        self._scans = Scans(engine)
        self.scanner = Scanner(
            self,
            self.desk,
            self.places,
            self.mod_log,
            self._scans,
            self.in_flight,
            self.files,
            Speech(self.texts_of, self.seal),
        )
        self.in_flight.before_closing(self.scanner.halt)
        self.setup_panel = SetupPanel(self)
        self.guild_data = GuildData(engine, lists)
        self.forgetting = Forgetting(
            self.guild_data, self.places, self.scanner, self.desk.hands, withdrawal, self.mod_log
        )
        self.departures = Departures(self, self.places, self.guild_data, self.forgetting)
        self.add_dynamic_items(*note.DYNAMIC_ITEMS, *RULING_ITEMS, *SCAN_ITEMS)
        self.add_dynamic_items(*SETUP_ITEMS, *SETTINGS_ITEMS, *AUDIT_ITEMS)
        await self.tree.set_translator(CatalogueTranslator())
        self.signpost = group()
        self.tree.add_command(self.signpost)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        self.maintenance.add_exception_type(SQLAlchemyError)
        self.maintenance.start()

    def _furnish_desk(
        self,
        lists: OwnLists,
        troubles: Troubles,
        retractions: Retractions,
        pieces: CasePieces,
        withdrawal: Withdrawal,
        erasures: Erasures,
        copies: Copies,
        handled: Handled,
        help_notes: HelpNotes,
    ) -> None:
        ledger, mod_log = self.ledger, self.mod_log
        judging = Judging(self.recogniser, lists, self.files, pieces)
        delivery = Delivery(ledger, troubles, mod_log, knowledge.standard(), self.note_for)
        self.retraction = Retraction(ledger, retractions, withdrawal, mod_log)
        hands = Hands()
        answering = Answering(
            ledger, retractions, judging, delivery, mod_log, self.retraction, Proxies(self, hands), hands
        )
        self.desk = Desk(ledger, retractions, pieces, judging, self.retraction, answering, hands)
        self.remains = Remains(self, judging, pieces, self.retraction, self.places, answering, self.desk)
        self.rulings = Rulings(ledger, retractions, withdrawal, mod_log, copies, self.suggestions)
        reopening = Reopening(self, self.places, judging, self.retraction, self.desk)
        self.presses = Presses(
            ledger,
            self.rulings,
            Recalling(ledger, handled, copies, retractions, withdrawal, mod_log, hands),
            Releasing(ledger, self.waiting, handled, reopening, delivery, self.retraction, mod_log, hands),
            Explaining(ledger, reopening, hands),
            Removal(ledger, pieces, reopening, self.retraction, hands),
        )
        resumption = Resumption(
            ledger, self.waiting, judging, delivery, mod_log, self.retraction, answering, hands
        )
        self.recovery = Recovery(self, ledger, resumption, self.desk, self.places)
        self.erasure = Erasure(erasures, pieces, retractions, resumption, withdrawal, mod_log, hands)
        self.preview = Preview(judging, ledger, retractions, pieces, self.queue, self.places)
        self.by_hand = ByHand(
            hands,
            judging,
            answering,
            self.preview,
            retractions,
            help_notes,
            self.audit,
            self._help_note,
            self.recogniser.topics[0].id,
        )

    def _help_note(self, guild_id: int) -> note.NoteText:
        """Write a server's note with help alone, in its language and for its country."""
        chosen = self.places.chosen(guild_id)
        language = chosen.language or self.locale_of(guild_id)
        return note.compose_help(knowledge.standard(), language, chosen.help_country)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: there are no prefix commands, and cogs listen for themselves."""

    async def on_ready(self) -> None:
        """Offer the commands, finish what the last run left half done. Can fire many times without harm."""
        _log.info("ready in %d servers", len(self.guilds))
        await self.in_flight.run(self.departures.find_missed, discord.utils.utcnow())
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
        return texts_in(self.places.chosen(guild_id).language or self.locale_of(guild_id))

    def note_for(self, guild_id: int, topic: str) -> note.NoteText:
        """Write a server's note on a topic as it wants it now. Raises KeyError for one without a wording."""
        chosen = self.places.chosen(guild_id)
        return note.compose_here(topic, knowledge.standard(), chosen, self.locale_of(guild_id))

    def locale_of(self, guild_id: int) -> str:
        """Return the language that a server told Discord, as "es-ES"; empty for a server that is not here."""
        guild = self.get_guild(guild_id)
        return str(guild.preferred_locale) if guild else ""

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
        self.desk.rest(discord.utils.utcnow())
        for case in await self.waiting.expire(discord.utils.utcnow()):
            await self.mod_log.refresh(case.id)
        for guild_id, days in self.places.own_retentions().items():
            await self._expire_after(timedelta(days=days), guild_id)
        await self._expire_after(timedelta(days=self.settings.retention_days))
        await self.readings.flush()
        await self._readings.expire(discord.utils.utcnow().date())
        await self.departures.finish(discord.utils.utcnow())

    async def _expire_after(self, retention: timedelta, guild_id: int | None = None) -> None:
        """Delete what is older than the retention, of one server or of all."""
        now = discord.utils.utcnow()
        if expired := await self.ledger.expire(now, retention, guild_id):
            _log.info("%d cases expired", expired)
        await self._scans.expire(now, retention, guild_id)
        await self.audit.expire(guild_id, now - retention)
        await self._contests.expire(guild_id, now - retention)

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
