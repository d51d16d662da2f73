"""The loopback drops a message sent twice with one enforced nonce, as Discord does."""

from .client import RawClient, Reply
from .loopback import Loopback
from .state import Channel


async def noted(client: RawClient, channel: Channel, *, enforce: bool = True) -> Reply:
    return await client.say(channel, content="hi", nonce="12-0", enforce_nonce=enforce)


async def test_an_enforced_nonce_gives_the_same_message(client: RawClient, channel: Channel) -> None:
    first = await noted(client, channel)
    second = await noted(client, channel)
    assert first.json["id"] == second.json["id"]
    assert len(channel.messages) == 1


async def test_a_nonce_alone_drops_nothing(client: RawClient, channel: Channel) -> None:
    for enforce in (False, True, False):
        await noted(client, channel, enforce=enforce)
    assert len(channel.messages) == 3


async def test_a_nonce_is_forgotten_after_five_minutes(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    await noted(client, channel)
    loopback.world.clock.advance(301)
    await noted(client, channel)
    assert len(channel.messages) == 2


async def test_a_nonce_of_a_deleted_message_is_unknown_message(client: RawClient, channel: Channel) -> None:
    first = await noted(client, channel)
    await client.call("DELETE", f"/channels/{channel.id}/messages/{first.json['id']}")

    reply = await noted(client, channel)

    assert (reply.status, reply.code) == (404, 10008)
    assert not channel.messages
