"""`/signpost settings show` and `set`: a server's settings, typed and told."""

import discord
import pytest
import simcord

from bot.policy import Mode
from bot.server_settings.listed import SETTINGS
from bot.server_settings.shown import PAGES
from bot.store import ExemptKind

from .community import Community
from .texts import PITCH


async def set_to(community: Community, name: str, value: str, by: simcord.MemberActor | None = None) -> str:
    return await community.command(by or community.manager, "settings set", name=name, value=value)


async def show(community: Community, name: str, by: simcord.MemberActor | None = None) -> str:
    return await community.command(by or community.manager, "settings show", name=name)


async def test_a_setting_is_changed_and_says_what_it_was(community: Community) -> None:
    answer = await set_to(community, "cooldown", "2 h")

    assert answer == "**cool-down**: 30 minutes → 2 hours."
    assert community.bot.places.at(community.guild.id).cooldown.total_seconds() == 7200


async def test_a_setting_says_its_default_and_who_changed_it_without_a_ping(community: Community) -> None:
    await set_to(community, "threshold", "eager")

    answer = await show(community, "threshold")

    assert answer.startswith("**threshold: eager (0.60)**\nHow sure Signpost must be before it acts")
    assert "default: balanced (0.80) · changed <t:" in answer
    assert f"by {community.manager.mention}" in answer


async def test_until_setup_is_confirmed_the_threshold_is_the_careful_one(newcomer: Community) -> None:
    answer = await show(newcomer, "threshold")

    assert "**threshold: careful (0.90)**" in answer
    assert "until `/signpost setup` is confirmed" in answer
    assert "not changed" in answer


async def test_spanish_speakers_are_answered_in_spanish_and_may_type_it(community: Community) -> None:
    manager = community.speaks(community.manager, "es-419")

    changed = await set_to(community, "pausa entre notas", "1 hora", by=manager)
    shown = await show(community, "cooldown", by=manager)
    wrong = await set_to(community, "país", "Atlántida", by=manager)
    log = await community.command(manager, "log", channel=community.mod_log)
    mode = await community.command(manager, "mode", mode="review")

    assert changed == "**pausa entre notas**: 30 minutos → 1 hora."
    assert "**pausa entre notas: 1 hora**" in shown
    assert wrong.startswith("país: eso no es posible. Es posible: Estados Unidos")
    assert log.startswith(f"El registro de moderación es ahora {community.mod_log.mention}.")
    assert mode.startswith("Este servidor: **revisar**. Signpost pregunta por cada texto promocional")


async def test_what_is_not_possible_changes_nothing(community: Community) -> None:
    answer = await set_to(community, "cooldown", "a while")

    assert answer == (
        "cool-down: that is not possible. Possible: none, or up to 168 hours, such as 30 minutes. "
        "Nothing changed."
    )
    assert community.bot.places.chosen(community.guild.id).cooldown is None


async def test_a_setting_that_nobody_knows_is_named_as_such(community: Community) -> None:
    for answer in await set_to(community, "loudness", "3"), await show(community, "loudness"):
        assert answer.startswith("There is no such setting.")


async def test_the_same_value_again_changes_nothing(community: Community) -> None:
    await set_to(community, "contests", "no")

    assert await set_to(community, "contests", "no") == "**contests** is no already. Nothing changed."


async def test_default_takes_the_servers_word_back(community: Community) -> None:
    await set_to(community, "mode", "observe")

    answer = await set_to(community, "mode", "default")
    await community.paste(community.general, PITCH)

    assert answer == "**mode**: observe → note."
    assert len(community.notes_in(community.general)) == 1


async def test_the_mod_log_is_checked_as_its_own_command_does(community: Community) -> None:
    await community.refuse(community.recovery, send_messages=False)

    lacking = await set_to(community, "mod_log", community.recovery.mention)
    voice = await set_to(community, "mod_log", community.voice.mention)
    public = await set_to(community, "mod_log", "general")

    assert "Missing there: Send Messages." in lacking
    assert "is a text channel or a thread" in voice
    mod_log, general = community.mod_log.mention, community.general.mention
    assert public.startswith(f"**mod log**: {mod_log} → {general}.\nThe mod log is {general} now.")
    assert "**Everyone can see this channel.**" in public
    assert community.bot.places.chosen(community.guild.id).mod_log == community.general.id


