"""`/signpost settings export` and `import`: a server's settings as a file."""

import json

import discord
import pytest
import simcord

from bot.store import Deed, ExemptKind

from .community import Community


async def exported(community: Community) -> tuple[bytes, str]:
    """Export as the manager; return the file and what is said with it."""
    result = await community.manager.slash(community.general, "signpost settings export")
    said = community.private_answer(result)
    return await file_on(result), said


async def file_on(result: simcord.InteractionResult) -> bytes:
    assert result.response is not None
    (attachment,) = result.response.attachments
    return await attachment.read()


async def propose(
    community: Community,
    data: bytes,
    by: simcord.MemberActor | None = None,
    at: simcord.ChannelHandle | None = None,
) -> simcord.InteractionResult:
    return await (by or community.manager).slash(
        at or community.general, "signpost settings import", file=("signpost-settings.json", data)
    )


async def pressed(
    community: Community,
    proposal: simcord.InteractionResult,
    label: str,
    by: simcord.MemberActor | None = None,
) -> str:
    assert proposal.response is not None
    return community.private_answer(await (by or community.manager).click(proposal.response, label=label))


async def set_up(community: Community) -> None:
    """Choose settings, a channel's mode and exemptions."""
    for name, value in {"cooldown": "2 h", "threshold": "eager", "mode": "review"}.items():
        await community.command(community.manager, "settings set", name=name, value=value)
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    await community.command(community.manager, "exempt", channel=community.general, member=community.member)


def edited(data: bytes, **settings: object) -> bytes:
    """Write other settings into a file, as an editor would."""
    raw = json.loads(data)
    raw["settings"] |= settings
    return json.dumps(raw).encode()


async def test_an_export_names_channels_and_counts_members(community: Community) -> None:
    await set_up(community)

    data, said = await exported(community)

    file = json.loads(data)
    assert file["settings"]["mod_log"] == {"id": str(community.mod_log.id), "name": "mod-log"}
    assert file["channel_modes"] == [{"id": str(community.recovery.id), "name": "recovery", "mode": "off"}]
    assert "1 exempt member is not in it" in said
    assert str(community.member.id) not in data.decode()


async def test_an_import_asks_first_then_brings_everything_to_another_server(community: Community) -> None:
    await set_up(community)
    data, _ = await exported(community)
    there = await community.neighbour()
    bot, guild_id = community.bot, there.manager.guild.id

    proposal = await propose(community, data, by=there.manager, at=there.general)

    said = community.private_answer(proposal)
    assert "- **mode**: note → review." in said
    assert "- **cool-down**: 30 minutes → 2 hours." in said
    assert f"exempt from now on: <#{there.general.id}>" in said
    assert "Left out, because this server has nothing that fits for certain: recovery." in said
    assert bot.places.chosen(guild_id).cooldown is None

    done = await pressed(community, proposal, "Apply", by=there.manager)

    assert done == "Done. The settings of the file hold now."
    assert bot.places.chosen(guild_id).cooldown == 7200
    assert bot.exemptions.of(guild_id).channels == {there.general.id}
    newest = await bot.audit.listed(guild_id, 1)
    assert [(act.deed, act.by) for act in newest] == [(Deed.IMPORT, there.manager.id)]


async def test_channels_of_short_notes_go_along_by_name_and_unknown_ones_are_left_out(
    community: Community,
) -> None:
    for name, value in {"short_channels": "#general, #recovery", "note_length": "short"}.items():
        await community.command(community.manager, "settings set", name=name, value=value)
    data, _ = await exported(community)
    there = await community.neighbour()

    proposal = await propose(community, data, by=there.manager, at=there.general)
    said = community.private_answer(proposal)
    await pressed(community, proposal, "Apply", by=there.manager)

    assert json.loads(data)["settings"]["short_channels"] == [
        {"id": str(community.general.id), "name": "general"},
        {"id": str(community.recovery.id), "name": "recovery"},
    ]
    assert f"- **short notes in**: none → {there.general.mention}." in said
    assert "- **note length**: full → short." in said
    assert "Left out, because this server has nothing that fits for certain: recovery." in said
    chosen = community.bot.places.chosen(there.manager.guild.id)
    assert chosen.short_channels == (there.general.id,)
    assert chosen.note_length == "short"


@pytest.mark.parametrize("channels", [[], "general", [7], [{"id": "x"}], [{"id": "7", "name": "a"}] * 26])
async def test_odd_channels_of_short_notes_are_refused_with_what_is_possible(
    community: Community, channels: object
) -> None:
    data, _ = await exported(community)

    said = community.private_answer(await propose(community, edited(data, short_channels=channels)))

    assert "`settings → short_channels`: this value does not fit. Possible: up to 25 channels" in said


