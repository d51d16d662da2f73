"""The note's wording: a manager tries a line and resources out, the lint speaks up, new notes carry them."""

import sqlite3
from contextlib import closing

import discord
import pytest
from discord import app_commands
from sqlalchemy.exc import OperationalError

from bot.knowledge import standard
from bot.note import Occasion, compose
from bot.store import Places
from bot.texts import CatalogueTranslator, texts_in

from .community import Community
from .shown import buttons_of
from .test_recovery import forget_that_it_was_sent
from .texts import PITCH
from .wording_panel import Panel

WELCOME = "The support room is open to all, every night at eight."
WELCOME_IN_SPANISH = "La sala de apoyo abre cada noche a las ocho."
SAMHSA_NUMBER = "1-800-662-4357"


@pytest.fixture
async def panel(community: Community) -> Panel:
    """Give the open panel of the manager."""
    opened = Panel(community, community.manager)
    await opened.open()
    return opened


async def note_after_a_pitch(community: Community) -> str:
    """Paste a pitch in #general; return the note that answers it."""
    await community.paste(community.general, PITCH)
    return community.notes_in(community.general)[-1].text


async def changes(community: Community) -> list[tuple[str, object, object]]:
    """Return what the audit says was set of the wording, newest first."""
    acts = await community.bot.audit.listed(community.guild.id, 50)
    wording = {"own_line", "resources"}
    return [(each.subject, each.before, each.after) for each in acts if each.subject in wording]


async def test_the_panel_shows_the_note_as_it_stands(community: Community) -> None:
    panel = Panel(community, community.manager)

    text = await panel.open()

    assert text.startswith("**The note in this server**")
    assert "kratom is not approved" in text
    assert SAMHSA_NUMBER in text
    assert panel.buttons == ["Change the line"]
    assert panel.menu["placeholder"] == "Choose resources"
    assert len(panel.menu["options"]) <= 25


@pytest.mark.parametrize("locale", ["en-US", "es-ES"])
async def test_who_does_not_run_the_server_gets_no_panel(community: Community, locale: str) -> None:
    community.speaks(community.moderator, locale)

    answer = await community.command(community.moderator, "wording")

    assert any(each in answer for each in ("Manage Server", "Gestionar servidor", "Administrar servidor"))
    assert not any("wording" in each for each in community.member.available_commands(community.general))


async def test_an_administrator_gets_the_panel_too(community: Community) -> None:
    runs_all = community.guild.create_role("owners", permissions=discord.Permissions(administrator=True))
    administrator = community.guild.add_member(community.env.create_user("ada"), roles=[runs_all])
    panel = Panel(community, administrator)
    await panel.open()

    await panel.write(WELCOME)

    assert (await panel.press("Save")).startswith("**Saved**")


async def test_a_line_is_previewed_saved_and_carried_by_new_notes(community: Community, panel: Panel) -> None:
    preview = await panel.write(f"  {WELCOME}  ")
    assert preview.startswith("**Not saved yet**")
    assert WELCOME in preview
    assert panel.buttons == ["Save", "Change the line", "Use the standard", "Back"]
    assert await changes(community) == []

    saved = await panel.press("Save")

    assert saved.startswith("**Saved**")
    assert await changes(community) == [("own_line", None, WELCOME)]
    note = await note_after_a_pitch(community)
    assert f"\n\n{WELCOME}\n\n-# This note is automated." in note
    assert SAMHSA_NUMBER in note


async def test_the_form_is_filled_with_the_line_that_stands(panel: Panel) -> None:
    await panel.write(WELCOME)

    form = await panel.form("Change the line")

    assert form.modal is not None
    assert form.modal["title"] == "A line of your own"
    (label,) = form.modal["components"]
    assert label["component"]["value"] == WELCOME


async def test_going_back_saves_nothing(community: Community, panel: Panel) -> None:
    await panel.write(WELCOME)

    text = await panel.press("Back")

    assert text.startswith("**The note in this server**")
    assert WELCOME not in text
    assert await changes(community) == []


