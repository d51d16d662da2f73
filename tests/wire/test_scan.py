"""A scan of old posts in the real process: killed, stopped, rationed, and always behind live posts."""

from signal import SIGKILL

import pytest

from .interactions import Interaction
from .process import Wire
from .state import MANAGER, Channel, Json, May
from .texts import CHAT, PITCH

POSTS = 350
EVERY = 25
HISTORY = r"/api/v10/channels/{}/messages"


class Old:
    """A community whose #general holds old posts, among them pitches, and whose manager chose a mod log."""

    def __init__(self, wire: Wire) -> None:
        world = wire.loopback.world
        self.wire = wire
        self.log = world.channel(wire.guild, "mod-log")
        self.manager = world.member(wire.guild, "manager", MANAGER)
        texts = [CHAT if number % EVERY else PITCH for number in range(POSTS)]
        posts = [world.message(wire.general, wire.member, text) for text in texts]
        self.pitches = [int(post["id"]) for post in posts if post["content"] == PITCH]

    async def begin(self, channel: Channel | None = None, since: str = "2024-01-01") -> None:
        """Choose the mod log, ask for a scan and start it."""
        await self.choose_log()
        asked = await self.propose(channel, since)
        start = await self.start(asked, 1)
        await self.wire.until(lambda: start.original and "Started." in start.original["content"])

    async def choose_log(self) -> None:
        """Choose the mod log, as the manager."""
        people, general = self.wire.people, self.wire.general
        await self.wire.until(lambda: self.wire.loopback.rest.commands)
        chosen = await people.command(general, self.manager, "signpost log", channel=self.log)
        await self.wire.until(lambda: chosen.original and "The mod log is" in chosen.original["content"])

    async def propose(self, channel: Channel | None = None, since: str = "2024-01-01") -> Json:
        """Ask for a scan; return the proposal."""
        general = self.wire.general
        asked = await self.wire.people.command(
            general, self.manager, "signpost scan", channel=channel or general, since=since
        )
        await self.wire.until(lambda: asked.original and asked.original["components"])
        assert asked.original is not None
        return asked.original

    async def start(self, proposal: Json, number: int) -> Interaction:
        """Press Start, without waiting for what comes of it. number: the scan's."""
        pressed = f"scan:{number}:start"
        return await self.wire.people.press(self.wire.general, self.manager, proposal, pressed)

    async def until_read(self, posts: int) -> None:
        """Wait until the scan has stored that it read so many posts."""
        await self.wire.stored(lambda _: self.read >= posts, within=30)

    async def until_done(self) -> None:
        """Wait until the report says so."""
        told = self.log.messages.values()
        await self.wire.until(lambda: any("**Done.**" in one["content"] for one in told), within=30)

    @property
    def read(self) -> int:
        return self.wire.read(
            lambda connection: connection.execute("SELECT posts_read FROM scans").fetchone()[0]
        )

    @property
    def state(self) -> str:
        return self.wire.read(lambda connection: connection.execute("SELECT state FROM scans").fetchone()[0])

    @property
    def cases(self) -> list[int]:
        """The posts that have a case, oldest first."""
        return self.wire.read(
            lambda connection: [
                row[0] for row in connection.execute("SELECT message_id FROM cases ORDER BY message_id")
            ]
        )

    @property
    def report(self) -> Json:
        (report,) = [one for one in self.log.messages.values() if "old posts" in one["content"].casefold()]
        return report

    @property
    def entries(self) -> list[Json]:
        return [one for one in self.log.messages.values() if one["components"] and not one["content"]]


@pytest.fixture
async def old(wire: Wire) -> Old:
    made = Old(wire)
    await wire.start()
    return made


async def test_every_old_post_is_judged_and_every_pitch_has_one_entry(old: Old) -> None:
    await old.begin()
    await old.until_done()

    assert old.cases == old.pitches
    assert len(old.entries) == len(old.pitches)
    assert old.read == POSTS
    assert not old.wire.replies


async def test_start_pressed_twice_in_one_moment_starts_one_scan(old: Old) -> None:
    await old.choose_log()
    proposal = await old.propose()

    for _ in range(2):
        await old.start(proposal, 1)
    await old.until_done()

    assert old.cases == old.pitches
    assert len(old.entries) == len(old.pitches)


async def test_of_two_scans_started_in_one_moment_one_runs(old: Old) -> None:
    await old.choose_log()
    proposals = [await old.propose(), await old.propose()]

    pressed = [await old.start(proposal, number) for number, proposal in enumerate(proposals, 1)]
    await old.until_done()
    await old.wire.until(lambda: all(each.original for each in pressed))

    said = sorted(each.original["content"] for each in pressed if each.original)
    assert said[0].startswith("A scan is already running in this server")
    assert said[1].startswith("Started.")
    assert old.cases == old.pitches


