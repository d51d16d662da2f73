"""The loopback refuses what Discord refuses, else the process tests were only as strict as their author."""

from collections.abc import Awaitable, Callable

import pytest

from .client import RawClient, RawSocket, Reply
from .loopback import Loopback
from .people import People
from .refusals import COMPONENTS_V2, EPHEMERAL
from .state import Channel, Json, Kind, May, Member


@pytest.fixture
def people(loopback: Loopback) -> People:
    return loopback.people


def text(content: str) -> Json:
    return {"type": 10, "content": content}


def row(*buttons: Json) -> Json:
    return {"type": 1, "components": list(buttons)}


def button(custom_id: str, label: str = "Press") -> Json:
    return {"type": 2, "style": 2, "label": label, "custom_id": custom_id}


async def test_wrong_token_is_unauthorised(client: RawClient) -> None:
    reply = await client.call("GET", "/users/@me", token="another")
    assert reply.status == 401


async def test_unknown_route_is_501_and_kept(loopback: Loopback, client: RawClient) -> None:
    reply = await client.call("POST", "/guilds/1/bans/2")
    assert reply.status == 501
    assert loopback.strange == ["POST discord.com/api/v10/guilds/1/bans/2"]


async def test_answers_are_json_without_a_charset(client: RawClient, channel: Channel) -> None:
    good = await client.call("GET", "/users/@me")
    bad = await client.call("GET", "/channels/1")
    assert {good.headers["Content-Type"], bad.headers["Content-Type"]} == {"application/json"}
    assert (bad.status, bad.code) == (404, 10003)


# Replies


async def reply_to(client: RawClient, channel: Channel, message: int | str, **more: object) -> Reply:
    return await client.say(channel, content="hi", message_reference={"message_id": str(message), **more})


