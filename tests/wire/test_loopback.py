"""The loopback's own workings: sessions, resuming, compression, history, files and switched-on faults."""

import asyncio

import aiohttp
import pytest

from .cdn import Served
from .client import RawClient, RawSocket
from .gateway import CONTENT, MESSAGES, Op, Refuse
from .loopback import ELSEWHERE, Loopback
from .state import Channel, Kind, Member

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
        thread.archived, thread.archived_at = True, f"2025-01-0{number + 1}T00:00:00+00:00"
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


# What people do


@pytest.fixture
async def socket(client: RawClient, channel: Channel, member: Member) -> RawSocket:
    """Give a session of a server with a channel and a member in it."""
    return await client.identify()


async def test_an_edit_is_told_with_the_whole_message(
    loopback: Loopback, socket: RawSocket, channel: Channel, member: Member
) -> None:
    post = await loopback.people.post(channel, member, "hello")
    created = await socket.event("MESSAGE_CREATE")
    await loopback.people.edit(channel, post, "hello again")
    updated = await socket.event("MESSAGE_UPDATE")
    assert updated.keys() == created.keys()
    assert (updated["content"], bool(updated["edited_timestamp"])) == ("hello again", True)


@pytest.mark.parametrize("partial", [False, True])
async def test_a_preview_is_told_whole_or_in_part_and_is_no_edit(
    loopback: Loopback, socket: RawSocket, channel: Channel, member: Member, partial: bool
) -> None:
    post = await loopback.people.post(channel, member, "https://leaf.example")
    created = await socket.event("MESSAGE_CREATE")
    await loopback.people.preview(channel, post, {"title": "A leaf"}, partial=partial)
    updated = await socket.event("MESSAGE_UPDATE")
    part = {"id", "channel_id", "guild_id", "embeds"}
    assert updated.keys() == (part if partial else created.keys())
    assert updated["embeds"] == [{"title": "A leaf"}]
    assert not updated.get("edited_timestamp")


async def test_deletions_are_told_one_by_one_or_together(
    loopback: Loopback, socket: RawSocket, channel: Channel, member: Member
) -> None:
    posts = [await loopback.people.post(channel, member, str(number)) for number in range(3)]
    for _ in posts:
        await socket.event("MESSAGE_CREATE")
    await loopback.people.delete(channel, posts[0])
    await loopback.people.clear(channel, *posts[1:])
    assert (await socket.event("MESSAGE_DELETE"))["id"] == posts[0]["id"]
    assert (await socket.event("MESSAGE_DELETE_BULK"))["ids"] == [post["id"] for post in posts[1:]]
    assert not channel.messages


async def test_deleting_a_channel_takes_its_threads_along(
    loopback: Loopback, client: RawClient, socket: RawSocket, channel: Channel, member: Member
) -> None:
    first, second = [await loopback.people.thread(channel, member, name) for name in ("one", "two")]
    for _ in range(2):
        await socket.event("THREAD_CREATE")
    await loopback.people.close(first)
    await loopback.people.close(channel)
    assert (await socket.event("THREAD_DELETE"))["id"] == str(first.id)
    assert (await socket.event("CHANNEL_DELETE"))["id"] == str(channel.id)
    for gone in (first, second, channel):
        assert (await client.say(gone, content="hi")).code == 10003


async def test_a_forward_shows_what_was_said_and_not_by_whom(
    loopback: Loopback, socket: RawSocket, channel: Channel, member: Member
) -> None:
    origin = await loopback.people.attach(channel, member, Served(b"words"), content="hello")
    await socket.event("MESSAGE_CREATE")
    await loopback.people.forward(channel, member, origin)
    heard = await socket.event("MESSAGE_CREATE")
    (snapshot,) = heard["message_snapshots"]
    assert heard["content"] == ""
    assert heard["flags"] & 1 << 14
    assert heard["message_reference"]["type"] == 1
    assert snapshot["message"]["content"] == "hello"
    assert snapshot["message"]["attachments"] == origin["attachments"]
    assert "author" not in snapshot["message"]


async def test_a_webhook_writes_under_its_own_id(
    loopback: Loopback, socket: RawSocket, channel: Channel
) -> None:
    await loopback.people.webhook(channel, "River", "hello", application=17)
    heard = await socket.event("MESSAGE_CREATE")
    assert heard["webhook_id"] == heard["author"]["id"]
    assert (heard["author"]["username"], heard["application_id"]) == ("River", "17")
    assert "member" not in heard


async def test_a_poll_has_a_question_and_answers(
    loopback: Loopback, socket: RawSocket, channel: Channel, member: Member
) -> None:
    await loopback.people.poll(channel, member, "Tea?", "Yes", "No")
    heard = (await socket.event("MESSAGE_CREATE"))["poll"]
    assert heard["question"]["text"] == "Tea?"
    assert [each["poll_media"]["text"] for each in heard["answers"]] == ["Yes", "No"]


async def test_of_a_private_thread_only_the_invited_hear(
    loopback: Loopback, client: RawClient, socket: RawSocket, channel: Channel, member: Member
) -> None:
    hidden = await loopback.people.thread(channel, member, "us two", "psst", invited=set())
    shared = await loopback.people.thread(channel, member, "us three", "hi", invited={channel.guild.me.id})
    created = await socket.event("THREAD_CREATE")
    assert (created["id"], created["type"]) == (str(shared.id), Kind.PRIVATE_THREAD)
    assert (await socket.event("MESSAGE_CREATE"))["content"] == "hi"
    assert (await client.call("GET", f"/channels/{hidden.id}")).code == 50001


async def test_writing_in_an_archived_thread_opens_it(
    loopback: Loopback, client: RawClient, socket: RawSocket, channel: Channel, member: Member
) -> None:
    thread = await loopback.people.thread(channel, member, "old")
    await socket.event("THREAD_CREATE")
    for write in (client.say(thread, content="hi"), loopback.people.post(thread, member, "hi")):
        await loopback.people.shut(thread)
        assert (await socket.event("THREAD_UPDATE"))["thread_metadata"]["archived"]
        await write
        assert not (await socket.event("THREAD_UPDATE"))["thread_metadata"]["archived"]
        await socket.event("MESSAGE_CREATE")


@pytest.mark.parametrize("kind", [Kind.FORUM, Kind.MEDIA])
async def test_posts_carry_their_tags(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member, kind: Kind
) -> None:
    parent = loopback.world.channel(channel.guild, "questions", kind)
    parent.tags = {5: "kratom", 6: "sleep"}
    socket = await client.identify()
    thread = await loopback.people.thread(parent, member, "a title", "hello", tags={6: "sleep"})
    assert (await socket.event("THREAD_CREATE"))["applied_tags"] == ["6"]
    assert (await socket.event("MESSAGE_CREATE"))["id"] == str(thread.id)
    offered = (await client.call("GET", f"/channels/{parent.id}")).json["available_tags"]
    assert [tag["name"] for tag in offered] == ["kratom", "sleep"]


@pytest.mark.parametrize("kind", [Kind.ANNOUNCEMENT, Kind.STAGE, Kind.VOICE])
async def test_other_channels_have_a_chat_too(
    loopback: Loopback, client: RawClient, channel: Channel, kind: Kind
) -> None:
    other = loopback.world.channel(channel.guild, "elsewhere", kind)
    assert (await client.call("GET", f"/channels/{other.id}")).json["type"] == kind
    assert (await client.say(other, content="hi")).status == 200
