"""Setting a server up: the panel behind `/signpost setup`, as its manager works it."""

import discord
import pytest

from bot.policy import Mode
from bot.setup.controls import Verb
from bot.texts import texts_in

from .community import Community
from .setting_up import Panel, break_store, hide_from_everyone, tell_of_deletion
from .texts import PITCH

BEFORE, AFTER = 0.9, 0.8


async def test_a_server_is_set_up_in_a_minute(newcomer: Community) -> None:
    await hide_from_everyone(newcomer, newcomer.mod_log)
    panel = await Panel.open(newcomer)

    said = await panel.choose(Verb.LOG, newcomer.mod_log)
    assert "Everyone can see this channel" not in said
    await panel.choose(Verb.MODE, "review")
    await panel.press("Next: Channels")
    await panel.press("Next: Roles")
    await panel.press("Next: Language and country")
    await panel.choose(Verb.COUNTRY, "GB")
    await panel.press("Next: Preview of the note")
    await panel.press("Next: Permissions")
    said = await panel.press("Confirm set-up")

    chosen = newcomer.bot.places.chosen(newcomer.guild.id)
    assert (chosen.mod_log, chosen.mode, chosen.country) == (newcomer.mod_log.id, Mode.REVIEW, "GB")
    assert newcomer.bot.places.server(newcomer.guild.id).confirmed_at is not None
    assert "The threshold is **balanced (0.80)** from now on." in said


async def test_the_panel_says_what_signpost_is_and_that_it_answers_in_public(newcomer: Community) -> None:
    panel = await Panel.open(newcomer)

    assert "**answers in public**" in panel.text
    assert "It starts in mode **note**: it replies to a pitch with its note." in panel.text
    assert "It keeps no message text and no writers" in panel.text
    assert "**Mod log: not chosen yet.**" in panel.text


async def test_no_menu_bears_the_number_of_one_that_stood_there_before(newcomer: Community) -> None:
    panel = await Panel.open(newcomer)
    first = panel.numbers
    await panel.press("Next: Channels")

    assert first
    assert not first & panel.numbers


async def test_a_newcomer_is_careful_until_the_set_up_is_confirmed(newcomer: Community) -> None:
    places, guild = newcomer.bot.places, newcomer.guild.id
    panel = await Panel.open(newcomer)

    assert "so the threshold is **careful (0.90)**" in panel.text
    assert "Once confirmed: **balanced (0.80)**." in panel.text
    assert (places.at(guild).mode, places.at(guild).threshold) == (Mode.NOTE, BEFORE)
    said = await panel.press("Confirm set-up")

    assert "No mod log is chosen yet: cases wait in `/signpost cases`." in said
    assert places.at(guild).threshold == AFTER
    assert "Confirm set-up" not in panel.labels


async def test_a_threshold_that_a_server_chose_holds_before_and_after(newcomer: Community) -> None:
    places, guild = newcomer.bot.places, newcomer.guild.id
    await places.choose(guild, newcomer.manager.id, newcomer.env.now(), threshold=0.85)

    panel = await Panel.open(newcomer)
    assert "The threshold is **0.85**, and stays so" in panel.text
    await panel.press("Confirm set-up")

    assert places.at(guild).threshold == 0.85


async def test_the_operators_default_mode_is_what_a_server_starts_in(newcomer: Community) -> None:
    await newcomer.restart(default_mode="observe")

    panel = await Panel.open(newcomer)

    assert "**Mode: observe**, the default of whoever runs this bot." in panel.text
    assert "It starts in mode **observe**" in panel.text


@pytest.mark.parametrize("who", ["member", "moderator"])
async def test_who_does_not_run_the_server_gets_no_panel(community: Community, who: str) -> None:
    command = community.env.backend.find_command("signpost", None)
    assert command is not None
    command["default_member_permissions"] = None

    answer = await community.command(getattr(community, who), "setup")

    assert answer == texts_in("en")("failure-managers-only")


async def test_who_no_longer_runs_the_server_is_refused_in_words(community: Community) -> None:
    panel = await Panel.open(community)
    stored = community.env.backend.get_member(community.guild.id, community.manager.id)
    stored.role_ids.clear()

    said = await panel.choose(Verb.MODE, "off")

    assert said == texts_in("en")("failure-managers-only")
    assert community.bot.places.at(community.guild.id).mode is Mode.NOTE


async def test_an_administrator_may_set_up(community: Community) -> None:
    owner = community.guild.add_member(
        community.env.create_user("olu"),
        roles=[community.guild.create_role("admins", permissions=discord.Permissions(administrator=True))],
    )

    panel = await Panel.open(community, owner)
    await panel.choose(Verb.MODE, "observe")

    assert community.bot.places.at(community.guild.id).mode is Mode.OBSERVE


