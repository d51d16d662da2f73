"""Settings of servers and channels: the nearest holds, and what stands in memory stands in the file."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Mode, PlaceSettings
from bot.store import Exemptions, ExemptKind, Places, Webhooks

DEFAULT = PlaceSettings(mode=Mode.NOTE, threshold=0.6, cooldown=timedelta(minutes=5))
GUILD, CHANNEL, THREAD = 10, 20, 21


async def reloaded(engine: AsyncEngine) -> Places:
    """Read the settings anew, as after a restart."""
    exemptions, webhooks = Exemptions(engine, b"key"), Webhooks(engine)
    places = Places(engine, DEFAULT, exemptions, webhooks)
    for each in (exemptions, webhooks, places):
        await each.load()
    return places


@pytest.fixture
async def places(engine: AsyncEngine) -> Places:
    """Give the settings of a new store."""
    return await reloaded(engine)


async def test_where_nothing_was_set_the_operators_default_holds(places: Places) -> None:
    assert places.at(GUILD, CHANNEL) == DEFAULT
    assert places.channel_modes(GUILD) == {}


async def test_a_servers_mode_holds_in_all_its_channels(places: Places) -> None:
    await places.set_guild_mode(GUILD, Mode.OFF)

    assert places.at(GUILD, CHANNEL).mode is Mode.OFF
    assert places.at(GUILD + 1, CHANNEL + 1).mode is Mode.NOTE


async def test_the_nearest_mode_holds(places: Places) -> None:
    await places.set_guild_mode(GUILD, Mode.OFF)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OBSERVE)
    assert places.at(GUILD, THREAD, CHANNEL).mode is Mode.OBSERVE

    await places.set_channel_mode(GUILD, THREAD, Mode.NOTE)
    assert places.at(GUILD, THREAD, CHANNEL).mode is Mode.NOTE
    assert places.at(GUILD, CHANNEL).mode is Mode.OBSERVE


async def test_a_channel_follows_its_server_again(places: Places) -> None:
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF)
    await places.set_channel_mode(GUILD, CHANNEL, None)

    assert places.at(GUILD, CHANNEL).mode is Mode.NOTE
    assert places.channel_modes(GUILD) == {}


async def test_following_what_was_never_set_is_harmless(places: Places) -> None:
    await places.set_channel_mode(GUILD, CHANNEL, None)

    assert places.at(GUILD, CHANNEL) == DEFAULT


async def test_settings_outlive_the_process(places: Places, engine: AsyncEngine) -> None:
    await places.set_guild_mode(GUILD, Mode.OBSERVE)
    await places.set_mod_log(GUILD, 77)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.NOTE)

    after = await reloaded(engine)

    assert after.at(GUILD).mode is Mode.OBSERVE
    assert after.at(GUILD).mod_log == 77
    assert after.channel_modes(GUILD) == {CHANNEL: Mode.NOTE}


async def test_choosing_a_log_leaves_the_mode_alone_and_the_other_way_round(
    places: Places, engine: AsyncEngine
) -> None:
    await places.set_guild_mode(GUILD, Mode.OBSERVE)
    await places.set_mod_log(GUILD, 77)
    await places.set_guild_mode(GUILD, Mode.NOTE)

    for each in (places, await reloaded(engine)):
        assert (each.at(GUILD).mode, each.at(GUILD).mod_log) == (Mode.NOTE, 77)


async def test_a_servers_own_cooldown_and_threshold_hold_over_the_operators(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("INSERT INTO guilds VALUES (10, NULL, NULL, 0, 0.8, NULL)"))

    here = (await reloaded(engine)).at(GUILD, CHANNEL)

    assert (here.cooldown, here.threshold, here.mode) == (timedelta(0), 0.8, Mode.NOTE)


async def test_changing_what_was_given_out_changes_nothing(places: Places) -> None:
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF)

    places.channel_modes(GUILD).clear()

    assert places.channel_modes(GUILD) == {CHANNEL: Mode.OFF}


async def test_what_is_exempt_and_which_webhooks_are_read_comes_with_every_place(
    engine: AsyncEngine,
) -> None:
    exemptions, webhooks = Exemptions(engine, b"key"), Webhooks(engine)
    places = Places(engine, DEFAULT, exemptions, webhooks)
    await exemptions.set(GUILD, ExemptKind.ROLE, 4, exempt=True)
    await webhooks.set(GUILD, 7, read=True)
    await places.set_pluralkit(GUILD, read=True)

    for each in (places, await reloaded(engine)):
        here = each.at(GUILD, THREAD, CHANNEL)
        assert here.exempt.roles == {4}
        assert here.webhook_ids == {7}
        assert here.waits_for_proxies
        assert each.at(GUILD + 1) == DEFAULT


async def test_pluralkit_can_be_left_again(places: Places, engine: AsyncEngine) -> None:
    await places.set_pluralkit(GUILD, read=True)
    await places.set_pluralkit(GUILD, read=False)

    for each in (places, await reloaded(engine)):
        assert not each.at(GUILD).waits_for_proxies
