"""The loopback's own workings: sessions, resuming, compression, history, files and switched-on faults."""

import asyncio

import aiohttp
import pytest

from .cdn import Served
from .client import RawClient
from .gateway import CONTENT, MESSAGES, Op, Refuse
from .loopback import ELSEWHERE, Loopback
from .state import Channel, Member

# The gateway


@pytest.mark.parametrize("compress", [None, "zlib-stream", "zstd-stream"])
async def test_events_arrive_in_each_compression(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member, compress: str | None
) -> None:
    socket = await client.identify(compress)
    await loopback.people.post(channel, member, "hello")
    await loopback.people.post(channel, member, "hello again")
    assert (await socket.event("MESSAGE_CREATE"))["content"] == "hello"
    assert (await socket.event("MESSAGE_CREATE"))["content"] == "hello again"
    assert loopback.gateway.connections[0].compression == compress


async def test_heartbeats_are_acknowledged(client: RawClient, channel: Channel) -> None:
    socket = await client.identify()
    await socket.send(Op.HEARTBEAT, socket.seq)
    assert (await socket.hear())["op"] == Op.ACK


async def test_resume_replays_what_was_missed(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member
) -> None:
    before = await client.identify()
    await loopback.gateway.drop()
    with pytest.raises(ConnectionError):
        await before.hear()
    await loopback.people.post(channel, member, "while away")

    after = await client.connect()
    await after.send(Op.RESUME, {"token": loopback.token, "session_id": before.session, "seq": before.seq})

    assert (await after.event("MESSAGE_CREATE"))["content"] == "while away"
    await after.event("RESUMED")