async def test_a_spanish_client_reads_and_works_it_in_spanish(newcomer: Community) -> None:
    panel = await Panel.open(newcomer, speaks="es-419")

    assert "Sin confirmar todavía" in panel.text
    assert "el umbral es **cauto (0,90)**" in panel.text
    assert "**responde en público**" in panel.text
    said = await panel.choose(Verb.MODE, "observe")
    assert "El modo es ahora **observar**." in said
    await panel.press("Sigue: Canales")
    said = await panel.press("Confirmar configuración")

    assert "Configuración confirmada." in said


async def test_discord_shows_the_command_in_spanish(newcomer: Community) -> None:
    group = newcomer.env.backend.find_command("signpost", None)
    assert group is not None
    (command,) = [option for option in group["options"] if option["name"] == "setup"]

    for locale in ("es-ES", "es-419"):
        assert command["name_localizations"][locale] == "configurar"
        assert command["description_localizations"][locale].startswith("Configura Signpost en este servidor")


async def test_every_mode_says_what_it_does_and_then_does_it(community: Community) -> None:
    panel = await Panel.open(community)
    (menu,) = [each for each in panel.parts if each.get("custom_id") == "setup:mode"]

    said = await panel.choose(Verb.MODE, "observe")
    await community.paste(community.general, PITCH)

    assert [each["value"] for each in menu["options"]] == ["off", "observe", "review", "note"]
    assert all(each["description"] for each in menu["options"])
    assert "Mode is **observe** now. Signpost tells the mod log of a pitch" in said
    assert community.notes_in(community.general) == []


async def test_a_panel_works_after_a_restart(community: Community) -> None:
    panel = await Panel.open(community)
    await community.restart()

    said = await panel.choose(Verb.MODE, "off")

    assert "Mode is **off** now." in said
    assert community.bot.places.at(community.guild.id).mode is Mode.OFF


async def test_the_same_choice_twice_changes_nothing_more(newcomer: Community) -> None:
    panel = await Panel.open(newcomer)

    said = await panel.choose(Verb.LOG, newcomer.mod_log)
    assert said.endswith("choose a channel that only moderators see instead.")
    said = await panel.choose(Verb.LOG, newcomer.mod_log)

    assert "Nothing changed: it was so already." in said
    assert len(newcomer.sent(newcomer.mod_log)) == 1


async def test_confirm_pressed_on_two_screens_is_confirmed_once(newcomer: Community) -> None:
    mine, theirs = await Panel.open(newcomer), await Panel.open(newcomer)

    await mine.press("Confirm set-up")
    confirmed_at = newcomer.bot.places.server(newcomer.guild.id).confirmed_at
    await newcomer.pass_time(5)
    said = await theirs.press("Confirm set-up")

    assert "Nothing changed" in said
    assert newcomer.bot.places.server(newcomer.guild.id).confirmed_at == confirmed_at


async def test_a_stale_panel_shows_what_holds_now(community: Community) -> None:
    stale = await Panel.open(community)
    await community.command(community.manager, "mode", mode="observe")

    said = await stale.turn_to("log")

    assert "**Mode: observe**." in said


async def test_a_log_without_permission_is_refused_and_named(newcomer: Community) -> None:
    await newcomer.refuse(newcomer.mod_log, send_messages=False)
    panel = await Panel.open(newcomer)

    said = await panel.choose(Verb.LOG, newcomer.mod_log)

    assert "cannot be the mod log yet. Missing there: Send Messages." in said
    assert newcomer.bot.places.chosen(newcomer.guild.id).mod_log is None


async def test_a_log_that_everyone_sees_is_taken_with_a_warning(newcomer: Community) -> None:
    panel = await Panel.open(newcomer)

    said = await panel.choose(Verb.LOG, newcomer.recovery)

    assert f"The mod log is {newcomer.recovery.mention} now." in said
    assert "**Everyone can see this channel.**" in said
    assert newcomer.sent(newcomer.recovery)[0]["content"] == texts_in("en")("settings-log-starts")


@pytest.mark.parametrize(
    ("status", "said_then"),
    [(403, "Discord did not let Signpost write in"), (503, "Discord is slow")],
)
async def test_a_log_that_discord_refuses_is_not_taken(
    newcomer: Community, status: int, said_then: str
) -> None:
    newcomer.break_sending(newcomer.mod_log, status=status)
    panel = await Panel.open(newcomer)

    said = await panel.choose(Verb.LOG, newcomer.mod_log)

    assert said_then in said + panel.told
    assert newcomer.bot.places.chosen(newcomer.guild.id).mod_log is None