async def test_reply_to_a_deleted_message(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    post = await people.post(channel, member, "hello")
    assert (await reply_to(client, channel, post["id"])).json["type"] == 19
    await people.delete(channel, post)

    reply = await reply_to(client, channel, post["id"])

    assert (reply.status, reply.code) == (400, 50035)
    assert reply.json["errors"]["message_reference"]["_errors"][0]["message"] == "Unknown message"


async def test_reply_that_need_not_exist_becomes_a_plain_message(client: RawClient, channel: Channel) -> None:
    reply = await reply_to(client, channel, 1, fail_if_not_exists=False)
    assert (reply.status, reply.json["type"]) == (200, 0)
    assert "message_reference" not in reply.json


async def test_reply_into_another_channel(
    loopback: Loopback, client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    post = await people.post(loopback.world.channel(channel.guild, "other"), member, "hello")
    reply = await reply_to(client, channel, post["id"], channel_id=post["channel_id"])
    assert reply.reason("message_reference") == "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL"


async def test_reply_without_the_right_to_read_history(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    post = await people.post(channel, member, "hello")
    channel.denied = May.HISTORY
    reply = await reply_to(client, channel, post["id"])
    assert (reply.status, reply.code) == (403, 160002)


# Permissions


async def test_missing_permission_to_send(client: RawClient, channel: Channel) -> None:
    channel.denied = May.SEND
    reply = await client.say(channel, content="hi")
    assert (reply.status, reply.code) == (403, 50013)
    assert not channel.messages


async def test_missing_permission_to_view(client: RawClient, channel: Channel) -> None:
    channel.denied = May.VIEW
    reply = await client.say(channel, content="hi")
    assert (reply.status, reply.code) == (403, 50001)


async def test_threads_need_their_own_permission(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    thread = await people.thread(channel, member, "a thread")
    channel.denied = May.SEND_IN_THREADS
    reply = await client.say(thread, content="hi")
    assert (reply.status, reply.code) == (403, 50013)
    channel.denied = May.SEND
    assert (await client.say(thread, content="hi")).status == 200


async def test_locked_thread(client: RawClient, people: People, channel: Channel, member: Member) -> None:
    thread = await people.thread(channel, member, "a thread")
    thread.locked = True
    assert (await client.say(thread, content="hi")).code == 50083


async def test_nobody_writes_into_a_forum_itself(
    loopback: Loopback, client: RawClient, channel: Channel
) -> None:
    forum = loopback.world.channel(channel.guild, "questions", Kind.FORUM)
    assert (await client.say(forum, content="hi")).code == 50008


async def test_messages_of_others(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    post = await people.post(channel, member, "hello")
    path = f"/channels/{channel.id}/messages/{post['id']}"
    edited = await client.call("PATCH", path, {"content": "changed"})
    deleted = await client.call("DELETE", path)
    assert (edited.status, edited.code) == (403, 50005)
    assert (deleted.status, deleted.code) == (403, 50013)
    assert channel.messages[int(post["id"])]["content"] == "hello"


async def test_history_is_empty_without_the_permission(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    await people.post(channel, member, "hello")
    channel.denied = May.HISTORY
    assert (await client.call("GET", f"/channels/{channel.id}/messages")).page == []


@pytest.mark.parametrize("kind", ["threads/archived/public", "users/@me/threads/archived/private"])
async def test_archived_threads_need_the_history(client: RawClient, channel: Channel, kind: str) -> None:
    assert (await client.call("GET", f"/channels/{channel.id}/{kind}")).status == 200
    channel.denied = May.HISTORY
    reply = await client.call("GET", f"/channels/{channel.id}/{kind}")
    assert (reply.status, reply.code) == (403, 50013)


async def test_archived_private_threads_need_the_right_to_manage_them(
    client: RawClient, channel: Channel
) -> None:
    reply = await client.call("GET", f"/channels/{channel.id}/threads/archived/private")
    assert (reply.status, reply.code) == (403, 50013)


@pytest.mark.parametrize("bound", ["after=-1", "before=-5", "around=today", f"after={1 << 63}"])
async def test_a_page_is_asked_for_by_ids_alone(client: RawClient, channel: Channel, bound: str) -> None:
    reply = await client.call("GET", f"/channels/{channel.id}/messages?{bound}")
    assert (reply.status, reply.reason(bound.partition("=")[0])) == (400, "NUMBER_TYPE_COERCE")


async def test_a_page_of_archived_threads_has_its_limits(client: RawClient, channel: Channel) -> None:
    reply = await client.call("GET", f"/channels/{channel.id}/threads/archived/public?limit=101")
    assert reply.reason("limit") == "NUMBER_TYPE_MAX"


# What a message may be


@pytest.mark.parametrize(
    ("payload", "field", "reason"),
    [
        ({"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
        ({"content": "x", "nonce": "n" * 26}, "nonce", "BASE_TYPE_MAX_LENGTH"),
        (
            {"flags": COMPONENTS_V2, "content": "x", "components": [text("y")]},
            "content",
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        ),
        (
            {"flags": COMPONENTS_V2, "embeds": [{"title": "x"}], "components": [text("y")]},
            "embeds",
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        ),
        ({"components": [text("y")]}, "components", "UNION_TYPE_CHOICES"),
        (
            {"flags": COMPONENTS_V2, "components": [{"type": 17, "components": [text("y")] * 40}]},
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        ),
        (
            {"flags": COMPONENTS_V2, "components": [text("y" * 2001), text("y" * 2000)]},
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
        ),
        ({"components": [row(button("c" * 101))]}, "components.custom_id", "BASE_TYPE_MAX_LENGTH"),
        ({"components": [row(button(""))]}, "components.custom_id", "BASE_TYPE_REQUIRED"),
        ({"components": [row(button("c", "l" * 81))]}, "components.label", "BASE_TYPE_MAX_LENGTH"),
        ({"components": [row(button("c"), button("c"))]}, "components", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        (
            {"components": [row(*(button(str(n)) for n in range(6)))]},
            "components.components",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
    ],
)
async def test_messages_discord_would_not_take(
    client: RawClient, channel: Channel, payload: Json, field: str, reason: str
) -> None:
    reply = await client.say(channel, **payload)
    assert (reply.status, reply.code) == (400, 50035)
    assert reply.reason(field) == reason
    assert not channel.messages


async def test_the_largest_message_discord_takes(client: RawClient, channel: Channel) -> None:
    box = {"type": 17, "components": [*[text("y" * 100)] * 37, row(button("c" * 100, "l" * 80))]}
    reply = await client.say(channel, flags=COMPONENTS_V2, components=[box], nonce="n" * 25)
    assert reply.status == 200
    assert len(reply.json["components"][0]["components"]) == 38


async def test_empty_message(client: RawClient, channel: Channel) -> None:
    assert (await client.say(channel, content="")).code == 50006


async def test_an_edit_cannot_give_text_to_components(client: RawClient, channel: Channel) -> None:
    made = await client.say(channel, flags=COMPONENTS_V2, components=[text("y")])
    reply = await client.call("PATCH", f"/channels/{channel.id}/messages/{made.json['id']}", {"content": "x"})
    assert reply.reason("content") == "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    assert channel.messages[int(made.json["id"])]["components"][0]["content"] == "y"


# Commands


async def test_a_command_hidden_from_members_cannot_be_given(
    loopback: Loopback, client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    hidden = {
        "name": "status",
        "description": "x",
        "default_member_permissions": str(int(May.MANAGE_MESSAGES)),
    }
    await client.call("PUT", f"/applications/{loopback.world.application}/commands", [hidden])
    with pytest.raises(LookupError, match="hidden"):
        await people.command(channel, member, "status")


# Interactions

Press = Callable[[], Awaitable[Json]]


@pytest.fixture
async def socket(client: RawClient, channel: Channel) -> RawSocket:
    return await client.identify()


@pytest.fixture
def press(client: RawClient, socket: RawSocket, people: People, channel: Channel, member: Member) -> Press:
    """Let a member press a button of the bot's; what comes is the interaction as the bot hears it."""

    async def pressed() -> Json:
        made = await client.say(channel, content="press this", components=[row(button("c"))])
        await socket.event("MESSAGE_CREATE")
        await people.press(channel, member, made.json, "c")
        return await socket.event("INTERACTION_CREATE")

    return pressed


def hook(interaction: Json, more: str = "") -> str:
    return f"/webhooks/{interaction['application_id']}/{interaction['token']}{more}"


async def test_a_second_answer(client: RawClient, press: Press) -> None:
    interaction = await press()
    assert (await client.answer(interaction, 4, {"content": "one", "flags": EPHEMERAL})).status == 200
    reply = await client.answer(interaction, 4, {"content": "two"})
    assert (reply.status, reply.code) == (400, 40060)


async def test_an_answer_after_three_seconds(loopback: Loopback, client: RawClient, press: Press) -> None:
    interaction = await press()
    loopback.world.clock.advance(3.5)
    reply = await client.answer(interaction, 4, {"content": "late"})
    assert (reply.status, reply.code) == (404, 10062)


async def test_an_answer_with_another_token(client: RawClient, press: Press) -> None:
    interaction = await press()
    reply = await client.answer({**interaction, "token": "made-up"}, 4, {"content": "x"})
    assert (reply.status, reply.code) == (404, 10062)


async def test_a_token_after_fifteen_minutes(loopback: Loopback, client: RawClient, press: Press) -> None:
    interaction = await press()
    await client.answer(interaction, 5)
    loopback.world.clock.advance(14 * 60)
    assert (await client.call("POST", hook(interaction), {"content": "in time"})).status == 204
    loopback.world.clock.advance(2 * 60)

    reply = await client.call("POST", hook(interaction), {"content": "too late"})

    assert (reply.status, reply.code) == (401, 50027)


async def test_a_follow_up_before_the_first_answer(client: RawClient, press: Press) -> None:
    interaction = await press()
    reply = await client.call("POST", hook(interaction), {"content": "hasty"})
    assert (reply.status, reply.code) == (404, 10015)


async def test_a_private_answer_stands_in_no_channel(
    client: RawClient, socket: RawSocket, press: Press, channel: Channel
) -> None:
    interaction = await press()
    before = len(channel.messages)
    reply = await client.answer(interaction, 4, {"content": "for you", "flags": EPHEMERAL})
    shown = await client.call("GET", hook(interaction, "/messages/@original"))
    assert reply.json["resource"]["message"]["id"] == shown.json["id"]
    assert len(channel.messages) == before


async def test_answers_are_checked_as_messages_are(client: RawClient, press: Press) -> None:
    interaction = await press()
    reply = await client.answer(interaction, 4, {"content": "x" * 2001})
    assert reply.reason("content") == "BASE_TYPE_MAX_LENGTH"
    modal = await client.answer(interaction, 9, {"title": "x" * 46, "custom_id": "m", "components": [row()]})
    assert modal.reason("data.title") == "BASE_TYPE_BAD_LENGTH"
    assert (await client.answer(interaction, 12, {})).reason("type") == "BASE_TYPE_CHOICES"


async def test_a_slash_command_has_no_message_to_update(
    loopback: Loopback, client: RawClient, socket: RawSocket, people: People, channel: Channel, member: Member
) -> None:
    path = f"/applications/{loopback.world.application}/commands"
    await client.call("PUT", path, [{"name": "status", "description": "x"}])
    await people.command(channel, member, "status")
    interaction = await socket.event("INTERACTION_CREATE")
    assert (await client.answer(interaction, 7, {"content": "x"})).reason("type") == "BASE_TYPE_CHOICES"


async def test_a_button_that_is_not_there_cannot_be_pressed(
    client: RawClient, people: People, channel: Channel, member: Member
) -> None:
    made = await client.say(channel, content="no buttons")
    with pytest.raises(LookupError, match="nothing to press"):
        await people.press(channel, member, made.json, "c")
