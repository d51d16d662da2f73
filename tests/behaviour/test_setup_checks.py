"""Setting a server up: what Signpost lacks where it would write, and how to grant it."""

from bot.setup.controls import Verb

from .community import Community
from .setting_up import Panel


async def test_a_server_that_granted_everything_is_told_so(community: Community) -> None:
    panel = await Panel.open(community)

    said = await panel.turn_to("checks")

    assert "5 channels checked where Signpost would write." in said
    assert "Nothing is missing." in said


async def test_what_is_missing_is_named_with_its_channels_and_how_to_grant_it(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    await community.refuse(community.recovery, view_channel=False)
    await community.refuse(community.forum, send_messages_in_threads=False)
    panel = await Panel.open(community)

    said = await panel.turn_to("checks")

    assert f"- **Send Messages** missing in {community.general.mention}" in said
    assert f"- **View Channel** missing in {community.recovery.mention}" in said
    assert f"- **Send Messages in Threads** missing in {community.forum.mention}" in said
    assert "channel settings → Permissions → add Signpost → allow what is missing" in said


async def test_where_many_lack_it_they_are_counted_and_the_first_are_named(community: Community) -> None:
    channels = [community.guild.create_text_channel(f"room-{number}") for number in range(12)]
    for each in channels:
        await community.refuse(each, send_messages=False)
    panel = await Panel.open(community)

    said = await panel.turn_to("checks")

    assert "- **Send Messages** missing in 12 channels: " in said
    assert "and 4 more" in said


async def test_only_where_signpost_would_write_is_checked(community: Community) -> None:
    for each in (community.general, community.recovery, community.voice):
        await community.refuse(each, send_messages=False)
    panel = await Panel.open(community)
    await panel.turn_to("places")
    await panel.choose(Verb.EXEMPT_PLACES, community.general)
    await panel.choose(Verb.OWN, "observe")
    await panel.choose(Verb.OWN_LIST, community.recovery, about="observe")

    said = await panel.turn_to("checks")

    assert "3 channels checked" in said
    assert f"- **Send Messages** missing in {community.voice.mention}" in said
    assert community.general.mention not in said
    assert community.recovery.mention not in said


async def test_a_server_that_is_off_has_nowhere_to_write(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.choose(Verb.MODE, "off")

    said = await panel.turn_to("checks")

    assert "Signpost would write in no channel" in said


async def test_a_log_that_lost_its_permission_is_named_even_where_nothing_is_written(
    community: Community,
) -> None:
    panel = await Panel.open(community)
    await panel.choose(Verb.MODE, "observe")
    await community.refuse(community.mod_log, send_messages=False)

    said = await panel.turn_to("checks")

    assert f"- **Send Messages** missing in the mod log, {community.mod_log.mention}" in said


async def test_a_server_without_a_log_is_reminded(newcomer: Community) -> None:
    panel = await Panel.open(newcomer)

    said = await panel.turn_to("checks")

    assert "**Mod log: not chosen yet.**" in said
    assert "Nothing is missing." in said
    assert "To grant it" not in said


async def test_what_was_granted_meanwhile_shows_at_the_next_check(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    panel = await Panel.open(community, speaks="es-ES")
    assert "- Falta **" in await panel.turn_to("checks")
    await community.refuse(community.general)

    said = await panel.press("Revisar otra vez")

    assert "No falta nada." in said