async def test_a_mod_log_that_was_deleted_is_said_and_can_be_replaced(community: Community) -> None:
    await community.delete_channel(community.mod_log)

    panel = await Panel.open(community)
    assert "**Mod log: the channel is gone, archived or out of Signpost’s sight.**" in panel.text
    assert panel.chosen_in(Verb.LOG) == []
    await panel.choose(Verb.LOG, community.recovery)

    assert community.bot.places.chosen(community.guild.id).mod_log == community.recovery.id


async def test_a_channel_deleted_while_it_is_chosen_is_said(newcomer: Community) -> None:
    panel = await Panel.open(newcomer)
    await tell_of_deletion(newcomer, newcomer.mod_log)

    said = await panel.choose(Verb.LOG, newcomer.mod_log)

    assert "One channel is gone, or Signpost cannot see it" in said


async def test_a_server_with_an_outage_is_told_so(community: Community) -> None:
    panel = await Panel.open(community)
    await community.server.have_an_outage()

    said = await panel.choose(Verb.MODE, "off")

    assert said == texts_in("en")("failure-server-unknown")


async def test_the_panel_is_not_opened_during_an_outage(community: Community) -> None:
    await community.server.have_an_outage()

    answer = await community.command(community.speaks(community.manager, "es-ES"), "setup")

    assert answer == texts_in("es")("failure-server-unknown")


async def test_a_fault_of_the_store_is_said_with_a_code(
    community: Community, caplog: pytest.LogCaptureFixture
) -> None:
    panel = await Panel.open(community)
    break_store(community)

    said = await panel.choose(Verb.MODE, "off")

    code = panel.told.split("`")[1]
    assert panel.told.startswith(texts_in("en")("failure-store"))
    assert f"press failed, code {code}" in caplog.text
    assert "**Mode: note**" in said


async def test_what_is_kept_is_said_at_any_time(community: Community) -> None:
    panel = await Panel.open(community)
    assert "**answers in public**" not in panel.text

    said = await panel.turn_to("about")

    assert "**answers in public**" in said
    assert "**What is kept**" in said
    assert "Never the text of a message, never its writer." in said


async def test_who_may_use_the_buttons_is_a_role_of_the_servers(community: Community) -> None:
    helpers = await community.server.role_of(community.member)
    await community.paste(community.general, PITCH)
    panel = await Panel.open(community)
    await panel.turn_to("roles")
    assert "Server Settings → Integrations → Signpost" in panel.text

    said = await panel.choose(Verb.MODERATORS, helpers)
    answer = await community.press(community.member, community.entries()[0], "Confirm")

    assert f"Members with <@&{helpers.id}> may use the buttons now." in said
    assert answer.startswith("Confirmed")
    assert "Only members with Manage Messages" in await panel.choose(Verb.MODERATORS)


async def test_everyone_cannot_be_the_moderators(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("roles")

    said = await panel.choose(Verb.MODERATORS, community.guild.default_role)

    assert "@everyone cannot be the moderators’ role" in said
    assert community.bot.places.chosen(community.guild.id).moderator_role is None


async def test_who_changed_what_is_in_the_audit(community: Community) -> None:
    panel = await Panel.open(community)

    await panel.choose(Verb.MODE, "review")

    act = (await community.bot.audit.listed(community.guild.id, 1))[0]
    assert (act.by, act.subject, act.after) == (community.manager.id, "mode", "review")


async def test_who_confirmed_the_set_up_is_in_the_audit_once(newcomer: Community) -> None:
    mine, theirs = await Panel.open(newcomer), await Panel.open(newcomer)
    await mine.press("Confirm set-up")
    await theirs.press("Confirm set-up")

    said = await newcomer.command(newcomer.manager, "audit")
    in_spanish = await newcomer.command(newcomer.speaks(newcomer.manager, "es-ES"), "audit")

    assert said.count(f"{newcomer.manager.mention} confirmed the set-up, <t:") == 1
    assert f"{newcomer.manager.mention} confirmó la configuración, <t:" in in_spanish


async def test_what_two_managers_choose_on_two_screens_holds_together(community: Community) -> None:
    one, other = await Panel.open(community), await Panel.open(community)
    bot = community.bot

    await one.choose(Verb.MODE, "observe")
    await other.turn_to("language")
    await other.choose(Verb.COUNTRY, "IE")

    chosen = bot.places.chosen(community.guild.id)
    assert (chosen.mode, chosen.country) == (Mode.OBSERVE, "IE")
