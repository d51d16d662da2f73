"""Writers' roles: asked for once, held within bounds, and a fault on the way is not an answer."""

from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest

from bot.policy import Exempt, Origin, PlaceSettings
from bot.posts import writers as module
from bot.posts.writers import Writers

STAFF = 4
SETTINGS = PlaceSettings(exempt=Exempt(roles=frozenset({STAFF})))


class FakeGuild:
    """A server whose members have one role; counts who was asked for."""

    id, me = 10, None

    def __init__(self, fault: int | None = None) -> None:
        self.asked: list[int] = []
        self.fault = fault

    async def fetch_member(self, member_id: int) -> object:
        """Answer as Discord would, or fail."""
        self.asked.append(member_id)
        if self.fault is not None:
            answer = cast("aiohttp.ClientResponse", SimpleNamespace(status=self.fault, reason=""))
            raise (discord.NotFound if self.fault == 404 else discord.HTTPException)(answer, "")
        return SimpleNamespace(roles=[SimpleNamespace(id=STAFF)])


async def origin(
    writers: Writers, guild: FakeGuild, author: int, settings: PlaceSettings = SETTINGS
) -> Origin:
    """Ask for the origin of a message from the history."""
    message = SimpleNamespace(
        guild=guild,
        author=SimpleNamespace(id=author, bot=False),
        channel=SimpleNamespace(id=20),
        webhook_id=None,
        application_id=None,
        type=discord.MessageType.default,
    )
    return await writers.origin_of(cast("discord.Message", message), settings)


async def test_a_writer_is_asked_for_once() -> None:
    writers, guild = Writers(), FakeGuild()

    found = [await origin(writers, guild, author) for author in (1, 2, 1, 2)]

    assert {each.role_ids for each in found} == {frozenset({STAFF})}
    assert guild.asked == [1, 2]


async def test_who_left_has_no_roles_and_is_not_asked_for_again() -> None:
    writers, guild = Writers(), FakeGuild(fault=404)

    found = [await origin(writers, guild, 1) for _ in range(2)]

    assert [each.role_ids for each in found] == [frozenset(), frozenset()]
    assert guild.asked == [1]


async def test_a_fault_is_raised_and_asked_again_later() -> None:
    writers, guild = Writers(), FakeGuild(fault=503)

    with pytest.raises(discord.HTTPException):
        await origin(writers, guild, 1)
    guild.fault = None

    assert (await origin(writers, guild, 1)).role_ids == {STAFF}


async def test_nobody_is_asked_for_where_no_role_is_exempt() -> None:
    guild = FakeGuild()

    assert (await origin(Writers(), guild, 1, PlaceSettings())).role_ids is None
    assert guild.asked == []


async def test_those_met_last_are_remembered_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_HELD", 2)
    writers, guild = Writers(), FakeGuild()

    for author in (1, 2, 1, 3, 1, 2):
        await origin(writers, guild, author)

    assert guild.asked == [1, 2, 3, 2]
