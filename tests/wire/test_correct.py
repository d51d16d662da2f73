"""`signpost knowledge correct` beside the running bot: every note that shows a withdrawn number is edited."""

import asyncio
import json
import signal
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass

import pytest

from bot.knowledge import standard
from bot.knowledge.words import Wording

from ..fresh_store import put_store
from .process import Wire
from .refusals import components_of
from .state import MEMBER, Channel, Json, Kind, May
from .texts import PITCH

LAUNCH = f"{__package__}.launch_correct"
CRISIS_LINE = "us-988"
MESSAGES = r"/api/v10/channels/{channel}/messages/\d+"
TAKEN_BACK = "This note was taken back, since a part of it has to be checked. Help is still there:"


@dataclass(frozen=True)
class Ended:
    status: int
    said: str


async def begin(wire: Wire, *arguments: str, **environment: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        env={**wire.environment, **environment},
        cwd=wire.folder,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        # A shell that started the tests in the background has them ignore Ctrl-C, and they would pass it on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


async def end(child: asyncio.subprocess.Process) -> Ended:
    async with asyncio.timeout(40):
        said, _ = await child.communicate()
    assert child.returncode is not None
    assert b"Traceback" not in said, said.decode()
    return Ended(child.returncode, said.decode())


async def correct(wire: Wire, *arguments: str, **environment: str) -> Ended:
    return await end(await begin(wire, "-m", LAUNCH, *arguments, **environment))


async def withdraw(wire: Wire, *what: str) -> None:
    """Give the operator's command, more than a minute ago."""
    ended = await end(await begin(wire, "-m", "bot", "knowledge", "withdraw", *what))
    assert ended.status == 0
    change(wire, "UPDATE withdrawals SET at = '2026-01-01 00:00:00'")


def change(wire: Wire, statement: str) -> None:
    with closing(sqlite3.connect(wire.database, timeout=10)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(statement)


def rows(wire: Wire) -> dict[str, list[str]]:
    """Return what the notes show by their rows, by the note's id."""
    with closing(sqlite3.connect(wire.database)) as connection:
        found = connection.execute("SELECT note_id, resource_ids FROM notes").fetchall()
    return {str(note): json.loads(shown) for note, shown in found}


def text_of(note: Json) -> str:
    return "\n".join(each["content"] for each in components_of(note["components"]) if each.get("content"))


def buttons_of(note: Json) -> list[str]:
    return [each["label"] for each in components_of(note["components"]) if each.get("label")]


async def noted(wire: Wire, *channels: Channel) -> list[Json]:
    """Let a pitch get its note in each channel; return the notes."""
    return await noted_below(wire, [(channel, PITCH) for channel in channels])


async def noted_below(wire: Wire, posts: list[tuple[Channel, str]]) -> list[Json]:
    """Let each post get its note; return the notes."""
    await wire.start()
    notes = [await wire.note_on(await wire.paste(channel, text)) for channel, text in posts]
    await wire.stored(lambda db: db.execute("SELECT count(*) FROM notes").fetchone()[0] == len(posts))
    return notes


async def choose(wire: Wire, **chosen: str) -> None:
    """Set the server's own settings, in place of what it had, while no bot runs."""
    if not wire.database.exists():
        await put_store(wire.database)
    row = f"({wire.guild.id}, '{json.dumps(chosen)}')"
    change(wire, f"INSERT OR REPLACE INTO guilds (guild_id, chosen) VALUES {row}")


def words(language: str) -> Wording:
    return standard().wording(language)


def edits(wire: Wire) -> int:
    return sum(call.method == "PATCH" and call.status == 200 for call in wire.loopback.calls)


async def test_every_note_with_a_withdrawn_number_is_edited_also_after_its_case_expired(
    wire: Wire,
) -> None:
    thread = wire.loopback.world.channel(wire.guild, "day one", Kind.THREAD, wire.general)
    first, second, asleep = await noted(wire, wire.general, wire.recovery, thread)
    thread.archived_at = wire.loopback.world.clock.stamp()
    change(wire, "DELETE FROM cases")
    await withdraw(wire, "resource", CRISIS_LINE)

    tried = await correct(wire, "--dry-run")
    assert "988" in text_of(first)
    ended = await correct(wire)

    assert tried == Ended(0, f"3 notes in 1 servers would be edited:\n  3 showing {CRISIS_LINE}\n")
    assert ended.status == 0
    assert ended.said.endswith("3 of 3 notes corrected, 0 gone, 0 refused, 0 left for another run.\n")
    for note in (first, second, asleep):
        assert "988" not in text_of(note)
        assert "SAMHSA" in text_of(note)
        assert buttons_of(note) == ["Help in another country", "Why this note?", "This note is a mistake"]
        assert note["flags"] & 1 << 2, "its links unfurl nothing"
    assert CRISIS_LINE not in {each for shown in rows(wire).values() for each in shown}
    assert len(wire.gateway.identified) == 1, "it opens no session of its own"


async def test_a_second_run_edits_nothing(wire: Wire) -> None:
    await noted(wire, wire.general)
    await withdraw(wire, "resource", CRISIS_LINE)
    await correct(wire)
    before = edits(wire)

    again = await correct(wire)

    assert again == Ended(0, "No note shows what was withdrawn.\n")
    assert edits(wire) == before


async def test_a_note_of_a_withdrawn_topic_keeps_its_place_its_buttons_and_the_help_lines(wire: Wire) -> None:
    (note,) = await noted(wire, wire.general)
    await withdraw(wire, "resource", CRISIS_LINE)
    await withdraw(wire, "topic", "kratom")

    ended = await correct(wire)
    again = await correct(wire)

    assert (ended.status, again.said) == (0, "No note shows what was withdrawn.\n")
    assert text_of(note).startswith(TAKEN_BACK)
    assert "kratom" not in text_of(note)
    assert "SAMHSA" in text_of(note)
    assert "988" not in text_of(note)
    assert len(buttons_of(note)) == 3


async def test_a_short_note_stays_short_and_one_in_a_crisis_urgent_in_the_language_of_today(
    wire: Wire,
) -> None:
    await choose(wire, language="fr", note_length="short")
    posts = [(wire.general, PITCH), (wire.recovery, f"{PITCH} My friend overdosed on it.")]
    short, urgent = await noted_below(wire, posts)
    assert text_of(short).startswith(f"{words('fr').topics['kratom'].note.short.text} ")
    await wire.stop()
    await choose(wire, language="de")
    for each in (CRISIS_LINE, "us-samhsa-helpline"):
        await withdraw(wire, "resource", each)

    ended = await correct(wire)

    assert ended.status == 0
    kratom = words("de").topics["kratom"].note
    assert text_of(short).startswith(f"{kratom.short.text} ")
    assert "\n" not in text_of(short)
    first, *_ = text_of(urgent).splitlines()
    assert "**911**" in first
    assert kratom.fact.text in text_of(urgent)
    assert not any(number in text_of(note) for note in (short, urgent) for number in ("988", "662-4357"))


async def test_what_is_gone_or_out_of_reach_is_counted_and_does_not_stop_the_rest(wire: Wire) -> None:
    closed, left, lost = (wire.loopback.world.channel(wire.guild, name) for name in ("a", "b", "c"))
    notes = await noted(wire, wire.general, closed, left, lost)
    await wire.stop()
    closed.denied = May.VIEW
    wire.loopback.world.remove(left)
    lost.messages.clear()
    await withdraw(wire, "resource", CRISIS_LINE)

    ended = await correct(wire)

    assert ended.status == 1
    assert "1 of 4 notes corrected, 2 gone, 1 refused, 0 left for another run." in ended.said
    link = f"https://discord.com/channels/{wire.guild.id}/{closed.id}/{notes[1]['id']}"
    assert ended.said.endswith(f"  refused (Missing Access): {link}\n")
    assert rows(wire).keys() == {notes[0]["id"], notes[1]["id"]}

    closed.denied = MEMBER & ~MEMBER
    again = await correct(wire)

    assert again.status == 0
    assert "988" not in text_of(notes[1])


async def test_what_discord_holds_up_is_tried_again_and_then_left_for_another_run(wire: Wire) -> None:
    one, other = await noted(wire, wire.general, wire.recovery)
    await withdraw(wire, "resource", CRISIS_LINE)
    wire.faults.fail("PATCH", MESSAGES.format(channel=wire.general.id), 503)
    wire.faults.fail("PATCH", MESSAGES.format(channel=wire.recovery.id), 503, times=2)

    ended = await correct(wire)

    assert ended.status == 1
    assert "1 of 2 notes corrected, 0 gone, 0 refused, 1 left for another run." in ended.said
    assert ("988" in text_of(one), "988" in text_of(other)) == (False, True)
    assert (await correct(wire)).status == 0
    assert "988" not in text_of(other)


async def test_stopped_in_the_middle_it_loses_nothing(wire: Wire) -> None:
    one, other = await noted(wire, wire.general, wire.recovery)
    await withdraw(wire, "resource", CRISIS_LINE)
    held = wire.faults.hold("PATCH", MESSAGES.format(channel=wire.recovery.id), after=True)
    child = await begin(wire, "-m", LAUNCH)
    await wire.until(lambda: held.reached and "988" not in text_of(one), within=40)
    await wire.stored(lambda _: CRISIS_LINE not in rows(wire)[one["id"]])

    child.send_signal(signal.SIGINT)
    stopped = await end(child)
    held.release()
    again = await correct(wire)

    assert stopped.status == 130
    assert "1 of 2 notes corrected" in stopped.said
    assert stopped.said.endswith("Stopped: run it again to go on, nothing is lost.\n")
    assert "1 of 1 notes corrected" in again.said
    assert "988" not in text_of(other)


async def test_a_fresh_withdrawal_asks_for_a_second_run(wire: Wire) -> None:
    await noted(wire, wire.general)
    await withdraw(wire, "all")
    change(wire, "UPDATE withdrawals SET at = '2999-01-01 00:00:00'")

    ended = await correct(wire)

    assert ended.status == 0
    assert ended.said.endswith("A withdrawal is less than a minute old: run this once more in a minute.\n")


@pytest.mark.parametrize("token", ["", "a-wrong-token"])
async def test_without_the_bots_token_it_says_so_and_edits_nothing(wire: Wire, token: str) -> None:
    await noted(wire, wire.general)
    await withdraw(wire, "resource", CRISIS_LINE)

    ended = await correct(wire, SIGNPOST_TOKEN=token)

    assert ended.status == 1
    assert ended.said.count("\n") == 1
    assert "set SIGNPOST_TOKEN" in ended.said
    assert "a-wrong-token" not in ended.said
    assert edits(wire) == 0