async def test_killed_between_two_pages_it_goes_on_where_it_was(old: Old) -> None:
    await old.begin()
    await old.until_read(100)
    hold = old.wire.faults.hold("GET", HISTORY.format(old.wire.general.id))
    await old.wire.until(lambda: hold.reached)
    await old.wire.stop(SIGKILL)
    hold.release()
    read = old.read

    await old.wire.start()
    await old.until_done()

    assert read < POSTS
    assert old.read == POSTS
    assert old.cases == old.pitches
    assert len(old.entries) == len(old.pitches)


async def test_killed_while_an_entry_is_written_nothing_is_lost_or_doubled(old: Old) -> None:
    await old.begin()
    await old.until_read(100)
    hold = old.wire.faults.hold("POST", HISTORY.format(old.log.id), after=True)
    await old.wire.until(lambda: hold.reached)
    await old.wire.stop(SIGKILL)
    hold.release()

    await old.wire.start()
    await old.until_done()

    assert old.cases == old.pitches
    assert len(old.entries) == len(old.pitches)


async def test_stopped_in_the_middle_it_closes_cleanly_and_goes_on(old: Old) -> None:
    await old.begin()
    await old.until_read(100)

    assert await old.wire.stop() == 0
    assert "Traceback" not in old.wire.output
    assert old.state == "running"
    await old.wire.start()
    await old.until_done()

    assert old.cases == old.pitches
    assert old.read == POSTS


@pytest.mark.parametrize("status", [429, 503])
async def test_what_discord_cannot_answer_is_asked_again(old: Old, status: int) -> None:
    await old.begin()
    await old.until_read(100)
    fault = old.wire.faults.fail("GET", HISTORY.format(old.wire.general.id), status)
    await old.until_done()

    assert fault.reached == 1
    assert old.cases == old.pitches


async def test_a_live_pitch_has_its_note_before_the_scan_ends(old: Old) -> None:
    await old.begin()
    await old.until_read(100)

    await old.wire.note_on(await old.wire.paste(old.wire.recovery, PITCH))

    assert old.state == "running"
    await old.until_done()


async def test_it_waits_while_a_live_note_is_on_its_way(old: Old) -> None:
    wire, pages = old.wire, HISTORY.format(old.wire.general.id)
    await old.begin()
    await old.until_read(100)
    page = wire.faults.hold("GET", pages)
    await wire.until(lambda: page.reached)
    note = wire.faults.hold("POST", HISTORY.format(wire.recovery.id))
    first = await wire.paste(wire.recovery, PITCH)
    await wire.until(lambda: note.reached)
    answered = len(wire.loopback.calls)

    page.release()  # its first post is a pitch
    await wire.until(lambda: any(call.path == pages for call in wire.loopback.calls[answered:]))
    second = await wire.paste(old.log, PITCH)
    await wire.note_on(second)

    live = [int(first["id"]), int(second["id"])]
    assert [case for case in old.cases if case not in live] == old.pitches[: 100 // EVERY]
    note.release()
    await old.until_done()
    assert old.cases == [*old.pitches, *live]


async def test_from_discords_first_day_on_everything_is_read(old: Old) -> None:
    await old.begin(since="2015-01-01")
    await old.until_done()

    assert old.read == POSTS


async def test_without_the_history_an_empty_page_is_not_taken_for_the_end(old: Old) -> None:
    wire, general = old.wire, old.wire.general
    await old.begin()
    await old.until_read(100)
    page = wire.faults.hold("GET", HISTORY.format(general.id))
    await wire.until(lambda: page.reached)
    general.denied = May.HISTORY
    page.release()
    await wire.gateway.dispatch("CHANNEL_UPDATE", general.payload(), guild=general.guild.id)

    await old.until_done()

    assert old.read < POSTS
    lacks = f"Not read to the end, I lack Read Message History: <#{general.id}>"
    assert lacks in old.report["content"]


async def test_archived_threads_are_found(old: Old) -> None:
    wire = old.wire
    thread = await wire.people.thread(wire.recovery, wire.member, "long ago")
    post = wire.loopback.world.message(thread, wire.member, PITCH)
    thread.archived_at = "2025-01-01T00:00:00+00:00"

    await old.begin(wire.recovery)
    await old.until_done()

    assert old.cases == [int(post["id"])]
