"""The note's wording when the country or language under it changes: what no longer fits is said."""

import json

import pytest

from bot.note import SHOWN_TOPIC, Occasion
from bot.setup.controls import Verb

from .community import Community
from .setting_up import Panel
from .test_exchange import edited, exported, pressed, propose
from .wording_panel import Panel as WordingPanel

LINE = "The support room is open to all, every night at eight."
SAMHSA = "us-samhsa-helpline"


@pytest.fixture
async def worded(community: Community) -> Community:
    """Give a community with a line and resources of its own."""
    await community.bot.places.choose(
        community.guild.id, None, community.env.now(), own_line=LINE, resources=(SAMHSA, "us-988")
    )
    return community


async def set_country(community: Community, name: str) -> str:
    return await community.command(community.manager, "settings set", name="country", value=name)


async def test_a_country_whose_notes_cannot_show_the_choice_is_set_and_said(worded: Community) -> None:
    answer = await set_country(worded, "Germany")

    assert answer == (
        "**country**: United States → Germany.\n"
        "**Your own wording of the note no longer fits.** Change it with `/signpost wording`:\n"
        "- Not in the directory for this country: SAMHSA National Helpline, 988 Suicide & Crisis Lifeline.\n"
        "- The note would point to no place that helps. Please add one, such as "
        "TelefonSeelsorge.\n"
        "Until then, notes show what is left of your resources, or the country’s standard."
    )


async def test_coming_to_the_us_without_samhsa_is_said(community: Community) -> None:
    await set_country(community, "Germany")
    await community.bot.places.choose(
        community.guild.id, None, community.env.now(), resources=("us-nccih-kratom", "us-hhs-medicines")
    )

    answer = await set_country(community, "US")

    assert "SAMHSA National Helpline is missing. Every note in this country must point to it." in answer


async def test_the_panel_says_it_in_the_managers_language(worded: Community) -> None:
    panel = await Panel.open(worded, speaks="es-419")
    await panel.turn_to("language")

    said = await panel.choose(Verb.COUNTRY, "DE")

    assert "> **La redacción propia de la nota ya no encaja.** Cámbiala con `/signpost redacción`:" in said
    assert "> - No está en el directorio de este país: SAMHSA National Helpline, 988" in said


async def test_a_wording_that_fits_is_not_spoken_of(community: Community) -> None:
    await community.bot.places.choose(community.guild.id, None, community.env.now(), own_line=LINE)

    assert await set_country(community, "Canada") == "**country**: United States → Canada."


async def test_a_file_brings_the_wording_along(worded: Community) -> None:
    data, _ = await exported(worded)
    there = await worded.neighbour()

    proposal = await propose(worded, data, by=there.manager, at=there.general)
    assert f"- **own line**: none → {LINE}" in worded.private_answer(proposal)
    await pressed(worded, proposal, "Apply", by=there.manager)

    chosen = worded.bot.places.chosen(there.manager.guild.id)
    assert (chosen.own_line, chosen.resources) == (LINE, (SAMHSA, "us-988"))


async def test_a_wording_in_a_file_passes_the_lint_or_stays_out(community: Community) -> None:
    data, _ = await exported(community)
    theirs = edited(data, cooldown=60, own_line="Addicts, buy this", resources=["us-988"])

    proposal = await propose(community, theirs)
    said = community.private_answer(proposal)
    await pressed(community, proposal, "Apply")

    assert "The note’s own line and resources are left out." in said
    assert "“Addicts” puts a label on a person." in said
    assert "SAMHSA National Helpline is missing." in said
    chosen = community.bot.places.chosen(community.guild.id)
    assert (chosen.cooldown, chosen.own_line, chosen.resources) == (60, None, None)


async def test_a_file_that_changes_the_country_under_a_wording_says_so_before(worded: Community) -> None:
    raw = json.loads((await exported(worded))[0])
    raw["settings"] = {"country": "DE"}

    said = worded.private_answer(await propose(worded, json.dumps(raw).encode()))

    assert "- **country**: United States → Germany." in said
    assert "**Your own wording of the note no longer fits.**" in said


async def test_the_panel_shows_the_note_as_it_is_where_there_is_no_room_for_the_line(
    community: Community,
) -> None:
    line = "We have a calm room with people who know this road. Come in at any hour, or just read along."
    wanted = ("gb-nhs-drug-treatment", "gb-adfam", "gb-scottish-families", "us-fda-kratom-outbreak")
    guild, at = community.guild.id, community.env.now()
    await community.bot.places.choose(
        guild, None, at, country="GB", language="fr", own_line=line * 2, resources=wanted
    )
    panel = WordingPanel(community, community.manager)

    shown = await panel.open()
    note = community.bot.note_for(guild, Occasion(SHOWN_TOPIC)).body
    fewer = await panel.choose("gb-frank")

    assert line not in note
    assert all(each in shown for each in note.split("\n\n"))
    assert "There is no room for your line in this note, so it is left out." in shown
    assert shown.endswith(line * 2)
    assert line * 2 in fewer
