"""Furnishing the desk: every part of it, made once for one store and one client."""

from collections.abc import Callable
from dataclasses import dataclass

import discord

from bot.desk.answering import Answering
from bot.desk.by_hand import ByHand
from bot.desk.delivery import Delivery, Writes
from bot.desk.desk import Desk
from bot.desk.entry import Entries
from bot.desk.erasure import Erasure
from bot.desk.explaining import Explaining
from bot.desk.hands import Hands
from bot.desk.judging import Judging
from bot.desk.mod_log import ModLog
from bot.desk.pace import Pace
from bot.desk.pressing import Presses
from bot.desk.preview import Preview
from bot.desk.proxies import Proxies
from bot.desk.recalling import Recalling
from bot.desk.recovery import Recovery
from bot.desk.releasing import Releasing
from bot.desk.remains import Remains
from bot.desk.removal import Removal
from bot.desk.reopening import Reopening
from bot.desk.resumption import Resumption
from bot.desk.retraction import Retraction
from bot.desk.rulings import Rulings
from bot.desk.standings import Standings
from bot.desk.suggestions import Suggestions
from bot.desk.withdrawal import Withdrawal
from bot.in_flight import InFlight
from bot.knowledge import DEFAULT_LANGUAGE, Shelf
from bot.note import NoteText
from bot.posts.files import Files
from bot.recognition import Recogniser
from bot.seal import Seal
from bot.store import OpenStore
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the desk needs of the bot around it.

    knowledge: what may be said and shown now. texts_of, note_for, help_note_for: what is said in a server,
    its note on a topic, its note with help alone; each by the server's id.
    """

    client: discord.Client
    recogniser: Recogniser
    files: Files
    in_flight: InFlight
    seal: Seal
    knowledge: Shelf
    texts_of: Callable[[int], Texts]
    note_for: Writes
    help_note_for: Callable[[int], NoteText]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The parts of the desk that something outside of it reaches for."""

    desk: Desk
    mod_log: ModLog
    recovery: Recovery
    remains: Remains
    retraction: Retraction
    withdrawal: Withdrawal
    rulings: Rulings
    presses: Presses
    suggestions: Suggestions
    preview: Preview
    by_hand: ByHand
    erasure: Erasure


def furnish(store: OpenStore, around: Surroundings) -> Furniture:
    """Make the desk."""
    client, ledger, places = around.client, store.ledger, store.places
    mod_log = _mod_log(store, around)
    suggestions = Suggestions(places, store.track_record, mod_log, around.seal, around.texts_of)
    worded = around.knowledge.whole.wording(DEFAULT_LANGUAGE).topics
    judging = Judging(around.recogniser, store.lists, around.files, store.pieces, places.topics)
    delivery = Delivery(ledger, store.troubles, mod_log, around.knowledge, around.note_for)
    withdrawal = Withdrawal(client, store.retractions)
    retraction = Retraction(ledger, store.retractions, withdrawal, mod_log)
    hands = Hands()
    proxies = Proxies(client, hands)
    answering = Answering(ledger, store.retractions, judging, delivery, mod_log, retraction, proxies, hands)
    desk = Desk(ledger, store.retractions, store.pieces, judging, retraction, answering, hands)
    rulings = Rulings(ledger, store.retractions, withdrawal, mod_log, store.copies, suggestions)
    resumption = Resumption(ledger, store.waiting, judging, delivery, mod_log, retraction, answering, hands)
    preview = Preview(judging, ledger, store.retractions, store.pieces, store.queue, places, around.note_for)
    reopening = Reopening(client, places, judging, retraction, desk)
    recalling = Recalling(ledger, store.handled, store.copies, store.retractions, withdrawal, mod_log, hands)
    releasing = Releasing(
        ledger, store.waiting, store.handled, reopening, delivery, retraction, mod_log, hands, suggestions
    )
    return Furniture(
        desk=desk,
        mod_log=mod_log,
        recovery=Recovery(client, ledger, resumption, desk, places),
        remains=Remains(client, judging, store.pieces, retraction, places, answering, desk),
        retraction=retraction,
        withdrawal=withdrawal,
        rulings=rulings,
        presses=Presses(
            ledger,
            rulings,
            recalling,
            releasing,
            Explaining(ledger, reopening, hands),
            Removal(ledger, store.pieces, reopening, retraction, hands),
        ),
        suggestions=suggestions,
        preview=preview,
        by_hand=ByHand(
            hands,
            judging,
            answering,
            preview,
            store.retractions,
            store.help_notes,
            store.audit,
            around.help_note_for,
            tuple(topic.id for topic in around.recogniser.topics if topic.id in worded),
        ),
        erasure=Erasure(
            store.erasures, store.pieces, store.retractions, resumption, withdrawal, mod_log, hands
        ),
    )


def _mod_log(store: OpenStore, around: Surroundings) -> ModLog:
    return ModLog(
        store.ledger,
        store.places,
        store.troubles,
        store.copies,
        Standings(store.ledger, store.copies, store.handled),
        Entries(around.seal, around.texts_of),
        Pace(around.in_flight),
        around.client.get_guild,
        around.texts_of,
    )
