"""`/signpost audit`: who did what, when."""

import pytest
import simcord

from bot.policy import Mode

from .community import Community
from .texts import PITCH


async def audit(
    community: Community, reader: simcord.MemberActor | None = None, /, **options: object
) -> simcord.InteractionResult:
    return await (reader or community.manager).slash(community.general, "signpost audit", **options)


async def told(community: Community, **options: object) -> str:
    return community.private_answer(await audit(community, **options))


async def test_the_audit_says_who_changed_what(community: Community) -> None:
    manager = community.manager
    await community.command(manager, "settings set", name="cooldown", value="1 h")
    await community.command(manager, "mode", mode="off", channel=community.recovery)
    await community.command(manager, "exempt", channel=community.recovery)

    lines = (await told(community)).splitlines()

    who, channel = manager.mention, community.recovery.mention
    assert lines[0] == "Audit, page 1 of 1, newest first"
    assert lines[1].startswith(f"- {who} exempted {channel}, <t:")
    assert lines[2].startswith(f"- {who} set the mode of {channel}: as the server → off, <t:")
    assert lines[3].startswith(f"- {who} set cool-down: 30 minutes → 1 hour, <t:")
    assert lines[4].startswith(f"- {who} set mod log: none → {community.mod_log.mention}, <t:")


async def test_it_is_told_in_the_readers_language(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")
    manager = community.speaks(community.manager, "es-419")

    answer = community.private_answer(await audit(community, manager, deed="SETTING"))

    assert answer.startswith("Historial, página 1 de 1, primero lo más nuevo\nSolo: ajustes\n")
    assert f"{manager.mention} cambió modo: nota → revisar, <t:" in answer


async def test_an_exempt_member_is_not_named(community: Community) -> None:
    await community.command(community.manager, "exempt", member=community.member)
    await community.command(community.manager, "exempt", member=community.member, exempt=False)

    answer = await told(community, deed="EXEMPTION")

    assert "ended the exemption of a member" in answer
    assert "exempted a member" in answer
    assert str(community.member.id) not in answer


async def test_a_channel_that_is_deleted_is_forgotten_by_signpost_itself(community: Community) -> None:
    await community.command(community.manager, "exempt", channel=community.recovery)
    await community.delete_channel(community.recovery)

    assert "- Signpost ended the exemption of" in await told(community)


async def test_rulings_are_told_once_and_a_change_of_mind_too(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (entry,) = community.entries()
    for label in "Confirm", "Confirm", "Dismiss":
        await community.press(community.moderator, entry, label)

    lines = (await told(community, deed="RULING")).splitlines()[2:]

    who = community.moderator.mention
    assert [line.partition(", <t:")[0] for line in lines] == [
        f"- {who} dismissed case 1",
        f"- {who} confirmed case 1",
    ]


async def test_webhooks_and_scans_are_told(community: Community) -> None:
    await community.bot.webhooks.set(community.guild.id, 77, read=True, by=community.manager.id)
    await community.scan(last=5)

    answer = await told(community)

    assert f"{community.manager.mention} switched on reading of webhook `77`" in answer
    assert f"{community.manager.mention} started a scan of old posts" in answer


async def test_the_audit_of_one_person(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")

    answer = await told(community, by=community.moderator)

    assert f"Only: {community.moderator.mention}" in answer
    assert "Nothing here." in answer


async def many_acts(community: Community) -> None:
    at = community.env.now()
    for number in range(25):
        mode = Mode.OFF if number % 2 else Mode.OBSERVE
        await community.bot.places.choose(community.guild.id, community.manager.id, at, mode=mode)


async def test_pages_turn_after_a_restart_and_keep_the_filter(community: Community) -> None:
    await many_acts(community)
    shown = await audit(community, deed="SETTING")
    assert shown.response is not None
    assert community.private_answer(shown).count("\n- ") == 10

    await community.restart()
    await community.manager.click(shown.response, label="Older")
    last = community.private_answer(await community.manager.click(shown.response, label="Older"))

    assert last.startswith("Audit, page 3 of 3, newest first\nOnly: settings\n")
    assert last.count("\n- ") == 6
    newer = community.private_answer(await community.manager.click(shown.response, label="Newer"))
    assert newer.startswith("Audit, page 2 of 3")


@pytest.mark.parametrize("language", ["en-GB", "es-ES"])
async def test_a_page_of_the_longest_changes_is_one_that_discord_takes(
    community: Community, language: str
) -> None:
    at, by = community.env.now(), community.speaks(community.manager, language)
    for number in range(20):
        line = f"{number}: see https://harbour.example/guides, made by our members. " * 3
        await community.bot.places.choose(community.guild.id, by.id, at, own_line=line[:150])

    answer = community.private_answer(await audit(community, by, by=by, deed="SETTING"))

    assert answer.count("\n- ") == 10
    assert len(answer) <= 2000


async def test_nobody_is_pinged(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")

    shown = await audit(community)

    assert shown.response is not None
    stored = community.env.backend.get_message(community.general.id, shown.response.id)
    assert stored.ping_user_ids == []


async def test_another_servers_audit_is_its_own(community: Community) -> None:
    there = await community.neighbour()

    answer = community.private_answer(await there.manager.slash(there.general, "signpost audit"))

    assert community.manager.mention not in answer
    assert answer.count("\n- ") == 1
