"""The Discord client: wires the packages together and keeps them in step with the connection."""

import asyncio
import logging
from collections.abc import Callable, Collection
from datetime import timedelta

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.ext import commands, tasks
from sqlalchemy.exc import SQLAlchemyError

from bot import note
from bot.auditing.pages import DYNAMIC_ITEMS as AUDIT_ITEMS
from bot.command_sync import CommandSync
from bot.command_tree import Tree, group
from bot.contests import Contesting, ContestLimit
from bot.departures import Departures
from bot.desk import DYNAMIC_ITEMS as CASE_ITEMS
from bot.desk import (
    ByHand,
    Desk,
    Erasure,
    ModLog,
    Presses,
    Preview,
    Recovery,
    Remains,
    Retraction,
    Rulings,
    Suggestions,
    Surroundings,
    Withdrawal,
    furnish,
)
from bot.forgetting import Forgetting
from bot.in_flight import InFlight
from bot.insights.counting import ReadingCounter
from bot.knowledge import Shelf, standard
from bot.note.resources_menu import DYNAMIC_ITEMS as RESOURCES_ITEMS
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
    Copies,
    Exemptions,
    GuildData,
    Ledger,
    OpenStore,
    OptOuts,
    Places,
    Queue,
    Statistics,
    Waiting,
    Webhooks,
)
from bot.texts import CatalogueTranslator, Texts, members_texts_in, texts_in
from bot.upkeep import Upkeep
from bot.withdrawing import EVERY_SECONDS, Withdrawing
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
    knowledge: what may be said and shown now.
    Invariant: `places`, `desk` and `ledger` exist before the first event arrives (setup_hook), and what the
    operator withdrew is known by then.
    """

    store: OpenStore
    seal: Seal
    places: Places
    audit: Audit
    exemptions: Exemptions
    webhooks: Webhooks
    opt_outs: OptOuts
    guild_data: GuildData
    ledger: Ledger
    waiting: Waiting
    copies: Copies
    queue: Queue
    statistics: Statistics
    desk: Desk
    mod_log: ModLog
    recovery: Recovery
    remains: Remains
    retraction: Retraction
    rulings: Rulings
    presses: Presses
    suggestions: Suggestions
    preview: Preview
    by_hand: ByHand
    erasure: Erasure
    readings: ReadingCounter
    contesting: Contesting
    scanner: Scanner
    setup_panel: SetupPanel
    forgetting: Forgetting
    departures: Departures
    command_sync: CommandSync
    upkeep: Upkeep
    withdrawing: Withdrawing
    signpost: app_commands.Group
    _withdrawal: Withdrawal

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
        self.knowledge = Shelf(standard())
        self._open_store: OpenStore | None = None
        self.in_flight = InFlight()

    async def setup_hook(self) -> None:
        """Open the store and build what an event needs; runs once, before the gateway is dialled.

        Raises StoreError when the database cannot be used.
        """
        default = PlaceSettings(
            mode=self.settings.default_mode,
            threshold=self.settings.threshold,
            cooldown=timedelta(seconds=self.settings.cooldown),
        )
        self.store = self._open_store = await OpenStore.open(self.settings.database_url, default)
        self.withdrawing = Withdrawing(self.store.withdrawals, self.knowledge, self.store.places)
        await self.withdrawing.begin()
        self.seal = Seal(self.store.secret)
        self._reach_into_store()
        self._furnish_desk()
        self._furnish_rooms()
        self.add_dynamic_items(*note.DYNAMIC_ITEMS, *RESOURCES_ITEMS, *CASE_ITEMS, *SCAN_ITEMS)
        self.add_dynamic_items(*SETUP_ITEMS, *SETTINGS_ITEMS, *AUDIT_ITEMS)
        await self.tree.set_translator(CatalogueTranslator())
        self.signpost = group()
        self.tree.add_command(self.signpost)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        self.maintenance.add_exception_type(SQLAlchemyError)
        self.maintenance.start()
        self.look_at_withdrawals.start()

    def _reach_into_store(self) -> None:
        """Put what cogs and controls ask for most within their reach."""
        store = self.store
        self.places, self.audit = store.places, store.audit
        self.exemptions, self.webhooks, self.opt_outs = store.exemptions, store.webhooks, store.opt_outs
        self.ledger, self.waiting, self.copies = store.ledger, store.waiting, store.copies
        self.queue, self.statistics, self.guild_data = store.queue, store.statistics, store.guild_data

    def _furnish_desk(self) -> None:
        around = Surroundings(
            self,
            self.recogniser,
            self.files,
            self.in_flight,
            self.seal,
            self.knowledge,
            self.texts_of,
            self.note_for,
            self.help_note_for,
        )
        made = furnish(self.store, around)
        self.desk, self.mod_log, self.presses = made.desk, made.mod_log, made.presses
        self.recovery, self.remains, self.retraction = made.recovery, made.remains, made.retraction
        self.rulings, self.suggestions = made.rulings, made.suggestions
        self.preview, self.by_hand, self.erasure = made.preview, made.by_hand, made.erasure
        self._withdrawal = made.withdrawal

    def _furnish_rooms(self) -> None:
        """Make what stands around the desk: scans, numbers, contests, set-up, joining and leaving."""
        store = self.store
        self.readings = ReadingCounter(store.readings)
        limit = ContestLimit(store.secret)
        self.contesting = Contesting(store.contests, limit, self.mod_log, self.places)
        self.scanner = Scanner(
            self,
            self.desk,
            self.places,
            self.mod_log,
            store.scans,
            self.in_flight,
            self.files,
            Speech(self.texts_of, self.seal),
        )
        self.in_flight.before_closing(self.scanner.halt)
        self.setup_panel = SetupPanel(self)
        self.forgetting = Forgetting(
            self.guild_data,
            self.places,
            self.scanner,
            self.desk.hands,
            self._withdrawal,
            self.mod_log,
            self.readings,
        )
        self.departures = Departures(self, self.places, self.guild_data, self.forgetting)
        self.command_sync = CommandSync(self, store.installation)
        self.upkeep = Upkeep(self)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: there are no prefix commands, and cogs listen for themselves."""

    async def on_ready(self) -> None:
        """Offer the commands, finish what the last run left half done. Can fire many times without harm."""
        _log.info("ready in %d servers", len(self.guilds))
        await self.in_flight.run(self.departures.find_missed, discord.utils.utcnow())
        await self.in_flight.run(self.upkeep.catch_up)
        await self.in_flight.run(self.recovery.find_missed)
        await self.in_flight.run(self.remains.find_missed)

    @tasks.loop(minutes=MAINTENANCE_MINUTES)
    async def maintenance(self) -> None:
        """Delete what has expired and finish what a fault of Discord's held up."""
        await self.in_flight.run(self.upkeep.expire)
        await self.in_flight.run(self.upkeep.catch_up)

    @tasks.loop(seconds=EVERY_SECONDS)
    async def look_at_withdrawals(self) -> None:
        """Follow what the operator withdraws and restores while the bot runs."""
        await self.in_flight.run(self.withdrawing.look)

    @maintenance.before_loop
    async def _before_maintenance(self) -> None:
        await self.wait_until_ready()

    def texts_of(self, guild_id: int) -> Texts:
        """Return what is said in a server's channels and log: in its chosen language, else its own."""
        return texts_in(self.places.chosen(guild_id).language or self.locale_of(guild_id))

    def members_texts_of(self, guild_id: int) -> Texts:
        """Return what is said to all members of a server: in its chosen language, else its own."""
        return members_texts_in(self.places.chosen(guild_id).language or self.locale_of(guild_id))

    def note_for(
        self, guild_id: int, occasion: note.Occasion, channel_ids: Collection[int] = (), /
    ) -> note.NoteText:
        """Write a server's note as it wants it now, or of a withdrawn topic what stands in its place.

        channel_ids: of where it will stand, the channel and for a thread what it hangs in. Raises KeyError
        for a topic without a wording.
        """
        chosen, locale, known = self.places.chosen(guild_id), self.locale_of(guild_id), self.knowledge
        if known.withdrawn.covers(occasion.topic):
            return note.compose_withdrawn(occasion.topic, known.current, chosen, locale)
        return note.compose_here(occasion, known.current, chosen, locale, channel_ids)

    def help_note_for(self, guild_id: int) -> note.NoteText:
        """Write a server's note with help alone, in its language and for its country."""
        chosen = self.places.chosen(guild_id)
        language = chosen.language or self.locale_of(guild_id)
        return note.compose_help(self.knowledge.current, language, chosen.help_country)

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
        self.look_at_withdrawals.cancel()
        await super().close()
        await self.files.close()
        store, self._open_store = self._open_store, None
        if store is not None:
            await self.upkeep.flush()
            await store.close()

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard, or give up after LAUNCH_SECONDS.

        discord.py would try for ever, one recursion a try; giving up lets the caller begin anew with a delay.
        Raises TimeoutError.
        """
        async with asyncio.timeout(LAUNCH_SECONDS):
            await super().launch_shard(gateway, shard_id, initial=initial)
