"""The store: the only place with SQL. Holds ids, scores and settings; never text, never an author."""

from bot.store.audit import Act, Audit, Deed
from bot.store.cases import (
    HELP_TOPIC,
    TAKEN_BACK,
    Case,
    CaseState,
    ExpiredEntry,
    NewCase,
    RuledCase,
    Ruling,
    SentNote,
    SilencedPost,
    StandingNote,
)
from bot.store.contests import ContestedNote, Contests
from bot.store.copies import Copies, Others
from bot.store.corrections import Corrections, ShownNote
from bot.store.database import StoreError, open_store
from bot.store.erasures import Erased, Erasures, Kept
from bot.store.exemptions import Exemptions, ExemptKind
from bot.store.guild_data import GuildData, Standing
from bot.store.handled import Handled
from bot.store.help_notes import HelpNotes
from bot.store.installation import Installation
from bot.store.ledger import Ledger
from bot.store.lists import ListsButFor, OwnLists
from bot.store.opened import OpenStore
from bot.store.opt_outs import OptOuts
from bot.store.pieces import CasePieces
from bot.store.places import Places, Server
from bot.store.queue import Queue, Wanted
from bot.store.retractions import Gone, Retractions
from bot.store.rows import ListFullError
from bot.store.scans import ARCHIVE_ALONE, Fault, NewScan, Scan, ScanPlace, Scans, ScanState, Skip, Tally
from bot.store.statistics import Readings, Statistics
from bot.store.track_record import TrackRecord
from bot.store.troubles import Troubles
from bot.store.waiting import Waiting
from bot.store.webhooks import Webhooks
from bot.store.withdrawals import LONGEST_REASON, KeptBack, Withdrawals

__all__ = [
    "ARCHIVE_ALONE",
    "HELP_TOPIC",
    "LONGEST_REASON",
    "TAKEN_BACK",
    "Act",
    "Audit",
    "Case",
    "CasePieces",
    "CaseState",
    "ContestedNote",
    "Contests",
    "Copies",
    "Corrections",
    "Deed",
    "Erased",
    "Erasures",
    "ExemptKind",
    "Exemptions",
    "ExpiredEntry",
    "Fault",
    "Gone",
    "GuildData",
    "Handled",
    "HelpNotes",
    "Installation",
    "Kept",
    "KeptBack",
    "Ledger",
    "ListFullError",
    "ListsButFor",
    "NewCase",
    "NewScan",
    "OpenStore",
    "OptOuts",
    "Others",
    "OwnLists",
    "Places",
    "Queue",
    "Readings",
    "Retractions",
    "RuledCase",
    "Ruling",
    "Scan",
    "ScanPlace",
    "ScanState",
    "Scans",
    "SentNote",
    "Server",
    "ShownNote",
    "SilencedPost",
    "Skip",
    "Standing",
    "StandingNote",
    "Statistics",
    "StoreError",
    "Tally",
    "TrackRecord",
    "Troubles",
    "Waiting",
    "Wanted",
    "Webhooks",
    "Withdrawals",
    "open_store",
]
