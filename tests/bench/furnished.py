"""A database as a server leaves it after some months: cases, notes, rulings, acts, exemptions."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.knowledge.topics import built_in
from bot.policy import Reason
from bot.store import Deed, open_store
from bot.store.cases import CaseState, Ruling
from bot.store.tables import (
    audit,
    cases,
    channels,
    contests,
    exempt_members,
    exemptions,
    fingerprints,
    guilds,
    notes,
    opt_outs,
    readings,
    webhooks,
)
from tests.wire.state import Channel, Guild, Member, World
from tests.wire.texts import PITCH

CASES, NOTED_EACH, RULED_EACH = 400, 2, 3
"""Cases; every which of them has a note, and every which of them a ruling."""
ACTS, EXEMPT, EXEMPT_MEMBERS, WEEKS = 400, 20, 50, 26
FINGERPRINTS = 300
SETTINGS = (("cooldown", 900, 1800), ("threshold", 0.9, 0.8), ("mode", "observe", "note"))

Row = dict[str, Any]


async def furnish(url: str, world: World, guild: Guild, log: Channel, place: Channel) -> None:
    """Fill an empty database, and the server with the posts and notes that it tells of.

    url: as SIGNPOST_DATABASE_URL has it. log: the chosen mod log. place: where the posts stand.
    """
    engine = await open_store(url)
    moderator, member = world.member(guild, "moderator of old"), world.member(guild, "member of old")
    now = datetime.now(UTC)
    chosen = {"mod_log": log.id, "cooldown": 900, "language": "en", "country": "US"}
    known: Row = {"guild_id": guild.id, "chosen": chosen, "confirmed_at": now, "greeted_at": now}
    try:
        await _add(engine, guilds, [known])
        await _add_cases(engine, world, place, list(_cases(world, place, member, moderator)))
        await _add(engine, audit, list(_acts(guild, moderator, now)))
        await _add(engine, readings, list(_readings(guild, now)))
        await _add_lists(engine, guild, [world.channel(guild, f"room-{each}") for each in range(2 * EXEMPT)])
    finally:
        await engine.dispose()


async def _add(engine: AsyncEngine, table: Table, rows: list[Row]) -> None:
    async with engine.begin() as connection:
        await connection.execute(insert(table), rows)


async def _add_cases(engine: AsyncEngine, world: World, place: Channel, rows: list[Row]) -> None:
    await _add(engine, cases, rows)
    hashed = [
        {"case_id": row["id"], "hashes": random.Random(row["id"]).randbytes(8 * FINGERPRINTS)} for row in rows
    ]
    await _add(engine, fingerprints, hashed)
    noted = [row for row in rows if row["state"] is CaseState.NOTED]
    await _add(engine, notes, [_note(world, place, row) for row in noted])


def _cases(world: World, place: Channel, member: Member, moderator: Member) -> Iterator[Row]:
    claims = [claim.id for topic in built_in() for claim in topic.claims]
    for number in range(1, CASES + 1):
        at = datetime.now(UTC) - timedelta(hours=5 * (CASES + 1 - number))
        noted, ruled = number % NOTED_EACH == 0, number % RULED_EACH == 0
        ruling = Ruling.CONFIRMED if number % (5 * RULED_EACH) else Ruling.DISMISSED
        yield {
            "id": number,
            "guild_id": place.guild.id,
            "channel_id": place.id,
            "message_id": int(world.message(place, member, PITCH)["id"]),
            "topic": built_in()[0].id,
            "score": 0.8 + number % 20 / 100,
            "claims": [claims[(number + step) % len(claims)] for step in range(3)],
            "state": CaseState.NOTED if noted and not ruled else CaseState.OBSERVED,
            "reason": Reason.PITCH.name if noted else Reason.OBSERVING.name,
            "opened_at": at,
            "notes_sent": int(noted),
            "ruling": ruling if ruled else None,
            "ruled_by": moderator.id if ruled else None,
            "ruled_at": at if ruled else None,
        }


def _note(world: World, place: Channel, case: Row) -> Row:
    """Let the bot reply to a case's post, and make the row of that note."""
    reference = {"type": 0, "message_id": str(case["message_id"]), "channel_id": str(place.id)}
    sent = world.message(place, place.guild.me, "a note", type=19, message_reference=reference)
    same = {name: case[name] for name in ("guild_id", "channel_id", "message_id", "topic")}
    more = {"resource_ids": ["samhsa"], "text_version": "1", "sent_at": case["opened_at"]}
    return {"note_id": int(sent["id"]), "case_id": case["id"], **same, **more}


def _acts(guild: Guild, moderator: Member, now: datetime) -> Iterator[Row]:
    for number in range(ACTS):
        name, before, after = SETTINGS[number % len(SETTINGS)]
        ruling = number % 2 == 0
        yield {
            "guild_id": guild.id,
            "at": now - timedelta(hours=4 * (ACTS - number)),
            "by": moderator.id,
            "deed": Deed.RULING if ruling else Deed.SETTING,
            "subject": str(number // 2 + 1) if ruling else name,
            "before": None if ruling else before,
            "after": Ruling.CONFIRMED if ruling else after,
        }


def _readings(guild: Guild, now: datetime) -> Iterator[Row]:
    monday = now.date() - timedelta(days=now.weekday())
    for week in range(WEEKS):
        yield {"guild_id": guild.id, "week": monday - timedelta(weeks=week), "posts": 4000 + 37 * week}


async def _add_lists(engine: AsyncEngine, guild: Guild, rooms: list[Channel]) -> None:
    here: Row = {"guild_id": guild.id}
    members = [here | {"hash": random.Random(number).randbytes(16)} for number in range(EXEMPT_MEMBERS)]
    await _add(engine, exempt_members, members)
    await _add(engine, opt_outs, members[: EXEMPT_MEMBERS // 2])
    exempt = [here | {"kind": "channel", "exempt_id": room.id} for room in rooms[:EXEMPT]]
    await _add(engine, exemptions, exempt)
    await _add(
        engine, channels, [here | {"channel_id": room.id, "mode": "observe"} for room in rooms[EXEMPT:]]
    )
    await _add(engine, webhooks, [here | {"webhook_id": guild.id + number} for number in range(5)])
    now = datetime.now(UTC)
    await _add(engine, contests, [here | {"case_id": 2 * number + 2, "at": now} for number in range(EXEMPT)])