async def test_an_empty_line_takes_the_line_away(community: Community, panel: Panel) -> None:
    await panel.write(WELCOME)
    await panel.press("Save")

    await panel.write(" ")
    await panel.press("Save")

    assert WELCOME not in await note_after_a_pitch(community)
    assert await changes(community) == [("own_line", WELCOME, None), ("own_line", None, WELCOME)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("We are here for every junkie.", "“junkie” puts a label on a person. Better: “person with"),
        ("Ask us if you need help.", "“you” speaks to a person"),
        ("This is deadly stuff.", "Better: “known risks”"),
        ("Never take 5 g at once.", "“5 g” names a dose"),
        ("More at kratomshop.com today.", "“kratomshop.com” looks like a link"),
        ("Call @everyone to the room.", "“@everyone” mentions someone"),
        ("The room is **open** now.", "would change how the note looks"),
        (
            "Pharmacological interventions ameliorate symptomatology considerably.",
            "The line is hard to read. Use shorter sentences, and shorter words for: pharmacological",
        ),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_saved(
    community: Community, panel: Panel, line: str, said: str
) -> None:
    text = await panel.write(line)

    assert text.startswith("**This cannot be saved**")
    assert said in text.replace("\\", "")
    assert text.endswith(line), "the line is lost"
    assert panel.buttons == ["Change the line", "Back"]
    assert await changes(community) == []
    assert await panel.write(WELCOME), "it can be put right"
    assert "Save" in panel.buttons


async def test_resources_are_chosen_from_the_directory(community: Community, panel: Panel) -> None:
    preview = await panel.choose("us-nccih-kratom", "us-safespot", "us-samhsa-helpline")
    assert preview.startswith("**Not saved yet**")

    await panel.press("Save")

    note = await note_after_a_pitch(community)
    assert "1-800-972-0590" in note
    assert "[NCCIH on kratom]" in note
    assert "findtreatment" not in note
    assert await changes(community) == [
        ("resources", None, ["us-samhsa-helpline", "us-safespot", "us-nccih-kratom"])
    ]
    marked = [each["value"] for each in panel.menu["options"] if each.get("default")]
    assert marked == ["us-samhsa-helpline", "us-safespot", "us-nccih-kratom"]


async def test_a_note_in_the_us_cannot_do_without_samhsa(community: Community, panel: Panel) -> None:
    await panel.write(WELCOME)

    text = await panel.choose("us-988", "us-hhs-medicines")

    assert "SAMHSA National Helpline is missing. Every note in this country must point to it." in text
    assert WELCOME in text, "the line is lost"
    assert "Save" not in panel.buttons
    assert await changes(community) == []


async def test_a_line_and_resources_are_tried_together(community: Community, panel: Panel) -> None:
    await panel.choose("us-samhsa-helpline", "us-988")

    await panel.write(WELCOME)
    await panel.press("Save")

    assert {subject for subject, _, _ in await changes(community)} == {"own_line", "resources"}


async def test_the_standard_is_one_press_away(community: Community, panel: Panel) -> None:
    await panel.choose("us-samhsa-helpline")
    await panel.write(WELCOME)
    await panel.press("Save")

    preview = await panel.press("Use the standard")
    await panel.press("Save")

    assert preview.startswith("**Not saved yet**")
    chosen = community.bot.places.chosen(community.guild.id)
    assert (chosen.own_line, chosen.resources) == (None, None)
    assert panel.buttons == ["Change the line"]


async def test_choosing_what_is_standard_anyway_keeps_following_it(panel: Panel) -> None:
    text = await panel.choose(*compose(Occasion("kratom"), standard()).resource_ids)

    assert text.startswith("**The note in this server**")
    assert "Save" not in panel.buttons


async def test_saving_twice_is_one_change(community: Community, panel: Panel) -> None:
    await panel.write(WELCOME)

    first = panel.keep()

    answers = [await panel.press("Save")]
    panel.put_back(first)
    answers.append(await panel.press("Save"))

    assert [each.startswith("**Saved**") for each in answers] == [True, True]
    assert await changes(community) == [("own_line", None, WELCOME)]


async def test_a_preview_outlives_a_restart(community: Community, panel: Panel) -> None:
    await panel.write(WELCOME)
    form = await panel.form("Change the line")
    await community.restart()

    text = await panel.send(form, f"{WELCOME} Bring tea.")
    await panel.choose("us-samhsa-helpline")
    await panel.press("Save")

    assert text.startswith("**Not saved yet**")
    assert f"{WELCOME} Bring tea." in await note_after_a_pitch(community)
    await community.restart()
    assert community.bot.places.chosen(community.guild.id).resources == ("us-samhsa-helpline",)


async def test_who_no_longer_runs_the_server_cannot_save(community: Community) -> None:
    runs_it = discord.Permissions(manage_messages=True, manage_guild=True)
    role = community.guild.create_role("stewards", permissions=runs_it)
    steward = community.guild.add_member(community.env.create_user("sam"), roles=[role])
    panel = Panel(community, steward)
    await panel.open()
    await panel.write(WELCOME)
    await community.server.take(role, steward)

    answer = await panel.refused("Save")

    assert answer == texts_in("en")("failure-managers-only")
    assert await changes(community) == []


async def test_what_cannot_be_stored_is_said_with_a_code(
    community: Community, panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise OperationalError("insert", {}, Exception("disk full"))

    await panel.write(WELCOME)
    monkeypatch.setattr(Places, "choose", fail)

    answer = await panel.refused("Save")

    assert answer.startswith(texts_in("en")("failure-store"))


async def test_the_panel_speaks_the_managers_language_and_the_note_the_servers(community: Community) -> None:
    community.speaks(community.manager, "es-ES")
    panel = Panel(community, community.manager)

    text = await panel.open()

    assert text.startswith("**La nota en este servidor**")
    assert "In the US, kratom is not approved" in text
    assert panel.buttons == ["Cambiar la línea"]
    assert panel.menu["placeholder"] == "Elige los recursos"
    faulty = await panel.write("Visita la tienda kratom.shop hoy.", "Cambiar la línea")
    assert faulty.startswith("**Esto no se puede guardar**")
    assert "parece un enlace" in faulty


async def test_a_spanish_server_gets_a_spanish_note(community: Community) -> None:
    await community.bot.places.choose(community.guild.id, None, community.env.now(), language="es")
    panel = Panel(community, community.speaks(community.manager, "es-419"))
    await panel.open()
    await panel.write(WELCOME_IN_SPANISH, "Cambiar la línea")
    await panel.press("Guardar")

    note = await note_after_a_pitch(community)

    assert note.startswith("El kratom no está aprobado en EE. UU. para ningún uso médico.")
    assert WELCOME_IN_SPANISH in note
    assert SAMHSA_NUMBER in note
    labels = buttons_of(community.notes_in(community.general)[-1].message)
    assert labels[:2] == ["Ayuda en otro país", "¿Por qué esta nota?"]


async def test_a_german_server_shows_no_number_of_another_country(community: Community) -> None:
    await community.bot.places.choose(community.guild.id, None, community.env.now(), country="DE")
    panel = Panel(community, community.manager)
    await panel.open()

    await panel.choose("de-sucht-drogen-hotline", "us-hhs-medicines")
    await panel.press("Save")

    offered = {each["value"] for each in panel.menu["options"]}
    assert "us-988" not in offered
    assert "us-samhsa-helpline" not in offered
    note = await note_after_a_pitch(community)
    assert "01806 31 30 31" in note
    assert SAMHSA_NUMBER not in note
    assert "988" not in note


async def test_a_choice_for_another_country_falls_back_to_the_standard(community: Community) -> None:
    now = community.env.now()
    await community.bot.places.choose(
        community.guild.id, None, now, resources=("us-samhsa-helpline", "us-988"), country="DE"
    )
    panel = Panel(community, community.manager)

    text = await panel.open()

    assert "no longer fits its country" in text
    note = await note_after_a_pitch(community)
    assert SAMHSA_NUMBER not in note
    assert "findahelpline.com" in note


async def test_a_note_found_after_a_crash_is_recorded_as_it_stands(
    community: Community, panel: Panel
) -> None:
    await panel.write(WELCOME)
    await panel.press("Save")
    await note_after_a_pitch(community)
    sent = kept_notes(community)

    def change_the_wording_and_forget(connection: sqlite3.Connection) -> None:
        forget_that_it_was_sent(connection)
        connection.execute("UPDATE guilds SET chosen = json_remove(chosen, '$.own_line')")
        connection.execute("UPDATE guilds SET chosen = json_set(chosen, '$.country', 'DE')")

    await community.restart(while_down=change_the_wording_and_forget)

    assert len(community.notes_in(community.general)) == 1
    assert kept_notes(community) == sent


def kept_notes(community: Community) -> list[tuple[str, str]]:
    """Return what the store holds of what notes show: their resources and the version of their text."""
    with closing(sqlite3.connect(community.database)) as connection:
        return connection.execute("SELECT resource_ids, text_version FROM notes").fetchall()


async def test_the_command_has_a_spanish_name(community: Community) -> None:
    (command,) = [each for each in community.bot.signpost.commands if each.name == "wording"]
    assert isinstance(command, app_commands.Command)

    translated = await command.get_translated_payload(community.bot.tree, CatalogueTranslator())

    assert translated["name_localizations"]["es-ES"] == "redacción"
    assert discord.Locale.spain_spanish.value in translated["description_localizations"]


@pytest.mark.parametrize(
    ("locale", "said"), [("en-GB", "Notes in this server are one line"), ("es-419", "son de una línea")]
)
async def test_a_server_with_short_notes_is_told_that_they_leave_its_line_out(
    community: Community, locale: str, said: str
) -> None:
    await community.command(community.manager, "settings set", name="note_length", value="short")

    shown = await Panel(community, community.speaks(community.manager, locale)).open()

    assert said in shown
    assert "988" in shown