async def test_a_proposal_can_be_applied_after_a_restart(community: Community) -> None:
    data, _ = await exported(community)
    proposal = await propose(community, edited(data, cooldown=60))

    await community.restart()
    await pressed(community, proposal, "Apply")
    await community.restart()

    assert community.bot.places.chosen(community.guild.id).cooldown == 60


async def test_what_is_applied_is_what_was_shown(community: Community) -> None:
    data, _ = await exported(community)
    proposal = await propose(community, edited(data, cooldown=60, contests=False))
    await community.command(community.manager, "settings set", name="contests", value="no")

    again = await pressed(community, proposal, "Apply")

    assert again.startswith("The settings changed since this was shown.")
    assert community.bot.places.chosen(community.guild.id).cooldown is None
    assert (await pressed(community, proposal, "Apply")).startswith("Done.")
    assert community.bot.places.chosen(community.guild.id).cooldown == 60


async def test_two_proposals_of_one_file_change_a_server_once(community: Community) -> None:
    data, _ = await exported(community)
    first, second = [await propose(community, edited(data, cooldown=60)) for _ in range(2)]

    await pressed(community, first, "Apply")

    assert (await pressed(community, second, "Apply")).startswith("Nothing would change")


async def test_a_cancelled_import_changes_nothing(community: Community) -> None:
    manager = community.speaks(community.manager, "es-ES")
    data, _ = await exported(community)
    proposal = await propose(community, edited(data, cooldown=60), by=manager)

    assert await pressed(community, proposal, "Cancelar") == "Cancelado. No cambió nada."
    assert community.bot.places.chosen(community.guild.id).cooldown is None


async def test_what_holds_already_is_not_asked_for(community: Community) -> None:
    data, _ = await exported(community)

    said = community.private_answer(await propose(community, data))

    assert said == "Nothing would change: what fits here of that file holds already."


async def test_an_import_is_not_applied_for_who_runs_the_server_no_longer(community: Community) -> None:
    runners = community.guild.create_role("runners", permissions=discord.Permissions(manage_guild=True))
    await community.server.give(runners, community.moderator)
    data, _ = await exported(community)
    proposal = await propose(community, edited(data, mode="off"), by=community.moderator)
    await community.server.take(runners, community.moderator)

    answer = await pressed(community, proposal, "Apply", by=community.moderator)

    assert "Manage Server" in answer
    assert community.bot.places.chosen(community.guild.id).mode is None


async def test_moderators_and_members_import_nothing(community: Community) -> None:
    data, _ = await exported(community)

    answer = community.private_answer(await propose(community, data, by=community.moderator))

    assert "Manage Server" in answer
    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await propose(community, data, by=community.member)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b" " * (64 * 1024 + 1), "too big: at most 64 KiB"),
        (b"x" * (10 * 1024 * 1024), "too big: at most 64 KiB"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"{", "line 1, character 2"),
        (b'{"signpost_settings": 7}', "format 7; I read format 1"),
    ],
)
async def test_a_file_that_cannot_be_used_changes_nothing(
    community: Community, data: bytes, fault: str
) -> None:
    proposal = await propose(community, data)

    said = community.private_answer(proposal)
    assert fault in said
    assert said.endswith("Nothing changed.")
    assert proposal.response is not None
    assert proposal.response.components == []


async def test_a_mod_log_that_cannot_be_written_to_is_not_imported(community: Community) -> None:
    data, _ = await exported(community)
    await community.refuse(community.recovery, send_messages=False)
    theirs = edited(data, mod_log={"id": str(community.recovery.id), "name": "recovery"})

    said = community.private_answer(await propose(community, theirs))

    assert "Missing there: Send Messages." in said


async def test_a_mod_log_that_is_gone_since_is_not_chosen(community: Community) -> None:
    data, _ = await exported(community)
    theirs = edited(data, mod_log={"id": str(community.recovery.id), "name": "recovery"})
    proposal = await propose(community, theirs)
    await community.delete_channel(community.recovery)

    assert (await pressed(community, proposal, "Apply")).startswith("Nothing would change")
    assert community.bot.places.chosen(community.guild.id).mod_log == community.mod_log.id


async def test_more_than_a_server_can_have_is_refused_whole(community: Community) -> None:
    guild_id = community.guild.id
    for number in range(100):
        await community.bot.exemptions.set(guild_id, ExemptKind.CHANNEL, number, exempt=True)
    raw = json.loads((await exported(community))[0])
    raw["settings"]["cooldown"] = 60
    raw["exempt"]["channels"] = [{"id": str(community.general.id), "name": "general"}]

    answer = await pressed(community, await propose(community, json.dumps(raw).encode()), "Apply")

    assert answer == "That is more than a server can have: 100 of a kind. Nothing changed."
    assert community.bot.places.chosen(guild_id).cooldown is None
