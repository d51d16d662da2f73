"""The real process over sockets: logging in, losing its connection, being stopped and killed."""

from signal import SIGINT, SIGKILL, SIGTERM, Signals

import pytest

from .gateway import CONTENT, MESSAGES, Refuse
from .process import Wire
from .texts import PITCH

POST_MESSAGE = r"/api/v10/channels/\d+/messages"


def states(wire: Wire) -> list[str]:
    """Read the states of all cases from the child's database, oldest first."""
    return wire.read(
        lambda connection: [row[0] for row in connection.execute("SELECT state FROM cases ORDER BY id")]
    )


def database_files(wire: Wire) -> list[str]:
    """List what lies in the database's place; a write-ahead log beside it means that it was not closed."""
    return sorted(path.name for path in wire.folder.glob("signpost.db*"))


# Logging in


async def test_it_logs_in_with_the_intents_it_needs_and_no_other(process: Wire) -> None:
    (identify,) = process.gateway.identified
    assert identify["intents"] == 1 | MESSAGES | CONTENT
    asked = [call.status for call in process.loopback.calls if call.path.endswith("/gateway/bot")]
    assert asked == [200]


async def test_a_refused_token_is_one_line(wire: Wire) -> None:
    await wire.launch(SIGNPOST_TOKEN="a-wrong-token")
    assert await wire.ended(within=10) == 1
    assert wire.output.count("\n") == 1
    assert "refused the token" in wire.output
    assert "a-wrong-token" not in wire.output


async def test_a_missing_token_is_one_line(wire: Wire) -> None:
    await wire.launch(SIGNPOST_TOKEN="")
    assert await wire.ended(within=10) == 1
    assert wire.output.count("\n") == 1
    assert "SIGNPOST_TOKEN" in wire.output
    assert not wire.loopback.connections


async def test_a_refused_intent_is_one_line(wire: Wire) -> None:
    wire.gateway.granted &= ~CONTENT
    await wire.launch()
    assert await wire.ended(within=10) == 1
    assert wire.output.count("\n") == 1
    assert "Message Content" in wire.output
    assert wire.loopback.token not in wire.output


async def test_a_database_that_cannot_be_opened_is_one_line(wire: Wire) -> None:
    await wire.launch(SIGNPOST_DATABASE_URL="sqlite+aiosqlite:////nowhere/signpost.db")
    assert await wire.ended(within=10) == 1
    assert wire.output.count("\n") == 1
    assert "no folder /nowhere" in wire.output


async def test_a_first_connection_refused_is_tried_again(wire: Wire) -> None:
    wire.faults.connections = 1
    await wire.start()
    assert wire.faults.connections == 0
    assert await wire.note_on(await wire.paste(wire.general, PITCH))


async def test_a_first_gateway_connection_refused_is_tried_again(wire: Wire) -> None:
    # Two, because aiohttp tries the first again by itself. discord.py then waits 5 s, and 5 s more before
    # it identifies.
    wire.gateway.refuse.extend([Refuse.RESET, Refuse.RESET])
    await wire.launch()
    await wire.until(lambda: wire.gateway.ready, within=20)
    assert not wire.gateway.refuse
    assert await wire.note_on(await wire.paste(wire.general, PITCH))


# Connections lost


async def test_a_lost_connection_is_resumed_and_the_missed_post_answered_once(process: Wire) -> None:
    await process.gateway.drop()
    missed = await process.paste(process.general, PITCH)
    await process.note_on(missed)
    later = await process.paste(process.general, PITCH)
    await process.note_on(later)
    assert len(process.gateway.resumed) == 1
    assert len(process.gateway.identified) == 1
    assert [len(process.notes_on(post)) for post in (missed, later)] == [1, 1]


async def test_a_restart_of_discords_is_resumed(process: Wire) -> None:
    await process.gateway.ask_reconnect()
    await process.until(lambda: process.gateway.resumed)
    assert await process.note_on(await process.paste(process.general, PITCH))
    assert len(process.gateway.identified) == 1


async def test_connections_that_discord_closes_are_resumed(process: Wire) -> None:
    for number, code in enumerate((1000, 1001, 4000, 4009), 1):
        await process.gateway.drop(code)
        await process.until(lambda number=number: len(process.gateway.resumed) == number)
        assert await process.note_on(await process.paste(process.general, PITCH))
    assert len(process.gateway.identified) == 1


async def test_an_event_that_cannot_be_read_ends_nothing(process: Wire) -> None:
    await process.gateway.dispatch("MESSAGE_CREATE", {"id": "5"}, guild=process.guild.id)
    await process.until(lambda: len(process.gateway.identified) == 2)
    assert await process.note_on(await process.paste(process.general, PITCH))
    assert "Traceback" not in process.output


# Stopping


@pytest.mark.parametrize("how", [SIGTERM, SIGINT])
async def test_stopping_closes_gateway_and_database_within_five_seconds(process: Wire, how: Signals) -> None:
    assert await process.stop(how) == 0
    await process.loopback.until(lambda: process.gateway.closes)
    assert process.gateway.closes == [1000]
    assert "Traceback" not in process.output
    assert database_files(process) == ["signpost.db"]


async def test_stopping_right_after_a_note_stores_it_and_closes_cleanly(process: Wire) -> None:
    await process.note_on(await process.paste(process.general, PITCH))
    assert await process.stop() == 0
    assert "Traceback" not in process.output
    assert database_files(process) == ["signpost.db"]
    assert states(process) == ["noted"]


async def test_stopping_while_discord_keeps_a_note_waiting(process: Wire) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE)
    await process.paste(process.general, PITCH)
    await process.until(lambda: hold.reached)
    assert await process.stop() == 0
    assert "Traceback" not in process.output
    assert database_files(process) == ["signpost.db"]
    assert states(process) == ["sending"]


async def test_stopping_while_discord_cannot_be_reached(wire: Wire) -> None:
    wire.faults.connections = 1000
    await wire.launch()
    await wire.until(lambda: wire.loopback.connections >= 2)
    assert await wire.stop() == 0


async def test_stopping_while_logging_in(wire: Wire) -> None:
    hold = wire.faults.hold("GET", r".*/users/@me")
    await wire.launch()
    await wire.until(lambda: hold.reached)
    assert await wire.stop() == 0
    assert "Traceback" not in wire.output


async def test_killed_between_the_note_and_its_answer_it_finds_the_note_again(process: Wire) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE, after=True)
    post = await process.paste(process.general, PITCH)
    await process.until(lambda: hold.reached and process.notes_on(post))
    await process.stop(SIGKILL)
    hold.release()
    assert states(process) == ["sending"]
    # Longer than Discord remembers a nonce: only reading the channel can tell.
    process.loopback.world.clock.advance(600)

    await process.start()
    await process.stored(lambda _: states(process) == ["noted"], within=10)

    assert len(process.notes_on(post)) == 1


async def test_killed_before_the_note_left_it_sends_it_after_the_restart(process: Wire) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE)
    post = await process.paste(process.general, PITCH)
    await process.until(lambda: hold.reached)
    await process.stop(SIGKILL)

    await process.start()
    await process.stored(lambda _: states(process) == ["noted"], within=10)

    assert len(process.notes_on(post)) == 1
