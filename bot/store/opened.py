"""The open store: every part of it, made once for one database."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import PlaceSettings
from bot.store.audit import Audit
from bot.store.contests import Contests
from bot.store.copies import Copies
from bot.store.corrections import Corrections
from bot.store.database import open_store
from bot.store.erasures import Erasures
from bot.store.exemptions import Exemptions
from bot.store.guild_data import GuildData
from bot.store.handled import Handled
from bot.store.help_notes import HelpNotes
from bot.store.installation import Installation
from bot.store.ledger import Ledger
from bot.store.lists import OwnLists
from bot.store.opt_outs import OptOuts
from bot.store.pieces import CasePieces
from bot.store.places import Places
from bot.store.queue import Queue
from bot.store.retractions import Retractions
from bot.store.scans import Scans
from bot.store.statistics import Readings, Statistics
from bot.store.track_record import TrackRecord
from bot.store.troubles import Troubles
from bot.store.waiting import Waiting
from bot.store.webhooks import Webhooks
from bot.store.withdrawals import Withdrawals


@dataclass(frozen=True, slots=True)
class OpenStore:
    """All parts of the store. secret: the installation's, 32 bytes, never shown and never logged."""

    engine: AsyncEngine
    secret: bytes
    installation: Installation
    lists: OwnLists
    places: Places
    exemptions: Exemptions
    webhooks: Webhooks
    opt_outs: OptOuts
    audit: Audit
    ledger: Ledger
    waiting: Waiting
    copies: Copies
    handled: Handled
    retractions: Retractions
    pieces: CasePieces
    erasures: Erasures
    help_notes: HelpNotes
    queue: Queue
    scans: Scans
    troubles: Troubles
    contests: Contests
    readings: Readings
    statistics: Statistics
    track_record: TrackRecord
    guild_data: GuildData
    withdrawals: Withdrawals
    corrections: Corrections

    @classmethod
    async def open(cls, url: str, default: PlaceSettings) -> Self:
        """Open a database and read into memory what each message asks for. default: the operator's settings.

        Raises StoreError when the database cannot be used.
        """
        engine = await open_store(url)
        installation = Installation(engine)
        secret = await installation.secret()
        exemptions, webhooks, opt_outs = Exemptions(engine, secret), Webhooks(engine), OptOuts(engine, secret)
        places = Places(engine, default, exemptions, webhooks, opt_outs)
        for each in (exemptions, webhooks, opt_outs, places):
            await each.load()
        lists, audit = OwnLists(engine, secret), Audit(engine)
        return cls(
            engine=engine,
            secret=secret,
            installation=installation,
            lists=lists,
            places=places,
            exemptions=exemptions,
            webhooks=webhooks,
            opt_outs=opt_outs,
            audit=audit,
            ledger=Ledger(engine, lists),
            waiting=Waiting(engine),
            copies=Copies(engine, lists),
            handled=Handled(engine, audit),
            retractions=Retractions(engine, lists),
            pieces=CasePieces(engine, lists),
            erasures=Erasures(engine, lists),
            help_notes=HelpNotes(engine),
            queue=Queue(engine),
            scans=Scans(engine),
            troubles=Troubles(engine),
            contests=Contests(engine),
            readings=Readings(engine),
            statistics=Statistics(engine),
            track_record=TrackRecord(engine),
            guild_data=GuildData(engine, lists),
            withdrawals=Withdrawals(engine),
            corrections=Corrections(engine),
        )

    async def close(self) -> None:
        """Close the database."""
        await self.engine.dispose()
