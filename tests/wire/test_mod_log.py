"""The mod log while Discord answers late, or not at all: one entry a case, and no quotes that come back."""

from signal import SIGKILL

import pytest

from .process import Wire
from .refusals import components_of
from .state import MANAGER, Channel, Json, Member
from .test_process import states
from .test_updates import ONE_MESSAGE
from .texts import CHAT, PITCH

QUOTED = "eases opioid withdrawal"
"""Words of the pitch that an entry quotes."""


class Log:
    """A community whose manager chose a mod log. channel: where it is."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.channel: Channel = wire.loopback.world.channel(wire.guild, "mod-log")
        self.manager: Member = wire.loopback.world.member(wire.guild, "manager", MANAGER)

    async def choose(self) -> None:
        """Choose the mod log."""
        await self.wire.until(lambda: self.wire.loopback.rest.commands)
        chosen = await self.wire.people.command(
            self.wire.general, self.manager, "signpost log", channel=self.channel
        )
        await self.wire.until(lambda: chosen.original and "The mod log is" in chosen.original["content"])

    @property
    def entries(self) -> list[str]:
        """The texts of the entries, oldest first."""
        return ["\n".join(_texts(each)) for each in self.posted]

    @property
    def posted(self) -> list[Json]:
        """The messages that are entries, oldest first."""
        return [each for each in self.channel.messages.values() if _texts(each)]

    @property
    def edits(self) -> int:
        """How often an entry was edited."""
        return sum(
            call.method == "PATCH" and str(self.channel.id) in call.path for call in self.wire.loopback.calls
        )

    async def recorded(self, number: int = 1) -> None:
        """Wait until so many entries stand and are recorded."""
        entries = "SELECT count(*) FROM cases WHERE entry_id IS NOT NULL"
        await self.wire.stored(lambda connection: connection.execute(entries).fetchone()[0] == number)


def _texts(message: Json) -> list[str]:
    return [each["content"] for each in components_of(message["components"]) if each.get("content")]


@pytest.fixture
async def log(wire: Wire) -> Log:
    """Give a community with the process ready and a mod log chosen."""
    log = Log(wire)
    await wire.start()
    await log.choose()
    return log


async def test_a_ruling_while_the_post_is_deleted_brings_no_quotes_back(log: Log) -> None:
    wire = log.wire
    post = await wire.paste(wire.general, PITCH)
    await log.recorded()
    (entry,) = log.posted
    held = wire.faults.hold("GET", ONE_MESSAGE, after=True)
    await wire.people.press(log.channel, log.manager, entry, "case:1:confirm")
    await wire.until(lambda: held.reached)

    await wire.people.delete(wire.general, post)
    await wire.until(lambda: not wire.notes_on(post))
    await wire.paste(wire.recovery, PITCH)  # all of it comes after the deletion
    await log.recorded(2)
    held.release()

    await wire.until(lambda: log.edits == 2)
    assert "Confirmed" in log.entries[0]
    assert QUOTED not in log.entries[0]


async def test_an_entry_whose_answer_was_lost_is_struck_when_its_post_is_deleted(log: Log) -> None:
    wire = log.wire
    lost = wire.faults.fail("POST", rf"/api/v10/channels/{log.channel.id}/messages", 503, after=True)
    post = await wire.paste(wire.general, PITCH)
    await wire.until(lambda: lost.reached)
    await wire.note_on(post)
    assert QUOTED in log.entries[0]

    await wire.people.delete(wire.general, post)

    await wire.until(lambda: log.entries and QUOTED not in log.entries[0])
    assert len(log.entries) == 1


async def test_killed_before_its_entry_was_recorded_it_finds_it_under_days_of_talk(log: Log) -> None:
    wire = log.wire
    sent = wire.faults.hold("POST", rf"/api/v10/channels/{log.channel.id}/messages", after=True)
    post = await wire.paste(wire.general, PITCH)
    await wire.until(lambda: sent.reached)
    await wire.stop(SIGKILL)
    for _ in range(250):
        wire.loopback.world.message(log.channel, log.manager, CHAT)
    wire.loopback.world.clock.advance(600)  # Discord forgets the nonce

    await wire.start()
    await log.recorded()

    assert len(log.entries) == 1
    await wire.people.delete(wire.general, post)
    await wire.until(lambda: QUOTED not in log.entries[0])


@pytest.mark.parametrize("channel_too", [False, True], ids=["alone", "with its channel"])
async def test_a_post_deleted_while_its_note_appears_leaves_nothing(log: Log, channel_too: bool) -> None:
    wire = log.wire
    sent = wire.faults.hold("POST", rf"/api/v10/channels/{wire.general.id}/messages", after=True)
    post = await wire.paste(wire.general, PITCH)
    await wire.until(lambda: sent.reached)

    if channel_too:
        await wire.people.close(wire.general)
    else:
        await wire.people.delete(wire.general, post)
    await wire.note_on(await wire.paste(wire.recovery, PITCH))  # all of it comes after the deletion
    sent.release()

    await wire.until(lambda: any("The post was deleted" in each for each in log.entries))
    assert not any(QUOTED in each and str(wire.general.id) in each for each in log.entries)
    assert not wire.notes_on(post)
    await wire.stored(lambda _: states(wire) == ["deleted", "noted"])
