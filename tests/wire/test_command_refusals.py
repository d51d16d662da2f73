"""The loopback refuses the lists of commands that Discord refuses."""

import pytest

from .client import RawClient, Reply
from .command_refusals import size_of
from .loopback import Loopback
from .state import Json


def option(name: str = "o", **more: object) -> Json:
    return {"type": 3, "name": name, "description": "x", **more}


def choice(name: str = "one", value: object = "1") -> Json:
    return {"name": name, "value": value}


def slash(**more: object) -> Json:
    return {"name": "status", "description": "x", **more}


def menu(**more: object) -> Json:
    return {"name": "Look at this", "type": 3, **more}


async def offer(loopback: Loopback, client: RawClient, *commands: Json) -> Reply:
    return await client.call("PUT", f"/applications/{loopback.world.application}/commands", list(commands))


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (slash(name="Status"), "0.name"),
        (slash(name="two words"), "0.name"),
        (slash(name_localizations={"es-ES": "Estado"}), "0.name"),
        (slash(description=""), "0.description"),
        (slash(description_localizations={"es-ES": "x" * 101}), "0.description"),
        (menu(name="x" * 33), "0.name"),
        (menu(description="x"), "0.description"),
        (slash(options=[option(f"o{number}") for number in range(26)]), "0.options"),
        (slash(options=[option("Loud")]), "0.options.0.name"),
        (slash(options=[option(), option()]), "0.options.1.name"),
        (slash(options=[option(), option("p", required=True)]), "0.options.1"),
        (slash(options=[option(type=1, options=[option("Loud")])]), "0.options.0.options.0.name"),
        (slash(options=[option(choices=[choice()] * 26)]), "0.options.0.choices"),
        (slash(options=[option(choices=[choice("x" * 101)])]), "0.options.0.choices.name"),
        (slash(options=[option(choices=[choice(value="x" * 101)])]), "0.options.0.choices"),
        (
            slash(options=[option(f"o{n}", choices=[choice("x" * 100)] * 25) for n in range(4)]),
            "0",
        ),
    ],
)
async def test_a_command_discord_would_not_register(
    loopback: Loopback, client: RawClient, command: Json, field: str
) -> None:
    reply = await offer(loopback, client, command)
    assert reply.code == 50035
    assert reply.reason(field)
    assert not loopback.rest.commands


async def test_the_longest_translation_counts_for_a_commands_size(
    loopback: Loopback, client: RawClient
) -> None:
    def long(translated: int) -> Json:
        full = [option(f"o{number}", choices=[choice("x" * 75, "y" * 4)] * 25) for number in range(4)]
        last = option("last", description_localizations={"es-ES": "x" * translated})
        return slash(options=[*full, last])

    assert size_of(long(77)) == 8000
    assert (await offer(loopback, client, long(77))).status == 200
    assert (await offer(loopback, client, long(78))).reason("0") == "APPLICATION_COMMAND_TOO_LARGE"


async def test_two_commands_of_one_name(loopback: Loopback, client: RawClient) -> None:
    reply = await offer(loopback, client, slash(), slash())
    assert reply.reason("1.name") == "APPLICATION_COMMANDS_DUPLICATE_NAME"


async def test_a_menu_may_have_the_name_of_a_command(loopback: Loopback, client: RawClient) -> None:
    assert (await offer(loopback, client, slash(), menu(name="status"))).status == 200


async def test_more_than_fifteen_commands_in_a_menu(loopback: Loopback, client: RawClient) -> None:
    menus = [menu(name=f"Number {number}") for number in range(16)]
    assert (await offer(loopback, client, *menus[1:])).status == 200
    assert (await offer(loopback, client, *menus)).code == 30032


async def test_a_menus_command_comes_back_with_an_empty_description(
    loopback: Loopback, client: RawClient
) -> None:
    (registered,) = (await offer(loopback, client, menu())).page
    assert registered["description"] == ""
