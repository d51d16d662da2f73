"""What Discord refuses in threads, in posts and of replies; beside test_refusals.py."""

import pytest

from .client import RawClient
from .loopback import Loopback
from .people import People
from .state import Channel, Kind, May, Member


@pytest.fixture
def people(loopback: Loopback) -> People:
    return loopback.people


@pytest.fixture
async def thread(people: People, channel: Channel, member: Member) -> Channel:
    return await people.thread(channel, member, "a thread")


@pytest.mark.parametrize("archived", [False, True])
async def test_a_locked_thread_refuses_those_who_do_not_manage_threads(
    client: RawClient, people: People, thread: Channel, archived: bool
) -> None:
    await people.shut(thread, locked=True, archived=archived)
    reply = await client.say(thread, content="hi")
    assert (reply.status, reply.code) == (400, 50083)
    assert not thread.messages

    thread.guild.me.may |= May.MANAGE_THREADS
    assert (await client.say(thread, content="hi")).status == 200
    assert thread.archived_at is None


async def test_nothing_is_edited_in_an_archived_thread(
    client: RawClient, people: People, thread: Channel
) -> None:
    made = await client.say(thread, content="hi")
    await people.shut(thread)
    path = f"/channels/{thread.id}/messages/{made.json['id']}"
    reply = await client.call("PATCH", path, {"content": "changed"})
    assert (reply.status, reply.code) == (400, 50083)
    assert thread.messages[int(made.json["id"])]["content"] == "hi"


async def test_nobody_uninvited_writes_in_a_private_thread(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    hidden = await people.thread(channel, member, "us two", invited=set())
    reply = await client.say(hidden, content="hi")
    assert (reply.status, reply.code) == (403, 50001)

    hidden.invited.add(channel.guild.me.id)
    assert (await client.say(hidden, content="hi")).status == 200


async def test_nobody_writes_into_a_media_channel_itself(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    media = loopback.world.channel(channel.guild, "pictures", Kind.MEDIA)
    assert (await client.say(media, content="hi")).code == 50008


async def test_nobody_replies_to_discords_own_messages(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    pinned = await people.post(channel, member, type=6)
    reply = await client.say(channel, content="hi", message_reference={"message_id": pinned["id"]})
    assert reply.reason("message_reference") == "REPLIES_CANNOT_REFERENCE_SYSTEM_MESSAGE"


async def test_opening_a_thread_takes_no_more_than_writing_and_closing_it_more(
    client: RawClient, people: People, thread: Channel
) -> None:
    await people.shut(thread)
    path = f"/channels/{thread.id}"
    assert (await client.call("PATCH", path, {"archived": False})).status == 200
    assert thread.archived_at is None
    assert (await client.call("PATCH", path, {"archived": True})).code == 50013

    await people.shut(thread, locked=True)
    assert (await client.call("PATCH", path, {"archived": False})).code == 50013
    assert thread.archived_at is not None
