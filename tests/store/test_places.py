"""Settings of servers and channels: the nearest holds, and what stands in memory stands in the file."""

import json
import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.policy import Mode, PlaceSettings
from bot.server_settings import Caution
from bot.store import Audit, Deed, Exemptions, ExemptKind, OptOuts, Places, Server, Webhooks

from .conftest import NOON

DEFAULT = PlaceSettings(mode=Mode.NOTE, threshold=0.6, cooldown=timedelta(minutes=5))
UNCONFIRMED = replace(DEFAULT, threshold=Caution.CAREFUL.threshold)
GUILD, CHANNEL, THREAD, MODERATOR = 10, 20, 21, 5


async def reloaded(engine: AsyncEngine) -> Places:
    """Read the settings anew, as after a restart."""
    exemptions, webhooks = Exemptions(engine, b"key"), Webhooks(engine)
    places = Places(engine, DEFAULT, exemptions, webhooks, OptOuts(engine, b"key"))
    for each in (exemptions, webhooks, places):
        await each.load()
    return places


@pytest.fixture
async def places(engine: AsyncEngine) -> Places:
    """Give the settings of a new store."""
    return await reloaded(engine)


async def test_where_nothing_was_set_the_operators_default_holds(places: Places) -> None:
    assert places.at(GUILD, CHANNEL) == UNCONFIRMED
    assert places.channel_modes(GUILD) == {}


async def test_a_servers_mode_holds_in_all_its_channels(places: Places) -> None:
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OFF)

    assert places.at(GUILD, CHANNEL).mode is Mode.OFF
    assert places.at(GUILD + 1, CHANNEL + 1).mode is Mode.NOTE


async def test_the_nearest_mode_holds(places: Places) -> None:
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OFF)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OBSERVE, MODERATOR, NOON)
    assert places.at(GUILD, THREAD, CHANNEL).mode is Mode.OBSERVE

    await places.set_channel_mode(GUILD, THREAD, Mode.NOTE, MODERATOR, NOON)
    assert places.at(GUILD, THREAD, CHANNEL).mode is Mode.NOTE
    assert places.at(GUILD, CHANNEL).mode is Mode.OBSERVE


async def test_a_channel_follows_its_server_again(places: Places) -> None:
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF, MODERATOR, NOON)
    await places.set_channel_mode(GUILD, CHANNEL, None, MODERATOR, NOON)

    assert places.at(GUILD, CHANNEL).mode is Mode.NOTE
    assert places.channel_modes(GUILD) == {}


async def test_following_what_was_never_set_is_harmless(places: Places) -> None:
    await places.set_channel_mode(GUILD, CHANNEL, None, MODERATOR, NOON)

    assert places.at(GUILD, CHANNEL) == UNCONFIRMED


async def test_settings_outlive_the_process(places: Places, engine: AsyncEngine) -> None:
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OBSERVE)
    await places.choose(GUILD, MODERATOR, NOON, mod_log=77)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF, MODERATOR, NOON)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.NOTE, MODERATOR, NOON)

    after = await reloaded(engine)

    assert after.at(GUILD).mode is Mode.OBSERVE
    assert after.at(GUILD).mod_log == 77
    assert after.channel_modes(GUILD) == {CHANNEL: Mode.NOTE}


async def test_choosing_a_log_leaves_the_mode_alone_and_the_other_way_round(
    places: Places, engine: AsyncEngine
) -> None:
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OBSERVE)
    await places.choose(GUILD, MODERATOR, NOON, mod_log=77)
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.NOTE)

    for each in (places, await reloaded(engine)):
        assert (each.at(GUILD).mode, each.at(GUILD).mod_log) == (Mode.NOTE, 77)


async def test_a_servers_own_settings_hold_over_the_operators(places: Places) -> None:
    await places.choose(GUILD, MODERATOR, NOON, cooldown=0, threshold=0.8, review_hours=3)

    here = places.at(GUILD, CHANNEL)

    assert (here.cooldown, here.threshold, here.mode) == (timedelta(0), 0.8, Mode.NOTE)
    assert here.review == timedelta(hours=3)


