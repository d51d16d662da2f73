"""Setting a server up: which channels and roles are not read, and which have a mode of their own."""

import discord
import pytest

from bot.policy import Mode
from bot.setup.controls import Verb
from bot.store import ExemptKind

from .community import Community
from .setting_up import Panel, tell_of_deletion
from .texts import PITCH

MOST_CHARACTERS, MOST_COMPONENTS = 4000, 40


async def test_a_channel_left_alone_is_not_read_and_read_again(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("places")

    said = await panel.choose(Verb.EXEMPT_PLACES, community.recovery)
    await community.paste(community.recovery, PITCH)
    assert f"Not read from now on: {community.recovery.mention}." in said
    assert f"**Not read at all:** {community.recovery.mention}." in said
    assert community.notes_in(community.recovery) == []

    said = await panel.choose(Verb.EXEMPT_PLACES)
    await community.paste(community.recovery, PITCH)
    assert f"No longer exempt: {community.recovery.mention}." in said
    assert len(community.notes_in(community.recovery)) == 1


async def test_a_whole_category_is_left_alone(community: Community) -> None:
    category, talk = await community.server.category("staff")
    panel = await Panel.open(community)
    await panel.turn_to("places")

    await panel.choose(Verb.EXEMPT_PLACES, category)
    await community.paste(talk, PITCH)

    assert community.notes_in(talk) == []
    assert community.bot.exemptions.of(community.guild.id).categories == {category.id}
    await panel.choose(Verb.EXEMPT_PLACES)
    assert not community.bot.exemptions.of(community.guild.id)


async def test_members_with_an_exempt_role_are_not_read(community: Community) -> None:
    staff = await community.server.role_of(community.member)
    panel = await Panel.open(community)
    await panel.turn_to("roles")

    said = await panel.choose(Verb.EXEMPT_ROLES, staff)
    await community.paste(community.general, PITCH)

    assert f"Not read from now on: {staff.mention}." in said
    assert community.notes_in(community.general) == []


async def test_everyone_cannot_be_exempt(community: Community) -> None:
    staff = await community.server.role_of(community.member)
    panel = await Panel.open(community)
    await panel.turn_to("roles")

    said = await panel.choose(Verb.EXEMPT_ROLES, staff, community.guild.default_role)

    assert "@everyone cannot be exempt" in said
    assert community.bot.exemptions.of(community.guild.id).roles == {staff.id}
    said = await panel.choose(Verb.EXEMPT_ROLES, staff, community.guild.default_role)
    assert "it was so already" not in said


async def test_two_managers_do_not_undo_each_others_list(community: Community) -> None:
    mine, theirs = await Panel.open(community), await Panel.open(community)
    for panel in (mine, theirs):
        await panel.turn_to("places")

    await theirs.choose(Verb.EXEMPT_PLACES, community.recovery)
    await mine.choose(Verb.EXEMPT_PLACES, community.voice)

    assert community.bot.exemptions.of(community.guild.id).channels == {
        community.recovery.id,
        community.voice.id,
    }
    assert mine.chosen_in(Verb.EXEMPT_PLACES) == sorted([community.recovery.id, community.voice.id])


async def test_the_same_list_twice_changes_nothing(community: Community) -> None:
    mine, theirs = await Panel.open(community), await Panel.open(community)
    for panel in (mine, theirs):
        await panel.turn_to("places")

    await mine.choose(Verb.EXEMPT_PLACES, community.recovery)
    said = await theirs.choose(Verb.EXEMPT_PLACES, community.recovery)

    assert "Nothing changed: it was so already." in said


async def test_a_deleted_channel_is_said_and_the_others_are_taken(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("places")
    await tell_of_deletion(community, community.voice)

    said = await panel.choose(Verb.EXEMPT_PLACES, community.voice, community.recovery)

    assert f"Not read from now on: {community.recovery.mention}." in said
    assert "One channel is gone, or Signpost cannot see it" in said
    assert community.bot.exemptions.of(community.guild.id).channels == {community.recovery.id}


async def test_a_full_list_names_what_it_did_not_take(community: Community) -> None:
    for number in range(100):
        await community.bot.exemptions.set(community.guild.id, ExemptKind.ROLE, number + 1, exempt=True)
    staff = await community.server.role_of(community.member)
    panel = await Panel.open(community)
    await panel.turn_to("roles")

    said = await panel.choose(Verb.EXEMPT_ROLES, staff)

    assert f"{staff.mention} was not exempted: 100 of a kind are exempt already." in said


async def test_single_channels_get_a_mode_of_their_own(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("places")
    await panel.choose(Verb.OWN, "observe")

    said = await panel.choose(Verb.OWN_LIST, community.recovery, about="observe")
    await community.paste(community.recovery, PITCH)
    await community.paste(community.general, PITCH)

    assert f"In mode **observe** now: {community.recovery.mention}." in said
    assert f"{community.recovery.mention} observe. All other channels: **note**" in said
    assert community.notes_in(community.recovery) == []
    assert len(community.notes_in(community.general)) == 1


async def test_a_channel_taken_off_its_list_follows_the_server_again(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("places")
    await panel.choose(Verb.OWN, "off")
    await panel.choose(Verb.OWN_LIST, community.recovery, about="off")

    said = await panel.choose(Verb.OWN_LIST, about="off")

    assert f"As the server again: {community.recovery.mention}." in said
    assert community.bot.places.channel_modes(community.guild.id) == {}


async def test_a_list_left_open_does_not_take_back_another_managers_mode(community: Community) -> None:
    mine = await Panel.open(community)
    await mine.turn_to("places")
    await mine.choose(Verb.OWN, "off")
    await mine.choose(Verb.OWN_LIST, community.recovery, about="off")
    await community.command(community.manager, "mode", mode="review", channel=community.recovery)

    said = await mine.choose(Verb.OWN_LIST, about="off")

    assert "Nothing changed" in said
    assert community.bot.places.channel_modes(community.guild.id) == {community.recovery.id: Mode.REVIEW}


async def test_lists_work_after_a_restart(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("places")
    await panel.choose(Verb.EXEMPT_PLACES, community.recovery)
    await community.restart()

    await panel.choose(Verb.EXEMPT_PLACES, community.recovery, community.voice)

    assert community.bot.exemptions.of(community.guild.id).channels == {
        community.recovery.id,
        community.voice.id,
    }


async def test_a_role_that_was_deleted_leaves_the_menus(community: Community) -> None:
    staff = await community.server.role_of(community.member)
    panel = await Panel.open(community)
    await panel.turn_to("roles")
    await panel.choose(Verb.MODERATORS, staff)
    await community.server.delete_role(staff)

    await panel.turn_to("roles")

    assert panel.chosen_in(Verb.MODERATORS) == []


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
async def test_the_fullest_server_fits_the_panel(newcomer: Community, locale: str) -> None:
    await _fill(newcomer)
    panel = await Panel.open(newcomer, speaks=locale)

    for part in ("log", "places", "roles", "language", "preview", "checks", "about"):
        await panel.turn_to(part)
        assert len(panel.text) <= MOST_CHARACTERS, part
        assert len(panel.parts) <= MOST_COMPONENTS, part
        assert all(len(each) <= 80 for each in panel.labels), part
        for menu in panel.parts:
            assert all(len(each.get("description") or "") <= 100 for each in menu.get("options", [])), part
    await panel.turn_to("places")
    said = await panel.choose(Verb.OWN, "off")

    assert ("`/signpost modo`" if locale == "es-ES" else "`/signpost mode`") in said
    assert len(panel.text) <= MOST_CHARACTERS
    assert len(panel.chosen_in(Verb.OWN_LIST, "off")) == 25


async def _fill(community: Community) -> None:
    """Exempt as much as a server can, give many channels their own mode, and let Signpost write nowhere."""
    guild, bot, now = community.guild, community.bot, community.env.now()
    for number in range(30):
        role = guild.create_role(f"{number}-{'r' * 95}")
        await bot.exemptions.set(guild.id, ExemptKind.ROLE, role.id, exempt=True)
        await bot.places.choose(guild.id, None, now, moderator_role=role.id)
        left_alone = guild.create_text_channel(f"{number}-{'x' * 95}")
        await bot.exemptions.set(guild.id, ExemptKind.CHANNEL, left_alone.id, exempt=True)
        off = guild.create_text_channel(f"{number}-{'y' * 95}")
        await bot.places.set_channel_mode(guild.id, off.id, Mode.OFF, None, now)
    for number, denied in enumerate(("view_channel", "send_messages", "read_message_history") * 4):
        channel = guild.create_text_channel(f"{number}-{'z' * 95}")
        await community.refuse(channel, **{denied: False})
    await community.refuse(community.forum, send_messages_in_threads=False)
    await community.env.settle()
    assert isinstance(bot.get_guild(guild.id), discord.Guild)