async def test_a_forgotten_session_cannot_resume(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    before = await client.identify()
    await loopback.gateway.drop(4000)
    loopback.gateway.forget()
    after = await client.connect()
    await after.send(Op.RESUME, {"token": loopback.token, "session_id": before.session, "seq": before.seq})
    answer = await after.hear()
    assert (answer["op"], answer["d"]) == (Op.INVALID_SESSION, False)


async def test_resuming_ahead_of_the_events_is_refused(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    before = await client.identify()
    await loopback.gateway.drop()
    after = await client.connect()
    await after.send(
        Op.RESUME, {"token": loopback.token, "session_id": before.session, "seq": before.seq + 9}
    )
    assert await after.closed() == 4007


async def test_a_wrong_token_closes_with_4004(client: RawClient) -> None:
    socket = await client.connect()
    await socket.identify("another")
    assert await socket.closed() == 4004


async def test_a_privileged_intent_not_granted_closes_with_4014(
    loopback: Loopback, client: RawClient
) -> None:
    loopback.gateway.granted &= ~CONTENT
    socket = await client.connect()
    await socket.identify(loopback.token)
    assert await socket.closed() == 4014


async def test_identifying_twice_closes_with_4005(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    socket = await client.identify()
    await socket.identify(loopback.token)
    assert await socket.closed() == 4005


async def test_speaking_before_identifying_closes_with_4003(client: RawClient) -> None:
    socket = await client.connect()
    await socket.send(Op.PRESENCE, {})
    assert await socket.closed() == 4003


async def test_without_the_content_intent_text_and_files_are_blank(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member
) -> None:
    socket = await client.connect()
    await socket.identify(loopback.token, MESSAGES | 1)
    await socket.event("READY")
    await socket.event("GUILD_CREATE")
    await loopback.people.attach(channel, member, Served(b"words"), content="hello")
    heard = await socket.event("MESSAGE_CREATE")
    assert (heard["content"], heard["attachments"]) == ("", [])


async def test_the_clients_close_code_is_kept(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    socket = await client.identify()
    await socket.socket.close(code=1000)
    await loopback.until(lambda: loopback.gateway.closes)
    assert loopback.gateway.closes == [1000]


@pytest.mark.parametrize("ways", [[Refuse.RESET] * 2, [Refuse.UNAVAILABLE]])
async def test_gateway_connections_can_be_turned_away(
    loopback: Loopback, client: RawClient, channel: Channel, ways: list[Refuse]
) -> None:
    # aiohttp itself tries a GET once more after a reset, so only two resets are felt.
    loopback.gateway.refuse.extend(ways)
    with pytest.raises(aiohttp.ClientError):
        await client.connect()
    assert (await client.identify()).session


# REST


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", [4, 3, 2, 1, 0]),
        ("?limit=2", [4, 3]),
        ("?limit=2&after={1}", [3, 2]),
        ("?limit=2&before={3}", [2, 1]),
        ("?limit=3&around={2}", [3, 2, 1]),
    ],
)
async def test_history_pages(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member, query: str, wanted: list[int]
) -> None:
    ids = [(await loopback.people.post(channel, member, str(number)))["id"] for number in range(5)]
    reply = await client.call("GET", f"/channels/{channel.id}/messages{query.format(*ids)}")
    assert [message["id"] for message in reply.page] == [ids[number] for number in wanted]


async def test_archived_threads_are_listed_the_last_archived_first(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member
) -> None:
    opened = [await loopback.people.thread(channel, member, f"thread {number}") for number in range(4)]
    for number, thread in enumerate(opened[:3]):
        thread.archived_at = f"2025-01-0{number + 1}T00:00:00+00:00"
    path = f"/channels/{channel.id}/threads/archived/public?limit=2"

    first = (await client.call("GET", path)).json
    last = (await client.call("GET", f"{path}&before=2025-01-02T00:00:00%2B00:00")).json

    assert [thread["name"] for thread in first["threads"]] == ["thread 2", "thread 1"]
    assert [thread["name"] for thread in last["threads"]] == ["thread 0"]
    assert (first["has_more"], last["has_more"]) == (True, False)
    active = await client.call("GET", f"/guilds/{channel.guild.id}/threads/active")
    assert [thread["name"] for thread in active.json["threads"]] == ["thread 3"]


async def test_the_bot_hears_its_own_messages_edits_and_deletions(
    client: RawClient, channel: Channel
) -> None:
    socket = await client.identify()
    made = await client.say(channel, content="one")
    path = f"/channels/{channel.id}/messages/{made.json['id']}"
    await client.call("PATCH", path, {"content": "two"})
    await client.call("DELETE", path)
    assert (await socket.event("MESSAGE_CREATE"))["content"] == "one"
    assert (await socket.event("MESSAGE_UPDATE"))["content"] == "two"
    assert (await socket.event("MESSAGE_DELETE"))["id"] == made.json["id"]


async def test_a_429_tells_how_long_and_through_whom(loopback: Loopback, client: RawClient) -> None:
    loopback.faults.fail("GET", r".*/users/@me", 429, retry_after=0.25)
    reply = await client.call("GET", "/users/@me")
    assert (reply.status, reply.json["retry_after"]) == (429, 0.25)
    assert reply.headers["Via"]
    assert (await client.call("GET", "/users/@me")).status == 200


async def test_a_route_fails_as_often_as_told(loopback: Loopback, client: RawClient) -> None:
    fault = loopback.faults.fail("GET", r".*/users/@me", 500, times=2)
    statuses = [(await client.call("GET", "/users/@me")).status for _ in range(3)]
    assert statuses == [500, 500, 200]
    assert fault.reached == 2


async def test_an_answer_can_be_held_after_the_work_is_done(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    fault = loopback.faults.hold("POST", r".*/messages", after=True)
    waiting = asyncio.create_task(client.say(channel, content="hi"))
    await loopback.until(lambda: fault.reached and channel.messages)
    assert not waiting.done()
    fault.release()
    assert (await waiting).json["content"] == "hi"


async def test_first_connections_are_reset(loopback: Loopback, client: RawClient) -> None:
    loopback.faults.connections = 2
    for _ in range(2):
        with pytest.raises((aiohttp.ClientError, ConnectionResetError)):
            await client.call("GET", "/gateway")
    assert (await client.call("GET", "/gateway")).status == 200


# Files


async def test_files_are_whole_missing_or_elsewhere(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    whole = loopback.cdn.attach(channel.id, "message.txt", Served(b"words"))
    moved = loopback.cdn.attach(
        channel.id, "message.txt", Served(b"", status=302, location=f"https://{ELSEWHERE}/message.txt")
    )
    async with client.session.get(whole["url"]) as response:
        assert (response.status, await response.read()) == (200, b"words")
    async with client.session.get(moved["url"], allow_redirects=False) as response:
        assert (response.status, response.headers["Location"]) == (302, f"https://{ELSEWHERE}/message.txt")
    async with client.session.get("https://cdn.discordapp.com/attachments/1/2/none.txt") as response:
        assert response.status == 404
    assert "content_type" not in whole


async def test_following_a_redirect_away_is_kept_as_strange(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    moved = loopback.cdn.attach(
        channel.id, "message.txt", Served(b"", status=302, location=f"https://{ELSEWHERE}/message.txt")
    )
    async with client.session.get(moved["url"]) as response:
        assert response.status == 501
    assert loopback.strange == [f"GET {ELSEWHERE}/message.txt"]


async def test_a_file_of_any_size_ends_when_the_reader_leaves(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    served = Served(b"x" * 65_536, repeat=1024)
    attachment = loopback.cdn.attach(channel.id, "message.txt", served)
    async with client.session.get(attachment["url"]) as response:
        assert len(await response.content.readexactly(100_000)) == 100_000
        response.close()
    await loopback.until(lambda: served.left)
    assert served.sent < 64 * 2**20
