"""What people do on the loopback is told to the bot as Discord tells it; beside test_loopback.py."""

import pytest

from .cdn import Served
from .client import RawClient, RawSocket
from .loopback import Loopback
from .state import Channel, Kind, Member


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
