"""The loopback refuses the panels, menus and forms that Discord refuses, and answers of the wrong kind."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from .cdn import Served
from .client import RawClient, RawSocket, Reply
from .interactions import Asked
from .loopback import Loopback
from .refusals import COMPONENTS_V2
from .state import Channel, Json, Member

TEXT: Json = {"type": 10, "content": "words"}
BUTTON: Json = {"type": 2, "style": 2, "label": "Press", "custom_id": "b"}

CHANNELS: Json = {"type": 8, "custom_id": "c", "default_values": [TEXT, TEXT]}
TWO_CHOSEN: Json = {"type": 1, "components": [CHANNELS]}
"""A menu in which one channel may be chosen, and two are."""


def menu(*options: Json, **more: object) -> Json:
    return {"type": 1, "components": [{"type": 3, "custom_id": "m", "options": list(options), **more}]}


def option(value: str = "v", **more: object) -> Json:
    return {"label": "one", "value": value, **more}


def gallery(*items: Json) -> Json:
    return {"type": 12, "items": list(items)}


def picture(description: str = "") -> Json:
    return {"media": {"url": "https://example.org/a.png"}, "description": description}


async def show(client: RawClient, channel: Channel, component: Json) -> Reply:
    return await client.say(channel, flags=COMPONENTS_V2, components=[component])


@pytest.mark.parametrize(
    "component",
    [
        TEXT,
        menu(option()),
        menu(*[option(str(number)) for number in range(25)], placeholder="x" * 150),
        gallery(picture("x" * 1024)),
        {"type": 9, "components": [TEXT], "accessory": BUTTON},
    ],
)
async def test_what_discord_takes(client: RawClient, channel: Channel, component: Json) -> None:
    assert (await show(client, channel, component)).status == 200


@pytest.mark.parametrize(
    ("component", "field"),
    [
        ({"type": 10, "content": ""}, "content"),
        ({"type": 1, "components": [BUTTON | {"label": ""}]}, "label"),
        (menu(), "options"),
        (menu(option(), option()), "options"),
        (menu(option(label="")), "options.label"),
        (menu(option(label="x" * 101)), "label"),
        (menu(option("x" * 101)), "value"),
        (menu(option(description="x" * 101)), "description"),
        (menu(option("a", default=True), option("b", default=True)), "options"),
        (menu(option(), placeholder="x" * 151), "placeholder"),
        (TWO_CHOSEN, "default_values"),
        ({"type": 9, "components": [TEXT]}, "accessory"),
        ({"type": 9, "components": [TEXT] * 4, "accessory": BUTTON}, "components"),
        (gallery(), "items"),
        (gallery(*[picture()] * 11), "items"),
        (gallery(picture("x" * 1025)), "description"),
    ],
)
async def test_what_discord_refuses(client: RawClient, channel: Channel, component: Json, field: str) -> None:
    reply = await show(client, channel, component)
    assert reply.code == 50035
    assert reply.reason(f"components.{field}")
    assert not channel.messages


Ask = Callable[..., Awaitable[Json]]


@pytest.fixture
async def asked(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member
) -> Callable[[Asked], Awaitable[Json]]:
    """Let a member ask something of the bot; what comes is the interaction as the bot hears it."""
    socket: RawSocket = await client.identify()

    async def ask(kind: Asked) -> Json:
        await loopback.interactions.make(kind, channel, member, {"custom_id": uuid4().hex})
        return await socket.event("INTERACTION_CREATE")

    return ask


def form(label: Json) -> Json:
    return {"title": "A form", "custom_id": "f", "components": [label]}


def line(**more: object) -> Json:
    return {"type": 4, "custom_id": "l", "style": 1, **more}


def labelled(component: Json, **more: object) -> Json:
    return {"type": 18, "label": "Your line", "component": component, **more}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        (labelled(line(), label="x" * 46), "label"),
        (labelled(line(), label=""), "label"),
        (labelled(line(), description="x" * 101), "description"),
        (labelled(line(placeholder="x" * 101)), "placeholder"),
        (labelled(line(value="x" * 4001)), "value"),
        (labelled(line(custom_id="")), "custom_id"),
    ],
)
async def test_a_form_discord_would_not_show(client: RawClient, asked: Ask, label: Json, field: str) -> None:
    reply = await client.answer(await asked(Asked.COMMAND), 9, form(label))
    assert reply.reason(f"components.{field}")


async def test_a_form_answers_a_command_and_no_form(client: RawClient, asked: Ask) -> None:
    shown = form(labelled(line()))
    assert (await client.answer(await asked(Asked.COMMAND), 9, shown)).status == 200
    assert (await client.answer(await asked(Asked.MODAL), 9, shown)).reason("type") == "BASE_TYPE_CHOICES"


async def test_choices_answer_what_is_typed_and_nothing_else(client: RawClient, asked: Ask) -> None:
    one: Json = {"choices": [{"name": "one", "value": "1"}]}
    assert (await client.answer(await asked(Asked.AUTOCOMPLETE), 8, one)).status == 200
    for kind, answered, data in ((Asked.COMMAND, 8, one), (Asked.AUTOCOMPLETE, 4, {"content": "x"})):
        assert (await client.answer(await asked(kind), answered, data)).reason("type") == "BASE_TYPE_CHOICES"


@pytest.mark.parametrize(
    ("choices", "field"),
    [
        ([{"name": "one", "value": "1"}] * 26, "data.choices"),
        ([{"name": "x" * 101, "value": "1"}], "data.choices.name"),
        ([{"name": "", "value": "1"}], "data.choices.name"),
    ],
)
async def test_choices_discord_would_not_show(
    client: RawClient, asked: Ask, choices: list[Json], field: str
) -> None:
    reply = await client.answer(await asked(Asked.AUTOCOMPLETE), 8, {"choices": choices})
    assert reply.reason(field)


# What people do


async def test_a_command_of_a_messages_menu_brings_the_message(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member
) -> None:
    path = f"/applications/{loopback.world.application}/commands"
    await client.call("PUT", path, [{"name": "Look", "type": 3}])
    socket = await client.identify()
    post = await loopback.people.post(channel, member, "hello")
    await socket.event("MESSAGE_CREATE")
    await loopback.people.choose(channel, member, "Look", post)
    data = (await socket.event("INTERACTION_CREATE"))["data"]
    assert data["resolved"]["messages"][data["target_id"]]["content"] == "hello"
    with pytest.raises(LookupError, match="no such command"):
        await loopback.people.command(channel, member, "Look")


async def test_a_file_comes_with_a_command(
    loopback: Loopback, client: RawClient, channel: Channel, member: Member
) -> None:
    path = f"/applications/{loopback.world.application}/commands"
    taking = {"type": 11, "name": "file", "description": "x"}
    await client.call("PUT", path, [{"name": "import", "description": "x", "options": [taking]}])
    socket = await client.identify()
    await loopback.people.command(channel, member, "import", file=Served(b"words"))
    data = (await socket.event("INTERACTION_CREATE"))["data"]
    assert data["resolved"]["attachments"][data["options"][0]["value"]]["size"] == 5