async def test_a_value_that_a_setting_cannot_have_changes_nothing(places: Places) -> None:
    with pytest.raises(ValidationError):
        await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OFF, cooldown=-1)

    assert places.server(GUILD) == Server()


async def test_until_the_set_up_is_confirmed_signpost_is_careful(places: Places, engine: AsyncEngine) -> None:
    assert places.at(GUILD).threshold == Caution.CAREFUL.threshold

    await places.mark(GUILD, confirmed_at=NOON)

    for each in (places, await reloaded(engine)):
        assert each.at(GUILD).threshold == 0.6
        assert each.server(GUILD).confirmed_at == NOON


async def test_each_change_stands_in_the_audit_with_who_made_it(places: Places, engine: AsyncEngine) -> None:
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OFF, cooldown=60)
    await places.choose(GUILD, MODERATOR, NOON, mode=Mode.OFF)
    await places.choose(GUILD, None, NOON, mode=None)
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF, MODERATOR, NOON)

    acts = await Audit(engine).listed(GUILD, 10)

    assert [(act.by, act.deed, act.subject, act.before, act.after) for act in acts] == [
        (MODERATOR, Deed.CHANNEL_MODE, str(CHANNEL), None, "off"),
        (None, Deed.SETTING, "mode", "off", None),
        (MODERATOR, Deed.SETTING, "mode", None, "off"),
        (MODERATOR, Deed.SETTING, "cooldown", None, 60),
    ]
    assert await Audit(engine).count(GUILD) == 4
    assert (await Audit(engine).last_changes(GUILD, Deed.SETTING, ["mode", "topics"])) == {"mode": acts[1]}


async def test_a_setting_that_this_version_does_not_take_is_left_at_its_default(
    engine: AsyncEngine, caplog: pytest.LogCaptureFixture
) -> None:
    kept = json.dumps({"mode": "off", "cooldown": "never", "colour": "green"})
    async with engine.begin() as connection:
        await connection.execute(
            text("INSERT INTO guilds (guild_id, chosen) VALUES (:id, :kept)"), {"id": GUILD, "kept": kept}
        )

    with caplog.at_level(logging.WARNING):
        places = await reloaded(engine)

    assert places.at(GUILD).mode is Mode.OFF
    assert places.at(GUILD).cooldown == DEFAULT.cooldown
    assert "['colour', 'cooldown']" in caplog.text


async def test_changing_what_was_given_out_changes_nothing(places: Places) -> None:
    await places.set_channel_mode(GUILD, CHANNEL, Mode.OFF, MODERATOR, NOON)

    places.channel_modes(GUILD).clear()

    assert places.channel_modes(GUILD) == {CHANNEL: Mode.OFF}


async def test_what_is_exempt_and_which_webhooks_are_read_comes_with_every_place(
    engine: AsyncEngine,
) -> None:
    exemptions, webhooks = Exemptions(engine, b"key"), Webhooks(engine)
    places = Places(engine, DEFAULT, exemptions, webhooks, OptOuts(engine, b"key"))
    await exemptions.set(GUILD, ExemptKind.ROLE, 4, exempt=True)
    await webhooks.set(GUILD, 7, read=True)
    await places.choose(GUILD, MODERATOR, NOON, reads_pluralkit=True)

    for each in (places, await reloaded(engine)):
        here = each.at(GUILD, THREAD, CHANNEL)
        assert here.exempt.roles == {4}
        assert here.webhook_ids == {7}
        assert here.waits_for_proxies
        assert each.at(GUILD + 1) == UNCONFIRMED


async def test_pluralkit_can_be_left_again(places: Places, engine: AsyncEngine) -> None:
    await places.choose(GUILD, MODERATOR, NOON, reads_pluralkit=True)
    await places.choose(GUILD, MODERATOR, NOON, reads_pluralkit=False)

    for each in (places, await reloaded(engine)):
        assert not each.at(GUILD).waits_for_proxies
