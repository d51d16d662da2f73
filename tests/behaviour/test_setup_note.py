"""Setting a server up: its language and country, and the note as the panel shows it."""

from bot.knowledge import standard
from bot.setup.controls import Verb

from .community import Community
from .setting_up import Panel
from .shown import buttons_of
from .texts import PITCH


def with_the_usual_answer(note: str) -> str:
    """Read a note as if its post had made no claim: what a preview shows that is of no post."""
    kratom = standard().wordings["en"].topics["kratom"]
    for answer in kratom.answers.values():
        note = note.replace(answer.text, kratom.note.answer.text)
    return note


async def test_the_language_of_notes_and_log_follows_the_choice(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("language")

    said = await panel.choose(Verb.LANGUAGE, "es")
    assert "Notes: Español from now on. Mod log: Español." in said
    assert community.bot.texts_of(community.guild.id).language == "es"
    said = await panel.choose(Verb.LANGUAGE, "fr")
    assert "Notes: Français from now on. Mod log: English." in said
    assert community.bot.texts_of(community.guild.id).language == "en"
    said = await panel.choose(Verb.LANGUAGE, "server")

    assert "Notes: English from now on. Mod log: English." in said
    assert community.bot.places.chosen(community.guild.id).language is None


async def test_countries_are_named_in_the_managers_language(community: Community) -> None:
    panel = await Panel.open(community, speaks="es-ES")
    await panel.turn_to("language")

    said = await panel.choose(Verb.COUNTRY, "DE")

    assert "**País:** Alemania." in said
    assert "ayuda para Alemania." in said
    (menu,) = [each for each in panel.parts if each.get("custom_id") == "setup:country"]
    assert [each["label"] for each in menu["options"]][:3] == ["Alemania", "Australia", "Brasil"]


async def test_the_preview_is_the_note_with_buttons_that_do_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    note_buttons = buttons_of(note.message)
    panel = await Panel.open(community)

    said = await panel.turn_to("preview")

    assert with_the_usual_answer(note.text) in said
    assert note_buttons == panel.labels[: len(note_buttons)]
    shown = [each for each in panel.parts if each.get("custom_id", "").startswith("setup:shown:")]
    assert [each["disabled"] for each in shown] == [True] * len(note_buttons)


async def test_the_preview_carries_the_servers_own_line_and_resources(community: Community) -> None:
    line = "The support room is open to all, every night at eight."
    await community.bot.places.choose(
        community.guild.id, None, community.env.now(), own_line=line, resources=("us-samhsa-helpline",)
    )
    panel = await Panel.open(community)

    said = await panel.turn_to("preview")
    await community.paste(community.general, PITCH)

    assert line in said
    assert with_the_usual_answer(community.notes_in(community.general)[0].text) in said


async def test_the_preview_shows_no_helpline_of_another_country(community: Community) -> None:
    panel = await Panel.open(community)
    await panel.turn_to("language")

    await panel.choose(Verb.COUNTRY, "DE")
    said = await panel.turn_to("preview")

    assert "1-800-662-4357" not in said