async def test_names_are_offered_also_to_who_types_without_accents(community: Community) -> None:
    manager = community.speaks(community.manager, "es-419")

    offered = await manager.autocomplete(community.general, "signpost settings set", "name", "pais")

    assert [each["value"] for each in offered] == ["country"]


async def test_names_and_values_are_offered_in_the_members_language(community: Community) -> None:
    manager = community.speaks(community.manager, "es-ES")

    names = await manager.autocomplete(community.general, "signpost settings set", "name", "paus")
    values = await manager.autocomplete(
        community.general, "signpost settings set", "value", "", name="threshold"
    )
    nothing = await manager.autocomplete(community.general, "signpost settings set", "value", "", name="?")

    assert names == [{"name": "pausa entre notas", "value": "cooldown"}]
    assert [each["name"] for each in values] == [
        "cauto (0,90)",
        "equilibrado (0,80)",
        "sensible (0,60)",
        "predeterminado",
    ]
    assert nothing == []


async def turned(by: simcord.MemberActor, shown: simcord.InteractionResult, label: str) -> str:
    assert shown.response is not None
    return Community.private_answer(await by.click(shown.response, label=label))


async def test_the_pages_show_every_setting_and_fit_a_message(community: Community) -> None:
    role = await community.server.role_of()
    await community.bot.exemptions.set(community.guild.id, ExemptKind.ROLE, role.id, exempt=True)
    await community.bot.exemptions.set_member(community.guild.id, 6, exempt=True)
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)
    shown = await community.manager.slash(community.general, "signpost settings show")
    pages = [community.private_answer(shown)]

    await community.restart()
    while len(pages) < PAGES:
        pages.append(await turned(community.manager, shown, "More"))

    all_pages = "\n".join(pages)
    assert all(len(each) <= 2000 for each in pages)
    assert all_pages.count("default: ") == len(SETTINGS)
    assert f"**Channels with their own mode:** {community.recovery.mention} off" in all_pages
    assert f"**Exempt roles:** <@&{role.id}>" in all_pages
    assert "**Exempt members:** 1; who it is is not kept" in all_pages
    assert await turned(community.manager, shown, "Back")


async def test_a_page_does_not_turn_for_who_runs_the_server_no_longer(community: Community) -> None:
    runners = community.guild.create_role("runners", permissions=discord.Permissions(manage_guild=True))
    await community.server.give(runners, community.moderator)
    shown = await community.moderator.slash(community.general, "signpost settings show")
    await community.server.take(runners, community.moderator)

    assert "Manage Server" in await turned(community.moderator, shown, "More")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("settings show", {}),
        ("settings set", {"name": "mode", "value": "off"}),
        ("settings export", {}),
        ("audit", {}),
    ],
)
async def test_settings_are_for_managers(community: Community, name: str, options: dict[str, str]) -> None:
    answer = community.private_answer(
        await community.moderator.slash(community.general, f"signpost {name}", **options)
    )

    assert "Manage Server" in answer
    assert community.bot.places.at(community.guild.id).mode is Mode.NOTE
    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await community.member.slash(community.general, f"signpost {name}", **options)


async def test_a_servers_own_retention_holds_for_its_cases_and_audit(community: Community) -> None:
    await set_to(community, "retention_days", "7")
    await community.paste(community.general, PITCH)

    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=8 * 24))
    await community.pass_time(minutes=3)

    assert community.states() == []
    assert await community.bot.audit.listed(community.guild.id, 5) == []
    assert "decisions for 7 days" in await community.command(community.moderator, "status")


async def test_the_operators_retention_is_never_exceeded(community: Community) -> None:
    await set_to(community, "retention_days", "60")
    await community.restart(retention_days=30)

    assert "decisions for 30 days" in await community.command(community.moderator, "status")
    assert "from 1 day up to 30 days" in await set_to(community, "retention_days", "60 days")


async def test_the_commands_have_spanish_names(community: Community) -> None:
    command = community.env.backend.find_command("signpost", None)
    assert command is not None
    settings = next(each for each in command["options"] if each["name"] == "settings")
    spanish = str(discord.Locale.spain_spanish.value)

    assert settings["name_localizations"][spanish] == "ajustes"
    assert [each["name_localizations"][spanish] for each in settings["options"]] == [
        "ver",
        "cambiar",
        "exportar",
        "importar",
    ]
