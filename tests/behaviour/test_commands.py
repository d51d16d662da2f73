"""Chat commands: who may give them, as Discord shows them and as Signpost checks again."""

import asyncio
from typing import Any

import discord
import pytest
import simcord

from bot.knowledge.topics import built_in
from bot.policy import Mode
from bot.recognition import Recogniser
from bot.texts import texts_in

from .community import Community
from .texts import PITCH

SAID = texts_in("en")

MANAGE_MESSAGES = 1 << 13


def registered(community: Community) -> dict[str, Any]:
    """Return the command as Discord keeps it."""
    command = community.env.backend.find_command("signpost", None)
    assert command is not None
    return command


async def test_discord_gets_the_commands_once_and_in_servers_only(community: Community) -> None:
    syncs = [each.json for each in community.env.http_requests if each.path.endswith("/commands")]
    puts = [each for each in syncs if each]

    (synced,) = puts
    assert all(command["contexts"] == [0] for command in synced)
    group = next(command for command in synced if command["name"] == "signpost")
    assert int(group["default_member_permissions"]) == MANAGE_MESSAGES


async def test_the_modes_offered_are_the_modes_there_are(community: Community) -> None:
    options = {option["name"]: option for option in registered(community)["options"]}
    mode, channel = options["mode"]["options"]

    assert [choice["value"] for choice in mode["choices"]] == [
        "off",
        "observe",
        "review",
        "note",
        "as the server",
    ]
    assert mode["required"]
    assert not channel.get("required")


async def test_commands_are_given_to_discord_once_not_at_each_start(community: Community) -> None:
    await community.restart()
    await community.say_ready_again()

    puts = [each for each in community.env.http_requests if each.method == "PUT"]
    assert len(puts) == 1


@pytest.mark.parametrize("name", ["status", "setup", "mode", "log", "exempt", "webhooks"])
async def test_discord_shows_members_none_of_it(community: Community, name: str) -> None:
    assert f"signpost {name}" not in community.member.available_commands(community.general)
    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await community.member.slash(community.general, f"signpost {name}")


async def test_a_member_who_gets_past_discord_is_refused_by_signpost(community: Community) -> None:
    registered(community)["default_member_permissions"] = None

    answer = await community.command(community.member, "status")

    assert answer == SAID("failure-moderators-only")


async def test_a_moderator_who_does_not_run_the_server_cannot_set_modes(community: Community) -> None:
    answer = await community.command(community.moderator, "mode", mode="off")

    assert answer == SAID("failure-managers-only")
    await community.paste(community.general, PITCH)
    assert len(community.notes_in(community.general)) == 1


async def test_a_moderator_who_does_not_run_the_server_cannot_move_the_log(community: Community) -> None:
    answer = await community.command(community.moderator, "log", channel=community.recovery)

    assert answer == SAID("failure-managers-only")
    await community.paste(community.general, PITCH)
    assert len(community.entries()) == 1


async def test_a_server_may_let_a_member_in_for_the_moderators_commands(community: Community) -> None:
    community.guild.set_command_permissions(int(registered(community)["id"]), {community.member: True})

    answer = await community.command(community.member, "status")

    assert f"Mod log: {community.mod_log.mention}." in answer


async def test_letting_a_member_in_does_not_make_them_a_manager(community: Community) -> None:
    community.guild.set_command_permissions(int(registered(community)["id"]), {community.member: True})

    answer = await community.command(community.member, "mode", mode="off")

    assert answer == SAID("failure-managers-only")
    await community.paste(community.general, PITCH)
    assert len(community.notes_in(community.general)) == 1


@pytest.mark.parametrize("name", ["status", "exempt", "webhooks"])
async def test_an_administrator_may_give_every_command(community: Community, name: str) -> None:
    role = community.guild.create_role("keepers", permissions=discord.Permissions(administrator=True))
    keeper = community.guild.add_member(community.env.create_user("kit"), roles=[role])

    assert "needs" not in (await community.command(keeper, name)).splitlines()[0]


async def test_status_reports_the_place_and_what_is_kept(community: Community) -> None:
    status = await community.command(community.moderator, "status")

    assert status.splitlines() == [
        f"Mod log: {community.mod_log.mention}.",
        "Permissions here: everything it needs.",
        f"{community.general.mention}: **note** (as the server). Signpost replies to a pitch with its note.",
        "This server: **note**. Signpost replies to a pitch with its note.",
        "Threshold: balanced (0.80 of 1). Signpost acts on posts with at least this score.",
        "Cool-down: one note per channel and topic in 30 minutes.",
        "Screenshots are read too, up to 50 a day (UTC) in this server.",
        "It keeps no text and no names: message numbers, scores, scrambled fingerprints of flagged posts, "
        "rulings and decisions for 90 days, "
        "and where its notes stand.",
    ]


async def test_status_says_when_only_the_quick_model_reads(community: Community) -> None:
    community.bot.recogniser = Recogniser(built_in(), slow=False)

    status = await community.command(community.moderator, "status")

    assert SAID("status-reads-quickly") in status


async def test_status_says_what_the_operator_set(community: Community) -> None:
    await community.restart(cooldown=7200, retention_days=14)

    status = await community.command(community.moderator, "status")

    assert "one note per channel and topic in 2 hours" in status
    assert "decisions for 14 days" in status


async def test_status_stays_within_a_message_with_many_channels(community: Community) -> None:
    for number in range(40):
        channel = community.guild.create_text_channel(f"room-{number}")
        await community.command(community.manager, "mode", mode="off", channel=channel)

    status = await community.command(community.moderator, "status")

    assert len(status) <= 2000


async def test_status_in_a_thread_speaks_of_the_thread(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe", channel=community.general)
    thread = await community.open_thread(community.general, "aside")

    status = await community.command(community.moderator, "status", at=thread)

    assert f"{thread.mention}: **observe**" in status


async def test_settings_changed_at_the_same_moment_both_hold(community: Community) -> None:
    bot, guild = community.bot, community.guild.id

    await asyncio.gather(
        bot.places.choose(guild, 1, discord.utils.utcnow(), mode=Mode.OFF),
        bot.places.choose(guild, 1, discord.utils.utcnow(), mod_log=5),
    )

    assert bot.places.at(guild).mode is Mode.OFF
    assert bot.places.at(guild).mod_log == 5
